"""Wars and the days on which they began: what "since the war began" and "the war has killed" count from.

Data: data/wars.yaml.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Final

import yaml

from dateline.knowledge.calendar import TimeWords
from dateline.knowledge.calendar_words import SMALL
from dateline.model.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class War:
    """A war on the soil of `countries` (ISO 3166-1 alpha-2); `ended` is None where it goes on."""

    name: str
    countries: frozenset[str]
    began: date
    ended: date | None = None


@cache
def wars() -> tuple[War, ...]:
    """The wars that Dateline comes with, loaded once. Raises DataError."""
    return parse_wars((resources.files("dateline") / "data" / "wars.yaml").read_text(encoding="utf-8"))


def parse_wars(text: str) -> tuple[War, ...]:
    """Wars from YAML. Raises DataError where an entry lacks a name, countries or a day, or ends before it begins."""
    return tuple(_war(entry) for entry in yaml.load(text, Loader=yaml.CSafeLoader))


def _war(entry: dict[str, object]) -> War:
    countries, began, ended = entry.get("countries"), entry.get("began"), entry.get("ended")
    if not isinstance(countries, list) or not countries or not isinstance(began, date):
        raise DataError(f"wars.yaml: {entry.get('name')!r} needs a list of countries and the day on which it began")
    if ended is not None and (not isinstance(ended, date) or ended < began):
        raise DataError(f"wars.yaml: {entry.get('name')!r} does not end on a day after it began")
    return War(name=str(entry["name"]), countries=frozenset(map(str, countries)), began=began, ended=ended)


def war_of(countries: Iterable[str], day: date) -> War | None:
    """The war under way on a day in the first of these countries that has one; the one begun last where it has two."""
    for country in countries:
        here = [w for w in wars() if country in w.countries and w.began <= day and (w.ended is None or day <= w.ended)]
        if here:
            return max(here, key=lambda war: war.began)
    return None


# ---- words that count from the beginning of a war --------------------------------------------------
_WAR: Final = r"(?:(?:full[- ]scale|civil|armed)\s+)*(?:war|conflict|uprising|revolution|invasion|insurgency|rebellion)"
_NAMED: Final = r"(?!(?:cold|world|gulf|great|first|second|korean|vietnam|trade|price|culture|proxy)\b)"
_OWNER: Final = rf"(?:(?:the|its|their|this|his)\s+)?(?:{_NAMED}[\w.]+(?:['’]s)?\s+){{0,2}}?{_NAMED}"
_BEGAN: Final = r"(?:started|began|broke\s+out|erupted)"
_HARMED: Final = r"(?:killed|claimed|left|cost|displaced|forced|driven|uprooted|taken|wounded|injured|destroyed)"
_SINCE_WAR: Final = (
    rf"since\s+(?:the\s+(?:start|beginning|outbreak|onset)\s+of\s+)?{_OWNER}{_WAR}\b(?:\s+{_BEGAN})?",
    rf"since\s+(?:[\w.]+\s+){{1,3}}(?:launched|began|started)\s+(?:its|their|the|a)\s+{_WAR}\b",
    rf"so\s+far\s+(?:in|during)\s+{_OWNER}{_WAR}\b",
    rf"(?:during|in)\s+the\s+course\s+of\s+the\s+{_WAR}\b",
)
_WHOSE: Final = rf"(?:(?:the|this|its|their)\s+(?:{_NAMED}[\w.-]+\s+)??|[\w.]+['’]s\s+){_NAMED}"
_THE_WAR: Final = (
    rf"{_WHOSE}{_WAR}(?=\s+(?:which\s+|that\s+)?ha[sd]\s+(?:already\s+|also\s+|now\s+|so\s+far\s+)?{_HARMED}\b)"
)
_LONG: Final = (
    rf"(?P<number>\d{{1,3}}|{'|'.join(SMALL)})[- ](?P<unit>day|week|month|year)(?:[- ](?:old|long))?\s+{_WAR}\b"
)
_FROM_WAR: Final = re.compile(rf"\b(?:{'|'.join((*_SINCE_WAR, _THE_WAR))})", re.IGNORECASE)
_LASTING_WAR: Final = re.compile(rf"\b{_LONG}", re.IGNORECASE)
_HAS_WAR: Final = re.compile(r"\b(?:war|conflict|uprising|revolution|invasion|insurgency|rebellion)\b", re.IGNORECASE)


def war_times(text: str) -> Iterator[TimeWords]:
    """The words of a text that count from the beginning of a war: pattern "war", or "lasting_war" where it is told."""
    if _HAS_WAR.search(text):
        for pattern, form in (("lasting_war", _LASTING_WAR), ("war", _FROM_WAR)):
            for found in form.finditer(text):
                yield TimeWords(pattern=pattern, start=found.start(), end=found.end(), text=found.group())


def length_of(words: str) -> dict[str, str]:
    """How long a war has lasted by its words ({"number": "30", "unit": "month"}); {} where they do not tell."""
    found = _LASTING_WAR.fullmatch(words)
    return {key: value.lower() for key, value in found.groupdict().items()} if found else {}
