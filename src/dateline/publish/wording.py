"""Records put into a reader's words: short, and never surer than the record."""

from datetime import date

from dateline.knowledge.how_many import how_many
from dateline.model.claim import Count, Source
from dateline.model.event import Actor, Days, Event, Place

_SCOPES = {"total": " in all", "stock": " by now"}
_MARKS = {"planned": "planned", "possible": "possible", "not": "did not happen"}


def what(event: Event) -> str:
    """The type, and in brackets what keeps it from being a plain happening: "air strike (planned)"."""
    claim = event.claim
    marks = [_MARKS[claim.modality]] if claim.modality in _MARKS else []
    if not claim.asserted:
        marks.append("only denied")
    name = claim.type.replace("_", " ")
    return f"{name} ({', '.join(marks)})" if marks else name


def actors(found: tuple[Actor, ...]) -> str:
    """Names, with "?" after those that are alleged or worked out from another sentence."""
    return ", ".join(actor.name if actor.basis == "stated" else f"{actor.name}?" for actor in found)


def places(found: tuple[Place, ...]) -> str:
    """Names with their countries; where people or forces move, from where to where."""
    return ", ".join(_place(place) for place in found)


def _place(place: Place) -> str:
    name = f"{place.name} ({place.country})" if place.country and place.precision != "country" else place.name
    return name if place.role == "site" else f"{place.role} {name}"


def days(found: Days | None) -> str:
    """One day, or the first and last of several."""
    return stretch((found.start, found.end) if found else None)


def stretch(found: tuple[date, date] | None) -> str:
    """One day in ISO form, or the first and last of several."""
    if found is None:
        return ""
    first, last = (day.isoformat() for day in found)
    return first if first == last else f"{first} – {last}"


def stamp(written: str | None) -> str:
    """A day, or a day and minute, of ISO 8601 with a space for its T."""
    return (written or "").replace("T", " ")


def counts(found: tuple[Count, ...]) -> str:
    """Figures in the order in which they are said: "12 or more civilians killed, of them 3 children"."""
    return ", ".join(_count(count) if count.part_of is None else f"of them {_people(count)}" for count in found)


def _count(count: Count) -> str:
    kind = "" if count.kind in count.who else f" {count.kind}"
    return f"{_people(count)}{kind}{_SCOPES.get(count.scope, '')}"


def _people(count: Count) -> str:
    return f"{how_many(count.low, count.high)} {count.who}"


def who_says(event: Event) -> str:
    """Who asserts and who denies it; where nobody is named, whose own statement it is."""
    sources = event.claim.sources
    saying = ", ".join(_source(source) for source in sources if source.stance == "asserts")
    denying = ", ".join(_source(source) for source in sources if source.stance == "denies")
    parts = [saying, f"denied by {denying}" if denying else ""]
    if not sources:
        parts.append(f"{event.voice or 'the report'} itself")
    return "; ".join(part for part in parts if part)


def _source(source: Source) -> str:
    name = f"{source.name} ({source.hedge})" if source.hedge else source.name
    return f"{name} via {source.via}" if source.via else name
