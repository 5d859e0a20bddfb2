"""The benchmark `polnear`: who is said to have said, thought or denied what (PolNeAR).

An attribution of the program is one speaker and cue with the words that he answers for; here the speaker is given by
his words at the place. A quotation that runs on into the next sentence is told there again, with the speaker's words
where they stand.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.rows import rows
from dateline.evaluate.verbatim import scenes, verbatim
from dateline.extract.attribution import Attribution
from dateline.extract.scene import Scene
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model.text import Reading, Token

FILES: Final = ("SPLIT.jsonl",)
_MARKS: Final = frozenset({",", ".", ";", ":", "-", "--", "–", "—"})
_Pieces = list[list[int]]


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"doc_id", "attributions": [{"source", "cue", "content"}]}, each a list of [start, end]."""
    reports = [verbatim(row["doc_id"], row["text"], row.get("date")) for row in rows(data / f"{split}.jsonl")]
    for scene in scenes(reports, open_gazetteer()):
        yield {"doc_id": scene.reading.report.page, "attributions": list(_attributions(scene))}


def _attributions(scene: Scene) -> Iterator[dict[str, Any]]:
    """Those of one cue and content are one, with all its speakers: "the army and the police said"."""
    ordered = sorted(scene.attributions, key=_what)
    for _, same in groupby(ordered, key=_what):
        speakers = list(same)
        content = _content(scene.reading, speakers[0])
        if content:
            yield {"source": _source(speakers), "cue": [_cue(scene.reading, speakers[0])], "content": content}


def _what(one: Attribution) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    return one.sentence, one.cue, one.scope


def _source(speakers: list[Attribution]) -> _Pieces:
    words = sorted({(one.source.words.start, one.source.words.end) for one in speakers})
    return [[words[0][0], words[-1][1]]]


def _cue(reading: Reading, one: Attribution) -> list[int]:
    token = reading.tokens[one.cue]
    return [token.start, token.end]


def _content(reading: Reading, one: Attribution) -> _Pieces:
    """The scope without the cue, the speaker's own words, and the marks at the ends of each piece."""
    pieces: _Pieces = []
    for first, last in sorted(one.scope):
        kept = [t for t in reading.tokens[first:last] if t.i != one.cue and _is_told(one, t)]
        while kept and kept[-1].text in _MARKS:
            kept.pop()
        while kept and kept[0].text in _MARKS:
            kept.pop(0)
        if kept:
            pieces.append([kept[0].start, kept[-1].end])
    return pieces


def _is_told(one: Attribution, token: Token) -> bool:
    """Whether a word of the scope is content: no white space, and none of the speaker's own words."""
    return bool(token.text.strip()) and not one.source.words.start <= token.start < one.source.words.end
