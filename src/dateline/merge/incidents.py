"""From tellings to incidents: what hangs together, who stands behind it, and how many were hurt by whose count."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.merge.cluster import clusters, links
from dateline.merge.kinds import vagueness
from dateline.merge.parties import held_responsible, hit
from dateline.merge.spans import only_sums_up
from dateline.merge.status import standing, status_of
from dateline.merge.tolls import tolls
from dateline.merge.voices import telling_of
from dateline.merge.whereabouts import when, where
from dateline.model.event import Coded, Event
from dateline.model.incident import Incident, Likeness, Telling

ID_LENGTH = 24


def incidents(coded: Iterable[Coded], *, denied: bool = False) -> tuple[Incident, ...]:
    """The incidents that these reports tell of, by id, whatever the order of the reports.

    What nobody asserts makes no incident: it joins one as a denial, or is left out. With `denied` what is left out so
    comes instead: denials of what no report says.
    """
    tellings = tellings_of(coded)
    linked = links(list(tellings.values()))
    by_cluster: dict[str, list[Likeness]] = defaultdict(list)
    groups = clusters(list(tellings.values()), linked)
    cluster_of = {one: group[0] for group in groups for one in group}
    for link in linked:
        if cluster_of[link.one] == cluster_of[link.other]:
            by_cluster[cluster_of[link.one]].append(link)
    found = (incident_of([tellings[one] for one in group], by_cluster[group[0]]) for group in groups)
    chosen = (one for one in found if (one.status == "denied") == denied)
    return tuple(sorted(chosen, key=lambda one: one.id))


def tellings_of(coded: Iterable[Coded]) -> dict[str, Telling]:
    """What can be an incident or deny one, by event id; one page given under two names is one page."""
    told = (telling_of(one.report, event) for one in coded for event in one.events if is_told(event))
    return {telling.event.id: telling for telling in sorted(told, key=lambda t: t.page, reverse=True)}


def is_told(event: Event) -> bool:
    """Whether it tells, or denies, one happening: no plan, failed attempt or total, no denial of things at large."""
    claim = event.claim
    if only_sums_up(event) or any(source.denial == "general" for source in claim.sources):
        return False
    return claim.modality == "occurred" or (claim.modality == "not" and bool(claim.sources) and claim.asserted)


def incident_of(tellings: Sequence[Telling], likenesses: Sequence[Likeness]) -> Incident:
    """What these tellings, judged one happening for these reasons, say together."""
    tellings = in_order(tellings)
    standing_ones = [telling for telling in tellings if telling.dropped_by is None] or tellings
    kind = _type(standing_ones)
    here = standing(kind, tellings)
    status, reason = status_of(here)
    return Incident(
        id=hashlib.sha256(min(t.event.id for t in tellings).encode()).hexdigest()[:ID_LENGTH],
        type=kind,
        tellings=tuple(tellings),
        likenesses=tuple(sorted(likenesses, key=lambda link: (-link.points, link.one, link.other))),
        independent=here.independent,
        status=status,
        reason=reason,
        tolls=tolls(tellings),
        agents=held_responsible(standing_ones),
        targets=hit(standing_ones),
        when=when(standing_ones),
        where=where(standing_ones),
    )


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """By page, as they stand there."""
    return sorted(tellings, key=lambda t: (t.page, t.event.claim.sentence.start, t.event.id))


def _type(tellings: Sequence[Telling]) -> str:
    """The type that most tellings give, of those that say what was done; a denial's only where nobody asserts."""
    types = Counter(t.event.claim.type for t in tellings if not t.denies) or Counter(
        t.event.claim.type for t in tellings
    )
    return min(types, key=lambda kind: (vagueness(kind), -types[kind], kind))
