"""A figure: a count, the word counted and the word that announces it."""

import re
from dataclasses import dataclass

from dateline.extract.grammar import clause_of, first_conjunct, sentence_at
from dateline.extract.number_phrases import Counted
from dateline.knowledge.figure_words import FigureWords
from dateline.model.claim import Count, CountKind, Scope
from dateline.model.text import Reading

# The named group is the word whose clause must be the figure's.
_WAR = r"(?:war|conflict|uprising|insurgency|campaign)"
_SUMS_UP = re.compile(
    rf"\b(?P<word>since(?! then\b)|so far|in total|overall|{_WAR}(?:,[^,;]{{1,40}},)? (?:which |that )?ha(?:s|d|ve)|"
    r"(?:in|during|throughout|over|of|by) (?:the course of )?"
    r"(?:the|a|its|his|their|this|that|(?:\w+ )?(?:years|months) of) "
    rf"(?:[\w'-]+ ){{0,3}}?{_WAR}|in the course of (?:the|a|its|this) (?:[\w'-]+ ){{0,2}}?offensive|"
    r"(?:past|last) (?:\w+ )?(?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight)\b", re.IGNORECASE)
_IN_A_WAR = re.compile(rf"\b{_WAR}$", re.IGNORECASE)
_MOST = 10_000
"""No single act of the wars in the news has killed or injured so many: such a figure sums up."""
_STANDS = re.compile(
    r"\b(?:are|is|remains?|still|currently)\s+(?:\w+\s+)?(?P<word>displaced|missing|detained|held|homeless)\b"
)
_SCOPES: tuple[tuple[re.Pattern[str], Scope], ...] = ((_STANDS, "stock"), (_SUMS_UP, "total"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count with the token counted (a noun, or a bare number), the token that announces it, and its sentence.

    `whole` is the head of the figure that this one is a part of: "including five children"; `among` says that it is
    a part of one that was told in an earlier sentence: "three nurses were among those killed".
    """

    count: Count
    head: int
    governor: int
    sentence: int
    whole: int | None = None
    among: bool = False


def figure(
    reading: Reading, one: Counted, governor: int, kind: CountKind, words: FigureWords, whole: int | None = None
) -> Figure:
    """What was counted, as a figure of this kind."""
    lemma = reading.tokens[one.head].lemma
    statuses = {words.status.get(reading.tokens[h].lemma) for h in one.heads or (one.head,)}
    sentence = reading.sentence_of[one.head]
    count = Count(
        kind=kind,
        who=one.who,
        low=one.interval[0],
        high=one.interval[1],
        words=reading.words(one.first, one.last),
        status=statuses.pop() if len(statuses) == 1 else None,
        unit=words.units.get(lemma, "person"),
        scope="total" if _is_beyond_one_act(kind, one) else _scope(reading, governor),
    )
    return Figure(count=count, head=one.head, governor=governor, sentence=sentence, whole=whole)


def _is_beyond_one_act(kind: CountKind, one: Counted) -> bool:
    return kind in ("killed", "injured") and (one.interval[0] or 0) >= _MOST


def _scope(reading: Reading, governor: int) -> Scope:
    """Whether the announcing clause tells a state, or sums up more than one event; other clauses do not matter."""
    sentence = sentence_at(reading, governor)
    for pattern, scope in _SCOPES:
        for found in pattern.finditer(sentence.span.text):
            if _IN_A_WAR.search(found.group("word")) and _OF_A_DAY.search(sentence.span.text):
                continue
            start = sentence.span.start + found.start("word")
            at = next(i for i in range(sentence.first, sentence.last) if reading.tokens[i].end > start)
            if _clause(reading, at) == _clause(reading, governor):
                return scope
    return "incident"


def _clause(reading: Reading, i: int) -> int:
    """The first of the joined clauses that `i` stands in; "since" belongs to the clause that its own clause dates."""
    here = clause_of(reading, i)
    if reading.tokens[i].dep == "mark":
        here = clause_of(reading, reading.tokens[here].head)
    return first_conjunct(reading, here)
