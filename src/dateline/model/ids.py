"""Ids made from evidence: the same as long as page, words and type are."""

import hashlib
from typing import Final

from dateline.model.event import Event, Relation
from dateline.model.text import Span

_LENGTH: Final = 24


def record_id(report_id: str, sentence: Span, kind: str) -> str:
    """From the report's id, the evidence and the type alone: judgements survive a new version of the program."""
    words = f"{report_id}:{sentence.start}:{sentence.end}:{kind}"
    return hashlib.sha256(words.encode()).hexdigest()[:_LENGTH]


def event_id(report_id: str, event: Event) -> str:
    """The id of an event; a second one of its type in its sentence has "-2" behind it, and so on."""
    return record_id(report_id, event.claim.sentence, event.claim.type)


def relation_id(report_id: str, relation: Relation) -> str:
    """The id of a relation."""
    claim = relation.claim
    return record_id(report_id, claim.sentence, f"{claim.relation}:{claim.subject.name}:{claim.object.name}")
