"""By what weapon or method, in the report's words; and how much of a place was taken."""

from dateline.extract.grammar import child, kids, prepositions, sentence_at
from dateline.extract.phrases import phrase
from dateline.knowledge.words import word_classes
from dateline.model.claim import Extent
from dateline.model.text import Reading

_INSTRUMENT = frozenset({"with", "by", "using", "from", "in"})
_PARTS = frozenset(
    "part parts half outskirts edge edges suburb neighbourhood neighborhood district quarter street block some "
    "portion".split()
)
_AREAS = frozenset(
    "area areas territory territories pocket swathe swath countryside region province ground land farm farms kilometre "
    "kilometer km mile hill hills height heights front frontline line".split()
)


def means_of(reading: Reading, i: int) -> str | None:
    """The weapon that the event's own words name: "with mortars", "car bomb", "rocket fire"; None where unstated."""
    weapons = _weapons()
    for c in kids(reading, i, "compound", "amod", "nsubj", "dobj", "nmod"):
        if reading.tokens[c].lemma in weapons:
            return _named(reading, c)
    for word, obj in prepositions(reading, i):
        if word in _INSTRUMENT and reading.tokens[obj].lemma in weapons:
            return _named(reading, obj)
    return reading.tokens[i].text if reading.tokens[i].lemma in weapons else None


def _weapons() -> frozenset[str]:
    classes = word_classes()
    return classes["weapons"] | classes["aircraft"] | classes["vehicles_as_bombs"]


def _named(reading: Reading, i: int) -> str:
    found = phrase(reading, i)
    return found.text if found is not None else reading.tokens[i].text


def extent_of(kind: str, reading: Reading, heads: tuple[int, ...]) -> Extent | None:
    """Of a capture or withdrawal: the whole place, a part of it, or an area; None for other types or no place."""
    if kind not in ("capture", "withdrawal") or not heads:
        return None
    words = {w for h in heads for w in _around(reading, h)}
    if words & _PARTS:
        return "part"
    return "area" if words & _AREAS else "whole"


def _around(reading: Reading, head: int) -> set[str]:
    """The head, what it belongs to ("parts of X") and what it is called ("X farms")."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    found = {token.lower, *(reading.tokens[c].lower for c in kids(reading, head, "compound", "amod"))}
    if token.dep == "pobj" and above.lower == "of" and above.head >= sentence_at(reading, head).first:
        found.add(reading.tokens[above.head].lower)
    following = child(reading, head, "appos")
    return found if following is None else found | {reading.tokens[following].lower}
