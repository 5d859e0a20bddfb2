"""The benchmark `pairs`: whether two reports of two outlets share a happening, and whether one copies the other's text.

Each pair goes the way of two pages that a user adds to a database of their own and merges.
"""

from collections.abc import Iterator, Mapping
from csv import DictReader
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dateline.evaluate.rows import rows
from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.text import Known, Page
from dateline.pipeline import Coder
from dateline.store.store import Store

FILES: Final = ("SPLIT.tsv", "texts_SPLIT.jsonl")
_Read = Mapping[str, tuple[Page, Coded]]


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a pair: {"pair", "shared", "copy"}."""
    texts = [_page(row) for row in rows(data / f"texts_{split}.jsonl")]
    read = {page.name: (page, coded) for page, coded in zip(texts, Coder().code_many(texts), strict=True)}
    with (data / f"{split}.tsv").open(encoding="utf-8", newline="") as file, TemporaryDirectory() as folder:
        for row in DictReader(file, delimiter="\t"):
            yield {"pair": row["pair"], **judged(read, (row["id_a"], row["id_b"]), Path(folder) / f"{row['pair']}.db")}


def judged(read: _Read, pair: tuple[str, str], database: Path) -> dict[str, bool]:
    """Whether two pages, by name, share an incident once both are in a new database, and whether one is a copy."""
    with Store.open(database) as store:
        added = [store.add(*read[name]) for name in pair]
        copy = not all(added) or any(page.copy_of is not None for page in store.pages())
        found = incidents(store.newest())
    shared = any({telling.page for telling in incident.tellings} >= set(pair) for incident in found)
    return {"shared": shared or copy, "copy": copy}


def _page(row: Mapping[str, Any]) -> Page:
    known = Known(title=row["title"], outlet=row.get("outlet"), published=row.get("date"))
    return Page(name=row["id"], data=row["text"].encode("utf-8", errors="replace"), known=known)
