"""Readers of other people's lists of places, a row at a time: GeoNames dumps and names, P-code tables, plain tables.

GeoNames: https://download.geonames.org/export/dump/readme.txt (places: 19 columns; alternate names: 8 or 10; both
without a header). P-codes: the common operational datasets of OCHA, with columns such as ADM1_EN and ADM1_PCODE.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Literal

from dateline.knowledge.folding import is_latin
from dateline.knowledge.gazetteer_incoming import Came, Flaw, Incoming, LeftOut, OtherName
from dateline.knowledge.gazetteer_pcodes import is_pcode_header, pcode_rows
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow, usable_names
from dateline.knowledge.gazetteer_table import Line, is_table_header, point, table_rows, whole
from dateline.knowledge.scripts import has_script
from dateline.model.errors import DataError

Format = Literal["geonames", "alternates", "pcodes", "csv"]
FORMATS: Final[tuple[Format, ...]] = ("geonames", "alternates", "pcodes", "csv")
_GEONAMES_COLUMNS, _ALTERNATES_COLUMNS = 19, (8, 10)
_ABANDONED = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})
# How far a spot of each of GeoNames' classes reaches, in km; waters and roads are lines or areas, no spots.
_REACH_OF_CLASS: Final[dict[str, float | None]] = {"S": 1.0, "L": 5.0, "T": 5.0, "V": 10.0, "H": None, "R": None}
_AREAS: Final[dict[str, Kind]] = {
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin3",
    "ADM4": "admin3",
    "ADM5": "admin3",
}
_NO_NAMES = frozenset("link post wkdt iata icao faac unlc phon tcid abbr".split())


def read(lines: Iterable[str], format_: Format | None) -> Iterator[Came]:
    """What each row of a list comes to. `format_` None: told by what the first rows hold.

    Raises DataError where that cannot be told.
    """
    numbered = _without_preamble(lines)
    first = next(numbered, None)
    if first is None:
        return
    sep = _separator(first[1])
    rows = _cells((f"{text}\n" for text in _again(first, numbered)), sep, first[0] - 1)
    head = next(rows)
    found = format_ or told(head[1])
    yield from _READERS[found](head, rows)


def told(cells: Sequence[str]) -> Format:
    """The format of a list whose first row has these cells. Raises DataError for one that is none of them."""
    if len(cells) == _GEONAMES_COLUMNS and whole(cells[0]) is not None and point(cells[4], cells[5]) is not None:
        return "geonames"
    if len(cells) in _ALTERNATES_COLUMNS and whole(cells[0]) is not None and whole(cells[1]) is not None:
        return "alternates"
    if is_pcode_header(cells):
        return "pcodes"
    if is_table_header(cells):
        return "csv"
    raise DataError(
        "not a list of places that is known: needs GeoNames' 19 columns or alternate names, columns such as ADM1_EN "
        "and ADM1_PCODE, or a header with name, lat and lon; save a spreadsheet as CSV"
    )


def _geonames(head: Line, rows: Iterator[Line]) -> Iterator[Came]:
    yield from (_geonames_row(number, cells) for number, cells in _all(head, rows))


def _geonames_row(number: int, cells: Sequence[str]) -> Came:
    if len(cells) != _GEONAMES_COLUMNS:
        return Flaw(line=number, problem=f"has {len(cells)} columns, not {_GEONAMES_COLUMNS}")
    geonameid, where = whole(cells[0]), point(cells[4], cells[5])
    if geonameid is None or where is None or not cells[1].strip():
        return Flaw(line=number, problem="needs an id, a name, and a latitude and longitude in degrees")
    kind, reach = _kind(cells[6], cells[7])
    if kind is None:
        return LeftOut(line=number, reason="no longer lived in" if cells[7] in _ABANDONED else "of a kind not kept")
    country, first = cells[8] or None, cells[10] if cells[10] not in ("", "00") else None
    admin1 = f"{country}.{first}" if country and first else None
    row = PlaceRow(
        kind=kind,
        names=usable_names([cells[1], *cells[3].split(",")]),
        country=country,
        lat=where[0],
        lon=where[1],
        geonameid=geonameid,
        admin1=admin1,
        admin2=f"{admin1}.{cells[11]}" if admin1 and cells[11] else None,
        population=whole(cells[14]) or 0,
        feature="capital" if cells[7] == "PPLC" else cells[7] if kind == "spot" else None,
        radius_km=reach,
    )
    return Incoming(line=number, row=row)


def _kind(class_: str, code: str) -> tuple[Kind | None, float | None]:
    """The kind of a place of GeoNames' class and code, None if it is not kept, and how far a spot reaches."""
    if class_ == "P":
        return (None if code in _ABANDONED else "city"), None
    if class_ == "A":
        return ("country" if code.startswith("PCL") else _AREAS.get(code)), None
    return ("spot", _REACH_OF_CLASS[class_]) if class_ in _REACH_OF_CLASS else (None, None)


def _alternates(head: Line, rows: Iterator[Line]) -> Iterator[Came]:
    yield from (_alternate(number, cells) for number, cells in _all(head, rows))


def _alternate(number: int, cells: Sequence[str]) -> Came:
    geonameid = whole(cells[1]) if len(cells) in _ALTERNATES_COLUMNS else None
    if geonameid is None:
        return Flaw(line=number, problem="needs an id, GeoNames' id of the place, a language and a name")
    if cells[2] in _NO_NAMES:
        return LeftOut(line=number, reason="a link or a code, and no name")
    if cells[7] == "1":
        return LeftOut(line=number, reason="a name of former times")
    if not (is_latin(cells[3]) or has_script(cells[3])):
        return LeftOut(line=number, reason="in a script that is not read")
    return OtherName(line=number, geonameid=geonameid, name=cells[3].strip())


_READERS: Final[dict[Format, Callable[[Line, Iterator[Line]], Iterator[Came]]]] = {
    "geonames": _geonames,
    "alternates": _alternates,
    "pcodes": pcode_rows,
    "csv": table_rows,
}


def _all(head: Line, rows: Iterator[Line]) -> Iterator[Line]:
    yield head
    yield from rows


def _without_preamble(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without empty lines and remarks ("# Source ...") before the first row."""
    begun = False
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        begun = begun or bool(text.strip() and not re.match(r"#\s", text))
        if begun:
            yield number, text


def _again(first: tuple[int, str], rest: Iterator[tuple[int, str]]) -> Iterator[str]:
    yield first[1]
    yield from (text for _, text in rest)


def _separator(line: str) -> str:
    return max("\t;,", key=lambda sep: (line.count(sep), sep == ","))


def _cells(lines: Iterator[str], sep: str, before: int) -> Iterator[Line]:
    """Rows as (number of their line in the file, cells); quotes mean nothing in GeoNames' own files."""
    quoting: Literal[0, 3] = csv.QUOTE_NONE if sep == "\t" else csv.QUOTE_MINIMAL
    reader = csv.reader(lines, delimiter=sep, quoting=quoting)
    yield from ((before + reader.line_num, cells) for cells in reader if cells)
