"""The figures of events that may show two of them to be one."""

from dateline.model.event import Event

_TELLING = 3
Figure = tuple[str, str, int | None, int | None]


def figures(event: Event) -> frozenset[Figure]:
    """Its figures that are not so small that many happenings have them: kind, unit, least, most."""
    counts = (c for c in event.claim.counts if c.scope == "incident")
    return frozenset((c.kind, c.unit, c.low, c.high) for c in counts if (c.low or c.high or 0) >= _TELLING)


def tolls_agree(one: Event, other: Event) -> bool:
    """Whether both count the dead, and the fewer may be more than half of the more."""
    first, second = (_dead(event) for event in (one, other))
    return min(first, second) >= _TELLING and max(first, second) < 2 * min(first, second)


def _dead(event: Event) -> int:
    """The least of its dead by the highest of its figures; 0 where it has none."""
    killed = (c for c in event.claim.counts if c.kind == "killed" and c.scope == "incident" and c.part_of is None)
    return max((c.low or c.high or 0 for c in killed), default=0)
