"""A figure: a count, the word counted and the word that announces it."""

import re
from dataclasses import dataclass

from dateline.extract.number_phrases import Counted
from dateline.knowledge.figure_words import FigureWords
from dateline.model.claim import Count, CountKind, Scope
from dateline.model.text import Reading

_SUMS_UP = re.compile(
    r"\b(?:since(?! then\b)|so far|in total|overall|death toll|(?:war|conflict|uprising|campaign) ha[sd]|"
    r"(?:past|last) (?:\w+ )?(?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:are|is|remains?|still|currently)\s+(?:\w+\s+)?(?:displaced|missing|detained|held|homeless)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count with the token counted (a noun, or a bare number), the token that announces it, and its sentence.

    `whole` is the head of the figure that this one is a part of: "including five children".
    """

    count: Count
    head: int
    governor: int
    sentence: int
    whole: int | None = None


def figure(
    reading: Reading, one: Counted, governor: int, kind: CountKind, words: FigureWords, whole: int | None = None
) -> Figure:
    """What was counted, as a figure of this kind."""
    lemma = reading.tokens[one.head].lemma
    sentence = reading.sentence_of[one.head]
    count = Count(
        kind=kind,
        who=one.who,
        low=one.interval[0],
        high=one.interval[1],
        words=reading.words(one.first, one.last),
        status=words.status.get(lemma),
        unit=words.units.get(lemma, "person"),
        scope=_scope(reading.sentences[sentence].span.text),
    )
    return Figure(count=count, head=one.head, governor=governor, sentence=sentence, whole=whole)


def _scope(sentence: str) -> Scope:
    if _STANDS.search(sentence):
        return "stock"
    return "total" if _SUMS_UP.search(sentence) else "incident"
