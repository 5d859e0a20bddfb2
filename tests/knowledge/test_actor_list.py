"""The actor list: its look-ups, its checks, and the list that Dateline comes with."""

from datetime import date

import pytest

from dateline.knowledge.actor_entry import day
from dateline.knowledge.actors import ActorList, actors, read_actors
from dateline.knowledge.project import DataFile
from dateline.model.errors import DataError

TWO_ARMIES = """
- {id: old-guard, name: Old Guard, names: [River Army], role: forces, kind: state forces, country: SY, until: 2010}
- {id: new-guard, name: New Guard, names: [River Army], role: forces, kind: state forces, country: SY, since: 2011}
"""


def written(text: str, name: str = "land.yaml") -> list[DataFile]:
    return [DataFile(name, text)]


def read(text: str) -> ActorList:
    return read_actors(written(text))


@pytest.mark.parametrize(
    "spelling",
    ["Jabhat al-Nusra", "the Nusra Front", "Al Nusra Front", "Jabhat an-Nusra", "jabhat al nusra", "al‑Nusra"],
)
def test_the_article_al_hyphens_and_case_do_not_matter(spelling: str) -> None:
    entry = actors().named(spelling)
    assert entry is not None and entry.id == "nusra-front"


@pytest.mark.parametrize("spelling", ["Da'esh", "Da’esh", "Daesh", "DAESH"])
def test_apostrophes_of_any_shape_do_not_matter(spelling: str) -> None:
    entry = actors().named(spelling)
    assert entry is not None and entry.id == "islamic-state"


def test_accents_do_not_matter() -> None:
    entry = actors().named("Medecins sans Frontieres")
    assert entry is not None and entry is actors().named("Médecins Sans Frontières")


def test_british_and_american_spelling_are_one() -> None:
    assert actors().named("Israel Defence Forces") is actors().named("Israel Defense Forces") is not None


def test_a_possessive_that_lost_its_apostrophe_is_still_read() -> None:
    entry = actors().named("Peoples Protection Units")
    assert entry is not None and entry is actors().named("People's Protection Units")


def test_short_names_are_found_only_as_they_are_spelt() -> None:
    entry = actors().named("IS")
    assert entry is not None and entry.id == "islamic-state"
    assert actors().named("is") is None
    assert actors().find("it is said that this is so") == ()


def test_dots_in_an_acronym_do_not_matter() -> None:
    entry = actors().named("the U.N.")
    assert entry is not None and entry.id == "united-nations"


def test_a_name_is_not_found_inside_a_longer_word() -> None:
    assert actors().find("The Hamastan column and the Talibanisation of schools") == ()


def test_the_longest_name_wins_and_none_overlap() -> None:
    text = "Fighters of the Free Syrian Army met the Syrian army."
    hits = actors().find(text, date(2014, 5, 1))
    assert [(text[hit.start : hit.end], hit.entry.id) for hit in hits] == [
        ("Free Syrian Army", "free-syrian-army"),
        ("Syrian army", "syrian-army"),
    ]


def test_a_hit_leaves_the_possessive_out() -> None:
    text = "Hezbollah's rockets"
    (hit,) = actors().find(text)
    assert text[hit.start : hit.end] == "Hezbollah"


def test_of_two_that_share_a_name_the_day_decides() -> None:
    both = read(TWO_ARMIES)
    old, new = both.named("River Army", date(2009, 1, 1)), both.named("River Army", date(2012, 1, 1))
    assert old is not None and old.id == "old-guard"
    assert new is not None and new.id == "new-guard"


def test_without_a_day_a_name_of_two_means_neither() -> None:
    assert read(TWO_ARMIES).named("River Army") is None


def test_a_report_may_look_back_on_a_group_that_is_gone() -> None:
    entry = actors().named("Nusra Front", date(2020, 1, 1))
    assert entry is not None and entry.id == "nusra-front"


def test_a_local_name_means_its_entry_only_at_home() -> None:
    somali, syrian = (actors().named("SNA", date(2019, 1, 1), country) for country in ("SO", "SY"))
    assert somali is not None and somali.id == "somali-national-army"
    assert syrian is not None and syrian.id == "syrian-national-army"
    assert actors().named("SNA", date(2019, 1, 1), "UA") is None


def test_a_nations_forces_need_no_listing_under_every_word() -> None:
    found = {actors().named(name) for name in ("Malian troops", "Mali's army", "the Malian military")}
    assert {entry.id for entry in found if entry} == {"malian-armed-forces"} and None not in found


def test_a_listed_name_beats_one_worked_out_from_a_demonym() -> None:
    entry = actors().named("Afghan forces", date(2015, 1, 1))
    assert entry is not None and entry.id == "afghan-national-security-forces"


def test_states_are_entries_too() -> None:
    entry = actors().entry("saudi-arabia")
    assert entry is not None and (entry.role, entry.kind, entry.country) == ("state", None, "SA")
    assert actors().entry("atlantis") is None


def test_the_national_forces_are_those_of_the_day() -> None:
    before, after = (actors().national("SY", "forces", date(year, 1, 1)) for year in (2016, 2025))
    assert before is not None and after is not None and before.id != after.id


def test_a_later_layer_replaces_an_entry_by_its_id() -> None:
    first = written("- {id: blue, name: Blue, names: [Azure Front], role: armed group}")
    second = written("- {id: blue, name: Blue Brigade, role: armed group}")
    both = read_actors(first, second)
    entry = both.named("Blue Brigade")
    assert entry is not None and entry.id == "blue"
    assert both.named("Azure Front") is None


def test_a_later_layer_turns_an_entry_off_and_links_to_it_stay_harmless() -> None:
    first = written(
        "- {id: blue, name: Blue, role: armed group}\n- {id: sky, name: Sky, role: armed group, part_of: [blue]}"
    )
    both = read_actors(first, written("- {id: blue, disabled: true}"))
    assert both.named("Blue") is None
    assert both.entry("blue") is None
    assert both.named("Sky") is not None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {id: a, name: Alpha}", "land.yaml, line 1: a lacks its role"),
        ("- {id: a, name: Alpha, role: ngo}\n- {name: Beta, role: ngo}", "land.yaml, line 2 lacks its id"),
        ("- {id: a, name: Alpha, role: ngo, names: Beta}", "names should be a list"),
        ("- {id: a, name: [Alpha], role: ngo}", "name should be one value"),
        ("id: a", "land.yaml, line 1: expected a list"),
        ("- just words", "expected a table of keys"),
        ("- {id: a, name: Alpha, id: b}", "the key 'id' stands twice"),
        ("- {id: a\n- {id: b", "not valid YAML"),
        ("- {id: a, name: Alpha, role: army}", "is no role"),
        ("- {id: a, name: Alpha, role: state}", "nations.yaml"),
        ("- {id: a, name: Alpha, role: forces, kind: soldiers}", "ACLED"),
        ("- {id: a, name: Alpha, role: forces, motto: none}", "unknown key 'motto'"),
        ("- {id: A B, name: Alpha, role: forces}", "an id has"),
        ("- {id: a, name: Alpha, role: forces, since: last year}", "is not a day"),
        ("- {id: a, name: Alpha, role: forces, since: 2014-13}", "is not a day"),
        ("- {id: a, name: Alpha, role: forces, national: true}", "needs a country"),
        ("- {id: a, name: Alpha, role: forces, country: QQ}", "no nation"),
        ("- {id: a, name: Alpha, role: forces, part_of: [nowhere]}", "points to nowhere"),
        ("- {id: a, name: Alpha, role: ngo}\n- {id: a, name: Beta, role: ngo}", "stands twice"),
        ("- {id: a, name: Alpha, role: ngo}\n- {id: b, name: Beta, names: [alpha], role: ngo}", "both claim"),
        (
            "- {id: a, name: Alpha, role: forces, country: SY, national: true}\n"
            "- {id: b, name: Beta, role: forces, country: SY, national: true}",
            "both the national forces",
        ),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_in_one_line(text: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint) as caught:
        read(text)
    assert "\n" not in str(caught.value)


def test_a_month_or_year_stands_for_its_first_or_last_day() -> None:
    assert day("2012", "here") == date(2012, 1, 1)
    assert day("2012", "here", last=True) == date(2012, 12, 31)
    assert day("2012-02", "here", last=True) == date(2012, 2, 29)
    assert day("2012-02-03", "here", last=True) == date(2012, 2, 3)
    assert day(None, "here") is None


def test_the_list_is_rich_and_of_many_regions() -> None:
    listed = [entry for entry in actors() if entry.role != "state"]
    assert len(listed) >= 350
    assert len({entry.country for entry in listed if entry.role == "armed group"}) >= 25


def test_nobody_ends_before_he_begins() -> None:
    assert not [entry.id for entry in actors() if entry.since and entry.until and entry.until < entry.since]
