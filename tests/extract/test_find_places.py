"""Which words are places, what they lie in, and where an event happened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.extract.place_names import names
from dateline.extract.places import FoundPlace, find_places, places_of
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow
from dateline.model.text import Reading, Report, Span
from dateline.read.parser import Parser

KNOWN: tuple[tuple[Kind, str, str, int], ...] = (
    ("country", "Syria", "SY", 16_900_000),
    ("country", "Russia", "RU", 144_000_000),
    ("country", "Turkey", "TR", 82_000_000),
    ("country", "Ukraine", "UA", 44_000_000),
    ("admin1", "Idlib", "SY", 440_000),
    ("admin1", "Homs", "SY", 900_000),
    ("city", "Idlib", "SY", 128_000),
    ("city", "Homs", "SY", 775_000),
    ("city", "Damascus", "SY", 1_500_000),
    ("city", "Aleppo", "SY", 2_100_000),
    ("city", "Saraqib", "SY", 34_000),
    ("city", "Moscow", "RU", 10_000_000),
    ("city", "Kharkiv", "UA", 1_400_000),
    ("country", "United States", "US", 327_000_000),
    ("city", "Ferreira", "SY", 300_000),
    ("region", "Eastern Ghouta", "SY", 0),
)


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("find") / "places.sqlite"
    rows = [
        PlaceRow(
            kind=kind,
            names=(name,),
            country=country,
            lat=35.0,
            lon=37.0,
            population=people,
            admin1=f"{country}.{name}" if kind == "admin1" else None,
            feature="capital" if name in ("Damascus", "Moscow") else None,
        )
        for kind, name, country, people in KNOWN
    ]
    build(path, rows=rows)
    return Gazetteer(path)


@dataclass(frozen=True, slots=True)
class Look:
    """A text, read, with the places found in it."""

    reading: Reading
    found: tuple[FoundPlace, ...]

    @property
    def names(self) -> list[str]:
        """The names of all places found by name."""
        return [p.mention.name for p in self.found if p.use != "reference"]

    def one(self, name: str) -> FoundPlace:
        """The place of this name."""
        return next(p for p in self.found if p.mention.name == name)

    def of(self, trigger: str, type: str = "", frame: Sequence[str] = ()) -> list[str]:
        """The names of the places of the event that this word announces; `frame` are words its frame calls places."""
        i = next(t.i for t in self.reading.tokens if t.text == trigger)
        heads = [t.i for t in self.reading.tokens if t.text in frame]
        return [m.name for m in places_of(i, self.reading, self.found, type=type, heads=heads)]


LookAt = Callable[..., Look]


@pytest.fixture(scope="module")
def look(gazetteer: Gazetteer, parser: Parser) -> LookAt:
    def look_at(text: str, actors: Sequence[str] = (), dateline: str | None = None) -> Look:
        reading = parser.read(Report(page="p", id="i", text=text, status="coded", dateline=dateline))
        hits = [Span(text.index(a), text.index(a) + len(a), a) for a in actors]
        return Look(reading, find_places(reading, gazetteer, hits))

    return look_at


def test_a_known_city_after_in_is_a_place(look: LookAt) -> None:
    assert look("A car bomb exploded in Homs on Sunday.").names == ["Homs"]


def test_an_unknown_village_is_a_place_by_its_noun(look: LookAt) -> None:
    seen = look("Planes bombed the village of Marjun overnight.")
    assert seen.names == ["Marjun"]
    assert seen.one("Marjun").mention.words.text == "village of Marjun"


def test_a_list_shares_what_holds_it(look: LookAt) -> None:
    seen = look("Shells hit the towns of Marjun, Telbera and Kafrin in southern Idlib.")
    for name in ("Marjun", "Telbera", "Kafrin"):
        assert seen.one(name).mention.within == ("southern Idlib",)
    assert seen.one("southern Idlib").use == "container"
    assert seen.of("hit") == ["Marjun", "Telbera", "Kafrin"]


def test_a_compass_word_makes_a_part(look: LookAt) -> None:
    mention = look("Fighting raged in northern Syria.").one("northern Syria").mention
    assert (mention.part, mention.words.text) == ("northern", "northern Syria")


def test_a_region_with_a_compass_word_in_its_name_is_no_part(look: LookAt) -> None:
    assert look("Fighting raged in Eastern Ghouta.").one("Eastern Ghouta").mention.part is None


def test_outskirts_keep_the_name_and_say_the_relation(look: LookAt) -> None:
    mention = look("Jets struck the outskirts of Saraqib.").one("Saraqib").mention
    assert (mention.relation, mention.words.text) == ("outskirts", "outskirts of Saraqib")


def test_a_distance_and_bearing_are_read_and_the_city_is_a_landmark(look: LookAt) -> None:
    seen = look("Jets bombed the town of Marjun, 60 kilometres northeast of Damascus.")
    city = seen.one("Damascus")
    assert (city.mention.distance_km, city.mention.bearing, city.use) == (60.0, "northeast", "landmark")
    assert seen.of("bombed") == ["Marjun"]


def test_miles_are_turned_into_kilometres(look: LookAt) -> None:
    assert look("A mine went off 10 miles south of Homs.").one("Homs").mention.distance_km == pytest.approx(16.1)


def test_province_and_airbase_are_told_by_their_nouns(look: LookAt) -> None:
    seen = look("Rebels left Marjun airbase in Homs province.")
    assert seen.one("Marjun airbase").size == 0
    assert seen.one("Homs").size == 3


def test_an_owner_holds_what_it_owns(look: LookAt) -> None:
    seen = look("Jets bombed Aleppo's Marjun district.")
    assert seen.one("Marjun").mention.within == ("Aleppo",)
    assert seen.of("bombed") == ["Marjun"]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said on Monday that talks would go on.",
        "The attack was carried out by Russia, an official said.",
        "Syrian jets took off.",
        "Talks between Russia and Turkey went on.",
        "President Idlib spoke on Monday.",
        "Police said the Marjun Brigade had fled.",
    ],
)
def test_parties_persons_and_demonyms_are_no_places(look: LookAt, text: str) -> None:
    assert look(text).names == []


def test_a_name_inside_an_actors_name_is_no_place(look: LookAt) -> None:
    text = "Fighters of the Islamic Emirate of Syria left Homs."
    assert look(text, actors=["Islamic Emirate of Syria"]).names == ["Homs"]


def test_the_city_stands_for_the_city_named_before(look: LookAt) -> None:
    seen = look("Rebels entered Saraqib on Monday. Jets bombed the town at night.")
    assert seen.of("bombed") == ["Saraqib"]


def test_the_capital_is_that_of_the_nation_said(look: LookAt) -> None:
    assert look("A bomb went off in the Syrian capital on Monday.").of("went") == ["Damascus"]


def test_an_event_takes_the_place_of_its_own_clause(look: LookAt) -> None:
    seen = look("Troops captured Saraqib after clashes in Homs.")
    assert seen.of("captured") == ["Saraqib"]
    assert seen.of("clashes") == ["Homs"]


def test_the_smaller_place_wins_over_the_province_said_first(look: LookAt) -> None:
    seen = look("In Homs province, soldiers detained five men in Marjun district.")
    assert seen.of("detained") == ["Marjun"]


def test_a_sentence_without_a_place_carries_on_where_the_last_one_was(look: LookAt) -> None:
    seen = look("A car bomb exploded in Homs on Monday. The blast killed nine people.")
    assert seen.of("blast") == ["Homs"]


def test_a_place_long_past_is_not_carried_on(look: LookAt) -> None:
    text = "A market opened in Homs. It rained. Prices rose. Trade was slow. Nobody came. Gunmen killed nine people."
    assert look(text).of("killed") == []


def test_a_war_is_where_the_report_is(look: LookAt) -> None:
    seen = look("Jets bombed a base in Syria. The war has killed thousands of people.")
    assert seen.of("killed") == ["Syria"]


def test_a_village_named_in_the_next_sentence_is_the_place(look: LookAt) -> None:
    seen = look("Jets bombed a village in Idlib province. The village of Marjun was hit twice.")
    assert seen.of("bombed") == ["Marjun"]


def test_here_is_the_dateline(look: LookAt) -> None:
    assert look("Gunmen killed nine people here on Monday.", dateline="Kharkiv, Ukraine").of("killed") == ["Kharkiv"]


def test_movement_has_a_from_and_a_to(look: LookAt) -> None:
    seen = look("The convoy went from Homs to Aleppo.")
    assert [(p.mention.name, p.mention.role) for p in seen.found] == [("Homs", "from"), ("Aleppo", "to")]


def test_reports_in_lower_case_have_places_too(look: LookAt) -> None:
    text = (
        "homs: gunmen opened fire in aleppo on monday, police said. the army was sent to the city and shops were shut."
    )
    assert "aleppo" in look(text).names


def test_months_and_common_words_are_no_places(look: LookAt) -> None:
    assert look("In March the Police went to the Front.").names == []


def test_a_name_with_a_link_word_between_hyphens_is_one_name(look: LookAt) -> None:
    seen = look("Troops detained two men in Pul-e Marjun district, Idlib province, yesterday.")
    assert seen.of("detained") == ["Pul-e Marjun"]
    assert seen.one("Pul-e Marjun").mention.within == ("Idlib province",)


def test_a_district_is_the_place_although_its_province_is_named_first(look: LookAt) -> None:
    seen = look("In Idlib province, troops detained two men during a search in Marjun district, Idlib province.")
    assert seen.of("detained") == ["Marjun"]


def test_a_list_that_lost_its_commas_is_cut(look: LookAt) -> None:
    seen = look("Shells fell on Bab al-Marjun al-Telbera New Kafrin and al-Nabtan neighborhoods in Aleppo.")
    assert seen.of("fell") == ["Bab al-Marjun", "al-Telbera", "New Kafrin", "al-Nabtan"]


def test_a_name_with_two_articles_stays_one(look: LookAt) -> None:
    assert "al-Marjun al-Sharqi" in look("Shells fell on al-Marjun al-Sharqi neighborhood in Aleppo.").names


def test_an_unknown_name_after_air_strikes_on_is_a_place(look: LookAt) -> None:
    assert look("Three people died in air strikes on Tel Marjun.").of("strikes") == ["Tel Marjun"]


def test_a_name_that_is_called_a_village_after_it_is_a_place(look: LookAt) -> None:
    assert look("Jets struck Telbera, a village with many orchards.").of("struck") == ["Telbera"]


def test_what_happens_where_is_at_the_place_before_where(look: LookAt) -> None:
    seen = look("A curfew was ordered in Saraqib, where police opened fire on a crowd.")
    assert seen.of("opened") == ["Saraqib"]


def test_a_town_near_which_in_a_region_is_the_place(look: LookAt) -> None:
    assert look("The army repelled an attack in the Homs region near Saraqib.").of("attack") == ["Saraqib"]


def test_the_countryside_of_a_city_is_not_the_city(look: LookAt) -> None:
    mention = look("Raids hit the Aleppo countryside overnight.").one("Aleppo").mention
    assert (mention.words.text, mention.part) == ("Aleppo countryside", "countryside")


def test_a_square_keeps_its_noun_in_its_name(look: LookAt) -> None:
    assert "Marjun Square" in look("A mortar shell fell in Marjun Square in Damascus.").names


def test_the_land_of_a_nation_is_its_country(look: LookAt) -> None:
    assert look("The president approved strikes on Syrian territory.").of("strikes") == ["Syria"]


def test_the_country_is_the_one_the_report_speaks_of_most(look: LookAt) -> None:
    text = "Syrian planes took off. Syrian soldiers waited. Raids killed ten people in the north of the country."
    assert look(text).of("Raids") == ["Syria"]


def test_where_the_gunners_stand_is_not_where_the_shells_fall(look: LookAt) -> None:
    seen = look("Two shells fired by rebels positioned in Marjun village fell in the village of Telbera.")
    assert seen.of("fell") == ["Telbera"]


def test_a_second_clauses_subject_is_no_member_of_the_list(look: LookAt) -> None:
    seen = look("The general sent troops to Syria and Turkey, and Ukraine closed its ports.")
    assert "Ukraine" not in seen.of("sent")


def test_a_place_is_carried_to_the_next_raid_but_not_to_an_arrest(look: LookAt) -> None:
    seen = look("A bomb went off in Homs. Jets raided targets at dawn. Police arrested two men.")
    assert seen.of("raided", "air_strike") == ["Homs"]
    assert seen.of("arrested", "arrest") == []


def test_a_demand_is_only_where_its_own_words_say(look: LookAt) -> None:
    seen = look(
        "Talks were held in Homs. The envoy demanded that rebels who had been besieged for months leave Aleppo."
    )
    assert seen.of("demanded", "demand") == []


def test_what_the_frame_calls_a_place_comes_before_what_is_near(look: LookAt) -> None:
    seen = look("In Homs, the army advanced from Saraqib and captured Aleppo and Damascus.")
    assert seen.of("captured", "capture", frame=["Aleppo"]) == ["Aleppo", "Damascus"]


def test_a_distance_from_here_is_not_the_dateline(look: LookAt) -> None:
    assert look("Police fired at a crowd about 80 km from here.", dateline="Homs").of("fired") == []


def test_a_persons_surname_is_no_place(look: LookAt) -> None:
    held = look("Ana Ferreira was arrested on Monday. Another woman fled before Ferreira's arrest.")
    assert held.names == []
    assert look("Rebels shelled Ferreira. Ana was arrested.").names == ["Ferreira"]
    assert look("Old Ferreira was shelled in May. Rebels took Ferreira.").names[-1:] == ["Ferreira"]


def test_a_name_of_a_band_of_people_is_no_place(look: LookAt) -> None:
    assert look("Members of the Ferreira indigenous group fled.").names == []


def test_the_us_is_a_place_only_where_something_is_in_it(look: LookAt) -> None:
    assert look("A banker was arrested in the US on Monday.").of("arrested") == ["US"]
    assert look("The US said it would send more troops.").names == []


def test_who_is_called_on_or_given_something_is_no_place(look: LookAt) -> None:
    assert look("Turkey called on Moscow to halt the raids.").names == []
    assert look("Turkey will give Ukraine more tanks.").names == []


def test_nations_joined_to_their_lands_are_one_list(look: LookAt) -> None:
    assert look("Shells hit Turkey and the Syrian territories.").of("hit") == ["Turkey", "Syria"]


def test_a_border_that_is_so_far_away_is_not_where_it_happened(look: LookAt) -> None:
    found = look("Missiles hit Kharkiv. They fell on the city, which lies 30 km from the Russian border.")
    assert found.of("fell") == ["Kharkiv"]


def test_the_capital_city_is_the_capital(look: LookAt) -> None:
    assert look("Gunmen attacked the Syrian capital city on Friday.").of("attacked") == ["Damascus"]


def test_what_is_excepted_is_not_where_it_happened(look: LookAt) -> None:
    assert look("The army shelled all of Homs except Saraqib.").of("shelled") == ["Homs"]


def test_two_sides_of_a_land_are_named_together(look: LookAt) -> None:
    assert look("Rockets hit towns in central and western Ukraine.").of("hit") == ["central and western Ukraine"]
    part = look("Ukraine is at war. Shells fell in the eastern part of the country.")
    assert [p.mention.words.text for p in part.found if p.use == "reference"] == ["eastern part of the country"]


def test_a_lead_without_a_place_is_where_the_next_sentence_says(look: LookAt) -> None:
    told = look("Army shelling killed nine people on Monday. Rockets hit a market in Idlib. It rained.")
    assert told.of("shelling", "shelling") == ["Idlib"]
    assert look("It rained. Shelling killed nine. Rockets hit a market in Idlib.").of("Shelling", "shelling") == []


def test_a_deployment_is_not_where_the_sentence_before_was(look: LookAt) -> None:
    assert look("Rockets hit Idlib. The army sent 300 troops.").of("sent", "deployment") == []


def test_half_of_a_hyphenated_word_is_no_place_in_lower_case_either(look: LookAt) -> None:
    lower = "police in homs fired on a mob, residents said on monday. it ran to the idlib-bound train in the evening."
    assert look(lower).names == ["homs"]


def test_the_city_of_a_story_that_has_named_none_is_its_dateline(look: LookAt) -> None:
    assert look("Gunmen stormed a base in the city.", dateline="Kharkiv, Ukraine").of("stormed") == ["Kharkiv"]
    assert look("Gunmen stormed a base in the village.", dateline="Kharkiv, Ukraine").of("stormed") == []


def test_a_preposition_in_capitals_is_no_part_of_a_name(look: LookAt) -> None:
    assert look("Near Marjun on 7 June three captains were taken prisoner.").names == ["Marjun"]


def test_french_names_keep_their_articles(look: LookAt) -> None:
    assert look("Gunmen raided a bank in Pont-des-Marins on Monday.").names == ["Pont-des-Marins"]


def test_a_common_word_is_a_name_before_the_word_for_an_area(read: Callable[[str], Reading], tmp_path: Path) -> None:
    build(tmp_path / "areas.sqlite", rows=[PlaceRow(kind="admin1", names=("Delta",), country="NG", lat=5.5, lon=6.0)])
    gazetteer = Gazetteer(tmp_path / "areas.sqlite")
    for text, wanted in (("Gunmen raided a farm in Delta state.", ["Delta"]), ("Gunmen raided the delta.", [])):
        reading = read(text)
        found = names(reading, reading.sentences[0], gazetteer, True)
        assert [name.text for name in found if name.text != "Gunmen"] == wanted
