"""Reports found by their words: what is indexed of a report, what is asked, and where in the text it is found.

Words are told apart and folded here, not by the engines, so that both find the same: a word is letters and digits,
without case and accents. What a person types is words, "quoted phrases", and either with a hyphen before it for what
must not be there; it never is an engine's own language of queries.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, column, func, literal_column, select, table

from dateline.model.errors import StoreError
from dateline.model.text import Status
from dateline.store.tables import report_words

MOST_INDEXED: Final = 200_000
"""Characters of a report's words that are indexed: PostgreSQL keeps no more than a megabyte of words of a text."""
MOST_ASKED: Final = 100
"""Words of one question: engines bound how deep a condition may be."""
_LONGEST: Final = 100
"""Characters of a word that are looked at; PostgreSQL takes no words of 2,000 bytes."""
_BEFORE, _BEHIND = 10, 25
"""Words of the snippet that stand before and behind the first of those found."""
_BETWEEN: Final = "0x0"
"""Stands between headline and text, so that no phrase runs from one into the other."""
_LETTERS: Final = re.compile(r"[^\W_]+")
_WORD: Final = re.compile(r"[^\W_]+(?:['’‘`ʼʿ][^\W_]+)*")
_TERM: Final = re.compile(r'(?P<without>-?)(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_MARKS: Final = re.compile(r"['’‘`ʼʿ](?:s$)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that must stand in a report in this order, one behind the other, or must not."""

    words: tuple[str, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A part of a report's text, by code points from `start`; `found` are the words looked for, from its own start."""

    text: str
    start: int
    found: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """A report that was looked for: its page, what the page says of itself, and where the words stand."""

    page: str
    id: str
    status: Status
    title: str | None
    outlet: str | None
    published: str | None
    snippet: Snippet


def found_report(row: Mapping[str, Any], asked: Sequence[Term]) -> FoundReport:
    """A report from its row: the columns of `queries.having`."""
    said = {name: row[name] for name in ("id", "status", "title", "outlet", "published")}
    return FoundReport(page=row["name"], snippet=snippet(row["record"]["text"], asked), **said)


def terms(query: str) -> list[Term]:
    """What a person asks for; a hyphenated or dotted word is a phrase. Raises StoreError if it is too much."""
    found = [
        Term(words=words, wanted=not part["without"])
        for part in _TERM.finditer(query)
        if (words := tuple(_folded(part["phrase"] or part["word"] or "")))
    ]
    if sum(len(term.words) for term in found) > MOST_ASKED:
        raise StoreError(f"that is more than {MOST_ASKED} words to look for: leave some out")
    return found


def words_of(title: str | None, text: str) -> str:
    """The words of a report as they are indexed, between spaces."""
    indexed = " ".join((*_folded(title or ""), _BETWEEN, *_folded(text[:MOST_INDEXED])))
    return indexed[:MOST_INDEXED]


def holds(term: Term, engine: str) -> ColumnElement[bool]:
    """The condition, over `report_words`, that a report has the words of a term, or does not, as it asks."""
    phrase = " ".join(term.words)
    if engine == "postgresql":
        simple: ColumnElement[str] = literal_column("'simple'")
        indexed = func.to_tsvector(simple, report_words.c.words)
        found: ColumnElement[bool] = indexed.bool_op("@@")(func.phraseto_tsquery(simple, phrase))
    else:
        index = table("report_index", column("rowid"), column("report_index"))
        matching = select(index.c.rowid).where(index.c.report_index.match(f'"{phrase}"'))
        found = report_words.c.number.in_(matching)
    return found if term.wanted else ~found


def snippet(text: str, asked: Sequence[Term]) -> Snippet:
    """Some words around the first that are looked for; the text's first where only the headline has them."""
    said = list(_words(text[:MOST_INDEXED]))
    hits = sorted({hit for term in asked if term.wanted for hit in _hits(said, term.words)})
    first = hits[0][0] if hits else 0
    part = said[max(0, first - _BEFORE) : first + _BEHIND]
    if not part:
        return Snippet(text="", start=0)
    start, end = part[0][1], part[-1][2]
    spans = ((said[one][1] - start, said[last][2] - start) for one, last in hits)
    return Snippet(
        text=text[start:end],
        start=start,
        found=tuple(span for span in spans if span[0] >= 0 and span[1] <= end - start),
    )


def _hits(said: Sequence[tuple[str, int, int]], phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last word of each place where the phrase stands."""
    words, length = [word for word, _, _ in said], len(phrase)
    for number, word in enumerate(words):
        if word == phrase[0] and tuple(words[number : number + length]) == tuple(phrase):
            yield number, number + length - 1


def _folded(text: str) -> Iterator[str]:
    return (word for word, _, _ in _words(text))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word, folded, with the place where it starts and the place behind it; "mayor's" is "mayor"."""
    for found in _WORD.finditer(text):
        for word in _fold(_MARKS.sub("", found[0].casefold())):
            yield word, found.start(), found.end()


def _fold(word: str) -> list[str]:
    """Without accents; some signs are several words then, such as fractions, and some are none."""
    if word.isascii():
        return [word[:_LONGEST]]
    parts = unicodedata.normalize("NFKD", word)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return [found[:_LONGEST] for found in _LETTERS.findall(bare.casefold())]
