"""The nations: their names, demonyms, capitals, and the places that speak for their governments."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from dateline.knowledge.names import NameIndex, keys, slug
from dateline.model.errors import DataError

_LISTS = ("names", "adjectives", "people", "metonyms")
_KEYS = {"code", "name", "capital", *_LISTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """A country. `code` is ISO 3166-1 alpha-2, `id` its state's id in the actor list."""

    code: str
    id: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The usual name and the others."""
        return (self.name, *self.names)


class NationHit(NamedTuple):
    """Words of a text, from `start` to `end`, that name a nation or are its demonym."""

    start: int
    end: int
    nation: Nation


class Nations:
    """Look-ups over the nations. Raises DataError where two of them claim one word."""

    def __init__(self, nations: Iterable[Nation]) -> None:
        self._by_code = {nation.code: nation for nation in nations}
        self._names = self._index(lambda nation: nation.all_names)
        self._adjectives = self._index(lambda nation: nation.adjectives)
        self._people = self._index(lambda nation: nation.people)
        self._metonyms = self._index(lambda nation: nation.metonyms)
        self._words = self._index(
            lambda nation: (*nation.all_names, *_bare_possessives(nation), *nation.adjectives, *nation.people)
        )

    def __iter__(self) -> Iterator[Nation]:
        return iter(self._by_code.values())

    def by_code(self, code: str) -> Nation | None:
        """The nation with an ISO 3166-1 alpha-2 code."""
        return self._by_code.get(code)

    def by_name(self, name: str) -> Nation | None:
        """ "Russia", "the Russian Federation", "U.K."."""
        return _only(self._names, name)

    def by_adjective(self, word: str) -> Nation | None:
        """ "Russian" as in "Russian jets"."""
        return _only(self._adjectives, word)

    def by_demonym(self, word: str) -> Nation | None:
        """ "Russian" or "Russians"."""
        return _only(self._adjectives, word) or _only(self._people, word)

    def by_metonym(self, name: str) -> Nation | None:
        """ "Moscow", "the Kremlin": a place that stands for the government in it."""
        return _only(self._metonyms, name)

    def find(self, text: str) -> tuple[NationHit, ...]:
        """Names and demonyms of nations in a text, in order. Each begins with a capital ("Polish", not "polish")."""
        return tuple(
            NationHit(start, end, values[0]) for start, end, values in self._words.find(text) if text[start].isupper()
        )

    def of_words(self, text: str) -> Nation | None:
        """The nation that the first name or demonym in a phrase points to."""
        hits = self.find(text)
        return hits[0].nation if hits else None

    def _index(self, words: Callable[[Nation], Iterable[str]]) -> NameIndex[Nation]:
        claims: dict[str, list[Nation]] = defaultdict(list)
        for nation in self:
            for key in {key for word in words(nation) for key in keys(word)}:
                claims[key].append(nation)
        for key, claimants in claims.items():
            if len(claimants) > 1:
                both = f"{claimants[0].code} and {claimants[1].code}"
                raise DataError(f"nations.yaml: {both} both claim {key.strip('=')!r}")
        return NameIndex((key, tuple(claimants)) for key, claimants in claims.items())


@cache
def nations() -> Nations:
    """The nations that Dateline comes with, loaded once. Raises DataError."""
    text = (resources.files("dateline") / "data" / "nations.yaml").read_text(encoding="utf-8")
    return read_nations(text)


def read_nations(text: str) -> Nations:
    """Nations from YAML. Raises DataError on a row that lacks its code or name or has an unknown key."""
    rows = yaml.load(text, Loader=yaml.CBaseLoader)
    read = [_nation(row) for row in rows]
    codes = [nation.code for nation in read]
    for code in codes:
        if codes.count(code) > 1:
            raise DataError(f"nations.yaml: {code} stands twice")
    return Nations(read)


def _nation(row: dict[str, Any]) -> Nation:
    if unknown := row.keys() - _KEYS:
        raise DataError(f"nations.yaml: {row.get('code')} has the unknown key {min(unknown)!r}")
    if not re.fullmatch(r"[A-Z]{2}", row.get("code", "")) or not row.get("name"):
        raise DataError(f"nations.yaml: a row needs a code of two capitals and a name, not {row}")
    lists = {key: tuple(row.get(key, ())) for key in _LISTS}
    return Nation(code=row["code"], id=slug(row["name"]), name=row["name"], capital=row.get("capital"), **lists)


def _bare_possessives(nation: Nation) -> list[str]:
    """ "Syrias": a name whose apostrophe a page has lost."""
    return [f"{name}s" for name in nation.all_names if name.isalpha() and len(name) > 3 and not name.endswith("s")]


def _only(index: NameIndex[Nation], name: str) -> Nation | None:
    found = index.exact(name)
    return found[0] if found else None
