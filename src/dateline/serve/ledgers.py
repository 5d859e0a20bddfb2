"""What adds up over the database: `/api/ledgers/control`, `casualties`, `displacement`, `damage` and `timeline`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from dateline.casebook import Casebook
from dateline.knowledge.types import types_of
from dateline.ledger.control import control as control_of
from dateline.ledger.damage import damage as damage_of
from dateline.ledger.moves import moves
from dateline.ledger.sums import casualties as casualties_of
from dateline.ledger.sums import displacement as displacement_of
from dateline.ledger.timeline import timeline as timeline_of
from dateline.ledger.wanted import Wanted
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.ledger import Aside, Move, Sums
from dateline.publish.ledger_lines import control_lines, damage_line, sums_lines, timeline_line
from dateline.serve.answers import Json, Read
from dateline.serve.asked import Day, TypeName, Words, country_of
from dateline.serve.context import Book, Known
from dateline.serve.kept import Kept

router = APIRouter(prefix="/ledgers", tags=["ledgers"], route_class=Read)
ByHarm = Literal["month", "day", "place", "country", "actor", "type", "side"]
ByMoves = Literal["month", "day", "place", "country", "origin", "destination"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a database holds of each page that no newer version replaces, and the incidents that these tell of."""

    coded: tuple[Coded, ...]
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The conditions that all sums take, as they stand in an address."""

    place: Annotated[Words | None, Query(description="This place, or all in this province or country.")] = None
    since: Annotated[Day | None, Query(description="On this day or later.")] = None
    until: Annotated[Day | None, Query(description="On this day or before.")] = None
    actor: Annotated[Words | None, Query(description="Laid to whoever bears these words in the name.")] = None
    type: Annotated[TypeName | None, Query(description="A type, or a group of types.")] = None

    @property
    def wanted(self) -> Wanted:
        """The conditions, as ledgers take them."""
        return Wanted(
            place=self.place,
            country=country_of(self.place),
            since=self.since,
            until=self.until,
            actor=self.actor,
            types=types_of(self.type) if self.type else (),
        )


Asked = Annotated[Where, Depends()]


@router.get("/control")
def control(
    book: Book,
    known: Known,
    at: Annotated[Day | None, Query(description="As it stood on this day; by default by all that is known.")] = None,
    place: Annotated[Words | None, Query(description="This place, or all in this province or country.")] = None,
    aside: Annotated[bool, Query(description="Also what is told and changes nothing, with the reason.")] = False,
) -> Json:
    """Who holds which place, since when, by whose word, and who disputes it: `control` lines."""
    entries, asides = moves_of(book, known)
    wanted = Wanted(place=place, country=country_of(place))
    found = control_of(entries, asides if aside else (), at, wanted)
    return Json({"items": list(control_lines(found)), "first": _first(entries), "last": _last(entries)})


@router.get("/casualties")
def casualties(book: Book, known: Known, asked: Asked, by: ByHarm = "month") -> Json:
    """How many were killed, injured, missing, abducted and detained, totals of campaigns apart: `sum` lines."""
    return _sums(book, known, "casualties", by, asked.wanted, casualties_of)


@router.get("/displacement")
def displacement(book: Book, known: Known, asked: Asked, by: ByMoves = "month") -> Json:
    """How many fled or came back, persons and households apart, stocks and totals apart: `sum` lines."""
    return _sums(book, known, "displacement", by, asked.wanted, displacement_of)


@router.get("/damage")
def damage(book: Book, known: Known, asked: Asked) -> Json:
    """Hospitals, schools, places of worship and other protected things that were hit: `damage` lines."""
    told, wanted = told_of(book, known), asked.wanted
    lines = known.get(("damage", wanted), lambda: damage_of(told.incidents, told.coded, wanted))
    return Json({"items": list(map(damage_line, lines))})


@router.get("/timeline")
def timeline(book: Book, known: Known, asked: Asked) -> Json:
    """Incidents in the order of their days, those of which no day is known last: `timeline` lines."""
    told, wanted = told_of(book, known), asked.wanted
    found = known.get(("timeline", wanted), lambda: timeline_of(told.incidents, told.coded, wanted))
    return Json({"items": [timeline_line(line) for line in (*found.dated, *found.undated)]})


def told_of(book: Casebook, known: Kept) -> Told:
    """What there is to add up, read once for each state of the database."""
    return known.get("told", lambda: Told(tuple(book.store.newest()), tuple(book.incidents())))


def moves_of(book: Casebook, known: Kept) -> tuple[tuple[Move, ...], tuple[Aside, ...]]:
    """The entries of the ledger of control, made once for each state of the database."""
    told = told_of(book, known)

    def make() -> tuple[tuple[Move, ...], tuple[Aside, ...]]:
        entries, asides = moves(told.incidents, told.coded)
        return tuple(entries), tuple(asides)

    return known.get("moves", make)


Adding = Callable[[tuple[Incident, ...], tuple[Coded, ...], str, Wanted], Sums]


def _sums(book: Casebook, known: Kept, ledger: str, by: str, wanted: Wanted, add_up: Adding) -> Json:
    told = told_of(book, known)
    sums = known.get((ledger, by, wanted), lambda: add_up(told.incidents, told.coded, by, wanted))
    return Json({"items": list(sums_lines(sums, ledger))})


def _first(entries: tuple[Move, ...]) -> date | None:
    return min((move.when.start for move in entries if move.when), default=None)


def _last(entries: tuple[Move, ...]) -> date | None:
    return max((move.when.start for move in entries if move.when), default=None)
