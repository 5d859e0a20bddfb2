"""`why`, `split`, `join` and `log` at the terminal."""

import getpass
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from dateline.casebook import Casebook
from dateline.cli import app
from dateline.model.event import Coded, Event
from dateline.model.incident import Incident
from dateline.model.text import Page
from dateline.publish.schema import schema
from dateline.store.log import Entry, append, check_chain
from dateline.store.tellings import handle
from merge.made import BIRAK, FRIDAY, a_count, a_denier, a_report, a_source, an_event, on

DB = ("--db", "d.db")
MONITOR = a_source("a monitor")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty folder, and a name to judge under."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_USER", "Amna")
    monkeypatch.setenv("COLUMNS", "200")
    yield


@pytest.fixture
def raid() -> None:
    """A shelling told by three pages, one of them a denial's; a shelling elsewhere, and one days later."""
    add("alpha", an_event("e1", MONITOR, counts=(a_count(12, 12),)), an_event("e4", MONITOR, places=(BIRAK,)))
    add("beta", an_event("e2", a_source("residents"), counts=(a_count(14, 14),)))
    add("gamma", an_event("e3", a_denier("the army")))
    add("delta", an_event("e5", MONITOR, date=on(FRIDAY)))


def add(name: str, *events: Event) -> None:
    page = Page(name=name, data=name.encode())
    with Casebook.open("d.db") as book:
        book.add(page, Coded(report=a_report(name, id=page.id), events=events))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, *DB])


def groups() -> list[list[str]]:
    with Casebook.open("d.db") as book, book.store.connected() as connection:
        assert check_chain(connection) == []
        found = [*book.incidents(), *book.incidents(denied=True)]
    return sorted(sorted(telling.event.id for telling in one.tellings) for one in found)


def incident_with(event: str) -> Incident:
    with Casebook.open("d.db") as book:
        (found,) = book.of_events([event])
    return found


def id_of(*events: str) -> str:
    return handle(min(events))


def logged() -> list[dict[str, object]]:
    lines = [json.loads(line) for line in run("log", "--format", "jsonl").stdout.splitlines()]
    validator = jsonschema.Draft202012Validator(schema())
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []
    return lines


ALL = [["e1", "e2", "e3"], ["e4"], ["e5"]]


def test_the_pages_of_these_tests_make_one_incident_of_several_tellings(raid: None) -> None:
    assert groups() == ALL


# ---- why ----------------------------------------------------------------------------------------
def test_why_says_who_tells_it_in_which_words_and_what_joined_them(raid: None) -> None:
    said = run("why", id_of("e1")).stdout
    assert f"incident {id_of('e1')}" in said
    for words in ("shelling · Tamra (SD) · 2024-05-06", "disputed: denied by the army", '"It was said in e2."'):
        assert words in said
    assert "2  residents (through Beta Post) · beta" in said
    joined = next(line for line in said.splitlines() if "1 and 2 " in line)
    assert "they are of one type (+" in joined
    assert "they name one town (+" in joined
    assert "12–14 civilians killed" in said
    assert "least of 2 figures: 12 (a monitor); most: 14 (residents)" in said


def test_why_says_what_was_kept_apart_and_why(raid: None) -> None:
    said = run("why", id_of("e1")).stdout
    apart = said[said.index("Nearest of what was kept apart") :]
    assert "their places lie far apart" in apart
    assert id_of("e4")[:10] in apart


def test_of_a_single_telling_why_says_that_nothing_was_joined(raid: None) -> None:
    said = run("why", id_of("e5")).stdout
    assert "There is one telling; nothing was joined." in said
    assert "How many" not in said


@pytest.mark.parametrize("called", ["{id}", "{id:.6}", "{upper}", "e2", "{former}"])
def test_an_incident_is_named_by_its_id_a_former_id_an_event_or_the_start_of_one(raid: None, called: str) -> None:
    names = {"id": id_of("e1"), "upper": id_of("e1").upper(), "former": handle("e3")}
    assert f"incident {id_of('e1')}" in run("why", called.format(**names)).stdout


@pytest.mark.parametrize(("called", "advice"), [("zzz", "names them all"), ("", "names them all"), ("e", "write more")])
def test_what_names_no_incident_or_several_is_refused_in_one_line(raid: None, called: str, advice: str) -> None:
    result = run("why", called)
    assert (result.exit_code, result.stdout) == (2, "")
    assert advice in result.stderr
    assert result.stderr.count("\n") == 1


# ---- split and join -----------------------------------------------------------------------------
def test_split_parts_an_incident_and_says_what_came_of_it(raid: None) -> None:
    result = run("split", id_of("e1"), "e2", "--note", "the  other\nmarket")
    assert groups() == [["e1", "e3"], ["e2"], ["e4"], ["e5"]]
    now = sorted([f"{id_of('e1')[:10]} (2 tellings)", f"{id_of('e2')[:10]} (1 telling)"])
    assert result.stdout == f"{id_of('e1')[:10]} (3 tellings) now: {', '.join(now)}\n"
    (line,) = logged()
    assert (line["by"], line["kind"], line["some"], line["others"]) == ("Amna", "different", ["e2"], ["e1", "e3"])
    assert line["note"] == "the other market"


def test_join_undoes_a_split_and_a_split_a_join(raid: None) -> None:
    run("split", id_of("e1"), "e2")
    run("join", id_of("e1"), id_of("e2"))
    assert groups() == ALL
    run("split", id_of("e1"), "e2")
    assert groups() == [["e1", "e3"], ["e2"], ["e4"], ["e5"]]
    assert [line["kind"] for line in logged()] == ["different", "same", "different"]


def test_join_makes_one_of_what_the_program_keeps_apart(raid: None) -> None:
    result = run("join", id_of("e1"), id_of("e4"), id_of("e5"), "--note", "one offensive")
    assert groups() == [["e1", "e2", "e3", "e4", "e5"]]
    assert result.stdout.endswith(f" now: {id_of('e1')[:10]} (5 tellings)\n")
    assert "Joined by judgement alone: " in run("why", "e1").stdout


def test_three_that_were_split_are_joined_whole(raid: None) -> None:
    run("join", id_of("e1"), id_of("e4"), id_of("e5"))
    run("split", "e1", "e4")
    run("split", "e1", "e5")
    assert groups() == ALL
    run("join", "e4", "e5", "e1")
    assert groups() == [["e1", "e2", "e3", "e4", "e5"]]


def test_a_judgement_holds_for_pages_that_come_later(raid: None) -> None:
    run("split", id_of("e1"), "e2")
    add("epsilon", an_event("e6", a_source("a nurse"), counts=(a_count(14, 14),)))
    assert [group for group in groups() if {"e1", "e2"} <= set(group)] == []
    run("join", "e5", "e4")
    add("zeta", an_event("e7", a_source("a driver"), date=on(FRIDAY)))
    assert [group for group in groups() if {"e4", "e5"} <= set(group)] != []


def test_why_says_who_judged_and_the_nearest_says_so_too(raid: None) -> None:
    run("split", id_of("e1"), "e2", "--by", "Idris", "--note", "the other market")
    said = run("why", "e2").stdout
    assert "Idris judged them two happenings" in said
    assert "two happenings: e2 and e1, e3" in said
    assert "the other market" in said


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["split", "{one}", "e4"], "is no event of incident"),
        (["split", "{one}", "e"], "3 events of the incident are called so"),
        (["split", "{one}", ""], "is no event of incident"),
        (["split", "{one}", "e1", "e2", "e3"], "these are all of its events"),
        (["split", "{other}", "e4"], "these are all of its events"),
        (["split", "nobody", "e1"], "no incident is called so"),
        (["join", "{one}"], "name two or more"),
        (["join", "{one}", "{one}"], "are one incident already"),
        (["join", "{one}", "e2"], "are one incident already"),
        (["join", "{one}", "nobody"], "no incident is called so"),
        (["join", "{one}", "{other}", "--by", " "], "say who judges"),
        (["split", "{one}"], "EVENT"),
    ],
)
def test_nonsense_is_refused_in_one_line_and_logged_nowhere(raid: None, arguments: list[str], advice: str) -> None:
    names = {"one": id_of("e1"), "other": id_of("e4")}
    result = run(*(argument.format(**names) for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert advice in result.stderr
    assert logged() == []
    assert groups() == ALL


# ---- who ----------------------------------------------------------------------------------------
def test_who_judges_is_who_is_named_else_the_variable_else_the_login(
    raid: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("split", "e1", "e2", "--by", "Idris")
    run("join", "e1", "e2")
    monkeypatch.delenv("DATELINE_USER")
    monkeypatch.setattr(getpass, "getuser", lambda: "osman")
    run("split", "e1", "e2")
    assert [line["by"] for line in logged()] == ["Idris", "Amna", "osman"]


def test_where_nobody_is_named_nothing_is_judged(raid: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 999")

    monkeypatch.delenv("DATELINE_USER")
    monkeypatch.setattr(getpass, "getuser", nobody)
    result = run("split", "e1", "e2")
    assert result.exit_code == 2
    assert "say who judges, as --by NAME" in result.stderr


# ---- log ----------------------------------------------------------------------------------------
def test_the_log_says_who_judged_what_and_why(raid: None) -> None:
    run("split", "e1", "e2", "--note", "the other market")
    run("join", "e4", "e5")
    said = run("log").stdout
    for words in (
        "Amna",
        "two happenings: e2 and e1, e3",
        "the other market",
        "one happening: e4 and e5",
        "entries: 2",
    ):
        assert words in said
    assert str(logged()[-1]["hash"]) in said


def test_an_empty_log_says_so(raid: None) -> None:
    assert run("log").stdout == "entries: 0\n"


def test_what_is_logged_about_an_incident_or_an_event_is_found(raid: None) -> None:
    run("split", "e1", "e2")
    run("join", "e4", "e5")
    assert run("log", "--about", "e2").stdout.endswith(
        "entries: 1; the hash of the last is " + str(logged()[0]["hash"]) + "\n"
    )
    assert "one happening" in run("log", "--about", id_of("e4")).stdout
    assert run("log", "--about", "nobody").exit_code == 2


def test_what_was_judged_of_an_event_is_found_under_the_one_that_stands_for_it(raid: None) -> None:
    run("split", "e1", "e2")
    with Casebook.open("d.db") as book, book.store.connected(writes=True) as connection:
        record = {"event": "e2", "to": "e5", "page": "beta"}
        append(connection, Entry(kind="carried", by="dateline", about=("e2", "e5"), record=record))
        record = {"event": "e4", "page": "alpha"}
        append(connection, Entry(kind="orphaned", by="dateline", about=("e4",), record=record))
    said = run("why", "e5").stdout
    assert "two happenings: e2 and e1, e3" in said
    assert "e2 is gone; what was judged of it holds for e5" in said
    assert "e4 is gone, and none stands for it" in run("log").stdout
    assert [(line["kind"], line["some"], line["others"]) for line in logged()[1:]] == [
        ("carried", ["e2"], ["e5"]), ("orphaned", ["e4"], []),
    ]  # fmt: skip


def test_a_judged_event_that_is_coded_anew_keeps_its_judgement(raid: None) -> None:
    run("split", "e1", "e2")
    page = Page(name="beta", data=b"beta")
    with Casebook.open("d.db") as book:
        coded = book.store.coded(page.id)
        assert coded is not None
        (event,) = coded.events
        claim = replace(event.claim, sentence=replace(event.claim.sentence, end=event.claim.sentence.end + 1))
        report = replace(coded.report, text=event.claim.sentence.text + " ")
        book.recode(page, Coded(report=report, events=(replace(event, id="e2b", claim=claim),)))
    assert groups() == [["e1", "e3"], ["e2b"], ["e4"], ["e5"]]
