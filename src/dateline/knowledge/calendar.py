"""Where a text names a time: named patterns over its words, found in one scan.

`find` gives the time expressions of a text in order; `parts` takes one apart again by its pattern's name. A pattern
says only what the words are ("weekday", "ago", "since"); which days they mean depends on the report.
Ages, sentences to prison, "a second blast" and the verbs "may" and "march" are not times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from dateline.knowledge.calendar_forms import FORMS, Form
from dateline.knowledge.calendar_words import MONTH_SHORT, MONTHS, SEASONS, SMALL, TENS, UNITS, WEEKDAY_SHORT, WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words of time in a scanned text, half-open, and the name of the pattern that found them."""

    pattern: str
    start: int
    end: int
    text: str


_NAME = re.compile(r"\?P<(\w+)>")
_BODIES = "|".join(f"(?P<f{n}>{form.context}{_NAME.sub('?:', form.body)})" for n, form in enumerate(FORMS))
_SCAN = re.compile(rf"\b(?:{_BODIES})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# Every form holds a core word or a year, and begins at most so many words before it, with a figure or an opening word.
_REACH = 7
_CORE = frozenset(
    [
        *MONTHS,
        *MONTH_SHORT,
        *(f"{day}{ending}" for day in WEEKDAYS for ending in ("", "s")),
        *(f"{unit}{ending}" for unit in UNITS for ending in ("", "s")),
        *SEASONS,
        *"today tonight yesterday tomorrow overnight morning afternoon evening weekend since then".split(),
        *"dawn dusk noon midnight sunset sunrise daybreak century anniversary".split(),
    ]
)
_OPENING = _CORE | frozenset(
    [
        *WEEKDAY_SHORT,
        *SMALL,
        *TENS,
        *"early earlier late later mid middle beginning start end the a an last next this that these past".split(),
        *"coming following previous first second in on at by until before during over within for throughout".split(),
        *"of ever recent half couple few several nearly almost about around roughly approximately some just".split(),
        *"only well under more less up barely".split(),
    ]
)

_SINCE = re.compile(
    r"\b(?:ever\s+)?since\s+(?:(?:at\s+least|about|around|as\s+early\s+as|the|on|back\s+in)\s+)*$", re.I
)
_CLOCK = r"\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?|GMT|UTC|local\s+time)"
_UNTIL = re.compile(rf"\b(?:until|till|up\s+to)\s+(?:(?:at\s+least|the|on|about|around|{_CLOCK})\s+)*$", re.I)
_BETWEEN = re.compile(r"\b(?:from|between)\s+(?:(?:the|about|around|on)\s+)*$", re.I)
_JOIN = re.compile(r"\s*(?:-|–|,?\s*\b(?:to|until|till|through|and|up to))\s*(?:the\s+|on\s+)?", re.I)
_LONGEST_PREFIX = 40


def find(text: str) -> tuple[TimeWords, ...]:
    """The time expressions of a text in order, none overlapping; "since", "until", "from ... to" joined to theirs."""
    return tuple(_joined(text, tuple(_atoms(text))))


def inside(words: str) -> tuple[TimeWords, ...]:
    """The single expressions inside joined words ("since Monday" holds a weekday)."""
    return tuple(_atoms(words))


def parts(pattern: str, words: str) -> dict[str, str]:
    """The named parts of words that `pattern` found ({"weekday": "friday"}), in lower case; {} where there are none."""
    for body in _bodies()[pattern]:
        if found := body.fullmatch(words):
            return {key: value.lower() for key, value in found.groupdict().items() if value}
    return {}


def patterns() -> frozenset[str]:
    """The names of all patterns."""
    return frozenset(_bodies()) | {"since", "until", "between", "war", "lasting_war"}


@cache
def _bodies() -> dict[str, tuple[re.Pattern[str], ...]]:
    ordered = sorted(FORMS, key=lambda form: form.name)
    return {
        name: tuple(re.compile(form.body, re.IGNORECASE) for form in forms)
        for name, forms in groupby(ordered, key=lambda form: form.name)
    }


def _atoms(text: str) -> Iterator[TimeWords]:
    """Matches of single forms; tried only at the few words before a word that times are made of."""
    words = [(found.group().lower(), found.start()) for found in _WORD.finditer(text)]
    done, tried = 0, 0
    for at, (core, _) in enumerate(words):
        if not _is_core(core):
            continue
        for word, start in words[max(tried, at - _REACH) : at + 1]:
            if start >= done and _may_open(word) and (found := _SCAN.match(text, start)):
                done = found.end()
                yield TimeWords(pattern=_form(found).name, start=start, end=done, text=found.group())
        tried = at + 1


def _is_core(word: str) -> bool:
    return word in _CORE or (word[:2] in ("19", "20") and word[:4].isdigit() and 4 <= len(word) <= 5)


def _may_open(word: str) -> bool:
    return word in _OPENING or word[0].isdigit()


def _form(found: re.Match[str]) -> Form:
    return FORMS[int((found.lastgroup or "f0")[1:])]


def _joined(text: str, atoms: tuple[TimeWords, ...]) -> Iterator[TimeWords]:
    """Each atom, widened by the word that makes it a stretch of time ("since", "until", "from ... to")."""
    at = 0
    while at < len(atoms):
        atom, following = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        before = text[max(0, atom.start - _LONGEST_PREFIX) : atom.start]
        if following and _is_range(before, atom, text[atom.end : following.start], following):
            yield _widened(text, "between", atom.start - _length(_BETWEEN, before), following.end)
            at += 2
        else:
            yield _with_prefix(text, before, atom)
            at += 1


def _is_range(before: str, atom: TimeWords, between: str, following: TimeWords) -> bool:
    """Whether two expressions are the ends of one: "from March to June", "in December and February"."""
    if atom.pattern == following.pattern == "month" and between.strip() == "and":
        return True
    return bool(_BETWEEN.search(before) and _JOIN.fullmatch(between))


def _with_prefix(text: str, before: str, atom: TimeWords) -> TimeWords:
    for name, prefix in (("since", _SINCE), ("until", _UNTIL)):
        if length := _length(prefix, before):
            return _widened(text, name, atom.start - length, atom.end)
    return atom


def _length(prefix: re.Pattern[str], before: str) -> int:
    found = prefix.search(before)
    return len(found.group()) if found else 0


def _widened(text: str, pattern: str, start: int, end: int) -> TimeWords:
    return TimeWords(pattern=pattern, start=start, end=end, text=text[start:end])
