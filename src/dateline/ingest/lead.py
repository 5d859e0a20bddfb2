"""What stands in front of a story in its first paragraph: headline, date, dateline, agency, tags."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final

from dateline.ingest.credits import CAPITAL, Peeled, peel
from dateline.ingest.dateline import lead_in
from dateline.ingest.language import FUNCTION_WORDS
from dateline.ingest.stamps import leading_stamp
from dateline.ingest.tail import run_on
from dateline.knowledge.agencies import agencies

_SAID_TWICE: Final = re.compile(r"\A(?P<once>.{40,400}?[.!?])\s+(?P=once)(?=\s)")
_TAGS: Final = re.compile(r"\s(?P<tags>Tags:?)\s+(?=[A-Z])")
_WORD: Final = re.compile(r"\S+")

# Characters: how far in front a repeated headline, a list of tags and a credit in mid paragraph are looked for.
_BEFORE_TITLE: Final = 80
_HEAD: Final = 400
_MID_HEAD: Final = 1500


def peel_front(text: str, title: re.Pattern[str] | None, *, cased: bool) -> Peeled:
    """Takes headline, stamps, agency and dateline off a story's first paragraph, in whatever order they stand."""
    peeled = _off_before_title(Peeled(text=text), title)
    steps = (partial(_off_title, title=title), _off_stamp, partial(_off_dateline, cased=cased), _off_agency)
    return _off_repeat(_off_tags(_split_inside(peel(peeled, steps))))


def _off_before_title(peeled: Peeled, title: re.Pattern[str] | None) -> Peeled:
    """A headline repeated near the start of a paragraph: what stands before it is the page's, not the story's."""
    found = title.search(peeled.text[:_HEAD]) if title else None
    if found is None or not 0 < found.start() <= _BEFORE_TITLE or found.end() >= len(peeled.text):
        return peeled
    front = peeled.text[: found.start()].strip()
    stamp = leading_stamp(front)
    agency = next((agencies().named(word) for word in front.split() if agencies().named(word)), None)
    if stamp is None and agency is None:
        return peeled
    own = (stamp[0],) if stamp else ()
    return replace(peeled, text=_after(peeled.text, found.end()), own=own, agency=peeled.agency or agency)


def _off_title(peeled: Peeled, title: re.Pattern[str] | None) -> Peeled:
    found = title.match(peeled.text) if title else None
    if found is None or found.end() >= len(peeled.text) - 1:
        return peeled
    return replace(peeled, text=_after(peeled.text, found.end()))


def _off_stamp(peeled: Peeled) -> Peeled:
    """A date in front; one that a word announces, or with furniture glued behind it, is dropped as furniture."""
    found = leading_stamp(peeled.text)
    if found is None:
        return peeled
    stamp, end = found
    glued = _glued_in_front().match(peeled.text, end)
    end = glued.end() if glued else end
    dropped = ((peeled.text[:end], "is a date stamp"),) if stamp.kind != "bare" or glued else ()
    text = _after(peeled.text, end)
    return replace(peeled, text=text, own=(*peeled.own, stamp), dropped=peeled.dropped + dropped)


def _off_agency(peeled: Peeled) -> Peeled:
    """An agency with a dash or a date behind it: "AFP Sunday 3 Jul 2016", "(Xinhua) -", "Regional NNA -"."""
    found = _agency_in_front().match(peeled.text)
    if found is None:
        return peeled
    rest = _after(peeled.text, found.end())
    if not found.group("mark") and leading_stamp(rest) is None:
        return peeled
    return replace(peeled, text=rest, agency=peeled.agency or agencies().named(found.group("agency")))


def _off_dateline(peeled: Peeled, *, cased: bool) -> Peeled:
    found = lead_in(peeled.text, cased=cased)
    if found is None:
        return peeled
    return replace(
        peeled,
        text=_after(peeled.text, found.end),
        dateline=peeled.dateline or found.place,
        agency=peeled.agency or found.agency,
        dated=peeled.dated + ((found.day,) if found.day else ()),
    )


def _split_inside(peeled: Peeled) -> Peeled:
    """A credit in mid paragraph, between the standfirst and the story: a new paragraph begins there."""
    found = _inside().search(peeled.text[:_MID_HEAD])
    if found is None or found.start() == 0:
        return peeled
    front, rest = peeled.text[: found.start()].rstrip(), Peeled(text=peeled.text[found.start() :])
    rest = _off_stamp(_off_dateline(_off_agency(rest), cased=True))
    return replace(
        peeled,
        text=f"{front}\n\n{rest.text}",
        dateline=peeled.dateline or rest.dateline,
        agency=peeled.agency or rest.agency,
        own=peeled.own + rest.own,
    )


def _off_repeat(peeled: Peeled) -> Peeled:
    """A standfirst that the story's first sentence says again, word for word."""
    return replace(peeled, text=_SAID_TWICE.sub(r"\g<once>", peeled.text, count=1))


def _off_tags(peeled: Peeled) -> Peeled:
    """A list of tags between the standfirst and the story: "Tags" and names, up to the word that begins a sentence."""
    found = _TAGS.search(peeled.text[:_HEAD])
    if found is None:
        return peeled
    words = list(_WORD.finditer(peeled.text[found.end() : found.end() + _HEAD]))
    starts = (i for i in range(2, len(words) - 6) if _begins_sentence([word.group() for word in words[i : i + 7]]))
    first = next(starts, None)
    if first is None:
        return peeled
    start, end = found.start("tags"), found.end() + words[first].start()
    dropped = (*peeled.dropped, (peeled.text[start:end].strip(), "is a list of tags"))
    return replace(peeled, text=f"{peeled.text[:start].rstrip()}\n\n{peeled.text[end:]}", dropped=dropped)


def _begins_sentence(words: Sequence[str]) -> bool:
    """A capital, three words in small letters, and function words among them or soon after."""
    goes_on = all(word[0].islower() for word in words[1:4])
    return words[0][0].isupper() and goes_on and any(word in FUNCTION_WORDS for word in words[1:])


def _after(text: str, end: int) -> str:
    return text[end:].lstrip(" .:;,|-–—_\t")


@cache
def _agency_in_front() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s+)?\(?\b(?P<agency>{agencies().pattern})\b\)?(?P<mark>\s*(?:--?|[–—:])\s+)?")


@cache
def _inside() -> re.Pattern[str]:
    """AFP Friday 10 Oct 2014 · DAMASCUS (Sputnik)"""
    names = agencies().pattern
    day = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?\d{1,2}\s+\w{3,9}\s+(?:19|20)\d\d"
    place = rf"[A-ZÀ-Þ]{{4,}}(?:,\s+{CAPITAL})?"
    return re.compile(rf"(?<=\s)(?:(?:{names})\s+{day}|{place}\s+\((?:{names})\)\s*(?:[-–—]|(?=[A-Z])))")


@cache
def _glued_in_front() -> re.Pattern[str]:
    return re.compile(rf"[\s)]*(?:{run_on()})(?:\s+\d+)?(?=\s+[A-Z])", re.IGNORECASE)
