"""Whose deed it was: what others did before an act, what did not happen, and who "we" are."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Told = Callable[[str], tuple[Claim, ...]]


@pytest.fixture
def claims(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Told:
    return lambda text: extract(read(text), load_codebook(), gazetteer, judge=False).claims


def of_type(told: tuple[Claim, ...], type: str) -> Claim:
    return next(c for c in told if c.type == type)


def test_the_dead_of_an_earlier_killing_are_not_those_of_the_shelling(claims: Told) -> None:
    told = claims("Army shelling of Goma killed 31 people on Saturday after militants killed a captured pilot.")
    assert [c.low for c in of_type(told, "shelling").counts] == [31]
    assert [m.name for m in of_type(told, "attack").agents] == ["militants"]


def test_whoever_did_something_before_flew_no_jets(claims: Told) -> None:
    told = claims("Warplanes bombed Goma on Monday after rebels shot dead two policemen.")
    assert of_type(told, "air_strike").agents == ()


def test_shells_that_answer_an_attack_are_not_its_means(claims: Told) -> None:
    told = claims("Shells hit Goma on Monday after rebels attacked a convoy.")
    assert [c.type for c in told] == ["shelling", "attack"]


def test_the_dead_of_a_raid_that_follows_from_it_stay_its_own(claims: Told) -> None:
    (told,) = claims("Ten people were killed after jets raided the town of Goma on Saturday.")
    assert told.type == "air_strike" and [c.low for c in told.counts] == [10]


def test_what_did_not_happen_takes_no_figures_of_the_next_sentence(claims: Told) -> None:
    told = claims("They have had a truce in Goma and neither fired on each other, a man said. He said 31 people died.")
    assert [c.counts for c in told if c.modality == "not"] == [()]


def test_who_lost_their_lives_in_an_attack_are_counted_with_it(claims: Told) -> None:
    told = claims("Forty people have lost their lives and 90 others sustained injuries in twin bomb attacks in Goma.")
    assert [(c.type, [q.low for q in c.counts]) for c in told] == [("bombing", [40, 90])]


def test_activists_who_tell_of_infighting_do_not_make_it_a_protest(claims: Told) -> None:
    told = claims("Rebel infighting in Goma has killed 45 fighters, activists say.")
    assert [c.type for c in told] == ["armed_clash"]


def test_we_of_a_statement_are_whoever_issues_it(claims: Told) -> None:
    text = (
        "Canada strongly condemns the attack in Goma. Our thoughts are with the families. We urge Chad to protect them."
    )
    assert [m.name for m in of_type(claims(text), "demand").agents] == ["Canada"]


def test_we_of_an_outlet_are_nobody_of_the_report(claims: Told) -> None:
    told = claims("Gunmen attacked Goma on Sunday. We urge the government to answer our questions.")
    assert all("Gunmen" not in [m.name for m in c.agents] for c in told if c.type == "demand")


def test_two_acts_joined_share_their_toll_and_their_side(claims: Told) -> None:
    text = (
        "A militia barrage killed nine traders in Goma while army air strikes and surface-to-surface missiles "
        "launched at Nyala killed at least 40 farmers among them six girls."
    )
    told = [(c.type, [m.name for m in c.agents], [q.low for q in c.counts]) for c in claims(text)[-2:]]
    assert told == [("air_strike", ["army"], [40, 6]), ("shelling", ["army"], [40, 6])]


def test_shelling_and_air_strikes_are_two_acts_with_one_toll(claims: Told) -> None:
    told = claims("Shelling and air strikes killed 21 civilians in Goma on Friday.")
    assert [(c.type, [q.low for q in c.counts]) for c in told] == [("shelling", [21]), ("air_strike", [21])]


def test_killed_by_bombs_is_told_once(claims: Told) -> None:
    (told,) = claims("Two children were killed by government bombs in Goma on Monday.")
    assert told.type == "air_strike"


@pytest.mark.parametrize(
    "text",
    [
        "A bus struck a landmine near Goma on Monday, killing eleven.",
        "A farmer stepped on a mine near Goma on Monday.",
        "Two vehicles laden with explosives went off in Goma on Sunday.",
        "An explosive-laden truck was driven into the gate of a base in Goma on Sunday.",
    ],
)
def test_who_runs_into_a_device_or_is_run_into_with_one(claims: Told, text: str) -> None:
    assert [c.type for c in claims(text)] == ["bombing"]


@pytest.mark.parametrize("text", ["The firm struck a gold mine near Goma.", "Buses drove past a coal mine near Goma."])
def test_mines_of_miners_are_no_devices(claims: Told, text: str) -> None:
    assert claims(text) == ()


def test_fighting_that_pits_two_against_each_other_has_both_for_sides(claims: Told) -> None:
    (told,) = claims("The fighting in Goma pitted the Green Brigade against the Lions of the Desert on Monday.")
    assert [m.name for m in told.agents] == ["Green Brigade", "Lions of the Desert"]


def test_what_is_shot_down_is_the_aircraft(claims: Told) -> None:
    (told,) = claims("Rebels said they shot down a government helicopter near Goma on Monday.")
    assert [m.name for m in told.targets] == ["government helicopter"]


@pytest.mark.parametrize(
    "text",
    ["Turkey hailed the ceasefire in Goma on Monday.", "The Army of Light did not claim the attack in Goma on Monday."],
)
def test_who_hails_or_does_not_claim_an_act_has_not_done_it(claims: Told, text: str) -> None:
    assert all(c.agents == () for c in claims(text))


def test_a_year_counts_nobody(claims: Told) -> None:
    assert all(c.counts == () for c in claims("The 2007 massacre in Goma was recalled on Monday."))


def test_whom_another_act_has_as_its_object_is_not_struck_here_too(claims: Told) -> None:
    told = claims("Robbers abducted a baker near Goma on Friday, in a lane where two tailors were kidnapped in May.")
    assert [[m.name for m in c.targets] for c in told] == [["baker"], ["tailors"]]
