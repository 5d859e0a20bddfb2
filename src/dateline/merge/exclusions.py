"""What keeps two tellings apart, also where a third is like both."""

from collections.abc import Callable
from typing import Final

from dateline.merge import kinds, when, words
from dateline.model.incident import Telling
from dateline.reckoning import names, where

Test = Callable[[Telling, Telling], bool]


def apart(one: Telling, other: Telling) -> str | None:
    """Why the two cannot be one happening; None where nothing stands against it."""
    return next((test.__doc__ for test in EXCLUSIONS if test(one, other)), None)


def of_other_types(one: Telling, other: Telling) -> bool:
    """they are of types that are not used for one happening"""
    return not kinds.are_kin(one.event.claim.type, other.event.claim.type)


def told_apart_by_one_speaker(one: Telling, other: Telling) -> bool:
    """one page has them as two from one speaker"""
    if one.page != other.page or kinds.is_bare(one.event) or kinds.is_bare(other.event):
        return False
    said, said_too = names.parties(one.voices), names.parties(other.voices)
    return bool(said & (said_too | names.parties(other.denials)) or said_too & names.parties(one.denials))


def on_days_apart(one: Telling, other: Telling) -> bool:
    """their days lie more than one day apart"""
    return when.lie_days_apart(one.event, other.event)


def in_different_countries(one: Telling, other: Telling) -> bool:
    """they lie in different countries"""
    apart = where.lie_in_different_countries(one.event, other.event)
    return apart and not _may_be_misplaced(one, other)


def at_places_apart(one: Telling, other: Telling) -> bool:
    """their places lie far apart"""
    return where.lie_far_apart(one.event, other.event) and not where.share_a_name(one.event, other.event)


def of_other_towns(one: Telling, other: Telling) -> bool:
    """they name other towns, and each town is taken, or an act in it denied, for itself"""
    taken = kinds.changes_hands(one.event.claim.type) and kinds.changes_hands(other.event.claim.type)
    denied = one.page == other.page and one.denies != other.denies
    return (taken or denied) and where.name_other_towns(one.event, other.event)


def _may_be_misplaced(one: Telling, other: Telling) -> bool:
    """Whether one place may only have been looked up wrongly: it has one name, or the pages tell one story."""
    return where.share_a_name(one.event, other.event) or words.about_the_same(one, other)


EXCLUSIONS: Final[tuple[Test, ...]] = (
    of_other_types,
    on_days_apart,
    in_different_countries,
    at_places_apart,
    of_other_towns,
    told_apart_by_one_speaker,
)
