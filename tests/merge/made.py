"""Reports, events and tellings made by hand for tests of merging."""

from dataclasses import replace
from datetime import date
from typing import Any

from dateline.merge.voices import telling_of
from dateline.model.claim import Claim, Count, CountKind, Scope, Source
from dateline.model.event import Actor, Coded, Codes, Confidence, Days, Event, Place
from dateline.model.incident import Telling
from dateline.model.text import Report, Span

NOWHERE = Span(0, 1, "x")
MONDAY, TUESDAY, WEDNESDAY, FRIDAY = (date(2024, 5, day) for day in (6, 7, 8, 10))
SURE = Confidence(record=1, type=1, agents=1, targets=1, places=1, date=1, quantities=1, sources=1)


def a_report(page: str, **known: Any) -> Report:
    """A report of an outlet named after its page, unless told otherwise."""
    outlet = f"{page.capitalize()} Post"
    return replace(Report(page=page, id=f"sha256:{page}", text="", status="coded", outlet=outlet), **known)


def a_source(name: str, **known: Any) -> Source:
    return replace(Source(name=name, words=NOWHERE), **known)


def a_denier(name: str, **known: Any) -> Source:
    return a_source(name, stance="denies", **known)


def a_count(
    low: int | None, high: int | None = None, who: str = "civilians", kind: CountKind = "killed", **known: Any
) -> Count:
    return replace(Count(kind=kind, who=who, low=low, high=high, words=NOWHERE), **known)


def a_total(low: int, scope: Scope = "total") -> Count:
    return a_count(low, low, scope=scope)


def an_agent(name: str, id: str | None = None) -> Actor:
    return Actor(name=name, words=NOWHERE, id=id)


def a_town(name: str, lat: float = 13.0, lon: float = 25.0, country: str = "SD", **known: Any) -> Place:
    place = Place(
        name=name, words=NOWHERE, role="site", precision="town", country=country, admin1="North", lat=lat, lon=lon
    )
    return replace(place, **known)


def on(start: date, end: date | None = None, *, precision: str = "day") -> Days:
    return Days(start=start, end=end or start, precision=precision, anchor=start)  # type: ignore[arg-type]


TAMRA, BIRAK = a_town("Tamra"), a_town("Birak", lat=15.5)


def an_event(
    id: str,
    *sources: Source,
    type: str = "shelling",
    counts: tuple[Count, ...] = (),
    modality: str = "occurred",
    words: str = "",
    at: int = 0,
    **known: Any,
) -> Event:
    """A shelling of Tamra on Monday, unless told otherwise; `words` are its sentence, standing at `at`."""
    claim = Claim(
        type=type,
        trigger=NOWHERE,
        sentence=Span(at, at + len(words), words or f"It was said in {id}."),
        modality=modality,  # type: ignore[arg-type]
        background=False,
        agents=(),
        targets=(),
        places=(),
        time=None,
        counts=counts,
        sources=sources,
        means=None,
        extent=None,
        rule=f"{type}/1",
    )
    event = Event(
        id=id, claim=claim, background=False, agents=(), targets=(), places=(TAMRA,), date=on(MONDAY), voice=None,
        codes=Codes(), confidence=SURE,
    )  # fmt: skip
    return replace(event, **known)


def coded(page: str, *events: Event, **known: Any) -> Coded:
    return Coded(report=a_report(page, **known), events=events)


def told(page: str, event: Event, **known: Any) -> Telling:
    return telling_of(a_report(page, **known), event)
