"""Hand-made coded reports for tests of what comes after coding: the store and the faces."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

import jsonschema
import pytest

from claims_made import bare
from cli_made import run as run
from cli_made import sample as sample
from databases_made import address as address
from databases_made import bare_schema as bare_schema
from databases_made import engine as engine
from databases_made import kept_file as kept_file
from databases_made import kept_schema as kept_schema
from databases_made import new_address as new_address
from databases_made import new_schema as new_schema
from databases_made import server as server
from databases_made import store as store
from dateline.model.claim import Claim, Count, Mention, PlaceMention, RelationClaim, Source, TimeMention
from dateline.model.event import Actor, Coded, Codes, Confidence, Days, Event, Place, Relation
from dateline.model.text import Clash, Dropped, Page, Report, Span
from dateline.publish.schema import schema
from dateline.read.parser import Parser

TEXT = (
    "KALMA, Sudan (Sahel Wire) - Army jets believed to be flown from Nyala bombed the market in Kalma on Tuesday, "
    "killing at least 12 civilians including three children, the Darfur Watch group said. The army denied that it had "
    "carried out any raid.\n\n"
    "The force plans to send 500 soldiers to Nyala next week. In March its fighters left Zalingei, which the rebel "
    "front now controls. Commander Idris Tahir leads the front."
)
DATA = b"<html>a page that says all this</html>"


def find(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """The span of the `nth` occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The parser, loaded once for all tests."""
    return Parser()


@pytest.fixture
def page() -> Page:
    """The bytes of the page that `coded` was made from."""
    return Page(name="pages/kalma.html", data=DATA)


@pytest.fixture
def report(page: Page) -> Report:
    """A report with everything that a page may state."""
    return Report(
        page=page.name,
        id=f"sha256:{sha256(page.data).hexdigest()}",
        text=TEXT,
        status="coded",
        title="Market bombed in Kalma",
        outlet="Nile Courier",
        agency="Sahel Wire",
        byline=("Amna Osman",),
        dateline="Kalma",
        language="en",
        published="2024-05-08T06:30+02:00",
        clashes=(Clash(what="day", page_says="Wednesday", text_says="Tuesday"),),
        dropped=(Dropped(text="Subscribe now", page_start=3, page_end=16, reason="advert"),),
    )


@pytest.fixture
def coded(report: Report) -> Coded:
    """A bombing with its figures and a denial, a plan, a withdrawal long ago, and two relations."""
    return Coded(
        report=report,
        events=(_bombing(report), _denial(report), _plan(report), _withdrawal(report)),
        relations=(_leads(report), _controls(report)),
    )


@pytest.fixture
def failed() -> Coded:
    """A page that could not be read."""
    return Coded(
        report=Report(page="gone.html", id=f"sha256:{'0' * 64}", text="", status="failed", reason="No such file")
    )


@pytest.fixture
def faults_of() -> Callable[[Iterable[str]], list[str]]:
    """Tells where lines of JSON break the schema, or carry words that are not the report's at their offsets."""
    validator = jsonschema.Draft202012Validator(schema())

    def check(lines: Iterable[str]) -> list[str]:
        found, text = [], ""
        for line in map(json.loads, lines):
            text = line.get("text", text)
            found += [f"{error.json_path}: {error.message}" for error in validator.iter_errors(line)]
            found += [words for words, start, end in words_in(line) if words != text[start:end]]
        return found

    return check


def words_in(value: object) -> Iterator[tuple[str, int, int]]:
    """Whatever carries words with offsets, at any depth."""
    if isinstance(value, dict):
        if value.get("text_start") is not None and "text" in value:
            yield value["text"], value["text_start"], value["text_end"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from words_in(part)


def an_actor(words: str, **known: object) -> Actor:
    """An actor known by these words alone, unless more is `known`."""
    return replace(Actor(name=words, words=find(words)), **known)


def a_town(words: str, lat: float, lon: float, geonameid: int) -> Place:
    """A town of Sudan."""
    return Place(
        name=words,
        words=find(words),
        role="site",
        precision="town",
        country="SD",
        admin1="South Darfur",
        lat=lat,
        lon=lon,
        geonameid=geonameid,
        radius_km=5.0,
        reason="the only town of this name",
    )


def a_claim(type: str, trigger: str, sentence: str, **known: object) -> Claim:
    """A claim that something occurred, with nothing else known unless it is `known`."""
    return bare(type, find(trigger), find(sentence), **known)


def an_event(report: Report, claim: Claim, number: int, **known: object) -> Event:
    """The event of `claim`, with nothing else known unless it is `known`."""
    return replace(
        Event(
            id=f"{report.id[7:19]}-{number}",
            claim=claim,
            background=claim.background,
            agents=(),
            targets=(),
            places=(),
            date=None,
            voice=None,
            codes=Codes(),
            confidence=Confidence(**dict.fromkeys(_SLOTS, 0.5)),
        ),
        **known,
    )


_SLOTS = ("record", "type", "agents", "targets", "places", "date", "quantities", "sources")
_FIRST, _SECOND = TEXT.split(" The army denied")[0], "The army denied that it had carried out any raid."
_TUESDAY = Days(
    start=date(2024, 5, 7), end=date(2024, 5, 7), precision="day", anchor=date(2024, 5, 8), words=find("on Tuesday")
)


def _bombing(report: Report) -> Event:
    monitors = Source(
        name="Darfur Watch", words=find("Darfur Watch"), kind="aid or rights group", cue="said", hedge="believed"
    )
    dead = Count(
        kind="killed", who="civilians", low=12, high=None, words=find("at least 12 civilians"), status="civilian"
    )
    children = Count(
        kind="killed", who="children", low=3, high=3, words=find("three children"), status="child", part_of=0
    )
    claim = a_claim(
        "air_strike",
        "bombed",
        _FIRST,
        counts=(dead, children),
        sources=(monitors,),
        means="jets",
        places=(PlaceMention(name="Kalma", words=find("Kalma")),),
        time=TimeMention(words=find("on Tuesday"), pattern="weekday"),
        agents=(Mention(name="Army", words=find("Army jets"), basis="alleged", alleged_by=("Darfur Watch",)),),
    )
    return an_event(
        report,
        claim,
        1,
        date=_TUESDAY,
        places=(a_town("Kalma", 12.0, 24.99, 1),),
        agents=(
            an_actor(
                "Army", id="sd-army", kind="state forces", country="SD", basis="alleged", alleged_by=("Darfur Watch",)
            ),
        ),
        targets=(an_actor("civilians", kind="civilians"),),
        codes=Codes(
            acled=("Explosions/Remote violence", "Air/drone strike"), plover=("ASSAULT", None), cameo="195", ucdp=3
        ),
    )


def _denial(report: Report) -> Event:
    army = Source(name="army", words=find("army"), stance="denies", kind="official", cue="denied", denial="particular")
    return an_event(report, a_claim("air_strike", "raid", _SECOND, sources=(army,)), 2, agents=(an_actor("army"),))


def _plan(report: Report) -> Event:
    soldiers = Count(kind="deployed", who="soldiers", low=500, high=500, words=find("500 soldiers"))
    sentence = "The force plans to send 500 soldiers to Nyala next week."
    claim = a_claim("deployment", "send", sentence, modality="planned", counts=(soldiers,))
    nyala = replace(a_town("Nyala", 12.05, 24.88, 2), role="to")
    return an_event(report, claim, 3, places=(nyala,), voice="Sahel Wire")


def _withdrawal(report: Report) -> Event:
    sentence = "In March its fighters left Zalingei, which the rebel front now controls."
    march = Days(
        start=date(2024, 3, 1),
        end=date(2024, 3, 31),
        precision="month",
        anchor=date(2024, 5, 8),
        words=find("In March"),
    )
    place = replace(a_town("Zalingei", 12.91, 23.47, 3), admin1="Central Darfur")
    claim = a_claim("withdrawal", "left", sentence, extent="whole")
    return an_event(report, claim, 4, background=True, date=march, places=(place,), voice="Sahel Wire")


def _leads(report: Report) -> Relation:
    subject, end = an_actor("Idris Tahir"), an_actor("front")
    sentence = find("Commander Idris Tahir leads the front.")
    return _relation(
        report, 1, RelationClaim(subject=_said(subject), relation="leads", object=_said(end), sentence=sentence), end
    )


def _controls(report: Report) -> Relation:
    subject, end = an_actor("rebel front"), a_town("Zalingei", 12.91, 23.47, 3)
    sentence = find("In March its fighters left Zalingei, which the rebel front now controls.")
    return _relation(
        report, 2, RelationClaim(subject=_said(subject), relation="controls", object=_said(end), sentence=sentence), end
    )


def _said(end: Actor | Place) -> Mention:
    return Mention(name=end.name, words=end.words)


def _relation(report: Report, number: int, claim: RelationClaim, end: Actor | Place) -> Relation:
    subject = Actor(name=claim.subject.name, words=claim.subject.words)
    return Relation(id=f"{report.id[7:19]}-r{number}", claim=claim, subject=subject, object=end)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says aloud what was not tested for want of a server."""
    skipped = sum(
        "no PostgreSQL server" in str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())
    )
    if skipped:
        terminalreporter.write_line(
            f"{skipped} tests skipped: PostgreSQL was not tested; tools/with_postgres.py make test does it", yellow=True
        )
