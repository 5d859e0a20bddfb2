"""Words of time in a reading, and those of them that are days of telling."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.grammar import VERBAL, clause_of
from dateline.extract.tense import tense_of
from dateline.knowledge import calendar
from dateline.knowledge.date_lines import find_date_line
from dateline.knowledge.wars import war_times
from dateline.model.claim import TimeMention
from dateline.model.text import Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression: tokens `first` to `last`, both included, and `governor`, the word it hangs on."""

    mention: TimeMention
    first: int
    last: int
    sentence: int
    governor: int


# Verbs of plain telling: their day is the report's own.
_TELLING: Final[frozenset[str]] = frozenset(
    "say tell report add announce confirm state write deny acknowledge admit declare insist note reveal".split()
)
# Who speaks to these, or at one, tells: "speaking to reporters on Friday", "addressed a press conference on Friday".
_SPEAKING: Final[frozenset[str]] = frozenset({"speak", "talk", "address", "brief"})
_PRESS: Final[frozenset[str]] = frozenset(
    "reporter journalist newsman mediaperson correspondent press media conference briefing".split()
)
# A time may end a clause whose "since" stands so many words before it.
_LONGEST_SINCE: Final = 16
# The lead: the first so many sentences.
_LEAD: Final = 2


def find_times(reading: Reading) -> tuple[FoundTime, ...]:
    """All time expressions of a report, in reading order; "since the war began in 2011" is one besides its year."""
    starts = [token.start for token in reading.tokens]
    text = reading.report.text
    line = find_date_line(text)
    after = line.end if line else 0
    words_of_time = (words for words in calendar.find(text) if words.start >= after)
    plain = [found for words in words_of_time if (found := _placed(reading, starts, words))]
    dated = [*plain, *_since_clauses(reading, plain)]
    wars = (found for words in war_times(text) if (found := _placed(reading, starts, words)))
    undated = [one for one in wars if not any(_overlap(one, other) for other in dated)]
    return tuple(sorted([*dated, *undated], key=lambda found: (found.first, -found.last)))


def _overlap(one: FoundTime, other: FoundTime) -> bool:
    return one.first <= other.last and other.first <= one.last


def _placed(reading: Reading, starts: list[int], words: calendar.TimeWords) -> FoundTime | None:
    first, last = bisect_right(starts, words.start) - 1, bisect_left(starts, words.end) - 1
    if first < 0 or reading.sentence_of[first] != reading.sentence_of[last]:
        return None
    return _found(reading, words.pattern, first, last, reading.report.span(words.start, words.end))


def _found(reading: Reading, pattern: str, first: int, last: int, words: Span) -> FoundTime:
    governor = _governor(reading, first, last)
    mention = TimeMention(words=words, pattern=pattern, tense=tense_of(reading, governor))
    return FoundTime(mention=mention, first=first, last=last, sentence=reading.sentence_of[first], governor=governor)


def _governor(reading: Reading, first: int, last: int) -> int:
    """The word outside the span that the span hangs on, over prepositions; the span's own head where it is a root."""
    top = next(
        (
            token.i
            for token in reading.tokens[first : last + 1]
            if not first <= token.head <= last and token.dep != "punct"
        ),
        None,
    )
    if top is None:
        return first
    above = reading.tokens[top].head
    while reading.tokens[above].pos in ("ADP", "ADV", "SCONJ") and reading.tokens[above].head != above:
        above = reading.tokens[above].head
    return above


def _since_clauses(reading: Reading, plain: Sequence[FoundTime]) -> list[FoundTime]:
    """ "Since" with a time right behind it opens no clause: "besieged since 2012 was bombed on Monday"."""
    whole = {one.first for one in plain if one.mention.pattern == "since"}
    found = ((one, _since_before(reading, one)) for one in plain if one.mention.pattern not in ("since", "until"))
    return [_since_clause(reading, since, one) for one, since in found if since is not None and since not in whole]


def _since_clause(reading: Reading, since: int, found: FoundTime) -> FoundTime:
    words = reading.report.span(reading.tokens[since].start, found.mention.words.end)
    return _found(reading, "since", since, found.last, words)


def _since_before(reading: Reading, found: FoundTime) -> int | None:
    """The "since" whose clause or phrase a time ends ("since the war broke out in 2011"), by the words between, if any.

    The parse is no help: it often takes such a clause for a phrase and hangs the time elsewhere.
    """
    first = max(reading.sentences[found.sentence].first, found.first - _LONGEST_SINCE)
    for i in range(found.first - 1, first - 1, -1):
        token = reading.tokens[i]
        if token.lower == "since":
            return i
        if (token.dep == "punct" and token.text not in "-–’'") or token.lower in ("when", "after", "then"):
            return None
    return None


def report_days(reading: Reading, found: Sequence[FoundTime]) -> tuple[TimeMention, ...]:
    """The days on which somebody told what the report tells ("residents said on Friday"), in reading order."""
    return tuple(one.mention for one in found if is_of_telling(reading, one))


def lead_days(reading: Reading, found: Sequence[FoundTime]) -> tuple[TimeMention, ...]:
    """The times of the report's first sentences that are not days of telling."""
    return tuple(one.mention for one in found if one.sentence < _LEAD and not is_of_telling(reading, one))


def is_of_telling(reading: Reading, found: FoundTime) -> bool:
    """Whether the time is a day on which somebody told what the report tells."""
    clause = clause_of(reading, found.governor)
    return tells(reading, clause) or tells(reading, word_before(reading, found)) or _is_to_press(reading, clause, found)


def _is_to_press(reading: Reading, i: int, found: FoundTime) -> bool:
    """Whether the word is a verb of speaking, and the press is named between it and the time."""
    if reading.tokens[i].pos not in VERBAL or reading.tokens[i].lemma not in _SPEAKING:
        return False
    return any(token.lemma in _PRESS for token in reading.tokens[i + 1 : found.first])


def tells(reading: Reading, i: int) -> bool:
    """Whether the word is a verb of plain telling."""
    return reading.tokens[i].pos in VERBAL and reading.tokens[i].lemma in _TELLING


def word_before(reading: Reading, found: FoundTime) -> int:
    """The word that a time follows, over "on" and "late": without commas the parse may hang it elsewhere."""
    i = max(found.first - 1, 0)
    return max(i - 1, 0) if reading.tokens[i].lower in ("on", "late", "early") else i
