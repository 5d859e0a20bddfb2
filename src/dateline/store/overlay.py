"""Events as people corrected them, laid over what was coded, which stays as it is.

A correction has the shape that the slot has in an event's line of JSON: words with their offsets into the report.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final, get_args

import msgspec

from dateline.model.claim import Count, Modality, Source
from dateline.model.errors import ReviewError
from dateline.model.event import Actor, Codes, Days, Event, Place
from dateline.model.review import Review, Slot, Value
from dateline.model.text import Span

Put = Callable[[Event, Any, str], Event]
_Words = Mapping[str, Any]


def as_reviewed(event: Event, review: Review, text: str) -> Event:
    """The event with all corrections that stand. One whose words are no more in the report's `text`, because the page
    was read anew, is left out."""
    for slot, said in sorted(review.corrections.items(), key=lambda pair: pair[1].number):
        try:
            event = corrected(event, slot, said, text)
        except ReviewError:
            continue
    return event


def corrected(event: Event, slot: Slot, said: Value, text: str) -> Event:
    """The event with this in the slot. Raises ReviewError, in one line, where the value is none that it can hold."""
    try:
        event = PUT[slot](event, said.value, text)
        return event if said.codes is None else replace(event, codes=msgspec.convert(said.codes, Codes))
    except msgspec.ValidationError as error:
        raise ReviewError(f"{slot}: {error}") from error


# ---- what goes into each slot -------------------------------------------------------------------
def _type(event: Event, value: Any, text: str) -> Event:
    return replace(event, claim=replace(event.claim, type=msgspec.convert(value, str)))


def _modality(event: Event, value: Any, text: str) -> Event:
    if value not in get_args(Modality):
        raise ReviewError(f"modality: {value!r} is none of {', '.join(get_args(Modality))}")
    return replace(event, claim=replace(event.claim, modality=value))


def _background(event: Event, value: Any, text: str) -> Event:
    told = msgspec.convert(value, bool)
    return replace(event, background=told, claim=replace(event.claim, background=told))


def _agents(event: Event, value: Any, text: str) -> Event:
    return replace(event, agents=_all(value, Actor, text))


def _targets(event: Event, value: Any, text: str) -> Event:
    return replace(event, targets=_all(value, Actor, text))


def _places(event: Event, value: Any, text: str) -> Event:
    places = _all(value, Place, text)
    for place in places:
        if (place.lat is None) != (place.lon is None):
            raise ReviewError(f"places: {place.name} has only half of its coordinates")
        if place.lat is not None and not (abs(place.lat) <= 90 and abs(place.lon) <= 180):
            raise ReviewError(f"places: {place.lat}, {place.lon}: no latitude and longitude in degrees")
    return replace(event, places=places)


def _date(event: Event, value: Any, text: str) -> Event:
    if value is None:
        return replace(event, date=None)
    days = msgspec.convert({"anchor": _field(value, "start"), **_with_words(value, text)}, Days)
    if days.end < days.start:
        raise ReviewError(f"date: {days.end} lies before {days.start}")
    return replace(event, date=days)


def _quantities(event: Event, value: Any, text: str) -> Event:
    counts = _all(value, Count, text)
    for count in counts:
        if count.low is None and count.high is None:
            raise ReviewError("quantities: say how many, in low, in high or in both")
        if count.low is not None and count.high is not None and count.high < count.low:
            raise ReviewError(f"quantities: {count.high} is less than {count.low}")
    return replace(event, claim=replace(event.claim, counts=counts))


def _sources(event: Event, value: Any, text: str) -> Event:
    """Who is said to have said it; where nobody is, the report says it in its own voice."""
    return replace(event, claim=replace(event.claim, sources=_all(value, Source, text)))


PUT: Final[Mapping[Slot, Put]] = {
    "type": _type,
    "modality": _modality,
    "background": _background,
    "agents": _agents,
    "targets": _targets,
    "places": _places,
    "date": _date,
    "quantities": _quantities,
    "sources": _sources,
}


# ---- words --------------------------------------------------------------------------------------
def _all(value: Any, kind: type[Any], text: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ReviewError(f"{value!r} is no list")
    return tuple(msgspec.convert(_with_words(one, text), kind) for one in value)


def _with_words(value: Any, text: str) -> dict[str, Any]:
    """What stands in a line, with its words as a span; None where it gives none, which only days may."""
    if _field(value, "text_start") is None:
        return {**value, "words": None}
    start, end = (msgspec.convert(_field(value, key), int) for key in ("text_start", "text_end"))
    span = _found(Span(start, end, value.get("text") or text[start:end]), text)
    return {**value, "words": {"start": span.start, "end": span.end, "text": span.text}}


def _field(value: Any, key: str) -> Any:
    if not isinstance(value, Mapping):
        raise ReviewError(f"{value!r} has no words: give name, text_start and text_end")
    return value.get(key)


def _found(words: Span, text: str) -> Span:
    """Where these words stand: at their offsets, else, in a text that was read anew, at the nearest place."""
    if words.text and text[words.start : words.end] == words.text:
        return words
    starts = [found.start() for found in re.finditer(re.escape(words.text), text)] if words.text else []
    if not starts:
        raise ReviewError(f"{words.text!r} does not stand at {words.start}-{words.end} of the report")
    start = min(starts, key=lambda found: abs(found - words.start))
    return Span(start, start + len(words.text), words.text)
