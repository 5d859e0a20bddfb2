"""The common nouns and small words around names of places: what a "province" is, what comes before a name."""

from dataclasses import dataclass, fields
from functools import cache

from dateline.knowledge.gazetteer_files import read_yaml
from dateline.model.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Classes of lower-case words; what each is for stands in `place_words.yaml`.

    `generic` is made of the others: every noun that says what a place is.
    """

    settlement: frozenset[str]
    quarter: frozenset[str]
    division: frozenset[str]
    province: frozenset[str]
    facility: frozenset[str]
    nature: frozenset[str]
    part: frozenset[str]
    compass: frozenset[str]
    locative: frozenset[str]
    weak_locative: frozenset[str]
    units_of_length: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    party_prepositions: frozenset[str]
    suffering_verbs: frozenset[str]
    dealing_verbs: frozenset[str]
    owned_by_nations: frozenset[str]
    taking: frozenset[str]
    taken: frozenset[str]
    moving: frozenset[str]
    happenings: frozenset[str]
    leaving: frozenset[str]
    first_of_towns: frozenset[str]
    generic: frozenset[str]

    def kind_of(self, word: str) -> str | None:
        """The class of a noun that says what a place is: "settlement", "quarter", "division" ..."""
        return next((kind for kind in _KINDS if word in getattr(self, kind)), None)


_KINDS = ("settlement", "quarter", "division", "province", "facility", "nature")


@cache
def place_words() -> PlaceWords:
    """The classes, loaded once. Raises DataError where the file lacks one or has one too many."""
    raw = read_yaml("place_words.yaml")
    wanted = {field.name for field in fields(PlaceWords)} - {"generic"}
    if set(raw) != wanted:
        raise DataError(f"place_words.yaml: must have exactly the classes {', '.join(sorted(wanted))}")
    for name, words in raw.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(f"place_words.yaml: {name}: must be a list of words; put on, off, yes and no in quotes")
    classes = {name: frozenset(words) for name, words in raw.items()}
    return PlaceWords(**classes, generic=frozenset().union(*(classes[kind] for kind in _KINDS)))
