"""The benchmark `dedup`: which mentions of events, in documents of a pool, tell of the same happening (GVC, ECB+).

The mentions are given. Documents that tell of one incident, as the program merges them, tell one story. Two mentions
are one happening if they announce events of one type in one incident, or stand in one story and have the same first
word but for its ending. What names topic or incident in the data is not looked at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.rows import rows
from dateline.evaluate.verbatim import coded, verbatim
from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.text import Report

FILES: Final = ("gvc_SPLIT.jsonl", "ecbplus_SPLIT.jsonl")
_DATE: Final = 10  # characters of a first sentence that is the day


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of sentences cut into words: its report, and where in its text each mention stands."""

    report: Report
    mentions: tuple[tuple[int, int], ...]


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"set", "doc_id", "clusters": a label a mention, "incident"}."""
    for name in FILES:
        found = list(rows(data / name.replace("SPLIT", split)))
        documents = [document(str(number), row) for number, row in enumerate(found)]
        labels, stories = labelled(documents, list(coded(one.report for one in documents)))
        for number, row in enumerate(found):
            told = {"clusters": labels[number], "incident": stories[number]}
            yield {"set": name.split("_")[0], "doc_id": row["doc_id"], **told}


def document(name: str, row: Mapping[str, Any]) -> Document:
    """A row of either set, a sentence a line."""
    sentences: list[list[str]] = row["sentences"]
    starts, at = [], 0
    for words in sentences:
        starts.append([at + sum(len(word) + 1 for word in words[:k]) for k in range(len(words))])
        at += sum(len(word) + 1 for word in words)
    first = " ".join(sentences[0]) if sentences else ""
    published = first if len(first) == _DATE and first[:4].isdigit() else None
    spans = []
    for mention in row.get("mentions") or row.get("event_mentions") or ():
        tokens = mention.get("tokens") or range(mention["start"], mention["end"] + 1)
        here, words = starts[mention["sent"]], sentences[mention["sent"]]
        spans.append((here[min(tokens)], here[max(tokens)] + len(words[max(tokens)])))
    text = "\n".join(" ".join(words) for words in sentences)
    return Document(report=verbatim(name, text, published), mentions=tuple(spans))


def labelled(documents: Sequence[Document], read: Sequence[Coded]) -> tuple[list[list[str]], list[str]]:
    """A label for each mention of each document, and the label of its story."""
    found = incidents(read)
    story = _stories(len(documents), found)
    announced = {
        (telling.page, telling.event.claim.trigger.start): f"{incident.id} {telling.event.claim.type}"
        for incident in found
        for telling in incident.tellings
    }
    joined = Groups()
    labels = []
    for number, one in enumerate(documents):
        own = [f"{story[number]} {_word(one.report, start, end)}" for start, end in one.mentions]
        for label, (start, end) in zip(own, one.mentions, strict=True):
            events = (announced.get((one.report.page, at)) for at in range(start, end))
            for event in filter(None, events):
                joined.join(event, label)
        labels.append(own)
    return [[joined.of(label) for label in own] for own in labels], story


def _stories(documents: int, found: Iterable[Incident]) -> list[str]:
    groups = Groups()
    for incident in found:
        pages = sorted({telling.page for telling in incident.tellings})
        for page in pages[1:]:
            groups.join(pages[0], page)
    return [groups.of(str(number)) for number in range(documents)]


def _word(report: Report, start: int, end: int) -> str:
    """The mention's first word without its ending."""
    return _stem(report.text[start:end].lower().split()[0])


def _stem(word: str) -> str:
    ending = next((e for e in ("ings", "ing", "ed", "es", "s") if word.endswith(e) and len(word) - len(e) > 2), "")
    return word.removesuffix(ending)


class Groups:
    """Labels that are one and the same."""

    def __init__(self) -> None:
        self._group: defaultdict[str, list[str]] = defaultdict(list)

    def join(self, one: str, other: str) -> None:
        """Make both the same, and with them all that are the same as either."""
        first, second = self._of(one), self._of(other)
        if first is not second:
            first += second
            for label in second:
                self._group[label] = first

    def of(self, label: str) -> str:
        """One name for all labels that are the same."""
        return min(self._of(label))

    def _of(self, label: str) -> list[str]:
        found = self._group[label]
        if not found:
            found.append(label)
        return found
