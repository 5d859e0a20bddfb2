"""Text and what was read in it: spans, reports, readings.

Offsets are Unicode code points, half-open, into `Report.text`.
"""

from dataclasses import dataclass
from typing import Literal

import msgspec

from dateline.model.buffers import Buffer, digest

Status = Literal["coded", "empty", "unsupported_language", "too_large", "copy", "failed", "quarantined"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a report: `text == report.text[start:end]`."""

    start: int
    end: int
    text: str

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the feed, archive or table that held a page says of it; None where it says nothing.

    `published` and `updated` as they stand there, `byline` the authors in order.
    """

    url: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """The file that a page was taken out of: its name, and the digest of its bytes."""

    name: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes that are read as text or HTML, under the name by which they were given.

    `known` is what their container says of them; `came` how they came: from a file, or out of a container of this
    kind, of which `container` is the outermost. `original` are the page's own bytes where `data` had to be made from
    them: a PDF file, or a text in a charset that only a header stated.
    """

    name: str
    data: Buffer
    known: Known | None = None
    came: str = "file"
    original: Buffer | None = None
    container: Container | None = None

    @property
    def own(self) -> Buffer:
        """The page's bytes as they came."""
        return self.data if self.original is None else self.original

    @property
    def id(self) -> str:
        """The digest of its own bytes."""
        return digest(self.own)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Records of a container that hold no page, counted by what they are: requests, other types of content ..."""

    name: str
    counts: tuple[tuple[str, int], ...]
    container: Container | None = None

    @property
    def words(self) -> str:
        """How many, and what they are, in one line."""
        total = sum(count for _, count in self.counts)
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.counts, key=lambda pair: (-pair[1], pair)))
        return f"{total:,} {'record holds' if total == 1 else 'records hold'} no page: {kinds}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A line, or part of one, that is no part of the report, with its place in the decoded page."""

    text: str
    page_start: int
    page_end: int
    reason: str


Field = Literal["title", "outlet", "agency", "byline", "dateline", "published", "updated", "language"]
"""What a page says of itself."""
Sure = Literal["certain", "likely", "doubtful"]
Cleaner = Literal["trafilatura", "articleBody", "plain"]
"""What found the story: trafilatura, the page's own JSON-LD, or the cleaner of plain text over the visible lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a field of a report was found, in words, and how sure it is to be what it is taken for."""

    what: Field
    where: str
    sure: Sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Where the page's stamp and the story disagree; both are kept."""

    what: str
    page_says: str
    text_says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The clean text of one page and what the page says of itself.

    `published` and `updated` are ISO 8601 days or minutes, with an offset only if the page states one.
    `text` is the story without its headline's repeats, adverts and furniture. `origins` has one for each field that was
    found; `cleaner` is None where there is no story.
    """

    page: str
    id: str
    text: str
    status: Status
    reason: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    clashes: tuple[Clash, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    origins: tuple[Origin, ...] = ()
    cleaner: Cleaner | None = None

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`."""
        return Span(start, end, self.text[start:end])


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word as the parser saw it. `i` and `head` index `Reading.tokens`; a root is its own head.

    `pos` is the universal part of speech, `tag` Penn Treebank's, `dep` ClearNLP's label, as spaCy's English models
    give them.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens `first` to `last` (exclusive), its words, and the paragraph it stands in."""

    index: int
    first: int
    last: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report as the parser saw it."""

    report: Report
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]

    def words(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last`, both included."""
        return self.report.span(self.tokens[first].start, self.tokens[last].end)
