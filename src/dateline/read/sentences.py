"""Where sentences end, by their marks alone.

A full stop after an abbreviation or an initial ends nothing, nor does one inside a quotation that goes on
in lower case ("... has fallen." said the colonel). The parser is told these borders and keeps to them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr jr rev hon gen maj col capt cpt lt sgt cpl pvt brig adm cmdr gov sen rep pres supt insp "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "no vs etc inc ltd co corp dept approx est fig al ca vol art sq ft km mt gp maj.gen e.g i.e a.m p.m".split()
)
_TITLES = frozenset("mr mrs ms dr prof st gen maj col capt lt sgt brig adm gov sen rep rev vs no".split())
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")
_NOT_BLANK = re.compile(r"\S")
# Characters in front of a full stop and behind it by which it is judged: more than any abbreviation has.
_NEAR = 80
_OPENS = "\"'“‘«([—–-"


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence begins in one paragraph, the first always among them."""
    cased = _is_cased(text)
    starts = [len(text) - len(text.lstrip())]
    for end in _END.finditer(text):
        after = _behind_blanks(text, end.end())
        if after < len(text) and _breaks(text, end, after, cased):
            starts.append(after)
    return starts


def _is_cased(text: str) -> bool:
    """Whether the text uses capitals at all: some archives keep only lower case."""
    return any(c.isupper() for c in text)


def _breaks(text: str, end: re.Match[str], after: int, cased: bool) -> bool:
    following = text[after : after + _NEAR].lstrip(_OPENS)[:1]
    if cased and following.islower():
        return False
    if end.group().startswith("."):
        return not _is_abbreviation(text[max(0, end.start() - _NEAR) : end.start()], following)
    return True


def _is_abbreviation(before: str, following: str) -> bool:
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    word = found.group(1)
    if word.lower() in _TITLES:
        return True
    if len(word) == 1 and word.isupper():
        return True
    if "." in word and len(word) <= 5 and word.replace(".", "").isalpha():
        return word.lower() not in ("a.m", "p.m") or not following.isupper()
    return word.lower() in _ABBREVIATIONS and not following.isupper()


def _behind_blanks(text: str, position: int) -> int:
    found = _NOT_BLANK.search(text, position)
    return found.start() if found else len(text)


def lengths(text: str) -> Iterator[int]:
    """The characters of each sentence of a text, the blanks behind it included."""
    for _, paragraph in paragraphs(text):
        starts = [*sentence_starts(paragraph), len(paragraph)]
        yield from (end - start for start, end in pairwise(starts))


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each paragraph; an empty line parts them."""
    for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        yield found.start(), found.group().rstrip()
