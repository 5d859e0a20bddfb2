"""The benchmark `time`: the words of time in news, and the days that they mean, as TIMEX3 (TempEval-3).

Every time that the program finds is told, also those by which no event is dated. Where it joins two ("from March to
June") or adds a word ("since 2011"), TIMEX3 wants the single expressions.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.timex3 import bare, timex3
from dateline.evaluate.verbatim import anchor_in, scenes, verbatim
from dateline.extract.scene import Scene
from dateline.knowledge import calendar
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model.claim import TimeMention
from dateline.model.event import Days
from dateline.model.text import Report
from dateline.resolve.dates import having_told, resolve_time
from dateline.resolve.intervals import JOINED

FILES: Final = ("**/*.json",)


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"id", "timex": [{"start", "end", "type", "value", "interval"}]}."""
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(data.glob(FILES[0]))]
    reports = [verbatim(row["id"], row["text"], row["dct"]) for row in documents]
    for scene in scenes(reports, open_gazetteer()):
        yield {"id": scene.reading.report.page, "timex": list(_timex(scene))}


def _timex(scene: Scene) -> Iterator[dict[str, Any]]:
    """Each time once, in the order of the text; later ones may be counted from earlier ones."""
    anchor, end = anchor_in(scene), 0
    for mention in sorted(_single(scene), key=lambda mention: mention.words.start):
        if mention.words.start < end:
            continue
        days = _days(resolve_time(mention, anchor=anchor, background=True, modality=_modality(mention)))
        words, end = bare(scene.reading.report, mention.words), mention.words.end
        kind, value = timex3(mention.pattern, mention.words.text, days)
        interval = [days.start.isoformat(), days.end.isoformat()] if days else None
        yield {"start": words.start, "end": words.end, "type": kind, "value": value, "interval": interval}
        anchor = having_told(anchor, mention, days)


def _days(found: Days | None) -> Days | None:
    return found if found and found.words else None


def _modality(mention: TimeMention) -> Any:
    return "planned" if mention.tense == "future" else "occurred"


def _single(scene: Scene) -> Iterator[TimeMention]:
    for found in scene.times:
        yield from _taken_apart(scene.reading.report, found.mention)


def _taken_apart(report: Report, mention: TimeMention) -> Iterator[TimeMention]:
    if mention.pattern not in JOINED:
        yield mention
        return
    for atom in calendar.inside(mention.words.text):
        start = mention.words.start
        yield replace(mention, words=report.span(start + atom.start, start + atom.end), pattern=atom.pattern)
