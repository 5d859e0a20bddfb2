"""Which words announce an event: codebook triggers whose frame fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from dateline.extract.arguments import is_gerund_before_object, objects
from dateline.extract.conditions import holds, modifiers
from dateline.extract.grammar import ancestors, first_conjunct, kids
from dateline.extract.scene import Scene
from dateline.knowledge.actor_words import singular
from dateline.knowledge.codebook import Codebook, Trigger, Words
from dateline.knowledge.types import TYPES
from dateline.model.text import Reading, Span

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_MONTHS = frozenset({"March", "May"})
_THROUGH = frozenset({"with", "in", "by", "during", "using", "through", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A word of the report that announces an event, and the codebook's trigger that it fits."""

    token: int
    trigger: Trigger
    words: Span


def announcements(scene: Scene, codebook: Codebook) -> tuple[Announcement, ...]:
    """All announcements of a report in reading order: at most one a word, weak ones only where no other stands.

    A question tells nothing.
    """
    told = (s for s in scene.reading.sentences if scene.reading.tokens[s.last - 1].text != "?")
    found = [a for s in told for i in range(s.first, s.last) if (a := best_at(scene, codebook, i)) is not None]
    whole = [a for a in found if half_of(scene, a, found) is None]
    return tuple(a for a in whole if gives_way_to(scene, a, whole) is None)


def best_at(scene: Scene, codebook: Codebook, i: int) -> Announcement | None:
    """What the word announces: the highest in rank of its triggers that fit, if any does."""
    fitting = [t for t in triggers_of(scene, codebook, i) if misfit(scene, i, t) is None]
    best = max(fitting, key=lambda t: t.rank, default=None)
    return None if best is None else Announcement(token=i, trigger=best, words=_words(scene, i, best))


def triggers_of(scene: Scene, codebook: Codebook, i: int) -> tuple[Trigger, ...]:
    """The triggers that the word may be, by its part of speech and lemma."""
    token = scene.reading.tokens[i]
    part = _PARTS.get(token.pos)
    if (
        part is None
        or token.text in _MONTHS
        or (token.dep in ("compound", "nmod") and part == "noun" and not _is_listed(scene, i))
    ):
        return ()
    # the parser leaves capitalised words in the plural: "Rebel Raids on Kara"
    found = codebook.triggers(part, singular(token.lemma) if token.tag == "NNPS" else token.lemma)
    if token.tag == "VBG" and part == "verb" and not kids(scene.reading, i, "dobj", "aux"):
        found += codebook.triggers("noun", token.lower)
    if part == "verb" and token.dep in ("amod", "compound") and not is_gerund_before_object(scene.reading, i):
        return codebook.triggers("adjective", token.lower)
    return found


def _is_listed(scene: Scene, i: int) -> bool:
    """Compounds announce nothing ("air strike victims"), but parsers also hang joined nouns that way."""
    head = scene.reading.tokens[i].head
    return head < i


def misfit(scene: Scene, i: int, trigger: Trigger) -> tuple[str, Words] | None:
    """The first condition that speaks against the trigger at token `i`, with its words; None where it fits.

    It is one that the trigger needs and lacks, or, named "unless ...", a bar that holds.
    """
    lacking = ((c, w) for c, w in trigger.needs.items() if not holds(scene, i, c, w))
    barring = ((f"unless {c}", w) for c, w in trigger.bars.items() if holds(scene, i, c, w))
    return next(chain(lacking, barring), None)


def _words(scene: Scene, i: int, trigger: Trigger) -> Span:
    """The trigger with the modifier or object that made it fit, where they stand side by side."""
    first = last = i
    if "modifier" in trigger.needs:
        first = min([i, *(m for m in modifiers(scene, i) if i - 3 <= m < i)])
    if "object" in trigger.needs and not trigger.place:
        near = [o for o in objects(scene.reading, i) if i < o <= i + 3]
        last = max([i, *near])
    return scene.reading.words(first, last)


def gives_way_to(scene: Scene, one: Announcement, others: Sequence[Announcement]) -> Announcement | None:
    """To which other a weak announcement gives way: a surer of its group in its sentence, or an earlier of its type.

    What is harmed gives way to the act that harmed it.
    """
    if not one.trigger.weak:
        return None
    here = scene.reading.sentence_of[one.token]
    beside = (o for o in others if o is not one and scene.reading.sentence_of[o.token] == here)
    return next((o for o in beside if _outranks(o, one) and not _told_apart(scene, one.token, o.token)), None)


def _outranks(other: Announcement, one: Announcement) -> bool:
    same_type = other.trigger.type == one.trigger.type
    if one.trigger.type in _HARM_DONE and TYPES[other.trigger.type] == "violence":
        return True
    if other.trigger.weak:
        return same_type and other.token < one.token
    return same_type or (TYPES[one.trigger.type] == TYPES[other.trigger.type] and one.trigger.type not in _HARM_DONE)


_HARM_DONE = frozenset({"casualties", "damage"})


def _told_apart(scene: Scene, a: int, b: int) -> bool:
    """Whether two words stand in joined clauses, each with a subject of its own: "deny that ..., and say that ..."."""
    above_a = [a, *ancestors(scene.reading, a)]
    above_b = [b, *ancestors(scene.reading, b)]
    joint = next((n for n in above_a if n in above_b), None)
    ways = [n for above in (above_a, above_b) for n in above[: above.index(joint)]] if joint is not None else []
    return any(
        scene.reading.tokens[n].dep == "conj" and kids(scene.reading, n, "nsubj", "nsubjpass", "ccomp") for n in ways
    )


def half_of(scene: Scene, one: Announcement, others: Sequence[Announcement]) -> Announcement | None:
    """The surer of two words that tell one act: of "targeted" in "targeted it with shells", the shells."""
    here = scene.reading.sentence_of[one.token]
    beside = (o for o in others if o is not one and scene.reading.sentence_of[o.token] == here)
    return next((o for o in beside if _tells_for(scene, o, one)), None)


def _tells_for(scene: Scene, other: Announcement, one: Announcement) -> bool:
    if TYPES[one.trigger.type] != TYPES[other.trigger.type]:
        return False
    if _leans_on(scene, other.token, one.token) and one.trigger.rank <= other.trigger.rank:
        return True
    if _leans_on(scene, one.token, other.token) and one.trigger.rank < other.trigger.rank:
        return True
    return _is_harm_of(scene.reading, one, other)


def _is_harm_of(reading: Reading, one: Announcement, other: Announcement) -> bool:
    """ "Killed when jets raided the town", "a raid in which six died": the harm and the act that did it are one."""
    tokens = reading.tokens
    if tokens[one.token].lemma not in _HARMING or tokens[other.token].lemma in _HARMING:
        return False
    below = _way_down(reading, one.token, other.token)
    while below and tokens[below[-1]].dep == "conj" and tokens[below[-1]].lemma in _HARMING:
        below.pop()
    if below and tokens[below[-1]].dep in ("advcl", "agent"):
        return all(tokens[n].dep in _BY_WHICH for n in below) and not _is_timed_apart(reading, below[-1])
    above = _way_down(reading, other.token, one.token)
    return len(above) == 1 and tokens[one.token].dep == "relcl"


def _way_down(reading: Reading, top: int, i: int) -> list[int]:
    """The words from `i` up to the one that hangs on `top`; none where `i` does not stand under it."""
    way = [i, *ancestors(reading, i)]
    return way[: way.index(top)] if top in way else []


def _is_timed_apart(reading: Reading, clause: int) -> bool:
    """Whether a clause tells of another time: "killed before the town was shelled"."""
    return any(reading.tokens[c].lower in _OTHER_TIMES for c in kids(reading, clause, "mark", "advmod"))


_HARMING = frozenset("kill die injure wound perish".split())
_BY_WHICH = frozenset({"advcl", "agent", "pobj", "acl", "pcomp", "conj", "prep"})
_OTHER_TIMES = frozenset({"before", "since", "until", "while", "though", "although", "if"})


def _leans_on(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the noun is what the verb was done with or in, or its object."""
    tokens = scene.reading.tokens
    here = first_conjunct(scene.reading, noun)
    above = tokens[here].head
    if tokens[here].dep == "dobj":
        return above == verb
    return tokens[here].dep == "pobj" and tokens[above].lower in _THROUGH and tokens[above].head == verb
