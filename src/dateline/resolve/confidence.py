"""How sure a record is, slot by slot: how often records like it were right when the program was last measured.

The numbers stand in data/confidence.yaml, made by tools/calibrate.py from hand-coded reports other than those the
program is measured on, each judged by a judge that had not seen it. All are probabilities over all records told, so
each counts the chance that there is no such event at all:

- `type`: that it is an event of this type.
- `agents` ... `sources`: that it is an event and that this slot is wholly right, also where it is rightly empty.
- `record`: that type, modality and all slots are right: nothing to touch.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec
import yaml

from dateline.model.claim import Claim
from dateline.model.errors import DataError
from dateline.model.event import Actor, Confidence, Days, Place

SLOTS = ("type", "modality", "agents", "targets", "places", "date", "quantities", "sources")
ANY = "any"
_LEAST = 1e-4


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """The whole record's log-odds: `base`, and `slope` times the log of its likelihood times its slots' shares."""

    base: float
    slope: float


class Shares(msgspec.Struct, frozen=True, kw_only=True):
    """What data/confidence.yaml holds.

    `unjudged`: the likelihood of a claim that was not judged. `likelihood`: by slot, the power of the likelihood that
    best tells its being right (above 1 where doubtful events also have doubtful slots). `shares`: by slot and kind of
    filling, the share that is right among real events, as if their likelihood were 1; "any" is for unseen kinds.
    """

    unjudged: float
    record: Whole
    likelihood: dict[str, float]
    shares: dict[str, dict[str, float]]


@cache
def shares() -> Shares:
    """The measured numbers. Raises DataError if one is missing."""
    return parse_shares((resources.files("dateline") / "data" / "confidence.yaml").read_text(encoding="utf-8"))


def parse_shares(text: str) -> Shares:
    """Numbers from YAML like data/confidence.yaml. Raises DataError naming what is missing."""
    try:
        found = msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), Shares)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"confidence.yaml: {error}; make it anew with 'make judge'") from error
    for slot in SLOTS:
        if ANY not in found.shares.get(slot, {}) or slot not in found.likelihood:
            raise DataError(f"confidence.yaml: the slot {slot} has no value; make it anew with 'make judge'")
    return found


def confidence_of(
    claim: Claim, agents: Sequence[Actor], targets: Sequence[Actor], places: Sequence[Place], days: Days | None
) -> Confidence:
    """The confidence of one record, by slot, to three places."""
    known = shares()
    likelihood = known.unjudged if claim.likelihood is None else claim.likelihood
    kinds = fillings(claim, agents, targets, places, days)
    slots = {slot: round(value, 3) for slot, value in slot_confidence(kinds, likelihood, known).items()}
    record = round(whole(kinds, likelihood, known), 3)
    return Confidence(record=min(record, *slots.values()), **{s: v for s, v in slots.items() if s != "modality"})


def slot_confidence(kinds: Mapping[str, str], likelihood: float, known: Shares) -> dict[str, float]:
    """By slot: the share right among real events with such a filling, times a power of the event's likelihood."""
    return {slot: share(kinds, slot, known) * likelihood ** known.likelihood[slot] for slot in SLOTS}


def share(kinds: Mapping[str, str], slot: str, known: Shares) -> float:
    """The share that is right among real events where the slot is filled in this way."""
    return known.shares[slot].get(kinds[slot], known.shares[slot][ANY])


def whole(kinds: Mapping[str, str], likelihood: float, known: Shares) -> float:
    """That all is right, from the product of what must hold; its parts are not independent, hence the slope."""
    log_odds = known.record.base + known.record.slope * log_product(kinds, likelihood, known)
    return 1 / (1 + math.exp(-log_odds))


def log_product(kinds: Mapping[str, str], likelihood: float, known: Shares) -> float:
    """The log of the likelihood times the slots' shares."""
    chances = [likelihood, *(share(kinds, slot, known) for slot in SLOTS)]
    return sum(math.log(max(chance, _LEAST)) for chance in chances)


def fillings(
    claim: Claim, agents: Sequence[Actor], targets: Sequence[Actor], places: Sequence[Place], days: Days | None
) -> dict[str, str]:
    """How each slot of a record was filled, in the words under which the shares are kept."""
    return {
        "type": claim.type,
        "modality": claim.modality,
        "agents": _of_actors(agents),
        "targets": _of_actors(targets),
        "places": _of_places(places),
        "date": _of_days(days),
        "quantities": _number(len(claim.counts)),
        "sources": _of_sources(claim),
    }


def _of_actors(actors: Sequence[Actor]) -> str:
    if not actors:
        return "none"
    inferred = next((a.basis for a in actors if a.basis != "stated"), None)
    kind = inferred or ("listed" if all(a.id for a in actors) else "described")
    return kind if len(actors) == 1 else f"{kind}, several"


def _of_places(places: Sequence[Place]) -> str:
    if not places:
        return "none"
    kind = places[0].precision if places[0].lat is not None else "named"
    return kind if len(places) == 1 else f"{kind}, several"


def _of_days(days: Days | None) -> str:
    return "none" if days is None else days.precision


def _of_sources(claim: Claim) -> str:
    if not claim.sources:
        return "none"
    return claim.sources[0].kind if len(claim.sources) == 1 else "several"


def _number(count: int) -> str:
    return ("none", "one")[count] if count < 2 else "several"
