"""By what a record was made: the version of the program and of its codebook."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from dateline.knowledge.codebook import VERSION
from dateline.knowledge.project import at_work, per_project

_DIGITS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The codebook and the program that made a record.

    A codebook "1+3f2a90c1d4e5" is the first one, changed by the project whose digest begins so.
    """

    codebook: str
    dateline: str


@per_project
def current() -> Versions:
    """The versions at work here."""
    digest = at_work().digest.removeprefix("sha256:")[:_DIGITS]
    return Versions(codebook=f"{VERSION}+{digest}" if digest else VERSION, dateline=version("dateline"))
