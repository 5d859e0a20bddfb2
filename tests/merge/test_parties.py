"""Who is said to have done it: stated, alleged and denied are kept apart."""

from dataclasses import replace

from made import a_denier, a_source, an_agent, an_event, coded, told

from dateline.merge.incidents import incidents
from dateline.merge.parties import compete, held_responsible, hit
from dateline.model.event import Actor
from dateline.model.standing import Party

ARMY = an_agent("Azmar army", "azmar-army")
REBELS = an_agent("rebels")


def alleged(actor: Actor, *by: str) -> Actor:
    return replace(actor, basis="alleged", alleged_by=by)


def a_party(name: str, id: str | None = None) -> Party:
    return Party(name=name, id=id, basis="stated")


def speakers(party: Party, stands: str) -> list[str]:
    return [voice.speaker for voice in getattr(party, stands)]


def test_who_states_it_is_told_from_who_alleges_it() -> None:
    (party,) = held_responsible(
        [
            told("a", an_event("1", a_source("medics"), agents=(ARMY,))),
            told("b", an_event("2", a_source("traders"), agents=(alleged(ARMY),))),
        ]
    )
    assert (party.id, party.basis) == ("azmar-army", "stated")
    assert (speakers(party, "stated_by"), speakers(party, "alleged_by")) == (["medics"], ["traders"])


def test_who_suspects_a_party_alleges_it_though_another_tells_the_deed() -> None:
    event = an_event("1", a_source("medics"), agents=(alleged(ARMY, "diplomats"),))
    (party,) = held_responsible([told("a", event)])
    assert party.basis == "alleged"
    assert (speakers(party, "stated_by"), speakers(party, "alleged_by")) == ([], ["diplomats"])


def test_a_party_that_denies_it_is_said_to_deny_it_and_others_are_not() -> None:
    (party, other) = held_responsible(
        [
            told("a", an_event("1", a_source("medics"), agents=(ARMY,))),
            told("a", an_event("2", a_source("traders"), agents=(REBELS,))),
            told("b", an_event("3", a_denier("spokesman for the Azmar army"))),
        ]
    )
    assert (party.name, speakers(party, "denied_by")) == ("Azmar army", ["spokesman for the Azmar army"])
    assert (other.name, speakers(other, "denied_by")) == ("rebels", [])


def test_a_denial_that_names_the_party_is_a_denial_for_it_by_whomever() -> None:
    (party,) = held_responsible(
        [
            told("a", an_event("1", a_source("medics"), agents=(ARMY,))),
            told("b", an_event("2", a_denier("the minister"), agents=(ARMY,))),
        ]
    )
    assert speakers(party, "denied_by") == ["the minister"]


def test_a_party_that_says_so_itself_is_named_as_such() -> None:
    (party,) = held_responsible([told("a", an_event("1", a_source("Azmar army"), agents=(ARMY,)))])
    assert speakers(party, "owned_by") == ["Azmar army"]


def test_those_who_flee_are_held_responsible_for_nothing() -> None:
    event = an_event("1", type="displacement", agents=(an_agent("families"),))
    assert held_responsible([told("a", event)]) == ()


def test_targets_are_told_with_their_voices_too() -> None:
    (party,) = hit([told("a", an_event("1", a_source("medics"), targets=(an_agent("market"),)))])
    assert (party.name, speakers(party, "stated_by")) == ("market", ["medics"])


def test_an_incident_carries_its_parties() -> None:
    (incident,) = incidents([coded("a", an_event("1", agents=(ARMY,), targets=(an_agent("market"),)))])
    assert [party.name for party in (*incident.agents, *incident.targets)] == ["Azmar army", "market"]


def test_parties_compete_where_they_are_surely_not_one() -> None:
    assert compete(a_party("Azmar army"), a_party("Lorvian army"))
    assert compete(a_party("rebels"), a_party("army"))
    assert not compete(a_party("the coalition"), a_party("Lorvian-led coalition"))
    assert not compete(a_party("suicide bomber"), a_party("Azmar army"))
    assert not compete(a_party("Azmar army", "x"), a_party("Azmar ground forces", "x"))
