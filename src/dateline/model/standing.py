"""What the claims of an incident say together, and who stands behind each part: parties, day and place.

Nothing here is said to be true. What does not fit stands beside what is shown, with those who say it.
"""

from dataclasses import dataclass
from datetime import date

from dateline.model.claim import Basis
from dateline.model.event import Place
from dateline.model.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody held responsible, or said to have been hit, and how each voice stands to that.

    `basis` is the best that any telling gives: "stated" before "alleged" before "inferred" from another sentence.
    `stated_by` say it outright, `alleged_by` accuse or suspect, `denied_by` deny that it was this party, or that it
    happened where this party is named; `owned_by` speak for the party itself and say that it did it.
    """

    name: str
    id: str | None
    basis: Basis
    stated_by: tuple[Voice, ...] = ()
    alleged_by: tuple[Voice, ...] = ()
    denied_by: tuple[Voice, ...] = ()
    owned_by: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PutOn:
    """The first and last day on which one telling, by its event's id, puts it, and who says so."""

    event: str
    start: date
    end: date
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The tightest stretch of days that most sources support together, with the tellings that bear it out.

    `told`: words give the day; else it is only that of the reports. Where as many say one thing as another, it reaches
    from the first to the last of them, and all that fall short of that stand under `conflicting`.
    """

    start: date
    end: date
    told: bool
    supporting: tuple[PutOn, ...]
    conflicting: tuple[PutOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAt:
    """The places where one telling, by its event's id, puts it, and who says so."""

    event: str
    places: tuple[Place, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The tightest places that most sources name, the tellings that name them or wider ones, and those elsewhere."""

    places: tuple[Place, ...]
    supporting: tuple[PutAt, ...]
    conflicting: tuple[PutAt, ...]
