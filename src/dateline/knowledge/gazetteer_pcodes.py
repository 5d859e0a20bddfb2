"""Tables of administrative areas with their P-codes (OCHA's common operational datasets, COD-AB).

A row is an area of the deepest level, with the names and codes of all that it lies in: ADM1_EN, ADM1_AR, ADM1_PCODE,
ADM2_EN ... or adm1_name, adm1_name1, adm1_pcode. Its point or centroid stands in a column of its own, if anywhere. A
P-code is kept as a name of its area, so that it is found by it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.knowledge.gazetteer_incoming import Came, Flaw, Incoming, LeftOut
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow
from dateline.knowledge.gazetteer_table import Line, columns, is_hxl, point

_COLUMN: Final = re.compile(
    r"adm(?:in)?(?P<level>\d)_?(?P<what>pcode|code|name\d?|[a-z]{2}|alt\w*)(?:_(?P<tongue>[a-z]{2}))?"
)
_KINDS: Final[Mapping[int, Kind]] = {0: "country", 1: "admin1", 2: "admin2", 3: "admin3"}
_Columns = Mapping[int, Mapping[str, Sequence[int]]]


def is_pcode_header(cells: Sequence[str]) -> bool:
    """Whether the cells are the header of such a table: the code of some level, and its name."""
    return any(level["codes"] and level["names"] for level in _levels(cells).values())


def pcode_rows(head: Line, rows: Iterator[Line]) -> Iterator[Came]:
    """What each row comes to; the areas around come once each, before the first that lies in them."""
    levels, at = _levels(head[1]), columns(head[1])
    deepest, seen = max(levels), set[str]()
    for number, cells in rows:
        if is_hxl(cells):
            yield LeftOut(line=number, reason="HXL tags")
            continue
        for level in sorted(levels):
            if level != deepest:
                yield from _once(_area(number, cells, levels, level, None), seen)
        where = point(cells[at["lat"]], cells[at["lon"]]) if _has_point(cells, at) else None
        yield _area(number, cells, levels, deepest, where)


def _levels(header: Sequence[str]) -> dict[int, dict[str, list[int]]]:
    """By level the columns with its names and its codes."""
    found: dict[int, dict[str, list[int]]] = {}
    for i, cell in enumerate(header):
        match = _COLUMN.fullmatch(cell.strip().lower())
        if match is not None:
            sort = "codes" if match["what"] in ("pcode", "code") else "names"
            found.setdefault(int(match["level"]), {"names": [], "codes": []})[sort].append(i)
    return found


def _has_point(cells: Sequence[str], at: Mapping[str, int]) -> bool:
    return all(what in at and at[what] < len(cells) and cells[at[what]].strip() for what in ("lat", "lon"))


def _area(
    number: int, cells: Sequence[str], levels: _Columns, level: int, where: tuple[float, float] | None
) -> Incoming | Flaw:
    said = {k: (_said(cells, columns_["names"]), _said(cells, columns_["codes"])) for k, columns_ in levels.items()}
    names, codes = said[level]
    if not names or not codes:
        return Flaw(line=number, problem=f"has no name or no code of level {level}")
    row = PlaceRow(
        kind=_KINDS.get(level, "city"),
        names=tuple(dict.fromkeys((*names, *codes))),
        country=_country(said, codes),
        lat=where[0] if where else None,
        lon=where[1] if where else None,
    )
    above = {k: names[0] for k, (names, _) in said.items() if names and k < level}
    return Incoming(line=number, row=row, admin1_name=above.get(1), admin2_name=above.get(2))


def _country(said: Mapping[int, tuple[list[str], list[str]]], codes: Sequence[str]) -> str:
    """The country's own code or name where the table has it, else the letters with which the P-codes begin."""
    names, own = said.get(0, ([], []))
    return next(iter((*own, *names)), None) or "".join(re.findall(r"^[A-Za-z]+", codes[0]))


def _said(cells: Sequence[str], at: Sequence[int]) -> list[str]:
    return [cells[i].strip() for i in at if i < len(cells) and cells[i].strip()]


def _once(area: Incoming | Flaw, seen: set[str]) -> Iterator[Came]:
    if isinstance(area, Incoming) and area.row.names[-1] not in seen:
        seen.add(area.row.names[-1])
        yield area
