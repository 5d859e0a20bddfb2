"""Where to look, as options of a command: a box or a circle in degrees."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.terminal import refuse

if TYPE_CHECKING:
    from dateline.store.points import Area

BoxOption = Annotated[
    str | None, typer.Option("--box", metavar="W,S,E,N", help="Within these degrees: west, south, east, north.")
]
NearOption = Annotated[
    str | None, typer.Option("--near", metavar="LAT,LON,KM", help="Within so many kilometres of this point.")
]


def area_of(box: str | None, near: str | None) -> "Area | None":
    """The area that is asked for, if any. Ends the program for what is none."""
    from dateline.store.points import Box, Circle

    if box is not None and near is not None:
        refuse("--box and --near: name one of them")
    try:
        if box is not None:
            west, south, east, north = _numbers("--box", box, "36.1,34.5,38.0,36.2 (west, south, east, north)", 4)
            return Box(west=west, south=south, east=east, north=north)
        if near is not None:
            lat, lon, km = _numbers("--near", near, "33.51,36.29,25 (latitude, longitude, kilometres)", 3)
            return Circle(lat=lat, lon=lon, km=km)
    except ValueError as error:
        refuse(f"{'--box' if near is None else '--near'}: {error}")
    return None


def _numbers(option: str, words: str, like: str, how_many: int) -> list[float]:
    try:
        found = [float(part) for part in words.split(",")]
    except ValueError:
        found = []
    return found if len(found) == how_many else refuse(f"{option} {words}: write it in degrees, as {like}")
