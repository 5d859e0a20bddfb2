"""The benchmark `fakes`: governorate, day and dead of the main violent event of reports on the war in Syria (FA-KES).

The day that the set gives for a report is what is asked, so the page has none but in its text. Governorates are
Syria's: a place abroad answers nothing. Where nothing places the main event, the first governorate that any event of
the report is put in stands for it, else that of the first place that the report names at all; a report
without a main event has none.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.happenings import day, deadliest, first_province, happenings, largest, province
from dateline.evaluate.rows import rows
from dateline.evaluate.verbatim import scenes
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model.event import Coded
from dateline.model.text import Known, Page
from dateline.pipeline import Coder
from dateline.resolve.places import locate, place_context

FILES: Final = ("SPLIT.jsonl",)
_SYRIA: Final = "SY"


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a report: {"id", "governorate", "day", "deaths": [low, high]}, null where nothing is said."""
    reports = {row["id"]: row for row in rows(data / f"{split}.jsonl")}
    coded = Coder().code_many(_page(row) for row in reports.values())
    gazetteer = open_gazetteer()
    for name, one in zip(reports, coded, strict=True):
        said = _main(one)
        yield {"id": name, **said, "governorate": said["governorate"] or _first_named(one, gazetteer)}


def _main(coded: Coded) -> dict[str, Any]:
    main = deadliest(happenings(coded))
    if main is None:
        return {"governorate": None, "day": None, "deaths": None}
    dead, on = largest(main, "killed"), day(main)
    return {
        "governorate": province(main, _SYRIA) or first_province(coded.events, _SYRIA),
        "day": on.isoformat() if on else None,
        "deaths": [dead.low, dead.high] if dead else None,
    }


def _first_named(coded: Coded, gazetteer: Gazetteer) -> str | None:
    """The governorate of the first place of Syria that the report names, whatever it says of it."""
    if not happenings(coded):
        return None
    (scene,) = scenes([coded.report], gazetteer)
    mentions = [found.mention for found in scene.places]
    context = place_context(mentions, coded.report, gazetteer)
    places = (locate(mention, context) for mention in mentions)
    return next(
        (place.admin1_name for place in places if place and place.country == _SYRIA and place.admin1_name), None
    )


def _page(row: dict[str, Any]) -> Page:
    known = Known(title=row["title"], outlet=row["outlet"])
    return Page(name=row["id"], data=row["text"].encode("utf-8", errors="replace"), known=known)
