"""Records in a reader's words are never surer than the record."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.model.event import Coded
from dateline.publish import wording


def test_what_did_not_simply_happen_says_so(coded: Coded) -> None:
    bombing, denial, plan, _ = coded.events
    assert wording.what(bombing) == "air strike"
    assert wording.what(denial) == "air strike (only denied)"
    assert wording.what(plan) == "deployment (planned)"
    called_off = replace(denial, claim=replace(denial.claim, modality="not"))
    assert wording.what(called_off) == "air strike (did not happen, only denied)"


def test_an_alleged_actor_carries_a_question_mark(coded: Coded) -> None:
    assert wording.actors(coded.events[0].agents) == "Army?"
    assert wording.actors(coded.events[0].targets) == "civilians"


def test_a_goal_of_movement_is_no_site(coded: Coded) -> None:
    assert wording.places(coded.events[0].places) == "Kalma (SD)"
    assert wording.places(coded.events[2].places) == "to Nyala (SD)"


def test_a_country_is_not_named_twice(coded: Coded) -> None:
    country = replace(coded.events[0].places[0], name="Sudan", precision="country")
    assert wording.places((country,)) == "Sudan"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12"),
        (12, None, "12 or more"),
        (None, 30, "up to 30"),
        (24, 99, "24–99"),
        (140_000, None, "140,000 or more"),
        (0, 0, "0"),
        (None, None, "number unknown"),
    ],
)
def test_an_interval_reads_as_it_was_meant(low: int | None, high: int | None, words: str) -> None:
    assert wording.how_many(low, high) == words


def test_a_part_of_a_figure_is_not_added_to_it(coded: Coded) -> None:
    counts = coded.events[0].claim.counts
    assert wording.counts(counts) == "12 or more civilians killed, of them 3 children"


def test_a_sum_is_told_apart_from_a_toll(coded: Coded) -> None:
    dead = coded.events[0].claim.counts[0]
    assert wording.counts((replace(dead, scope="total"),)) == "12 or more civilians killed in all"
    assert wording.counts((replace(dead, who="killed and injured"),)) == "12 or more killed and injured"


def test_the_denier_is_never_shown_as_saying_it(coded: Coded) -> None:
    bombing, denial, plan, _ = coded.events
    assert wording.who_says(denial) == "denied by army"
    assert wording.who_says(bombing) == "Darfur Watch (believed)"
    both = replace(bombing, claim=replace(bombing.claim, sources=bombing.claim.sources + denial.claim.sources))
    assert wording.who_says(both) == "Darfur Watch (believed); denied by army"
    assert wording.who_says(plan) == "Sahel Wire itself"


def test_who_passed_it_on_is_named(coded: Coded) -> None:
    bombing = coded.events[0]
    source = replace(bombing.claim.sources[0], hedge=None, via="state television")
    told = replace(bombing, claim=replace(bombing.claim, sources=(source,)))
    assert wording.who_says(told) == "Darfur Watch via state television"


def test_days_are_one_day_or_first_and_last(coded: Coded) -> None:
    bombing, denial, _, withdrawal = coded.events
    assert wording.days(bombing.date) == "2024-05-07"
    assert wording.days(withdrawal.date) == "2024-03-01 – 2024-03-31"
    assert wording.days(denial.date) == ""


def test_a_claim_without_source_agency_and_outlet_is_the_reports_own(coded: Coded) -> None:
    withdrawal = coded.events[3]
    assert wording.who_says(withdrawal) == "Sahel Wire itself"
    assert wording.who_says(replace(withdrawal, voice=None)) == "the report itself"


def test_a_stretch_of_days_is_its_first_and_last() -> None:
    first, last = date(2024, 5, 6), date(2024, 5, 8)
    assert wording.stretch((first, last)) == "2024-05-06 – 2024-05-08"
    assert wording.stretch((first, first)) == "2024-05-06"
    assert wording.stretch(None) == ""


def test_a_stamp_is_read_without_its_t() -> None:
    assert wording.stamp("2024-05-08T06:30+02:00") == "2024-05-08 06:30+02:00"
    assert wording.stamp(None) == ""
