"""How many: the figures of a report, and those that belong to one event.

A figure is found once for the report, by the word that announces it ("killed", "deaths", "wounded"); an event takes the
figures of the kinds that its type may tell and that stand nearest to its trigger in the parse.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.breakdowns import parts_in
from dateline.extract.count_binding import belongs
from dateline.extract.counted_nouns import counted_by
from dateline.extract.figure import Figure, figure
from dateline.extract.grammar import OBJECTS, kids
from dateline.extract.number_phrases import Counted, Numbers, counted, numbers_in
from dateline.extract.phrases import is_people
from dateline.knowledge.figure_words import FigureWords, Role, TypeFigures, figure_words
from dateline.model.claim import Count, CountKind
from dateline.model.text import Reading, Sentence

__all__ = ["Figure", "counts_of", "figures"]

_MOVED = frozenset({"displaced", "returned", "deployed"})
_PRONOUNS = frozenset({"them", "us", "those", "these"})
_UNNAMED = frozenset({"", "others", "other", "more", "people"})
_OWN_ROLES: tuple[Role, ...] = ("happens_to", "happens_as", "act", "victims")


def figures(reading: Reading) -> tuple[Figure, ...]:
    """All figures of a report whose announcing words tell their kind, in reading order."""
    words = figure_words()
    return tuple(found for sentence in reading.sentences for found in _in_sentence(reading, sentence, words))


def counts_of(
    trigger: int,
    type: str,
    reading: Reading,
    figures: tuple[Figure, ...],
    rivals: tuple[tuple[int, str], ...] | None = None,
) -> tuple[Count, ...]:
    """The counts that belong to the event of this type at token `trigger`; `part_of` indexes the tuple returned.

    `rivals` are the (trigger, type) of all the report's events: a figure nearer to another event is not this one's, and
    figures of a following sentence that tells no event of its own are. None where the other events are unknown.
    """
    words = figure_words()
    keeps = words.types.get(type)
    if keeps is None:
        return ()
    sentence = reading.sentence_of[trigger]
    others = [(t, kind) for t, kind in rivals or () if t != trigger]
    bound = [
        f
        for f in figures
        if f.sentence == sentence
        and f.count.kind in keeps.takes
        and belongs(reading, trigger, f.governor, _rivals_for(reading, sentence, f, others, words))
    ]
    if keeps.own is not None and not any(f.count.kind == keeps.own for f in bound):
        bound += _own(reading, trigger, keeps.own, words, {f.head for f in figures if f.sentence == sentence})
    if rivals is not None and keeps.own is None:
        told = {f.count.kind for f in bound}
        bound += [f for f in _continued(reading, trigger, keeps, figures, others) if f.count.kind not in told]
    return _indexed(bound)


def _rivals_for(
    reading: Reading, sentence: int, one: Figure, others: list[tuple[int, str]], words: FigureWords
) -> list[int]:
    return [t for t, kind in others if reading.sentence_of[t] == sentence and _takes(words, kind, one.count.kind)]


def _continued(
    reading: Reading, trigger: int, keeps: TypeFigures, figures: tuple[Figure, ...], others: list[tuple[int, str]]
) -> list[Figure]:
    """The figures of the next sentence, if no event is told there and this one is the last told before it."""
    sentence = reading.sentence_of[trigger]
    if any(
        reading.sentence_of[t] == sentence + 1 or (t > trigger and reading.sentence_of[t] == sentence)
        for t, _ in others
    ):
        return []
    return [f for f in figures if f.sentence == sentence + 1 and f.count.kind in keeps.takes]


def _takes(words: FigureWords, type: str, kind: CountKind) -> bool:
    return type in words.types and kind in words.types[type].takes


def _in_sentence(reading: Reading, sentence: Sentence, words: FigureWords) -> list[Figure]:
    announcers = [i for i in range(sentence.first, sentence.last) if _announced(reading, i, words)]
    if not announcers:
        return []
    numbers = numbers_in(reading, sentence)
    found: dict[tuple[int, CountKind | None], Figure] = {}
    for i in announcers:
        for kind, role in _announced(reading, i, words):
            for one in _counted(reading, i, role, numbers, words):
                # "No casualties" says that none were killed and none injured; any other noun is counted once.
                key = one.head, kind if one.interval == (0, 0) else None
                if _is_harm(reading, one, kind, words):
                    found[key] = _either(reading, found.get(key), figure(reading, one, i, kind, words))
    wholes = sorted(found.values(), key=lambda f: f.head)
    parts = parts_in(reading, sentence, numbers, wholes, words)
    return _named(sorted([*wholes, *parts], key=lambda f: f.count.words.start))


def _announced(reading: Reading, i: int, words: FigureWords) -> tuple[tuple[CountKind, Role], ...]:
    token = reading.tokens[i]
    return words.announcers.get(token.lemma) or words.announcers.get(token.lower, ())


def _either(reading: Reading, known: Figure | None, new: Figure) -> Figure:
    """Of two figures of the same people: the dead before the wounded, else the first; joined, they are both at once."""
    if known is None:
        return new
    kinds = known.count.kind, new.count.kind
    if kinds == ("killed", "injured") and reading.tokens[new.governor].head == known.governor:
        return replace(known, count=replace(known.count, who="killed and injured"))
    return new if kinds == ("injured", "killed") else known


def _is_harm(reading: Reading, one: Counted, kind: CountKind, words: FigureWords) -> bool:
    """Persons are killed, things damaged; neither a nation's trust nor a town is a thing, and many flee, not one."""
    unit = words.units.get(reading.tokens[one.head].lemma, "person")
    if kind in ("detained", "abducted", "released") and not one.numbered:
        return reading.tokens[one.head].tag != "NNP"
    if kind == "damaged":
        return one.numbered or unit in ("building", "vehicle", "weapon")
    if kind in ("displaced", "returned", "deployed"):
        return one.numbered
    if not one.numbered and reading.tokens[one.head].pos == "NOUN" and not is_people(reading, one.head):
        return False
    return unit not in ("building", "vehicle", "weapon")


def _counted(reading: Reading, i: int, role: Role, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    for head in counted_by(reading, i, role, numbers):
        one = counted(reading, head, numbers, words)
        if one is None:
            continue
        if one.head != i and not _announced(reading, one.head, words):
            yield one
        elif one.head == i and one.numbered:
            yield replace(one, who=_before(reading, one, i)) if role == "act" else one


def _before(reading: Reading, one: Counted, act: int) -> str:
    """Whom an act counts: "16 journalist deaths" are journalists, "27 deaths" nobody named."""
    noun = act > one.first and reading.tokens[act - 1].pos in ("NOUN", "PROPN")
    return reading.tokens[act - 1].text if noun else ""


def _named(found: list[Figure]) -> list[Figure]:
    """Bare numbers and "others" named after what the sentence counted before them, else people."""
    named: list[Figure] = []
    last = "people"
    for one in found:
        if one.count.who.lower() in _PRONOUNS:
            one = replace(one, count=replace(one.count, who="people"))
        elif one.count.who.lower() in _UNNAMED and one.count.who.lower() != "people":
            one = replace(one, count=replace(one.count, who=last))
        elif one.whole is None and one.count.unit == "person" and one.count.high != 1:
            last = one.count.who
        named.append(one)
    return named


def _own(reading: Reading, trigger: int, kind: CountKind, words: FigureWords, taken: set[int]) -> list[Figure]:
    """What the trigger itself counts, by its type: "sent 300 soldiers" deploys them."""
    sentence = reading.sentences[reading.sentence_of[trigger]]
    numbers = numbers_in(reading, sentence)
    moves = kind in _MOVED or not kids(reading, trigger, *OBJECTS)
    for role in _OWN_ROLES:
        if role == "happens_as" and not moves:
            continue
        ones = [one for one in _counted(reading, trigger, role, numbers, words) if one.head not in taken]
        kinds = [(o, _kind_of(reading, o, kind, words)) for o in ones if o.numbered or is_people(reading, o.head)]
        wholes = [figure(reading, one, trigger, k, words) for one, k in kinds if _is_harm(reading, one, k, words)]
        if wholes:
            return _named([*wholes, *parts_in(reading, sentence, numbers, wholes, words)])
    return []


def _kind_of(reading: Reading, one: Counted, kind: CountKind, words: FigureWords) -> CountKind:
    """Soldiers lost are killed, tanks lost are damaged."""
    thing = words.units.get(reading.tokens[one.head].lemma) in ("building", "vehicle", "weapon")
    return "damaged" if thing and kind == "killed" else kind


def _indexed(bound: list[Figure]) -> tuple[Count, ...]:
    at = {f.head: index for index, f in enumerate(bound)}
    return tuple(replace(f.count, part_of=at.get(f.whole) if f.whole is not None else None) for f in bound)
