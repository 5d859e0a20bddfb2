"""What a statement on a place does to it: why most change nothing of who holds it, and what the others do.

Two tables of small tests. Of the first, the docstring of the test that holds is the reason shown to the user.
"""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.knowledge.actor_words import singular
from dateline.knowledge.holding import holding_words
from dateline.knowledge.words import word_classes
from dateline.ledger.spots import is_part
from dateline.model.event import Event, Place
from dateline.model.ledger import MoveKind

TYPES: Final = frozenset({"capture", "withdrawal", "siege"})
LARGER: Final = frozenset({"province", "country"})
_FEW: Final = 5
"""Words behind those for an event that tell what was gained or given up: "gained full control of", "hand over arms"."""
_NEAR: Final = 6
"""Words from a verb to the place that is its object: "seized the hill town of Kara"."""


# ---- why a statement changes nothing ------------------------------------------------------------
Test = Callable[[Event, Place], bool]


def only_denied(event: Event, place: Place) -> bool:
    """it is only denied, and nobody says it"""
    return not event.claim.asserted


def did_not_happen(event: Event, place: Place) -> bool:
    """it is said not to have happened"""
    return event.claim.modality == "not"


def only_planned(event: Event, place: Place) -> bool:
    """it is planned, ordered or demanded"""
    return event.claim.modality == "planned"


def only_possible(event: Event, place: Place) -> bool:
    """it is near, expected or feared, and has not happened"""
    return event.claim.modality == "possible"


def of_something_larger(event: Event, place: Place) -> bool:
    """the place is larger than a town"""
    return place.precision in LARGER or (place.precision == "district" and place.geonameid is not None)


def of_an_area(event: Event, place: Place) -> bool:
    """it is told of an area, which says nothing of the towns in it"""
    return event.claim.extent == "area"


def of_something_in_it(event: Event, place: Place) -> bool:
    """it is told of something in or near the place, not of the place itself"""
    things = (word_classes()["territory"] | word_classes()["buildings"]) - holding_words().settlements
    told_of = event.claim.type != "siege" and place.precision != "exact"
    return told_of and bool(things & set(map(singular, _between(event, place))))


def of_no_place_itself(event: Event, place: Place) -> bool:
    """it is not told that the place itself was taken or left"""
    between = _between(event, place)
    return event.claim.type != "siege" and event.claim.extent is None and not 0 < len(between) <= _NEAR


def of_arms(event: Event, place: Place) -> bool:
    """arms were given up, not a place"""
    behind = set(_behind(event).replace(",", " ").split()[:_FEW])
    return event.claim.type == "withdrawal" and bool(behind & holding_words().arms)


def left_in_part(event: Event, place: Place) -> bool:
    """only a part of the place was left"""
    return event.claim.type == "withdrawal" and _in_part(event, place)


def past_without_a_day(event: Event, place: Place) -> bool:
    """it is told as past, without a day"""
    return event.background and event.date is None


def beside_it(event: Event, place: Place) -> bool:
    """it is told of something near the place, or of a region"""
    return _is_region(place)


REASONS: Final[tuple[Test, ...]] = (
    only_denied, did_not_happen, only_planned, only_possible, of_something_larger, of_arms, of_an_area, beside_it,
    of_something_in_it, of_no_place_itself, left_in_part, past_without_a_day,
)  # fmt: skip


def reason_aside(event: Event, place: Place) -> str | None:
    """Why what is told of this place changes nothing of who holds it; None where it may."""
    return next(((test.__doc__ or "").strip() for test in REASONS if test(event, place)), None)


def is_larger(place: Place) -> bool:
    """Whether it is larger than a town, or no place that one can hold."""
    divided = place.precision == "district" and place.geonameid is not None
    return place.precision in LARGER or divided or _is_region(place)


def _is_region(place: Place) -> bool:
    """Whether it is an area that is no part of a town: a region, or something near the place named."""
    return place.precision == "area" and not (is_part(place) and place.admin1 is not None)


DENIED: Final[Mapping[str, MoveKind]] = {"capture": "capture denied", "withdrawal": "loss denied"}
"""The types of which a denial bears on who holds a place."""


def is_denial(event: Event) -> bool:
    """Whether a named speaker denies it, or says that it did not happen; a plan denied is none."""
    claim = event.claim
    denied = claim.modality == "occurred" and not claim.asserted
    return denied or (claim.modality == "not" and claim.asserted and bool(claim.sources))


# ---- what the others do to a place --------------------------------------------------------------
def laid_siege_to(event: Event, place: Place) -> bool:
    return event.claim.type == "siege"


def given_up_to_another(event: Event, place: Place) -> bool:
    return event.claim.type == "withdrawal" and bool(_words(event) & holding_words().handing_over)


def left(event: Event, place: Place) -> bool:
    return event.claim.type == "withdrawal"


def taken_in_part(event: Event, place: Place) -> bool:
    return _in_part(event, place)


def only_entered(event: Event, place: Place) -> bool:
    controls = holding_words().taking & set(_behind(event).split()[:_FEW])
    return bool(_words(event) & holding_words().entering) and not controls


def taken(event: Event, place: Place) -> bool:
    return event.claim.type == "capture"


_KINDS: Final[tuple[tuple[MoveKind, Test], ...]] = (
    ("besieged", laid_siege_to),
    ("handed over", given_up_to_another),
    ("lost", left),
    ("contested", taken_in_part),
    ("entered", only_entered),
    ("captured", taken),
)


def kind_of(event: Event, place: Place) -> MoveKind:
    """What an event of territory that happened does to one of its places."""
    return next(kind for kind, test in _KINDS if test(event, place))


def _words(event: Event) -> set[str]:
    return set(event.claim.trigger.text.lower().replace("-", " ").split())


def _behind(event: Event) -> str:
    """The rest of the sentence behind the words for the event, in lower case."""
    claim = event.claim
    return claim.sentence.text[max(0, claim.trigger.end - claim.sentence.start) :].lower()


def _between(event: Event, place: Place) -> list[str]:
    """The words from those for the event to the place, both left out but for a leading part of its name; [] where the
    place stands before, or in another sentence."""
    claim = event.claim
    start, end = claim.trigger.end - claim.sentence.start, place.words.start - claim.sentence.start
    inside = 0 <= start <= end <= len(claim.sentence.text)
    return [*claim.sentence.text[start:end].lower().split(), ""] if inside else []


def _in_part(event: Event, place: Place) -> bool:
    return event.claim.extent == "part" or is_part(place)
