"""The benchmark `muc4`: which incidents of terrorism a report tells of, and who did what to whom with what (MUC-4).

A template is an incident as the program merges what one report tells, background too: there all that ever happened
counts. Agents that are on the actor list, or whose noun is one for a body, are organisations, others people; a target
is a thing where its noun is one for buildings and the like, else a victim.
"""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from dateline.evaluate.rows import rows
from dateline.evaluate.verbatim import coded, verbatim
from dateline.knowledge.actor_words import singular
from dateline.knowledge.office_words import office_words
from dateline.knowledge.words import word_classes
from dateline.merge.incidents import incidents
from dateline.model.event import Actor, Coded, Event
from dateline.model.incident import Incident

FILES: Final = ("SPLIT.json",)
_TYPES: Final = MappingProxyType(
    {"attack": "attack", "air_strike": "bombing", "bombing": "bombing", "shelling": "attack", "abduction": "kidnapping"}
)
_FIRE: Final = frozenset({"arson", "burn", "burning", "burned", "torch", "torched", "fire", "ablaze"})
_ROLES: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_Entities = dict[str, list[str]]


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"docid", "templates": [{"incident_type", and a list of names for each role}]}."""
    documents = [verbatim(row["docid"], row["doctext"]) for row in rows(data / f"{split}.json")]
    for one in coded(documents):
        yield {"docid": one.report.page, "templates": list(templates(one))}


def templates(one: Coded) -> Iterator[dict[str, Any]]:
    """A template for each incident of a kind that the set knows."""
    for incident in incidents([one]):
        kind = _kind(incident)
        if kind is not None:
            yield {"incident_type": kind, **_entities(incident)}


def _kind(incident: Incident) -> str | None:
    """Arson is damage whose own words speak of fire."""
    claims = [telling.event.claim for telling in incident.tellings]
    if any(c.type == "damage" and not _FIRE.isdisjoint(c.trigger.text.lower().split()) for c in claims):
        return "arson"
    return _TYPES.get(incident.type)


def _entities(incident: Incident) -> _Entities:
    """The names of each role over all tellings, each once."""
    found: dict[str, dict[str, None]] = {role: {} for role in _ROLES}
    for telling in incident.tellings:
        for role, name in _named(telling.event):
            found[role].setdefault(name)
    return {role: list(names) for role, names in found.items()}


def _named(event: Event) -> Iterator[tuple[str, str]]:
    for agent in event.agents:
        yield "PerpOrg" if agent.id or _noun(agent) in office_words().bodies else "PerpInd", agent.name
    for target in event.targets:
        yield "Target" if _noun(target) in word_classes()["buildings"] else "Victim", target.name
    if event.claim.means:
        yield "Weapon", event.claim.means


def _noun(actor: Actor) -> str:
    return singular(actor.words.text.split()[-1].lower())
