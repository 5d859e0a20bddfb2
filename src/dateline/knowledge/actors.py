"""The actor list: who is named in news of armed conflict, under which names, in which years."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import combinations
from typing import NamedTuple

from dateline.knowledge.actor_entry import ActorEntry, Role, entry_of
from dateline.knowledge.names import NameIndex, fold, keys
from dateline.knowledge.nations import Nation, nations
from dateline.knowledge.project import DataFile, at_work, per_project
from dateline.knowledge.yaml_text import parse_yaml
from dateline.model.errors import DataError

_FORCES = ("army", "military", "armed forces", "forces", "troops", "soldiers", "ground forces", "ground troops")
_GOVERNMENT = ("government", "regime", "authorities", "administration")


class Hit(NamedTuple):
    """Words of a text, from `start` to `end`, that name an entry."""

    start: int
    end: int
    entry: ActorEntry


class _Claim(NamedTuple):
    """An entry's claim to a name; a local one holds only in reports about its country."""

    entry: ActorEntry
    local: bool


class ActorList:
    """Look-ups over the entries and the states of `nations()`.

    A name that several entries claim at different times is read by the day; without one, or on a day of none of them,
    it stands for nobody. A local name comes first in reports about its country, and means nothing elsewhere.
    Raises DataError where two entries claim one name at one time.
    """

    def __init__(self, entries: Iterable[ActorEntry]) -> None:
        listed = tuple(entries)
        self._by_id = {entry.id: entry for entry in (*map(_state, nations()), *listed)}
        self._national = {entry.id: entry for entry in listed if entry.national}
        self._index = NameIndex(_claims(listed).items())

    def __iter__(self) -> Iterator[ActorEntry]:
        return iter(self._by_id.values())

    def entry(self, id: str) -> ActorEntry | None:
        """The entry with an id, states included."""
        return self._by_id.get(id)

    def named(self, name: str, on: date | None = None, country: str | None = None) -> ActorEntry | None:
        """Whom a whole name means on a day, in a report about a country (ISO alpha-2). States are not looked up."""
        return _meant(self._index.exact(name), on, country)

    def find(self, text: str, on: date | None = None, country: str | None = None) -> tuple[Hit, ...]:
        """The longest names in a text that do not overlap, in order. States are not looked for: see `nations()`."""
        found = ((start, end, _meant(claims, on, country)) for start, end, claims in self._index.find(text))
        return tuple(Hit(start, end, entry) for start, end, entry in found if entry)

    def national(self, country: str, role: Role, on: date | None = None) -> ActorEntry | None:
        """The one government or the one armed forces (`role`) of a country on a day."""
        entries = (entry for entry in self._national.values() if entry.country == country and entry.role == role)
        return _of_the_day(list(entries), on)


@per_project
def actors() -> ActorList:
    """The actor list that Dateline comes with, changed by that of the project at work. Raises DataError."""
    own = (*at_work().part("actors.yaml"), *at_work().part("actors/*.yaml"))
    return read_actors(_files(resources.files("dateline") / "data" / "actors"), own)


def read_actors(*layers: Sequence[DataFile]) -> ActorList:
    """The list in layers of YAML files. An entry replaces the one with its id in an earlier layer, or turns it off.

    Raises DataError where an entry breaks a rule, an id stands twice in a layer, or a link points nowhere.
    """
    rows: dict[str, tuple[str, ActorEntry | None]] = {}
    for layer in layers:
        rows |= _read_layer(layer)
    known = rows.keys() | {nation.id for nation in nations()}
    for where, entry in rows.values():
        _check_links(where, entry, known)
    listed = [entry for _, entry in rows.values() if entry is not None]
    for one, other in combinations([entry for entry in listed if entry.national], 2):
        if (one.country, one.role) == (other.country, other.role) and one.overlaps(other):
            raise DataError(f"actors: {one.id} and {other.id} are both the national {one.role} at one time")
    return ActorList(listed)


def _files(folder: Traversable) -> list[DataFile]:
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return [DataFile(file.name, file.read_text(encoding="utf-8")) for file in files]


def _read_layer(files: Iterable[DataFile]) -> dict[str, tuple[str, ActorEntry | None]]:
    """By id: where an entry stands, and what it is, None for one that is turned off."""
    rows: dict[str, tuple[str, ActorEntry | None]] = {}
    for file in files:
        parsed = parse_yaml(file, words_only=True)
        for where, row in parsed.rows() if parsed.value else ():
            id, entry = entry_of(row, where)
            if id in rows:
                raise DataError(f"{where}: {id} stands twice; the other is in {rows[id][0]}")
            rows[id] = (f"{where}: {id}", entry)
    return rows


def _check_links(where: str, entry: ActorEntry | None, known: AbstractSet[str]) -> None:
    """Raises DataError for a link to what is not known; what is turned off is known."""
    if entry is None:
        return
    if lost := [link for link in entry.links if link not in known]:
        raise DataError(f"{where} points to {lost[0]}, which is no entry and no nation")
    if entry.country and not nations().by_code(entry.country):
        raise DataError(f"{where} is in {entry.country}, which is no nation of nations.yaml")


def _state(nation: Nation) -> ActorEntry:
    return ActorEntry(id=nation.id, name=nation.name, names=nation.names, role="state", country=nation.code)


def _claims(entries: tuple[ActorEntry, ...]) -> dict[str, tuple[_Claim, ...]]:
    """Who claims each key. Names worked out from demonyms give way to those that are listed."""
    claims: dict[str, list[_Claim]] = defaultdict(list)
    for entry in entries:
        for key in _keys_of((entry.name, *entry.names)):
            claims[key].append(_Claim(entry, local=False))
        for key in _keys_of(entry.local):
            claims[key].append(_Claim(entry, local=True))
    for key, claimants in claims.items():
        _check(key, claimants)
    for entry in entries:
        for key in _national_keys(entry):
            if not any(entry.overlaps(claim.entry) for claim in claims[key] if not claim.local):
                claims[key].append(_Claim(entry, local=False))
    return {key: tuple(claimants) for key, claimants in claims.items()}


def _keys_of(names: Iterable[str]) -> set[str]:
    return {key for name in names for key in keys(name)}


def _national_keys(entry: ActorEntry) -> set[str]:
    """ "Malian troops", "Mali's army", "Malian authorities": what a nation's forces or government are called."""
    nation = nations().by_code(entry.country or "") if entry.national else None
    if nation is None:
        return set()
    words = _FORCES if entry.role == "forces" else _GOVERNMENT
    whose = {fold(who) for who in (*nation.adjectives, nation.name)}
    return {f"{who} {word}" for who in (*whose, f"{fold(nation.name)}s") for word in words}


def _check(key: str, claimants: list[_Claim]) -> None:
    for one, other in combinations(claimants, 2):
        together = one.local == other.local and (not one.local or one.entry.country == other.entry.country)
        if together and one.entry.overlaps(other.entry):
            both, name = f"{one.entry.id} and {other.entry.id}", key.strip("=")
            advice = "take it from one, date them, or make it local"
            raise DataError(f"actors: {both} both claim the name {name!r} at one time; {advice}")


def _meant(claims: tuple[_Claim, ...], on: date | None, country: str | None) -> ActorEntry | None:
    local = [claim.entry for claim in claims if claim.local and claim.entry.country == country]
    return _of_the_day(local, on) or _of_the_day([claim.entry for claim in claims if not claim.local], on)


def _of_the_day(entries: list[ActorEntry], on: date | None) -> ActorEntry | None:
    """The only entry, though the report may look back on it; of several the one whose day it is."""
    if len(entries) > 1:
        entries = [entry for entry in entries if on and entry.active(on)]
    return entries[0] if len(entries) == 1 else None
