"""Where a text names a time: named patterns over its words, found in one scan.

`find` gives the time expressions of a text in order; `parts` takes one apart again by its pattern's name. A pattern says only
what the words are ("weekday", "ago", "since"); which days they mean depends on the report and is worked out elsewhere.
Ages, durations of plain past acts, "a second blast" and the verbs "may" and "march" are not times.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from dateline.knowledge.calendar_words import MONTH_SHORT, MONTHS, SEASONS, SMALL, TENS, UNITS, WEEKDAY_SHORT, WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words of time in a scanned text, half-open, and the name of the pattern that found them."""

    pattern: str
    start: int
    end: int
    text: str


def _either(words: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# "march" and "may" are months in lower case only where a neighbour says so; short names need a figure beside them.
_PLAIN_MONTH = _either([name for name in MONTHS if name not in ("march", "may")])
_SHORT_MONTH = rf"(?:{_either([name for name in MONTH_SHORT if name != 'may'])})\b\.?"
_MONTH = rf"(?:{_either(list(MONTHS))}|{_SHORT_MONTH})"
_CAPITAL_SHORT = _either([name.title() for name in MONTH_SHORT])
_MONTH_AFTER_DAY = rf"(?:(?:{_PLAIN_MONTH})\b|(?-i:March|May)\b|(?-i:{_CAPITAL_SHORT})\b\.?)"
_YEAR = r"(?:19|20)\d\d(?!\d|[,.:]\d|%)"
_PEOPLE = r"people|civilians|children|women|men|soldiers|troops|fighters|militants|rebels|others|houses|homes|families|were|of them"
_NOT_A_COUNT = rf"(?!\s+(?:{_PEOPLE})\b)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:{_either(list(WEEKDAYS))})"
_WEEKDAY_ANY = rf"(?:{_either([*WEEKDAYS, *WEEKDAY_SHORT])})\.?"
_PART = r"(?:the\s+)?(?P<part>early|late|mid|middle|beginning|start|end)(?:\s+in|\s+of|\s*-)?\s*(?:the\s+year\s+)?"
_UNIT = rf"(?P<unit>{_either(list(UNITS))})"
_DAYTIME = r"(?:\s+(?P<daytime>night|morning|afternoon|evening)s?)?"
_OWN = r"(?:['’]s)?"
_SMALL = _either(list(SMALL))
_NUMBER = rf"(?P<number>\d{{1,3}}|(?:{_either(list(TENS))})(?:[- ](?:{_SMALL}))?|{_SMALL}|(?:a\s+)?(?:couple\s+of|few)|several|an?)"
_HEDGE_WORDS = (
    "nearly|almost|about|around|roughly|approximately|some|just over|just under|just|only|well over|over|under|"
    "more than|less than|at least|up to|a little over|barely|within"
)
_HEDGE = rf"(?:(?P<hedge>{_HEDGE_WORDS})\s+)?"
_SEASON = _either(list(SEASONS))
# A bare year or month is taken after these words only; each alternative of a look-behind has one width.
_AFTER = "".join(
    rf"(?<=\b{word}\s)|"
    for word in ("in", "since", "of", "until", "till", "by", "from", "during", "between", "after", "before")
)
_YEAR_CONTEXT = rf"(?:{_AFTER}(?<=\bthroughout\s)|(?<=\band\s)|(?<=\bthe\s)|(?<=\())"
_MONTH_CONTEXT = rf"(?:{_AFTER}(?<=\band\s))"


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a pattern: `context` must stand before it, `body` has the named parts."""

    name: str
    body: str
    context: str = ""


# In order of preference where two could begin at the same character.
_FORMS: Final[tuple[_Form, ...]] = (
    _Form("date", r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    _Form("numeric_date", r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"),
    _Form(
        "date",
        rf"(?:{_WEEKDAY_ANY},?\s+)?(?:the\s+)?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH_AFTER_DAY}),?\s+(?P<year>{_YEAR})",
    ),
    _Form("date", rf"(?:{_WEEKDAY_ANY},?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY}),?\s+(?P<year>{_YEAR})"),
    _Form(
        "day_range",
        rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})\s*(?:-|–|to|through)\s*(?P<last>{_DAY})(?!\d)(?:,?\s+(?P<year>{_YEAR}))?",
    ),
    _Form(
        "day_range",
        rf"(?P<day>{_DAY})\s*(?:-|–|to|and)\s*(?P<last>{_DAY})\s+(?P<month>{_MONTH_AFTER_DAY})(?:,?\s+(?P<year>{_YEAR}))?",
    ),
    _Form("month_day", rf"(?:{_WEEKDAY_ANY},?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?!\d|[,.:]\d|%){_NOT_A_COUNT}{_OWN}"),
    _Form("month_day", rf"(?:{_WEEKDAY_ANY},?\s+)?(?:the\s+)?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH_AFTER_DAY}){_OWN}"),
    _Form("month_year", rf"(?:{_PART})?(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR}|(?:last|this|next|the same|that)\s+year)"),
    _Form("month", rf"(?:{_PART}(?:the\s+month\s+of\s+)?)?(?:(?P<which>last|next|this|past|that)\s+)?(?P<month>{_PLAIN_MONTH})\b{_OWN}"),
    _Form("month", rf"{_PART}(?P<month>march|may)\b{_OWN}"),
    _Form("month", rf"(?P<which>last|next|this|past|that)\s+(?P<month>march|may)\b{_OWN}(?!\s+(?:was|is|will|has|in|to|on)\b)"),
    _Form("month", rf"(?P<month>march|may)\b{_OWN}(?!\s+(?:on|against|have|be)\b|\s+to\s+(?!{_MONTH}\b))", _MONTH_CONTEXT),
    _Form("month", rf"(?P<month>(?-i:{_CAPITAL_SHORT})\.)", _MONTH_CONTEXT),
    _Form("month", rf"(?P<month>(?-i:March|May))\b{_OWN}(?=\s+[a-z]+)(?!\s+(?:on|to|against|have|be)\b)", r"(?<=\bthe\s)"),
    _Form(
        "part_of_year",
        rf"(?:the\s+)?(?P<ordinal>first|second|last)\s+(?:(?P<number>{_SMALL}|\d{{1,2}})\s+months|(?P<unit>half|quarter))"
        rf"\s+of\s+(?P<year>{_YEAR}|this year|last year|the year)",
    ),
    _Form("season", rf"(?:{_PART})?(?:the\s+)?(?P<season>{_SEASON})\s+(?:of\s+)?(?P<year>{_YEAR})"),
    _Form("season", rf"(?P<which>last|this|next|the)\s+(?P<season>spring|summer|autumn|winter)\b{_OWN}", r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?=last|this|next))"),
    _Form("decade", rf"the\s+(?:{_PART})?(?P<year>(?:19|20)\d0)['’]?s\b"),
    _Form("year", rf"{_PART}(?P<year>{_YEAR})"),
    _Form("year", rf"(?P<year>{_YEAR})(?!-\d){_NOT_A_COUNT}", _YEAR_CONTEXT),
    _Form(
        "weekdays",
        rf"(?:(?P<hour>early|late)\s+)?(?P<weekday>{_WEEKDAY})(?:\s+(?:night|morning|afternoon|evening))?\s+(?:and|or)\s+(?:on\s+)?"
        rf"(?P<last>{_WEEKDAY})\b{_DAYTIME}",
    ),
    _Form(
        "weekday",
        rf"(?:(?P<hour>early|late|earlier|later)\s+(?:on\s+)?)?(?:(?:the\s+)?(?P<which>last|next|this|past|coming|following|previous)\s+)?"
        rf"(?P<weekday>{_WEEKDAY})(?:['’]?s)?\b{_DAYTIME}(?!\s+(?:prayers?|mosque|market|times)\b)",
        r"(?<!\bblack\s)(?<!\bgood\s)(?<!\bbloody\s)(?<!\beaster\s)(?<!\bpalm\s)",
    ),
    _Form("day_before_yesterday", r"the\s+day\s+before\s+yesterday"),
    _Form("yesterday", rf"(?:(?:early|late|earlier|later)\s+)?yesterday(?:['’]s)?\b{_DAYTIME}|last\s+(?:night|evening)(?:['’]s)?"),
    _Form("today", r"(?:(?:early|earlier|late|later)\s+)?(?:today|tonight)(?:['’]s)?\b|(?:(?:early|earlier|late|later)\s+)?this\s+(?:morning|afternoon|evening)(?:['’]s)?"),
    _Form("tomorrow", rf"(?:(?:early|late|later)\s+)?tomorrow(?:['’]s)?\b{_DAYTIME}|the\s+day\s+after\s+tomorrow"),
    _Form("overnight", r"overnight|during\s+the\s+night"),
    _Form("weekend", rf"(?:(?:over|at|during|on|for)\s+)?(?:the|last|this|this past|next|the past)\s+weekend{_OWN}"),
    _Form("same_day", r"(?:on\s+)?(?:the\s+same|that(?:\s+same|\s+very)?)\s+(?P<unit>day|night|morning|evening|week|month|year)"),
    _Form("same_day", r"(?:earlier|later|early|late)\s+(?:on|in)\s+the\s+(?P<unit>day|night|evening|morning|week|month|year)"),
    _Form("recent", rf"(?:in|over|during|for|of)\s+recent\s+(?:the\s+)?{_UNIT}s"),
    _Form(
        "span",
        rf"(?:(?:in|over|during|within|for|throughout)\s+)?(?:(?:the|these|this)\s+)?(?P<which>past|last|previous|next|coming)\s+{_HEDGE}"
        rf"{_NUMBER}[\s-]+{_UNIT}s?\b",
    ),
    _Form("span", rf"(?:(?:in|over|during|within|for|throughout)\s+)?(?:(?:the|this)\s+)?(?P<which>past|coming)\s+{_UNIT}s?\b"),
    _Form("span", rf"(?:in|over|during|within|for|throughout)\s+(?:the\s+)?(?P<which>last|next)\s+{_UNIT}(?:(?<!y)s)?\b", r"(?=(?:in|over|during|within|for|throughout)\s+the\s)"),
    _Form("span", r"(?:during|over|throughout)\s+the\s+(?P<unit>week|month)\b(?!\s+(?:of|before|after)\b)"),
    _Form("end_of", r"(?:by\s+|at\s+|until\s+|before\s+)?the\s+(?P<part>end|beginning|start|middle)\s+of\s+(?P<which>the|this|last|next)\s+(?P<unit>week|month|year)\b"),
    _Form(
        "period",
        rf"(?:(?P<part>early|earlier|late|later|mid)[\s-]+)?(?:the\s+)?(?P<which>last|this|next|coming)\s+(?P<unit>week|month|year)\b{_OWN}",
    ),
    _Form("offset", r"the\s+(?P<way>following|next|previous)\s+(?P<unit>day|night|morning|evening|week|month|year)\b"),
    _Form("offset", r"the\s+(?P<unit>day|night|week|month|year)\s+(?P<way>before|after)(?=\s*(?:[,.;:)\"”]|$))"),
    _Form("ago", rf"{_HEDGE}(?:{_NUMBER}[\s-]+)?{_UNIT}s?\s+ago\b"),
    _Form("ago", r"half\s+an?\s+(?P<half>year|decade)\s+ago\b"),
    _Form("offset", rf"{_HEDGE}{_NUMBER}\s+{_UNIT}s?\s+(?P<way>later|earlier|previously|afterwards?|before(?=\s*(?:[,.;:)]|$))|after(?=\s*(?:[,.;:)]|$)))\b"),
    _Form("since_then", r"since\s+then|ever\s+since(?=\s*(?:[,.;:)]|$))"),
    _Form("lasting", rf"for\s+{_HEDGE}(?:{_NUMBER}[\s-]+)?{_UNIT}s?\b(?!\s+(?:ago|later|earlier|old)\b|-)"),
    _Form("within", rf"(?:with)?in\s+{_HEDGE}(?:the\s+space\s+of\s+)?{_NUMBER}[\s-]+{_UNIT}s?\b(?!\s+(?:ago|later|earlier|old)\b|['’])"),
    _Form("part_of_day", r"(?:at|before)\s+(?:dawn|dusk|noon|midnight|night|sunset|sunrise|daybreak)|in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)\b(?:\s+hours)?"),
)  # fmt: skip

_NAME = re.compile(r"\?P<(\w+)>")
_SCAN = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<f{n}>{form.context}{_NAME.sub('?:', form.body)})" for n, form in enumerate(_FORMS))
    + r")(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# Every pattern holds one of these words or a year, and begins at most so many words before it with a figure or an opening word.
_CORE = frozenset(
    [
        *MONTHS,
        *MONTH_SHORT,
        *WEEKDAYS,
        *(f"{day}s" for day in WEEKDAYS),
        *UNITS,
        *(f"{unit}s" for unit in UNITS),
        *SEASONS,
    ]
) | frozenset(
    "today tonight yesterday tomorrow overnight morning afternoon evening weekend since then "
    "dawn dusk noon midnight sunset sunrise daybreak".split()
)
_OPENING = _CORE | frozenset(
    [*WEEKDAY_SHORT, *SMALL, *TENS]
    + "early earlier late later mid middle beginning start end the a an last next this that these past coming following previous "
    "first second in on at by until before during over within for throughout of ever recent half couple few several nearly almost "
    "about around roughly approximately some just only well under more less least up little barely".split()
)
_REACH = 7


_SINCE = re.compile(
    r"\b(?:ever\s+)?since\s+(?:(?:at\s+least|about|around|as\s+early\s+as|the|on|back\s+in)\s+)*$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|till|up\s+to)\s+(?:(?:at\s+least|the|on|about|around)\s+)*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:from|between)\s+(?:(?:the|about|around|on)\s+)*$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:-|–|,?\s*\b(?:to|until|till|through|and|up to))\s+(?:the\s+)?$", re.IGNORECASE)
_LONGEST_PREFIX = 40


def find(text: str) -> tuple[TimeWords, ...]:
    """The time expressions of a text, in order, none overlapping; "since", "until" and "from ... to" joined to theirs."""
    return tuple(_joined(text, tuple(_atoms(text))))


def inside(words: str) -> tuple[TimeWords, ...]:
    """The single expressions inside joined words ("since Monday" holds a weekday)."""
    return tuple(_atoms(words))


def parts(pattern: str, words: str) -> dict[str, str]:
    """The named parts of words that `pattern` found ({"weekday": "Friday"}), lower case; {} where it does not fit."""
    for body in _bodies()[pattern]:
        if found := body.fullmatch(words):
            return {key: value.lower() for key, value in found.groupdict().items() if value}
    return {}


def patterns() -> frozenset[str]:
    """The names of all patterns."""
    return frozenset(form.name for form in _FORMS) | {"since", "until", "between"}


def _atoms(text: str) -> Iterator[TimeWords]:
    """Matches of single forms; tried only at the few words before a word that times are made of."""
    words = [(found.group().lower(), found.start()) for found in _WORD.finditer(text)]
    done, tried = 0, 0
    for at, (core, _) in enumerate(words):
        if not _is_core(core):
            continue
        for word, start in words[max(tried, at - _REACH) : at + 1]:
            if start >= done and (word in _OPENING or word[0].isdigit()) and (found := _SCAN.match(text, start)):
                done = found.end()
                yield TimeWords(pattern=_form(found).name, start=start, end=done, text=found.group())
        tried = at + 1


def _is_core(word: str) -> bool:
    return word in _CORE or (word[:2] in ("19", "20") and word[:4].isdigit() and 4 <= len(word) <= 5)


def _form(found: re.Match[str]) -> _Form:
    return _FORMS[int((found.lastgroup or "f0")[1:])]


@cache
def _bodies() -> dict[str, tuple[re.Pattern[str], ...]]:
    ordered = sorted(_FORMS, key=lambda form: form.name)
    return {
        name: tuple(re.compile(form.body, re.IGNORECASE) for form in forms)
        for name, forms in groupby(ordered, key=lambda form: form.name)
    }


def _joined(text: str, atoms: tuple[TimeWords, ...]) -> Iterator[TimeWords]:
    """Each atom, widened by the word that makes it a stretch of time ("since", "until", "from ... to")."""
    at = 0
    while at < len(atoms):
        atom, following = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        before = text[max(0, atom.start - _LONGEST_PREFIX) : atom.start]
        if following and _is_range(text, before, atom, following):
            yield _widened(text, "between", atom.start - _length(_BETWEEN, before), following.end)
            at += 2
            continue
        yield _with_prefix(text, before, atom)
        at += 1


def _is_range(text: str, before: str, atom: TimeWords, following: TimeWords) -> bool:
    between = text[atom.end : following.start]
    if atom.pattern == following.pattern == "month" and between.strip() == "and":
        return True
    return bool(
        _BETWEEN.search(before)
        and _JOIN.fullmatch(
            text[atom.end : following.start] + ("" if text[atom.end : following.start].endswith(" ") else " ")
        )
    )


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
