"""Whose side an actor is on, and which names are one place."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.ledger.sides import Scene, may_be_one, side_of, sides
from dateline.ledger.spots import gathered, is_part, lies_in, spot_of
from dateline.model.event import Actor
from dateline.model.ledger import Spot
from dateline.model.text import Span
from ledger_made import ARMY, GUNMEN, JNIM, VOLUNTEERS, town

FASO = Scene("BF", date(2021, 8, 20))
SYRIA = Scene("SY", date(2016, 7, 1))


def actor(name: str, **known: object) -> Actor:
    return replace(Actor(name=name, words=Span(0, len(name), name)), **known)


def name_of(one: Actor, scene: Scene = FASO) -> str | None:
    side = side_of(one, scene)
    return side.name if side else None


# ---- sides ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "one", [ARMY, VOLUNTEERS, actor("army", kind="state forces"), actor("pro-government militiamen")]
)
def test_forces_volunteers_and_friends_of_the_government_are_its_side(one: Actor) -> None:
    assert name_of(one) == "government of Burkina Faso"


def test_an_ally_of_the_forces_is_on_their_side_where_they_fight() -> None:
    hezbollah = actor("Hezbollah", id="hezbollah", kind="political militia")
    assert name_of(hezbollah, SYRIA) == "government of Syria"
    assert name_of(hezbollah, Scene("LB", None)) == "Hezbollah"


def test_a_unit_is_its_group_but_no_network_of_many_countries() -> None:
    unit = actor("Southern Front", id="southern-front", kind="rebel group")
    nusra = actor("Nusra Front", id="nusra-front", kind="rebel group")
    assert (name_of(unit, SYRIA), name_of(nusra, SYRIA)) == ("Free Syrian Army", "Nusra Front")


def test_a_part_of_a_group_is_it_only_in_its_time() -> None:
    ypg = actor("YPG", id="people-s-protection-units", kind="rebel group")
    assert name_of(ypg, SYRIA) == "Syrian Democratic Forces"
    assert name_of(ypg, Scene("SY", date(2014, 5, 1))) == "People's Protection Units"


def test_the_governments_of_two_times_are_two_sides() -> None:
    early, late = (side_of(actor("government forces"), Scene("SY", date(year, 1, 1))) for year in (2016, 2025))
    assert early is not None
    assert late is not None
    assert early.key != late.key


def test_government_forces_are_those_of_the_place_and_not_of_the_reports_country() -> None:
    syrian = actor("government forces", id="syrian-army", kind="state forces", country="SY")
    assert name_of(syrian, Scene("IQ", None)) == "government of Iraq"


def test_anti_government_fighters_are_no_government() -> None:
    assert name_of(actor("anti-government fighters", kind="rebel group")) == "rebels"


@pytest.mark.parametrize("name", ["rebels", "opposition fighters", "the insurgents", "rebel groups"])
def test_rebels_of_no_name_are_one_side(name: str) -> None:
    assert name_of(actor(name, kind="rebel group")) == "rebels"


@pytest.mark.parametrize(
    "one",
    [
        actor("him"),
        actor("they"),
        actor("fighters", kind="political militia"),
        actor("armed group", kind="political militia"),
        GUNMEN,
        actor("residents", kind="civilians"),
        actor("peace negotiators"),
        actor("Adama Ouedraogo"),
        actor("Syrian Observatory for Human Rights", id="syrian-observatory-for-human-rights"),
    ],
)
def test_who_is_not_named_or_bears_no_arms_holds_no_place(one: Actor) -> None:
    assert side_of(one, FASO) is None


def test_a_group_goes_by_its_telling_words() -> None:
    (side,) = sides([actor("Resistance fighters"), actor("resistance groups")], FASO)
    assert side.said == ("Resistance fighters", "resistance groups")


@pytest.mark.parametrize("name", ["Ansar al-Kara", "Kara Liberation Army", "KLF", "Kurdish forces"])
def test_a_group_that_no_list_has_goes_by_its_name(name: str) -> None:
    assert name_of(actor(name)) == name


def test_rebels_of_no_name_may_be_any_rebel_group_but_no_army() -> None:
    rebels, jnim, army = (side_of(one, FASO) for one in (actor("rebels", kind="rebel group"), JNIM, ARMY))
    assert rebels is not None
    assert jnim is not None
    assert army is not None
    assert may_be_one(rebels, jnim)
    assert may_be_one(jnim, rebels)
    assert not may_be_one(rebels, army)
    assert not may_be_one(jnim, army)


# ---- spots -----------------------------------------------------------------------------------------
def test_a_number_of_the_gazetteer_is_the_key_however_the_name_is_spelled() -> None:
    assert spot_of(town("Kara")).key == spot_of(town("Qara", geonameid=town("Kara").geonameid)).key


def test_a_name_without_a_number_is_that_of_the_one_place_that_it_sounds_like() -> None:
    known, spelled = town("Deir Kanun"), town("Dayr Qanoun", geonameid=None, admin1=None, country=None)
    spots = gathered([known, spelled])
    assert spots[spot_of(spelled).key].geonameid == known.geonameid


def test_a_name_that_may_be_two_places_is_neither() -> None:
    one, other = town("Kanun", geonameid=1), town("Kanun", geonameid=2, admin1="Est")
    unknown = town("Kanun", geonameid=None, admin1=None)
    assert gathered([one, other, unknown])[spot_of(unknown).key].geonameid is None


def test_places_of_one_name_in_two_countries_are_two() -> None:
    one, other = (town("Kanun", geonameid=None, country=code) for code in ("BF", "ML"))
    assert len({spot.key for spot in gathered([one, other]).values()}) == 2


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("parts of Kara", "Kara"),
        ("eastern Kara", "Kara"),
        ("neighborhoods of western Kara", "Kara"),
        ("Kara city", "Kara"),
    ],
)
def test_a_part_of_a_place_is_counted_under_its_name(name: str, bare: str) -> None:
    place = town(name, geonameid=None)
    assert spot_of(place).name == bare
    assert is_part(place) == (name != "Kara city")


def test_a_place_of_the_gazetteer_keeps_its_whole_name() -> None:
    assert spot_of(town("East London")).name == "East London"
    assert not is_part(town("East London"))


def test_a_countrys_name_without_a_number_is_a_country() -> None:
    assert spot_of(town("parts of Syrias", geonameid=None)).precision == "country"


def test_a_place_lies_in_its_province_and_country() -> None:
    spot = Spot(key="1", name="Kara", admin1="Nord", admin2="Loroum", country="BF")
    assert [lies_in(spot, name) for name in ("kara", "Nord", "loroum", "BF", "Est")] == [True, True, True, True, False]
