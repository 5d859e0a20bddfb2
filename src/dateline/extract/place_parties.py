"""Signs that a name in its phrase is a party, a body or a person, and not a place: tests for the table of evidence."""

from functools import lru_cache

from dateline.extract.grammar import kids
from dateline.extract.place_clue import Clue
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import common_words
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.knowledge.reporting import reporting
from dateline.knowledge.words import word_classes

_WARS = frozenset({"war", "conflict", "uprising", "crisis", "civil"})
_FIRST_WORDS_OF_TOWNS = frozenset({"new", "old", "mount", "camp"})
_OWNERS = frozenset({"poss", "compound", "nmod", "amod"})
_MEMBERS = frozenset({"member", "party", "ally", "signatory", "backer", "guarantor", "mediator", "opponent", "rival"})
_BANDS = frozenset({"tribe", "clan", "gang", "cartel", "family", "group"})


def is_dealt_with(clue: Clue) -> bool:
    """it is what a verb does to a party"""
    verbs = {clue.governor.lemma, clue.above.lemma}
    return clue.head.dep in ("dobj", "nsubjpass") and bool(verbs & place_words().dealing_verbs)


def is_called_on(clue: Clue) -> bool:
    """it is a nation, or a capital for one, that is called on, pressed or given something"""
    if not is_a_government(clue) or clue.phrase.kind is not None:
        return False
    lemmas = {clue.above.lemma, clue.reading.tokens[clue.above.head].lemma, clue.governor.lemma}
    on = clue.phrase.before in ("on", "upon") and bool(lemmas & place_words().dealing_verbs)
    return on or clue.head.dep == "dative"


def is_a_persons_name(clue: Clue) -> bool:
    """it is one word, with which the report ends somebody's full name"""
    name = clue.phrase.name
    return name.first == name.last and name.text in clue.surnames and clue.phrase.before not in place_words().locative


def is_a_kind_of_people(clue: Clue) -> bool:
    """it is a people's or a band's name: by what follows ("the Orvali indigenous group"), or its plural"""
    name, tokens = clue.phrase.name, clue.reading.tokens
    if _is_a_people(clue):
        return True
    band = next((t for t in tokens[name.last + 1 : name.last + 4] if t.pos == "NOUN"), None)
    return band is not None and band.lemma in _BANDS and tokens[name.last].head == band.i


def _is_a_people(clue: Clue) -> bool:
    """ "The siege of the Lorvis": an unknown plural with its article, not said to be inside of."""
    name, before = clue.phrase.name, clue.token(clue.phrase.name.first - 1)
    unknown = name.standing is None and clue.phrase.kind is None and name.first == name.last
    plural = clue.reading.tokens[name.last].tag == "NNPS" and before is not None and before.lower == "the"
    return unknown and plural and clue.phrase.before not in place_words().locative


def is_thrown(clue: Clue) -> bool:
    """it qualifies what crowds throw: "Molotov cocktails" """
    return clue.head.dep in _OWNERS and clue.above.lemma in word_classes()["missiles_of_crowds"]


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
    if clue.governor.lemma == "be":
        told = (clue.reading.tokens[c].lemma for c in kids(clue.reading, clue.governor.i, "attr"))
        return any(lemma in _MEMBERS for lemma in told)
    return clue.governor.pos == "VERB" and clue.governor.lemma not in place_words().suffering_verbs


def is_fought_for(clue: Clue) -> bool:
    """it is what a battle is for"""
    above = clue.reading.tokens[clue.above.head]
    return clue.phrase.before == "for" and above.lower in ("battle", "fight", "struggle")


def stands_with_parties(clue: Clue) -> bool:
    """it follows "by", "with", "between" or the like, as a party does"""
    if clue.phrase.relation == "between":
        return False
    governed = clue.head.dep in ("pobj", "conj", "appos") and not is_fought_for(clue)
    return governed and clue.phrase.before in place_words().party_prepositions and clue.phrase.kind is None


def is_a_nation_as_a_party(clue: Clue) -> bool:
    """it is a nation, or a capital for one, that acts, speaks or is dealt with"""
    return is_a_government(clue) and (
        acts(clue) or stands_with_parties(clue) or owns_a_body(clue) or is_of_a_body(clue) or is_dealt_with(clue)
    )


def is_a_government(clue: Clue) -> bool:
    """the name is a nation's, or stands for its government"""
    return _is_government(clue.phrase.name.text)


@lru_cache(maxsize=10_000)
def _is_government(name: str) -> bool:
    return nations().by_name(name) is not None or nations().by_metonym(name) is not None


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
