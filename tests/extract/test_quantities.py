"""Figures of a report, and the counts that belong to one event."""

from collections.abc import Callable

import pytest

from dateline.extract.quantities import counts_of, figures
from dateline.model.claim import Count
from dateline.model.text import Reading

Read = Callable[[str], Reading]
Told = tuple[str, str, int | None, int | None]


def at(reading: Reading, word: str) -> int:
    """The token that `word` is."""
    return next(t.i for t in reading.tokens if t.text == word)


def told(counts: tuple[Count, ...]) -> list[Told]:
    return [(c.kind, c.who, c.low, c.high) for c in counts]


def all_told(read: Read, text: str) -> list[Told]:
    return told(tuple(f.count for f in figures(read(text))))


def bound(read: Read, text: str, word: str, type: str) -> list[Told]:
    reading = read(text)
    return told(counts_of(at(reading, word), type, reading, figures(reading)))


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed five traders.",
        "Five traders were killed.",
        "Five traders died in the blast.",
        "The blast left five traders dead.",
        "The blast claimed the lives of five traders.",
        "The deaths of five traders were confirmed.",
        "Five traders are dead.",
        "Gunmen shot dead five traders.",
        "Gunmen hacked five traders to death.",
        "A shell hit the market, killing five traders.",
    ],
)
def test_the_dead_are_counted_however_it_is_said(read: Read, text: str) -> None:
    assert all_told(read, text) == [("killed", "traders", 5, 5)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A shell wounded nine men.", "injured"),
        ("Nine men are missing.", "missing"),
        ("Gunmen kidnapped nine men.", "abducted"),
        ("Police arrested nine men.", "detained"),
        ("The army freed nine men.", "released"),
        ("Nine men fled.", "displaced"),
    ],
)
def test_the_announcing_word_tells_the_kind(read: Read, text: str, kind: str) -> None:
    assert [(k, low) for k, _, low, _ in all_told(read, text)] == [(kind, 9)]


def test_dead_and_wounded_of_one_sentence_are_two_figures(read: Read) -> None:
    found = all_told(read, "At least 20 people were killed and 55 wounded.")
    assert found == [("killed", "people", 20, None), ("injured", "people", 55, 55)]


def test_others_are_named_after_those_counted_before_them(read: Read) -> None:
    found = all_told(read, "Shells killed four officers and wounded eleven others.")
    assert found[1] == ("injured", "officers", 11, 11)


def test_killed_and_wounded_together_are_one_figure(read: Read) -> None:
    found = all_told(read, "Rockets killed or wounded 60 soldiers.")
    assert found == [("killed", "killed and injured", 60, 60)]


def test_one_person_without_a_number_is_one(read: Read) -> None:
    assert all_told(read, "A medic was killed and her driver was wounded.") == [
        ("killed", "medic", 1, 1),
        ("injured", "driver", 1, 1),
    ]


def test_plurals_without_a_number_are_no_figure(read: Read) -> None:
    assert all_told(read, "Soldiers were killed and many farmers were wounded.") == []


def test_no_casualties_is_none_killed_and_none_injured(read: Read) -> None:
    assert all_told(read, "There were no casualties.") == [
        ("killed", "casualties", 0, 0),
        ("injured", "casualties", 0, 0),
    ]


def test_weapons_ages_and_units_are_not_counted(read: Read) -> None:
    found = all_told(read, "The 53rd Brigade fired 12 rockets that wounded a 14-year-old boy.")
    assert [(kind, low) for kind, _, low, _ in found] == [("injured", 1)]


def test_a_toll_is_its_level_and_not_its_rise(read: Read) -> None:
    assert all_told(read, "The death toll from the blast rose by 12 to 90.") == [("killed", "people", 90, 90)]


def test_a_list_of_things_shares_its_number(read: Read) -> None:
    found = figures(read("The jets damaged dozens of hospitals, schools and clinics."))
    assert told(tuple(f.count for f in found)) == [("damaged", "hospitals, schools and clinics", 24, 99)]
    assert found[0].count.unit == "building"


def test_a_singular_that_is_no_thing_is_not_damaged(read: Read) -> None:
    assert all_told(read, "The raid damaged his trust and destroyed the clinic.") == [("damaged", "clinic", 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve farmers, including five children, were killed.",
        "Twelve farmers were killed, among them five children.",
        "Twelve farmers died, five of them children.",
        "Five children were among twelve farmers killed.",
    ],
)
def test_a_breakdown_is_its_own_figure_and_knows_its_whole(read: Read, text: str) -> None:
    found = figures(read(text))
    part = next(f for f in found if f.count.who == "children")
    whole = next(f for f in found if f.count.who == "farmers")
    assert (part.count.kind, part.count.low, part.whole) == ("killed", 5, whole.head)


def test_others_injured_are_no_part_of_the_dead(read: Read) -> None:
    found = figures(read("Ten farmers were killed including a child and 37 others were injured."))
    assert [f.count.kind for f in found if f.whole is not None] == ["killed"]


def test_part_of_indexes_the_counts_returned(read: Read) -> None:
    reading = read("A raid on the town killed 12 farmers, including five children.")
    counts = counts_of(at(reading, "raid"), "air_strike", reading, figures(reading))
    part = next(c for c in counts if c.who == "children")
    assert part.part_of is not None and counts[part.part_of].who == "farmers"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A shell killed three soldiers.", "combatant"),
        ("A shell killed three girls.", "child"),
        ("A shell killed three villagers.", "civilian"),
        ("A shell killed three people.", None),
        ("A shell killed three soldiers and villagers.", None),
    ],
)
def test_status_is_told_by_the_people_word_alone(read: Read, text: str, status: str | None) -> None:
    assert [f.count.status for f in figures(read(text))] == [status]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Three people were killed on Monday.", "incident"),
        ("More than 300 people have been killed since the conflict began.", "total"),
        ("Thousands of families are displaced.", "stock"),
        ("Three people were killed in a town that most families left in the last few weeks.", "incident"),
    ],
)
def test_scope_tells_totals_and_states_from_tolls(read: Read, text: str, scope: str) -> None:
    assert figures(read(text))[0].count.scope == scope


@pytest.mark.parametrize(
    "text",
    [
        "A raid killed 12 men.",
        "Twelve men were killed in a raid.",
        "Jets struck in a raid that killed 12 men.",
        "A raid hit the market, killing 12 men.",
    ],
)
def test_a_figure_belongs_to_the_event_of_its_clause(read: Read, text: str) -> None:
    assert bound(read, text, "raid", "air_strike") == [("killed", "men", 12, 12)]


def test_a_figure_nearer_to_a_rival_goes_to_the_rival(read: Read) -> None:
    reading = read("Two soldiers were injured in an ambush while the police dispersed a protest in the city.")
    ambush, protest = at(reading, "ambush"), at(reading, "protest")
    rivals = ((ambush, "attack"), (protest, "riot"))
    found = figures(reading)
    assert told(counts_of(ambush, "attack", reading, found, rivals)) == [("injured", "soldiers", 2, 2)]
    assert counts_of(protest, "riot", reading, found, rivals) == ()


def test_two_acts_named_together_share_their_toll(read: Read) -> None:
    reading = read("Twelve men were killed by raids and shelling.")
    raids, shelling = at(reading, "raids"), at(reading, "shelling")
    rivals = ((raids, "air_strike"), (shelling, "shelling"))
    found = figures(reading)
    assert told(counts_of(raids, "air_strike", reading, found, rivals)) == [("killed", "men", 12, 12)]
    assert told(counts_of(shelling, "shelling", reading, found, rivals)) == [("killed", "men", 12, 12)]


def test_a_type_takes_only_its_own_kinds(read: Read) -> None:
    text = "Police arrested six men after a bomb killed two guards."
    assert bound(read, text, "arrested", "arrest") == [("detained", "men", 6, 6)]
    assert bound(read, text, "bomb", "bombing") == [("killed", "guards", 2, 2)]


def test_the_type_tells_the_kind_of_a_verb_that_does_not(read: Read) -> None:
    assert bound(read, "The king sent 300 soldiers to the border.", "sent", "deployment") == [
        ("deployed", "soldiers", 300, 300)
    ]
    assert bound(read, "Hundreds of families left the valley.", "left", "displacement") == [
        ("displaced", "families", 200, 999)
    ]


def test_lost_soldiers_are_killed_and_lost_tanks_damaged(read: Read) -> None:
    found = bound(read, "The army lost 40 soldiers and 12 tanks.", "lost", "casualties")
    assert [(kind, low) for kind, _, low, _ in found] == [("killed", 40), ("damaged", 12)]


def test_most_of_a_counted_town_is_more_than_half_of_it(read: Read) -> None:
    text = "Shelling made most of its over 140,000 residents flee."
    assert bound(read, text, "flee", "displacement") == [("displaced", "residents", 70_000, None)]


def test_a_following_sentence_continues_only_where_other_events_are_known(read: Read) -> None:
    reading = read("Rockets hit the market on Monday. At least 12 men were wounded.")
    hit, found = at(reading, "hit"), figures(reading)
    assert counts_of(hit, "shelling", reading, found) == ()
    assert told(counts_of(hit, "shelling", reading, found, ())) == [("injured", "men", 12, None)]
    wounded = ((at(reading, "wounded"), "casualties"),)
    assert counts_of(hit, "shelling", reading, found, wounded) == ()


def of_the_raid(read: Read, text: str) -> list[tuple[str, str, int | None, int | None]]:
    """What belongs to the raid told first, no other event being told."""
    reading = read(text)
    return told(counts_of(at(reading, "raid"), "air_strike", reading, figures(reading), ()))


@pytest.mark.parametrize(
    "later",
    [
        "Two medics were among those killed.",
        "Among the dead were two medics.",
        "Two of the dead were medics.",
        "Two of those killed were medics.",
        "Officials said two of the victims had been identified as medics.",
        "The dead included two medics.",
    ],
)
def test_a_later_sentence_breaks_the_toll_down(read: Read, later: str) -> None:
    reading = read("A raid killed nine people in the port. " + later)
    whole, part = counts_of(at(reading, "raid"), "air_strike", reading, figures(reading), ())
    assert (part.kind, part.who, part.low, part.part_of, whole.low) == ("killed", "medics", 2, 0, 9)


def test_the_dead_of_another_toll_are_no_part_of_this_one(read: Read) -> None:
    assert of_the_raid(read, "A raid hit the port. Two medics were among those killed.") == []
    assert of_the_raid(read, "A raid hit the port. One of those killed was carried home.") == []
    assert of_the_raid(read, "A raid killed one man. Two medics were among those killed.") == [("killed", "man", 1, 1)]


def test_a_toll_goes_on_from_sentence_to_sentence_until_one_has_no_figure(read: Read) -> None:
    dead, hurt = ("killed", "people", 9, 9), ("injured", "people", 24, 99)
    goes_on = "A raid killed nine people. Two medics were among those killed. Dozens of people were wounded."
    assert of_the_raid(read, goes_on) == [dead, ("killed", "medics", 2, 2), hurt]
    assert of_the_raid(read, "A raid killed nine people. It rained. Dozens of people were wounded.") == [dead]


def test_a_following_figure_is_of_what_the_sentence_is_about(read: Read) -> None:
    reading = read("A raid hit the port after clashes in the hills. Seven men were killed.")
    raid, clash = (at(reading, "raid"), "air_strike"), (at(reading, "clashes"), "armed_clash")
    found = figures(reading)
    assert told(counts_of(*raid, reading, found, (clash,))) == [("killed", "men", 7, 7)]
    assert counts_of(*clash, reading, found, (raid,)) == ()


def test_the_same_people_are_counted_once(read: Read) -> None:
    twice = "Twenty-six traders were killed when a raid hit the market, killing 26 traders."
    assert of_the_raid(read, twice) == [("killed", "traders", 26, 26)]


def test_each_act_has_its_own_dead(read: Read) -> None:
    reading = read("The raid killed ten men while the shelling killed eighty men.")
    rival = ((at(reading, "shelling"), "shelling"),)
    found = counts_of(at(reading, "raid"), "air_strike", reading, figures(reading), rival)
    assert told(found) == [("killed", "men", 10, 10)]


@pytest.mark.parametrize(
    "text",
    [
        "No one was wounded.",
        "Nobody was wounded.",
        "The rocket fell in a field without any injuries.",
        "The rocket fell in a field without causing injuries.",
        "There were no reports of injuries.",
        "There were no immediate reports of any injuries.",
    ],
)
def test_none_is_a_figure_too(read: Read, text: str) -> None:
    assert [(kind, low, high) for kind, _, low, high in all_told(read, text)] == [("injured", 0, 0)]


def test_no_deaths_or_injuries_is_none_of_both(read: Read) -> None:
    found = all_told(read, "The blast caused no deaths or injuries.")
    assert [(kind, high) for kind, _, _, high in found] == [("killed", 0), ("injured", 0)]


def test_the_others_before_a_passive_are_whom_it_counts(read: Read) -> None:
    found = all_told(read, "Nine traders were killed including a child and 21 others were injured in the raid.")
    assert found[-1] == ("injured", "traders", 21, 21)


def test_a_number_of_people_is_a_toll_that_rises(read: Read) -> None:
    assert all_told(read, "The number of people killed has risen to 45.") == [("killed", "people", 45, 45)]


def test_people_are_burnt_to_death_and_houses_burnt_down(read: Read) -> None:
    assert all_told(read, "Twelve traders were burnt alive.") == [("killed", "traders", 12, 12)]
    assert all_told(read, "Twelve houses were burnt.") == [("damaged", "houses", 12, 12)]
    assert all_told(read, "The crowd set three cars ablaze.") == [("damaged", "cars", 3, 3)]


def test_a_type_without_figures_has_none(read: Read) -> None:
    assert bound(read, "The talks that killed 12 hours ended.", "talks", "talks") == []


def test_the_words_of_a_count_hold_its_number_and_its_noun(read: Read) -> None:
    reading = read("Shelling killed at least 12 young farmers there.")
    (figure,) = figures(reading)
    assert figure.count.words.text == "at least 12 young farmers"
    assert reading.report.text[figure.count.words.start : figure.count.words.end] == figure.count.words.text
    assert (reading.tokens[figure.head].text, reading.tokens[figure.governor].text) == ("farmers", "killed")


def test_dozens_more_wounded_are_others_than_the_dead(read: Read) -> None:
    wounded = ("injured", "traders", 24, 99)
    assert all_told(read, "Seven traders were killed and dozens more wounded by shells.")[-1] == wounded
    assert all_told(read, "Seven traders were killed and dozens wounded by shells.")[-1] == wounded


def test_a_bare_noun_at_the_end_of_a_breakdown_is_one_person(read: Read) -> None:
    counted = all_told(read, "Eleven traders including a cook and driver were killed.")
    assert counted[1:] == [("killed", "cook", 1, 1), ("killed", "driver", 1, 1)]


def test_a_body_that_speaks_behind_a_toll_is_none_of_the_dead(read: Read) -> None:
    text = "A blast that killed more than 90 people Coastal Rights Watch said."
    assert all_told(read, text) == [("killed", "people", 90, None)]


def test_those_who_are_granted_passage_are_counted(read: Read) -> None:
    text = "More than 700 residents were granted a safe passage to the coast."
    assert bound(read, text, "passage", "displacement") == [("displaced", "residents", 700, None)]


def test_who_is_described_as_wounded_is_counted_once(read: Read) -> None:
    text = "Shells hit the port on Friday and clinics received more than 70 other wounded persons."
    assert [(kind, low) for kind, _, low, _ in bound(read, text, "Shells", "shelling")] == [("injured", 70)]


def test_what_the_counted_suffered_before_does_not_take_their_number(read: Read) -> None:
    text = "Police rescued 15 kidnapped villagers on Friday."
    assert bound(read, text, "rescued", "release") == [("released", "kidnapped villagers", 15, 15)]
