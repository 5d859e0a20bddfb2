"""Which figures are counted over a stretch of time, though their own words do not say that they sum up."""

from dateline.merge.kinds import sums_up
from dateline.merge.when import LONGEST_DAYS
from dateline.model.claim import Count
from dateline.model.event import Event


def runs_up_to_now(event: Event) -> bool:
    """Whether it is put on more than a month that ends with its report: "this year", "in three years of war"."""
    days = event.date
    return days is not None and days.end >= days.anchor and (days.end - days.start).days >= LONGEST_DAYS


def is_total(event: Event, count: Count) -> bool:
    """Whether a figure counts more than one happening."""
    return count.scope != "incident" or runs_up_to_now(event)


def only_sums_up(event: Event) -> bool:
    """Whether it gives figures, and none for one happening."""
    return sums_up(event) or (bool(event.claim.counts) and runs_up_to_now(event))
