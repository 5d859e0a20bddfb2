"""Lines and paragraphs: broken sentences joined, glued ones parted."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.ingest.dateline import is_dateline
from dateline.ingest.lines import Line, joined
from dateline.knowledge.furniture import signals_in

# "last week.Jets flying": a small word, a stop and a capital with nothing between; not "Booking.Com" or "U.S.Army".
_GLUED_STOP: Final = re.compile(r"([a-z]{2,}[)\]]?[.!?][\"”’]?)(?!(?:Com|Org|Net|Gov)\b)(?=[“\"]?[A-Z][a-z])")
_BULLET: Final = re.compile(r"^[*•·▪■●]\s+")
_WORD_AT_END: Final = re.compile(r"([A-Za-z]+)$")

# A line that ends with one of these breaks off in mid sentence.
_LEADS_ON: Final = frozenset(
    "a an the of in on at to for from by with toward towards and or but that as into over under near about around than "
    "was were is are had has what".split()
)


def mend(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Joins what was one line: a dateline with the paragraph under it, and prose that a link broke off with what
    goes on below."""
    found: list[Line] = []
    for line in lines:
        if found and _belongs_to(found[-1], line):
            found[-1] = joined(found[-1], line)
        else:
            found.append(line)
    return tuple(found)


def _belongs_to(above: Line, line: Line) -> bool:
    if above.words <= 8 and is_dateline(above.text):
        return True
    if (
        line.gap
        or above.ended
        or above.capitals >= 0.7
        or line.folded == "by"
        or _is_furniture(line)
        or _is_furniture(above)
    ):
        return False
    if above.words >= 3 and leads_on(above.text):
        return True
    return above.words >= 8 and (line.text[0].islower() or above.text.endswith(","))


def _is_furniture(line: Line) -> bool:
    return bool(signals_in(line.folded))


def leads_on(text: str) -> bool:
    """Whether the last word shows that a sentence goes on."""
    last = _WORD_AT_END.search(text)
    return last is not None and last.group(1) in _LEADS_ON


def paragraphs(lines: Sequence[Line], links: frozenset[str]) -> tuple[str, ...]:
    """The kept lines as paragraphs; where a link or an advert broke a sentence over several lines, they are joined
    again.

    `links` are the folded words of the links that the page lists.
    """
    found: list[str] = []
    for line in lines:
        text = part_glued(_BULLET.sub("", line.text))
        if found and _goes_on(found[-1], text, line, links):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return tuple(found)


def part_glued(text: str) -> str:
    """Puts the missing space between sentences that were glued together."""
    return _GLUED_STOP.sub(r"\1 ", text)


def _goes_on(before: str, text: str, line: Line, links: frozenset[str]) -> bool:
    """Whether `text` is the rest of a sentence that `before` broke off."""
    if before.endswith((".", "!", "?", "…", "”", '"', ":", "]")) or len(before.split()) < 2:
        return False
    if text[0].islower() or before.endswith(","):
        return True
    return leads_on(before) or (line.folded in links and len(before.split()) >= 4)
