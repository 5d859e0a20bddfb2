"""Incidents in the order of their days, and those of which no day is known."""

from collections.abc import Iterable
from datetime import date

from dateline.knowledge.folding import fold
from dateline.ledger import stated
from dateline.ledger.accounts import tallies
from dateline.ledger.around import Around, around
from dateline.ledger.groups import agents
from dateline.ledger.spots import where_of
from dateline.ledger.sums import HARM, MOVES
from dateline.ledger.wanted import ANY, Wanted, chosen
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.ledger import Timeline, TimelineLine


def timeline(incidents: Iterable[Incident], coded: Iterable[Coded], wanted: Wanted = ANY) -> Timeline:
    """The incidents that are wanted: by first day, then last day, then type; the undated by type."""
    here = around(coded)
    lines = sorted((_line(one, here) for one in chosen(incidents, wanted, here)), key=_order)
    return Timeline(
        dated=tuple(line for line in lines if line.when is not None),
        undated=tuple(line for line in lines if line.when is None),
    )


def _line(incident: Incident, here: Around) -> TimelineLine:
    return TimelineLine(
        incident=incident.id,
        type=incident.type,
        when=stated.when(incident.tellings),
        spots=where_of(incident, here.spots),
        agents=agents(incident),
        targets=_targets(incident),
        status=incident.status,
        reason=incident.reason,
        tallies=tallies(incident, (*HARM, *MOVES), ("all", "civilians", "women", "children")),
        statements=tuple(map(stated.of_telling, incident.tellings)),
    )


def _targets(incident: Incident) -> tuple[str, ...]:
    """Their names, each once, however it is written."""
    told = [telling for telling in incident.tellings if not telling.denies]
    return tuple({fold(one.name): one.name for telling in told for one in reversed(telling.event.targets)}.values())[
        ::-1
    ]


def _order(line: TimelineLine) -> tuple[date, date, str, str]:
    days = (line.when.start, line.when.end) if line.when else (date.max, date.max)
    return (*days, line.type, line.incident)
