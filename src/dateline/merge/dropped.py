"""What an older version of a page told and its newest version no longer tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.merge import kinds, when
from dateline.merge.cluster import clusters, links
from dateline.merge.compare import SAME, apart, likeness
from dateline.merge.incidents import incident_of, is_told
from dateline.merge.voices import telling_of
from dateline.model.event import Coded, Event
from dateline.model.incident import Incident, Likeness, Telling
from dateline.reckoning import where


def dropped(older: Coded, newest: Coded) -> Iterator[Telling]:
    """The tellings of the older version that nothing in the newest one can be, marked with the newest one's page.

    Background may go for want of room and is left out, and so is what only denies.
    """
    for event in older.events:
        if event.background or not is_told(event) or is_still_told(event, newest):
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


def with_dropped(found: Sequence[Incident], gone: Iterable[Telling]) -> tuple[Incident, ...]:
    """The incidents with what older versions told of them; what nobody else tells comes as an incident of its own.

    An incident keeps its id; a telling that stands in one already changes nothing.
    """
    known = {telling.event.id for incident in found for telling in incident.tellings}
    fresh = [telling for telling in gone if telling.event.id not in known]
    joined: dict[str, list[tuple[Telling, Likeness]]] = {}
    alone: list[Telling] = []
    for telling in fresh:
        link = _nearest(telling, found)
        if link is None:
            alone.append(telling)
        else:
            joined.setdefault(link[0], []).append((telling, link[1]))
    made = [_joined(one, joined[one.id]) if one.id in joined else one for one in found]
    return tuple(sorted((*made, *_own(alone)), key=lambda incident: incident.id))


def _nearest(telling: Telling, found: Iterable[Incident]) -> tuple[str, Likeness] | None:
    """The incident that it is most like, by its id, and why; None where it is like none."""
    fitting = (one for one in found if all(apart(telling, other) is None for other in one.tellings))
    liked = [(one.id, likeness(telling, other)) for one in fitting for other in one.tellings]
    return max((pair for pair in liked if pair[1].points >= SAME), key=lambda pair: pair[1].points, default=None)


def _joined(incident: Incident, added: Sequence[tuple[Telling, Likeness]]) -> Incident:
    tellings = (*incident.tellings, *(telling for telling, _ in added))
    return replace(incident_of(tellings, (*incident.likenesses, *(link for _, link in added))), id=incident.id)


def _own(alone: Sequence[Telling]) -> Iterator[Incident]:
    by_id = {telling.event.id: telling for telling in alone}
    linked = links(alone)
    for group in clusters(alone, linked):
        within = [link for link in linked if {link.one, link.other} <= set(group)]
        yield incident_of([by_id[one] for one in group], within)
