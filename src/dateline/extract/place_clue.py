"""A name in its phrase, with what the tests of whether it is a place look at."""

from dataclasses import dataclass

from dateline.extract.grammar import first_conjunct
from dateline.extract.place_phrases import Phrase
from dateline.model.text import Reading, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A phrase with what its tests look at.

    `within_actor`: the name is part of an actor's name; `surnames`: the words with which the report's persons' full
    names end.
    """

    reading: Reading
    phrase: Phrase
    cased: bool
    within_actor: bool
    surnames: frozenset[str] = frozenset()

    def token(self, i: int) -> Token | None:
        """The token at `i`, None beyond the report."""
        return self.reading.tokens[i] if 0 <= i < len(self.reading.tokens) else None

    @property
    def head(self) -> Token:
        """The word that the phrase hangs by."""
        return self.reading.tokens[self.phrase.head]

    @property
    def above(self) -> Token:
        """The word on which the phrase hangs, prepositions included."""
        return self.reading.tokens[self.head.head]

    @property
    def first_of_list(self) -> Token:
        """The head of the phrase, or of the list in which it stands."""
        return self.reading.tokens[first_conjunct(self.reading, self.phrase.head)]

    @property
    def role(self) -> str:
        """The label of the phrase, in a list that of its first member."""
        return self.first_of_list.dep

    @property
    def governor(self) -> Token:
        """The word on which the phrase, or its list, hangs."""
        return self.reading.tokens[self.first_of_list.head]

    def name_words(self) -> list[str]:
        """The words of the name in lower case."""
        return self.phrase.name.text.lower().split()
