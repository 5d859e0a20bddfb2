"""Protected things that were struck or damaged: hospitals, schools, places of worship ..., by whom as alleged."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from dateline.knowledge.protected import protected_kind
from dateline.knowledge.types import TYPES
from dateline.ledger import ranges, stated
from dateline.ledger.accounts import tallies
from dateline.ledger.around import Around, around
from dateline.ledger.groups import agents
from dateline.ledger.spots import where_of
from dateline.ledger.sums import HARM
from dateline.ledger.wanted import ANY, Wanted, chosen
from dateline.model.event import Coded, Event
from dateline.model.incident import Incident
from dateline.model.ledger import DamageLine, Hit, Range, Spot, When

_TYPES: Final = frozenset({kind for kind, group in TYPES.items() if group == "violence"}) - {
    "abduction",
    "sexual_violence",
} | {"damage", "riot"}
_LONGEST_DAYS: Final = 31


def damage(incidents: Iterable[Incident], coded: Iterable[Coded], wanted: Wanted = ANY) -> tuple[DamageLine, ...]:
    """One line for each incident in which a protected thing is a target or is counted as damaged, by day."""
    here = around(coded)
    found = [_line(one, hits, here) for one in _of(incidents, wanted, here) if (hits := _hits(one))]
    return tuple(sorted(found, key=_order))


def _of(incidents: Iterable[Incident], wanted: Wanted, here: Around) -> tuple[Incident, ...]:
    told = (one for one in incidents if one.type in _TYPES and one.status != "denied")
    return chosen(told, wanted, here)


def _order(line: DamageLine) -> tuple[bool, date, str]:
    return line.general, line.when.start if line.when else date.max, line.incident


def _line(incident: Incident, hits: tuple[Hit, ...], here: Around) -> DamageLine:
    spots, when = where_of(incident, here.spots), stated.when(incident.tellings)
    return DamageLine(
        incident=incident.id,
        type=incident.type,
        hits=hits,
        spots=spots,
        when=when,
        general=_is_general(spots, when),
        by=agents(incident),
        alleged_by=_alleged_by(incident),
        status=incident.status,
        reason=incident.reason,
        tallies=tallies(incident, HARM, ("all", "civilians", "women", "children")),
        statements=tuple(map(stated.of_telling, incident.tellings)),
    )


def _is_general(spots: Sequence[Spot], when: When | None) -> bool:
    wide = all(spot.precision == "country" for spot in spots)
    long = when is not None and (when.end - when.start).days > _LONGEST_DAYS
    return long or (wide and (when is None or when.precision == "report"))


def _hits(incident: Incident) -> tuple[Hit, ...]:
    """Each protected thing once, with the range of the figures that tellings give for it."""
    named: dict[tuple[str, str], list[Range]] = {}
    for telling in incident.tellings:
        for words, count in () if telling.denies else _things(telling.event):
            if (kind := protected_kind(words)) is not None:
                found = named.setdefault((kind, words.lower()), [])
                found += [count] if count is not None else []
    told = _without_plainer(named)
    return tuple(Hit(kind=kind, words=words, count=ranges.either(figures) if figures else None)
                 for (kind, words), figures in sorted(told.items()))  # fmt: skip


def _things(event: Event) -> Iterator[tuple[str, Range | None]]:
    for target in event.targets:
        yield target.name, None
    for count in event.claim.counts:
        if count.kind == "damaged" and count.scope == "incident":
            yield count.who, ranges.of(count.low, count.high)


def _without_plainer(named: dict[tuple[str, str], list[Range]]) -> dict[tuple[str, str], list[Range]]:
    """Without "hospital" where the same incident has "field hospital", unless figures tell of both."""
    words = {key: set(key[1].split()) for key in named}
    return {
        key: found
        for key, found in named.items()
        if found or not any(key[0] == other[0] and words[key] < words[other] for other in named)
    }


def _alleged_by(incident: Incident) -> tuple[str, ...]:
    return tuple(sorted({n for t in incident.tellings for actor in t.event.agents for n in actor.alleged_by}))
