"""Confidence is measured: it rises with the likelihood and with how surely slots are filled."""

from dataclasses import astuple, replace
from datetime import date

import pytest
import yaml

from claims_made import bare
from dateline.model.claim import Claim, Count, Source
from dateline.model.errors import DataError
from dateline.model.event import Actor, Confidence, Days, Place
from dateline.model.text import Span
from dateline.resolve.confidence import SLOTS, Shares, Whole, confidence_of, fillings, parse_shares, shares, whole

HERE = Span(0, 1, "x")
DAY = Days(start=date(2024, 5, 7), end=date(2024, 5, 7), precision="day", anchor=date(2024, 5, 8))
TOWN = Place(name="Azmar", words=HERE, role="site", precision="town", lat=12.0, lon=25.0)
ARMY = Actor(name="army", words=HERE, id="xx-army")
CROWD = Actor(name="angry men", words=HERE)
SEVEN = Count(kind="killed", who="sailors", low=7, high=7, words=HERE)
MAYOR = Source(name="mayor", words=HERE, kind="official")
CLAIM = bare("shelling", HERE, HERE, likelihood=0.6)
FEW = Shares(
    unjudged=0.5,
    record=Whole(base=0.0, slope=1.0),
    likelihood=dict.fromkeys(SLOTS, 1.0),
    shares={slot: {"any": 0.5, "good": 0.9} for slot in SLOTS},
)


def sure(claim: Claim = CLAIM, agents: tuple[Actor, ...] = ()) -> Confidence:
    return confidence_of(claim, agents, (), (TOWN,), DAY)


def test_every_number_is_a_probability() -> None:
    for likelihood in (None, 0.0, 0.36, 1.0):
        assert all(0 <= value <= 1 for value in astuple(sure(replace(CLAIM, likelihood=likelihood), (ARMY,))))


def test_a_likelier_event_is_surer_in_every_slot() -> None:
    doubtful, likely = (astuple(sure(replace(CLAIM, likelihood=p), (ARMY,))) for p in (0.4, 0.9))
    assert all(low <= high for low, high in zip(doubtful, likely, strict=True))
    assert sum(likely) > sum(doubtful) + 1


def test_a_listed_actor_is_surer_than_a_described_one_and_that_than_none() -> None:
    listed, described, none = (sure(agents=found).agents for found in ((ARMY,), (CROWD,), ()))
    assert listed > described > none


def test_naming_the_agent_does_not_make_the_record_less_sure() -> None:
    assert sure(agents=(ARMY,)).record >= sure().record


def test_the_record_is_never_surer_than_a_part_of_it() -> None:
    found = sure(replace(CLAIM, likelihood=1.0), (ARMY,))
    assert found.record <= min(astuple(found))


def test_what_was_not_judged_has_the_mean_likelihood() -> None:
    mean = shares().unjudged
    assert sure(replace(CLAIM, likelihood=None)) == sure(replace(CLAIM, likelihood=mean))


def test_the_whole_is_right_as_often_as_the_product_says() -> None:
    kinds = dict.fromkeys(SLOTS, "good")
    odds = 0.8 * 0.9 ** len(SLOTS)
    assert whole(kinds, 0.8, FEW) == pytest.approx(odds / (1 + odds))
    assert whole({**kinds, "agents": "never seen"}, 0.8, FEW) < whole(kinds, 0.8, FEW)


def test_the_whole_stays_a_probability_where_nothing_is_likely() -> None:
    assert 0 <= whole(dict.fromkeys(SLOTS, "any"), 0.0, FEW) < 0.01


def test_fillings_tell_how_each_slot_was_filled() -> None:
    claim = replace(CLAIM, counts=(SEVEN,), sources=(MAYOR,))
    far = replace(TOWN, lat=None, lon=None)
    alleged = replace(CROWD, basis="alleged")
    assert fillings(claim, (ARMY, CROWD), (alleged,), (far, TOWN), DAY) == {
        "type": "shelling",
        "modality": "occurred",
        "agents": "described, several",
        "targets": "alleged",
        "places": "named, several",
        "date": "day",
        "quantities": "one",
        "sources": "official",
    }


def test_an_empty_slot_is_none() -> None:
    kinds = fillings(CLAIM, (), (), (), None)
    assert {kinds[slot] for slot in SLOTS[2:]} == {"none"}


def test_the_file_has_measured_more_than_the_mean_of_each_slot() -> None:
    known = shares()
    assert all(len(known.shares[slot]) > 1 for slot in SLOTS)
    assert all(0 <= value <= 1 for kinds in known.shares.values() for value in kinds.values())


def text(**other: object) -> str:
    """A file of numbers, with other values where given."""
    raw = {
        "unjudged": 0.5,
        "record": {"base": 0.0, "slope": 1.0},
        "likelihood": dict.fromkeys(SLOTS, 1.0),
        "shares": {slot: {"any": 0.5} for slot in SLOTS},
    }
    return yaml.safe_dump({**raw, **other})


def test_a_whole_file_is_taken() -> None:
    assert parse_shares(text()).shares["agents"] == {"any": 0.5}


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"record": {"base": 0.0}}, "slope"),
        ({"unjudged": "often"}, "unjudged"),
        ({"shares": {"agents": {"any": 0.5}}}, "type"),
        ({"likelihood": {"type": 1.0}}, "modality"),
    ],
)
def test_a_file_that_lacks_a_number_is_refused_with_what_to_do(other: dict[str, object], what: str) -> None:
    with pytest.raises(DataError, match=f"{what}.*make judge"):
        parse_shares(text(**other))
