"""The benchmark `pages`: which part of a whole web page in plain text is its article.

Two public sets: the pages of Zyte's article-extraction-benchmark, cut into lines, of which the positions of those kept
are told; and trafilatura's evaluation set, of which the text that was kept is told. Every page goes the way that a
file of plain text goes through the program.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dateline.evaluate.rows import page_of, rows
from dateline.ingest.report import ingest
from dateline.model.text import Dropped, Report

FILES: Final = ("article_extraction_SPLIT.jsonl", "trafilatura_SPLIT.jsonl")

# Characters at the end of a line by which it is found in the report's text; its beginning may have been peeled off.
_TELLING: Final = 40


def predictions(data: Path, split: str) -> Iterator[dict[str, object]]:
    """One row a page: {"set", "id", "kept": positions of lines} or {"set", "url", "text"}."""
    lined, whole = (data / name.replace("SPLIT", split) for name in FILES)
    for row in rows(lined):
        yield {"set": "article_extraction", "id": row["id"], "kept": kept_lines([text for text, _ in row["lines"]])}
    for row in rows(whole):
        yield {"set": "trafilatura", "url": row["url"], "text": _report(row["text"]).text}


def kept_lines(lines: Sequence[str]) -> list[int]:
    """Positions of the lines that are in the report of the page that they make up."""
    plain = [" ".join(line.split()) for line in lines]
    report = _report("\n".join(plain))
    told = _squeezed(report.text)
    kept, start = [], 0
    for position, line in enumerate(plain):
        end = start + len(line)
        if line and not _is_dropped(start, end, report.dropped) and _squeezed(line)[-_TELLING:] in told:
            kept.append(position)
        start = end + 1
    return kept


def _is_dropped(start: int, end: int, dropped: Sequence[Dropped]) -> bool:
    """Whether half of a line or more was dropped."""
    return sum(max(0, min(end, drop.page_end) - max(start, drop.page_start)) for drop in dropped) * 2 >= end - start


def _report(text: str) -> Report:
    return ingest(page_of(text))


def _squeezed(text: str) -> str:
    return "".join(text.split())
