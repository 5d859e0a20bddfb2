"""What protected things were hit, and incidents in the order of their days."""

from dataclasses import replace

from dateline.ledger.damage import damage
from dateline.ledger.timeline import timeline
from dateline.ledger.wanted import Wanted
from dateline.model.claim import Count
from dateline.model.event import Actor, Coded, Event
from dateline.model.ledger import DamageLine, Timeline
from dateline.model.text import Span
from ledger_made import ARMY, JNIM, day, denies, event, killed, on, report, says, told, town


def thing(name: str) -> Actor:
    return Actor(name=name, words=Span(0, len(name), name))


def strike(id: str, *targets: str, counts: tuple[Count, ...] = (), **known: object) -> Event:
    hit = tuple(map(thing, targets))
    return event(id, "shelling", words="shelled", extent=None, targets=hit, counts=counts, **{"when": on(3), **known})  # type: ignore[arg-type]


def lines(*coded: Coded) -> tuple[DamageLine, ...]:
    return damage(told(*coded), coded)


def timed(*coded: Coded, wanted: Wanted = Wanted()) -> Timeline:  # noqa: B008 - frozen
    return timeline(told(*coded), coded, wanted)


# ---- damage ----------------------------------------------------------------------------------------
def test_a_hospital_that_is_hit_is_told_with_who_is_said_to_have_done_it() -> None:
    alleged = replace(ARMY, basis="alleged", alleged_by=("activists",))
    (line,) = lines(report("a", strike("1", "field hospital", "patients", by=(alleged,), sources=(says("nurse"),))))
    assert [(hit.kind, hit.words) for hit in line.hits] == [("hospital or clinic", "field hospital")]
    assert (line.by, line.alleged_by) == (("army?",), ("activists",))
    assert [voice.speaker for one in line.statements for voice in one.voices] == ["nurse"]


def test_the_denial_stands_beside_it() -> None:
    said, denial = strike("1", "hospital", sources=(says("nurse"),)), strike("2", "hospital", sources=(denies("army"),))
    (line,) = lines(report("a", said, denial))
    assert line.status == "disputed"
    assert [voice.speaker for one in line.statements for voice in one.denials] == ["army"]


def test_what_is_only_denied_is_no_damage() -> None:
    assert lines(report("a", strike("1", "hospital", sources=(denies("army"),)))) == ()


def test_soldiers_and_positions_are_not_protected() -> None:
    assert lines(report("a", strike("1", "army positions", "soldiers", "police station"))) == ()


def test_figures_of_what_was_damaged_are_kept() -> None:
    homes = killed(3, 9, who="homes", kind="damaged", unit="building")
    (line,) = lines(report("a", strike("1", counts=(homes, killed(4)))))
    (hit,) = line.hits
    assert hit.count is not None
    assert (hit.kind, hit.count.low, hit.count.high) == ("home", 3, 9)
    assert [(tally.kind, tally.range.low) for tally in line.tallies if tally.of == "all"] == [("killed", 4)]


def test_a_plain_hospital_is_the_field_hospital_of_the_same_incident() -> None:
    one, other = (strike(id, name, sources=(says(id),)) for id, name in (("1", "hospital"), ("2", "field hospital")))
    (line,) = lines(report("a", one), report("b", other))
    assert [hit.words for hit in line.hits] == ["field hospital"]


def test_statements_on_many_attacks_come_last() -> None:
    many = strike("1", "schools", when=on(1, 300, precision="span"), at=town("Burkina Faso", precision="country"))
    one = strike("2", "school", when=on(9))
    assert [line.general for line in lines(report("a", many), report("b", one))] == [False, True]


# ---- the timeline ----------------------------------------------------------------------------------
def test_incidents_come_by_day_and_undated_ones_stand_apart() -> None:
    found = timed(
        report("a", strike("2", when=on(9))),
        report("b", strike("1", when=on(3))),
        report("c", strike("3", when=None), published=5),
    )
    assert [line.when and line.when.start for line in found.dated] == [day(3), day(9)]
    assert [line.when for line in found.undated] == [None]


def test_a_line_names_who_whom_and_how_many() -> None:
    (line,) = timed(report("a", strike("1", "market", counts=(killed(4),)))).dated
    assert (line.agents, line.targets, line.spots[0].name) == (("army",), ("market",), "Kara")
    assert [(tally.kind, tally.range.low) for tally in line.tallies if tally.of == "all"] == [("killed", 4)]


def test_conditions_must_all_be_met() -> None:
    coded = (
        report("a", strike("1", when=on(3))),
        report("b", strike("2", when=on(9), by=(JNIM,))),
        report("c", event("3", when=on(9), by=(JNIM,), at=town("Solo", geonameid=9))),
    )
    assert len(timed(*coded).dated) == 3
    assert len(timed(*coded, wanted=Wanted(actor="jnim")).dated) == 2
    assert len(timed(*coded, wanted=Wanted(actor="jnim", types=("shelling",))).dated) == 1
    assert len(timed(*coded, wanted=Wanted(since=day(5), place="solo")).dated) == 1
    assert timed(*coded, wanted=Wanted(until=day(5), actor="jnim")).dated == ()
    assert len(timed(*coded, wanted=Wanted(country="BF")).dated) == 3
    assert timed(*coded, wanted=Wanted(country="ML")).dated == ()
