"""The benchmark `geo`: which words of an article name places, and where those lie.

Every use counts there, also "Turkey said" and "Turkish jets"; so beside the places that the program looks for events
in, all names and demonyms of nations are told, with the point of their country, and capitals that stand for them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from dateline.evaluate.verbatim import scenes, verbatim
from dateline.extract.scene import Scene
from dateline.knowledge.gazetteer import Candidate, Gazetteer, open_gazetteer
from dateline.knowledge.nations import nations
from dateline.model.claim import PlaceMention
from dateline.model.text import Report, Span
from dateline.resolve.places import PlaceContext, locate, place_context

FILES: Final = ("*.xml",)
_Found = tuple[Span, Candidate | None]


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row an article: {"file", "docid", "toponyms": [{"start", "end", "text", "lat", "lon"}]}."""
    gazetteer = open_gazetteer()
    for path in sorted(data.glob(FILES[0])):
        articles = list(ElementTree.parse(path).getroot().iter("article"))
        names = [node.get("docid") or node.get("file") or str(number) for number, node in enumerate(articles)]
        texts = [node.findtext("text") or "" for node in articles]
        found = scenes((verbatim(name, text) for name, text in zip(names, texts, strict=True)), gazetteer)
        for name, scene in zip(names, found, strict=True):
            yield {"file": path.name, "docid": name, "toponyms": [_row(one) for one in _toponyms(scene, gazetteer)]}


def _row(found: _Found) -> dict[str, Any]:
    words, place = found
    lat, lon = (place.point if place else None) or (None, None)
    return {"start": words.start, "end": words.end, "text": words.text, "lat": lat, "lon": lon}


def _toponyms(scene: Scene, gazetteer: Gazetteer) -> Iterator[_Found]:
    """The places by their names, not "the city" that points back to one; then nations, and capitals that act."""
    report, mentions = scene.reading.report, [found.mention for found in scene.places]
    context = place_context(mentions, report, gazetteer)
    named = [found.mention for found in scene.places if found.use != "reference"]
    yield from ((mention.words, locate(mention, context)) for mention in named)
    taken = [mention.words for mention in named]
    for words, place in (*_nations(report, gazetteer), *_capitals(scene, context)):
        if not any(other.start < words.end and words.start < other.end for other in taken):
            yield words, place


def _nations(report: Report, gazetteer: Gazetteer) -> Iterator[_Found]:
    for start, end, nation in nations().find(report.text):
        yield report.span(start, end), gazetteer.country(nation.code)


def _capitals(scene: Scene, context: PlaceContext) -> Iterator[_Found]:
    """Towns that stand for a government ("Moscow said"), which are no sites of events."""
    reading = scene.reading
    for first, last in ((i, j) for i in range(len(reading.tokens)) for j in (i, i + 1) if j < len(reading.tokens)):
        words = reading.words(first, last)
        if reading.tokens[first].pos == "PROPN" and nations().by_metonym(words.text) is not None:
            place = locate(PlaceMention(name=words.text, words=words), context)
            if place is not None and place.kind == "city":
                yield words, place
