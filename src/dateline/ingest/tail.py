"""What stands behind a story in its last paragraph: credits, editors' marks, notices, furniture that was glued on."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.ingest.credits import CAPITAL, NAME, Peeled, Step, cut_from, peel, split_names
from dateline.knowledge.agencies import agencies
from dateline.knowledge.furniture import fold, furniture

_STOP: Final = r"[.!?][\"'”’)]*"
_FULL_STOP: Final = re.compile(rf"{_STOP}(?:\s|$)")
_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[a-z][.!?])\s+(?=[A-Z])")
_LAST_SENTENCE: Final = re.compile(rf".*{_STOP}\s+(?=\S)", re.DOTALL)
_SENTENCE: Final = re.compile(rf"(?<=[.!?\"”)]\s)\S.*?(?:{_STOP}(?=\s|$)|$)")

# "12", "SSH 11", "SA - 12", "12 MoreImage"
_INITIALS: Final = re.compile(r"^(?:[A-Z]{2,4}\s*[-/]?\s*)?\d{1,2}(?:\s+[A-Z]\w+)?$")
_NAMES: Final = re.compile(rf"^{CAPITAL}(?:[ -]{NAME}){{0,2}}(?:\s*/\s*{CAPITAL}(?:[ -]{NAME}){{0,2}})+$")
_FULL_NAME: Final = re.compile(r"^[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}$")
_SOURCE_LINE: Final = re.compile(r"^Sources?\b:?\s+(?P<names>\S+(?:\s+\S+){0,4})$")
_CREDIT_AT_END: Final = re.compile(
    r"\(\s*(?:Additional\s+)?(?:Reporting|Writing|Editing)\s+by\s+[^()]+\)\s*$", re.IGNORECASE
)
_REPORTING_BY: Final = re.compile(
    rf"(?:Reporting|Writing)\s+by\s+(?P<names>{CAPITAL}(?:\s+{CAPITAL}|,?\s+and\s+{CAPITAL}|,\s+{CAPITAL})+)"
)
_FULL: Final = rf"{CAPITAL}(?:\s{CAPITAL}){{1,2}}"
_OUTLET: Final = r"(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*(?:'s?|’s?)\s+"
_CONTRIBUTED: Final = re.compile(
    rf"(?:^|\s)\(?(?:{_OUTLET})?(?P<names>{_FULL}(?:(?:,?\s+and|,)\s+{_FULL})*)"
    r" contributed to this (?:report|story|article)\.?\)?$"
)

# Characters from the end: how far back credits, notices and glued furniture are looked for.
_CREDITS: Final = 300
_NOTICES: Final = 900
_GLUED: Final = 1500


def peel_end(text: str) -> Peeled:
    """Takes credits, initials, notices and glued furniture off the end of a story's last paragraph."""
    return peel(Peeled(text=text), STEPS)


def pieces(words: str) -> list[str]:
    """What was glued together behind a story, sentence by sentence, as it stood in lines of its own."""
    return _BETWEEN_SENTENCES.split(words.strip())


def run_on() -> str:
    """A regular expression for the phrases of furniture that scrapers glue to paragraphs."""
    return "|".join(re.escape(phrase) for phrase in sorted(furniture().run_on, key=len, reverse=True))


def _off_source_agency(peeled: Peeled) -> Peeled:
    """ "Source AA" behind a full stop: the story ends there, whatever a scraper glued to it."""
    found = _source_agency().search(peeled.text, len(peeled.text) // 3)
    if found is None:
        return peeled
    agency = agencies().named(found.group("agency"))
    return cut_from(peeled, found.start("words"), "stands behind the credit of the copy", agency)


def _off_glued(peeled: Peeled) -> Peeled:
    """Furniture behind a full stop, with no further full stop in it unless it ends with a colon ("Our Standards:")."""
    found = _glued().search(peeled.text, max(len(peeled.text) // 3, len(peeled.text) - _GLUED))
    if found is None:
        return peeled
    words = found.group("words")
    if not found.group("phrase").endswith(":") and _FULL_STOP.search(words):
        return peeled
    reason = "is furniture glued to the last paragraph"
    return cut_from(peeled, found.start("words"), reason, agencies().signed(words))


def _off_last_credit(peeled: Peeled) -> Peeled:
    """What stands behind the last full stop: editors' marks and page numbers, the writers' names, the source of
    the copy."""
    found = _LAST_SENTENCE.match(peeled.text)
    if found is None:
        return peeled
    kept, last = peeled.text[: found.end()].rstrip(), peeled.text[found.end() :].strip()
    if last.isdigit() and _INITIALS.match(last):
        return replace(peeled, text=kept)
    if _INITIALS.match(last):
        return cut_from(peeled, found.end(), "is an editor's mark")
    if _NAMES.match(last) or _FULL_NAME.match(last):
        return replace(peeled, text=kept, byline=peeled.byline + split_names(last))
    source = _SOURCE_LINE.match(last)
    if source is None:
        return peeled
    agency = agencies().named(source.group("names").rstrip("."))
    return cut_from(peeled, found.end(), "credits the source of the copy", agency)


def _off_agency_at_end(peeled: Peeled) -> Peeled:
    """The agency's name behind a dash, in brackets or behind the last full stop."""
    found = _agency_at_end().search(peeled.text)
    if found is None or found.start() == 0:
        return peeled
    text = peeled.text[: found.start()].rstrip()
    return replace(peeled, text=text, agency=peeled.agency or agencies().named(found.group("agency")))


def _off_reporting_by(peeled: Peeled) -> Peeled:
    """ "(Reporting by A and B; Editing by C)": the writers are the byline, the editors are not."""
    found = _CREDIT_AT_END.search(peeled.text) or _REPORTING_BY.search(peeled.text, max(0, len(peeled.text) - _CREDITS))
    start = found.start() if found else 0
    if found is None or start == 0 or peeled.text[:start].rstrip()[-1] not in '.!?"”)':
        return peeled
    named = _REPORTING_BY.search(peeled.text, start)
    names = split_names(named.group("names")) if named else ()
    return replace(peeled, text=peeled.text[:start].rstrip(), byline=peeled.byline + names)


def _off_contributed(peeled: Peeled) -> Peeled:
    found = _CONTRIBUTED.search(peeled.text, max(0, len(peeled.text) - _CREDITS))
    if found is None:
        return peeled
    names = split_names(found.group("names"))
    return replace(peeled, text=peeled.text[: found.start()].rstrip(), byline=peeled.byline + names)


def _off_notice(peeled: Peeled) -> Peeled:
    """The last sentences, from the first in which the outlet speaks of itself, asks to subscribe or states rights."""
    shift = max(0, len(peeled.text) - _NOTICES)
    for sentence in _SENTENCE.finditer(peeled.text, shift):
        folded = fold(sentence.group())
        if any(phrase in folded for phrase in furniture().notices):
            return cut_from(peeled, sentence.start(), "is a notice of the outlet behind the story")
    return peeled


@cache
def _agency_at_end() -> re.Pattern[str]:
    names = agencies().pattern
    return re.compile(rf"(?:\s*[-–—]+\s*|\s*[(\[]\s*|(?<=[.!?\"”])\s+/?)(?P<agency>{names})/?[)\]]?\.?$")


@cache
def _glued() -> re.Pattern[str]:
    """A phrase of furniture behind a full stop; a single word only with a capital, a figure or nothing behind it."""
    return re.compile(
        rf"(?:[.!?)][\"'”’)]*\s+|\s(?=Our Standards:))"
        rf"(?P<words>(?:\d{{1,4}}\s+)?(?P<phrase>(?i:{run_on()}))(?=\W*(?:[A-Z\d]|$)|(?<=:)|\S*:).*)$",
        re.DOTALL,
    )


@cache
def _source_agency() -> re.Pattern[str]:
    names = agencies().pattern
    return re.compile(rf"{_STOP}\s+(?P<words>Source:?\s+(?P<agency>{names})\b.*)$", re.DOTALL)


STEPS: Final[tuple[Step, ...]] = (
    _off_source_agency,
    _off_glued,
    _off_last_credit,
    _off_agency_at_end,
    _off_reporting_by,
    _off_contributed,
    _off_notice,
)
