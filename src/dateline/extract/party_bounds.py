"""Where grammar leaves nothing to weigh: parties that the words name outright, and those of another act.

`party_judge` keeps the first whatever else speaks against them, and never takes up the second.
"""

from itertools import takewhile
from typing import Final

from dateline.extract.arguments import is_passive, subjects
from dateline.extract.coreference import is_on_us, is_ours
from dateline.extract.frame_governors import blamed, by_of_verb, governor, harmed_in, its_victims
from dateline.extract.frame_positions import at_the_hands_of, by, is_border
from dateline.extract.grammar import VERBAL, ancestors, first_conjunct, kids, told_apart
from dateline.extract.parties import is_opposed
from dateline.extract.party_candidates import PartyCandidate
from dateline.knowledge.actor_words import singular
from dateline.knowledge.nations import nations
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes

# Who dies in these may be one of those who fight
_MUTUAL = frozenset({"armed_clash", "riot"})
_STRUCK_FROM_AFAR = frozenset({"air_strike", "shelling", "bombing", "chemical_attack"})
_LINES = frozenset({"line", "front", "frontline", "coast", "river", "road", "axis"})
_FAR_UP = 4
_ON_ACCOUNT = frozenset({"after", "following", "since", "amid", "over", "despite", "before", "against"})


def is_named_as_agent(candidate: PartyCandidate) -> bool:
    """ "The shelling by the militia", "died at the hands of gunmen", "we took it": whom the act's own words name."""
    act = candidate.act
    if candidate.named.key not in act.agents:
        return False
    if _joins_in(candidate):
        return True
    scene, tokens = act.story.scene, act.story.scene.reading.tokens
    verb = tokens[act.i].pos in VERBAL
    if verb and any(is_ours(tokens[s]) for s in subjects(scene.reading, act.i)):
        return True
    if verb:
        return candidate.named.i in at_the_hands_of(scene, act.i)
    return candidate.named.i in (by(scene, act.i) or by_of_verb(scene, act.i) or blamed(scene, act.i))


def _joins_in(candidate: PartyCandidate) -> bool:
    """ "Militiamen attacked the convoy as soldiers joined in"."""
    reading, i = candidate.act.story.scene.reading, candidate.named.i
    verb = reading.tokens[reading.tokens[i].head]
    joins = verb.lemma == "join" and any(reading.tokens[c].lower == "in" for c in reading.children[verb.i])
    return joins and reading.tokens[i].dep == "nsubj" and candidate.act.i in ancestors(reading, verb.i)


def is_named_as_target(candidate: PartyCandidate) -> bool:
    """ "The shelling of the positions by the army": with its agent behind it, what stands under "of" is its object;
    "the militia was the target of attacks" says so."""
    act, stands = candidate.act, candidate.standing
    if act.claim.type not in _MUTUAL and candidate.named.i in harmed_in(act.story.scene, act.i):
        return TYPES[act.claim.type] == "violence"
    if candidate.named.key in act.targets and candidate.named.i in its_victims(act.story.scene, act.i):
        return True
    if candidate.named.key in act.targets and is_on_us(act.story.scene.reading, act.i):
        return True
    if _is_aimed_at(candidate) or _is_arrested_among_others(candidate):
        return True
    if candidate.named.key not in act.targets or stands is None or TYPES[act.claim.type] != "violence":
        return False
    of_it = stands.role.split(" ")[-1] == "of" and stands.relation == "self"
    return of_it and bool(by(act.story.scene, act.i))


def _is_aimed_at(candidate: PartyCandidate) -> bool:
    """ "Anti-government protests"; "police detained two men as they targeted a smuggler": whom the words say it is
    against."""
    act, named, scene = candidate.act, candidate.named, candidate.act.story.scene
    if named.sentence != act.sentence:
        return False
    if named.key in act.targets and is_opposed(scene, named.i):
        return True
    token = scene.reading.tokens[named.i]
    verb = scene.reading.tokens[token.head]
    aimed = act.claim.type == "arrest" and verb.lemma == "target" and token.dep == "dobj"
    return aimed and scene.is_people(named.i) and act.i in (verb.i, *ancestors(scene.reading, verb.i))


def _is_arrested_among_others(candidate: PartyCandidate) -> bool:
    """ "Police arrested nine men, including a former judge": one who is told apart."""
    claim, scene = candidate.act.claim, candidate.act.story.scene
    at = scene.reading.tokens[candidate.named.head]
    apart = [c for c in claim.counts if c.part_of is not None]
    alone = claim.type == "arrest" and len(apart) == 1 and apart[0].high == 1
    return alone and apart[0].words.start <= at.start < at.end <= apart[0].words.end


def only_speaks_of_it(candidate: PartyCandidate) -> bool:
    """ "The mayor put the toll of the raid at nine", "the bloc called for an end to the siege": who speaks of it.

    Where the frame finds no agent, who speaks of an act that a noun names has not done it.
    """
    act = candidate.act
    reading = act.story.scene.reading
    if candidate.named.key in act.agents | act.targets or reading.tokens[act.i].pos in VERBAL:
        return False
    verb = governor(act.story.scene, act.i, through=True)
    if verb is None or candidate.named.i not in subjects(reading, verb):
        return False
    return governor(act.story.scene, act.i) is None or reading.tokens[verb].lemma in word_classes()["recalling"]


def acts_after_it(candidate: PartyCandidate) -> bool:
    """ "The ministry imposed a curfew after the riots": who does something on account of an act has not done that act.

    Of fighting, which has two sides, it may be one.
    """
    act = candidate.act
    reading = act.story.scene.reading
    noun = reading.tokens[first_conjunct(reading, act.i)]
    preposition = reading.tokens[noun.head]
    verb = preposition.head
    if candidate.named.key in act.agents | act.targets or act.claim.type == "armed_clash" or noun.dep != "pobj":
        return False
    after = preposition.lower in _ON_ACCOUNT and reading.tokens[verb].pos in VERBAL
    return after and candidate.named.i in subjects(reading, verb)


def is_of_another_act(candidate: PartyCandidate) -> bool:
    """ "The raids killed six and shells hit a clinic": whom another act of the sentence struck in a clause of its own,
    or has as its object, where the frame of this one has its own.
    """
    act = candidate.act
    if candidate.named.key in act.agents | act.targets or not act.targets:
        return False
    reading = act.story.scene.reading
    others = [c for c in act.beside if TYPES[c.type] == "violence" and candidate.named.key in act.story.keys(c.targets)]
    token = reading.tokens[candidate.named.i]
    verb = reading.tokens[token.head]
    own_object = token.dep in ("dobj", "nsubjpass") and verb.i != act.i
    if own_object and any(c.trigger.start <= verb.start < c.trigger.end for c in others):
        return True
    return bool(others) and told_apart(reading, act.i, candidate.named.i)


def only_dies_in_it(candidate: PartyCandidate) -> bool:
    """ "Nine fighters of the front died in a blast at their base": a group by its own dead alone has not done it.

    The dead of a bombing may be its bomber.
    """
    act, scene = candidate.act, candidate.act.story.scene
    tokens = scene.reading.tokens
    if act.claim.type not in _STRUCK_FROM_AFAR or tokens[candidate.named.i].pos == "PRON":
        return False
    above = takewhile(
        lambda k: tokens[k].pos not in VERBAL, (candidate.named.i, *ancestors(scene.reading, candidate.named.i))
    )
    starts = {tokens[k].start for k in above}
    dead = [c for c in act.claim.counts if c.kind in ("killed", "injured")]
    dead = [c for c in dead if any(c.words.start <= start < c.words.end for start in starts)]
    bombers = {singular(word) for c in dead for word in c.who.lower().split()} & word_classes()["itself"]
    return bool(dead) and not bombers and not is_named_as_agent(candidate)


def prevents_it(candidate: PartyCandidate) -> bool:
    """ "Police thwarted a plot to bomb the embassy": who foils an act is not its agent."""
    reading, i = candidate.act.story.scene.reading, candidate.act.i
    for _ in range(_FAR_UP):
        head = reading.tokens[i].head
        if head == i:
            return False
        i = head
        if reading.tokens[i].lemma in word_classes()["foiling"] and reading.tokens[i].pos in VERBAL:
            return not is_passive(reading, i) and candidate.named.i in subjects(reading, i)
    return False


def only_lies_there(candidate: PartyCandidate) -> bool:
    """ "Rockets fired from Lorvia", "the crossing between Lorvia and Ordal": a country that only tells where."""
    act, scene = candidate.act, candidate.act.story.scene
    tokens = scene.reading.tokens
    name = tokens[first_conjunct(scene.reading, candidate.named.i)]
    if candidate.named.key in act.agents | act.targets or name.dep != "pobj":
        return False
    above = tokens[tokens[name.head].head]
    fired = tokens[name.head].lower == "from" and above.lemma in word_classes()["firing_verbs"]
    border = tokens[name.head].lower == "between" and is_border(scene, above.i, (name.i,))
    return border or (fired and nations().by_name(name.text) is not None)


def is_a_mark_in_the_land(candidate: PartyCandidate) -> bool:
    """ "Shelled villages along the front line": what only tells where."""
    tokens, named = candidate.act.story.scene.reading.tokens, candidate.named
    along = tokens[named.i].dep == "pobj" and tokens[tokens[named.i].head].lower in ("along", "across", "behind")
    return along and tokens[named.i].lemma in word_classes()["borders"] | _LINES


def only_holds_it(candidate: PartyCandidate) -> bool:
    """ "An air strike in the opposition held area": who holds the place where it happened."""
    tokens, named = candidate.act.story.scene.reading.tokens, candidate.named
    holding = tokens[tokens[named.i].head]
    if named.key in candidate.act.agents | candidate.act.targets or holding.dep not in ("amod", "acl"):
        return False
    return holding.lemma in ("hold", "control") and tokens[named.i].dep in ("npadvmod", "compound", "nmod", "nsubj")


def is_only_described(candidate: PartyCandidate) -> bool:
    """ "The council, of which Lorvia is a member, discussed the raid": of whom an aside only says what he is."""
    reading, named = candidate.act.story.scene.reading, candidate.named
    verb = reading.tokens[reading.tokens[first_conjunct(reading, named.i)].head]
    if named.key in candidate.act.agents | candidate.act.targets or verb.dep != "relcl" or verb.lemma != "be":
        return False
    return verb.i not in (candidate.act.i, *ancestors(reading, candidate.act.i)) and bool(kids(reading, verb.i, "attr"))


def has_no_part_in_it(candidate: PartyCandidate) -> bool:
    """Whether grammar rules the candidate out."""
    return any(rules_out(candidate) for rules_out in _RULING_OUT)


_RULING_OUT: Final = (
    is_of_another_act,
    only_speaks_of_it,
    acts_after_it,
    prevents_it,
    only_lies_there,
    is_a_mark_in_the_land,
    only_holds_it,
    is_only_described,
)
