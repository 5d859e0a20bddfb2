"""Which of two reports is the later one, as far as their stamps tell."""

from datetime import datetime


def is_later(one: str | None, other: str | None) -> bool:
    """Whether a report stamped `one` is surely later than one stamped `other`: ISO 8601 days or minutes.

    Minutes are compared where both stamps have them and both, or neither, state their offset from UTC; else days.
    """
    first, second = _moment(one), _moment(other)
    if first is None or second is None:
        return False
    timed = "T" in str(one) and "T" in str(other)
    if timed and (first.tzinfo is None) == (second.tzinfo is None):
        return first > second
    return first.date() > second.date()


def _moment(stamp: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None
