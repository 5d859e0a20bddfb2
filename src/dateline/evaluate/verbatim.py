"""Texts read as they stand, for benchmarks whose answers are offsets into them: nothing is cleaned."""

from collections.abc import Iterable, Iterator

from dateline.extract.claims import extract, look
from dateline.extract.scene import Scene
from dateline.extract.times import lead_days, report_days
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model.event import Coded
from dateline.model.text import Report
from dateline.read.parser import Parser
from dateline.resolve.anchors import anchor_of
from dateline.resolve.dates import Anchor
from dateline.resolve.events import resolve


def verbatim(name: str, text: str, published: str | None = None) -> Report:
    """The report of a text to the last character; `published` is its day, in ISO 8601, where one is known."""
    return Report(page=name, id=f"verbatim:{name}", text=text, status="coded", language="en", published=published)


def scenes(reports: Iterable[Report], gazetteer: Gazetteer) -> Iterator[Scene]:
    """What is found in each report before its claims are read, in their order."""
    return (look(reading, gazetteer) for reading in Parser().read_many(reports))


def coded(reports: Iterable[Report]) -> Iterator[Coded]:
    """Each report, coded, in their order."""
    codebook, gazetteer = load_codebook(), open_gazetteer()
    return (resolve(extract(reading, codebook, gazetteer), gazetteer) for reading in Parser().read_many(reports))


def anchor_in(scene: Scene) -> Anchor:
    """What the days of a scene's report are counted from."""
    reading = scene.reading
    anchor, _ = anchor_of(reading.report, report_days(reading, scene.times), lead_days(reading, scene.times))
    return anchor
