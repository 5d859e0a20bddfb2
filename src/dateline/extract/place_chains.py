"""How the places of a sentence stand to each other: lists, places within places, landmarks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.grammar import first_conjunct
from dateline.extract.place_phrases import Phrase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading

_LISTING = frozenset(", and & or the both also / well as in nearby ; - near on at to of".split())
_CONTAINING = frozenset({"in", "of", "within", "inside"})
_RANK_OF_KIND = {"facility": 0, "quarter": 0, "settlement": 1, "division": 2, "nature": 2, "province": 3}
_COUNTRY, _PROVINCE, _TOWN, _SPOT = 4, 3, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A phrase with the names of what it lies in, nearest first, and what it is to the phrases beside it.

    `list_id` is the same for members of one list. `holds`: it only says where another place lies; `landmark`: it only
    says what another place is near to.
    """

    phrase: Phrase
    list_id: int
    within: tuple[str, ...] = ()
    holds: bool = False
    landmark: bool = False


def rank(phrase: Phrase, gazetteer: Gazetteer) -> int:
    """How large a place is meant: 0 a spot, 1 a town, 2 a district, 3 a province or region, 4 a country."""
    if phrase.kind in _RANK_OF_KIND:
        return _RANK_OF_KIND[phrase.kind]
    kinds = {c.kind for c in gazetteer.candidates(phrase.name.text) if c.exact}
    if "country" in kinds:
        return _COUNTRY
    if "city" in kinds or not kinds:
        return _TOWN
    if kinds == {"spot"}:
        return _SPOT
    return _PROVINCE if kinds & {"admin1", "region"} else 2


def chained(reading: Reading, phrases: Sequence[Phrase], gazetteer: Gazetteer) -> list[Link]:
    """The phrases of one sentence, linked; read from the right, since what comes later holds what comes before."""
    linked: list[Link] = []
    for phrase in reversed(phrases):
        following = linked[-1] if linked else None
        if following is None:
            linked.append(Link(phrase=phrase, list_id=phrase.first))
        elif _owns_next(phrase, following.phrase):
            linked[-1] = replace(following, within=(*following.within, phrase.name.text))
            linked.append(Link(phrase=phrase, list_id=phrase.first, holds=True))
        elif _narrows(reading, phrase, following.phrase, gazetteer):
            linked[-1] = replace(following, within=(*following.within, _full(phrase)))
            linked.append(Link(phrase=phrase, list_id=phrase.first, holds=True))
        elif _is_landmark(reading, phrase, following.phrase):
            linked[-1] = replace(following, landmark=True)
            linked.append(
                Link(phrase=phrase, list_id=phrase.first, within=(following.phrase.name.text, *following.within))
            )
        elif _lies_in(reading, phrase, following.phrase, gazetteer):
            linked[-1] = replace(following, holds=True)
            linked.append(
                Link(phrase=phrase, list_id=following.list_id, within=(_full(following.phrase), *following.within))
            )
        elif is_listed(reading, phrase, following.phrase):
            linked.append(Link(phrase=phrase, list_id=following.list_id, within=following.within))
        else:
            linked.append(Link(phrase=phrase, list_id=phrase.first))
    return linked[::-1]


def is_listed(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """Whether only commas and "and" stand between two phrases, or nothing where a list has lost its commas."""
    if _begins_a_clause(reading, one, other):
        return False
    between = reading.tokens[one.last + 1 : other.first]
    gap = {t.lower for t in between if t.pos != "NUM"}
    if not between:
        return not one.name.owns and one.name.last == one.last and other.first == other.name.first
    listing = _LISTING | place_words().generic | place_words().compass
    return len(between) <= 6 and gap <= listing and bool({",", "and", "or", "well"} & gap)


def _begins_a_clause(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """ "troops went to Poland, and Germany sent more": the second is the subject of a verb, the first is not."""
    first = reading.tokens[first_conjunct(reading, one.head)]
    return reading.tokens[other.head].dep == "nsubj" and first.dep not in ("nsubj", "nmod", "compound", "ROOT")


def _full(phrase: Phrase) -> str:
    """The name with its compass word, which tells "southern Idlib" from Idlib; with "province" if it is one."""
    name = f"{phrase.part} {phrase.name.text}" if phrase.part else phrase.name.text
    return f"{name} province" if phrase.kind == "province" else name


def _owns_next(one: Phrase, other: Phrase) -> bool:
    """ "Syria's Hama", "Aleppo's Sheikh Maqsood district", "the Red Sea town of Mocha": the first holds the second."""
    called = other.first < other.name.first and other.kind in ("settlement", "quarter") and one.last + 1 == other.first
    return (one.name.owns and other.first - one.last <= 4) or (called and other.part is None)


def _is_landmark(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """ "Tarvan, 60 km northeast of Damascus", "a village near Aleppo": the second says only what the first is near."""
    if other.relation not in ("near", "direction") and other.before not in ("near", "with", "to"):
        return False
    if other.relation is None and other.before in ("with", "to"):
        gap = [t.lower for t in reading.tokens[one.last + 1 : other.first]]
        return bool({"close", "near", "border", "next", "adjacent"} & set(gap)) and len(gap) <= 7
    between = reading.tokens[one.last + 1 : other.first]
    return len(between) <= 12 and not any(t.pos in ("VERB", "AUX", "CCONJ") for t in between)


def _narrows(reading: Reading, one: Phrase, other: Phrase, gazetteer: Gazetteer) -> bool:
    """ "The Lviv region near Brody", "the central Ukraine region of Vinnytsia": the second says where in the first."""
    gap = [t.lower for t in reading.tokens[one.last + 1 : other.first]]
    if gap == ["of"] and one.kind == "province":
        return gazetteer.country(one.name.text) is not None and gazetteer.country(other.name.text) is None
    return gap == ["near"] and rank(one, gazetteer) >= _PROVINCE > rank(other, gazetteer)


def _lies_in(reading: Reading, one: Phrase, other: Phrase, gazetteer: Gazetteer) -> bool:
    """Whether the words between say that the first lies in the second."""
    gap = reading.tokens[one.last + 1 : other.first]
    if len(gap) > 6 or any(t.pos in ("VERB", "AUX", "CCONJ") and t.tag != "VBN" for t in gap):
        return False
    if any(t.pos == "NUM" for t in gap):
        return False
    links = [t.lower for t in gap if t.pos in ("ADP", "SCONJ")]
    if links == ["of"] and any(t.pos in ("NOUN", "PROPN") and t.lower not in place_words().generic for t in gap):
        return False
    if links == ["in"] or (len(links) == 1 and links[0] in _CONTAINING and not other.relation):
        return rank(other, gazetteer) >= rank(one, gazetteer)
    comma_only = all(t.lower in (",", "the", "(") or t.pos == "ADJ" for t in gap)
    if comma_only and gap and len(other.name.text) == 2 and other.name.text.isupper():
        return True  # "Anytown, DC"
    return not links and comma_only and _is_larger(one, other, gazetteer)


def _is_larger(one: Phrase, other: Phrase, gazetteer: Gazetteer) -> bool:
    """Whether the second is of a larger kind, or a province where a town of the first's name lies."""
    small, large = rank(one, gazetteer), rank(other, gazetteer)
    if large > small and large >= _PROVINCE:
        return True
    if small > _TOWN or one.name.text == other.name.text or (other.name.standing or 0) <= (one.name.standing or 0):
        return False
    areas = {c.admin1 for c in gazetteer.candidates(other.name.text) if c.kind == "admin1" and c.exact}
    return any(c.kind == "city" and c.exact and c.admin1 in areas for c in gazetteer.candidates(one.name.text))
