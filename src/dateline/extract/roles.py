"""Who did it and to whom: the positions of a trigger's frame, filled from the grammar around it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.extract.arguments import indirect_objects, is_passive, objects, subjects
from dateline.extract.coreference import antecedent, full_name
from dateline.extract.grammar import VERBAL, conjuncts, first_conjunct, kids, prepositions
from dateline.extract.phrases import content_head, phrase
from dateline.extract.scene import Scene, is_nation
from dateline.extract.triggers import Announcement
from dateline.knowledge.words import word_classes
from dateline.model.claim import Basis, Mention

_NO_PARTY = frozenset(
    "attack strike raid bombing explosion blast shelling fire fighting war operation violence day week month year time "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december one that this it something report statement".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Agents and targets as mentions, and the heads of phrases that the frame says are places."""

    agents: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    place_heads: tuple[int, ...]


def roles(scene: Scene, announcement: Announcement) -> Roles:
    """The fillers of the trigger's frame; nothing is put where the frame does not look."""
    trigger, i = announcement.trigger, announcement.token
    agents = _first_filled(scene, i, trigger.agent, may_act)
    if trigger.mutual:
        agents = _both_sides(scene, i, trigger.agent, trigger.target, agents)
    targets = () if trigger.mutual else _first_filled(scene, i, trigger.target, may_suffer)
    targets = tuple(t for t in targets if t not in agents)
    place_heads = tuple(h for position in trigger.place for h in heads_at(scene, i, position))
    return Roles(agents=_mentions(scene, agents, i), targets=_mentions(scene, targets, i), place_heads=place_heads)


def heads_at(scene: Scene, i: int, position: str) -> tuple[int, ...]:
    """Heads of the phrases at one position of the frame, lists spread out, measures looked through."""
    if position in _SPECIAL:
        found: Iterable[int] = _SPECIAL[position](scene, i)
    else:
        found = _under_preposition(scene, i, position)
    return tuple(dict.fromkeys(content_head(scene.reading, h) for h in found))


def _first_filled(
    scene: Scene, i: int, positions: tuple[str, ...], accepts: Callable[[Scene, int], bool]
) -> tuple[int, ...]:
    for position in positions:
        found = _accepted(scene, heads_at(scene, i, position), accepts)
        if found:
            return found
    return ()


def _both_sides(
    scene: Scene, i: int, agents: tuple[str, ...], targets: tuple[str, ...], found: tuple[int, ...]
) -> tuple[int, ...]:
    """In a clash or a deal every side acts."""
    sides = [*found]
    for position in (*agents, *targets):
        sides += _accepted(scene, heads_at(scene, i, position), may_act)
    return tuple(dict.fromkeys(sides))


def _accepted(scene: Scene, heads: Iterable[int], accepts: Callable[[Scene, int], bool]) -> tuple[int, ...]:
    known = (antecedent(scene, h) for h in heads)
    spread = (c for h in known if h is not None for c in conjuncts(scene.reading, h))
    return tuple(dict.fromkeys(h for h in (content_head(scene.reading, s) for s in spread) if accepts(scene, h)))


# ---- positions ----------------------------------------------------------------------------------
def _subject(scene: Scene, i: int) -> tuple[int, ...]:
    return subjects(scene.reading, i)


def _object(scene: Scene, i: int) -> tuple[int, ...]:
    return objects(scene.reading, i)


def _possessive(scene: Scene, i: int) -> tuple[int, ...]:
    return tuple(c for p in kids(scene.reading, i, "poss") for c in conjuncts(scene.reading, p))


def _modifier(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Russian air strikes", "rebel attacks": a group or a people before the noun."""
    found = kids(scene.reading, i, "compound", "amod", "nmod")
    spread = [c for k in found for c in conjuncts(scene.reading, k)]
    return tuple(c for c in spread if _names_party(scene, c))


def _names_party(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    return scene.is_actor(i) or is_nation(token.text) or token.lemma in word_classes()["fighters"]


def _indirect(scene: Scene, i: int) -> tuple[int, ...]:
    return indirect_objects(scene.reading, i)


def _governor(scene: Scene, i: int) -> int | None:
    """The verb that a noun of happening leans on: "launched strikes", "killed in raids"."""
    reading = scene.reading
    here = first_conjunct(reading, i)
    for _ in range(4):
        head = reading.tokens[here].head
        if head == here:
            return None
        if reading.tokens[head].pos in VERBAL:
            return head
        here = head
    return None


def _governor_subject(scene: Scene, i: int) -> tuple[int, ...]:
    """The subject of a light verb whose object the noun is."""
    reading, verb = scene.reading, _governor(scene, i)
    classes = word_classes()
    if verb is None or reading.tokens[verb].lemma not in classes["light_verbs"]:
        return ()
    return () if _is_subject(scene, i) and not is_passive(reading, verb) else subjects(reading, verb)


def _governor_object(scene: Scene, i: int) -> tuple[int, ...]:
    """Whom a strike hit: the object of the verb whose subject it is, or of "killed in strikes", or who "came under" it."""
    reading, verb = scene.reading, _governor(scene, i)
    if verb is None:
        return ()
    lemma = reading.tokens[verb].lemma
    harm = lemma in _HARM
    if _is_subject(scene, i):
        return objects(reading, verb) if harm else ()
    if harm:
        return objects(reading, verb)
    return subjects(reading, verb) if lemma in word_classes()["suffer_verbs"] else ()


_HARM = frozenset(
    "kill wound injure hit strike destroy damage target devastate flatten rock leave claim murder maim die level wreck "
    "slay slaughter martyr burn".split()
)


def _is_subject(scene: Scene, i: int) -> bool:
    return scene.reading.tokens[first_conjunct(scene.reading, i)].dep in ("nsubj", "nsubjpass")


def _under_preposition(scene: Scene, i: int, word: str) -> tuple[int, ...]:
    return tuple(
        c
        for found, obj in prepositions(scene.reading, i)
        if found == word or found.endswith(" " + word)
        for c in conjuncts(scene.reading, obj)
    )


_SPECIAL: dict[str, Callable[[Scene, int], tuple[int, ...]]] = {
    "subject": _subject,
    "object": _object,
    "possessive": _possessive,
    "modifier": _modifier,
    "indirect": _indirect,
    "governor subject": _governor_subject,
    "governor object": _governor_object,
}


# ---- who may fill a role ------------------------------------------------------------------------
def may_act(scene: Scene, i: int) -> bool:
    """Whether the word can name one who acts: a party, a force, a person, an aircraft; a place only as a nation."""
    token = scene.reading.tokens[i]
    if token.lemma in _NO_PARTY or token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if scene.is_actor(i):
        return True
    if scene.is_place(i):
        return False
    classes = word_classes()
    if token.lemma in classes["aircraft"]:
        return any(_names_party(scene, c) for c in kids(scene.reading, i, "amod", "compound", "poss", "nmod"))
    return token.lemma in classes["people"] or token.lemma in classes["forces"] or token.pos == "PROPN"


def may_suffer(scene: Scene, i: int) -> bool:
    """Whether the word can name one to whom it is done: a party, persons, a building or thing of war; never a place."""
    token = scene.reading.tokens[i]
    if token.lemma in _NO_PARTY or token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if scene.is_place(i) and i not in scene.actors:
        return False
    if scene.is_actor(i) or token.pos == "PROPN":
        return True
    classes = word_classes()
    return any(token.lemma in classes[c] for c in ("people", "forces", "buildings", "weapons"))


# ---- from heads to mentions ---------------------------------------------------------------------
def _mentions(scene: Scene, heads: Iterable[int], announced: int) -> tuple[Mention, ...]:
    found = (m for h in heads for m in (_of_each_nation(scene, h) or (mention(scene, h, announced),)))
    unique = {m.name.lower(): m for m in found if m is not None}
    return tuple(unique.values())


def _of_each_nation(scene: Scene, head: int) -> tuple[Mention, ...]:
    """ "Russian and Syrian jets" are two parties."""
    noun = scene.reading.tokens[head].text
    for modifier in kids(scene.reading, head, "amod", "compound", "nmod"):
        parties = [c for c in conjuncts(scene.reading, modifier) if _names_party(scene, c)]
        if len(parties) > 1:
            words = [scene.reading.words(p, p) for p in parties]
            return tuple(Mention(name=f"{w.text} {noun}", words=w) for w in words)
    return ()


def mention(scene: Scene, head: int, announced: int) -> Mention | None:
    """The mention at a head; inferred where it stands in another sentence than the event."""
    words = phrase(scene.reading, head)
    name = full_name(scene, head)
    if words is None or name is None:
        return None
    here = scene.reading.sentence_of[announced] == scene.reading.sentence_of[head]
    basis: Basis = "stated" if here else "inferred"
    return Mention(name=name, words=words, basis=basis)
