"""Reports, events and incidents made by hand for tests of ledgers, with the few things that a ledger looks at."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from claims_made import bare
from dateline.ledger.control import control
from dateline.ledger.moves import moves
from dateline.merge.incidents import incidents
from dateline.model.claim import Count, CountKind, Mention, RelationClaim, Source
from dateline.model.event import Actor, Coded, Codes, Confidence, Days, Event, Place, Relation
from dateline.model.incident import Incident
from dateline.model.ledger import Control, Holding
from dateline.model.text import Report, Span

FIRST = date(2021, 8, 1)
SURE = Confidence(record=1, type=1, agents=1, targets=1, places=1, date=1, quantities=1, sources=1)
ARMY = Actor(name="army", words=Span(0, 4, "army"), id="burkinabe-armed-forces", kind="state forces", country="BF")
VOLUNTEERS = Actor(
    name="Volunteers for the Defence of the Homeland",
    words=Span(0, 10, "volunteers"),
    id="volunteers-for-the-defence-of-the-homeland",
    kind="political militia",
    country="BF",
)
JNIM = Actor(name="JNIM", words=Span(0, 4, "JNIM"), id="jnim", kind="rebel group")
GUNMEN = Actor(name="gunmen", words=Span(0, 6, "gunmen"), kind="political militia")
GOVERNMENT = "government of Burkina Faso"  # the side of ARMY and VOLUNTEERS


def day(number: int) -> date:
    """The day of this number, from 1 on."""
    return FIRST + timedelta(days=number - 1)


def on(first: int, last: int | None = None, *, precision: str = "day") -> Days:
    start = day(first)
    return Days(start=start, end=day(last or first), precision=precision, anchor=start)  # type: ignore[arg-type]


def town(name: str = "Kara", **known: Any) -> Place:
    """A town of Burkina Faso that the gazetteer knows by a number made of its name."""
    place = Place(
        name=name,
        words=Span(0, len(name), name),
        role="site",
        precision="town",
        country="BF",
        admin1="Nord",
        lat=13.0,
        lon=-2.0,
        geonameid=sum(map(ord, name)),
    )
    return replace(place, **known)


def says(name: str, **known: Any) -> Source:
    return replace(Source(name=name, words=Span(0, 1, "x")), **known)


def denies(name: str) -> Source:
    return says(name, stance="denies")


def killed(
    low: int | None, high: int | None = -1, who: str = "people", kind: CountKind = "killed", **known: Any
) -> Count:
    """A figure; "at least" where `high` is None, exact where it is not given."""
    count = Count(kind=kind, who=who, low=low, high=low if high == -1 else high, words=Span(0, 1, "x"))
    return replace(count, **known)


def event(
    id: str,
    type: str = "capture",
    *,
    by: Iterable[Actor] = (ARMY,),
    at: Place | None = None,
    places: Iterable[Place] | None = None,
    when: Days | None = None,
    words: str = "captured",
    behind: str = "the town of",
    extent: str | None = "whole",
    sources: Iterable[Source] = (),
    counts: Iterable[Count] = (),
    modality: str = "occurred",
    targets: Iterable[Actor] = (),
    background: bool = False,
) -> Event:
    """The army captured the town of Kara, unless told otherwise. The place stands behind `words` and `behind`."""
    found = tuple(places) if places is not None else (at or town(),)
    start = len(f"They {words} {behind} ")
    sentence = f"They {words} {behind} {' and '.join(place.name for place in found)}, it was said in {id}."
    placed = tuple(replace(one, words=Span(start, start + len(one.name), one.name)) for one in found)
    claim = bare(
        type,
        Span(5, 5 + len(words), words),
        Span(0, len(sentence), sentence),
        modality=modality,
        extent=extent,
        sources=tuple(sources),
        counts=tuple(counts),
        background=background,
    )
    return Event(
        id=id, claim=claim, background=background, agents=tuple(by), targets=tuple(targets), places=placed, date=when,
        voice=None, codes=Codes(), confidence=SURE,
    )  # fmt: skip


def report(page: str, *events: Event, published: int | None = None, relations: Iterable[Relation] = ()) -> Coded:
    """A report of an outlet named after its page, of the day `published`."""
    head = Report(
        page=page,
        id=f"sha256:{page}",
        text="",
        status="coded",
        outlet=f"{page.capitalize()} Post",
        published=day(published).isoformat() if published else None,
    )
    return Coded(report=head, events=events, relations=tuple(relations))


def held_by(id: str, subject: Actor, place: Place, sentence: str, *, sources: Iterable[Source] = ()) -> Relation:
    """That `subject` holds `place`; the ends stand in the sentence under their own names."""
    ends = [sentence.index(end.name) for end in (subject, place)]
    who, where = (
        Mention(name=end.name, words=Span(start, start + len(end.name), end.name))
        for end, start in zip((subject, place), ends, strict=True)
    )
    span = Span(0, len(sentence), sentence)
    claim = RelationClaim(subject=who, relation="controls", object=where, sentence=span, sources=tuple(sources))
    return Relation(id=id, claim=claim, subject=subject, object=place)


def told(*coded: Coded) -> tuple[Incident, ...]:
    return incidents(coded)


def ledger(*coded: Coded, at: int | None = None) -> Control:
    """Who holds which place by these reports."""
    entries, asides = moves(incidents(coded), coded)
    return control(entries, asides, day(at) if at else None)


def kara(*coded: Coded, at: int | None = None) -> Holding:
    """How the only place of these reports stands."""
    (holding,) = ledger(*coded, at=at).holdings
    return holding


def holders(holding: Holding) -> list[str]:
    return [side.name for side in holding.holders]
