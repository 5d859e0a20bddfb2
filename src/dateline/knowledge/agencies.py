"""Wire agencies and how credits write them, from data/agencies.yaml."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.model.errors import DataError

DATA_FILE = "agencies.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies:
    """Ways to write an agency.

    `name_of` maps each of them to its name; `pattern` is a regular expression for any of them, `short` for the names
    alone. `sign_of` maps words that only an agency's own pages carry to its name.
    """

    name_of: dict[str, str]
    pattern: str
    short: str
    sign_of: dict[str, str]

    def named(self, words: str) -> str | None:
        """The agency whose name or alias `words` are, if any."""
        return self.name_of.get(words.strip())

    def signed(self, words: str) -> str | None:
        """The agency whose sign stands in `words`, if any."""
        return next((name for sign, name in self.sign_of.items() if sign in words), None)


@cache
def agencies() -> Agencies:
    """The agencies that come with the program. Raises DataError."""
    text = (resources.files("dateline") / "data" / DATA_FILE).read_text(encoding="utf-8")
    return parse_agencies(text)


def parse_agencies(text: str) -> Agencies:
    """Agencies from YAML text. Raises DataError where an entry has no name or a name stands twice."""
    entries = yaml.load(text, Loader=yaml.CSafeLoader)
    if not isinstance(entries, list):
        raise DataError(f"{DATA_FILE}: write a list of agencies, each with a name")
    name_of: dict[str, str] = {}
    for entry in entries:
        _add(entry, name_of)
    return Agencies(
        name_of=name_of,
        pattern=_any_of(name_of),
        short=_any_of(name for name in name_of if name_of[name] == name),
        sign_of={str(sign): entry["name"] for entry in entries for sign in entry.get("signs", ())},
    )


def _add(entry: Any, name_of: dict[str, str]) -> None:
    if not isinstance(entry, dict) or not entry.get("name") or set(entry) - {"name", "aliases", "signs"}:
        raise DataError(f"{DATA_FILE}: an agency has a name, aliases and signs, not {entry!r}")
    for written in (entry["name"], *entry.get("aliases", ())):
        if not isinstance(written, str) or written in name_of:
            raise DataError(f"{DATA_FILE}: {written!r} of {entry['name']} is no text or stands twice")
        name_of[written] = entry["name"]


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
