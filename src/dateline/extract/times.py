"""Words of time in a reading, and which of them says when an event was.

A time belongs to the word it hangs on in the parse. From the event's trigger the way to that word leads up and down the
tree. Some ways are short (the trigger's own verb), some are barred: out of what somebody says into the day on which it
was said, or into a clause that tells of something else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, clause_of
from dateline.extract.tense import tense_of
from dateline.knowledge import calendar
from dateline.knowledge.date_lines import find_date_line
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


# Verbs whose day is not the day of what they say; those of plain telling give the report's own day.
_SAYING: Final[frozenset[str]] = frozenset(
    "say tell report add announce claim confirm quote cite state note warn declare reveal comment speak deny explain "
    "stress insist write reply argue acknowledge admit allege post tweet publish indicate remark".split()
)
_TELLING: Final[frozenset[str]] = frozenset("say tell report add announce confirm state".split())
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
    return tuple(sorted([*plain, *_since_clauses(reading, plain)], key=lambda found: (found.first, -found.last)))


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


def _since_clauses(reading: Reading, plain: Iterable[FoundTime]) -> list[FoundTime]:
    found = ((one, _since_before(reading, one)) for one in plain if one.mention.pattern not in ("since", "until"))
    return [_since_clause(reading, since, one) for one, since in found if since is not None]


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


# ---- which time is the event's -----------------------------------------------------------------
_BARRED: Final = 99.0
_FARTHEST: Final = 9.0

# What a step costs, by the dependency of the lower word: up from it, and down to it.
_UP: Final[dict[str, float]] = {"xcomp": 1, "advcl": 2, "relcl": 4, "acl": 2, "conj": 2, "ccomp": 3, "parataxis": 4}
_DOWN: Final[dict[str, float]] = {
    "nsubj": 4,
    "nsubjpass": 4,
    "xcomp": 2,
    "relcl": 3,
    "acl": 3,
    "conj": 3,
    "pcomp": 6,
    "advcl": 6,
    "ccomp": 6,
    "parataxis": _BARRED,
}
# Patterns whose day holds for what is told after it, and how many times are looked through for one.
_LOOKED_BACK: Final = 50
_CARRIED: Final = frozenset({"weekday", "yesterday", "today", "overnight"})
# Words that give no day of their own are second to those that do.
_VAGUE: Final[dict[str, float]] = {"lasting": 2, "within": 2, "part_of_day": 3, "same_day": 1}


def time_of(trigger: int, reading: Reading, found: Sequence[FoundTime]) -> TimeMention | None:
    """The time expression of the trigger's sentence that says when its event was; None where there is none."""
    sentence = reading.sentences[reading.sentence_of[trigger]]
    inside = found[_times_before(found, sentence.first) : _times_before(found, sentence.last)]
    here = [one for one in inside if not _is_hidden(trigger, one, inside)]
    if not here:
        return None
    way_up = _way_up(reading, trigger)
    ranked = [(_cost(reading, trigger, way_up, one), abs(one.first - trigger), n) for n, one in enumerate(here)]
    cost, _, best = min(ranked)
    return _seen_from(trigger, reading, here[best]) if cost <= _FARTHEST else None


def _times_before(found: Sequence[FoundTime], token: int) -> int:
    return bisect_left(found, token, key=lambda one: one.first)


def _is_hidden(trigger: int, found: FoundTime, here: Sequence[FoundTime]) -> bool:
    """Whether a "since" clause parts them: its inner time is for what it tells, the whole of it for what is around."""
    if found.mention.pattern == "since":
        return found.first <= trigger <= found.last
    wider = (one for one in here if one.first < found.first and one.last == found.last)
    return any(one.mention.pattern == "since" and not one.first <= trigger <= one.last for one in wider)


def carried_time(trigger: int, reading: Reading, found: Sequence[FoundTime]) -> TimeMention | None:
    """The day that an earlier sentence gave the story, for a past event without words of time: its words, there.

    For news only, never for background, plans or possibilities. Over the project's training reports the day named last
    holds to the end of the story; a month or a date with its year does not.
    """
    if tense_of(reading, trigger) != "past":
        return None
    end = _times_before(found, reading.sentences[reading.sentence_of[trigger]].first)
    earlier = reversed(found[max(0, end - _LOOKED_BACK) : end])
    return next((one.mention for one in earlier if _may_be_carried(reading, one)), None)


def _may_be_carried(reading: Reading, found: FoundTime) -> bool:
    mention = found.mention
    return mention.pattern in _CARRIED and mention.tense != "future" and not _is_of_telling(reading, found)


def _way_up(reading: Reading, trigger: int) -> dict[int, float]:
    """Each word at or above the trigger with the cost of the way to it."""
    costs, cost, here = {trigger: 0.0}, 0.0, trigger
    for above in ancestors(reading, trigger):
        cost += _step_up(reading, here, above)
        costs[above] = cost
        here = above
    return costs


def _step_up(reading: Reading, lower: int, upper: int) -> float:
    dep = reading.tokens[lower].dep
    if dep in ("ccomp", "parataxis") and reading.tokens[upper].lemma in _SAYING:
        return _BARRED
    return _UP.get(dep, 1)


def _cost(reading: Reading, trigger: int, way_up: dict[int, float], found: FoundTime) -> float:
    if found.governor != trigger and _tells(reading, _word_before(reading, found)):
        return _BARRED
    within = [way_up[i] for i in range(found.first, found.last + 1) if i in way_up]
    if within:
        return min(within)
    cost, here = _VAGUE.get(found.mention.pattern, 0.0), found.governor
    while here not in way_up:
        cost += _DOWN.get(reading.tokens[here].dep, 1)
        here = reading.tokens[here].head
    return cost + way_up[here]


def _seen_from(trigger: int, reading: Reading, found: FoundTime) -> TimeMention:
    """ "At war since 2011, when the army fired on a crowd": the shots were in 2011, the war since."""
    follows = [reading.tokens[i].lower for i in range(found.last + 1, min(found.last + 3, trigger))]
    inner = calendar.inside(found.mention.words.text) if found.mention.pattern == "since" and "when" in follows else ()
    if not inner:
        return found.mention
    start = found.mention.words.start
    words = reading.report.span(start + inner[-1].start, start + inner[-1].end)
    return TimeMention(words=words, pattern=inner[-1].pattern, tense="past")


def report_days(reading: Reading, found: Sequence[FoundTime]) -> tuple[TimeMention, ...]:
    """The days on which somebody told what the report tells ("residents said on Friday"), in reading order."""
    return tuple(one.mention for one in found if _is_of_telling(reading, one))


def lead_days(reading: Reading, found: Sequence[FoundTime]) -> tuple[TimeMention, ...]:
    """The times of the report's first sentences that are not days of telling."""
    return tuple(one.mention for one in found if one.sentence < _LEAD and not _is_of_telling(reading, one))


def _is_of_telling(reading: Reading, found: FoundTime) -> bool:
    return _tells(reading, clause_of(reading, found.governor)) or _tells(reading, _word_before(reading, found))


def _tells(reading: Reading, i: int) -> bool:
    return reading.tokens[i].pos in VERBAL and reading.tokens[i].lemma in _TELLING


def _word_before(reading: Reading, found: FoundTime) -> int:
    """The word that a time follows, over "on" and "late": without commas the parse may hang it elsewhere."""
    i = max(found.first - 1, 0)
    return max(i - 1, 0) if reading.tokens[i].lower in ("on", "late", "early") else i
