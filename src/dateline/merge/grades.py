"""Airwars' grades of civilian harm, over an incident: a table, the first whose condition holds.

The grades and their definitions are printed at airwars.org/about/methodology: Confirmed, Fair, Weak, Contested,
Discounted. Airwars weighs sources by hand; here a source is a voice that shares neither party nor carrier with another,
and no grade is given where the claims do not say that civilians were hurt, or what a grade asks for is not told.
"""

from collections.abc import Callable, Iterator

from dateline.merge.parties import compete
from dateline.merge.voices import independent
from dateline.model.incident import Incident, Toll
from dateline.model.outlooks import Grade, HarmGrade
from dateline.model.standing import Party

_HARM = ("killed", "injured")
_PEOPLE = ("person", "household")
_CIVILIAN = ("civilian", "child")
_GRADED = frozenset("air_strike shelling bombing armed_clash attack chemical_attack sexual_violence casualties".split())


def grade(incident: Incident) -> Grade | None:
    """How well civilian harm is evidenced; None where nobody is said to be hurt, or the claims support no grade."""
    if incident.type not in _GRADED or incident.status in ("denied", "retracted") or not _harmed(incident):
        return None
    if incident.type == "armed_clash" and not _civilian(incident):
        return None
    found = next(((name, test) for name, test in GRADES if test(incident)), None)
    return Grade(grade=found[0], reason=(found[1].__doc__ or "").strip()) if found else None


def only_combatants(incident: Incident) -> bool:
    """all who are counted as killed or injured are said to be combatants"""
    return all(toll.status == "combatant" for toll in _harmed(incident))


def accepted_by_a_belligerent(incident: Incident) -> bool:
    """a party named as its agent says itself that it did it, and that civilians were harmed"""
    owners = {voice for party in incident.agents for voice in party.owned_by}
    owning = {t.event.id for t in incident.tellings if owners.intersection(t.voices)}
    return any(figure.event in owning for toll in _civilian(incident) for figure in toll.figures if figure.low != 0)


def blamed_on_several(incident: Incident) -> bool:
    """different sources hold different parties responsible, or both sides of a fight are"""
    held = [party for party in incident.agents if _holders(party)]
    fought = incident.type == "armed_clash" and len(held) > 1
    return bool(_civilian(incident)) and (fought or any(_rival(p, q) for p, q in _pairs(held)))


def told_by_several(incident: Incident) -> bool:
    """two or more independent sources tell of harm to civilians, and name a belligerent"""
    acted = any(party.stated_by or party.alleged_by for party in incident.agents)
    return _telling_of_harm(incident) > 1 and acted


def told_by_one(incident: Incident) -> bool:
    """one source tells of harm to civilians"""
    return _telling_of_harm(incident) == 1


GRADES: tuple[tuple[HarmGrade, Callable[[Incident], bool]], ...] = (
    ("discounted", only_combatants),
    ("confirmed", accepted_by_a_belligerent),
    ("contested", blamed_on_several),
    ("fair", told_by_several),
    ("weak", told_by_one),
)


def _harmed(incident: Incident) -> list[Toll]:
    """Its tolls of people killed and injured, one at least of each."""
    return [toll for toll in incident.tolls if toll.kind in _HARM and toll.unit in _PEOPLE and toll.high != 0]


def _civilian(incident: Incident) -> list[Toll]:
    """Its tolls, and parts of tolls, of people said to be civilians."""
    return [toll for whole in _harmed(incident) for toll in (whole, *whole.parts) if toll.status in _CIVILIAN]


def _telling_of_harm(incident: Incident) -> int:
    """How many independent voices tell of harm to civilians."""
    events = {figure.event for toll in _civilian(incident) for figure in toll.figures}
    return len(independent([telling for telling in incident.tellings if telling.event.id in events]))


def _holders(party: Party) -> frozenset[str]:
    """Who holds a party responsible, by speaker."""
    return frozenset(voice.speaker for voice in (*party.stated_by, *party.alleged_by))


def _rival(one: Party, other: Party) -> bool:
    """Whether no source names both, and they are surely not one."""
    return _holders(one).isdisjoint(_holders(other)) and compete(one, other)


def _pairs(parties: list[Party]) -> Iterator[tuple[Party, Party]]:
    return ((one, other) for n, one in enumerate(parties) for other in parties[n + 1 :])
