"""Which lines of a page are its story: small weighted signs for each line, then the likeliest blocks.

Each sign is a function whose docstring is the reason that the user sees. The sum of the weights of the signs that hold says
how much a line looks like furniture (above 0) or like prose (below). The path through the page with the highest total, where
each change between story and furniture costs SWITCH, then decides: a subhead between paragraphs stays, a run of short lines
goes. The weights are set by hand.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
import re
from itertools import pairwise
from typing import Final

from dateline.ingest.lines import Layout, Line, layout
from dateline.knowledge.furniture import furniture

SWITCH: Final = 1.5
CERTAIN: Final = 2.5
MOST_PROSE: Final = -7.0
MOST_FURNITURE: Final = 2.0

# Words: a paragraph beyond this is the story even if furniture was glued to it.
LONGEST_NOTICE: Final = 120

_ADDRESS: Final = re.compile(r"https?://|whatsapp://|www\.|\]\(|\S@\S+\.\w")
_BULLET: Final = re.compile(r"^(?:[*•·▪■●○o+»>|–-]|\d{1,2}[.)])\s")
_CREDIT: Final = re.compile(r"^[\[(][^\])]{2,60}[\])]$")
_MARKS_ONLY: Final = re.compile(r"^[\W\d_]*$")
_SEPARATED: Final = re.compile(r"\s[|•·»/]\s?|\s[›>]\s")
_GLUED: Final = re.compile(r"[a-z][A-Z][a-z]")
_SPEECH: Final = re.compile(r"[“\"„«].+|\b(?:said|says|told|added)\b")
_COUNTED: Final = re.compile(r"^(?:list|image|slide|photo|page)?\s*\d+\s*(?:of \d+$|/\s*\d+$|[KM]\b|comments?|shares?|views?|likes?|mins?|minutes?|hours?|days?|weeks?|ago\b).{0,20}$", re.IGNORECASE)
_AGO: Final = re.compile(r"\b\d+\s*(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[hdm])\s+ago\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided of a line, and why where it is no part of the story."""

    line: Line
    kept: bool
    reason: str | None


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


def is_separated(line: Line, page: Layout) -> bool:
    """is a row of entries between bars or dots"""
    return len(_SEPARATED.findall(line.text)) >= 2 and not line.ended


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


def has_several_sentences(line: Line, page: Layout) -> bool:
    """holds more than one sentence"""
    return line.words >= 12 and line.sentences >= 2


def is_broken_off_prose(line: Line, page: Layout) -> bool:
    """is prose that breaks off in mid sentence, as where a link was taken out"""
    return not line.ended and line.words >= 12 and line.capitals < 0.5


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
    (1.5, is_separated),
    (1.5, is_glued),
    (2.0, is_counted),
    (-1.5, is_a_sentence),
    (-0.8, is_twelve_words),
    (-1.5, is_twenty_five_words),
    (-2.0, is_sixty_words),
    (-0.5, is_in_small_letters),
    (-0.7, quotes_someone),
    (-1.0, has_several_sentences),
    (-1.5, is_broken_off_prose),
)


def judge(lines: Sequence[Line], headline: int | None = None) -> tuple[Verdict, ...]:
    """Which of `lines` are the story; `headline` is the position of the headline that stands nearest to it, if known."""
    page = layout(lines)
    signs = [signs_of(line, page) for line in lines]
    _add_places(lines, signs, headline)
    sums = [max(MOST_PROSE, sum(sign.weight for sign in found)) for found in signs]
    kept = _best_path(sums)
    _drop_the_certain(kept, sums)
    _drop_far_blocks(kept, lines)
    _keep_something(kept, lines)
    return tuple(
        Verdict(line=line, kept=keep, reason=None if keep else _reason(found))
        for line, keep, found in zip(lines, kept, signs, strict=True)
    )


def signs_of(line: Line, page: Layout) -> list[Sign]:
    """The signs that hold of a line by itself; more than one phrase of a kind makes it half as heavy again for each."""
    found = [Sign(weight, test.__doc__ or "") for weight, test in TESTS if test(line, page)]
    if line.words > LONGEST_NOTICE:
        return found
    for signal in furniture().signals:
        hits = signal.hits(line.folded, line.bare)
        if hits:
            found.append(Sign(signal.weight * (1 + (hits - 1) / 2), signal.reason))
    return found


def _add_places(lines: Sequence[Line], signs: list[list[Sign]], headline: int | None) -> None:
    """Adds what a line's place says: above the headline, under an opener of links, under a closer."""
    known = furniture()
    words_left = _words_from(lines)
    total = max(1, words_left[0]) if words_left else 1
    opened = closed = False
    for index, line in enumerate(lines):
        if headline is not None and index < headline:
            signs[index].append(Sign(1.0, "stands above the headline"))
        if index == headline and line.words >= 8:
            signs[index].append(Sign(-2.0, "stands right under the headline"))
        if closed:
            signs[index].append(Sign(2.0, "stands below the end of the story"))
        if opened and not (line.ended and line.words >= 8):
            signs[index].append(Sign(3.0, "belongs to a list of other pages"))
        opened = line.bare in known.openers or (opened and not (line.ended and line.words >= 12))
        closed = closed or (line.bare in known.closers and words_left[index] < 0.5 * total)


def _words_from(lines: Sequence[Line]) -> list[int]:
    """For each line, the words of full sentences from there on."""
    left, total = [0] * len(lines), 0
    for index in range(len(lines) - 1, -1, -1):
        total += lines[index].words if lines[index].ended else 0
        left[index] = total
    return left


def _best_path(sums: Sequence[float]) -> list[bool]:
    """The likeliest run of story (True) and furniture: story gains what a line lacks of furniture (Viterbi, two states)."""
    story, other = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for amount in sums:
        gain = -min(amount, MOST_FURNITURE)
        from_other, from_story = other - SWITCH > story, story - SWITCH > other
        back.append((not from_other, from_story))
        story, other = max(story, other - SWITCH) + gain, max(other, story - SWITCH)
    state, path = story >= other, [False] * len(sums)
    for index in range(len(sums) - 1, -1, -1):
        path[index] = state
        state = back[index][0] if state else back[index][1]
    return path


def _drop_the_certain(kept: list[bool], sums: Sequence[float]) -> None:
    for index, amount in enumerate(sums):
        kept[index] = kept[index] and amount < CERTAIN


def _drop_far_blocks(kept: list[bool], lines: Sequence[Line], gap: int = 10, share: float = 0.12) -> None:
    """Drops small blocks of prose below the largest one, `gap` lines of furniture away: notices, comments, other teasers."""
    blocks = _kept_blocks(kept, gap)
    sizes = [sum(lines[i].words for i in range(first, last + 1) if kept[i]) for first, last in blocks]
    if not blocks:
        return
    largest = sizes.index(max(sizes))
    for (first, last), size in list(zip(blocks, sizes, strict=True))[largest + 1 :]:
        if size < share * sizes[largest]:
            kept[first : last + 1] = [False] * (last + 1 - first)


def _keep_something(kept: list[bool], lines: Sequence[Line]) -> None:
    """Where nothing looked like a story, the sentences of twelve words and more are better than nothing."""
    if not any(kept):
        kept[:] = [line.ended and line.words >= 12 for line in lines]


def _kept_blocks(kept: Sequence[bool], gap: int) -> list[tuple[int, int]]:
    """Kept lines in blocks, first and last position, which at least `gap` dropped lines keep apart."""
    places = [index for index, keep in enumerate(kept) if keep]
    if not places:
        return []
    cuts = [(a, b) for a, b in pairwise(places) if b - a > gap]
    firsts = [places[0], *(b for _, b in cuts)]
    lasts = [*(a for a, _ in cuts), places[-1]]
    return list(zip(firsts, lasts, strict=True))


def _reason(found: Sequence[Sign]) -> str:
    heaviest = max(found, key=lambda sign: sign.weight, default=None)
    return heaviest.reason if heaviest and heaviest.weight > 0 else "stands apart from the story"
