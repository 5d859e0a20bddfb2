"""Parts of a figure: "including five children", "two of them women", "four people: two Danes, one Serb and a Swede"."""

from collections.abc import Iterator, Mapping

from dateline.extract.counted_nouns import noun_after
from dateline.extract.figure import Figure, figure
from dateline.extract.grammar import PASSIVE_SUBJECTS, SUBJECTS, kids, text_at
from dateline.extract.number_phrases import Counted, Numbers, counted
from dateline.extract.phrases import is_people
from dateline.knowledge.figure_words import FigureWords
from dateline.knowledge.numbers import Interval, share_of
from dateline.model.claim import Count
from dateline.model.text import Reading, Sentence

_THEM = frozenset({"them", "whom", "these", "those", "which"})
_THE_HARMED = frozenset({"dead", "killed", "victims", "casualties", "slain", "wounded", "injured"})
_LINKS = frozenset({",", ":", ";", "-", "–", "—", "and"})
_REST = frozenset({"other", "others", "more", "another"})


def parts_in(
    reading: Reading, sentence: Sentence, numbers: Numbers, wholes: list[Figure], words: FigureWords
) -> tuple[Figure, ...]:
    """The parts of these figures that the sentence tells; each takes kind and announcer of its whole."""
    found: list[Figure] = []
    if not wholes:
        return ()
    known = {f.head: f for f in wholes}
    parts: set[int] = set()
    for find in (_among, _listed):
        for whole, one in find(reading, sentence, numbers, [*wholes, *found], words):
            if one.head not in parts and _fits(one.interval, whole.count) and _may_be_its_part(known, one, whole):
                parts.add(one.head)
                found.append(figure(reading, one, whole.governor, whole.count.kind, words, whole.head))
    return tuple(found)


def _may_be_its_part(known: Mapping[int, Figure], one: Counted, whole: Figure) -> bool:
    """What stands in a list of parts may have been counted beside its whole: "killed seven, among them two women"."""
    beside = known.get(one.head)
    return beside is None or (beside.count.kind == whole.count.kind and whole.head < one.head)


def is_part_of(one: Count, whole: Count) -> bool:
    """Whether one figure can be a part of another: not larger than it, and one person has no parts."""
    return _fits((one.low, one.high), whole)


def _fits(interval: Interval, whole: Count) -> bool:
    limit = whole.high if whole.high is not None else whole.low
    size = interval[0] if interval[0] is not None else interval[1]
    if whole.high == 1 or size == 0:
        return False
    return limit is None or size is None or size <= limit


def _among(
    reading: Reading, sentence: Sentence, numbers: Numbers, wholes: list[Figure], words: FigureWords
) -> Iterator[tuple[Figure, Counted]]:
    """ "Two medics were among 31 people killed"."""
    for whole in wholes:
        above = reading.tokens[reading.tokens[whole.head].head]
        if above.lower == "among" and reading.tokens[above.head].lemma == "be":
            for subject in kids(reading, above.head, *SUBJECTS, *PASSIVE_SUBJECTS):
                if one := counted(reading, subject, numbers, words):
                    yield whole, one


def _listed(
    reading: Reading, sentence: Sentence, numbers: Numbers, wholes: list[Figure], words: FigureWords
) -> Iterator[tuple[Figure, Counted]]:
    first = min(f.head for f in wholes)
    for i in range(first + 1, sentence.last):
        whole = _whole_before(wholes, i)
        if whole is None:
            continue
        if (start := _list_start(reading, sentence, i)) is not None:
            yield from ((whole, one) for one in _items(reading, sentence, start, numbers, words))
        elif reading.tokens[i].lower == "of" and i + 1 < sentence.last and reading.tokens[i + 1].lower in _THEM:
            yield from ((whole, one) for one in _of_them(reading, sentence, i, numbers, whole, words))
        elif reading.tokens[i].lower == "among" and _means_them(reading, sentence, i + 1):
            one = counted(reading, i - 1, numbers, words)
            whole = _whole_before(wholes, one.first) if one is not None else None
            if one is not None and whole is not None:
                yield whole, one


def _whole_before(wholes: list[Figure], i: int) -> Figure | None:
    """The figure last counted before `i`: breakdowns follow what they break down."""
    before = [f for f in wholes if f.head < i]
    return max(before, key=lambda f: f.head) if before else None


def _list_start(reading: Reading, sentence: Sentence, i: int) -> int | None:
    """Where the items begin, if the word at `i` opens a list of parts."""
    token = reading.tokens[i]
    if token.lower in ("including", ":"):
        return i + 1
    if token.lower == "among" and _means_them(reading, sentence, i + 1):
        before = reading.tokens[i - 1]
        goes_on = i + 2 < sentence.last and reading.tokens[i + 2].pos == "NUM"  # "40 farmers among them six girls"
        if before.text == "," or before.pos not in ("NOUN", "NUM") or goes_on:
            return i + 2
    return None


def _means_them(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "Among them", "among the dead"."""
    here = [token.lower for token in reading.tokens[i : min(i + 2, sentence.last)]]
    return here[:1] != [] and (here[0] in _THEM or (here[0] == "the" and here[-1] in _THE_HARMED))


def _items(reading: Reading, sentence: Sentence, start: int, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    """The counted nouns of a list that begins at token `start`, until something else comes."""
    i = start
    while i < sentence.last:
        while i < sentence.last and i not in numbers and reading.tokens[i].lower in _LINKS:
            i += 1
        one = _item(reading, i, numbers, words) if i < sentence.last else None
        if one is None or any(text_at(reading, k).lower() in _REST for k in range(i, one.last + 2)):
            return
        yield one
        i = max(one.last, i) + 1


def _item(reading: Reading, i: int, numbers: Numbers, words: FigureWords) -> Counted | None:
    if i in numbers:
        return counted(reading, noun_after(reading, numbers[i].last), numbers, words)
    token = reading.tokens[i]
    head = token.head
    if token.lower in ("a", "an") and head > i:
        return counted(reading, head, numbers, words)
    bare = token.tag == "NN" and token.dep == "conj" and is_people(reading, i)
    return Counted(head=i, interval=(1, 1), first=i, last=i, who=token.text, numbered=False) if bare else None


def _of_them(
    reading: Reading, sentence: Sentence, of: int, numbers: Numbers, whole: Figure, words: FigureWords
) -> Iterator[Counted]:
    """ "eight of them children", "14 of them Colombian, and three Venezuelan", "more than half of them civilians"."""
    if reading.tokens[of - 1].lower == "half":
        interval = share_of((whole.count.low, whole.count.high), "most")
        first = of - 1
    elif of - 1 in numbers:
        interval, first = numbers[of - 1].interval, numbers[of - 1].first
    else:
        return
    following = of + 2
    if following + 1 < sentence.last and reading.tokens[following].lemma == "be":
        following += 1
    named = following < sentence.last and reading.tokens[following].pos in ("NOUN", "PROPN", "ADJ", "DET")
    last = _last_of_noun(reading, sentence, following) if named else of + 1
    who = reading.words(following, last).text if named else whole.count.who
    head = last if named else numbers[of - 1].last if of - 1 in numbers else of - 1
    yield Counted(head=head, interval=interval, first=first, last=last, who=who, numbered=True)
    yield from _items(reading, sentence, last + 1, numbers, words)


def _last_of_noun(reading: Reading, sentence: Sentence, i: int) -> int:
    while i + 1 < sentence.last and reading.tokens[i + 1].pos in ("NOUN", "PROPN", "ADJ"):
        i += 1
    return i
