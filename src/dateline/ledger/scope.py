"""Whether a figure is the toll of one incident, or sums up more: a table of small tests, each with its reason.

What the reader of the report would not add to the tolls of single incidents is kept apart, whatever the words call it.
"""

from collections.abc import Callable
from typing import Final

from dateline.model.claim import Count
from dateline.model.event import Event

_LONGEST, _LONGEST_SPAN = 31, 7
"""Days of one incident that are not told more closely, and of one that is told from its first day to its last."""
_MANY, _VERY_MANY = 100, 1_000
_MORE_FLEE: Final = 100
"""How many times as many flee from one happening as are harmed in it."""
_TOGETHER: Final = frozenset({"injured", "wounded"})
Test = Callable[[Event, Count], bool]


def a_total(event: Event, count: Count) -> bool:
    """given as a total"""
    return count.scope == "total"


def a_stock(event: Event, count: Count) -> bool:
    """given as it stands"""
    return count.scope == "stock"


def dead_and_injured(event: Event, count: Count) -> bool:
    """counts killed and injured together"""
    return count.kind == "killed" and bool(_TOGETHER & set(count.who.lower().split()))


def over_a_long_time(event: Event, count: Count) -> bool:
    """told of more than a month"""
    return _days(event) > _LONGEST


def over_a_span(event: Event, count: Count) -> bool:
    """told of all that happened in more than a week"""
    return event.date is not None and event.date.precision == "span" and _days(event) > _LONGEST_SPAN


def large_and_on_no_day(event: Event, count: Count) -> bool:
    """so many, and told of no day, but of a week, a month or the past"""
    undated = event.date is None and event.background
    return (undated or _days(event) >= _LONGEST_SPAN) and _size(count) >= _MANY * _scale(count)


def large_and_in_no_town(event: Event, count: Count) -> bool:
    """so many, and told of no place smaller than a country"""
    return _is_wide(event) and _size(count) >= _VERY_MANY * _scale(count)


def large_and_round(event: Event, count: Count) -> bool:
    """so many, and no exact count"""
    return count.low != count.high and _size(count) >= _VERY_MANY * _scale(count)


def past_and_nowhere(event: Event, count: Count) -> bool:
    """told as past, on no day and in no place smaller than a country"""
    return event.background and event.date is None and _is_wide(event)


REASONS: Final[tuple[Test, ...]] = (
    a_total, a_stock, dead_and_injured, over_a_long_time, over_a_span, large_and_on_no_day, large_and_in_no_town,
    large_and_round, past_and_nowhere,
)  # fmt: skip


def why_no_toll(event: Event, count: Count) -> str | None:
    """Why a figure is no toll of one incident; None where it is one."""
    return next(((test.__doc__ or "").strip() for test in REASONS if test(event, count)), None)


def _days(event: Event) -> int:
    """How many days it is put on; 0 where on none."""
    return 0 if event.date is None else (event.date.end - event.date.start).days + 1


def _scale(count: Count) -> int:
    return _MORE_FLEE if count.kind in ("displaced", "returned") else 1


def _size(count: Count) -> int:
    return count.low or count.high or 0


def _is_wide(event: Event) -> bool:
    """Whether no place of it is known more closely than by its country."""
    return all(place.precision == "country" or _is_region(place.precision, place.admin1) for place in event.places)


def _is_region(precision: str, admin1: str | None) -> bool:
    return precision == "area" and admin1 is None
