"""Where on a page a field was found, and how sure it is: of several finds, the first that says anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.model.text import Field, Origin, Sure

T = TypeVar("T")
Find = tuple[T | None, str, Sure]
"""A value, if there is one, the words for where it was found, and how sure it is."""


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """A field's value, and where it is from, if it was found."""

    value: T | None
    origins: tuple[Origin, ...] = ()


def first(what: Field, *finds: Find[T]) -> Chosen[T]:
    """The first find that has a value; no names are none."""
    for value, where, sure in finds:
        if value:
            return Chosen(value, (Origin(what=what, where=where, sure=sure),))
    return Chosen(None)


def again(what: Field, value: T | None, origins: Iterable[Origin]) -> Find[T]:
    """A find that was made before, whose origin is among these."""
    found = next((origin for origin in origins if origin.what == what), None)
    return (value, found.where, found.sure) if found else (value, "the page", "likely")


def is_doubtful(what: Field, origins: Iterable[Origin]) -> bool:
    """Whether the field was found, but in a doubtful place."""
    return any(origin.what == what and origin.sure == "doubtful" for origin in origins)
