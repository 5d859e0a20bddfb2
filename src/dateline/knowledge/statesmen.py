"""Heads of states and their ministers, whom reports name with their office but without their nation.

Data: data/statesmen.yaml.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import yaml

from dateline.knowledge.folding import fold
from dateline.model.errors import DataError

Rank = Literal["head", "minister"]
_RANKS: dict[str, Rank] = {"heads": "head", "ministers": "minister"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statesman:
    """Somebody in office for a nation (ISO 3166-1 alpha-2) from the year `since` to the year `until`, None for now.

    `given` is the first word of the name, `surnames` its last word in each spelling; all are folded.
    """

    given: str
    surnames: frozenset[str]
    nation: str
    rank: Rank
    since: int
    until: int | None


def in_office(name: str, rank: Rank, year: int | None) -> Statesman | None:
    """Whom a full name or a surname means among those of a rank who held office in a year (None for whenever), if all
    whom it could mean are of one nation.

    Spellings of a first name differ, so that its first letter must do: "Volodymyr", "Vladimir".
    """
    words = fold(name).split()
    fitting = [
        one
        for one in (_by_surname().get(words[-1], ()) if words else ())
        if one.rank == rank
        and (year is None or one.since <= year <= (one.until or year))
        and (len(words) == 1 or one.given[:1] == words[0][:1])
    ]
    return fitting[0] if len({one.nation for one in fitting}) == 1 else None


@cache
def _by_surname() -> dict[str, tuple[Statesman, ...]]:
    found: dict[str, list[Statesman]] = defaultdict(list)
    for one in parse_statesmen((resources.files("dateline") / "data" / "statesmen.yaml").read_text(encoding="utf-8")):
        for surname in one.surnames:
            found[surname].append(one)
    return {surname: tuple(those) for surname, those in found.items()}


def parse_statesmen(text: str) -> tuple[Statesman, ...]:
    """Statesmen from YAML. Raises DataError where a rank is unknown or the years of an office are not two in order."""
    lists: dict[str, dict[str, dict[str, list[int | None]]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(
        _statesman(name, nation, rank, years)
        for nation, ranks in lists.items()
        for rank, those in ranks.items()
        for name, years in those.items()
    )


def _statesman(name: str, nation: str, rank: str, years: list[int | None]) -> Statesman:
    if rank not in _RANKS:
        raise DataError(f"statesmen.yaml: {nation} lists {rank!r}: write heads or ministers")
    since, until = years if len(years) == 2 else (None, None)
    if since is None or (until is not None and until < since):
        raise DataError(f"statesmen.yaml: {name!r} needs the first year in office and the last, or null for now")
    full, *spellings = name.split("/")
    return Statesman(
        given=fold(full).split()[0],
        surnames=frozenset(fold(word).split()[-1] for word in (full, *spellings)),
        nation=nation,
        rank=_RANKS[rank],
        since=since,
        until=until,
    )
