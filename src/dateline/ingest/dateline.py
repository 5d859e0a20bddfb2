"""Datelines: where a report was written, by which agency, on which day."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.ingest.credits import CAPITAL, NAME
from dateline.knowledge.agencies import agencies
from dateline.knowledge.calendar_words import MONTH_SHORT, MONTHS
from dateline.knowledge.furniture import fold, furniture

_MONTH: Final = "|".join(sorted({*MONTHS, *MONTH_SHORT}, key=len, reverse=True))
_DAY: Final = rf"(?i:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH})\.?)(?:,?\s+(?:19|20)\d\d)?"
_DASH: Final = r"(?:\s*(?:--+|[–—―])\s*|\s+[-_]\s+|-\s+)"
_PLACE: Final = rf"{CAPITAL}(?:[ /-]{CAPITAL}){{0,4}}"
_NAMED: Final = rf"{CAPITAL}(?: {CAPITAL}){{0,2}}"
_SHOUTED: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ /-][A-ZÀ-Þ'’.-]{2,}){0,3}"
_WITHIN: Final = rf"(?:,\s+{CAPITAL}(?:\s(?:{CAPITAL}|of|and|the)){{0,4}}){{0,2}}?"
_AGENCY: Final = rf"{CAPITAL}(?:[ /&]{NAME}){{0,3}}"

# (Beirut) - · (Beirut, 4 February 2020) -
_IN_BRACKETS: Final = re.compile(rf"\((?P<place>{_PLACE}{_WITHIN})(?:,\s*(?P<day>{_DAY}))?\)(?:{_DASH})")
# AZMAR, February 4. /TASS/. · AZMAR, February 4 /TASS/ -
_WITH_SLASHES: Final = re.compile(
    rf"(?P<place>{_PLACE}{_WITHIN})(?:[,.]\s*(?P<day>{_DAY}))?[.,]?\s*/(?P<agency>{_AGENCY})/\s*(?:\.\s*)?(?:{_DASH})?\s*"
)
# BEIRUT (Reuters) - · KABUL, Afghanistan (July 30) - · Dubai, United Arab Emirates (CNN)-
_WITH_BRACKET: Final = re.compile(
    rf"(?P<place>{_PLACE}{_WITHIN})(?:[,.]\s*(?P<day>{_DAY}))?,?\s*"
    rf"\((?:(?P<dated>{_DAY})|(?P<agency>{_AGENCY}))\)(?P<mark>{_DASH}|-|\s*:\s*)?\s*"
)
# BAGHDAD - · KHERSON, Ukraine - · GOMA, Nov 4 - · Geneva/Damascus - : in capitals, or with the country or another place
_WITH_DASH: Final = re.compile(
    rf"(?P<place>{_SHOUTED}{_WITHIN}|{_PLACE},\s+{_PLACE}|{_NAMED}/{_NAMED})(?:,\s*(?P<day>{_DAY}))?{_DASH}"
)
# Geneva, 4 February 2020 - · Tehran, Feb 4, IRNA -
_WITH_DAY: Final = re.compile(rf"(?P<place>{_PLACE}{_WITHIN}),\s*(?P<day>{_DAY})(?:,\s*(?P<agency>{_AGENCY}))?{_DASH}")
# Beirut - : only behind an agency's name
_PLACE_ALONE: Final = re.compile(rf"(?P<place>{_PLACE}){_DASH}")
# ISLAMABAD:
_WITH_COLON: Final = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{3,}(?: [A-ZÀ-Þ'’-]{3,}){0,2}):\s+(?=\S)")
# BEIRUT At least ...: where a scraper lost the dash
_IN_CAPITALS: Final = re.compile(
    r"(?P<place>[A-ZÀ-Þ]{4,})\s+(?=(?:At|The|A|An|In|On|More|Some|Two|Three|\d+)\s+[a-z\d])"
)
# lahore: police said ...: on pages without capitals
_SMALL: Final = re.compile(r"(?P<place>[a-z][a-z'-]+(?: [a-z'-]+){0,2}):\s+(?=\S)")


_CASED: Final = (_WITH_BRACKET, _WITH_SLASHES, _IN_BRACKETS, _WITH_DAY, _WITH_DASH, _WITH_COLON, _IN_CAPITALS)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadIn:
    """A dateline as found: the place with what it lies in, agency and day where given, and where the story begins."""

    place: str
    agency: str | None
    day: str | None
    end: int


def lead_in(text: str, *, cased: bool) -> LeadIn | None:
    """The dateline that `text` begins with; `cased` false for pages written without capitals."""
    signed = _agency_first().match(text) if cased else None
    if signed and (found := _first_of((*_CASED, _PLACE_ALONE), text[signed.end() :])) and not found.agency:
        return replace(found, agency=agencies().named(signed.group("agency")), end=signed.end() + found.end)
    return _first_of(_CASED if cased else (_SMALL,), text)


def _first_of(patterns: tuple[re.Pattern[str], ...], text: str) -> LeadIn | None:
    for pattern in patterns:
        found = pattern.match(text)
        if found and _is_place(found.group("place")) and _is_marked(found):
            return _lead_in(found)
    return None


@cache
def _agency_first() -> re.Pattern[str]:
    """AFP, Beirut - · Reuters/KABUL -"""
    return re.compile(rf"(?P<agency>{agencies().pattern})\s*[,|/]\s*(?={CAPITAL})")


def is_dateline(text: str) -> bool:
    """Whether a line is a dateline with its day and nothing else: "KABUL, Afghanistan (March 27)"."""
    found = _WITH_BRACKET.fullmatch(text)
    return found is not None and found.group("dated") is not None


def _lead_in(found: re.Match[str]) -> LeadIn:
    groups = found.groupdict()
    credit = groups.get("agency")
    place, _, last = found.group("place").rpartition(", ")
    if credit is None and place and agencies().named(last):
        credit = last
    else:
        place = found.group("place")
    return LeadIn(
        place=place,
        agency=(agencies().named(credit) or credit) if credit else None,
        day=groups.get("day") or groups.get("dated"),
        end=found.end(),
    )


def _is_marked(found: re.Match[str]) -> bool:
    """A bracket with no dash behind it opens a report only if it holds an agency or a day."""
    groups = found.groupdict()
    return "mark" not in groups or bool(groups["mark"] or groups["dated"] or agencies().named(groups["agency"] or ""))


def _is_place(words: str) -> bool:
    """Not an agency's name, nor a word such as UPDATE that outlets print in front of a headline, nor one of furniture,
    such as "Photo"."""
    folded = fold(words)
    if agencies().named(words) or furniture().kickers.intersection(folded.replace(",", "").split()):
        return False
    return words.isupper() or not any(folded in signal.whole for signal in furniture().signals)
