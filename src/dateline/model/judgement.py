"""What people decide: that two events are one happening, or are not."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """That two events, by their ids, are (`same`) or are not one happening; who says so, when, and why in their words.

    It comes before whatever the program finds. Of two on the same pair the later holds; none is ever overwritten.
    """

    one: str
    other: str
    same: bool
    by: str
    at: datetime
    note: str | None = None
