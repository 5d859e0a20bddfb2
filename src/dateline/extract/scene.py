"""What is known of a report before its claims are read: which words name actors, places and people."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.extract.attribution import Attribution
from dateline.extract.places import FoundPlace
from dateline.extract.quantities import Figure
from dateline.extract.times import FoundTime
from dateline.knowledge.nations import nations
from dateline.knowledge.trades import is_trade
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

_TITLES = frozenset(
    "mr mrs ms dr president minister general gen colonel col major maj captain capt lieutenant lt sheikh king prince "
    "ambassador senator commander sergeant sgt brigadier admiral chancellor professor".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A reading with everything in it that was found once for all claims.

    `actors` maps a token to the id of the listed actor that its words name; `place_at` maps a token to its place.
    """

    reading: Reading
    actors: Mapping[int, str]
    place_at: Mapping[int, FoundPlace]
    places: tuple[FoundPlace, ...]
    times: tuple[FoundTime, ...]
    figures: tuple[Figure, ...]
    attributions: tuple[Attribution, ...]
    token_at: Mapping[int, int]

    def is_place(self, i: int) -> bool:
        """Whether the word is part of a place's name."""
        return i in self.place_at

    def is_actor(self, i: int) -> bool:
        """Whether the word names a listed actor, a nation or its people."""
        return i in self.actors or is_nation(self.reading.tokens[i].text)

    def is_person(self, i: int) -> bool:
        """Whether the word looks like a person's name: a proper noun that is no place, with a title or a forename."""
        token = self.reading.tokens[i]
        if token.pos != "PROPN" or self.is_place(i) or self.is_actor(i):
            return False
        before = [self.reading.tokens[c] for c in self.reading.children[i] if c < i]
        return any(t.dep == "compound" or t.lower in _TITLES for t in before)

    def is_people(self, i: int) -> bool:
        """Whether the word is one for persons, or names one."""
        lemma = self.reading.tokens[i].lemma
        return lemma in word_classes()["people"] or self.is_person(i) or is_trade(lemma)

    def is_state(self, i: int) -> bool:
        """Whether the word names a state or a coalition, or is for forces with a nation's name before it."""
        token = self.reading.tokens[i]
        if is_nation(token.text) or token.lemma.lower() == "coalition":
            return True
        before = (self.reading.tokens[c] for c in self.reading.children[i] if c < i)
        return token.lemma in _NATIONAL and any(is_nation(t.text) for t in before)

    def has_kind(self, i: int, kind: str) -> bool:
        """Whether the word is of a kind that conditions of the codebook speak of."""
        return _KINDS[kind](self, i)


_NATIONAL = frozenset({"force", "forces", "military", "army", "troop", "airforce", "navy"})
_KINDS = {
    "place": Scene.is_place,
    "actor": Scene.is_actor,
    "person": Scene.is_person,
    "people": Scene.is_people,
    "state": Scene.is_state,
}


def is_nation(word: str) -> bool:
    """Whether a capitalised word names a country, its people, or a capital that stands for its government."""
    if not word[:1].isupper():
        return False
    known = nations()
    return (known.by_demonym(word) or known.by_name(word) or known.by_metonym(word)) is not None
