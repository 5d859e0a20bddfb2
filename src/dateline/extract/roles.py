"""Who did it and to whom: the positions of a trigger's frame, filled from the grammar around it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.extract.coreference import antecedent, full_name
from dateline.extract.frames import heads_at
from dateline.extract.grammar import conjuncts, kids
from dateline.extract.parties import believed_party, believed_to_be, named_as_it_stands, names_party, of_each_party, parties_before
from dateline.extract.phrases import content_head, phrase
from dateline.extract.scene import Scene
from dateline.extract.triggers import Announcement
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Basis, Mention

_NO_PARTY = frozenset(
    "attack strike raid bombing explosion blast shelling fire fighting war operation violence day week month year time "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december one that this it something report statement dozen hundred thousand million".split()
)
# Where the agent of a violent act may stand although its frame does not say so, in order of trust
_FURTHER = ("governor subject", "instrument", "blamed", "modifier", "from", "of")
# What civilians do not do
_ARMED = frozenset({"air_strike", "shelling", "bombing", "chemical_attack", "capture", "siege", "arms_supply", "armed_clash"})
_ITSELF = frozenset({"bomber", "attacker", "gunman", "sniper"})
Accepts = Callable[[Scene, int], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Agents and targets as mentions, and the heads of phrases that the frame says are places."""

    agents: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    place_heads: tuple[int, ...]


def roles(scene: Scene, announcement: Announcement) -> Roles:
    """The fillers of the trigger's frame; nothing is put where the frame does not look."""
    trigger, i = announcement.trigger, announcement.token
    accepts = may_use_force if trigger.type in _ARMED else may_act
    agents = _first_filled(scene, i, trigger.agent, accepts) or _further_agents(scene, announcement)
    if trigger.mutual:
        agents = _both_sides(scene, i, (*trigger.agent, *trigger.target), agents)
    targets = () if trigger.mutual else _first_filled(scene, i, trigger.target, may_suffer)
    targets = tuple(t for t in targets if t not in agents)
    place_heads = tuple(h for position in trigger.place for h in heads_at(scene, i, position))
    return Roles(agents=_mentions(scene, agents, i), targets=_mentions(scene, targets, i), place_heads=place_heads)


def _further_agents(scene: Scene, announcement: Announcement) -> tuple[int, ...]:
    """The agent of a violent act where its own frame names none: only one who can use force."""
    i, trigger = announcement.token, announcement.trigger
    if TYPES[trigger.type] != "violence" or not trigger.agent:
        return ()
    if scene.reading.tokens[i].lemma in _ITSELF:
        return (i,)
    return _first_filled(scene, i, _FURTHER, may_use_force)


def _first_filled(scene: Scene, i: int, positions: tuple[str, ...], accepts: Accepts) -> tuple[int, ...]:
    for position in positions:
        found = _accepted(scene, heads_at(scene, i, position), accepts)
        if found:
            return found
    return ()


def _both_sides(scene: Scene, i: int, positions: tuple[str, ...], found: tuple[int, ...]) -> tuple[int, ...]:
    """In a clash or a deal every side acts."""
    sides = [*found]
    for position in positions:
        sides += _accepted(scene, heads_at(scene, i, position), may_act)
    return tuple(dict.fromkeys(sides))


def _accepted(scene: Scene, heads: Iterable[int], accepts: Accepts) -> tuple[int, ...]:
    known = (antecedent(scene, h) for h in heads)
    spread = (c for h in known if h is not None for c in conjuncts(scene.reading, h))
    return tuple(dict.fromkeys(h for h in (content_head(scene.reading, s) for s in spread) if accepts(scene, h)))


# ---- who may fill a role ------------------------------------------------------------------------
def may_act(scene: Scene, i: int) -> bool:
    """Whether the word can name one who acts: a party, a force, a person; an aircraft only where its side is named."""
    token = scene.reading.tokens[i]
    if token.lemma in _NO_PARTY or token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if scene.is_actor(i):
        return True
    if scene.is_place(i):
        return False
    classes = word_classes()
    if token.lemma in classes["aircraft"]:
        return _has_side(scene, i)
    return token.lemma in classes["people"] or token.lemma in classes["forces"] or token.pos == "PROPN"


def _has_side(scene: Scene, i: int) -> bool:
    modifiers = kids(scene.reading, i, "amod", "compound", "poss", "nmod")
    named = bool(parties_before(scene, i)) or any(names_party(scene, c) for c in modifiers)
    return named or believed_party(scene, i) is not None


def may_use_force(scene: Scene, i: int) -> bool:
    """Whether the word can name one who attacks: a listed actor or a kind of force, no civilian."""
    token = scene.reading.tokens[i]
    if token.lemma in word_classes()["aircraft"]:
        return _has_side(scene, i)
    civilian = token.lemma in word_classes()["civilians"] and not names_party(scene, i)
    return may_act(scene, i) and not civilian


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
    if token.lemma in classes["shells"] | classes["bombs"] | classes["guns"]:
        return False
    return any(token.lemma in classes[c] for c in ("people", "forces", "buildings", "weapons"))


# ---- from heads to mentions ---------------------------------------------------------------------
def _mentions(scene: Scene, heads: Iterable[int], announced: int) -> tuple[Mention, ...]:
    found = (m for h in heads for m in mentions_at(scene, h, announced))
    return tuple({m.name.lower(): m for m in found}.values())


def mentions_at(scene: Scene, head: int, announced: int) -> tuple[Mention, ...]:
    """The parties that a phrase names: usually one, two in "Russian and Syrian jets"."""
    believed = believed_to_be(scene, head)
    if believed:
        return believed
    lemma = scene.reading.tokens[head].lemma
    if scene.reading.tokens[head].dep in ("compound", "amod", "nmod") and names_party(scene, head):
        return (named_as_it_stands(scene, head),)
    several = of_each_party(scene, head) if lemma in word_classes()["forces"] | word_classes()["aircraft"] else ()
    if len(several) > 1 or (several and lemma in word_classes()["aircraft"]):
        return several
    one = mention(scene, head, announced)
    return () if one is None else (one,)


def mention(scene: Scene, head: int, announced: int) -> Mention | None:
    """The mention at a head; inferred where it stands in another sentence than the event."""
    words = phrase(scene.reading, head)
    name = _credited_name(scene, head) or full_name(scene, head)
    if words is None or name is None:
        return None
    here = scene.reading.sentence_of[announced] == scene.reading.sentence_of[head]
    basis: Basis = "stated" if here else "inferred"
    return Mention(name=name, words=words, basis=basis)


def _credited_name(scene: Scene, head: int) -> str | None:
    """The name under which the report credits one who also acts."""
    start = scene.reading.tokens[head].start
    for attribution in scene.attributions:
        if attribution.source.words.start <= start < attribution.source.words.end:
            return attribution.source.name
    return None
