"""The words for offices, ranks and bodies, by which reports say who leads what and who belongs to what."""

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

import yaml

from dateline.model.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWords:
    """Sets of words in lower case; what each means is told in `offices.yaml`."""

    leaders: frozenset[str]
    members: frozenset[str]
    lawmakers: frozenset[str]
    state_offices: frozenset[str]
    demoting: frozenset[str]
    former: frozenset[str]
    roles: frozenset[str]
    ranks: frozenset[str]
    bodies: frozenset[str]
    state_bodies: frozenset[str]
    units: frozenset[str]
    particles: frozenset[str]
    never_names: frozenset[str]

    @property
    def offices(self) -> frozenset[str]:
        """All words for offices."""
        return self.leaders | self.members


@cache
def office_words() -> OfficeWords:
    """The words that Dateline comes with, loaded once. Raises DataError."""
    return parse_office_words((resources.files("dateline") / "data" / "offices.yaml").read_text(encoding="utf-8"))


def parse_office_words(text: str) -> OfficeWords:
    """Words from YAML. Raises DataError where a list is missing, unknown, or holds what is no lower-case word."""
    lists: dict[str, list[object]] = yaml.load(text, Loader=yaml.CSafeLoader)
    wanted = {field.name for field in fields(OfficeWords)}
    if odd := wanted ^ lists.keys():
        raise DataError(f"offices.yaml: the list {min(odd)!r} is missing or unknown")
    for name, words in lists.items():
        for word in words:
            if not isinstance(word, str) or word != word.lower():
                raise DataError(f"offices.yaml: {name} holds {word!r}, which is no word in lower case")
    return OfficeWords(**{name: frozenset(map(str, words)) for name, words in lists.items()})
