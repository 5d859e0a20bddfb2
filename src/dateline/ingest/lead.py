"""What stands in front of a story and behind it in its own paragraphs: dateline, agency, date, byline, credits."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from dateline.ingest.stamps import Stamp, leading_stamp
from dateline.knowledge.agencies import agencies
from dateline.knowledge.calendar_words import MONTH_SHORT, MONTHS
from dateline.knowledge.furniture import fold, furniture

_NAME: Final = r"[^\W\d_][\w'’.-]*"
_CAPITAL: Final = r"[A-ZÀ-Þ][\w'’.-]*"
_PLACE: Final = rf"{_CAPITAL}(?:[ /-]{_CAPITAL}){{0,4}}"
_WITHIN: Final = rf"(?:,\s+{_CAPITAL}(?:\s(?:{_CAPITAL}|of|and|the)){{0,4}}){{0,2}}?"
_MONTH: Final = "|".join(sorted({*MONTHS, *MONTH_SHORT}, key=len, reverse=True))
_DAY: Final = rf"(?:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH})\.?)(?:,?\s+(?:19|20)\d\d)?"
_DASH: Final = r"(?:\s*(?:--+|[–—―])\s*|\s+[-_]\s+|-\s+)"
# BEIRUT (Reuters) - · KABUL, Afghanistan (July 30) - · Dubai, United Arab Emirates (CNN)-
_WITH_BRACKET: Final = re.compile(
    rf"(?P<place>{_PLACE}{_WITHIN})(?:,\s*(?P<day>(?i:{_DAY})))?\s*\((?:(?P<dated>(?i:{_DAY}))|(?P<agency>{_CAPITAL}(?:[ /&]{_NAME}){{0,3}}))\)(?:{_DASH}|-|\s*:\s*|\s+)"
)
# BAGHDAD - · KHERSON, Ukraine - · GOMA, Nov 4 - : in capitals, or with its country or the day beside it
_WITH_DASH: Final = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{{2,}}(?:[ /-][A-ZÀ-Þ'’.-]{{2,}}){{0,3}}{_WITHIN}|{_PLACE},\s+{_PLACE})(?:,\s*(?P<day>(?i:{_DAY})))?{_DASH}"
)
# ISLAMABAD: , and on pages without capitals "baroda: "
_WITH_COLON: Final = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{3,}(?: [A-ZÀ-Þ'’-]{3,}){0,2}|[a-z][a-z'-]+(?: [a-z'-]+){0,2}):\s+(?P<after>\S)")
# BEIRUT At least ...: where a scraper lost the dash
_IN_CAPITALS: Final = re.compile(r"(?P<place>[A-ZÀ-Þ]{4,})\s+(?=(?:At|The|A|An|In|On|More|Some|Two|Three|\d+)\s+[a-z\d])")
_CREDIT_AT_END: Final = re.compile(r"\(\s*(?:Additional\s+)?(?P<what>Reporting|Writing|Editing)\s+by\s+(?P<names>[^()]+)\)\s*$", re.IGNORECASE)
_REPORTING_BY: Final = re.compile(rf"(?:Reporting|Writing)\s+by\s+(?P<names>{_CAPITAL}(?:\s+{_CAPITAL}|,?\s+and\s+{_CAPITAL}|,\s+{_CAPITAL})+)")
_LAST_SENTENCE: Final = re.compile(r".*[.!?][\"'”’)]*\s+(?=\S)", re.DOTALL)
_INITIALS: Final = re.compile(r"^(?:[A-Z]{2,4}\s*[-/]?\s*)?\d{1,2}(?:\s+[A-Z]\w+)?$")
_NAMES: Final = re.compile(rf"^{_CAPITAL}(?:[ -]{_NAME}){{0,2}}(?:\s*/\s*{_CAPITAL}(?:[ -]{_NAME}){{0,2}})+$")
_FULL_NAME: Final = re.compile(r"^[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}$")
_SOURCE_LINE: Final = re.compile(r"^(?:source|sources|with)\b:?\s+(?P<names>\S+(?:\s+\S+){0,4})$", re.IGNORECASE)
_BYLINE: Final = re.compile(rf"^by:?\s+(?P<names>{_CAPITAL}(?:[ ,&]+(?:and\s+|al-|de\s+|van\s+|von\s+)?{_CAPITAL}|\s+and\s+{_CAPITAL}){{0,9}})\s*[|•-]?$", re.IGNORECASE)
_TAGS: Final = re.compile(r"\s(?P<tags>Tags:?)\s+(?=[A-Z])")
_FUNCTION_WORDS: Final = frozenset("a an the of in on at by to for from with and was were is are has have had after as that least".split())
_CONTRIBUTED: Final = re.compile(rf"(?:^|\s)\(?(?:[\w.' ]{{0,40}}?(?:'s|’s)\s+)?(?P<names>{_CAPITAL}(?:\s{_CAPITAL}){{1,2}}(?:(?:,?\s+and|,)\s+{_CAPITAL}(?:\s{_CAPITAL}){{1,2}})*) contributed to this (?:report|story|article)\.?\)?$")
_SOURCE_AGENCY_HEAD: Final = r"[.!?][\"'”’)]*\s+(?P<words>Source:?\s+(?P<agency>{names})\b.*)$"
_DATED: Final = re.compile(rf"\((?:{_DAY})\)", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:,|&|;|/|\band\b)\s*")
_HEAD: Final = 400
_MID_HEAD: Final = 1500
_END: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What was taken off the front and the end of a story: `text` is the rest.

    `dated` are days in a dateline, as written and perhaps without a year; `own` are full dates in front of the story;
    `dropped` are (words, reason) of parts that belong to nothing.
    """

    text: str
    dateline: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    own: tuple[Stamp, ...] = ()
    dated: tuple[str, ...] = ()
    dropped: tuple[tuple[str, str], ...] = field(default=())


Step = Callable[[Lead], Lead]


def peel_front(text: str, title: re.Pattern[str] | None, *, cased: bool) -> Lead:
    """Takes headline, stamps, agency and dateline off the front of a story's first paragraph, in whatever order they stand."""
    lead = _off_before_title(Lead(text=text), title)
    steps: tuple[Step, ...] = (_off_stamp, _off_dateline if cased else _off_small_dateline, _off_agency)
    for _ in range(4):
        before = lead.text
        lead = _off_title(lead, title)
        for step in steps:
            lead = step(lead)
        if lead.text == before:
            break
    return _off_tags(_split_inside(lead))


def peel_end(text: str) -> Lead:
    """Takes credits, initials and furniture that was glued on off the end of a story's last paragraph."""
    lead = Lead(text=text)
    for _ in range(4):
        before = lead.text
        for step in END_STEPS:
            lead = step(lead)
        if lead.text == before:
            break
    return lead


def is_dateline(text: str) -> bool:
    """Whether a line is a dateline and nothing else: "KABUL, Afghanistan (March 27)"."""
    return _WITH_BRACKET.fullmatch(text) is not None and bool(_DATED.search(text))


def byline_of(text: str) -> tuple[str, ...]:
    """The names of a line that says "By NAME and NAME"; agencies among them are left out."""
    found = _BYLINE.match(text)
    return split_names(found.group("names")) if found else ()


def split_names(text: str) -> tuple[str, ...]:
    """Names joined by commas, slashes or "and"; agencies are no names."""
    names = (name.strip(" .;") for name in _AND.split(text))
    return tuple(name for name in names if name and not agencies().named(name))


def told_agency(text: str) -> str | None:
    """The agency whose own reporter speaks in the text: "told AFP", "an AFP correspondent".

    Other outlets write "told the AFP news agency"; an agency's own copy names it bare.
    """
    found = _told().search(text)
    return agencies().named(found.group("told") or found.group("own")) if found else None


def _off_before_title(lead: Lead, title: re.Pattern[str] | None) -> Lead:
    """A headline repeated near the start of a paragraph: what stands before it is the page's, not the story's."""
    found = title.search(lead.text[:_HEAD]) if title else None
    if found is None or not 0 < found.start() <= 80 or found.end() >= len(lead.text):
        return lead
    front = lead.text[: found.start()].strip()
    stamp = leading_stamp(front)
    agency = next((agencies().named(word) for word in front.split() if agencies().named(word)), None)
    if stamp is None and agency is None:
        return lead
    own = (stamp[0],) if stamp else ()
    return replace(lead, text=_after(lead.text, found.end()), own=own, agency=lead.agency or agency)


def _off_title(lead: Lead, title: re.Pattern[str] | None) -> Lead:
    found = title.match(lead.text) if title else None
    if found is None or found.end() >= len(lead.text) - 1:
        return lead
    return replace(lead, text=_after(lead.text, found.end()))


def _off_stamp(lead: Lead) -> Lead:
    found = leading_stamp(lead.text)
    if found is None:
        return lead
    stamp, end = found
    words = lead.text[:end]
    dropped = ((words, "is a date stamp"),) if stamp.kind != "bare" else ()
    return replace(lead, text=_after(lead.text, end), own=(*lead.own, stamp), dropped=lead.dropped + dropped)


def _off_agency(lead: Lead) -> Lead:
    """ "AFP Sunday 3 Jul 2016", "(Xinhua) -", "SANA -", "Regional NNA -" at the front."""
    found = _agency_in_front().match(lead.text)
    if found is None:
        return lead
    rest = _after(lead.text, found.end())
    if not found.group("mark") and leading_stamp(rest) is None:
        return lead
    return replace(lead, text=rest, agency=lead.agency or agencies().named(found.group("agency")))


def _off_dateline(lead: Lead) -> Lead:
    for pattern in (_WITH_BRACKET, _WITH_DASH, _WITH_COLON, _IN_CAPITALS):
        found = pattern.match(lead.text)
        if found and found.group("place")[0].isupper() and _is_place(found.group("place")) and _is_marked(found):
            return _with_dateline(lead, found)
    return lead


def _off_small_dateline(lead: Lead) -> Lead:
    found = _WITH_COLON.match(lead.text)
    return _with_dateline(lead, found) if found else lead


def _with_dateline(lead: Lead, found: re.Match[str]) -> Lead:
    groups = found.groupdict()
    day = groups.get("day") or groups.get("dated")
    credit = groups.get("agency")
    end = found.start("after") if groups.get("after") else found.end()
    return replace(
        lead,
        text=_after(lead.text, end),
        dateline=lead.dateline or found.group("place"),
        agency=lead.agency or ((agencies().named(credit) or credit) if credit else None),
        dated=lead.dated + ((day,) if day else ()),
    )


def _split_inside(lead: Lead) -> Lead:
    """A credit in the middle of the first paragraph, between the standfirst and the story: a new paragraph begins there."""
    found = _inside().search(lead.text[:_MID_HEAD])
    if found is None or found.start() == 0:
        return lead
    front, rest = lead.text[: found.start()].rstrip(), Lead(text=lead.text[found.start() :])
    rest = _off_stamp(_off_dateline(_off_agency(rest)))
    return replace(
        lead,
        text=f"{front}\n\n{rest.text}",
        dateline=lead.dateline or rest.dateline,
        agency=lead.agency or rest.agency,
        own=lead.own + rest.own,
    )


def _off_tags(lead: Lead) -> Lead:
    """A list of tags between the standfirst and the story: "Tags" and names, up to the word that begins a sentence."""
    found = _TAGS.search(lead.text[:_HEAD])
    if found is None:
        return lead
    words = list(re.finditer(r"\S+", lead.text[found.end() : found.end() + _HEAD]))
    first = next((i for i in range(2, len(words) - 6) if _begins_sentence([word.group() for word in words[i : i + 7]])), None)
    if first is None:
        return lead
    start, end = found.start("tags"), found.end() + words[first].start()
    dropped = (*lead.dropped, (lead.text[start:end].strip(), "is a list of tags"))
    return replace(lead, text=f"{lead.text[:start].rstrip()}\n\n{lead.text[end:]}", dropped=dropped)


def _begins_sentence(words: Sequence[str]) -> bool:
    """A capital, three words in small letters, and function words among them or soon after."""
    return words[0][0].isupper() and all(word[0].islower() for word in words[1:4]) and any(word in _FUNCTION_WORDS for word in words[1:])


def _off_glued(lead: Lead) -> Lead:
    """Furniture behind the last full stop, or in a last sentence of its own."""
    shift = max(0, len(lead.text) - _END)
    found = _glued().search(lead.text, shift)
    if found is None:
        return lead
    words = found.group("words")
    is_notice = found.group("phrase").endswith(":") or not words.endswith((".", "!", "?", '"', "”"))
    if len(words.split()) > 15 or not is_notice:
        return lead
    return _cut(lead, found.start("words"), "is furniture glued to the last paragraph", agencies().signed(words))


def _off_source_agency(lead: Lead) -> Lead:
    """ "Source AA" behind a full stop: the story ends there, whatever a scraper glued to it."""
    found = _source_agency().search(lead.text, len(lead.text) // 3)
    if found is None:
        return lead
    return _cut(lead, found.start("words"), "stands behind the credit of the copy", agencies().named(found.group("agency")))


def _off_contributed(lead: Lead) -> Lead:
    found = _CONTRIBUTED.search(lead.text, max(0, len(lead.text) - _END))
    if found is None:
        return lead
    return replace(lead, text=lead.text[: found.start()].rstrip(), byline=lead.byline + split_names(found.group("names")))


def _cut(lead: Lead, start: int, reason: str, agency: str | None) -> Lead:
    """The text up to `start`; the rest is dropped."""
    rest = lead.text[start:]
    return replace(lead, text=lead.text[:start].rstrip(), agency=lead.agency or agency, dropped=((rest, reason), *lead.dropped))


def _off_last_credit(lead: Lead) -> Lead:
    """What stands behind the last full stop: initials and page numbers, the writers' names, the source of the copy."""
    found = _LAST_SENTENCE.match(lead.text)
    if found is None:
        return lead
    kept, last = lead.text[: found.end()].rstrip(), lead.text[found.end() :].strip()
    if _INITIALS.match(last):
        dropped = () if last.isdigit() else ((last, "is an editor's mark"),)
        return replace(lead, text=kept, dropped=dropped + lead.dropped)
    if _NAMES.match(last) or _FULL_NAME.match(last):
        return replace(lead, text=kept, byline=lead.byline + split_names(last))
    source = _SOURCE_LINE.match(last)
    if source and last[0].isupper() and len(last.split()) <= 6:
        named = agencies().named(source.group("names").rstrip("."))
        return replace(lead, text=kept, agency=lead.agency or named, dropped=((last, "credits the source of the copy"), *lead.dropped))
    return lead


def _off_agency_at_end(lead: Lead) -> Lead:
    found = _agency_at_end().search(lead.text)
    if found is None or found.start() == 0:
        return lead
    return replace(lead, text=lead.text[: found.start("cut")].rstrip(), agency=lead.agency or agencies().named(found.group("agency")))


def _off_reporting_by(lead: Lead) -> Lead:
    found = _CREDIT_AT_END.search(lead.text)
    if found:
        named = _REPORTING_BY.search(found.group())
        names = split_names(named.group("names")) if named else ()
        return replace(lead, text=lead.text[: found.start()].rstrip(), byline=lead.byline + names)
    tail = _REPORTING_BY.search(lead.text[-250:])
    start = max(0, len(lead.text) - 250) + tail.start() if tail else 0
    if tail is None or start == 0 or lead.text[:start].rstrip()[-1] not in ".!?\"”)":
        return lead
    return replace(lead, text=lead.text[:start].rstrip(), byline=lead.byline + split_names(tail.group("names")))


def _off_notice(lead: Lead) -> Lead:
    """A last sentence in which the outlet speaks of itself, asks to subscribe or states rights."""
    found = _LAST_SENTENCE.match(lead.text)
    if found is None:
        return lead
    last = fold(lead.text[found.end() :])
    signal = next((s for s in furniture().signals if s.weight >= 3 and any(phrase in last for phrase in s.holds)), None)
    if signal is None:
        return lead
    return replace(lead, text=lead.text[: found.end()].rstrip(), dropped=((lead.text[found.end() :], signal.reason), *lead.dropped))


def _is_marked(found: re.Match[str]) -> bool:
    """A bracket with no dash behind it opens a report only if it holds an agency or a day."""
    groups = found.groupdict()
    return "mark" not in groups or bool(groups["mark"] or groups["dated"] or agencies().named(groups["agency"] or ""))


def _is_place(words: str) -> bool:
    first = fold(words).split()
    return agencies().named(words) is None and not any(word.strip(",") in _KICKERS for word in first)


def _after(text: str, end: int) -> str:
    return text[end:].lstrip(" .:;,|-–—_\t")


# Words in capitals in front of a dash or colon that are no places.
_KICKERS: Final = frozenset(
    "update updated breaking exclusive watch video live analysis opinion explainer factbox timeline photos correction corrected urgent "
    "alert special report interview editorial feature newsline note read related".split()
)


@cache
def _agency_in_front() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s+)?\(?\b(?P<agency>{agencies().pattern})\b\)?(?P<mark>\s*(?:--?|[–—:])\s+)?")


@cache
def _agency_at_end() -> re.Pattern[str]:
    names = agencies().pattern
    return re.compile(rf"(?P<cut>(?:\s*[-–—]+\s*|\s*[(\[]\s*|(?<=[.!?\"”])\s+/?)(?P<agency>{names})/?[)\]]?\.?)$")


@cache
def _inside() -> re.Pattern[str]:
    names = agencies().pattern
    weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    return re.compile(rf"(?<=\s)(?:(?:{names})\s+(?:{weekday}\s+)?\d{{1,2}}\s+\w{{3,9}}\s+(?:19|20)\d\d|[A-Z]{{4,}}(?:,\s+{_CAPITAL})?\s+\((?:{names})\)\s*(?:[-–—]|(?=[A-Z])))")


@cache
def _told() -> re.Pattern[str]:
    names = agencies().short
    own = r"(?:reporter|correspondent|journalist|photographer|team)"
    said_to = rf"\b(?:told|[Ss]peaking\s+to|statement\s+to)\s+(?P<told>{names})(?!\w|\s+(?:news|agency))"
    return re.compile(rf"{said_to}|\b(?P<own>{names})(?:'s)?\s+{own}\b")


@cache
def _glued() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(furniture().run_on, key=len, reverse=True))
    return re.compile(rf"(?:[.!?)][\"'”’)]*\s+(?=(?:\d+\s+)?[A-Z])|\s(?=Our Standards:))(?P<words>(?:\d{{1,2}}\s+)?(?P<phrase>{phrases}).*)$", re.IGNORECASE | re.DOTALL)


@cache
def _source_agency() -> re.Pattern[str]:
    return re.compile(_SOURCE_AGENCY_HEAD.replace("{names}", agencies().pattern), re.DOTALL)


END_STEPS: Final[tuple[Step, ...]] = (
    _off_source_agency,
    _off_glued,
    _off_last_credit,
    _off_agency_at_end,
    _off_reporting_by,
    _off_contributed,
    _off_notice,
)
