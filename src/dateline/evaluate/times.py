"""The benchmark `time`: the words of time in news, and the days that they mean, as TIMEX3 (TempEval-3).

Every time that the program finds is told, also those by which no event is dated. Where it joins two ("from March to
June") or adds a word ("since 2011"), TIMEX3 wants the single expressions.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.timex3 import bare, timex3, undated
from dateline.evaluate.verbatim import anchor_in, scenes, verbatim
from dateline.extract.scene import Scene
from dateline.knowledge import calendar
from dateline.knowledge.calendar_undated import find_undated
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model.claim import Modality, TimeMention
from dateline.model.event import Days
from dateline.model.text import Report, Span
from dateline.resolve.dates import having_told, resolve_time
from dateline.resolve.intervals import JOINED

FILES: Final = ("**/*.json",)
UNDATED: Final = frozenset({"length", "clock", "repeated", "now", "lately"})
_HOUR = re.compile(r"T(\d\d:\d\d)$")
_YEARS = re.compile(r"\d+")
_BESIDE = re.compile(r",?\s+(?:on\s+)?")


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"id", "timex": [{"start", "end", "type", "value", "interval"}]}."""
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(data.glob(FILES[0]))]
    reports = [verbatim(row["id"], row["text"], row["dct"]) for row in documents]
    for scene in scenes(reports, open_gazetteer()):
        yield {"id": scene.reading.report.page, "timex": list(_timex(scene))}


def _timex(scene: Scene) -> Iterator[dict[str, Any]]:
    """Each time once, in the order of the text; an hour and the day beside it are one."""
    rows = list(_each(scene))
    text = scene.reading.report.text
    for row, after in zip_longest(rows, rows[1:]):
        if row.get("of_day"):
            continue
        if "hour" in row and after and _BESIDE.fullmatch(text[row["end"] : after["start"]]) and _is_day(after):
            after["of_day"] = True
            value = f"{after['value']}T{row['hour']}"
            yield {**_plain(row), "end": after["end"], "value": value, "interval": after["interval"]}
        else:
            yield _plain(row)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("hour", "of_day")}


def _is_day(row: dict[str, Any]) -> bool:
    return row["type"] == "DATE" and row["interval"] is not None and row["interval"][0] == row["value"]


def _each(scene: Scene) -> Iterator[dict[str, Any]]:
    """All times that are found; later ones may be counted from earlier ones."""
    report, anchor, end = scene.reading.report, anchor_in(scene), 0
    for mention in sorted(_single(scene), key=lambda mention: mention.words.start):
        if mention.words.start < end:
            continue
        words, end = bare(report, mention.words), mention.words.end
        if mention.pattern in UNDATED:
            day = anchor.told.start if anchor.told else anchor.day
            yield _row(words, *undated(mention.pattern, words.text, day), None)
            continue
        days = _days(resolve_time(mention, anchor=anchor, background=True, modality=_modality(mention)))
        yield _row(words, *timex3(mention.pattern, mention.words.text, days), days)
        anchor = having_told(anchor, mention, days)


def _row(words: Span, kind: str, value: str, days: Days | None) -> dict[str, Any]:
    interval = [days.start.isoformat(), days.end.isoformat()] if days else None
    row = {"start": words.start, "end": words.end, "type": kind, "value": value, "interval": interval}
    at = _HOUR.search(value)
    return {**row, "hour": at.group(1), "interval": [value[:10]] * 2} if at else row


def _days(found: Days | None) -> Days | None:
    return found if found and found.words else None


def _modality(mention: TimeMention) -> Modality:
    return "planned" if mention.tense == "future" else "occurred"


def _single(scene: Scene) -> Iterator[TimeMention]:
    """The times that name days, each expression for itself, and between them those that name none."""
    report = scene.reading.report
    named = [one for found in scene.times for one in _taken_apart(report, found.mention)]
    yield from named
    for words in find_undated(report.text):
        if not any(one.words.start < words.end and words.start < one.words.end for one in named):
            yield TimeMention(words=report.span(words.start, words.end), pattern=words.pattern)


def _taken_apart(report: Report, mention: TimeMention) -> Iterator[TimeMention]:
    start, text = mention.words.start, mention.words.text
    if mention.pattern == "year_range":
        for year in _YEARS.finditer(text):
            yield replace(mention, words=report.span(start + year.start(), start + year.end()), pattern="year")
        return
    if mention.pattern not in JOINED:
        yield mention
        return
    ahead = mention.pattern == "until" and mention.tense != "past"
    for atom in calendar.inside(text):
        words = report.span(start + atom.start, start + atom.end)
        yield replace(mention, words=words, pattern=atom.pattern, tense="future" if ahead else mention.tense)
