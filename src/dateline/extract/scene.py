"""What is known of a report before its claims are read: which words name actors, places and people."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.extract.attribution import Attribution
from dateline.extract.places import FoundPlace
from dateline.extract.quantities import Figure
from dateline.extract.times import FoundTime
from dateline.knowledge.nations import nations
from dateline.knowledge.noun_kinds import noun_kind
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
        return i in self.actors or self._names_nation(i)

    def _names_nation(self, i: int) -> bool:
        """Whether the word, or the words of a name that ends in it ("South Sudan"), name a nation."""
        tokens = self.reading.tokens
        if is_nation(tokens[i].text):
            return True
        first = i
        while first > 0 and tokens[first - 1].dep == "compound" and tokens[first - 1].text[:1].isupper():
            first -= 1
        return first < i and is_nation(" ".join(t.text for t in tokens[first : i + 1]))

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
        return lemma in word_classes()["people"] or self.is_person(i) or noun_kind(lemma) == "person"

    def is_state(self, i: int) -> bool:
        """Whether the word names a state or a coalition, or is for forces with a nation's name before it."""
        token = self.reading.tokens[i]
        if self._names_nation(i) or token.lemma.lower() == "coalition":
            return True
        before = (self.reading.tokens[c] for c in self.reading.children[i] if c < i)
        return token.lemma in _NATIONAL and any(is_nation(t.text) for t in before)

    def is_number(self, i: int) -> bool:
        """Whether the word is a number: "12,100 were evacuated"."""
        return self.reading.tokens[i].tag == "CD"

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
    "number": Scene.is_number,
}


def is_nation(word: str) -> bool:
    """Whether a capitalised name is that of a country, its people, or a capital that stands for its government."""
    if not word[:1].isupper():
        return False
    known = nations()
    return (known.by_demonym(word) or known.by_name(word) or known.by_metonym(word)) is not None
