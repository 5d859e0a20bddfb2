"""Whom a mention means."""

from datetime import date

import pytest

from dateline.knowledge.actor_words import read_actor_words, singular
from dateline.knowledge.actors import actors
from dateline.model.claim import Mention
from dateline.model.errors import DataError
from dateline.model.event import Actor
from dateline.model.text import Span
from dateline.resolve.actors import kind_of, resolve_actor, resolve_actors

DAY = date(2016, 5, 1)


def mention(name: str) -> Mention:
    return Mention(name=name, words=Span(0, len(name), name))


def resolved(name: str, country: str | None = "SY", on: date | None = DAY) -> Actor:
    return resolve_actor(mention(name), country, on)


def test_another_spelling_gives_the_usual_name() -> None:
    actor = resolved("Jaish al Izza")
    assert (actor.name, actor.id, actor.kind, actor.country) == ("Jaish al-Izza", "jaish-al-izza", "rebel group", "SY")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Jaish al Izza rebel group", "jaish-al-izza"),
        ("its Syrian army ally", "syrian-army"),
        ("the extremist Nusra Front militants", "nusra-front"),
        ("US-backed Syrian Democratic Forces", "syrian-democratic-forces"),
        ("members of the Taliban", "taliban"),
        ("suspected al-Shabaab gunmen", "al-shabaab"),
        ("Lebanese Hezbollah fighters", "hezbollah"),
    ],
)
def test_words_that_only_describe_do_not_hide_a_listed_name(name: str, id: str) -> None:
    assert resolved(name).id == id


@pytest.mark.parametrize(
    "name",
    [
        "al-Qaeda-linked militants",
        "the Hezbollah-held town",
        "anti-Taliban protesters",
        "Abdul-Malik al-Houthi",
        "Bolivian Security Council",
        "Syrian army and Hezbollah",
    ],
)
def test_a_name_that_somebody_is_only_tied_to_is_not_the_actor(name: str) -> None:
    actor = resolved(name)
    assert (actor.name, actor.id) == (name, None)


def test_the_backer_is_not_the_country_of_the_backed() -> None:
    actor = resolved("Turkish-backed rebels")
    assert (actor.id, actor.kind, actor.country) == (None, "rebel group", None)


@pytest.mark.parametrize("name", ["Moscow", "the Kremlin", "Russia", "the Russian Federation"])
def test_a_capital_that_acts_is_its_state(name: str) -> None:
    actor = resolved(name)
    assert (actor.name, actor.id, actor.kind, actor.country) == ("Russia", "russia", None, "RU")


@pytest.mark.parametrize("name", ["Russian jets", "Russian Su-25 attack aircraft", "jets believed to be Russian"])
def test_a_foreign_nations_jets_are_the_nation_abroad(name: str) -> None:
    actor = resolved(name)
    assert (actor.name, actor.kind) == ("Russia", "external forces")


def test_the_home_nations_jets_are_its_forces() -> None:
    actor = resolved("Syrian warplanes")
    assert (actor.id, actor.kind) == ("syrian-army", "state forces")


def test_a_nations_troops_are_its_forces_and_external_abroad() -> None:
    abroad, home, unknown = (resolved("Turkish troops", country) for country in ("SY", "TR", None))
    assert abroad.id == home.id == "turkish-armed-forces"
    assert (abroad.kind, home.kind, unknown.kind) == ("external forces", "state forces", None)


def test_troops_of_a_nation_without_listed_forces_are_the_nation() -> None:
    actor = resolved("Tongan soldiers")
    assert (actor.name, actor.id, actor.kind) == ("Tonga", "tonga", "external forces")


def test_troops_in_a_country_are_not_its_own() -> None:
    assert resolved("troops in Russia").id is None


def test_two_nations_jets_are_two_actors() -> None:
    found = resolve_actors([mention("Russian and Syrian jets")], "SY", DAY)
    assert [actor.name for actor in found] == ["Russia", "Syrian army"]


def test_mentions_of_one_actor_are_given_once_and_the_first_name_stays() -> None:
    found = resolve_actors([mention("Daesh"), mention("rebels"), mention("ISIL terrorists"), mention("the rebels")])
    assert [actor.name for actor in found] == ["Islamic State", "rebels"]


@pytest.mark.parametrize("name", ["government forces", "the army", "regime troops"])
def test_the_army_of_no_named_nation_is_that_of_the_country(name: str) -> None:
    actor = resolved(name)
    assert (actor.name, actor.id, actor.kind, actor.country) == (name, "syrian-army", "state forces", "SY")
    assert resolved(name, None).id is None


def test_the_government_is_that_of_the_country() -> None:
    assert resolved("the government").id == "syrian-government"
    assert resolved("the government", None).id is None
    assert resolved("Hungarian government").id == "hungary"
    assert resolved("the government in Kyiv").country == "UA"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rebels", "rebel group"),
        ("opposition fighters", "rebel group"),
        ("gunmen", "political militia"),
        ("unidentified armed men", "political militia"),
        ("tribal fighters", "identity militia"),
        ("residents of the town", "civilians"),
        ("12 children", "civilians"),
        ("hospitals", "civilians"),
        ("anti-government protesters", "protesters"),
        ("an angry mob", "rioters"),
        ("two policemen", "state forces"),
        ("UN peacekeepers", "external forces"),
        ("foreign troops", "external forces"),
        ("pro-government fighters", "political militia"),
        ("the delegation", None),
        ("Jane Doe", None),
    ],
)
def test_somebody_only_described_has_the_kind_of_his_head_noun(name: str, kind: str | None) -> None:
    assert resolved(name).kind == kind


def test_a_described_people_keeps_its_words_and_gives_its_country() -> None:
    actor = resolved("Afghan civilians", "PK")
    assert (actor.name, actor.id, actor.kind, actor.country) == ("Afghan civilians", None, "civilians", "AF")


def test_a_commander_is_not_his_group_but_of_its_kind() -> None:
    actor = resolved("Taliban commander", "AF")
    assert (actor.name, actor.id, actor.kind, actor.country) == ("Taliban commander", None, "rebel group", "AF")


def test_what_is_alleged_stays_alleged() -> None:
    words = Span(4, 16, "Russian jets")
    actor = resolve_actor(Mention(name="Russian jets", words=words, basis="alleged", alleged_by=("activists",)), "SY")
    assert (actor.words, actor.basis, actor.alleged_by) == (words, "alleged", ("activists",))


def test_rebels_stay_rebels_abroad_while_armies_become_external() -> None:
    pkk, army = actors().entry("pkk"), actors().entry("turkish-armed-forces")
    assert pkk is not None and army is not None
    assert (kind_of(pkk, "IQ"), kind_of(army, "IQ"), kind_of(army, "TR"), kind_of(army, None)) == (
        "rebel group",
        "external forces",
        "state forces",
        None,
    )


@pytest.mark.parametrize(
    ("plural", "one"),
    [("gunmen", "gunman"), ("children", "child"), ("militias", "militia"), ("families", "family"), ("forces", "force"),
     ("churches", "church"), ("police", "police"), ("schoolchildren", "schoolchild"), ("bus", "bus")],
)  # fmt: skip
def test_plurals_are_read_as_one(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_actor_words_with_an_unknown_or_missing_part_are_refused() -> None:
    with pytest.raises(DataError, match="missing or unknown"):
        read_actor_words("ties: [backed]")


@pytest.mark.parametrize(
    ("name", "id", "country"),
    [
        ("the 305th battalion of the Congolese army", "fardc", "CD"),
        ("elite units of the Syrian army", "syrian-army", "SY"),
        ("an ISAF patrol", "isaf", "AF"),
        ("the seventh brigade of the Libyan National Army", "libyan-national-army", "LY"),
        ("MINUSMA peacekeepers", "minusma", "ML"),
        ("Russian mercenaries from the Wagner Group", "wagner-group", "CF"),
    ],
)
def test_a_unit_without_a_name_of_its_own_is_the_force_that_it_belongs_to(name: str, id: str, country: str) -> None:
    assert resolved(name, country, date(2014, 6, 1)).id == id


@pytest.mark.parametrize(
    ("name", "id", "country"),
    [
        ("the Syrian army's 4th Division", "4th-armoured-division", "SY"),
        ("Hamas's Qassam Brigades", "al-qassam-brigades", "PS"),
        ("Hezbollah's elite Radwan Force", "radwan-force", "LB"),
    ],
)
def test_a_unit_with_a_name_of_its_own_is_that_unit(name: str, id: str, country: str) -> None:
    assert resolved(name, country).id == id


def test_two_listed_names_of_which_neither_is_part_of_the_other_are_not_one_of_them() -> None:
    assert resolved("Hamas and Hezbollah fighters", "LB").id is None


@pytest.mark.parametrize("name", ["Houthi drones", "Houthi missiles", "the Houthis' artillery"])
def test_the_weapons_of_a_listed_group_act_for_it(name: str) -> None:
    assert resolved(name, "YE", date(2020, 6, 1)).id == "houthis"


def test_weapons_before_a_name_are_another_matter() -> None:
    assert resolved("artillery near Houthi", "YE", date(2020, 6, 1)).id is None


@pytest.mark.parametrize(
    "name",
    [
        "former FARC fighters",
        "ex-FARC rebels",
        "a breakaway faction of the FARC",
        "a FARC splinter group",
        "FARC-linked smugglers",
        "FARC-backed mayors",
    ],
)
def test_who_left_a_group_or_is_tied_to_it_is_not_the_group(name: str) -> None:
    assert resolved(name, "CO", date(2009, 6, 1)).id != "farc"


@pytest.mark.parametrize(
    ("name", "id", "country"),
    [
        ("suspected Boko Haram militants", "boko-haram", "NG"),
        ("presumed jihadists of Boko Haram", "boko-haram", "NG"),
        ("Rwanda-backed M23 rebels", "m23", "CD"),
        ("al-Qaeda-linked Ansar Dine", "ansar-dine", "ML"),
        ("Saudi-led coalition warplanes", "saudi-led-coalition", "YE"),
        ("the Iran-aligned Houthi movement", "houthis", "YE"),
    ],
)
def test_whoever_backs_leads_or_suspects_a_group_it_is_still_the_group(name: str, id: str, country: str) -> None:
    assert resolved(name, country).id == id


@pytest.mark.parametrize(
    ("name", "id", "country", "year"),
    [
        ("Islamic State of Iraq", "islamic-state-of-iraq", "IQ", 2010),
        ("ISI", "islamic-state-of-iraq", "IQ", 2010),
        ("ISI", "inter-services-intelligence", "PK", 2010),
        ("Salafist Group for Preaching and Combat", "gspc", "DZ", 2003),
        ("al-Qaeda in the Islamic Maghreb", "al-qaeda-in-the-islamic-maghreb", "ML", 2012),
        ("Maoists", "communist-party-of-nepal-maoist", "NP", 2004),
        ("Maoists", "communist-party-of-india-maoist", "IN", 2010),
        ("al-Shabaab", "islamic-state-mozambique", "MZ", 2021),
        ("al-Shabaab", "al-shabaab", "KE", 2021),
    ],
)
def test_a_name_means_whom_it_meant_there_and_then(name: str, id: str, country: str, year: int) -> None:
    assert resolved(name, country, date(year, 6, 1)).id == id


@pytest.mark.parametrize("name", ["Tongan police", "Tongan security forces", "Tongan border guards"])
def test_a_nations_services_under_arms_keep_their_words_and_are_the_nations(name: str) -> None:
    at_home, abroad = (resolved(name, country) for country in ("TO", "SY"))
    assert (at_home.name, at_home.id, at_home.kind) == (name, "tonga", "state forces")
    assert (abroad.id, abroad.kind) == ("tonga", "external forces")


def test_police_of_no_nation_are_nobodys() -> None:
    assert resolved("riot police").id is None
