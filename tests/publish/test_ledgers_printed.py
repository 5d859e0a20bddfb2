"""Ledgers printed: lines that keep their schema, tables that fit their terminal, CSV that runs no formula."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import jsonschema
import pytest
from rich.console import Console, RenderableType

from dateline.ledger.damage import damage
from dateline.ledger.sums import casualties, displacement
from dateline.ledger.timeline import timeline
from dateline.model.event import Coded
from dateline.model.ledger import Range, Side, Spot, When
from dateline.publish import ledger_words as words
from dateline.publish.ledger_chart import Bar, chart
from dateline.publish.ledger_control import asides_table, control_chart, control_table, title
from dateline.publish.ledger_damage import damage_chart, damage_table
from dateline.publish.ledger_flat import (
    CONTROL,
    DAMAGE,
    SUMS,
    TIMELINE,
    write_control,
    write_damage,
    write_sums,
    write_timeline,
)
from dateline.publish.ledger_lines import control_lines, damage_line, sums_lines, timeline_line
from dateline.publish.ledger_sums import MOST, sums_chart, sums_table, totals_table
from dateline.publish.ledger_timeline import timeline_chart, timeline_table
from dateline.publish.lines import Line
from dateline.publish.schema import schema
from ledger_made import ARMY, JNIM, VOLUNTEERS, denies, event, held_by, killed, ledger, on, report, says, told, town


@pytest.fixture
def coded() -> tuple[Coded, ...]:
    """A town taken, and that denied; another only near its fall; shells on a clinic; flight, and a total."""
    taken = event("1", by=(ARMY, VOLUNTEERS), when=on(19, 21, precision="span"), sources=(says("two residents"),))
    denial = event("2", when=None, sources=(denies("=JNIM()"),))
    near = event("3", at=town("Solo", geonameid=9), when=on(33), modality="possible")
    clinic = replace(JNIM, name="clinic", id=None, kind=None)
    child = killed(1, who="child", status="child", part_of=0)
    shells = event(
        "4", "shelling", by=(replace(JNIM, basis="alleged"),), words="shelled", extent=None, when=on(20),
        targets=(clinic,),
        counts=(killed(5, None), child), sources=(says("nurse"),),
    )  # fmt: skip
    fled = event("5", "displacement", by=(), words="fled", extent=None, when=on(19),
                 counts=(killed(400, kind="displaced", who="households", unit="household"),))  # fmt: skip
    total = event("6", "casualties", by=(), words="died", extent=None, counts=(killed(2000, None, scope="total"),))
    held = held_by("r", JNIM, town("Solo", geonameid=9), "JNIM controls Solo.")
    return (
        report("a", taken, fled, shells, published=22),
        report("b", denial, published=24),
        report("c", near, total, published=33, relations=(held,)),
    )


def all_lines(coded: tuple[Coded, ...]) -> Iterator[Line]:
    incidents = told(*coded)
    yield from control_lines(ledger(*coded))
    yield from sums_lines(casualties(incidents, coded, "month"), "casualties")
    yield from sums_lines(displacement(incidents, coded, "origin"), "displacement")
    yield from map(damage_line, damage(incidents, coded))
    found = timeline(incidents, coded)
    yield from map(timeline_line, (*found.dated, *found.undated))


def screen(width: int, *shown: RenderableType | None) -> list[str]:
    console = Console(file=io.StringIO(), width=width)
    for one in shown:
        console.print(one)
    return console.file.getvalue().splitlines()


def flat(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


# ---- lines ---------------------------------------------------------------------------------------
def test_every_line_keeps_the_schema(coded: tuple[Coded, ...]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    lines = list(all_lines(coded))
    assert {line["record"] for line in lines} == {"control", "control_aside", "sum", "set_apart", "damage", "timeline"}
    assert [(line["record"], error.message) for line in lines for error in validator.iter_errors(line)] == []


def test_every_line_rests_on_statements(coded: tuple[Coded, ...]) -> None:
    for line in all_lines(coded):
        if line["record"] == "control":
            assert all(move["statements"] for move in line["moves"])
        elif line["record"] == "control_aside":
            assert line["statement"]["sentence"]
        elif line["record"] != "sum" or line["group"] is not None:
            assert line["statements"]


def test_a_control_line_has_who_says_and_who_denies(coded: tuple[Coded, ...]) -> None:
    kara = next(line for line in control_lines(ledger(*coded)) if line["place"]["name"] == "Kara")
    assert kara["standing"] == "disputed"
    assert [side["said"] for side in kara["holders"]] == [["Volunteers for the Defence of the Homeland", "army"]]
    said = [voice["speaker"] for move in kara["moves"] for one in move["statements"] for voice in one["voices"]]
    denied = [voice["speaker"] for move in kara["moves"] for one in move["statements"] for voice in one["denials"]]
    assert (said, denied) == (["two residents"], ["=JNIM()"])


# ---- tables ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_tables_fit_their_terminal_and_say_what_matters(coded: tuple[Coded, ...], width: int) -> None:
    incidents, found = told(*coded), ledger(*coded)
    harmed, moved = casualties(incidents, coded, "month"), displacement(incidents, coded, "month")
    days = timeline(incidents, coded)
    tables = {
        "control": (control_table(found, width=width), asides_table(found.asides), control_chart(found, width=width)),
        "sums": (sums_table(harmed, width=width), sums_chart(harmed, width=width), totals_table(harmed.totals)),
        "moves": (sums_table(moved, width=width),),
        "damage": (
            damage_table(damage(incidents, coded), width=width),
            damage_chart(damage(incidents, coded), width=width),
        ),
        "timeline": (timeline_table(days.dated, width=width), timeline_chart(days, width=width)),
    }
    printed = {name: screen(width, *shown) for name, shown in tables.items()}
    assert {name: max(map(len, lines)) for name, lines in printed.items() if max(map(len, lines)) > width} == {}
    said = {name: flat(lines) for name, lines in printed.items()}
    assert [word for word in ("Kara", "disputed", "Solo", "JNIM") if word not in said["control"]] == []
    assert [word for word in ("≥5", "2021-08", "2,000 or", "given as a") if word not in said["sums"]] == []
    assert "400" in said["moves"]
    assert [word for word in ("clinic", "JNIM?", "nurse", "2021-08-20") if word not in said["damage"]] == []
    assert "2021-08-20" in said["timeline"]


def test_a_denial_stands_in_the_history(coded: tuple[Coded, ...]) -> None:
    shown = flat(screen(400, control_table(ledger(*coded), width=400, whole=True)))
    assert (
        "captured by Volunteers for the Defence of the Homeland, army [government of Burkina Faso] · two residents"
        in shown
    )
    assert "capture by army [government of Burkina Faso] · denied by =JNIM()" in shown


def test_entries_that_repeat_are_one_line() -> None:
    coded = [
        report(page, published=number, relations=(held_by(page, JNIM, town(), "JNIM controls Kara."),))
        for page, number in (("a", 3), ("b", 5), ("c", 9))
    ]
    assert "≤ 2021-08-03 … 2021-08-09 held by JNIM, told 3 times" in flat(
        screen(160, control_table(ledger(*coded), width=160))
    )


def test_a_long_history_is_cut_unless_it_is_asked_for() -> None:
    coded = [report(f"p{n}", event(f"e{n}", by=(ARMY,) if n % 2 else (JNIM,), when=on(3 * n))) for n in range(1, 10)]
    short, whole = (flat(screen(160, control_table(ledger(*coded), width=160, whole=all_))) for all_ in (False, True))
    assert "… 4 earlier" in short
    assert "2021-08-03" not in short
    assert "2021-08-03" in whole


def test_the_title_names_the_day() -> None:
    assert title(ledger(at=3)) == "Who holds which place on 2021-08-03"


def test_of_many_totals_the_table_says_how_many_are_left_out() -> None:
    figures = [event(f"e{n}", "casualties", counts=(killed(n, scope="total"),)) for n in range(1, MOST + 4)]
    coded = (report("a", *figures),)
    assert "3 more; --format jsonl or csv lists all" in flat(
        screen(120, totals_table(casualties(told(*coded), coded, "month").totals))
    )


# ---- words and charts --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("low", "best", "high", "said"),
    [(12, 12, 12, "12"), (12, 12, None, "≥12"), (0, None, 30, "≤30"), (24, None, 99, "24–99"),
     (10, 12, 15, "12 (10–15)"),
     (1200, None, 2000, "1,200–2,000"), (0, 0, 0, "0")],
)  # fmt: skip
def test_ranges_are_short_and_never_surer_than_they_are(
    low: int, best: int | None, high: int | None, said: str
) -> None:
    assert words.ranged(Range(low=low, best=best, high=high)) == said


def test_the_reports_own_day_is_marked() -> None:
    only = When(start=on(3).start, end=on(3).end, precision="report")
    assert (words.when(only), words.day_label(only)) == ("2021-08-03 (day of the report)", "≤ 2021-08-03")


def test_a_place_that_the_map_does_not_know_is_marked() -> None:
    assert words.spot(Spot(key="k", name="Kara")) == "Kara?"
    assert words.spot(Spot(key="k", name="Kara", admin1="Nord", country="BF")) == "Kara (Nord, BF)"


def test_actors_as_said_stand_before_their_side() -> None:
    assert words.as_said(
        [Side(key="g", name="government", said=("army",)), Side(key="j", name="JNIM", said=("JNIM",))]
    ) == ("army [government], JNIM")


def test_bars_keep_one_scale_and_show_open_ends() -> None:
    bars = [
        Bar(label="a", range=Range(low=10, best=10, high=20)),
        Bar(label="b", range=Range(low=5, best=5, high=None)),
    ]
    _, first, second = screen(83, chart("Killed", bars, width=83))
    assert first.count("█") == first.count("░") == 2 * second.count("█")
    assert ("▸" in first, "▸" in second) == (False, True)


def test_a_chart_of_nothing_is_no_error() -> None:
    assert screen(80, chart("Killed", [Bar(label="a", range=Range(low=0, best=0, high=0))], width=80))[1].split() == [
        "a",
        "0",
    ]


@pytest.mark.parametrize(("last", "unit"), [(9, "day"), (90, "week"), (400, "month")])
def test_a_timeline_is_charted_by_what_fits_its_length(last: int, unit: str) -> None:
    coded = (report("a", event("1", when=on(1)), event("2", by=(JNIM,), when=on(last))),)
    lines = screen(80, timeline_chart(timeline(told(*coded), coded), width=80))
    assert lines[0].strip() == f"Incidents by {unit}"
    assert sum(int(line.split()[-1]) for line in lines[1:]) == 2


def test_what_lasts_longer_than_a_month_is_not_charted() -> None:
    coded = (report("a", event("1", when=on(1, 90, precision="span"))),)
    assert timeline_chart(timeline(told(*coded), coded), width=80) is None


# ---- CSV ---------------------------------------------------------------------------------------------
def rows(write: object, *made: object) -> list[dict[str, str]]:
    file = io.StringIO()
    write(file, *made)  # type: ignore[operator]
    return list(csv.DictReader(io.StringIO(file.getvalue())))


def test_csv_has_its_columns_and_runs_no_formula(coded: tuple[Coded, ...]) -> None:
    incidents = told(*coded)
    held = rows(write_control, ledger(*coded))
    assert list(held[0]) == list(CONTROL)
    kara = next(row for row in held if row["place"] == "Kara")
    assert (kara["standing"], kara["holders"], kara["denied_by"]) == (
        "disputed",
        "government of Burkina Faso",
        "'=JNIM()",
    )
    hit, days = rows(write_damage, damage(incidents, coded)), rows(write_timeline, timeline(incidents, coded))
    assert (list(hit[0]), hit[0]["hit"], hit[0]["by"]) == (list(DAMAGE), "clinic", "JNIM?")
    assert (list(days[0]), len(days)) == (list(TIMELINE), len(incidents))


def test_csv_of_sums_keeps_totals_apart(coded: tuple[Coded, ...]) -> None:
    found = rows(write_sums, casualties(told(*coded), coded, "month"))
    assert list(found[0]) == list(SUMS)
    killed_ = [(row["group"], row["low"], row["best"], row["high"], row["added"]) for row in found
               if row["kind"] == "killed" and row["of"] in ("all", "people")]  # fmt: skip
    assert killed_ == [("2021-08", "5", "5", "", "true"), ("all", "5", "5", "", "true"), ("", "2000", "", "", "false")]
