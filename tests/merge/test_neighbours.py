"""What was nearly joined is named with what keeps it apart."""

from datetime import UTC, datetime

from dateline.merge.incidents import incident_of
from dateline.merge.neighbours import MOST, neighbours
from dateline.model.incident import Incident, Telling
from dateline.model.judgement import Judgement
from merge.made import BIRAK, FRIDAY, TUESDAY, a_denier, a_source, an_event, on, told

MONITOR, OTHERS = a_source("a monitor"), a_source("residents")


def alone(*tellings: Telling) -> Incident:
    return incident_of(tellings, ())


def by_id(*incidents: Incident) -> dict[str, tuple[Telling, ...]]:
    return {incident.id: incident.tellings for incident in incidents}


OURS = alone(told("alpha", an_event("a1", MONITOR)))


def judged(one: str, other: str, *, same: bool) -> Judgement:
    return Judgement(one=one, other=other, same=same, by="Amna", at=datetime(2024, 5, 8, tzinfo=UTC))


def why(other: Incident, *judgements: Judgement, ours: Incident = OURS) -> str:
    (found,) = neighbours(ours, by_id(other), judgements)
    assert found.incident == other.id
    return found.why_not


def test_what_excludes_is_said() -> None:
    assert why(alone(told("beta", an_event("b1", OTHERS, date=on(FRIDAY))))) == "their days lie more than one day apart"


def test_that_too_little_is_alike_is_said_with_what_is_needed() -> None:
    near = alone(told("beta", an_event("b1", OTHERS, places=(), date=on(TUESDAY))))
    assert why(near) == "too little is alike: 5 points are needed"


def test_a_persons_judgement_is_said_before_all_else() -> None:
    like = alone(told("beta", an_event("b1", OTHERS)))
    assert why(like, judged("b1", "a1", same=False)) == "Amna judged them two happenings"
    undone = (judged("b1", "a1", same=False), judged("a1", "b1", same=True))
    assert "Amna" not in why(like, *undone)


def test_that_others_told_with_them_exclude_one_another_is_said() -> None:
    mates = alone(told("beta", an_event("b1", OTHERS)), told("gamma", an_event("b2", OTHERS, places=(BIRAK,))))
    assert why(mates) == "others that are told with them exclude one another: their places lie far apart"


def test_of_what_is_like_through_a_denial_only_that_is_said() -> None:
    denial = alone(told("beta", an_event("b1", a_denier("the army"))))
    assert "only a denial is like both" in why(denial)


def test_the_nearest_come_first_and_no_more_than_asked_for() -> None:
    far = [alone(told(f"p{n}", an_event(f"c{n}", OTHERS, date=on(FRIDAY), places=()))) for n in range(MOST + 2)]
    near = alone(told("beta", an_event("b1", OTHERS)))
    found = neighbours(OURS, by_id(*far, near))
    assert len(found) == MOST
    assert found[0].incident == near.id
    assert (found[0].own.event.id, found[0].other.event.id) == ("a1", "b1")
    points = [one.likeness.points for one in found]
    assert points == sorted(points, reverse=True)


def test_an_incident_is_no_neighbour_of_itself() -> None:
    assert neighbours(OURS, by_id(OURS)) == ()


def test_what_is_of_another_type_comes_last_however_like_it_is() -> None:
    siege = alone(told("beta", an_event("b1", MONITOR, type="siege")))
    shelling = alone(told("gamma", an_event("b2", OTHERS, date=on(FRIDAY), places=())))
    assert [one.incident for one in neighbours(OURS, by_id(siege, shelling))] == [shelling.id, siege.id]


def test_of_an_incident_of_several_types_a_telling_of_the_same_type_is_shown() -> None:
    both = alone(
        told("beta", an_event("b1", MONITOR, type="siege")),
        told("gamma", an_event("b2", OTHERS, date=on(FRIDAY), places=())),
    )
    (found,) = neighbours(OURS, by_id(both))
    assert found.other.event.id == "b2"


def test_what_is_of_another_type_fills_up_only_what_is_left() -> None:
    kin = [alone(told(f"p{n}", an_event(f"c{n}", OTHERS, date=on(FRIDAY), places=()))) for n in range(MOST - 1)]
    sieges = [alone(told(f"q{n}", an_event(f"d{n}", MONITOR, type="siege"))) for n in range(2)]
    found = [one.incident for one in neighbours(OURS, by_id(*sieges, *kin))]
    assert found == [*sorted(one.id for one in kin), min(one.id for one in sieges)]
