"""What a report's lead is about: its names and figures, by which stories that share a formula are told apart.

An agency ends its reports with the same paragraphs for months. What is new stands at the head: the names and figures of
the first paragraph.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from dateline.knowledge.folding import fold
from dateline.knowledge.numbers import read_number
from dateline.model.text import Report
from dateline.store.shingles import words

_LEAD: Final = 40
"""Words of a lead, at most."""
_FEWEST: Final = 3
"""Words of a headline, figures aside, by which two can be told to be the same."""
_POSSESSIVE: Final = re.compile(r"['’]s\b")
_NAME: Final = re.compile(r"(?<=[\w,;:)] )[A-Z][^\W\d_]{2,}")
# Sites write "on Tuesday" or "on 3 March" as their style wants it.
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)


def speak_of_others(one: Report, other: Report) -> bool:
    """Whether the lead of each names somebody, some place or some weekday that the other does not name anywhere."""
    return bool(_names(one.text) - _all_words(other.text)) and bool(_names(other.text) - _all_words(one.text))


def count_differently(one: Report, other: Report) -> bool:
    """Whether headline and lead of each have a figure that those of the other do not have."""
    first, second = (_figures(words(f"{each.title or ''} {_lead(each.text)}")) for each in (one, other))
    return bool(first - second) and bool(second - first)


def have_one_headline(one: Report, other: Report) -> bool:
    """Whether the headlines are the same but for figures and for what one adds."""
    first, second = (_without_figures(each.title) for each in (one, other))
    return min(len(first), len(second)) >= _FEWEST and (first <= second or second <= first)


def _lead(text: str) -> str:
    return " ".join(text.lstrip().partition("\n")[0].split()[:_LEAD])


def _names(text: str) -> set[str]:
    """The words with a capital that do not begin a sentence, folded."""
    return {fold(name) for name in _NAME.findall(_POSSESSIVE.sub("", _lead(text)))} - _MONTHS


@lru_cache(maxsize=64)
def _all_words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words(_POSSESSIVE.sub("", text)))


def _figures(said: Iterable[str]) -> set[object]:
    return {number for word in said if (number := read_number(word)) is not None}


def _without_figures(title: str | None) -> frozenset[str]:
    return frozenset(word for word in words(fold(title or "")) if read_number(word) is None)
