"""Parts of a toll that an earlier sentence gave: "three nurses were among those killed", "20 of them were guards"."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.figure import Figure, figure
from dateline.extract.grammar import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, conjuncts, kids
from dateline.extract.number_phrases import Counted, Numbers, counted
from dateline.knowledge.figure_words import FigureWords
from dateline.model.claim import CountKind
from dateline.model.text import Reading, Sentence

_THE = frozenset({"the", "those", "these"})
_OF_WHOM = frozenset({"state", "victims", "happens_to", "toll"})
_BEING = frozenset({"be", "include"})


def later_parts(reading: Reading, sentence: Sentence, numbers: Numbers, words: FigureWords) -> tuple[Figure, ...]:
    """The parts of "the dead", "the wounded", "those killed" that a sentence tells, whose whole was told before."""
    found: list[Figure] = []
    for i in range(sentence.first, sentence.last):
        kind = _told_before(reading, i, words)
        if kind is not None:
            parts = _parts(reading, i, numbers, words)
            found.extend(replace(figure(reading, one, i, kind, words), among=True) for one in parts)
    return tuple(found)


def _told_before(reading: Reading, i: int, words: FigureWords) -> CountKind | None:
    """The kind of harm of those whom the word at `i` speaks of as known: "the dead", "those killed"."""
    token = reading.tokens[i]
    roles = words.announcers.get(token.lemma) or words.announcers.get(token.lower, ())
    kinds = [kind for kind, role in roles if role in _OF_WHOM]
    if not kinds or reading.tokens[i - 1].lower not in _THE or i == 0:
        return None
    return kinds[0]


def _parts(reading: Reading, i: int, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    """What is said to be among, of, or included in those of whom the word at `i` speaks."""
    top = i if reading.tokens[i - 1].head == i else i - 1
    link = reading.tokens[reading.tokens[top].head]
    if link.lower == "among":
        yield from _who_are(reading, link.i, numbers, words)
    elif link.lower == "of" and link.head in numbers:
        yield from _of_the(reading, link.head, numbers, words)
    elif link.lemma == "include" and reading.tokens[top].dep in SUBJECTS:
        yield from _all_counted(reading, kids(reading, link.i, *OBJECTS), numbers, words)


def _who_are(reading: Reading, among: int, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    """ "Three nurses were among those killed", "among those killed were three nurses"."""
    verb = reading.tokens[among].head
    if reading.tokens[verb].lemma in _BEING:
        named = kids(reading, verb, *SUBJECTS, *PASSIVE_SUBJECTS, "attr")
        yield from _all_counted(reading, named, numbers, words)


def _of_the(reading: Reading, number: int, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    """ "At least 20 of those killed were guards": 20 guards."""
    verb = reading.tokens[number].head
    said = kids(reading, verb, "attr") if reading.tokens[verb].lemma in _BEING else ()
    told = kids(reading, verb, "prep") if reading.tokens[verb].lemma == "identify" else ()
    as_what = tuple(c for p in told if reading.tokens[p].lower == "as" for c in kids(reading, p, "pobj"))
    span = numbers[number]
    who = next((reading.words(noun, noun).text for noun in (*said, *as_what)), "people")
    yield Counted(head=number, interval=span.interval, first=span.first, last=span.last, who=who, numbered=True)


def _all_counted(reading: Reading, heads: tuple[int, ...], numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    for head in heads:
        for joined in conjuncts(reading, head):
            one = counted(reading, joined, numbers, words)
            if one is not None:
                yield one
