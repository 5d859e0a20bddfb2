"""Where and when an incident was, by its tellings together: the tightest that most sources support, and what conflicts.

Sources are counted by who says it. Days that are only a report's own, and places that only name the region, give way
to what words tell more closely.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from dateline.merge.voices import party_of
from dateline.model.event import Days, Place
from dateline.model.incident import Telling
from dateline.model.standing import PutAt, PutOn, When, Where
from dateline.reckoning.inside import is_one_spot, is_wide, lies_in


# ---- when ---------------------------------------------------------------------------------------
def when(tellings: Sequence[Telling]) -> When | None:
    """The days on which the tellings put it together; None where none says."""
    dated = [(t, t.event.date) for t in _heard(tellings) if t.event.date is not None]
    told = [(t, days) for t, days in dated if days.precision != "report"]
    put = [_put_on(telling, days) for telling, days in told or dated]
    if not put:
        return None
    together = _best_supported(put)
    start, end = _common(together[0]) if len(together) == 1 else _hull(one for group in together for one in group)
    fitting = [one for one in put if _bears_out(one, start, end, agreed=len(together) == 1)]
    return When(
        start=start,
        end=end,
        told=bool(told),
        supporting=tuple(fitting),
        conflicting=tuple(one for one in put if one not in fitting),
    )


def _put_on(telling: Telling, days: Days) -> PutOn:
    return PutOn(event=telling.event.id, start=days.start, end=days.end, voices=telling.voices or telling.denials)


def _best_supported(put: Sequence[PutOn]) -> list[list[PutOn]]:
    """The sets of tellings that share a day and have most sources; several where as many say one as the other.

    Stretches that share a day share the first day of one of them, so that only first days need be tried.
    """
    starts = sorted({one.start for one in put})
    sets = [[one for one in put if one.start <= day <= one.end] for day in starts]
    most = max(map(_support, sets))
    return [group for group in sets if _support(group) == most]


def _common(group: Sequence[PutOn]) -> tuple[date, date]:
    return max(one.start for one in group), min(one.end for one in group)


def _hull(group: Iterable[PutOn]) -> tuple[date, date]:
    found = tuple(group)
    return min(one.start for one in found), max(one.end for one in found)


def _bears_out(one: PutOn, start: date, end: date, *, agreed: bool) -> bool:
    return one.start <= end and start <= one.end if agreed else one.start <= start and end <= one.end


# ---- where --------------------------------------------------------------------------------------
def where(tellings: Sequence[Telling]) -> Where | None:
    """The places at which the tellings put it together; None where none says."""
    put = [_put_at(telling) for telling in _heard(tellings) if telling.event.places]
    if not put:
        return None
    closely = [one for one in put if any(not is_wide(place) for place in one.places)] or put
    groups = _groups(closely, _share_a_spot)
    most = max(map(_support, groups))
    chosen = [group for group in groups if _support(group) == most]
    places = _each_once(place for group in chosen for one in group for place in one.places)
    agreed = len(chosen) == 1
    fitting = [one for one in put if (_fits(one, places) if agreed else _has_all(one, places))]
    return Where(
        places=places,
        supporting=tuple(fitting),
        conflicting=tuple(one for one in put if one not in fitting),
    )


def _put_at(telling: Telling) -> PutAt:
    return PutAt(event=telling.event.id, places=telling.event.places, voices=telling.voices or telling.denials)


def _groups(put: Sequence[PutAt], alike: Callable[[PutAt, PutAt], bool]) -> list[list[PutAt]]:
    """Those that hang together, in the order in which they come."""
    groups: list[list[PutAt]] = []
    for one in put:
        near = [group for group in groups if any(alike(one, other) for other in group)]
        groups = [*(group for group in groups if group not in near), [*(o for group in near for o in group), one]]
    return groups


def _share_a_spot(one: PutAt, other: PutAt) -> bool:
    return any(is_one_spot(p, q) for p in one.places for q in other.places)


def _each_once(places: Iterable[Place]) -> tuple[Place, ...]:
    """Its places, each once and by role: the towns and spots, else whatever larger places are named."""
    found = tuple(places)
    sharp = [place for place in found if not is_wide(place)] or found
    once: dict[tuple[object, str], Place] = {}
    for place in sharp:
        once.setdefault((place.geonameid or place.name, place.role), place)
    return tuple(once.values())


def _fits(one: PutAt, places: Sequence[Place]) -> bool:
    return any(lies_in(place, named) or lies_in(named, place) for place in places for named in one.places)


def _has_all(one: PutAt, places: Sequence[Place]) -> bool:
    return all(any(lies_in(place, named) for named in one.places) for place in places)


# ---- who ----------------------------------------------------------------------------------------
def _heard(tellings: Sequence[Telling]) -> list[Telling]:
    """Those who say that it happened; of a mere denial, those who deny it."""
    return [telling for telling in tellings if not telling.denies] or list(tellings)


def _support(group: Sequence[PutOn] | Sequence[PutAt]) -> tuple[int, int]:
    """How many sources say so, then in how many tellings."""
    return len({party_of(voice) for one in group for voice in one.voices}), len(group)
