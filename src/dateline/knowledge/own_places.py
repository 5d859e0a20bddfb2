"""A project's own places: rows of a CSV or YAML file, which add to the gazetteer or replace a place of it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Annotated, Any, Final, Literal

import msgspec

from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.knowledge.project import DataFile, at_work, per_project
from dateline.knowledge.yaml_text import parse_yaml, plainly
from dateline.model.errors import DataError

_BETWEEN_NAMES: Final = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A place of a project's, and where it stands. `row`: None where the place `replaces` (by its geonameid) is only
    turned off. Its `admin1` is a code or a province's name."""

    where: str
    row: PlaceRow | None
    replaces: int | None


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    """A row as people write it."""

    name: str | None = None
    names: list[str] = []
    country: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] | None = None
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, msgspec.Meta(ge=-180, le=180)] | None = None
    kind: Literal["city", "region"] = "city"
    admin1: str | None = None
    population: Annotated[int, msgspec.Meta(ge=0)] = 0
    radius_km: Annotated[float, msgspec.Meta(gt=0)] | None = None
    geonameid: int | None = None
    disabled: bool = False


COLUMNS: Final = _Written.__struct_fields__


@per_project
def own_places() -> tuple[OwnPlace, ...]:
    """The places of the project at work. Raises DataError naming file, line and what is wrong."""
    read = [place for file in at_work().part("places.csv") for place in _of_csv(file)]
    return (*read, *(place for file in at_work().part("places.yaml") for place in _of_yaml(file)))


def _of_yaml(file: DataFile) -> Iterator[OwnPlace]:
    parsed = parse_yaml(file)
    for where, row in parsed.rows() if parsed.value else ():
        yield _place(where, row)


def _of_csv(file: DataFile) -> Iterator[OwnPlace]:
    """Rows under a head of column names; empty cells say nothing, lines that begin with # are notes."""
    head: list[str] | None = None
    reader = csv.reader(StringIO(file.text))
    for cells in reader:
        where = f"{file.path}, line {reader.line_num}"
        if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
            continue
        if head is None:
            head = [cell.strip() for cell in cells]
        elif len(cells) > len(head):
            raise DataError(f"{where}: has more cells than the head; put a cell with a comma in double quotes")
        else:
            filled = {name: cell.strip() for name, cell in zip(head, cells, strict=False) if cell.strip()}
            yield _place(where, _with_names(filled))


def _with_names(cells: dict[str, str]) -> dict[str, Any]:
    """The cells of a row, its other names as a list."""
    names = [name.strip() for name in cells.get("names", "").split(_BETWEEN_NAMES) if name.strip()]
    return {**cells, "names": names}


def _place(where: str, row: dict[str, Any]) -> OwnPlace:
    try:
        written = msgspec.convert(row, _Written, strict=False)
    except msgspec.ValidationError as error:
        raise DataError(f"{where}: {plainly(error)}; the columns are {', '.join(COLUMNS)}") from error
    if written.disabled:
        if written.geonameid is None:
            raise DataError(f"{where}: disabled needs the geonameid of the place; see 'dateline gazetteer find'")
        return OwnPlace(where=where, row=None, replaces=written.geonameid)
    return OwnPlace(where=where, row=_row(where, written), replaces=written.geonameid)


def _row(where: str, written: _Written) -> PlaceRow:
    for key in ("name", "country", "lat", "lon"):
        if getattr(written, key) is None:
            raise DataError(f"{where}: {key} is missing; a place needs name, country (as SD), lat and lon")
    if written.kind == "region" and written.radius_km is None:
        raise DataError(f"{where}: a region needs its radius_km")
    return PlaceRow(
        kind=written.kind,
        names=(written.name or "", *written.names),
        country=written.country,
        lat=written.lat,
        lon=written.lon,
        geonameid=written.geonameid,
        admin1=written.admin1,
        population=written.population,
        radius_km=written.radius_km,
    )
