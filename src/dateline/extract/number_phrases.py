"""Numbers in a sentence and the nouns they count."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.extract.grammar import child, kids, prepositions
from dateline.extract.runs import DAYS
from dateline.knowledge.figure_words import FigureWords
from dateline.knowledge.numbers import Interval, find_numbers, share_of
from dateline.model.text import Reading, Sentence

_NOUN_PHRASE = frozenset(
    {"compound", "amod", "nummod", "det", "poss", "quantmod", "case", "nmod", "advmod", "predet", "neg"}
)
_SHARES = {"most": "most", "majority": "most", "half": "half"}
_DETERMINERS = frozenset({"the", "its", "their", "his", "these", "those"})
_SINGLE_DETERMINERS = frozenset({"a", "an", "one", "another", "the", "this", "that", "each", "single"})
_WHO_SKIPS = frozenset(
    {"a", "an", "the", "other", "another", "more", "some", "its", "his", "their", "her", "additional"}
)
_ONE_PERSON = frozenset({"he", "him", "she", "her", "himself", "herself"})
_NTH = frozenset({"third", "fourth", "fifth", "sixth", "seventh"})
_MAKE_UP = frozenset({"mostly", "mainly", "largely", "many", "most"})
_EMPTY_HEADS = frozenset({"total", "number", "group", "case", "lot"})
_DONE_OVER = frozenset({"hand", "turn", "take", "give", "run"})
# Counted by how many they are of, where it is told: "a family of six".
_BODIES = frozenset({"family", "household", "crew", "team", "squad"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number phrase as tokens `first` to `last`, both included."""

    first: int
    last: int
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A noun or bare number with how many: `first` to `last` are its words, `heads` all nouns that share the number."""

    head: int
    interval: Interval
    first: int
    last: int
    who: str
    numbered: bool
    heads: tuple[int, ...] = ()


Numbers = Mapping[int, Number]


def numbers_in(reading: Reading, sentence: Sentence) -> Numbers:
    """The number phrases of a sentence, by each token that they cover."""
    found: dict[int, Number] = {}
    base, at = sentence.span.start, sentence.first
    for phrase in find_numbers(sentence.span.text):
        while at < sentence.last and reading.tokens[at].end <= base + phrase.start:
            at += 1
        last = at
        while last + 1 < sentence.last and reading.tokens[last + 1].start < base + phrase.end:
            last += 1
        number = Number(first=at, last=last, interval=(phrase.low, phrase.high))
        number = _shared_out(reading, sentence.first, _without_particle(reading, number))
        found.update(dict.fromkeys(range(at, last + 1), number))
    return {**found, **_as_many(reading, sentence, found)}


def _without_particle(reading: Reading, number: Number) -> Number:
    """ "Handed over 12 captives": twelve, and not more than twelve."""
    first = reading.tokens[number.first]
    handed = first.lower == "over" and number.first and reading.tokens[number.first - 1].lemma in _DONE_OVER
    if not handed or first.i == number.last:
        return number
    return Number(first=first.i + 1, last=number.last, interval=(number.interval[0], number.interval[0]))


def _as_many(reading: Reading, sentence: Sentence, found: Numbers) -> Numbers:
    """ "Killed 16 militiamen and wounded as many guards": the number told before, again."""
    tokens = reading.tokens
    again: dict[int, Number] = {}
    for i in range(sentence.first + 2, sentence.last - 1):
        plain = [t.lower for t in tokens[i - 1 : i + 1]] == ["as", "many"] and tokens[i + 1].pos in (
            "NOUN",
            "ADJ",
            "PROPN",
        )
        before = [found[k] for k in range(sentence.first, i - 1) if k in found]
        if plain and before and before[-1].last < i - 2:
            again[i - 1] = again[i] = Number(first=i - 1, last=i, interval=before[-1].interval)
    return again


def _shared_out(reading: Reading, first: int, number: Number) -> Number:
    """ "most of its over 140,000": a majority of a counted whole."""
    k = number.first - 1
    if k > first and reading.tokens[k].lower in _DETERMINERS:
        k -= 1
    if k <= first or reading.tokens[k].lower != "of" or reading.tokens[k - 1].lower not in _SHARES:
        return number
    share = _SHARES[reading.tokens[k - 1].lower]
    return Number(first=k - 1, last=number.last, interval=share_of(number.interval, share))


def counted(reading: Reading, head: int, numbers: Numbers, words: FigureWords) -> Counted | None:
    """How many of `head` the text counts, None where it gives no number and `head` is not one single thing."""
    token = reading.tokens[head]
    inner = _of(reading, head)
    if (
        inner is not None
        and numbers.get(inner) is not numbers.get(head, False)
        and (head in numbers or token.lemma in _EMPTY_HEADS or (token.lemma in _BODIES and inner in numbers))
    ):
        return counted(reading, inner, numbers, words)
    number = _number_over(reading, head, numbers) or _number_before(reading, head, numbers)
    if number is None:
        return _single(reading, head, words)
    if token.lemma in words.not_counted:
        return None
    if token.lower in DAYS:  # "wounded 40 Tuesday"
        head = number.last
    heads = _sharing(reading, head, numbers)
    last = max(number.last, heads[-1])
    who = _who(reading, _after(reading, number, head), last)
    return Counted(
        head=head, interval=number.interval, first=number.first, last=last, who=who, numbered=True, heads=heads
    )


def _sharing(reading: Reading, head: int, numbers: Numbers) -> tuple[int, ...]:
    """`head` and the plurals joined to it that have no number of their own: "dozens of hospitals and schools"."""
    heads = [head]
    for joined in kids(reading, head, "conj"):
        own = reading.tokens[joined].tag != "NNS" or kids(reading, joined, "nummod", "det", "poss", "nsubj")
        if own or joined < head or any(k in numbers for k in range(head + 1, joined + 1)):
            break
        heads += _sharing(reading, joined, numbers)
    return tuple(heads)


def _of(reading: Reading, head: int) -> int | None:
    return next((obj for word, obj in prepositions(reading, head) if word == "of"), None)


def _number_over(reading: Reading, head: int, numbers: Numbers) -> Number | None:
    """ "dozens of people", "two of its three pumps", "40 cases of burns": the number that takes `head` by "of"."""
    above = reading.tokens[reading.tokens[head].head]
    if above.lower != "of" or above.i == head:
        return None
    of_cases = reading.tokens[above.head].lemma == "case"
    return _number_before(reading, above.head, numbers) if of_cases else numbers.get(above.head)


def _after(reading: Reading, number: Number, head: int) -> int:
    """Where the words of what is counted begin: after the number and its "of", of "18 of the 26 men" at the men."""
    first = number.last + 1
    if first >= head or reading.tokens[first].lower != "of":
        return first
    inside = (k for k in range(first + 1, head) if reading.tokens[k].pos == "NUM")
    return max(inside, default=first) + 1


def _number_before(reading: Reading, head: int, numbers: Numbers) -> Number | None:
    """The number in the noun phrase of `head`, looked for leftwards while words still belong to it."""
    first = reading.sentences[reading.sentence_of[head]].first
    for i in range(head, max(first, head - 8) - 1, -1):
        if i in numbers:
            return numbers[i]
        if i != head and not _in_noun_phrase(reading, i):
            return None
    return None


def _in_noun_phrase(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.dep in _NOUN_PHRASE or token.text in ("-", "'", "’", '"', "“", "`") or token.tag in ("JJ", "NNP", "NN")


def _single(reading: Reading, head: int, words: FigureWords) -> Counted | None:
    token = reading.tokens[head]
    if _is_further_one(reading, head):
        return Counted(head=head, interval=(1, 1), first=head, last=head, who="", numbered=True, heads=(head,))
    if token.lower in _ONE_PERSON:
        return Counted(head=head, interval=(1, 1), first=head, last=head, who="person", numbered=False, heads=(head,))
    if token.tag not in ("NN", "NNP") or token.lemma in words.collective or token.lemma in words.not_counted:
        return None
    left = [c for c in reading.children[head] if c < head and reading.tokens[c].dep in _NOUN_PHRASE]
    if not _is_determined(reading, head):
        return None
    first = min([head, *left])
    who = _who(reading, first, head)
    return Counted(head=head, interval=(1, 1), first=first, last=head, who=who, numbered=False, heads=(head,))


def _is_further_one(reading: Reading, head: int) -> bool:
    """ "One was killed and another wounded", "two died and a third was hurt": one more of those told before."""
    token = reading.tokens[head]
    if token.dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    determiner = child(reading, head, "det")
    is_nth = determiner is not None and reading.tokens[determiner].lower == "a" and token.lower in _NTH
    return token.lower == "another" or is_nth


def _is_determined(reading: Reading, head: int) -> bool:
    """Whether the singular stands for one: a name, "his wife", "a medic"; not "no medic" or a bare "fire"."""
    determiner = child(reading, head, "det", "poss")
    if determiner is None:
        return reading.tokens[head].tag == "NNP"
    token = reading.tokens[determiner]
    return token.dep == "poss" or token.lower in _SINGLE_DETERMINERS


def _who(reading: Reading, first: int, last: int) -> str:
    while first < last and reading.tokens[first].lower in _WHO_SKIPS:
        first += 1
    last = next((k - 1 for k in range(first, last + 1) if reading.tokens[k].lower in _MAKE_UP), last)
    return reading.words(first, last).text if first <= last else ""
