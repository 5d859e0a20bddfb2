"""Which fields of a record hold what: the ready mappings of data/mappings.yaml, and how one is chosen for a record.

A path names a field: keys and list indices joined by dots. A key that has dots in it counts before the path that it
looks like, so that a table's column `date.created` is found as the field of an object is.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import resources
from typing import Any, Final

import yaml

from dateline.model.errors import DataError

_FILE: Final = "mappings.yaml"
_PARTS: Final = {"mappings", "lists", "languages"}

# No tool keeps its fields deeper than this; lists within lists cannot multiply beyond it.
_DEEPEST: Final = 8
_MOST_VALUES: Final = 10_000
_MOST_KEYS: Final = 1_000
_ARTICLE: Final = re.compile(r"Article|Posting|Report\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Paths to what a record holds; of several for one thing, the first that holds something counts.

    `html` is read before `markdown`, and that before `text`. `tell` are the fields to know such a record by, one of
    each group. `records` is the list in which an export keeps its records, where that is given.
    """

    name: str = "given"
    records: str | None = None
    tell: tuple[tuple[str, ...], ...] = ()
    text: tuple[str, ...] = ()
    html: tuple[str, ...] = ()
    markdown: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    language: tuple[str, ...] = ()

    def tells(self, record: Any) -> bool:
        """Whether the record has a field of each telling group, be it empty."""
        return bool(self.tell) and all(any(_reaches(record, path) for path in group) for group in self.tell)

    def inside(self, key: str) -> "Mapping":
        """This mapping for the records in the list under `key`: paths that begin with it go on from there."""
        paths: dict[str, Any] = {
            part: tuple(path.removeprefix(f"{key}.") for path in getattr(self, part)) for part in _FIELDS
        }
        return replace(self, records=None, **paths)

    def under(self, given: "Mapping | None") -> "Mapping":
        """This mapping with the fields that `given` names in place of its own; a given text or html replaces every text
        of its own."""
        if given is None:
            return self
        named = {part: paths for part in _FIELDS if (paths := getattr(given, part))}
        if "text" in named or "html" in named:
            named = {"text": (), "html": (), "markdown": ()} | named
        return replace(self, **named)


_FIELDS: Final = tuple(field.name for field in fields(Mapping) if field.name not in ("name", "tell", "records"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mappings:
    """data/mappings.yaml: the ready mappings in order, the paths of lists of records, and languages' codes by name."""

    ready: tuple[Mapping, ...]
    lists: tuple[str, ...]
    languages: AnyMapping[str, str]


def given(records: str | None = None, **paths: str | None) -> Mapping | None:
    """The mapping that a user gives, field by field (`text="content.body"`), and the list of `records`; None where
    nothing is given."""
    named: dict[str, Any] = {part: (path,) for part, path in paths.items() if path}
    return Mapping(records=records, **named) if named or records else None


def choose(record: Any) -> Mapping | None:
    """The first ready mapping whose telling fields the record has; None where none fits."""
    return next((mapping for mapping in mappings().ready if mapping.tells(record)), None)


def values(record: Any, paths: tuple[str, ...]) -> tuple[str, ...]:
    """What the first of `paths` that holds anything holds: its strings and numbers, as text."""
    found = (tuple(_said(_reached(record, path))) for path in paths)
    return next((said for said in found if said), ())


def records_in(whole: Any, given: Mapping | None = None) -> tuple[list[Any], Mapping | None] | None:
    """The list of records in an export that is one object, and the mapping for them; None where it is a record itself.

    The list that is given, else the one under a usual key, else the one that the given fields lie in.
    """
    if not isinstance(whole, dict):
        return None
    if given and given.records:
        named = _list_at(whole, given.records)
        return None if named is None else (named, given.inside(given.records))
    if has_text(whole):
        return None
    usual = (_list_at(whole, path) for path in mappings().lists)
    found = next((_articles(hit) for hit in usual if hit and any(isinstance(one, dict) for one in hit)), None)
    return _holding(whole, given) if found is None else (found, given)


def _list_at(whole: Any, path: str) -> list[Any] | None:
    found = list(_reached(whole, path))
    return found[0] if len(found) == 1 and isinstance(found[0], list) else None


def _holding(whole: dict[str, Any], given: Mapping | None) -> tuple[list[Any], Mapping] | None:
    """The list of objects of several fields that is all the export holds and has the given text in each; a list of
    objects of one field is a text's paragraphs."""
    if given is None or len(whole) != 1:
        return None
    ((key, inside),) = whole.items()
    fields_inside = given.inside(key)
    wanted = (*fields_inside.html, *fields_inside.text)
    if not isinstance(inside, list) or not all(isinstance(one, dict) and len(one) > 1 for one in inside):
        return None
    return (inside, fields_inside) if any(values(one, wanted) for one in inside) else None


def _articles(found: list[Any]) -> list[Any]:
    """Of a page's linked data the articles, where there are any: beside them stand the site and its owner."""
    types = [str(one.get("@type")) if isinstance(one, dict) else "" for one in found]
    return [one for one, type in zip(found, types, strict=True) if _ARTICLE.search(type)] or found


def has_text(record: Any) -> bool:
    """Whether the record fits a ready mapping and has a text by it."""
    chosen = choose(record)
    return chosen is not None and bool(values(record, (*chosen.html, *chosen.markdown, *chosen.text)))


@cache
def mappings() -> Mappings:
    """The ready mappings, loaded once. Raises DataError."""
    return parse_mappings((resources.files("dateline") / "data" / _FILE).read_text(encoding="utf-8"))


def parse_mappings(text: str) -> Mappings:
    """Mappings from YAML. Raises DataError on the first rule that they break."""
    raw = yaml.load(text, Loader=yaml.CBaseLoader)
    if not isinstance(raw, dict) or raw.keys() != _PARTS:
        raise DataError(f"{_FILE}: write the parts {', '.join(sorted(_PARTS))}, and no other")
    ready = tuple(_mapping(row) for row in raw["mappings"])
    names = [mapping.name for mapping in ready]
    if twice := {name for name in names if names.count(name) > 1}:
        raise DataError(f"{_FILE}: the mapping {min(twice)!r} stands twice")
    codes = [(name, code) for code, written in raw["languages"].items() for name in (code, *written)]
    return Mappings(ready=ready, lists=tuple(raw["lists"]), languages=dict(codes))


def _mapping(row: Any) -> Mapping:
    if not isinstance(row, dict) or not row.get("name"):
        raise DataError(f"{_FILE}: a mapping has a name, not {str(row)[:60]!r}")
    where = f"{_FILE}: {row['name']}"
    if unknown := row.keys() - {"name", "tell", *_FIELDS}:
        raise DataError(f"{where} has the unknown part {min(unknown)!r}")
    if not row.get("tell") or not any(row.get(part) for part in ("text", "html", "markdown", "url")):
        raise DataError(f"{where} needs tell, and a text, html, markdown or url")
    if wrong := [part for part in ("tell", *_FIELDS) if not isinstance(row.get(part, []), list)]:
        raise DataError(f"{where}: write {wrong[0]} as a list of fields")
    tell = tuple((group,) if isinstance(group, str) else tuple(group) for group in row["tell"])
    paths: dict[str, Any] = {part: tuple(row.get(part, ())) for part in _FIELDS}
    return Mapping(name=row["name"], tell=tell, **paths)


def _reaches(record: Any, path: str) -> bool:
    return next(_reached(record, path), _NOTHING) is not _NOTHING


_NOTHING: Final = object()


def _reached(value: Any, path: str, depth: int = 0) -> Iterator[Any]:
    """Whatever stands at the path; through a list without an index, at the path in each of its members."""
    if not path:
        yield value
    elif depth > _DEEPEST:
        return
    elif isinstance(value, dict):
        for key, rest in _steps(value, path):
            yield from _reached(value[key], rest, depth + 1)
    elif isinstance(value, list):
        head, _, rest = path.partition(".")
        if head.isdecimal() and len(head) < 6:
            yield from _reached(value[int(head)], rest, depth + 1) if int(head) < len(value) else ()
        else:
            for one in value[:_MOST_VALUES]:
                yield from _reached(one, path, depth + 1)


def _steps(value: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """The key that a path goes on by, and the rest of the path: the whole path as one key, else its first part."""
    if (whole := _key(value, path)) is not None:
        yield whole, ""
    elif "." in path:
        head, _, rest = path.partition(".")
        if (key := _key(value, head)) is not None:
            yield key, rest


def _key(value: dict[str, Any], name: str) -> str | None:
    """The key so named, in upper or lower case."""
    if name in value:
        return name
    small = name.lower()
    keys = value if len(value) <= _MOST_KEYS else ()
    return next((key for key in keys if len(key) == len(name) and key.lower() == small), None)


# What exporting scripts write for nothing.
_BLANK: Final = frozenset({"", "none", "null", "nan", "nat", "n/a", "[]"})


def _said(reached: Iterator[Any]) -> Iterator[str]:
    for value in reached:
        for one in value[:_MOST_VALUES] if isinstance(value, list) else (value,):
            if isinstance(one, int | float) and not isinstance(one, bool):
                yield str(one)
            elif isinstance(one, str) and one.strip()[:5].lower() not in _BLANK:
                yield one
