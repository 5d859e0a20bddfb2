"""The surnames of a report, so that "arrested with Okello" names no place: full names that do what persons do."""

from collections.abc import Iterator
from typing import Final

from dateline.extract.grammar import SUBJECTS, kids
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.nations import nations
from dateline.knowledge.office_words import office_words
from dateline.knowledge.place_words import place_words
from dateline.knowledge.reporting import reporting
from dateline.model.text import Reading, Token

# What only persons do or have done to them.
_PERSONAL: Final = frozenset(
    "arrest detain kill murder shoot wound injure sentence jail meet die live work travel serve lead found "
    "marry bear appoint elect resign extradite charge convict accuse".split()
)

_OF_PLACES: Final = frozenset(
    {"old", "new", "greater", "central", "rural", "upper", "lower", "sheikh", "sheik", "saint", "san"}
)


def surnames(reading: Reading, gazetteer: Gazetteer) -> frozenset[str]:
    """The last words of the full names of persons; a full name that is a place's is nobody's."""
    return frozenset(_surnames(reading, gazetteer))


def _surnames(reading: Reading, gazetteer: Gazetteer) -> Iterator[str]:
    for token in reading.tokens:
        if _is_name(token) and _ends_full_name(reading, token) and _is_person(reading, token):
            full = reading.words(min(kids(reading, token.i, "compound")), token.i).text
            if not gazetteer.is_place_name(full):
                yield token.text


def _is_name(token: Token) -> bool:
    words = place_words()
    listed = token.lower in words.bodies or token.lower in words.generic or token.lower in words.compass
    nation = nations().by_name(token.text) is not None
    return token.pos == "PROPN" and token.text[:1].isupper() and not listed and not nation


def _ends_full_name(reading: Reading, token: Token) -> bool:
    """Whether a forename stands before it, and no nation's word."""
    before = [reading.tokens[c] for c in kids(reading, token.i, "compound") if c < token.i]
    return bool(before) and before[-1].i == token.i - 1 and all(map(_may_be_forename, before))


def _may_be_forename(token: Token) -> bool:
    if token.lower in place_words().compass or token.lower in _OF_PLACES:
        return False
    return token.text[:1].isupper() and token.pos == "PROPN" and nations().by_demonym(token.text) is None


def _is_person(reading: Reading, token: Token) -> bool:
    """Whether a title or rank stands before the name, or it speaks, is held, is killed."""
    titles = {reading.tokens[c].lower.rstrip(".") for c in kids(reading, token.i, "compound", "amod")}
    if titles & (place_words().titles | office_words().ranks):
        return True
    above = reading.tokens[token.head]
    if token.dep in SUBJECTS and above.lemma in reporting().verbs:
        return True
    return token.dep in ("nsubj", "nsubjpass", "dobj") and above.lemma in _PERSONAL
