"""Where a report counts the harmed, the held and the moved: every figure, by the word that announces it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.extract.breakdowns import parts_in
from dateline.extract.counted_nouns import counted_by
from dateline.extract.figure import Figure, figure
from dateline.extract.grammar import kids, prepositions, text_at
from dateline.extract.later_parts import later_parts
from dateline.extract.number_phrases import Counted, Numbers, counted, numbers_in
from dateline.extract.phrases import is_people
from dateline.knowledge.figure_words import FigureWords, Role, figure_words
from dateline.knowledge.reporting import reporting
from dateline.model.claim import CountKind
from dateline.model.text import Reading, Sentence

_OF_VERBS: Final[frozenset[Role]] = frozenset({"happens_to", "happens_as"})
_TALLIES = frozenset({"number", "total"})
_PRONOUNS = frozenset({"them", "us", "those", "these"})
_UNNAMED = frozenset({"", "others", "other", "more", "people"})


def figures(reading: Reading) -> tuple[Figure, ...]:
    """All figures of a report whose announcing words tell their kind, in reading order."""
    words = figure_words()
    return tuple(found for sentence in reading.sentences for found in _in_sentence(reading, sentence, words))


def _in_sentence(reading: Reading, sentence: Sentence, words: FigureWords) -> list[Figure]:
    announcers = [i for i in range(sentence.first, sentence.last) if _announced(reading, i, words)]
    if not announcers:
        return []
    numbers = numbers_in(reading, sentence)
    found: dict[tuple[int, CountKind | None], Figure] = {}
    for i in announcers:
        for kind, role in _announced(reading, i, words):
            for one in counted_of(reading, i, role, numbers, words):
                # "No casualties" says that none were killed and none injured; any other noun is counted once.
                key = one.head, kind if one.interval == (0, 0) else None
                kind = _of_persons(reading, one, i, kind)
                if is_harm(reading, one, kind, words):
                    found[key] = _either(reading, found.get(key), figure(reading, one, i, kind, words))
    later = later_parts(reading, sentence, numbers, words)
    known = {f.governor for f in later}
    wholes = sorted((f for f in found.values() if f.governor not in known), key=lambda f: f.head)
    parts = parts_in(reading, sentence, numbers, wholes, words)
    listed = {part.head for part in parts}
    wholes = [whole for whole in wholes if whole.head not in listed]
    return named(sorted([*wholes, *parts, *later], key=lambda f: f.count.words.start))


def _announced(reading: Reading, i: int, words: FigureWords) -> tuple[tuple[CountKind, Role], ...]:
    token = reading.tokens[i]
    if token.lemma in _TALLIES:
        return _of_tally(reading, i, words)
    if token.pos == "VERB" and i > 0 and reading.tokens[i - 1].lower == "the":  # "the wounded", taken for a verb
        return words.announcers.get(token.lower, ())
    return words.announcers.get(token.lemma) or words.announcers.get(token.lower, ())


def _of_persons(reading: Reading, one: Counted, i: int, kind: CountKind) -> CountKind:
    """Houses that are burnt are damaged, persons burnt or buried alive are killed."""
    alive = any(text_at(reading, c).lower() == "alive" for c in (*reading.children[i], i + 1))
    return "killed" if kind == "damaged" and alive and is_people(reading, one.head) else kind


def _of_tally(reading: Reading, i: int, words: FigureWords) -> tuple[tuple[CountKind, Role], ...]:
    """ "The number of people killed has risen to 45", "the total of arrests reached 90": the number is a toll."""
    of = (obj for word, obj in prepositions(reading, i) if word == "of")
    near = (k for obj in of for k in (obj, *kids(reading, obj, "acl", "amod", "compound", "relcl")))
    kinds = (kind for k in near for kind, _ in words.announcers.get(reading.tokens[k].lemma, ()))
    kind = next(kinds, None)
    return () if kind is None else ((kind, "toll"),)


def _either(reading: Reading, known: Figure | None, new: Figure) -> Figure:
    """Of two figures of the same people: the dead before the wounded, else the first; joined, they are both at once."""
    if known is None:
        return new
    kinds = known.count.kind, new.count.kind
    if kinds == ("killed", "injured") and reading.tokens[new.governor].head == known.governor:
        return replace(known, count=replace(known.count, who="killed and injured"))
    return new if kinds == ("injured", "killed") else known


def is_harm(reading: Reading, one: Counted, kind: CountKind, words: FigureWords) -> bool:
    """Persons are killed, things damaged; neither a nation's trust nor a town is a thing, and many flee, not one.

    A body with a name of its own is nobody who was killed: "killed ten | Lake Watch said".
    """
    if not one.numbered and kind != "damaged" and _is_named_body(reading, one.head):
        return False
    unit = words.units.get(reading.tokens[one.head].lemma, "person")
    if kind in ("detained", "abducted", "released") and not one.numbered:
        return reading.tokens[one.head].tag != "NNP"
    if kind == "damaged":
        return (one.numbered and not is_people(reading, one.head)) or unit in ("building", "vehicle", "weapon")
    if kind in ("displaced", "returned", "deployed"):
        return one.numbered
    if not one.numbered and reading.tokens[one.head].pos == "NOUN" and not is_people(reading, one.head):
        return False
    return unit not in ("building", "vehicle", "weapon")


def _is_named_body(reading: Reading, head: int) -> bool:
    return reading.tokens[head].pos == "PROPN" and reading.tokens[head].lower in reporting().organisations


def counted_of(reading: Reading, i: int, role: Role, numbers: Numbers, words: FigureWords) -> Iterator[Counted]:
    for head in counted_by(reading, i, role, numbers):
        one = counted(reading, head, numbers, words)
        if one is None:
            continue
        if one.head != i and not _is_harm_itself(reading, one.head, words):
            yield one
        elif one.head != i and one.interval == (0, 0):
            yield replace(one, who="people")
        elif one.head == i and one.numbered:
            yield replace(one, who=_before(reading, one, i)) if role == "act" else one


def _is_harm_itself(reading: Reading, i: int, words: FigureWords) -> bool:
    """Whether the noun announces a figure of its own: deaths do; the guns that were lost gun nobody down."""
    roles = {role for _, role in _announced(reading, i, words)}
    return bool(roles) and (reading.tokens[i].pos != "NOUN" or bool(roles - _OF_VERBS))


def _before(reading: Reading, one: Counted, act: int) -> str:
    """Whom an act counts: "16 journalist deaths" are journalists, "27 deaths" nobody named."""
    noun = act > one.first and reading.tokens[act - 1].pos in ("NOUN", "PROPN")
    return reading.tokens[act - 1].text if noun else ""


def named(found: list[Figure]) -> list[Figure]:
    """Bare numbers and "others" named after what the sentence counted before them, else people."""
    named: list[Figure] = []
    last = "people"
    for one in found:
        if one.count.who.lower() in _PRONOUNS:
            one = replace(one, count=replace(one.count, who="people"))
        elif one.count.who.lower() in _UNNAMED and one.count.who.lower() != "people":
            one = replace(one, count=replace(one.count, who=last))
        elif one.whole is None and one.count.unit == "person" and one.count.high != 1 and not _are_remains(one):
            last = one.count.who
        named.append(one)
    return named


def _are_remains(one: Figure) -> bool:
    return one.count.who.split()[-1:] in (["bodies"], ["corpses"])
