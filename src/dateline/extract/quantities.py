"""How many: the figures of a report, and those that belong to one event.

A figure is found once for the report, by the word that announces it ("killed", "deaths", "wounded"); an event takes the
figures of the kinds that its type may tell and that stand nearest to its trigger in the parse.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.breakdowns import is_part_of, parts_in
from dateline.extract.count_binding import belongs
from dateline.extract.figure import Figure, figure
from dateline.extract.figure_finding import counted_of, figures, is_harm, named
from dateline.extract.grammar import OBJECTS, ancestors, kids
from dateline.extract.number_phrases import Counted, numbers_in
from dateline.extract.phrases import is_people
from dateline.knowledge.figure_words import FigureWords, Role, TypeFigures, figure_words
from dateline.model.claim import Count, CountKind
from dateline.model.text import Reading

__all__ = ["Figure", "counts_of", "figures"]

_RELATIVE = frozenset({"which", "whom", "who", "that"})
_MOVED = frozenset({"displaced", "returned", "deployed"})
# A story goes on with the dead and wounded of one act for so many sentences.
_CONTINUES = 2
_OWN_ROLES: tuple[Role, ...] = ("happens_to", "happens_as", "act", "victims")


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
        and not _is_of_the_next(trigger, f, figures, _rivals_for(reading, sentence, f, others, words))
    ]
    if keeps.own is not None and not any(f.count.kind == keeps.own for f in bound):
        bound += _own(reading, trigger, keeps.own, words, _taken(reading, figures, sentence))
    if rivals is not None and keeps.own is None:
        for following in _continued(reading, trigger, keeps, figures, others):
            told = {f.count.kind for f in bound}
            bound += [f for f in following if _goes_on(f, bound, told)]
    return _indexed(bound)


def _taken(reading: Reading, figures: tuple[Figure, ...], sentence: int) -> set[int]:
    """What other words count already, but for what they only describe: "rescued 15 kidnapped villagers"."""
    here = (f for f in figures if f.sentence == sentence and not f.among)
    return {f.head for f in here if not _describes(reading, f)}


def _describes(reading: Reading, one: Figure) -> bool:
    governor = reading.tokens[one.governor]
    return governor.dep == "amod" and governor.head == one.head and one.governor < one.head


def _rivals_for(
    reading: Reading, sentence: int, one: Figure, others: list[tuple[int, str]], words: FigureWords
) -> list[int]:
    return [t for t, kind in others if reading.sentence_of[t] == sentence and _takes(words, kind, one.count.kind)]


def _is_of_the_next(trigger: int, one: Figure, figures: tuple[Figure, ...], rivals: list[int]) -> bool:
    """Whether another event and its figure have begun: "the shelling killed ten while the air strikes killed 80"."""
    before = (f for f in figures if f.sentence == one.sentence and f.count.kind == one.count.kind and f.whole is None)
    told = [f.head for f in before if trigger < f.head < one.head]
    return any(head < rival < one.head for head in told for rival in rivals)


def _continued(
    reading: Reading, trigger: int, keeps: TypeFigures, figures: tuple[Figure, ...], others: list[tuple[int, str]]
) -> Iterator[list[Figure]]:
    """The figures of the next sentences that tell no event, one sentence after the other until one has none.

    They are of the event that the sentence before them is about: the one that stands highest in its parse.
    """
    sentence = reading.sentence_of[trigger]
    words = figure_words()
    beside = [t for t, kind in others if reading.sentence_of[t] == sentence and keeps.takes <= _taken_by(words, kind)]
    if any(_height(reading, t) < _height(reading, trigger) for t in beside):
        return
    told = {reading.sentence_of[t] for t, _ in others}
    for later in range(sentence + 1, sentence + 1 + _CONTINUES):
        found = [f for f in figures if f.sentence == later and f.count.kind in keeps.takes]
        yield [f for f in found if f.among or later not in told]
        if later in told or not found:
            return


def _height(reading: Reading, i: int) -> tuple[int, int]:
    """How deep a word stands in the parse, and where in the text: the smaller, the more the sentence is about it."""
    return len(tuple(ancestors(reading, i))), i


def _taken_by(words: FigureWords, type: str) -> frozenset[CountKind]:
    return words.types[type].takes if type in words.types else frozenset()


def _takes(words: FigureWords, type: str, kind: CountKind) -> bool:
    return type in words.types and kind in words.types[type].takes


def _own(reading: Reading, trigger: int, kind: CountKind, words: FigureWords, taken: set[int]) -> list[Figure]:
    """What the trigger itself counts, by its type: "sent 300 soldiers" deploys them."""
    sentence = reading.sentences[reading.sentence_of[trigger]]
    numbers = numbers_in(reading, sentence)
    moves = kind in _MOVED or not kids(reading, trigger, *OBJECTS)
    for role in _OWN_ROLES:
        if role == "happens_as" and not moves:
            continue
        ones = [one for one in counted_of(reading, trigger, role, numbers, words) if one.head not in taken]
        kinds = [(o, _kind_of(reading, o, kind, words)) for o in ones if o.numbered or is_people(reading, o.head)]
        wholes = [figure(reading, one, trigger, k, words) for one, k in kinds if is_harm(reading, one, k, words)]
        if wholes:
            return named([*wholes, *parts_in(reading, sentence, numbers, wholes, words)])
    return []


def _kind_of(reading: Reading, one: Counted, kind: CountKind, words: FigureWords) -> CountKind:
    """Soldiers lost are killed, tanks lost are damaged."""
    thing = words.units.get(reading.tokens[one.head].lemma) in ("building", "vehicle", "weapon")
    return "damaged" if thing and kind == "killed" else kind


def _goes_on(one: Figure, bound: list[Figure], told: set[CountKind]) -> bool:
    """Whether a figure of a later sentence is a part of one told before, or of a kind that was not."""
    return _whole_of(one, bound) is not None if one.among else one.count.kind not in told


def _whole_of(one: Figure, bound: list[Figure]) -> int | None:
    """The head of the figure that this one is a part of: told beside it, or in an earlier sentence."""
    if not one.among:
        return one.whole
    wholes = (f for f in bound if f.count.kind == one.count.kind and not f.among and f.whole is None)
    return next((f.head for f in wholes if is_part_of(one.count, f.count)), None)


def _indexed(bound: list[Figure]) -> tuple[Count, ...]:
    bound = [f for f in bound if f.count.who.lower() not in _RELATIVE]  # "all but one of which were destroyed"
    once = [f for k, f in enumerate(bound) if not any(_is_same_figure(f, other) for other in bound[:k])]
    at = {f.head: index for index, f in enumerate(once)}
    wholes = (_whole_of(f, once) for f in once)
    return tuple(
        replace(f.count, part_of=None if whole is None else at.get(whole))
        for f, whole in zip(once, wholes, strict=True)
    )


def _is_same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same: "26 civilians were killed ... killing 26 civilians", or one read twice."""
    if one.whole is not None or other.whole is not None or one.count.kind != other.count.kind:
        return False
    if one.count.words.covers(other.count.words) or other.count.words.covers(one.count.words):
        return True
    same = (one.count.low, one.count.high) == (other.count.low, other.count.high)
    return same and one.count.high != 1 and one.count.who.split()[-1:] == other.count.who.split()[-1:]
