"""How sure a record is: the share of records like it that were right when the program was last measured.

The shares stand in data/confidence.yaml, made by tools/calibrate.py from hand-coded reports other than those the
program is measured on. A slot's share depends on how it was filled; the type's on the trigger's rule.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import yaml

from dateline.model.claim import Claim
from dateline.model.errors import DataError
from dateline.model.event import Actor, Confidence, Days, Place

_SLOTS = ("record", "type", "agents", "targets", "places", "date", "quantities", "sources")


@cache
def shares() -> dict[str, dict[str, float]]:
    """Measured shares by slot and kind of filling; "any" is the slot's own mean. Raises DataError if a slot lacks one."""
    text = (resources.files("dateline") / "data" / "confidence.yaml").read_text(encoding="utf-8")
    raw: dict[str, dict[str, float]] = yaml.load(text, Loader=yaml.CSafeLoader)
    for slot in _SLOTS:
        if "any" not in raw.get(slot, {}):
            raise DataError(f"confidence.yaml: the slot {slot} has no value for 'any'")
    return raw


def confidence_of(
    claim: Claim, agents: Sequence[Actor], targets: Sequence[Actor], places: Sequence[Place], days: Days | None
) -> Confidence:
    """The confidence of one record, by slot."""
    kinds = fillings(claim, agents, targets, places, days)
    known = shares()
    return Confidence(**{slot: known[slot].get(kinds[slot], known[slot]["any"]) for slot in _SLOTS})


def fillings(
    claim: Claim, agents: Sequence[Actor], targets: Sequence[Actor], places: Sequence[Place], days: Days | None
) -> dict[str, str]:
    """How each slot of a record was filled, in the words under which the shares are kept."""
    return {
        "record": claim.type,
        "type": claim.rule,
        "agents": _of_actors(agents),
        "targets": _of_actors(targets),
        "places": "none" if not places else "located" if places[0].lat is not None else "named",
        "date": "none" if days is None else days.precision,
        "quantities": "none" if not claim.counts else "one" if len(claim.counts) == 1 else "several",
        "sources": "none" if not claim.sources else "one" if len(claim.sources) == 1 else "several",
    }


def _of_actors(actors: Sequence[Actor]) -> str:
    if not actors:
        return "none"
    if any(a.basis != "stated" for a in actors):
        return actors[0].basis
    return "listed" if actors[0].id else "described"
