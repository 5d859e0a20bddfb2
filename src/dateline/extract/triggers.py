"""Which words announce an event: codebook triggers whose frame fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from dateline.extract.arguments import is_gerund_before_object, is_resultative, objects, subjects
from dateline.extract.conditions import bars, holds, modifiers
from dateline.extract.grammar import ancestors, clause_of, first_conjunct, kids, sentence_at, tells_earlier, told_apart
from dateline.extract.mute_words import announces_nothing
from dateline.extract.scene import Scene
from dateline.knowledge.actor_words import singular
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.codebook_entry import Trigger, Words
from dateline.knowledge.reporting import reporting
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading, Span

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_WITHIN = 2
_ANOTHER = frozenset({"another", "one", "others"})
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
    words = (i for s in told for i in range(s.first, s.last) if not _is_done_without(scene.reading, i))
    first = [a for i in words if (a := best_at(scene, codebook, i)) is not None]
    found = sorted([*first, *_told_by_another(scene, first)], key=lambda a: a.token)
    whole = [a for a in found if not _is_half(scene, a, found)]
    return tuple(a for a in whole if gives_way_to(scene, a, whole) is None)


def _told_by_another(scene: Scene, found: Sequence[Announcement]) -> Iterator[Announcement]:
    """ "Admitted to a raid on Tarn and denied carrying out another": the noun is told once."""
    reading = scene.reading
    for a in found:
        sentence = sentence_at(reading, a.token)
        for i in range(a.token + 1, sentence.last):
            token = reading.tokens[i]
            again = token.lower in _ANOTHER and token.dep == "dobj" and not kids(reading, i, "compound", "amod")
            if again and reading.tokens[a.token].dep in ("dobj", "nsubjpass") and _is_light(reading, token.head):
                yield Announcement(token=i, trigger=a.trigger, words=reading.words(token.head, i))


def _is_light(reading: Reading, verb: int) -> bool:
    return reading.tokens[verb].lemma in word_classes()["light_verbs"]


def _is_done_without(reading: Reading, i: int) -> bool:
    """ "Took the town without a shot being fired", "without a fight": how something else was done, no event."""
    above = [i, *islice(ancestors(reading, i), _WITHIN)]
    return any(reading.tokens[k].lower == "without" and reading.tokens[k].dep == "prep" for k in above[1:])


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
        or announces_nothing(scene, i)
    ):
        return ()
    # the parser leaves capitalised words in the plural: "Rebel Raids on Kara"
    found = codebook.triggers(part, singular(token.lemma) if token.tag == "NNPS" else token.lemma)
    if token.tag == "VBG" and part == "verb" and not kids(scene.reading, i, "dobj", "aux"):
        found += codebook.triggers("noun", token.lower)
    if part == "adjective" and token.lower.endswith("ing") and kids(scene.reading, i, "cc"):
        return codebook.triggers("noun", token.lower)  # "Shelling and air strikes"
    if part == "verb" and token.dep in ("amod", "compound") and not is_gerund_before_object(scene.reading, i):
        return codebook.triggers("adjective", token.lower)
    return found


def _is_listed(scene: Scene, i: int) -> bool:
    """Compounds announce nothing ("air strike victims"), but parsers also hang joined nouns that way.

    "Shelling and air strikes" are two.
    """
    return scene.reading.tokens[i].head < i or bool(kids(scene.reading, i, "cc"))


def misfit(scene: Scene, i: int, trigger: Trigger) -> tuple[str, Words] | None:
    """The first condition that speaks against the trigger at token `i`, with its words; None where it fits.

    It is one that the trigger needs and lacks, or, named "unless ...", a bar that holds.
    """
    lacking = ((c, w) for c, w in trigger.needs.items() if not holds(scene, i, c, w))
    barring = ((f"unless {c}", w) for c, w in trigger.bars.items() if bars(scene, i, c, w))
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
    if not one.trigger.weak or _is_denied(scene, one.token) or _is_toll_of_a_war(scene.reading, one):
        return None
    here = scene.reading.sentence_of[one.token]
    beside = (o for o in others if o is not one and scene.reading.sentence_of[o.token] == here)
    return next((o for o in beside if _outranks(o, one) and not _told_apart(scene, one.token, o.token)), None)


def _is_denied(scene: Scene, i: int) -> bool:
    """ "Denies targeting civilians", "denied they had targeted civilians": no other word tells what is denied."""
    token = scene.reading.tokens[i]
    senses = reporting().verbs.get(scene.reading.tokens[token.head].lemma, ())
    return token.dep in ("xcomp", "ccomp") and any(sense.stance == "denies" for sense in senses)


def _is_toll_of_a_war(reading: Reading, one: Announcement) -> bool:
    """ "Jets hit Tarn in a war that has killed 90,000": they are the dead of the war, not of the raid."""
    if one.trigger.type != "casualties":
        return False
    doers = subjects(reading, clause_of(reading, one.token))
    return any(reading.tokens[s].lemma in word_classes()["wars"] for s in doers)


def _outranks(other: Announcement, one: Announcement) -> bool:
    same_type = other.trigger.type == one.trigger.type
    if other.trigger.type == "abduction" and not same_type:
        return False  # "kidnapped a judge and killed his guard": nobody is killed by being taken
    if one.trigger.type in _HARM_DONE and TYPES[other.trigger.type] == "violence":
        return True
    if other.trigger.weak:
        return same_type and other.token < one.token
    return same_type or (TYPES[one.trigger.type] == TYPES[other.trigger.type] and one.trigger.type not in _HARM_DONE)


_HARM_DONE = frozenset({"casualties", "damage"})


def _told_apart(scene: Scene, a: int, b: int) -> bool:
    """Whether two words stand in joined clauses, and neither the means nor the outcome is said of both."""
    reading = scene.reading
    way = _way_down(reading, a, b)
    if _shares_means(reading, a, way):
        return False
    if _is_deed_before(scene, a) or _are_deeds_of_two(scene, a, b) or _comes_beside(reading, a, b):
        return True
    both = [n for i in (a, b) for n in (i, *ancestors(reading, i))]
    return told_apart(reading, a, b) and not any(is_resultative(reading, n) for n in both)


def _is_deed_before(scene: Scene, i: int) -> bool:
    """ "Shelled the town after militants killed a pilot": whom a clause of an earlier time names did it themselves."""
    doers = kids(scene.reading, i, "nsubj") if tells_earlier(scene.reading, i) else ()
    return any(scene.is_people(s) or scene.is_actor(s) for s in doers)


def _comes_beside(reading: Reading, a: int, b: int) -> bool:
    """ "The raid came two days after a bomb killed three": an act that is only placed in time beside another."""
    for one, other in ((a, b), (b, a)):
        verb = reading.tokens[one].head
        happens = reading.tokens[one].dep == "nsubj" and reading.tokens[verb].lemma in _COMING
        clauses = [c for c in kids(reading, verb, "advcl") if happens and _opens_with(reading, c, _TIMING)]
        if any(c == other or c in ancestors(reading, other) for c in clauses):
            return True
    return False


def _opens_with(reading: Reading, clause: int, words: frozenset[str]) -> bool:
    return any(reading.tokens[k].lower in words for k in kids(reading, clause, "mark", "advmod"))


_COMING = frozenset({"come", "happen", "occur", "follow", "precede"})


def _are_deeds_of_two(scene: Scene, a: int, b: int) -> bool:
    """ "A gunman wounded four before officers shot him": a clause of time with a doer of its own, beside another's."""
    reading = scene.reading
    timed = any(reading.tokens[i].dep == "advcl" and _opens_with(reading, i, _TIMING) for i in (a, b))
    doers = [kids(reading, i, "nsubj") for i in (a, b)]
    return timed and all(any(scene.is_people(s) or scene.is_actor(s) for s in those) for those in doers)


_TIMING = frozenset({"before", "after", "while", "as", "when", "since", "until"})


def _is_half(scene: Scene, one: Announcement, found: Sequence[Announcement]) -> bool:
    """Whether a surer word tells the act; of two that lean on each other ("killed by bombs") the higher in rank."""
    other = half_of(scene, one, found)
    if other is None:
        return False
    mutual = half_of(scene, other, found) is one
    return not mutual or (one.trigger.rank, -one.token) < (other.trigger.rank, -other.token)


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
    return _is_harm_of(scene.reading, one, other) or _keeps_those_taken(scene.reading, one, other)


def _keeps_those_taken(reading: Reading, one: Announcement, other: Announcement) -> bool:
    """ "Taken off a bus by men who are holding them": the holding goes on with the taking."""
    keeps = reading.tokens[one.token].lemma in ("hold", "keep") and one.trigger.type == other.trigger.type
    them = any(reading.tokens[o].pos == "PRON" for o in kids(reading, one.token, "dobj"))
    return keeps and them and other.token in ancestors(reading, one.token)


def _is_harm_of(reading: Reading, one: Announcement, other: Announcement) -> bool:
    """ "Killed when jets raided the town", "a raid in which six died": the harm and the act that did it are one."""
    tokens = reading.tokens
    if not _is_harm(reading, one.token) or tokens[other.token].lemma in _HARMING:
        return False
    below = _way_down(reading, one.token, other.token)
    if _shares_means(reading, one.token, below):
        return True
    while below and tokens[below[-1]].dep == "conj" and tokens[below[-1]].lemma in _HARMING:
        below.pop()
    if below and tokens[below[-1]].dep in ("advcl", "agent"):
        return all(tokens[n].dep in _BY_WHICH for n in below) and not _is_timed_apart(reading, below[-1])
    above = _way_down(reading, other.token, one.token)
    return (len(above) == 1 and tokens[one.token].dep == "relcl") or _is_outcome(reading, above)


def _is_outcome(reading: Reading, above: list[int]) -> bool:
    """ "Bombed the camp, killing six and wounding ten": bare participles of harm under the act."""
    if not above or reading.tokens[above[-1]].dep != "advcl" or _is_timed_apart(reading, above[-1]):
        return False
    bare = all(reading.tokens[n].tag == "VBG" and not kids(reading, n, "nsubj", "mark") for n in above)
    return bare and all(reading.tokens[n].lemma in _HARMING for n in above)


def _shares_means(reading: Reading, harm: int, below: list[int]) -> bool:
    """ "Ten died and five were hurt in the raid": it is said of both, if nothing else is said of the first."""
    tokens = reading.tokens
    if len(below) < 3 or tokens[below[-1]].dep != "conj" or not _is_harm(reading, below[-1]):
        return False
    under = next(n for n in reversed(below[:-1]) if tokens[n].lemma not in _HARM)
    through = tokens[under].dep == "prep" and tokens[under].lower in _THROUGH
    return through and not kids(reading, harm, "prep", "advcl", "agent")


def _way_down(reading: Reading, top: int, i: int) -> list[int]:
    """The words from `i` up to the one that hangs on `top`; none where `i` does not stand under it."""
    way = [i, *ancestors(reading, i)]
    return way[: way.index(top)] if top in way else []


def _is_timed_apart(reading: Reading, clause: int) -> bool:
    """Whether a clause tells of another time: "killed before the town was shelled"."""
    return _opens_with(reading, clause, _OTHER_TIMES)


def _is_harm(reading: Reading, i: int) -> bool:
    """A verb of harm, or one that takes it as its object: "lost their lives", "sustained injuries"."""
    taking = reading.tokens[i].lemma in _TAKING_HARM
    return reading.tokens[i].lemma in _HARMING or (
        taking and any(reading.tokens[o].lemma in _HARM for o in kids(reading, i, "dobj"))
    )


_HARMING = frozenset("kill die injure wound hurt perish".split())
_TAKING_HARM = frozenset("lose sustain suffer receive".split())
_HARM = frozenset("life injury wound casualty burn".split())
_BY_WHICH = frozenset({"advcl", "agent", "pobj", "acl", "pcomp", "conj", "prep"})
_OTHER_TIMES = frozenset({"before", "since", "until", "while", "though", "although", "if"})


def _objects_of(reading: Reading, verb: int, preposition: str) -> tuple[int, ...]:
    """Parsers hang "with gunfire" on the verb or on whom it hits."""
    return kids(reading, verb, "dobj") if preposition == "with" else ()


def _leans_on(scene: Scene, noun: int, verb: int) -> bool:
    """Whether the noun is what the verb was done with or in, or its object."""
    tokens = scene.reading.tokens
    here = first_conjunct(scene.reading, noun)
    above = tokens[here].head
    if tokens[here].dep == "dobj" or (
        tokens[here].dep == "nsubjpass" and tokens[here].lemma in word_classes()["assaults"]
    ):
        return above == verb
    through = tokens[here].dep in ("pobj", "pcomp") and tokens[above].lower in _THROUGH
    return through and tokens[above].head in (verb, *_objects_of(scene.reading, verb, tokens[above].lower))
