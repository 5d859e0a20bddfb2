"""Long lists of ids in parts that one question to a database may name."""

from collections.abc import Collection, Iterator
from typing import Final, TypeVar

T = TypeVar("T")
AT_ONCE: Final = 500
"""SQLite before 3.32 takes no more than 999 values."""


def parts(ids: Collection[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    """The ids in their order, `size` at a time."""
    ordered = list(ids)
    return (ordered[at : at + size] for at in range(0, len(ordered), size))
