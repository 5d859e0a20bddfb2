"""The benchmark `idmc`: excerpts on displacement, how many were displaced, in what words, people or households.

Each figure of people who left, or of homes that were hit, is a fact; the word that announces it gives the term, what is
counted gives the unit. Excerpts that stand in several lines get their figures in turn.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from dateline.evaluate.rows import rows
from dateline.evaluate.verbatim import scenes, verbatim
from dateline.extract.figure import Figure
from dateline.extract.scene import Scene
from dateline.knowledge.gazetteer import open_gazetteer

FILES: Final = ("SPLIT.jsonl",)
# The term of a figure, by the lemma that announces it and else by its kind.
_TERMS: Final = MappingProxyType(
    {
        "evacuate": "Evacuated",
        "evacuated": "Evacuated",
        "evacuation": "Evacuated",
        "evacuee": "Evacuated",
        "flee": "Forced to Flee",
        "homeless": "Homeless",
        "relocate": "Relocated",
        "relocation": "Relocated",
        "shelter": "Sheltered",
        "damage": "Partially Destroyed Housing",
        "damaged": "Partially Destroyed Housing",
    }
)
_OF_KIND: Final = MappingProxyType({"displaced": "Displaced", "damaged": "Destroyed Housing"})
_HOUSEHOLDS: Final = frozenset({"family", "household", "house", "home", "building", "dwelling", "residence"})
_NOTHING: Final = MappingProxyType({"figure": None, "term": None, "unit": None})


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a line, by its number from 1: {"row", "figure", "term", "unit"}, null where nothing is found."""
    excerpts = [row.get("Excerpt") or row.get("excerpt") or "" for row in rows(data / f"{split}.jsonl")]
    once = {" ".join(text.split()): text for text in excerpts}
    read = scenes((verbatim(key, text) for key, text in once.items()), open_gazetteer())
    facts = {scene.reading.report.page: iter(list(_facts(scene))) for scene in read}
    for number, text in enumerate(excerpts, 1):
        fact = next(islice(facts[" ".join(text.split())], 1), None)
        yield {"row": number, **(fact or _NOTHING)}


def _facts(scene: Scene) -> Iterator[dict[str, Any]]:
    """The figures of a text in reading order: people before the homes that they lost, of which more may be told."""
    found = [one for one in scene.figures if one.count.kind in _OF_KIND and one.whole is None]
    for one in sorted(found, key=lambda one: one.count.kind != "displaced"):
        yield {"figure": one.count.low or one.count.high, "term": _term(scene, one), "unit": _unit(scene, one)}


def _term(scene: Scene, one: Figure) -> str:
    return _TERMS.get(scene.reading.tokens[one.governor].lemma, _OF_KIND[one.count.kind])


def _unit(scene: Scene, one: Figure) -> str:
    return "Households" if scene.reading.tokens[one.head].lemma in _HOUSEHOLDS else "People"
