"""The codes of an event in other codebooks, by the table of data/codes.yaml."""

import re
from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple, cast

from dateline.knowledge.actors import actors
from dateline.knowledge.codes import Code, Codebook, CodeRow, code_rows
from dateline.model.claim import Extent, Modality
from dateline.model.event import Actor, ActorKind, Codes

# Each class takes in the wider ones that the table also speaks of.
_WIDER: dict[str, frozenset[str]] = {
    "home": frozenset({"home", "state", "armed"}),
    "external": frozenset({"external", "state", "armed"}),
    "state": frozenset({"state", "armed"}),
    "rebel": frozenset({"rebel", "organised", "armed"}),
    "militia": frozenset({"militia", "organised", "armed"}),
    "gunmen": frozenset({"gunmen", "armed"}),
}
_OF_KIND: dict[ActorKind, str] = {
    "state forces": "home",
    "external forces": "external",
    "rebel group": "rebel",
    "political militia": "militia",
    "identity militia": "militia",
}
_STATE_ROLES = frozenset({"state", "government", "forces", "police", "intelligence"})


class _Happening(NamedTuple):
    """What the table's conditions look at: the classes of each actor, and the means as words between spaces."""

    agents: tuple[frozenset[str], ...]
    targets: tuple[frozenset[str], ...]
    means: str
    extent: Extent | None


def codes_of(
    type: str,
    agents: Sequence[Actor],
    targets: Sequence[Actor],
    means: str | None,
    modality: Modality,
    extent: Extent | None,
) -> Codes:
    """The codes of an event; None where the table is unsure or has none, and throughout where it did not occur."""
    if modality != "occurred":
        return Codes()
    words = f" {' '.join(re.findall(r'[a-z0-9]+', (means or '').lower()))} "
    happening = _Happening(tuple(map(classes, agents)), tuple(map(classes, targets)), words, extent)
    code = {book: _first(book, type, happening) for book in code_rows()}
    return Codes(
        acled=cast("tuple[str, str] | None", code["acled"]),
        plover=cast("tuple[str, str | None] | None", code["plover"]),
        cameo=cast("str | None", code["cameo"]),
        ucdp=int(cast(str, code["ucdp"])) if code["ucdp"] else None,
    )


def classes(actor: Actor) -> frozenset[str]:
    """The classes of the table that an actor is of; none where its kind is unknown and it is no state."""
    entry = actors().entry(actor.id) if actor.id else None
    if actor.kind is None:
        return _WIDER["state"] if entry and entry.role in _STATE_ROLES else frozenset()
    name = _OF_KIND.get(actor.kind, actor.kind)
    if name == "militia" and entry is None:
        name = "gunmen"
    return _WIDER.get(name, frozenset({name}))


def _first(book: Codebook, type: str, happening: _Happening) -> Code:
    return next((row.code for row in code_rows()[book] if type in row.types and _holds(row, happening)), None)


def _holds(row: CodeRow, happening: _Happening) -> bool:
    return (
        _all_of(row.agents, happening.agents)
        and _all_of(row.targets, happening.targets)
        and _both_sides(row.sides, (*happening.agents, *happening.targets))
        and (not row.means or any(f" {word} " in happening.means for word in row.means))
        and (not row.extent or happening.extent in row.extent)
    )


def _all_of(wanted: frozenset[str], found: tuple[frozenset[str], ...]) -> bool:
    return not wanted or (bool(found) and all(wanted & each for each in found))


def _both_sides(wanted: tuple[str, ...], found: tuple[frozenset[str], ...]) -> bool:
    """Whether the classes wanted can be met by as many different actors."""
    if not wanted:
        return True
    return any(
        all(side in of for side, of in zip(wanted, chosen, strict=True)) for chosen in permutations(found, len(wanted))
    )
