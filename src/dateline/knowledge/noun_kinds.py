"""Of what kind the things of a common noun are: a "facilitator" is a person, a "casino" a structure.

The words stand in data/noun_kinds.txt, taken from WordNet; they are many more than the word classes, and less sure.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

from dateline.model.errors import DataError

NounKind = Literal["group", "location", "person", "structure", "vehicle"]
_KINDS: Final[dict[str, NounKind]] = {kind: kind for kind in get_args(NounKind)}


def noun_kind(lemma: str) -> NounKind | None:
    """The kind of a noun by its lemma; None where WordNet's first sense is of another kind or has no such word."""
    return _noun_kinds().get(lemma)


@cache
def _noun_kinds() -> Mapping[str, NounKind]:
    return parse_noun_kinds((resources.files("dateline") / "data" / "noun_kinds.txt").read_text(encoding="utf-8"))


def parse_noun_kinds(text: str) -> Mapping[str, NounKind]:
    """Kinds by noun, from lines like those of data/noun_kinds.txt. Raises DataError naming a line out of place."""
    found: dict[str, NounKind] = {}
    kind: NounKind | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith(" ") and kind is not None:
            found.update(dict.fromkeys(line.split(), kind))
            continue
        kind = _KINDS.get(line.strip().removesuffix(":"))
        if kind is None:
            raise DataError(f"noun_kinds.txt, line {number}: '{line.strip()}' is none of {', '.join(_KINDS)}")
    return found
