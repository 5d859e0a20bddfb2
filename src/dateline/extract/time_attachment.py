"""Which time is the event's.

A time belongs to the word it hangs on in the parse. From the event's trigger the way to that word leads up and down the
tree. Some ways are short (the trigger's own verb), some are barred: out of what somebody says into the day on which it
was said, or into a clause that tells of something else.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.extract.tense import tense_of
from dateline.extract.time_bars import (
    follows,
    is_mentioned,
    is_of_comparison,
    is_of_example,
    is_of_joined_clause,
    is_of_occasion,
    tells_of_name,
)
from dateline.extract.times import FoundTime, is_of_telling, tells, word_before
from dateline.knowledge import calendar
from dateline.knowledge.calendar_words import WEEKDAYS
from dateline.model.claim import TimeMention
from dateline.model.text import Reading

# Verbs whose day is not the day of what they say.
_SAYING: Final[frozenset[str]] = frozenset(
    "say tell report add announce claim confirm quote cite state note warn declare reveal comment speak deny explain "
    "stress insist write reply argue acknowledge admit allege post tweet publish indicate remark".split()
)

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
_WHEN_CLAUSE: Final = 2.0
# So many words may be thrown in between a time and its "when".
_THROWN_IN: Final = 6
# Patterns whose day holds for what is told after it, and how many times are looked through for one.
_LOOKED_BACK: Final = 50
_CARRIED: Final = frozenset({"weekday", "yesterday", "today", "overnight"})
# A stretch of time may hold for what a sentence only mentions, a single day is of what it tells.
_SINGLE_DAYS: Final = frozenset({"weekday", "yesterday", "today", "overnight", "date", "month_day", "same_day"})
# Words that give no day of their own are second to those that do.
_VAGUE: Final[dict[str, float]] = {"lasting": 2, "within": 2, "part_of_day": 3, "same_day": 1}


def time_of(trigger: int, reading: Reading, found: Sequence[FoundTime]) -> TimeMention | None:
    """The time expression of the trigger's sentence that says when its event was; None where there is none."""
    sentence = reading.sentences[reading.sentence_of[trigger]]
    inside = found[_times_before(found, sentence.first) : _times_before(found, sentence.last)]
    here = [one for one in inside if not _is_hidden(trigger, one, inside) and not _is_hour_of_day(one, inside)]
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


def _is_hour_of_day(found: FoundTime, here: Sequence[FoundTime]) -> bool:
    """ "At sunrise on 27 September": the hour says nothing beside its day."""
    if found.mention.pattern != "part_of_day":
        return False
    return any(0 <= one.first - found.last - 1 <= 1 or 0 <= found.first - one.last - 1 <= 1 for one in here)


def carried_time(trigger: int, reading: Reading, found: Sequence[FoundTime]) -> TimeMention | None:
    """The day that an earlier sentence or clause gave the story, for a past event without words of time.

    For news only, never for background, plans or possibilities. Over the project's training reports the day named last
    holds to the end of the story; a month or a date with its year does not.
    """
    if tense_of(reading, trigger) != "past":
        return None
    full_clause = bool(kids(reading, trigger, "nsubj", "nsubjpass"))  # "shelled A on Monday, while B shelled C"
    first = trigger if full_clause else reading.sentences[reading.sentence_of[trigger]].first
    end = _times_before(found, first)
    earlier = reversed(found[max(0, end - _LOOKED_BACK) : end])
    return next((one.mention for one in earlier if _may_be_carried(reading, one)), None)


def _may_be_carried(reading: Reading, found: FoundTime) -> bool:
    mention = found.mention
    return mention.pattern in _CARRIED and mention.tense != "future" and not is_of_telling(reading, found)


def _way_up(reading: Reading, trigger: int) -> dict[int, float]:
    """Each word at or above the trigger with the cost of the way to it."""
    costs, cost, here = {trigger: 0.0}, 0.0, trigger
    for above in ancestors(reading, trigger):
        cost += _step_up(reading, here, above)
        costs[above] = cost
        here = above
    return costs


def _step_up(reading: Reading, lower: int, upper: int) -> float:
    dep, above = reading.tokens[lower].dep, reading.tokens[upper]
    if dep in ("ccomp", "parataxis") and above.lemma in _SAYING:
        return _BARRED
    return _UP.get(dep, 1)


def _cost(reading: Reading, trigger: int, way_up: dict[int, float], found: FoundTime) -> float:
    if found.governor != trigger and tells(reading, word_before(reading, found)):
        return _BARRED
    if _is_in_when_clause(reading, trigger, found):
        return 0.0
    within = [way_up[i] for i in range(found.first, found.last + 1) if i in way_up]
    if within:
        return min(within)
    if found.mention.pattern == "forerun":
        return 0.0 if follows(reading, trigger, found.last) else _BARRED
    if is_of_comparison(reading, found) or (found.governor not in way_up and is_of_occasion(reading, trigger, found)):
        return _BARRED
    cost, here, way_down = _VAGUE.get(found.mention.pattern, 0.0), _top_of(reading, found), set[str]()
    while here not in way_up:
        cost += _WHEN_CLAUSE if _is_when_clause(reading, here) else _DOWN.get(reading.tokens[here].dep, 1)
        way_down.add(reading.tokens[here].dep)
        here = reading.tokens[here].head
    if way_down & {"nsubj", "nsubjpass"} and (way_down & {"acl", "relcl"} or way_up[here] > 0):
        return _BARRED
    if found.mention.pattern in _SINGLE_DAYS and is_mentioned(reading, trigger, here):
        return _BARRED
    if tells_of_name(reading, trigger, found):
        return _BARRED
    if found.mention.pattern in _SINGLE_DAYS and is_of_example(reading, trigger, found):
        return _BARRED
    if here == trigger and is_of_joined_clause(reading, found, here):
        return _BARRED
    return cost + way_up[here]


def _when_after(reading: Reading, found: FoundTime) -> int | None:
    """The "when" that takes a time up: "on Monday, when", "since 2003, officials said, when"."""
    tokens, last = reading.tokens, reading.sentences[found.sentence].last
    i = found.last + 1
    said = next((k for k in range(i, min(i + _THROWN_IN, last)) if tells(reading, k)), None)
    if said is not None and tokens[i].text == "," and tokens[said + 1].text == ",":
        i = said + 1
    i += i < last and tokens[i].text == ","
    return i if i < last and tokens[i].lower == "when" else None


def _is_in_when_clause(reading: Reading, trigger: int, found: FoundTime) -> bool:
    """Whether the trigger stands in the clause of that "when", whatever the time itself hangs on."""
    when = _when_after(reading, found)
    return when is not None and reading.tokens[when].head in (trigger, *ancestors(reading, trigger)) and trigger > when


def _is_when_clause(reading: Reading, i: int) -> bool:
    """ "Ten died when shells hit the port on Sunday": what a "when" clause dates, it dates for both."""
    marks = kids(reading, i, "advmod", "mark") if reading.tokens[i].dep == "advcl" else ()
    return any(reading.tokens[c].lower == "when" for c in marks)


def _top_of(reading: Reading, found: FoundTime) -> int:
    """What a time hangs on: the verb that it stands before; at a sentence's end, after a comma, the main verb."""
    sentence = reading.sentences[found.sentence]
    tokens = reading.tokens
    above = tokens[found.governor]
    before_verb = above.dep in ("nsubj", "nsubjpass") and above.head == found.last + 1
    if tells(reading, found.governor) and _is_thrown_in(reading, found):
        return next(iter(kids(reading, found.governor, "ccomp")), found.governor)
    if before_verb and tokens[found.first - 1].lower != "of":
        return above.head
    ends = found.last + 1 < sentence.last and tokens[found.last + 1].text == "." and sentence.last == found.last + 2
    if not ends or tokens[found.first - 1].text != "," or found.mention.pattern not in _SINGLE_DAYS:
        return found.governor
    root = next((i for i in range(sentence.first, sentence.last) if tokens[i].dep == "ROOT"), found.governor)
    return root if tokens[root].pos in VERBAL and tokens[root].lemma not in _SAYING else found.governor


def _is_thrown_in(reading: Reading, found: FoundTime) -> bool:
    """Whether the verb of telling stands between commas after the time: "On Monday, officials said, rebels fled"."""
    tokens = reading.tokens
    opens = found.first - reading.sentences[found.sentence].first <= 1 and tokens[found.last + 1].text == ","
    return opens and found.last < found.governor and tokens[found.governor + 1].text == ","


def _seen_from(trigger: int, reading: Reading, found: FoundTime) -> TimeMention:
    """ "At war since 2011, when the army fired on a crowd": the shots were in 2011, the war since.

    "On Thursday, a day after the raid": the raid was on the day before Thursday.
    """
    if found.mention.pattern == "forerun":
        return _with_weekday(reading, found)
    when = found.mention.pattern == "since" and _is_in_when_clause(reading, trigger, found)
    inner = calendar.inside(found.mention.words.text) if when else ()
    if not inner:
        return found.mention
    start = found.mention.words.start
    words = reading.report.span(start + inner[-1].start, start + inner[-1].end)
    return TimeMention(words=words, pattern=inner[-1].pattern, tense="past")


def _with_weekday(reading: Reading, found: FoundTime) -> TimeMention:
    """The words with the weekday just before them, if one stands there."""
    before = found.first - 2 if reading.tokens[found.first - 1].text == "," else found.first - 1
    if before < 0 or reading.tokens[before].lower not in WEEKDAYS:
        return found.mention
    return replace(found.mention, words=reading.words(before, found.last))
