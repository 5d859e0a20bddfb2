"""Signs by which a line looks like furniture of the page or like prose: a table of small weighted tests.

The docstring of a test is the reason that the user sees. Weights above 0 speak for furniture, below 0 for prose. They
are set by hand.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.ingest.lines import Layout, Line
from dateline.ingest.stamps import announces_a_date
from dateline.knowledge.agencies import agencies
from dateline.knowledge.furniture import signals_in

# Words: a paragraph beyond this is the story even if furniture was glued to it.
LONGEST_NOTICE: Final = 120

_ADDRESS: Final = re.compile(r"https?://|whatsapp://|www\.|\]\(|\S@\S+\.\w")
_BULLET: Final = re.compile(r"^(?:[*•·▪■●○o+»>|–-]|\d{1,2}[.)])\s")
_CREDIT: Final = re.compile(r"^[\[(][^\])]{2,60}[\])]$")
_MARKS_ONLY: Final = re.compile(r"^[\W\d_]*$")
SEPARATED: Final = re.compile(r"\s[|•·»/]\s?|\s[›>]\s")
_GLUED: Final = re.compile(r"[a-z][A-Z][a-z]")
_SPEECH: Final = re.compile(r"[“\"„«].+|\b(?:said|says|told|added)\b")
_CUT_OFF: Final = re.compile(r"(?:\w\s?(?:…|\.\.\.)|\[(?:…|\.\.\.)\])$")
_COUNTED: Final = re.compile(
    r"^(?:list|image|slide|photo|page)?\s*\d+\s*"
    r"(?:of \d+$|/\s*\d+$|[KM]\b|comments?|shares?|views?|likes?|mins?|minutes?|hours?|days?|weeks?|ago\b).{0,20}$",
    re.IGNORECASE,
)
_AGO: Final = re.compile(r"\b\d+\s*(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[hdm])\s+ago\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """A reason found in one line, with its weight."""

    weight: float
    reason: str


Test = Callable[[Line, Layout], bool]


def is_an_address(line: Line, page: Layout) -> bool:
    """holds a web or mail address"""
    return bool(_ADDRESS.search(line.text)) and line.words < 40


def is_marks_only(line: Line, page: Layout) -> bool:
    """holds no words"""
    return bool(_MARKS_ONLY.match(line.text))


def is_short(line: Line, page: Layout) -> bool:
    """is only a few words without a stop"""
    return line.words <= 4 and not line.ended


def has_no_stop(line: Line, page: Layout) -> bool:
    """is no full sentence"""
    return not line.ended


def is_titled(line: Line, page: Layout) -> bool:
    """is written like a title, without a stop"""
    return page.cased and not line.ended and line.capitals >= 0.7 and line.words >= 2


def is_shouted(line: Line, page: Layout) -> bool:
    """is a link or notice in capitals"""
    return page.cased and line.words >= 4 and line.text.isupper() and not line.ended


def is_repeated(line: Line, page: Layout) -> bool:
    """stands on the page more than once"""
    return page.seen[line.folded] > 1


def is_a_listed_link(line: Line, page: Layout) -> bool:
    """is a link that the page lists"""
    return line.folded in page.links


def is_a_bullet(line: Line, page: Layout) -> bool:
    """is a short entry of a list"""
    return bool(_BULLET.match(line.text)) and not line.ended and line.words < 25


def is_a_credit(line: Line, page: Layout) -> bool:
    """is a credit in brackets"""
    return bool(_CREDIT.match(line.text))


def is_a_label(line: Line, page: Layout) -> bool:
    """announces a date that does not stand there"""
    return line.words <= 5 and announces_a_date(line.text)


def is_a_caption(line: Line, page: Layout) -> bool:
    """is a picture's caption with its credit"""
    return line.text.endswith((")", "]")) and bool(_picture_credit().search(line.text))


def is_separated(line: Line, page: Layout) -> bool:
    """is a row of entries between bars or dots"""
    return len(SEPARATED.findall(line.text)) >= 2 and not line.ended


def is_glued(line: Line, page: Layout) -> bool:
    """is a row of entries glued together"""
    return not line.ended and len(_GLUED.findall(line.text)) >= 2 + line.words // 20


def is_counted(line: Line, page: Layout) -> bool:
    """counts comments, views or minutes"""
    return bool(_COUNTED.match(line.text)) or (line.words < 12 and bool(_AGO.search(line.text)))


def is_a_sentence(line: Line, page: Layout) -> bool:
    """is a full sentence"""
    return line.ended and line.words >= 5


def is_twelve_words(line: Line, page: Layout) -> bool:
    """is at least twelve words long"""
    return line.words >= 12


def is_twenty_five_words(line: Line, page: Layout) -> bool:
    """is at least twenty-five words long"""
    return line.words >= 25


def is_sixty_words(line: Line, page: Layout) -> bool:
    """is at least sixty words long"""
    return line.words >= 60


def is_in_small_letters(line: Line, page: Layout) -> bool:
    """runs on in small letters, as prose does"""
    return line.words >= 8 and line.capitals < 0.5


def quotes_someone(line: Line, page: Layout) -> bool:
    """quotes somebody"""
    return line.words >= 6 and bool(_SPEECH.search(line.text))


def is_cut_off(line: Line, page: Layout) -> bool:
    """is cut off, as teasers are"""
    return bool(_CUT_OFF.search(line.text))


def has_several_sentences(line: Line, page: Layout) -> bool:
    """holds more than one sentence"""
    return line.words >= 12 and line.sentences >= 2


def is_broken_off_prose(line: Line, page: Layout) -> bool:
    """is prose that breaks off in mid sentence, as where a link was taken out"""
    return not line.ended and line.words >= 12 and line.capitals < 0.5 and not signals_in(line.folded)


TESTS: Final[tuple[tuple[float, Test], ...]] = (
    (3.0, is_an_address),
    (2.0, is_marks_only),
    (0.7, is_short),
    (1.0, has_no_stop),
    (0.5, is_titled),
    (2.5, is_shouted),
    (0.7, is_repeated),
    (1.0, is_a_listed_link),
    (0.5, is_a_bullet),
    (2.5, is_a_credit),
    (2.5, is_a_label),
    (3.0, is_a_caption),
    (1.5, is_separated),
    (1.5, is_glued),
    (2.0, is_counted),
    (3.0, is_cut_off),
    (-1.5, is_a_sentence),
    (-0.8, is_twelve_words),
    (-1.5, is_twenty_five_words),
    (-2.0, is_sixty_words),
    (-0.5, is_in_small_letters),
    (-0.7, quotes_someone),
    (-1.0, has_several_sentences),
    (-1.5, is_broken_off_prose),
)


@cache
def _picture_credit() -> re.Pattern[str]:
    """(Ann Camera/AP) · (Ministry via AP, File) · (AP Photo/Ann Camera) · [Photo: Ann Camera]"""
    names = agencies().pattern
    any_words = r"[^()\[\]]{2,60}"
    via = rf"{any_words}(?:/\s?(?:{names})\b|\bvia\s+(?:{names}|Getty)\b)"
    words = rf"{via}|(?:{names})?\s?(?:[Ff]ile\s)?[Pp]hotos?\b"
    return re.compile(rf"[(\[](?:{words})[^()\[\]]{{0,60}}[)\]]$")


def signs_of(line: Line, page: Layout) -> list[Sign]:
    """The signs that hold of a line by itself; more than one phrase of a kind makes it half as heavy again for each."""
    found = [Sign(weight, test.__doc__ or "") for weight, test in TESTS if test(line, page)]
    if line.words > LONGEST_NOTICE:
        return found
    return found + [
        Sign(signal.weight * (1 + (hits - 1) / 2), signal.reason) for signal, hits in signals_in(line.folded)
    ]
