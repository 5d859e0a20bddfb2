"""What an older version of a page told and its newest version no longer tells."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.merge import kinds, when, where
from dateline.merge.voices import telling_of
from dateline.model.event import Coded, Event
from dateline.model.incident import Telling


def dropped(older: Coded, newest: Coded) -> Iterator[Telling]:
    """The tellings of the older version that nothing in the newest one can be, marked with the newest one's page.

    Background may go for want of room and is left out, and so is what only denies.
    """
    for event in older.events:
        if event.background or event.claim.modality != "occurred" or is_still_told(event, newest):
            continue
        telling = telling_of(older.report, event)
        if not telling.denies:
            yield replace(telling, dropped_by=newest.report.page)


def is_still_told(event: Event, newest: Coded) -> bool:
    """Whether its sentence still stands, or an event there may be the same: of a kindred type, then and there."""
    standing = event.claim.sentence.text in newest.report.text
    return standing or any(_may_be_one(event, other) for other in newest.events)


def _may_be_one(one: Event, other: Event) -> bool:
    apart = when.lie_days_apart(one, other) or where.lie_in_different_countries(one, other)
    return kinds.are_kin(one.claim.type, other.claim.type) and not apart and not where.lie_far_apart(one, other)
