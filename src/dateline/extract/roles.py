"""Who did it and to whom: the positions of a trigger's frame, filled from the grammar around it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.extract.coreference import antecedent
from dateline.extract.frames import heads_at
from dateline.extract.fullest import fullest
from dateline.extract.grammar import child, joined_parties, kids, prepositions
from dateline.extract.mentions import mentions_at
from dateline.extract.parties import believed_before, believed_party, is_kind_of_aircraft, names_party, parties_before
from dateline.extract.phrases import VAGUE, content_head, countries_before
from dateline.extract.scene import Scene, is_nation
from dateline.extract.struck_with import struck_with
from dateline.extract.triggers import Announcement
from dateline.extract.wielders import wielders
from dateline.knowledge.noun_kinds import noun_kind
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Token

# Where the agent of a violent act may stand although its frame does not say so, in order of trust
_FURTHER = ("governor subject", "instrument", "blamed", "modifier", "from", "suffered from")
# Types whose target may be a whole nation: "the invasion of Ukraine", "sanctions on Iran"
_STRIKES_NATIONS = frozenset({"attack", "threat", "sanction", "demand", "arms_supply", "talks", "protest", "aid"})
# What civilians do not do
_ARMED = frozenset(
    {"air_strike", "shelling", "bombing", "chemical_attack", "capture", "siege", "arms_supply", "armed_clash"}
)
# Kinds of nouns that may be struck, where no list of ours has the word
_SUFFERING = frozenset({"person", "structure", "vehicle"})
# Sent to speak or sign for a party
_SENT = frozenset({"envoy", "negotiator", "delegate", "delegation", "representative", "emissary", "plenipotentiary"})
# Where a bomb goes off that is meant for a building
_AT_A_DOOR = ("at", "inside")
_BEFORE_A_DOOR = ("outside",)
# What is passed through, not struck
_WAYS = frozenset(
    {"road", "bridge", "crossing", "field", "line", "land", "railway", "car", "vehicle", "site", "center"}
)
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
    positions = sorted(trigger.agent, key=lambda position: position != "by")  # a by-phrase names the agent outright
    agents = _first_filled(scene, i, tuple(positions), accepts) or _further_agents(scene, announcement)
    agents += tuple(h for h in _alongside(scene, i, agents, accepts) if h not in agents)
    if trigger.mutual:
        losing = may_act if trigger.type == "riot" else may_use_force
        agents = _both_sides(scene, i, (*trigger.agent, *trigger.target, "attackers"), agents, losing)
    targets = tuple(t for t in _targets(scene, announcement) if t not in agents)
    place_heads = tuple(h for position in trigger.place for h in heads_at(scene, i, position))
    acting = _mentions(scene, agents, i) or (believed_before(scene, i) if TYPES[trigger.type] == "violence" else ())
    struck = _mentions(scene, targets, i)
    return Roles(agents=_not_among(acting, struck), targets=struck, place_heads=place_heads)


def _not_among(agents: tuple[Mention, ...], targets: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Nobody strikes himself: "Turkey will answer any attack on its troops" does not say whose attack."""
    struck = {target.name.lower() for target in targets}
    return tuple(agent for agent in agents if agent.name.lower() not in struck)


def _alongside(scene: Scene, i: int, agents: tuple[int, ...], accepts: Accepts) -> tuple[int, ...]:
    """ "troops, alongside fighters from the Azmar Brigade, were deployed": who acts with the agent before the verb."""
    if not agents or not agents[0] < i:
        return ()
    tokens = scene.reading.tokens
    joint = [k for k in range(agents[0], i) if tokens[k].lower == "alongside"]
    objects_ = (child(scene.reading, k, "pobj") for k in joint)
    return _accepted(scene, (o for o in objects_ if o is not None), accepts)


def _targets(scene: Scene, announcement: Announcement) -> tuple[int, ...]:
    i, trigger = announcement.token, announcement.trigger
    if trigger.mutual:
        return ()
    if trigger.type == "capture":
        return _first_filled(scene, i, (*trigger.target, "from", "held before"), may_use_force)
    accepts = may_be_addressed if trigger.type in _STRIKES_NATIONS else may_suffer
    if TYPES[trigger.type] != "violence":
        further = ("receiver",) if trigger.type in ("arms_supply", "aid") else ("opposed",)
        return _first_filled(scene, i, (*trigger.target, *further), accepts)
    struck = _first_filled(scene, i, (*trigger.target, "opposed", "governor object", "aim"), accepts)
    beside = _blasted(scene, i) if trigger.type == "bombing" else ()
    hit = [h for position in ("damaged", "struck") for h in _accepted(scene, heads_at(scene, i, position), may_suffer)]
    whole = (*struck, *hit, *beside)
    return (*whole, *(h for h in struck_with(scene, whole) if h not in whole and may_suffer(scene, h)))


def _blasted(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Exploded outside a barracks", "a blast at the checkpoint": the building at whose door a bomb goes off."""
    classes = word_classes()
    built, no_building = classes["buildings"] - classes["ground"] - _WAYS, classes["people"] | classes["territory"]
    before = (h for position in _BEFORE_A_DOOR for h in heads_at(scene, i, position))
    found = [h for h in before if scene.reading.tokens[h].lemma not in (no_building | classes["no_party"]) - built]
    for position in _AT_A_DOOR:
        found += [h for h in heads_at(scene, i, position) if scene.reading.tokens[h].lemma in built]
    named = (h for h in dict.fromkeys(found) if not scene.is_place(h) or scene.reading.tokens[h].text.islower())
    return tuple(h for h in named if scene.reading.tokens[h].pos == "NOUN")


def _further_agents(scene: Scene, announcement: Announcement) -> tuple[int, ...]:
    """The agent of a violent act where its own frame names none: only one who can use force."""
    i, trigger = announcement.token, announcement.trigger
    if scene.reading.tokens[i].lemma in word_classes()["itself"]:
        return (i,)
    if TYPES[trigger.type] == "violence" and trigger.agent:
        further = (*_FURTHER, "of") if trigger.type in ("air_strike", "shelling") else _FURTHER
        return _first_filled(scene, i, further, may_use_force)
    if trigger.type == "deployment":
        return _first_filled(scene, i, ("from", "object"), may_use_force)
    return _first_filled(scene, i, ("governor subject",), may_act) if trigger.part == "noun" else ()


def _first_filled(scene: Scene, i: int, positions: tuple[str, ...], accepts: Accepts) -> tuple[int, ...]:
    for position in positions:
        found = _accepted(scene, heads_at(scene, i, position), accepts)
        if found:
            return found
    return ()


def _both_sides(
    scene: Scene, i: int, positions: tuple[str, ...], found: tuple[int, ...], losing: Accepts
) -> tuple[int, ...]:
    """In a clash or a deal every side acts, if only told by its losses."""
    opposing = _accepted(scene, heads_at(scene, i, "between"), may_act)
    if len(opposing) > 1:
        return opposing
    sides = [*found]
    for position in dict.fromkeys((*positions, "with", "against")):
        sides += _accepted(scene, heads_at(scene, i, position), may_act)
    sides = sides or [*_accepted(scene, heads_at(scene, i, "pitted"), may_act)]
    sides = sides or [*_accepted(scene, heads_at(scene, i, "fallen"), may_use_force)]
    if len(set(sides)) < 2:
        lost = _accepted(scene, heads_at(scene, i, "fallen fighting"), losing)
        sides += lost if sides or len(lost) > 1 else ()
    return tuple(dict.fromkeys(sides))


def _accepted(scene: Scene, heads: Iterable[int], accepts: Accepts) -> tuple[int, ...]:
    known = (antecedent(scene, h) for h in heads)
    joined = [c for h in known if h is not None for c in joined_parties(scene.reading, h)]
    joined += [n for c in joined for n in _named_among(scene, c)]
    spread = [p for c in joined for p in (*countries_before(scene.reading, c), c)]
    spread = [p for s in spread for p in _represented(scene, s)]
    if accepts is may_use_force:
        spread = [w for s in spread for w in wielders(scene, s)]
    return tuple(dict.fromkeys(h for h in (content_head(scene.reading, s) for s in spread) if accepts(scene, h)))


def _named_among(scene: Scene, i: int) -> tuple[int, ...]:
    """Azmar Front in "militant groups including Azmar Front"; of those counted the parts are no parties."""
    parts = (c for c in kids(scene.reading, i, "prep") if scene.reading.tokens[c].lower == "including")
    named = (h for c in parts for o in kids(scene.reading, c, "pobj") for h in joined_parties(scene.reading, o))
    built = word_classes()["facilities"]
    return tuple(
        h
        for h in named
        if (scene.reading.tokens[h].pos == "PROPN" and not scene.is_place(h)) or scene.reading.tokens[h].lemma in built
    )


def _represented(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Envoys of the government and the rebels" stand for both; `i` itself where nobody is said to have sent them."""
    if scene.reading.tokens[i].lemma not in _SENT:
        return (i,)
    senders = (o for word, o in prepositions(scene.reading, i) if word in ("of", "from", "for"))
    parties = tuple(c for o in senders for c in joined_parties(scene.reading, o) if _is_a_side(scene, c))
    return parties or (i,)


def _is_a_side(scene: Scene, i: int) -> bool:
    return names_party(scene, i) or (scene.reading.tokens[i].pos == "PROPN" and not scene.is_place(i))


# ---- who may fill a role ------------------------------------------------------------------------
def may_act(scene: Scene, i: int) -> bool:
    """Whether the word can name one who acts: a party, a force, a person; an aircraft only where its side is named."""
    token = scene.reading.tokens[i]
    if token.lemma in word_classes()["no_party"] or token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if scene.is_actor(i):
        return True
    if scene.is_place(i) or is_kind_of_aircraft(scene, i):
        return False
    classes = word_classes()
    if token.lemma in classes["aircraft"]:
        return _has_side(scene, i)
    known = any(token.lemma in classes[name] for name in ("people", "forces", "parties"))
    return known or token.pos == "PROPN" or is_of_party(scene, i) or _names_a_person(token)


def _names_a_person(token: Token) -> bool:
    return token.pos == "NOUN" and noun_kind(token.lemma) == "person"


def is_of_party(scene: Scene, i: int) -> bool:
    """ "gang members", "a member of the militia"."""
    return scene.reading.tokens[i].lemma == "member" and bool(parties_before(scene, i))


def _has_side(scene: Scene, i: int) -> bool:
    modifiers = kids(scene.reading, i, "amod", "compound", "poss", "nmod")
    owners = (antecedent(scene, c) for c in kids(scene.reading, i, "poss"))
    named = bool(parties_before(scene, i)) or any(names_party(scene, c) for c in modifiers)
    named = named or any(o is not None and names_party(scene, o) for o in owners)
    return named or believed_party(scene, i) is not None


def may_use_force(scene: Scene, i: int) -> bool:
    """Whether the word can name one who attacks: a listed actor or a kind of force, no civilian."""
    token = scene.reading.tokens[i]
    if token.lemma in word_classes()["aircraft"]:
        return _has_side(scene, i)
    classes = word_classes()
    armed = (
        names_party(scene, i)
        or is_of_party(scene, i)
        or token.pos == "PROPN"
        or token.lemma in classes["people"] - classes["civilians"]
    )
    return armed and may_act(scene, i)


def may_suffer(scene: Scene, i: int) -> bool:
    """Whether the word can name one to whom it is done: a party, persons, a building or thing of war; never a place."""
    token = scene.reading.tokens[i]
    if token.lemma in word_classes()["no_party"] or token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    classes = word_classes()
    if scene.is_place(i) and i not in scene.actors:
        return _is_built(scene, i)
    if scene.is_actor(i) or token.pos == "PROPN":
        return True
    if token.lemma in classes["shells"] | classes["bombs"] | classes["guns"]:
        return False
    if token.lemma in classes["ground"] and not _is_told_apart(scene, i):
        return False
    known = any(token.lemma in classes[c] for c in ("people", "forces", "buildings", "weapons", "struck"))
    return known or (token.pos == "NOUN" and noun_kind(token.lemma) in _SUFFERING)


def _is_told_apart(scene: Scene, i: int) -> bool:
    """ "residential areas", "rebel-held towns", unlike "towns" and "several towns"."""
    words = (scene.reading.tokens[c] for c in kids(scene.reading, i, "amod", "compound"))
    return any(t.lower not in VAGUE for t in words)


def _is_built(scene: Scene, i: int) -> bool:
    """Whether a place is something built that may be hit: "hospital", "the Barvin Pumping Station"; no named road or
    town."""
    token, classes = scene.reading.tokens[i], word_classes()
    if token.text.islower():
        return token.lemma in classes["buildings"] - classes["ground"]
    ends = i + 1 == len(scene.reading.tokens) or scene.place_at.get(i + 1) is not scene.place_at[i]
    return ends and i != scene.place_at[i].first and token.lower in classes["facilities"]


def may_be_addressed(scene: Scene, i: int) -> bool:
    """Whether the word can name one whom an invasion, a demand or a sanction is meant for: nations too."""
    token = scene.reading.tokens[i]
    return is_nation(token.text) or may_suffer(scene, i) or token.lemma in word_classes()["parties"]


def _mentions(scene: Scene, heads: Iterable[int], announced: int) -> tuple[Mention, ...]:
    """The mentions of these heads, each name once and none inside another."""
    found = [m for h in heads for m in mentions_at(scene, h, announced)]
    return tuple({m.name.lower(): m for m in fullest(found)}.values())
