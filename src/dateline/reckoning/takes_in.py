"""Which figures take in which incidents: the dead of a province on a day, or since a day, hold those of its towns.

A wide figure is that of an incident put in a province, district, area or country, one that only counts the harm, or a
total. What holds is a table; all of it must.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.knowledge.types import TYPES
from dateline.model.event import Actor, Place
from dateline.model.incident import Incident, Toll
from dateline.reckoning.inside import is_wide, lies_in, may_lie_in
from dateline.reckoning.names import all_told_apart

_LONGEST_DAYS = 366
_HARM = "casualties"
_FROM_AFAR = frozenset({"air_strike", "shelling", "bombing", "chemical_attack"})
_FROM_NEAR = frozenset({"armed_clash", "abduction", "sexual_violence"})
_NIGHT = 1  # days by which a report of the next morning may be off


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a figure is for: an incident, or all that a total counts; `pages` tell it."""

    id: str
    type: str
    start: date | None
    end: date | None
    places: tuple[Place, ...]
    agents: tuple[Actor, ...]
    pages: frozenset[str]
    tolls: tuple[Toll, ...]
    total: bool = False


def frame_of(incident: Incident) -> Frame:
    """What an incident's figures are for."""
    days, where = incident.when, incident.where
    return Frame(
        id=incident.id,
        type=incident.type,
        start=days.start if days else None,
        end=days.end if days else None,
        places=where.places if where else (),
        agents=tuple(actor for telling in incident.tellings for actor in telling.event.agents),
        pages=frozenset(telling.page for telling in incident.tellings if not telling.denies),
        tolls=incident.tolls,
    )


Test = Callable[[Frame, Frame], bool]


def is_a_wide_figure(wide: Frame, inner: Frame) -> bool:
    """it is a total, counts only the harm, or is put in a region"""
    return wide.total or wide.type == _HARM or any(is_wide(place) for place in wide.places)


def of_one_group(wide: Frame, inner: Frame) -> bool:
    """the other is of its group of types, or an act whose harm it counts"""
    group = TYPES.get(inner.type)
    if wide.type in _FROM_AFAR and inner.type in _FROM_NEAR:
        return False
    same = group is not None and TYPES.get(wide.type) == group
    return same or (wide.type == _HARM and group == "violence") or inner.type == _HARM


def not_by_others(wide: Frame, inner: Frame) -> bool:
    """no other party is named as the other's agent"""
    return not all_told_apart(wide.agents, inner.agents)


def within_its_days(wide: Frame, inner: Frame) -> bool:
    """the other's days lie within its days"""
    if wide.start is None or wide.end is None or inner.start is None or inner.end is None:
        return False
    return (wide.start - inner.start).days <= _NIGHT and inner.end <= wide.end


def within_its_places(wide: Frame, inner: Frame) -> bool:
    """the other's places lie within its places, or one page tells both and nothing speaks against it"""
    here = bool(wide.pages & inner.pages)
    if not wide.places or not inner.places:
        return here
    lies = may_lie_in if here else lies_in
    return all(any(lies(place, outer) for outer in wide.places) for place in inner.places)


def no_smaller(wide: Frame, inner: Frame) -> bool:
    """it counts the same harm, and its figure leaves room for the other's"""
    return any(
        outer.kind == toll.kind and outer.unit == toll.unit and _leaves_room(outer, toll)
        for outer in wide.tolls
        for toll in inner.tolls
    )


def _leaves_room(outer: Toll, toll: Toll) -> bool:
    return outer.high is None or (toll.low or 0) <= outer.high


TESTS: tuple[Test, ...] = (
    is_a_wide_figure,
    of_one_group,
    not_by_others,
    within_its_days,
    within_its_places,
    no_smaller,
)


def takes_in(wide: Frame, inner: Frame) -> bool:
    """Whether those counted by `inner` are among those counted by `wide`, as far as their words tell.

    Of two incidents that could each take in the other the larger is the wide one, then the one of the first id.
    """
    if wide.id == inner.id or not all(test(wide, inner) for test in TESTS):
        return False
    back = not wide.total and all(test(inner, wide) for test in TESTS)
    return not back or _rank(wide) < _rank(inner)


def _rank(frame: Frame) -> tuple[int, str]:
    return -max((toll.low or 0 for toll in frame.tolls), default=0), frame.id


def inside(wide: Iterable[Frame], frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Pairs of a wide figure and one that it takes in; only those that share a day are compared."""
    by_day: dict[int, list[Frame]] = defaultdict(list)
    for frame in frames:
        if frame.start is not None:
            by_day[frame.start.toordinal()].append(frame)
    for outer in wide:
        yield from ((outer, inner) for inner in _on_days_of(outer, by_day) if takes_in(outer, inner))


def _on_days_of(outer: Frame, by_day: dict[int, list[Frame]]) -> Iterator[Frame]:
    if outer.start is None or outer.end is None:
        return
    days = range(outer.start.toordinal() - _NIGHT, outer.end.toordinal() + 1)
    for day in days if len(days) <= _LONGEST_DAYS else sorted(day for day in by_day if day in days):
        yield from by_day.get(day, ())
