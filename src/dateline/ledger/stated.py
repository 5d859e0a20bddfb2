"""What a line rests on, and when: statements and days of tellings, events and relations."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from dateline.model.claim import Source, Stance
from dateline.model.event import Event, Relation
from dateline.model.incident import Telling, Voice
from dateline.model.ledger import Statement, When
from dateline.model.text import Report

NO_PAGES: Final[Mapping[str, When]] = MappingProxyType({})
_ISO_DAY: Final = len("2024-05-31")


def of_telling(telling: Telling) -> Statement:
    """What one telling of an incident says."""
    sentence = telling.event.claim.sentence.text
    return _statement(telling.page, telling.event.id, sentence, telling.voices, telling.denials)


def of_event(report: Report, event: Event) -> Statement:
    """What an event says that is no telling of an incident; where no source is named, in its own voice."""
    sources, carrier = event.claim.sources, report.agency or report.outlet
    said, denied = (_voices(sources, stance, carrier) for stance in ("asserts", "denies"))
    if event.claim.in_own_voice and not said:
        said = (_own(report, event.voice),)
    return _statement(report.page, event.id, event.claim.sentence.text, said, denied)


def of_denial(report: Report, event: Event) -> Statement:
    """Who denies it, or says that it did not happen."""
    found = of_event(report, event)
    return _statement(report.page, event.id, found.sentence, (), (*found.denials, *found.voices))


def of_relation(report: Report, relation: Relation) -> Statement:
    """Who says that it is so."""
    sources, carrier = relation.claim.sources, report.agency or report.outlet
    said, denied = (_voices(sources, stance, carrier) for stance in ("asserts", "denies"))
    said = said if sources else (_own(report, None),)
    return _statement(report.page, relation.id, relation.claim.sentence.text, said, denied)


def when(tellings: Iterable[Telling], pages: Mapping[str, When] = NO_PAGES) -> When | None:
    """The days on which they agree, else all on which any of them puts it; a report's own day only where none is told.

    Tellings that deny it count only where nobody says it. `pages` are the own days of reports, by page, which stand in
    where no telling has a day; without them there is none.
    """
    tellings = tuple(tellings)
    said = [telling for telling in tellings if not telling.denies] or tellings
    told = [day for telling in said if (day := days(telling.event)) is not None]
    found = [day for day in told if day.precision != "report"] or told
    found = found or [day for telling in said if (day := pages.get(telling.page)) is not None]
    return _agreed(found) if found else None


def days(event: Event) -> When | None:
    """The days of an event as its report puts it."""
    found = event.date
    return None if found is None else When(start=found.start, end=found.end, precision=found.precision)


def report_day(report: Report) -> When | None:
    """The day on which a report was published, else updated."""
    stamp = report.published or report.updated
    if stamp is None:
        return None
    day = date.fromisoformat(stamp[:_ISO_DAY])
    return When(start=day, end=day, precision="report")


def _agreed(found: list[When]) -> When:
    start, end = max(day.start for day in found), min(day.end for day in found)
    if start > end:
        start, end = min(day.start for day in found), max(day.end for day in found)
    exact = [day.precision for day in found if (day.start, day.end) == (start, end)]
    return When(start=start, end=end, precision=exact[0] if exact else "span")


def _voices(sources: Iterable[Source], stance: Stance, carrier: str | None) -> tuple[Voice, ...]:
    return tuple(
        Voice(speaker=s.name, party=s.group or s.name, carrier=s.via or carrier) for s in sources if s.stance == stance
    )


def _own(report: Report, voice: str | None) -> Voice:
    carrier = report.agency or report.outlet
    name = voice or carrier or "the report itself"
    return Voice(speaker=name, party=name, carrier=carrier)


def _statement(
    page: str, event: str, sentence: str, voices: tuple[Voice, ...], denials: tuple[Voice, ...]
) -> Statement:
    return Statement(page=page, event=event, sentence=" ".join(sentence.split()), voices=voices, denials=denials)
