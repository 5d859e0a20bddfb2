"""The benchmark `dedup`: which mentions of events, in documents of a pool, tell of the same happening (GVC, ECB+).

The mentions are given. Each becomes a telling that is only called by its word (`merge.kinds.BARE`), with its sentence
and its page's words, and with the places, days, parties and figures of the event that the program finds there, if it
finds one; not its type, for the sets hold apart what is one incident to us: a shooting and the death that it caused.
The program's own comparison and clustering do the rest. What names topic, incident or order in the data is not looked
at: documents are called by a number, in the order of their texts' digests.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.rows import rows
from dateline.evaluate.verbatim import coded, verbatim
from dateline.merge.cluster import clusters, links
from dateline.merge.kinds import BARE
from dateline.merge.voices import telling_of
from dateline.model.claim import Claim
from dateline.model.event import Coded, Codes, Confidence, Event
from dateline.model.incident import Telling
from dateline.model.text import Report

FILES: Final = ("gvc_SPLIT.jsonl", "ecbplus_SPLIT.jsonl")
_DATE: Final = 10  # characters of a first sentence that is the day
_UNJUDGED: Final = Confidence(record=0, type=0, agents=0, targets=0, places=0, date=0, quantities=0, sources=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document of sentences cut into words: its report, and where in its text each mention stands."""

    report: Report
    mentions: tuple[tuple[int, int], ...]


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"set", "doc_id", "clusters": a label a mention, "incident"}."""
    for name in FILES:
        found = sorted(rows(data / name.replace("SPLIT", split)), key=_digest)
        documents = [document(str(number), row) for number, row in enumerate(found)]
        labels = labelled(documents, coded(one.report for one in documents))
        stories = _stories(labels)
        for row, own, story in zip(found, labels, stories, strict=True):
            yield {"set": name.split("_")[0], "doc_id": row["doc_id"], "clusters": own, "incident": story}


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


def labelled(documents: Sequence[Document], read: Iterable[Coded]) -> list[list[str]]:
    """A label for each mention of each document: the first event by id of those that are one happening."""
    told = [list(tellings(one, own)) for one, own in zip(documents, read, strict=True)]
    pool = [telling for own in told for telling in own]
    label = {one: group[0] for group in clusters(pool, links(pool)) for one in group}
    return [[label[telling.event.id] for telling in own] for own in told]


def tellings(one: Document, read: Coded) -> Iterator[Telling]:
    """Each mention of a document as a telling, with what was found of the event that is announced there."""
    for number, (start, end) in enumerate(one.mentions):
        claim = bare_claim(one.report, start, end)
        event = Event(
            id=f"{one.report.page}/{number:03}", claim=claim, background=False, agents=(), targets=(), places=(),
            date=None, voice=None, codes=Codes(), confidence=_UNJUDGED,
        )  # fmt: skip
        own = (found for found in read.events if start <= found.claim.trigger.start < end)
        yield telling_of(one.report, _with_slots(event, next(own, None)))


def bare_claim(report: Report, start: int, end: int) -> Claim:
    """What nobody has coded: a word and its sentence, which is its line of the text."""
    first = report.text.rfind("\n", 0, start) + 1
    last = (report.text + "\n").find("\n", end)
    return Claim(
        type=BARE, trigger=report.span(start, end), sentence=report.span(first, last),
        modality="occurred", background=False, agents=(), targets=(), places=(), time=None, counts=(), sources=(),
        means=None, extent=None, rule="mention",
    )  # fmt: skip


def _with_slots(event: Event, found: Event | None) -> Event:
    """The mention with what was found there. A day that only its report has is no day of its own."""
    if found is None:
        return event
    day = found.date if found.date and found.date.words else None
    claim = replace(event.claim, counts=found.claim.counts)
    return replace(event, claim=claim, agents=found.agents, targets=found.targets, places=found.places, date=day)


def _stories(labels: Sequence[Sequence[str]]) -> list[str | None]:
    """For each document the label of its story: documents with a happening in common tell one story."""
    groups = Groups()
    for own in labels:
        for label in own:
            groups.join(own[0], label)
    return [groups.of(own[0]) if own else None for own in labels]


def _digest(row: Mapping[str, Any]) -> str:
    return sha256(repr(row["sentences"]).encode()).hexdigest()


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
