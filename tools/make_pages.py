"""Made-up news pages, any number of them, with what is coded from them: for measures of the store and of merging.

    make_pages.py NUMBER --out FOLDER [--seed N]      writes the pages as text files

News grows by days and places: about six stories happen a day, a month has a theatre of its own with sixty towns, and a
story is told on one page to four, in words of their own or as copies of a wire story. One page in fifteen ends with
the formula of its agency. The same seed gives the same pages, and more of them begin with the fewer.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Final

from dateline.model.claim import Claim, Count, Mention, PlaceMention, Source
from dateline.model.event import Actor, Coded, Codes, Confidence, Days, Event, Place
from dateline.model.text import Page, Report, Span

FIRST_DAY: Final = date(2021, 1, 1)
STORIES_A_DAY: Final = 6
TOWNS: Final = 60
DAYS_IN_A_THEATRE: Final = 30
SYLLABLES: Final = "ba da fa ga ha ja ka la ma na ra sa ta wa za bir dor gel kim lun mor nar rish sul tam".split()
OUTLETS: Final = ("Nile Courier", "Delta Post", "Harbour Herald", "Plateau Times", "Lake Gazette", "Border Mail")
AGENCIES: Final = ("Sahel Wire", "Delta News")
DEEDS: Final = (
    ("shelling", "shelled", "the army"),
    ("air_strike", "bombed", "warplanes"),
    ("attack", "raided", "gunmen"),
    ("armed_clash", "fought over", "rebel fighters"),
    ("capture", "seized", "the front"),
)
SPEAKERS: Final = ("the mayor", "a hospital doctor", "residents", "the monitoring group", "a spokesman", "witnesses")
OPENINGS: Final = (
    "{agent} {verb} the town of {place} on {weekday}, killing {dead} people, {speaker} said.",
    "{dead} people were killed when {agent} {verb} {place} on {weekday}, according to {speaker}.",
    "In {place}, {agent} {verb} the market on {weekday} and {dead} people were killed, {speaker} said.",
)
DENIAL: Final = "The defence ministry denied that {agent} had {verb} {place}."
THINGS: Final = (
    "bridge school clinic bakery market mill harbour station quarry orchard depot well road workshop barracks mosque "
    "church square garage warehouse fields dam office pharmacy library stadium post kitchen ferry camp canal"
).split()
PEOPLE: Final = (
    "teachers farmers traders drivers nurses porters widows fishermen students elders masons weavers herders clerks "
    "pensioners bakers shepherds carpenters neighbours volunteers"
).split()
DOINGS: Final = (
    "carried stored counted repaired mourned guarded shared buried cleared reported watched sold moved searched "
    "rebuilt closed opened crossed described remembered"
).split()
KINDS: Final = (
    "old new burnt northern southern crowded empty half-built ruined flooded small main distant private public narrow "
    "wooden brick guarded abandoned"
).split()
SCENES: Final = (
    "{people} of {place} {doing} the {thing} while {others} {did} the {other}.",
    "At the {thing} {people} {doing} {number} sacks, which {others} {did} to the {other}.",
    "{number} {people} {doing} the {thing} behind the {other}, said {others} from {place}.",
    "Beyond the {other} {others} {did} {number} blankets for {people} at the {thing}.",
    "The {thing} was {doing} by {people} after {others} {did} the {other}.",
)
FORMULA: Final = (
    "{agency} could not check the reports on the spot. Access to the area is closed to journalists, and each side has "
    "in the past given figures that could not be confirmed by others for weeks."
)
SLOTS: Final = ("record", "type", "agents", "targets", "places", "date", "quantities", "sources")
SURE: Final = Confidence(**dict.fromkeys(SLOTS, 0.8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What a story is about."""

    number: int
    day: date
    place: str
    lat: float
    lon: float
    deed: tuple[str, str, str]
    dead: int


def made(number: int, seed: int = 0) -> list[tuple[Page, Coded]]:
    """The first `number` pages of a seed, with what is coded from them."""
    return list(islice(pages(seed), number))


def pages(seed: int = 0) -> Iterator[tuple[Page, Coded]]:
    """All pages of a seed, without end, in the order in which they are published."""
    for number in count():
        random = Random(f"{seed} {number}")
        happening = _happening(number, random)
        first = _page(happening, 0, random)
        yield first
        for telling in range(1, random.choice((1, 1, 1, 1, 1, 1, 2, 2, 2, 3))):
            wire = random.random() < 0.3
            yield _copy(first, telling) if wire else _page(happening, telling, random)


def _happening(number: int, random: Random) -> Happening:
    day = number // STORIES_A_DAY
    theatre, town = day // DAYS_IN_A_THEATRE, random.randrange(TOWNS)
    return Happening(
        number=number,
        day=FIRST_DAY + timedelta(days=day),
        place=_name(theatre * TOWNS + town),
        lat=round((theatre * 7.3) % 100 - 50 + town * 0.11, 4),
        lon=round((theatre * 31.7) % 350 - 175 + town * 0.13, 4),
        deed=random.choice(DEEDS),
        dead=random.randint(2, 40),
    )


def _name(number: int) -> str:
    """A town's name: another for each number below fifteen thousand."""
    low, rest = number % len(SYLLABLES), number // len(SYLLABLES)
    middle, high = rest % len(SYLLABLES), rest // len(SYLLABLES) % len(SYLLABLES)
    return (SYLLABLES[high] + SYLLABLES[middle] + SYLLABLES[low]).capitalize()


def _page(told: Happening, telling: int, random: Random) -> tuple[Page, Coded]:
    _, verb, agent = told.deed
    speaker, agency = random.choice(SPEAKERS), random.choice((*AGENCIES, None))
    known = {"agent": agent, "verb": verb, "place": told.place, "dead": told.dead, "speaker": speaker}
    lead = _sentence(random.choice(OPENINGS), known | {"weekday": f"{told.day:%A}"})
    denial = _sentence(DENIAL, known) if random.random() < 0.2 else None
    body = [_sentence(random.choice(SCENES), _scene(told, random)) for _ in range(random.randint(8, 16))]
    last = [FORMULA.format(agency=agency)] if agency and random.random() < 0.1 else []
    text = "\n\n".join([lead, *([denial] if denial else []), " ".join(body), *last])
    report = _report(told, telling, text, random.choice(OUTLETS), agency)
    events = [_event(report, 0, told, lead, speaker, "asserts")]
    if denial:
        events.append(_event(report, 1, told, denial, "The defence ministry", "denies"))
    return _as_page(report, tuple(events))


def _sentence(template: str, known: dict[str, object]) -> str:
    said = template.format_map(known)
    return said[0].upper() + said[1:]


def _scene(told: Happening, random: Random) -> dict[str, object]:
    things = [f"{random.choice(KINDS)} {thing}" for thing in random.sample(THINGS, 2)]
    parts = zip(
        ("thing", "other", "people", "others", "doing", "did"),
        (*things, *random.sample(PEOPLE, 2), *random.sample(DOINGS, 2)),
        strict=True,
    )
    return {**dict(parts), "number": random.randint(11, 900), "place": told.place}


def _report(told: Happening, telling: int, text: str, outlet: str, agency: str | None) -> Report:
    return Report(
        page=f"story-{told.number:06d}-{telling}.txt",
        id="",
        text=text,
        status="coded",
        title=f"{told.dead} killed in {told.place}",
        outlet=outlet,
        agency=agency,
        language="en",
        published=told.day.isoformat(),
    )


def _as_page(report: Report, events: tuple[Event, ...]) -> tuple[Page, Coded]:
    """The page of a report, and the coding under the ids that the page's bytes give."""
    page = Page(name=report.page, data=f"{report.title}\n\n{report.outlet}\n\n{report.text}".encode())
    short = page.id.removeprefix("sha256:")[:12]
    kept = tuple(replace(event, id=f"{short}-{number}") for number, event in enumerate(events))
    return page, Coded(report=replace(report, id=page.id), events=kept)


def _copy(first: tuple[Page, Coded], telling: int) -> tuple[Page, Coded]:
    """The same text at another outlet."""
    report = first[1].report
    name = report.page.replace("-0.", f"-{telling}.")
    other = [outlet for outlet in OUTLETS if outlet != report.outlet][telling - 1]
    return _as_page(replace(report, page=name, outlet=other), first[1].events)


def _event(report: Report, number: int, told: Happening, sentence: str, speaker: str, stance: str) -> Event:
    kind, verb, agent = told.deed
    start = report.text.index(sentence)

    def span(words: str) -> Span:
        at = report.text.lower().index(words.lower(), start)
        return Span(at, at + len(words), report.text[at : at + len(words)])

    where, day = span(told.place), told.day
    asserts = stance == "asserts"
    dead = (_dead(told, span(f"{told.dead} people")),) if asserts else ()
    claim = Claim(
        type=kind,
        trigger=span(verb),
        sentence=span(sentence),
        modality="occurred",
        background=False,
        agents=(Mention(name=agent, words=span(agent)),),
        targets=(),
        places=(PlaceMention(name=told.place, words=where),),
        time=None,
        counts=dead,
        sources=(Source(name=speaker, words=span(speaker), stance="asserts" if asserts else "denies"),),
        means=None,
        extent=None,
        rule=f"{kind}/1",
    )
    place = Place(
        name=told.place, words=where, role="site", precision="town", country="XA", admin1=f"District {told.number % 7}",
        lat=told.lat, lon=told.lon, geonameid=None, radius_km=5.0, reason="the only town of this name",
    )  # fmt: skip
    return Event(
        id=str(number),
        claim=claim,
        background=False,
        agents=(Actor(name=agent, words=span(agent)),),
        targets=(),
        places=(place,),
        date=Days(start=day, end=day, precision="day", anchor=day),
        voice=None,
        codes=Codes(),
        confidence=SURE,
    )


def _dead(told: Happening, words: Span) -> Count:
    return Count(kind="killed", who="people", low=told.dead, high=told.dead, words=words)


def main() -> None:
    """Write pages as text files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("number", type=int, help="how many pages")
    parser.add_argument("--out", type=Path, required=True, help="the folder for them, made where there is none")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for page, _ in islice(pages(asked.seed), asked.number):
        (asked.out / page.name).write_bytes(bytes(page.data))


if __name__ == "__main__":
    main()
