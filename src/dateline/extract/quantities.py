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
from dateline.knowledge.figure_words import FigureWords, Role, figure_words
from dateline.model.claim import Count, CountKind
from dateline.model.text import Reading, Sentence

__all__ = ["Figure", "counts_of", "figures"]

_MOVED = frozenset({"displaced", "returned", "deployed"})
_UNNAMED = frozenset({"", "others", "other", "more", "people"})
_OWN_ROLES: tuple[Role, ...] = ("happens_to", "happens_as", "act", "victims")


def figures(reading: Reading) -> tuple[Figure, ...]:
    """All figures of a report whose announcing words tell their kind, in reading order."""
    words = figure_words()
    return tuple(found for sentence in reading.sentences for found in _in_sentence(reading, sentence, words))


def counts_of(
    trigger: int, type: str, reading: Reading, figures: tuple[Figure, ...], rivals: tuple[tuple[int, str], ...] = ()
) -> tuple[Count, ...]:
    """The counts that belong to the event of this type at token `trigger`; `part_of` indexes the tuple returned.

    `rivals` are the (trigger, type) of the report's other events: a figure nearer to one of them is not this event's.
    """
    words = figure_words()
    keeps = words.types.get(type)
    if keeps is None:
        return ()
    sentence = reading.sentence_of[trigger]
    here = [f for f in figures if f.sentence == sentence]
    near = [(t, kind) for t, kind in rivals if t != trigger and reading.sentence_of[t] == sentence]
    bound = [
        f
        for f in here
        if f.count.kind in keeps.takes
        and belongs(reading, trigger, f.governor, (t for t, other in near if _takes(words, other, f.count.kind)))
    ]
    if keeps.own is not None and not any(f.count.kind == keeps.own for f in bound):
        bound += _own(reading, trigger, keeps.own, words, {f.head for f in here})
    return _indexed(bound)


def _takes(words: FigureWords, type: str, kind: CountKind) -> bool:
    return type in words.types and kind in words.types[type].takes


def _in_sentence(reading: Reading, sentence: Sentence, words: FigureWords) -> list[Figure]:
    announcers = [i for i in range(sentence.first, sentence.last) if _announced(reading, i, words)]
    if not announcers:
        return []
    numbers = numbers_in(reading, sentence)
    found: dict[int, Figure] = {}
    for i in announcers:
        for kind, role in _announced(reading, i, words):
            for one in _counted(reading, i, role, numbers, words):
                if _is_harm(reading, one, kind, words) and _outranks(kind, found.get(one.head)):
                    found[one.head] = figure(reading, one, i, kind, words)
    wholes = sorted(found.values(), key=lambda f: f.head)
    parts = parts_in(reading, sentence, numbers, wholes, words)
    return _named(sorted([*wholes, *parts], key=lambda f: f.count.words.start))


def _announced(reading: Reading, i: int, words: FigureWords) -> tuple[tuple[CountKind, Role], ...]:
    token = reading.tokens[i]
    return words.announcers.get(token.lemma) or words.announcers.get(token.lower, ())


def _outranks(kind: CountKind, known: Figure | None) -> bool:
    """Who was wounded and died is counted among the dead; else the first word that counts them tells the kind."""
    return known is None or (kind == "killed" and known.count.kind == "injured")


def _is_harm(reading: Reading, one: Counted, kind: CountKind, words: FigureWords) -> bool:
    """Persons are killed, things damaged; neither a nation's trust nor a town is a thing, and many flee, not one."""
    unit = words.units.get(reading.tokens[one.head].lemma, "person")
    if kind == "damaged":
        return one.numbered or unit in ("building", "vehicle", "weapon")
    if kind in ("displaced", "returned", "deployed"):
        return one.numbered
    return unit not in ("building", "vehicle", "weapon")


def _counted(reading: Reading, i: int, role: Role, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    for head in counted_by(reading, i, role, numbers):
        one = counted(reading, head, numbers, words)
        if one and (one.numbered if one.head == i else not _announced(reading, one.head, words)):
            yield one


def _named(found: list[Figure]) -> list[Figure]:
    """Bare numbers and "others" named after what the sentence counted before them, else people."""
    named: list[Figure] = []
    last = "people"
    for one in found:
        if one.count.who.lower() in _UNNAMED and one.count.who.lower() != "people":
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
        heads = (h for h in counted_by(reading, trigger, role, numbers) if h not in taken)
        ones = [one for h in heads if (one := counted(reading, h, numbers, words))]
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
