"""Incidents printed: as lines that keep their schema, and as a table that hides no voice."""

import io
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from rich.console import Console

from dateline.merge.campaigns import totals_over
from dateline.merge.incidents import incident_of, incidents
from dateline.merge.voices import telling_of
from dateline.model.event import Coded
from dateline.model.incident import Incident, Total
from dateline.publish.incident_lines import incident_line, total_line
from dateline.publish.incident_table import incidents_table, totals_table
from dateline.publish.schema import schema
from dateline.store.printings import Printing


@pytest.fixture
def second(coded: Coded) -> Coded:
    """Another outlet on the same raid, with another figure from another speaker."""
    bombing = coded.events[0]
    (dead, _), (source,) = bombing.claim.counts, bombing.claim.sources
    claim = replace(
        bombing.claim,
        counts=(replace(dead, low=15, high=15),),
        sources=(replace(source, name="traders"),),
        sentence=replace(bombing.claim.sentence, text="Traders counted 15 civilians killed."),
    )
    report = replace(coded.report, page="pages/nyala.html", agency=None, outlet="Nyala Times")
    return Coded(report=report, events=(replace(bombing, id="second", claim=claim),))


@pytest.fixture
def raid(coded: Coded, second: Coded) -> Incident:
    """The raid as both tell it, with the denial."""
    return next(one for one in incidents([coded, second]) if one.type == "air_strike")


def printed(found: list[Incident], width: int) -> str:
    screen = Console(file=io.StringIO(), width=width)
    screen.print(incidents_table(found))
    return screen.file.getvalue()


def test_every_incident_line_keeps_the_schema(coded: Coded, second: Coded) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    lines = [incident_line(one) for one in incidents([coded, second])]
    assert len(lines) > 1
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []


def test_a_line_carries_every_figure_with_its_speaker(raid: Incident) -> None:
    (toll,) = incident_line(raid)["tolls"]
    sides = {figure["voices"][0]["speaker"]: (figure["low"], figure["high"]) for figure in toll["figures"]}
    assert sides == {"Darfur Watch": (12, None), "traders": (15, 15)}
    assert (toll["low"], toll["best"], toll["high"]) == (12, None, None)


def test_a_line_carries_the_denial_and_the_reasons_for_merging(raid: Incident) -> None:
    line = incident_line(raid)
    assert line["status"] == "disputed"
    assert [voice["speaker"] for telling in line["tellings"] for voice in telling["denials"]] == ["army"]
    assert all(link["reasons"] and link["points"] >= 5 for link in line["likenesses"])


def test_each_place_is_named_once(raid: Incident) -> None:
    assert raid.where is not None
    assert [place.name for place in raid.where.places] == ["Kalma"]


def test_a_town_is_shown_and_not_the_country_beside_it(coded: Coded, second: Coded) -> None:
    bombing = second.events[0]
    country = replace(bombing.places[0], name="Sudan", precision="country", geonameid=9)
    wide = replace(second, events=(replace(bombing, places=(*bombing.places, country)),))
    raid = next(one for one in incidents([coded, wide]) if one.type == "air_strike")
    assert raid.where is not None
    assert [place.name for place in raid.where.places] == ["Kalma"]


def test_a_day_that_is_told_counts_before_the_day_of_a_report(coded: Coded, second: Coded) -> None:
    bombing = second.events[0]
    assert bombing.date is not None
    wednesday = replace(bombing.date, start=date(2024, 5, 8), end=date(2024, 5, 8), precision="report", words=None)
    late = replace(second, events=(replace(bombing, date=wednesday),))
    raid = next(one for one in incidents([coded, late]) if len(one.tellings) == 3)
    assert raid.when is not None
    assert (raid.when.start, raid.when.end) == (date(2024, 5, 7), date(2024, 5, 7))


@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_table_of_incidents_fits_its_terminal_and_names_every_voice(raid: Incident, width: int) -> None:
    lines = printed([raid], width).splitlines()
    words = " ".join(" ".join(lines).split())
    assert max(map(len, lines)) <= width
    for word in ("air strike", "Kalma", "2024-05-07", "disputed", "Darfur", "traders", "Nyala", "denied by army", "15"):
        assert word in words


def test_incidents_come_by_day_and_undated_ones_last(coded: Coded, second: Coded) -> None:
    found = list(incidents([coded, second]))
    undated = replace(second, events=(replace(second.events[0], id="u", date=None, places=()),))
    table = printed([*incidents([undated]), *found], 160)
    assert table.index("withdrawal") < table.index("2024-05-07")
    assert table.count("air strike") == 2
    assert table.rindex("air strike") > table.index("2024-05-07")


def test_the_outlets_that_printed_one_story_are_named(raid: Incident) -> None:
    event = raid.tellings[0].event.id
    both = (Printing(page="a.html", id="1", outlet="Nile Courier"), Printing(page="in/b.html", id="2", outlet=None))
    printed = {event: both}
    line = incident_line(raid, printed)
    assert [list(jsonschema.Draft202012Validator(schema()).iter_errors(line))] == [[]]
    assert line["tellings"][0]["printed_by"] == [
        {"page": "a.html", "id": "1", "outlet": "Nile Courier"},
        {"page": "in/b.html", "id": "2", "outlet": None},
    ]
    assert line["tellings"][1]["printed_by"] == []
    screen = Console(file=io.StringIO(), width=200)
    screen.print(incidents_table([raid], printed))
    assert "printed by Nile Courier, b.html" in screen.file.getvalue()


# ---- what is said of it -------------------------------------------------------------------------
def test_a_line_says_who_is_blamed_by_whom_and_who_denies_it(raid: Incident) -> None:
    agents = {agent["name"]: agent for agent in incident_line(raid)["agents"]}
    assert agents
    assert {voice["speaker"] for agent in agents.values() for voice in agent["denied_by"]} == {"army"}


def test_a_line_says_how_well_civilian_harm_is_told(raid: Incident) -> None:
    graded = incident_line(raid)["airwars"]
    assert graded["grade"] in ("fair", "weak", "contested")
    assert graded["reason"]


def test_a_day_and_place_that_conflict_are_shown_with_who_says_so(coded: Coded, second: Coded) -> None:
    bombing = second.events[0]
    assert bombing.date is not None
    before = replace(bombing.date, start=date(2024, 5, 6), end=date(2024, 5, 6))
    nearby = replace(bombing.places[0], name="Mershing", geonameid=77, lat=13.0)
    other = replace(bombing, date=before, places=(nearby,))
    found = incident_of([telling_of(coded.report, coded.events[0]), telling_of(second.report, other)], ())
    line = incident_line(found)
    assert [error.message for error in jsonschema.Draft202012Validator(schema()).iter_errors(line)] == []
    assert {voice["speaker"] for one in line["date"]["conflicting"] for voice in one["voices"]} == {
        "Darfur Watch",
        "traders",
    }
    assert {place["name"] for one in line["elsewhere"] for place in one["places"]} == {"Kalma", "Mershing"}
    words = " ".join(printed([found], 160).split())
    assert "conflict: traders: 2024-05-06" in words


def a_total(coded: Coded) -> Total:
    bombing = coded.events[0]
    (dead, part) = bombing.claim.counts
    counts = (replace(dead, low=150, high=150, scope="total"), replace(part, scope="total"))
    (total,) = totals_over(
        [replace(coded, events=(replace(bombing, claim=replace(bombing.claim, counts=counts)),))], ()
    )
    return total


def test_a_total_has_a_line_of_its_own_that_keeps_the_schema(coded: Coded) -> None:
    line = total_line(a_total(coded))
    assert [error.message for error in jsonschema.Draft202012Validator(schema()).iter_errors(line)] == []
    assert (line["record"], line["tolls"][0]["low"], line["inside"]) == ("total", 150, [])


def test_totals_are_a_table_of_their_own_with_parts_under_their_wholes(coded: Coded) -> None:
    screen = Console(file=io.StringIO(), width=120)
    screen.print(totals_table([a_total(coded)]))
    words = " ".join(screen.file.getvalue().split())
    assert "150 civilians killed, of them" in words
    assert "Darfur Watch" in words


def test_figures_of_displacement_keep_the_schema(coded: Coded) -> None:
    bombing = coded.events[0]
    dead = bombing.claim.counts[0]
    claim = replace(bombing.claim, type="displacement", counts=(replace(dead, kind="displaced", who="people"),))
    (found,) = incidents([replace(coded, events=(replace(bombing, claim=claim),))])
    line = incident_line(found)
    assert [error.message for error in jsonschema.Draft202012Validator(schema()).iter_errors(line)] == []
    assert [figure["category"] for figure in line["idmc"]] == ["Internal Displacements"]
    assert line["agents"] == []
