"""Whether a name in its phrase is a place where things happen: a table of small tests, each with its weight."""

from collections.abc import Callable
from functools import lru_cache

from dateline.extract.place_acted_on import (
    is_a_fighters_name,
    is_moved_to_or_from,
    is_of_what_a_place_has,
    is_taken,
    suffers,
)
from dateline.extract.place_clue import Clue
from dateline.extract.place_parties import (
    acts,
    begins_with_a_forename,
    has_a_body_in_it,
    has_a_title_before,
    is_a_kind_of_people,
    is_a_nation_as_a_party,
    is_a_persons_name,
    is_called_on,
    is_dealt_with,
    is_of_a_body,
    is_thrown,
    owns_a_body,
    owns_what_is_no_place,
    speaks,
    stands_with_parties,
)
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words

ENOUGH = 3.0
IN_A_LIST_OF_PLACES, A_PLACE_ELSEWHERE = 2.0, 2.0  # what company adds: the list, the rest of the report
_WELL_KNOWN, _KNOWN = 100_000, 5_000
_FALLING = frozenset({"drop", "fall", "rain", "fire", "land", "descend", "march", "advance", "close"})
_INSIDE = frozenset({"in", "inside", "within", "across", "throughout"})


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
    """it follows "on" after a word for a strike, a battle or a fall, and is no body's name"""
    if clue.phrase.before != "on" or clue.phrase.name.standing is not None:
        return False
    said_before = clue.token(clue.phrase.first - 2)
    above = clue.reading.tokens[clue.above.head]
    struck = any(t is not None and t.lower in place_words().happenings for t in (said_before, above))
    return struck or (above.lemma in _FALLING and clue.above.lower == "on")


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
    return clue.phrase.part is not None or clue.phrase.relation in ("outskirts", "between")


def is_measured_from(clue: Clue) -> bool:
    """a distance from it is given"""
    return clue.phrase.distance_km is not None or clue.phrase.bearing is not None


def is_acted_on(clue: Clue) -> bool:
    """it is in the gazetteer and what a verb acts on"""
    acted_on = clue.head.dep in ("dobj", "nsubjpass") and clue.phrase.name.standing is not None
    return acted_on and not is_dealt_with(clue)


def is_a_demonym(clue: Clue) -> bool:
    """it is the adjective or the people of a nation, and not its name as in "in the US" """
    return _is_demonym(clue.phrase.name.text) and not is_a_nation_as_a_place(clue)


def is_a_nation_as_a_place(clue: Clue) -> bool:
    """it is a nation's name that stands by itself after "in" """
    inside = clue.head.dep == "pobj" and clue.phrase.before in _INSIDE and clue.above.lower == clue.phrase.before
    return inside and nations().by_name(clue.phrase.name.text) is not None


def is_in_an_actors_name(clue: Clue) -> bool:
    """it is part of an actor's name"""
    return clue.within_actor


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


@lru_cache(maxsize=10_000)
def _is_demonym(name: str) -> bool:
    return nations().by_demonym(name) is not None


def is_no_proper_noun(clue: Clue) -> bool:
    """the parser takes it for a common word"""
    first, last = clue.phrase.name.first, clue.phrase.name.last
    return first == last and clue.reading.tokens[first].tag not in ("NNP", "NNPS") and not is_well_known(clue)


def is_called_as_towns_are(clue: Clue) -> bool:
    """it begins with a word that towns are called with and people hardly ever: "Kafr", "Deir", "Puerto" """
    words = clue.name_words()
    return len(words) > 1 and words[0] in place_words().first_of_towns and clue.phrase.name.standing is None


def is_a_proper_noun(clue: Clue) -> bool:
    """it is capitalised in mid-sentence"""
    name = clue.phrase.name
    start = clue.reading.sentences[clue.reading.sentence_of[name.first]].first
    return clue.cased and name.first > start and clue.reading.tokens[name.last].tag in ("NNP", "NNPS")


EVIDENCE: tuple[tuple[float, Callable[[Clue], bool]], ...] = (
    (2.5, is_well_known),
    (1.0, is_a_nation_as_a_place),
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
    (2.0, is_called_as_towns_are),
    (2.0, is_an_example_of_places),
    (1.0, is_acted_on),
    (2.0, is_taken),
    (2.0, suffers),
    (1.5, is_moved_to_or_from),
    (2.0, is_of_what_a_place_has),
    (-4.0, is_a_fighters_name),
    (-6.0, is_called_on),
    (-6.0, is_a_persons_name),
    (-6.0, is_a_kind_of_people),
    (-6.0, is_thrown),
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
