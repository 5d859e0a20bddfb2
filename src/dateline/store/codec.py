"""Records of the model as plain values for a JSON column, and back.

A relation's object may be an actor or a place; JSON alone does not tell which, so its column `to_place` does.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from dateline.model.claim import RelationClaim
from dateline.model.event import Actor, Event, Place, Relation
from dateline.model.text import Known, Report

End = TypeVar("End", Actor, Place)


def plain(record: Report | Event | Relation | Known) -> object:
    """A record as dicts, lists and scalars; days as ISO 8601."""
    return msgspec.to_builtins(record)


def report(raw: object) -> Report:
    """A report, from what `plain` made of it."""
    return msgspec.convert(raw, Report)


def known(raw: object) -> Known:
    """What a container says of a page, from what `plain` made of it."""
    return msgspec.convert(raw, Known)


def event(raw: object) -> Event:
    """An event, from what `plain` made of it."""
    return msgspec.convert(raw, Event)


def relation(raw: object, *, to_place: bool) -> Relation:
    """A relation, from what `plain` made of it."""
    ends: _Ends[Place] | _Ends[Actor] = (
        msgspec.convert(raw, _Ends[Place]) if to_place else msgspec.convert(raw, _Ends[Actor])
    )
    return Relation(id=ends.id, claim=ends.claim, subject=ends.subject, object=ends.object)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ends(Generic[End]):
    id: str
    claim: RelationClaim
    subject: Actor
    object: End
