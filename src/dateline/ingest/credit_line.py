"""Lines that say who a report is by, from which agency and of when, in cells between bars, dashes and commas."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.ingest.credits import CAPITAL, IN_PLACE, byline_of, split_names
from dateline.ingest.headline import names_an_outlet
from dateline.ingest.stamps import LONGEST_STAMP, Stamp, stamps_among, without_labels
from dateline.knowledge.agencies import agencies

_CELLS: Final = re.compile(r"\s*[|•·;]\s*|\s+(?:[–—-]+|/)\s+")
_READING_TIME: Final = re.compile(
    r"\(?\b(?:\d+\s*-?\s*min(?:ute)?s?\b(?:\s+read\b)?|(?:reading|read)\s+time\b:?)\)?", re.IGNORECASE
)
_AROUND: Final = " \t,:()[]/*_–—-"
_MOST_WORDS: Final = 5
# (Reporting by Ann Writer; Editing by Bob Penn)
_STAFF_LINE: Final = re.compile(
    rf"^\W*(?:Additional\s+)?(?:(?:Reporting|Writing|Written|Reported)(?:\s+and\s+\w+)?\s+by\s+(?P<names>{CAPITAL}(?:\s+{CAPITAL}|,?\s+and\s+{CAPITAL}|,\s+{CAPITAL})*)|Edit(?:ing|ed)\s+by\s+{CAPITAL})"
    r"[^.!?]{0,200}\W*$"
)
# What may stand beside an agency's name in a line that holds no more.
_CREDITS: Final = r"(?:(?i:by|via|from|sources?|agency|credits?)\b:?\s+)"
_STAFF: Final = r"(?:\s+(?i:news\s+agency|agency|news|staff|reporters?|writers?|correspondents?))?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What a line credits; `stamps` are its dates, `worded` says that a word credits the agency, as "by" does, `staff`
    that it is the credit of those who wrote and edited, as it stands behind a story."""

    byline: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None
    stamps: tuple[Stamp, ...] = ()
    worded: bool = False
    staff: bool = False


def credits_of(text: str) -> Credits | None:
    """What a line credits that holds nothing else; None of any other line.

    "By Ann Writer | Coast Post | 4 Feb 2020 | 3 min read", "By Ann Writer in Azmar, 4 February 2020", "Source: AFP",
    "Reuters - 4 Feb 2020". A line without an author or agency is none.
    """
    if staff := _STAFF_LINE.match(text):
        return Credits(byline=split_names(staff.group("names") or ""), staff=True)
    if len(text) > LONGEST_STAMP:
        return None
    stamps, between = stamps_among(text)
    parts = [_READING_TIME.sub("|", without_labels(part) if stamps else part) for part in between]
    cells = [cell for part in parts for cell in map(_stripped, _CELLS.split(part)) if cell]
    read = [_cell(cell) for cell in cells]
    if not read or None in read:
        return None
    found = [one for one in read if one]
    byline = next((one.byline for one in found if one.byline), ())
    agency = next((one for one in found if one.agency), None)
    if not byline and agency is None:
        return None
    return Credits(
        byline=byline,
        agency=agency.agency if agency else None,
        outlet=next((one.outlet for one in found if one.outlet), None),
        stamps=stamps,
        worded=bool(byline) or (agency is not None and agency.worded),
    )


def agency_of(text: str) -> str | None:
    """The agency that a credit such as "Reuters", "By Reuters" or "Ann Writer, Associated Press" names, or None."""
    found = _agency_alone().match(text.strip(_AROUND))
    if found:
        return agencies().named(found.group("agency"))
    signed = _agency_signed().search(text)
    return agencies().named(signed.group("agency")) if signed else None


def _cell(text: str) -> Credits | None:
    """A cell as an author's, an agency's or an outlet's name."""
    if found := _agency_alone().match(text):
        return Credits(agency=agencies().named(found.group("agency")), worded=bool(found.group("word")))
    if names := byline_of(text):
        return Credits(byline=names, agency=agency_of(text), worded=True)
    if len(text.split()) <= _MOST_WORDS and text[0].isupper() and names_an_outlet(text):
        return Credits(outlet=text)
    return None


def _stripped(cell: str) -> str:
    return cell.strip(_AROUND)


@cache
def _agency_alone() -> re.Pattern[str]:
    names = agencies().pattern
    return re.compile(rf"(?P<word>{_CREDITS})?(?:[Tt]he\s+)?(?P<agency>{names}){_STAFF}{IN_PLACE}?\.?$")


@cache
def _agency_signed() -> re.Pattern[str]:
    """Ann Writer, Associated Press · Ann Writer of The Associated Press · Ann Writer (AFP)"""
    names = agencies().pattern
    return re.compile(rf"(?:,|/|\||\b(?:of|for|with)|\()\s*(?:the\s+)?(?P<agency>{names}){_STAFF}\)?\s*(?:,.*)?$")
