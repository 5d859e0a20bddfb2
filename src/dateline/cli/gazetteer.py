"""`dateline gazetteer`: the list of the world's places built, added to and looked into."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.projects import Project
from dateline.cli.terminal import bar, console, note, refuse, say

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer
    from dateline.knowledge.gazetteer_import import Brought
    from dateline.knowledge.gazetteer_incoming import Flaw
    from dateline.knowledge.gazetteer_ranking import Ranked, Wanted

gazetteer_app = typer.Typer(no_args_is_help=True, help="The list of the world's places.")
_FLAWS_SHOWN = 20


class ImportFormat(StrEnum):
    """The kinds of lists that are read."""

    geonames = "geonames"
    alternates = "alternates"
    pcodes = "pcodes"
    csv = "csv"


class FindFormat(StrEnum):
    """How found places are printed."""

    table = "table"
    jsonl = "jsonl"


@gazetteer_app.command("build")
def build(
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="By default where the program looks for it: DATELINE_GAZETTEER or the user's cache."
        ),
    ] = None,
) -> None:
    """Build the gazetteer anew with all that was imported, which takes about half a minute."""
    from dateline.knowledge.gazetteer import default_path
    from dateline.knowledge.gazetteer_build import build as build_to

    path = out or default_path()
    with bar("Building the gazetteer") as told:
        build_to(path, told)
    typer.echo(f"{path}: built")


@gazetteer_app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list of places, as text, gzipped or not.")],
    format: Annotated[
        ImportFormat | None,
        typer.Option("--format", help="Read it as this kind of list; by default told by its content."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="What to keep it under; by default the file's name without its ending.")
    ] = None,
) -> None:
    """Add a list of places: GeoNames' dumps and names, tables of P-codes, or a CSV with name, lat and lon."""
    from dateline.knowledge.gazetteer import default_path
    from dateline.knowledge.gazetteer_import import bring_in

    _open()
    shown: list[Flaw] = []

    def flaw(one: "Flaw") -> None:
        if len(shown) < _FLAWS_SHOWN:
            shown.append(one)
            note(f"{file}:{one.line}: {one.problem}")

    with bar(f"Reading {file.name}") as told:
        brought = bring_in(
            file, default_path(), name or file.stem, format_=format.value if format else None, progress=told, flaw=flaw
        )
    if brought.flawed > len(shown):
        note(f"{file}: and {brought.flawed - len(shown)} more rows that cannot be read")
    typer.echo(f"{file}: {_counts(brought)}")
    raise typer.Exit(1 if brought.flawed else 0)


def _counts(brought: "Brought") -> str:
    """What became of the rows, in words."""
    outcomes = brought.outcomes
    said = [
        f"{outcomes['new']:,} new places",
        f"{outcomes['known'] + outcomes['named']:,} known already, {outcomes['named']:,} of them given new names",
        *(f"{number:,} left out ({reason})" for reason, number in brought.left_out.most_common()),
        *([f"{outcomes['unknown id']:,} names of places that are not known"] if outcomes["unknown id"] else []),
        *([f"{brought.flawed:,} that cannot be read"] if brought.flawed else []),
    ]
    return "; ".join(said)


@gazetteer_app.command("find")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place, in any usual spelling or script.")],
    near: Annotated[
        str | None, typer.Option(metavar="PLACE|LAT,LON", help="Those near this place or point come first.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="CC", help="Only those in this country.")] = None,
    format: Annotated[FindFormat | None, typer.Option("--format", help="By default a table on a terminal.")] = None,
    project: Project = None,
) -> None:
    """Find the places that a name may mean, the likeliest first, and say why each stands where it stands."""
    from dateline.knowledge.gazetteer_ranking import ranked
    from dateline.publish.listing import places_table

    gazetteer = _open()
    wanted, code = _wanted(gazetteer, name, near), _country_code(gazetteer, country)
    found = ranked((c for c in gazetteer.candidates(name) if code in (None, c.country)), wanted)
    if not found:
        say(f"no place{f' in {country}' if country else ''} is called {name}; try another spelling")
        raise typer.Exit(1)
    if format == FindFormat.jsonl:
        for one in found:
            typer.echo(_line(one))
    else:
        console(sys.stdout).print(places_table(found))


def _open() -> "Gazetteer":
    from dateline.knowledge.gazetteer import open_gazetteer

    with bar("Building the gazetteer, this once") as told:
        return open_gazetteer(progress=told)


def _wanted(gazetteer: "Gazetteer", name: str, near: str | None) -> "Wanted":
    """What is asked for; a place named after --near is taken for the likeliest of its name that has a point."""
    from dateline.knowledge.gazetteer_ranking import Wanted, ranked
    from dateline.knowledge.gazetteer_table import point

    if near is None:
        return Wanted(name=name)
    lat, _, lon = near.partition(",")
    where = point(lat, lon)
    if where is not None:
        return Wanted(name=name, near=where, near_name=near)
    found = (one.place for one in ranked(gazetteer.candidates(near), Wanted(name=near)) if one.place.point)
    place = next(found, None)
    if place is None:
        refuse(f"--near {near}: no such place; name another, or a point such as 35.93,36.63")
    return Wanted(name=name, near=place.point, near_name=place.name)


def _country_code(gazetteer: "Gazetteer", country: str | None) -> str | None:
    if country is None:
        return None
    found = gazetteer.country(country.upper() if len(country) == 2 else country)
    return found.country if found else refuse(f"--country {country}: no such country; write it as SY or Syria")


def _line(one: "Ranked") -> str:
    place = asdict(one.place)
    del place["key"]
    said = {"km": one.km if one.km is None else round(one.km, 1), "why": list(one.reasons), "behind": one.behind}
    return json.dumps({**place, **said, "worth": one.worth}, ensure_ascii=False)
