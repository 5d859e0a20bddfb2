"""By what a record was made: the version of the program and of its codebook."""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from dateline.knowledge.codebook import VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The codebook and the program that made a record."""

    codebook: str
    dateline: str


@cache
def current() -> Versions:
    """The versions at work here."""
    return Versions(codebook=VERSION, dateline=version("dateline"))
