"""How near the days of two events lie."""

from dateline.model.event import Days, Event

LONGEST_DAYS = 31
"""An event put on a longer stretch is a campaign and is compared with none."""
_SHORT_DAYS = 2


def share_a_day(one: Event, other: Event) -> bool:
    """Whether both are put on one day, give or take the night."""
    return _overlap(one.date, other.date) and all(_length(days) <= _SHORT_DAYS for days in (one.date, other.date))


def may_share_a_day(one: Event, other: Event) -> bool:
    """Whether their days overlap, one of them being a longer stretch."""
    return _overlap(one.date, other.date) and not share_a_day(one, other)


def stand_a_report_apart(one: Event, other: Event) -> bool:
    """Whether they are put one day apart, and one day is only that of its report, which may tell of the day before."""
    if one.date is None or other.date is None:
        return False
    first, last = sorted((one.date, other.date), key=lambda days: days.start)
    return (last.start - first.end).days == 1 and last.precision == "report"


def lie_days_apart(one: Event, other: Event) -> bool:
    """Whether more than one day lies between them."""
    if one.date is None or other.date is None:
        return False
    return (other.date.start - one.date.end).days > 1 or (one.date.start - other.date.end).days > 1


def days_of(event: Event) -> range:
    """The days, as ordinals, under which it is looked for; the day before, too, where only the report's is known."""
    if event.date is None or _length(event.date) > LONGEST_DAYS:
        return range(0)
    before = 1 if event.date.precision == "report" else 0
    return range(event.date.start.toordinal() - before, event.date.end.toordinal() + 1)


def _overlap(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and one.start <= other.end and other.start <= one.end


def _length(days: Days | None) -> int:
    return 0 if days is None else (days.end - days.start).days + 1
