"""The benchmark `calm`: ordinary articles (sport, business, science) in which no armed violence should be found."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.rows import page_of, rows
from dateline.model.event import Coded
from dateline.pipeline import Coder

FILES: Final = ("SPLIT.jsonl",)


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row an article: {"url", "events": [{"type", "trigger", "sentence"}]}."""
    articles = list(rows(data / f"{split}.jsonl"))
    coded = Coder().code_many(page_of(row["text"], row["url"]) for row in articles)
    for row, one in zip(articles, coded, strict=True):
        yield {"url": row["url"], "events": list(_events(one))}


def _events(coded: Coded) -> Iterator[dict[str, str]]:
    for event in coded.events:
        claim = event.claim
        yield {"type": claim.type, "trigger": claim.trigger.text, "sentence": claim.sentence.text}
