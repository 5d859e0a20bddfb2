"""Number phrases of news, read as intervals.

"12" is (12, 12), "at least 12" (12, None), "up to 30" (None, 30), "dozens" (24, 99); a bound of None is open. The
conventions are those of the project's coding guidelines: "more than N" keeps N as its lower bound, "nearly N" as its
upper one, "about N" is N, and a vague plural spans from two of its unit to just under the next unit. "Many",
"numerous", "a number of" and "a few" give no quantity.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Interval = tuple[int | None, int | None]

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES + _TEENS, 1)} | {w: 10 * t for t, w in enumerate(_TENS, 2)}
_HUNDRED, _DOZEN = 100, 12
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000}
_UNITS = {"dozen": _DOZEN, "hundred": _HUNDRED} | _SCALES
_VAGUE: dict[str, Interval] = {
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "dozens of thousands": (24_000, 99_999),
    "scores of thousands": (40_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2_000_000_000, None),
    "several": (3, 9),
    "a couple": (2, 2),
    "both": (2, 2),
    "a single": (1, 1),
    "no": (0, 0),
    "no one": (0, 0),
    "nobody": (0, 0),
    "without any": (0, 0),
    "none": (0, 0),
    "zero": (0, 0),
}
_FRACTIONS = {"half": 2, "third": 3, "quarter": 4}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")


_GAP = r"[\s-]+"
_BELOW_100 = rf"(?:(?:{_any(_TENS)})(?:{_GAP}(?:{_any(_ONES)}))?|{_any(_ONES + _TEENS)})"
_BELOW_1000 = rf"(?:(?:a|{_BELOW_100}){_GAP}hundred(?:\s+(?:and\s+)?{_BELOW_100})?|{_BELOW_100})"
_SCALE = rf"(?:{_any(_SCALES)})"
_CARDINAL = rf"(?:(?:a|{_BELOW_1000}){_GAP}{_SCALE}(?:,?\s+(?:and\s+)?{_BELOW_1000}(?:\s+{_SCALE})?)*|{_BELOW_1000})"
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:[   ]\d00)+(?!\d)|\d+(?:\.\d+)?"


def _cardinal(text: str) -> int:
    """The value of "two hundred and five thousand": hundreds multiply what stands before, scales close a group."""
    total = group = 0
    for word in re.findall(r"[a-z]+", text):
        if word in _SMALL:
            group += _SMALL[word]
        elif word == "hundred":
            group = max(group, 1) * _HUNDRED
        elif word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
    return total + group


def _digits(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def _read_vague(found: re.Match[str]) -> Interval:
    return _VAGUE[" ".join(found.group().split())]


def _read_none(found: re.Match[str]) -> Interval:
    """ "No immediate reports of casualties"."""
    return _VAGUE["no"]


def _read_several(found: re.Match[str]) -> Interval:
    """ "several hundred" is "hundreds"."""
    return _VAGUE[found["unit"].rstrip("s") + "s"]


def _read_fraction(found: re.Match[str]) -> Interval:
    """ "half a million", "a quarter of a million", "half a dozen"."""
    return _exactly(_UNITS[found["unit"]] / _FRACTIONS[found["part"]])


def _read_dozen(found: re.Match[str]) -> Interval:
    many = found["many"]
    return _exactly(_DOZEN * (_digits(many) if many[0].isdigit() else max(_cardinal(many), 1)))


def _read_and_a_half(found: re.Match[str]) -> Interval:
    many = found["many"]
    return _exactly(((_digits(many) if many[0].isdigit() else max(_cardinal(many), 1)) + 0.5) * _UNITS[found["unit"]])


def _read_digits(found: re.Match[str]) -> Interval:
    return _exactly(_digits(found["many"]) * _UNITS.get(found["unit"] or "", 1))


def _read_cardinal(found: re.Match[str]) -> Interval:
    return _exactly(_cardinal(found.group()))


def _exactly(value: float) -> Interval:
    return round(value), round(value)


_VALUES: tuple[tuple[str, Callable[[re.Match[str]], Interval]], ...] = (
    (r"no\s+(?:\w+\s+){0,2}?reports?\s+of(?:\s+any)?", _read_none),
    (r"without\s+(?:causing|inflicting|claiming|suffering|reporting)(?:\s+any)?", _read_none),
    (_spaced(_any(_VAGUE)), _read_vague),
    (r"(?:several|a\s+few|some|a\s+couple\s+of)\s+(?P<unit>dozens?|hundreds?|thousands?|millions?)", _read_several),
    (rf"(?:(?:an?|one)\s+)?(?P<part>half|third|quarter)\s+(?:of\s+)?an?\s+(?P<unit>{_any(_UNITS)})", _read_fraction),
    (rf"(?P<many>a|{_DIGITS}|{_BELOW_100})\s+dozen", _read_dozen),
    (rf"(?P<many>{_DIGITS}|{_BELOW_100})\s+and\s+a\s+half\s+(?P<unit>{_any(_SCALES)})", _read_and_a_half),
    (rf"(?P<many>{_DIGITS})(?:[\s-]+(?P<unit>hundred|{_any(_SCALES)}))?", _read_digits),
    (_CARDINAL, _read_cardinal),
)
_READERS = tuple((re.compile(pattern), read) for pattern, read in _VALUES)
_VALUE = "|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern, _ in _VALUES)

_AT_LEAST = (
    "at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|more than|"
    "well over|over|upwards of|upward of|in excess of|above|beyond|greater than"
)
_AT_MOST = (
    "up to|as many as|as high as|as much as|a maximum of|no more than|not more than|at most|nearly|almost|close to|"
    "fewer than|less than|just under|under|below|nearing|approaching"
)
_ABOUT = (
    "about|around|some|approximately|roughly|an estimated|estimated|circa|exactly|just|only|another|an additional|"
    "additional|a further|a total of|a total|a combined|all|other|the other|a record"
)
_HEDGE_WORDS = _spaced(_any(f"{_AT_LEAST}|{_AT_MOST}|{_ABOUT}".split("|")))
_BOUND = re.compile(rf"\b(?:(?P<least>{_any(_AT_LEAST.split('|'))})|(?P<most>{_any(_AT_MOST.split('|'))}))\b")
_RANGE = r"(?<=\d)\s*[-–—]\s*(?=\d)|\s+to\s+|\s+or\s+|\s+and\s+"
# A number glued to a letter, hyphen, percent sign, currency or colon is a name, an age, a share, a price or an hour.
_START = r"(?<![\w$£€¥#:/.%-])(?<!\d,)"
_END = r"(?![\w%:/]|[.,]\d|-[a-z]|\s*(?:%|per\s?cent\b|percentage)|\s+and\s+a\s+half)"
_HEDGED = rf"(?P<hedges>(?:(?:between|{_HEDGE_WORDS})\s+(?:the\s+|its\s+|their\s+)?)*)(?P<value>{_VALUE})"
_AFTER = r"(?P<after>\+|(?:\s+[a-z]+){0,3}?\s+or\s+(?:more|fewer|less)\b)?"
_PAIR = re.compile(rf"{_START}(?<!from )(?<!by ){_HEDGED}(?P<range>{_RANGE})(?P<second>{_VALUE}){_END}")
_ALONE = re.compile(rf"{_START}{_HEDGED}{_END}{_AFTER}")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.?,?\s+(?:\d\d?,?\s+)?$")
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{_MONTHS})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(r"\b(?:in|since|from|until|till|early|late|mid|year|summer|spring|autumn|winter)\s+$")
_RISING = re.compile(
    r"\b(?:go|goes|gone|went|rise|rises|risen|rose|climb(?:s|ed)?|jump(?:s|ed)?|shot|put|bring(?:s|ing)?)\s+$"
)
_NAMED_BY_NUMBER = re.compile(r"\b(?:no\.?|number|aged?|article|resolution|operation|page|route|section)\s+$")


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number with its hedges: characters `start` to `end` of the text that was read, and its interval."""

    start: int
    end: int
    low: int | None
    high: int | None


def read_number(text: str) -> Interval | None:
    """The interval of a phrase that is nothing but a number and its hedges ("at least two dozen"), else None."""
    folded = " ".join(text.lower().split())
    if folded in ("a", "an"):
        return 1, 1
    if (pair := _PAIR.fullmatch(folded)) and (interval := _between(pair)):
        return interval
    return _bounded(alone) if (alone := _ALONE.fullmatch(folded)) else None


def find_numbers(text: str) -> tuple[NumberPhrase, ...]:
    """The number phrases of a text in reading order, without dates, ages, percentages, prices and numbered names."""
    lower = text.lower()
    found, at = [], 0
    while match := _ALONE.search(lower, at):
        pair = _PAIR.match(lower, match.start())
        between = _between(pair) if pair else None
        end = pair.end() if pair and between else match.end("value")
        if not _is_named(lower, match.start("value"), end):
            rising = match["hedges"].startswith("up to") and _RISING.search(lower, 0, match.start())
            interval = between or (_value(match["value"]) if rising else _bounded(match))
            found.append(NumberPhrase(match.start(), end, *interval))
        at = end
    return tuple(found)


def share_of(whole: Interval, share: str) -> Interval:
    """The interval of "most", "more than half" or "half" of a counted whole.

    A majority is a half and one more; above a thousand the one is lost in the rounding of the figure itself.
    """
    low, high = whole
    if share == "half":
        return _half(low), _half(high)
    return (None if low is None else low // 2 + (low < _SCALES["thousand"])), high


def _half(bound: int | None) -> int | None:
    return None if bound is None else bound // 2


def _bounded(match: re.Match[str]) -> Interval:
    """The value with its bound, which a hedge before it or "or more" after it opens."""
    low, high = _value(match["value"])
    hedge = _BOUND.search(" ".join(match["hedges"].split()))
    after = match["after"] or ""
    if after.endswith(("fewer", "less")) or (hedge and hedge["most"]):
        return None, high
    return (low, None) if after or hedge else (low, high)


def _between(match: re.Match[str]) -> Interval | None:
    """ "10 to 15", "between 10 and 15"; "70 to 80,000" shares its thousands. None where the two are no range."""
    first, second = _value(match["value"]), _value(match["second"])
    if (match["range"].strip() == "and") != ("between" in match["hedges"]) or None in first + second:
        return None
    low, high = first[0] or 0, second[1] or 0
    scale = next((s for s in (_SCALES["million"], _SCALES["thousand"]) if low < _SCALES["thousand"] <= s <= high), 1)
    low = low * scale if low * scale <= high else low
    return (low, high) if low < high else None


def _value(text: str) -> Interval:
    for pattern, read in _READERS:
        if found := pattern.fullmatch(text):
            return read(found)
    raise AssertionError(f"no reader for the number phrase {text!r}")


def _is_named(lower: str, start: int, end: int) -> bool:
    """Whether the number is part of a date, an age or a name."""
    if not lower[start].isdigit():
        return False
    before = lower[max(0, start - 24) : start]
    number = lower[start:end]
    if lower[end : end + 1] in ("-", "–") and lower[end + 1 : end + 2].isdigit():
        return True
    if _MONTH_BEFORE.search(before) and len(number) in (1, 2, 4):
        return True
    if _MONTH_AFTER.match(lower, end) and len(number) in (1, 2):
        return True
    if _YEAR.fullmatch(number) and _YEAR_BEFORE.search(before):
        return True
    return bool(_NAMED_BY_NUMBER.search(before)) or (before.endswith("(") and lower[end : end + 1] == ")")
