"""The benchmark `fakes`: governorate, day and dead of the main violent event of reports on the war in Syria (FA-KES).

The day that the set gives for a report is what is asked, so the page has none but in its text. Where nothing places the
main event, the first governorate that any event of the report is put in stands for it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.happenings import day, deadliest, first_province, happenings, largest, province
from dateline.evaluate.rows import rows
from dateline.model.event import Coded
from dateline.model.text import Known, Page
from dateline.pipeline import Coder

FILES: Final = ("SPLIT.jsonl",)


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a report: {"id", "governorate", "day", "deaths": [low, high]}, null where nothing is said."""
    reports = {row["id"]: row for row in rows(data / f"{split}.jsonl")}
    coded = Coder().code_many(_page(row) for row in reports.values())
    for name, one in zip(reports, coded, strict=True):
        yield {"id": name, **_main(one)}


def _main(coded: Coded) -> dict[str, Any]:
    main = deadliest(happenings(coded))
    if main is None:
        return {"governorate": None, "day": None, "deaths": None}
    dead, on = largest(main, "killed"), day(main)
    return {
        "governorate": province(main) or first_province(coded.events),
        "day": on.isoformat() if on else None,
        "deaths": [dead.low, dead.high] if dead else None,
    }


def _page(row: dict[str, Any]) -> Page:
    known = Known(title=row["title"], outlet=row["outlet"])
    return Page(name=row["id"], data=row["text"].encode("utf-8", errors="replace"), known=known)
