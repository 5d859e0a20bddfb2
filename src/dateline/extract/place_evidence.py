"""Whether a name in its phrase is a place where things happen: a table of small tests, each with its weight."""

from collections.abc import Callable
from functools import lru_cache

from dateline.extract.place_clue import Clue
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import common_words
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.knowledge.reporting import reporting

ENOUGH = 3.0
IN_A_LIST_OF_PLACES, A_PLACE_ELSEWHERE = 2.0, 2.0  # what company adds: the list, the rest of the report
_WELL_KNOWN, _KNOWN = 100_000, 5_000
_WARS = frozenset({"war", "conflict", "uprising", "crisis", "civil"})
_FIRST_WORDS_OF_TOWNS = frozenset({"new", "old", "mount", "camp"})
_OWNERS = frozenset({"poss", "compound", "nmod", "amod"})


def is_well_known(clue: Clue) -> bool:
    """the name is that of a city, province or country"""
    return (clue.phrase.name.standing or 0) >= _WELL_KNOWN


def is_known(clue: Clue) -> bool:
    """the name is that of a town"""
    return (clue.phrase.name.standing or 0) >= _KNOWN


def is_listed_in_the_gazetteer(clue: Clue) -> bool:
    """the name is in the gazetteer"""
    return clue.phrase.name.standing is not None


def follows_a_word_of_place(clue: Clue) -> bool:
    """it follows "in", "near" or the like"""
    return clue.phrase.before in place_words().locative


def follows_a_word_of_direction(clue: Clue) -> bool:
    """it follows "from", "to", "on" or the like"""
    return clue.phrase.before in place_words().weak_locative


def is_struck(clue: Clue) -> bool:
    """it follows "on" after a word for a strike or a battle, and is no body's name"""
    if clue.phrase.before != "on" or clue.phrase.name.standing is not None:
        return False
    said_before = clue.token(clue.phrase.first - 2)
    above = clue.reading.tokens[clue.above.head]
    return any(t is not None and t.lower in place_words().happenings for t in (said_before, above))


def is_called_a_place_after_it(clue: Clue) -> bool:
    """what follows says what kind of place it is: "Ostrov, a village near the border" """
    beside = (clue.reading.tokens[c] for c in clue.reading.children[clue.phrase.head] if c > clue.phrase.last)
    return any(
        t.dep == "appos" and t.pos == "NOUN" and t.lower in place_words().generic | {"area", "areas"} for t in beside
    )


def is_said_to_be_a_place(clue: Clue) -> bool:
    """a noun beside it says what kind of place it is"""
    return clue.phrase.kind is not None or clue.reading.tokens[clue.phrase.last].lower in ("area", "areas")


def has_a_part_or_side(clue: Clue) -> bool:
    """a part or a side of it is spoken of"""
    return clue.phrase.part is not None or clue.phrase.relation == "outskirts"


def is_measured_from(clue: Clue) -> bool:
    """a distance from it is given"""
    return clue.phrase.distance_km is not None or clue.phrase.bearing is not None


def is_acted_on(clue: Clue) -> bool:
    """it is in the gazetteer and what a verb acts on"""
    acted_on = clue.head.dep in ("dobj", "nsubjpass") and clue.phrase.name.standing is not None
    return acted_on and not is_dealt_with(clue)


def is_dealt_with(clue: Clue) -> bool:
    """it is what a verb does to a party"""
    verbs = {clue.governor.lemma, clue.above.lemma}
    return clue.head.dep in ("dobj", "nsubjpass") and bool(verbs & place_words().dealing_verbs)


def is_a_demonym(clue: Clue) -> bool:
    """it is the adjective or the people of a nation"""
    return _is_demonym(clue.phrase.name.text)


def is_in_an_actors_name(clue: Clue) -> bool:
    """it is part of an actor's name"""
    return clue.within_actor


def has_a_body_in_it(clue: Clue) -> bool:
    """a word in it or right after it names a body or a person"""
    after = clue.token(clue.phrase.last + 1)
    words = place_words()
    named = any(word in words.bodies for word in clue.name_words()[-1:])
    follows = after is not None and after.text[0].isupper() and after.lower in words.bodies
    return named or (follows and not clue.phrase.name.owns)


def has_a_title_before(clue: Clue) -> bool:
    """a person's title stands before it"""
    before = clue.token(clue.phrase.name.first - 1)
    inside = clue.name_words()
    titled = before is not None and before.lower.rstrip(".") in place_words().titles and clue.phrase.before != "of"
    return titled or (len(inside) > 1 and inside[0].rstrip(".") in place_words().titles and inside[0] != "sheikh")


def begins_with_a_forename(clue: Clue) -> bool:
    """it begins with a person's forename"""
    words = clue.name_words()
    unknown = len(words) > 1 and clue.phrase.name.standing is None and clue.phrase.kind is None
    return unknown and fold(words[0]) in common_words() - _FIRST_WORDS_OF_TOWNS


def speaks(clue: Clue) -> bool:
    """it is the subject of a verb of saying"""
    said = clue.role in ("nsubj", "appos") and clue.governor.lemma in reporting().verbs
    return said and clue.phrase.kind is None


def acts(clue: Clue) -> bool:
    """it is the subject of an active verb, so a party or a person"""
    if clue.role != "nsubj" or clue.phrase.kind is not None:
        return False
    return clue.governor.pos == "VERB" and clue.governor.lemma not in place_words().suffering_verbs


def stands_with_parties(clue: Clue) -> bool:
    """it follows "by", "with", "between" or the like, as a party does"""
    governed = clue.head.dep in ("pobj", "conj", "appos")
    return governed and clue.phrase.before in place_words().party_prepositions and clue.phrase.kind is None


def is_a_nation_as_a_party(clue: Clue) -> bool:
    """it is a nation, or a capital for one, that acts, speaks or is dealt with"""
    return is_a_government(clue) and (
        acts(clue) or stands_with_parties(clue) or owns_a_body(clue) or is_of_a_body(clue) or is_dealt_with(clue)
    )


def is_an_acronym(clue: Clue) -> bool:
    """it is an acronym, and no nation's"""
    text = clue.phrase.name.text
    return clue.cased and text.isupper() and 2 < len(text) < 6 and nations().by_name(text) is None


def is_an_example_of_places(clue: Clue) -> bool:
    """it follows "including" after a noun for places"""
    if clue.phrase.before not in ("including", "like", "as", "notably"):
        return False
    before = clue.reading.tokens[max(0, clue.phrase.first - 14) : clue.phrase.first]
    return any(token.tag == "NNS" and token.lower in place_words().generic for token in before)


def is_a_government(clue: Clue) -> bool:
    """the name is a nation's, or stands for its government"""
    return _is_government(clue.phrase.name.text)


@lru_cache(maxsize=10_000)
def _is_government(name: str) -> bool:
    return nations().by_name(name) is not None or nations().by_metonym(name) is not None


@lru_cache(maxsize=10_000)
def _is_demonym(name: str) -> bool:
    return nations().by_demonym(name) is not None


def owns_a_body(clue: Clue) -> bool:
    """what it owns or qualifies is a body or a person of it"""
    after = clue.token(clue.phrase.last + 1)
    if after is not None and after.tag == "POS":
        after = clue.token(clue.phrase.last + 2)
    qualifies = (clue.head.dep in _OWNERS or clue.phrase.name.owns) and is_a_government(clue)
    owned = place_words().owned_by_nations | place_words().bodies
    return qualifies and any(t is not None and (t.lower in owned or t.lemma in owned) for t in (after, clue.above))


def owns_what_is_no_place(clue: Clue) -> bool:
    """it is a nation that owns something that is neither a place in it nor its war"""
    after = clue.token(clue.phrase.last + 1)
    if after is not None and after.tag == "POS":
        after = clue.token(clue.phrase.last + 2)
    if not (clue.phrase.name.owns and is_a_government(clue)) or after is None or after.text[0].isupper():
        return False
    words = place_words()
    return not {after.lower, clue.above.lower} & (words.generic | words.compass | words.part | words.happenings | _WARS)


def is_of_a_body(clue: Clue) -> bool:
    """a body or a person is said to be of it: "the president of", "the army of" """
    if clue.phrase.before != "of" or clue.phrase.kind is not None or not is_a_government(clue):
        return False
    owner = clue.reading.tokens[clue.above.head]
    return owner.lower in place_words().bodies or owner.lemma in place_words().owned_by_nations


def is_no_proper_noun(clue: Clue) -> bool:
    """the parser takes it for a common word"""
    first, last = clue.phrase.name.first, clue.phrase.name.last
    return first == last and clue.reading.tokens[first].tag not in ("NNP", "NNPS") and not is_well_known(clue)


def is_a_proper_noun(clue: Clue) -> bool:
    """it is capitalised in mid-sentence"""
    name = clue.phrase.name
    start = clue.reading.sentences[clue.reading.sentence_of[name.first]].first
    return clue.cased and name.first > start and clue.reading.tokens[name.last].tag in ("NNP", "NNPS")


EVIDENCE: tuple[tuple[float, Callable[[Clue], bool]], ...] = (
    (2.5, is_well_known),
    (1.0, is_known),
    (0.5, is_listed_in_the_gazetteer),
    (2.0, follows_a_word_of_place),
    (0.5, follows_a_word_of_direction),
    (2.0, is_struck),
    (3.0, is_called_a_place_after_it),
    (3.0, is_said_to_be_a_place),
    (2.0, has_a_part_or_side),
    (3.0, is_measured_from),
    (1.0, is_a_proper_noun),
    (2.0, is_an_example_of_places),
    (1.0, is_acted_on),
    (-9.0, is_a_demonym),
    (-9.0, is_in_an_actors_name),
    (-6.0, has_a_body_in_it),
    (-6.0, has_a_title_before),
    (-4.0, begins_with_a_forename),
    (-6.0, speaks),
    (-3.0, acts),
    (-3.0, stands_with_parties),
    (-3.0, owns_a_body),
    (-3.0, is_of_a_body),
    (-3.0, owns_what_is_no_place),
    (-3.0, is_a_nation_as_a_party),
    (-5.0, is_an_acronym),
    (-2.0, is_no_proper_noun),
)


def evidence(clue: Clue) -> float:
    """The sum of the weights of the tests that hold; a place from ENOUGH on."""
    return sum(weight for weight, holds in EVIDENCE if holds(clue))
