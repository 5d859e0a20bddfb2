"""Words that run on: sentences of a quotation or of a statement that name no speaker of their own.

A sentence inherits only where the text marks it as somebody's words: it lies between quotation marks, or in a
statement in the first person that a colon opened.
"""

from collections.abc import Collection, Iterator

from dateline.extract.grammar import sentence_at
from dateline.model.text import Reading, Sentence, Token

Range = tuple[int, int]

_FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_LONGEST = 6  # sentences; an archive that lost a closing mark must not make the whole report a quotation
_SHARE = 0.6
_NEAR = 10


def quotations(reading: Reading) -> tuple[Range, ...]:
    """Token ranges between quotation marks, without the marks.

    A mark opens or closes by the space beside it, since archives lose marks and double them. A quotation that is
    not closed counts only where its paragraph or a colon begins it: it goes on in the next paragraph.
    """
    found: list[Range] = []
    opened: int | None = None
    for token in reading.tokens:
        if opened is not None and _new_paragraph(reading, opened, token):
            found += [(opened, token.i)] if _begins_paragraph(reading, opened) else []
            opened = None
        if not _is_mark(token):
            continue
        if _opens(reading, token):
            found += [(opened, token.i)] if opened is not None and _begins_line(reading, token) else []
            opened = token.i + 1
        elif opened is not None:
            found.append((opened, token.i))
            opened = None
    return tuple(_bounded(reading, first, last) for first, last in found if first < last)


def _is_mark(token: Token) -> bool:
    return token.text in ('"', "“", "”", "``", "''")


def _opens(reading: Reading, token: Token) -> bool:
    """Whether a mark opens a quotation: it is shaped so, or stands behind a space or another mark that does."""
    if token.text in ("“", "``"):
        return True
    before = reading.report.text[max(token.start - 1, 0) : token.start]
    return token.text == '"' and (not before or before.isspace() or before in "([—–-")


def _begins_line(reading: Reading, token: Token) -> bool:
    """A mark at the start of a line opens the next part of a quotation that was not closed."""
    return "\n" in reading.report.text[max(token.start - 2, 0) : token.start]


def _new_paragraph(reading: Reading, opened: int, token: Token) -> bool:
    before = min(opened, len(reading.tokens) - 1)
    return sentence_at(reading, token.i).paragraph != sentence_at(reading, before).paragraph


def _begins_paragraph(reading: Reading, opened: int) -> bool:
    sentence = sentence_at(reading, opened)
    if any(t.text == ":" for t in reading.tokens[max(sentence.first, opened - 3) : opened - 1]):
        return True
    first = sentence.index == 0 or reading.sentences[sentence.index - 1].paragraph != sentence.paragraph
    return first and opened == sentence.first + 1


def _bounded(reading: Reading, first: int, last: int) -> Range:
    ends = reading.sentences[min(reading.sentence_of[first] + _LONGEST, len(reading.sentences)) - 1].last
    return first, min(last, ends)


def inherited(reading: Reading, spoken: dict[int, int]) -> dict[int, int]:
    """For sentences without a cue of their own, the sentence whose speaker they go on with.

    `spoken` maps a sentence to the token of the cue that leads it.
    """
    ranges = list(quotations(reading))
    outside = _outside(ranges, spoken)
    found = {index: origin for index, origin in _quoted(reading, ranges, outside) if index not in spoken}
    for sentence, origin in _stated(reading, spoken):
        found.setdefault(sentence, origin)
    return found


def _outside(ranges: list[Range], spoken: dict[int, int]) -> dict[int, int]:
    """Those whose cue is the report's own: whom a quotation itself cites is not the one who is quoted."""
    return {s: cue for s, cue in spoken.items() if not any(first <= cue < last for first, last in ranges)}


def _quoted(reading: Reading, ranges: list[Range], spoken: dict[int, int]) -> Iterator[tuple[int, int]]:
    carried: dict[int, int] = {}
    for first, last in ranges:
        inside = range(reading.sentence_of[first], reading.sentence_of[last - 1] + 1)
        for index in inside:
            if index in spoken or index in carried or _share(reading.sentences[index], first, last) < _SHARE:
                continue
            origin = _origin(reading, index, inside, spoken, carried)
            if origin is not None:
                carried[index] = origin
    yield from carried.items()


def _share(sentence: Sentence, first: int, last: int) -> float:
    return (min(sentence.last, last) - max(sentence.first, first)) / max(sentence.last - sentence.first, 1)


def _origin(
    reading: Reading, index: int, inside: Collection[int], spoken: dict[int, int], carried: dict[int, int]
) -> int | None:
    """The sentence of the same quotation that names the speaker, else the one before, else the one that closes it."""
    near = sorted((abs(k - index), k) for k in inside if k in spoken)
    if near:
        return near[0][1]
    if index - 1 in spoken:
        return index - 1
    if index - 1 in carried:
        return carried[index - 1]
    follows = max(inside) + 1
    if follows in spoken and spoken[follows] - reading.sentences[follows].first < _NEAR:
        return follows
    return None


def _stated(reading: Reading, spoken: dict[int, int]) -> Iterator[tuple[int, int]]:
    """All that follows "N said:" where it is in the first person and not in quotation marks."""
    origin: int | None = None
    for sentence in reading.sentences:
        if sentence.index in spoken:
            opens = _opens_statement(reading, sentence, spoken[sentence.index])
            origin = sentence.index if opens else origin
        elif origin is not None:
            yield sentence.index, origin


def _opens_statement(reading: Reading, sentence: Sentence, cue: int) -> bool:
    colon = next((k for k in range(cue + 1, min(cue + _NEAR, sentence.last)) if reading.tokens[k].text == ":"), None)
    if colon is None or reading.tokens[cue].text == ":":
        return False
    following = reading.tokens[colon + 1 : sentence.last] or reading.tokens[colon + 1 :]
    return not any(_is_mark(t) for t in following[:3]) and any(t.lower in _FIRST_PERSON for t in following)
