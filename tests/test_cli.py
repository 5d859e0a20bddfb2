"""The command line: what it prints where, and how it ends."""

import csv
import io
import json
import os
import pickle
import pty
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from dateline import cli
from dateline.cli import coding, stored
from dateline.ingest.report import ingest
from dateline.model.event import Coded
from dateline.model.text import Page
from inputs_made import BAD, GOOD, STORY, URL, feed, rows

DATELINE = str(Path(sys.executable).parent / "dateline")


@dataclass(frozen=True)
class Result:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


class FakeCoder:
    """Gives every page the same coding; a page that holds "empty" is empty, one that cannot be read has failed."""

    def __init__(self, coded: Coded) -> None:
        self._coded = coded

    def code_many(self, pages: Iterable[object]) -> Iterator[Coded]:
        for page in pages:
            yield self._code(page)

    def _code(self, page: object) -> Coded:
        if not isinstance(page, Page):
            return Coded(report=ingest(page))  # type: ignore[arg-type]
        digest = sha256(page.data).hexdigest()
        report = replace(self._coded.report, page=page.name, id=f"sha256:{digest}")
        if b"empty" in page.data:
            return Coded(report=replace(report, status="empty", reason="no text"))
        events = tuple(replace(event, id=f"{digest[:8]}-{n}") for n, event in enumerate(self._coded.events))
        return Coded(report=report, events=events)


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, coded: Coded) -> Run:
    """Runs a command in an empty folder, with the fake coder."""
    for module in (coding, stored):
        monkeypatch.setattr(module, "load_coder", lambda *_: FakeCoder(coded))
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "none.sqlite"))
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["dateline", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return Result(int(ended.value.code or 0), printed.out, printed.err)

    return command


@pytest.fixture
def sample(tmp_path: Path) -> str:
    (tmp_path / "kalma.txt").write_text("a page")
    return "kalma.txt"


def test_into_a_pipe_code_prints_json_lines(run: Run, sample: str) -> None:
    result = run("code", sample)
    records = [json.loads(line)["record"] for line in result.out.splitlines()]
    assert result.status == 0
    assert records == ["report", "event", "event", "event", "event"]


def test_a_table_names_page_and_sources(run: Run, sample: str) -> None:
    result = run("code", sample, "--format", "table")
    assert "Darfur Watch" in result.out
    assert sample in result.out


def test_out_writes_the_lines_to_a_file_and_nothing_to_the_screen(run: Run, sample: str, tmp_path: Path) -> None:
    result = run("code", sample, "--out", "said.jsonl")
    assert result.out == ""
    assert len((tmp_path / "said.jsonl").read_text(encoding="utf-8").splitlines()) == 5


def test_one_bad_page_is_named_and_never_stops_the_others(run: Run, sample: str) -> None:
    result = run("code", "gone.txt", sample)
    reports = [line for line in map(json.loads, result.out.splitlines()) if line["record"] == "report"]
    assert result.status == 1
    assert [(report["page"], report["status"]) for report in reports] == [("gone.txt", "failed"), (sample, "coded")]
    assert result.err == "gone.txt: failed: No such file or directory; check its name and the folder you are in\n"


def test_a_page_rightly_left_is_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text("empty")
    result = run("code", "blank.txt")
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out)["status"] == "empty"


@pytest.mark.parametrize(
    "arguments",
    [
        ["code"],
        ["code", "kalma.txt", "--format", "xml"],
        ["code", "kalma.txt", "--out", "no/such/folder/said.jsonl"],
        ["code", "kalma.txt", "--out", "kalma.txt"],
        ["code", ".", "--out", "said.jsonl"],
        ["show", "."],
        ["code", "kalma.txt", "--as", "novel"],
        ["code", "kalma.txt", "--cap", "size=3"],
        ["code", "kalma.txt", "--cap", "depth=none"],
        ["add", "kalma.txt", "--cap", "ratio=-1"],
        ["code", "kalma.txt", "--max-page-mb", "0"],
        ["events", "--since", "yesterday"],
        ["events", "--until", "2024-02-30"],
        ["events", "--type", "war"],
        ["nonsense"],
    ],
)
def test_a_wrong_command_line_ends_with_2_and_touches_nothing(
    run: Run, sample: str, tmp_path: Path, arguments: list[str]
) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert result.out == ""
    assert result.err
    assert (tmp_path / sample).read_text() == "a page"
    assert [path.name for path in tmp_path.iterdir()] == [sample]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frob"], "no such command 'frob'; see dateline --help"),
        (["code"], "PAGE... is missing; see dateline code --help"),
        (["code", "a", "--format", "xml"], "--format: 'xml' is not one of 'jsonl', 'table'; see dateline code --help"),
        (["add", "a", "--max-seconds", "x"], "--max-seconds: write a number; see dateline add --help"),
        (["add", "a", "--max-seconds", "0"], "--max-seconds: write 0.001 or more; see dateline add --help"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.status, result.out, result.err) == (2, "", f"dateline: {said}\n")


def test_no_command_gives_the_help_of_all(run: Run) -> None:
    result = run()
    assert result.status == 2
    assert "codebook" in result.out + result.err


def test_show_prints_the_reports_own_words_unbroken_where_there_is_no_terminal(
    run: Run, sample: str, coded: Coded
) -> None:
    result = run("show", sample)
    assert coded.report.text in result.out
    assert "\x1b" not in result.out
    assert "Subscribe now" not in result.out
    assert "1 line of the page dropped" in result.out


def test_show_dropped_prints_what_was_dropped(run: Run, sample: str) -> None:
    assert "advert: Subscribe now" in run("show", sample, "--dropped").out


def test_add_then_events_then_pages(run: Run, sample: str) -> None:
    assert run("add", sample).out == "pages: 1 added with 3 events, 0 there already, 0 failed\n"
    assert run("add", sample).out == "pages: 0 added with 0 events, 1 there already, 0 failed\n"
    assert "air strike" in run("events").out
    assert sample in run("pages").out


def test_add_keeps_the_good_pages_beside_a_bad_one(run: Run, sample: str) -> None:
    result = run("add", "gone.txt", sample)
    assert result.status == 1
    assert result.out == "pages: 1 added with 3 events, 0 there already, 0 failed; not there or not fetched: 1\n"
    assert result.err.startswith("gone.txt: failed")


def test_what_is_there_and_cannot_be_opened_is_a_page_that_failed(run: Run, sample: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "lost.txt").symlink_to("nowhere.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    assert run("add", "in", URL).out.endswith(
        "0 added with 0 events, 0 there already, 2 failed; not there or not fetched: 1\n"
    )
    listed = list(map(json.loads, run("pages", "--format", "jsonl").out.splitlines()))
    assert [(page["page"], page["status"]) for page in listed] == [("in/folder", "failed"), ("in/lost.txt", "failed")]
    assert "not followed" in listed[0]["reason"]


def test_a_page_that_can_be_read_now_leaves_no_row_of_its_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("lost.txt", "still lost.txt"):
        (tmp_path / "in" / name).symlink_to(tmp_path / name)
    assert run("add", "in").status == 1
    (tmp_path / "lost.txt").write_text("a page")
    assert run("add", "in").status == 1
    listed = map(json.loads, run("pages", "--format", "jsonl").out.splitlines())
    said = {page["page"]: page["status"] for page in listed}
    assert said == {"in/lost.txt": "coded", "in/still lost.txt": "failed"}


def test_a_feed_read_again_lists_each_link_once(run: Run, tmp_path: Path) -> None:
    for name, links in (("a.xml", 1), ("b.xml", 2)):
        (tmp_path / name).write_bytes(feed(links=links))
        run("add", name)
    listed = list(map(json.loads, run("pages", "--format", "jsonl").out.splitlines()))
    assert [page["url"] for page in listed if page["came"] == "link"] == [
        f"{URL.partition('://')[2]}-{number}" for number in range(2)
    ]


def test_nothing_is_loaded_to_add_what_is_there_already(run: Run, sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", sample)
    monkeypatch.setattr(stored, "load_coder", lambda *_: pytest.fail("loaded for nothing"))
    assert run("add", sample).status == 0


def reports(result: Result) -> list[tuple[str, str]]:
    lines = map(json.loads, result.out.splitlines())
    return [(line["page"], line["status"]) for line in lines if line["record"] == "report"]


def test_every_page_in_a_container_is_coded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(links=1))
    result = run("code", "feed.xml")
    assert result.status == 0
    assert reports(result) == [(f"feed.xml!{URL}", "coded"), (f"feed.xml!{URL}-0", "empty")]


def test_as_reads_a_page_as_the_kind_that_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(GOOD["json"])
    assert reports(run("code", "a.json")) == [("a.json!1", "coded")]
    assert reports(run("code", "a.json", "--as", "text")) == [("a.json", "coded")]


@pytest.mark.parametrize("command", ["code", "add"])
def test_fields_name_what_a_record_holds(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.csv").write_bytes(rows(a=STORY, b="Harbour shelled", c="2 March 2021", d=URL))
    fields = ("--text-field", "a", "--title-field", "b", "--date-field", "c", "--url-field", "d")
    result = run(command, "a.csv", *fields)
    assert result.status == 0
    assert "a.csv!1" in (result.out if command == "code" else run("pages").out)
    (tmp_path / "b.csv").write_bytes(rows(body="<p>empty</p>", day="2 March 2021"))
    assert reports(run("code", "b.csv", "--html-field", "body")) == [("b.csv!1", "empty")]


def test_a_web_address_is_fetched_only_where_that_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run("code", URL)
    assert refused.err == f"{URL}: failed: is a web address: give --fetch to have it fetched\n"
    page = Page(name=URL, data=GOOD["html"], came="url")
    monkeypatch.setattr("dateline.ingest.inputs.fetch", lambda url, caps: page if caps.seconds == 3 else None)
    assert reports(run("code", URL, "--fetch", "--max-seconds", "3")) == [(URL, "coded")]


@pytest.mark.parametrize("arguments", [["--max-page-mb", "0.01"], ["--cap", "page_bytes=10_000"]])
def test_caps_can_be_set(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(links=200))
    assert run("code", "feed.xml").status == 0
    result = run("code", "feed.xml", *arguments)
    assert result.status == 1
    assert result.err == "feed.xml: too large: is larger than 0.01 MB (cap page_bytes)\n"


def test_show_wants_a_single_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(GOOD["csv"])
    (tmp_path / "a.jsonl").write_bytes(GOOD["jsonl"])
    assert run("show", "a.csv").status == 0
    refused = run("show", "a.jsonl")
    assert (refused.status, refused.out) == (2, "")
    assert "several pages; name one, such as 'a.jsonl!1'" in refused.err
    (tmp_path / "feed.xml").write_bytes(feed(links=2))
    assert run("show", f"feed.xml!{URL}").status == 0
    missing = run("show", "a.jsonl!77")
    assert (missing.status, "no page of this name" in missing.err) == (2, True)


def test_show_reads_a_page_as_it_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD["jsonl"])
    assert run("show", "a.jsonl", "--as", "text").status == 0
    (tmp_path / "b.csv").write_bytes(rows(a=STORY, b="Harbour shelled"))
    assert run("show", "b.csv", "--text-field", "a").status == 0


def test_no_event_that_meets_the_conditions_is_said_in_a_line(run: Run, sample: str) -> None:
    run("add", sample)
    result = run("events", "--place", "Atlantis")
    assert (result.status, result.out) == (0, "")
    assert "no event" in result.err


def test_pages_lists_every_page_with_its_state_and_the_counts_add_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "feed.xml").write_bytes(feed(links=2))
    for kind in ("entities", "bomb", "broken.gz", "cut off"):
        (tmp_path / "in" / kind).write_bytes(BAD[kind])
    (tmp_path / "in" / "twice.txt").write_bytes(b"a page")
    (tmp_path / "in" / "twice too.txt").write_bytes(b"a page")
    said = "pages: 4 added with 3 events, 1 there already, 4 failed; copies among the added: 1\n"
    assert run("add", "in").out == said
    assert run("add", "in").out == "pages: 0 added with 0 events, 5 there already, 4 failed\n"
    listed = run("pages").out
    count, told = listed.splitlines()[-1].removeprefix("pages: ").split(" read: ")
    states = {state: int(number) for number, state in (one.split(" ") for one in told.split(", "))}
    assert sum(states.values()) == int(count) == 8
    assert (states["empty"], states["failed"], states["quarantined"]) == (2, 2, 2)
    listed = run("pages", "--format", "jsonl").out
    assert all(name in listed for name in ("in/entities", "in/bomb", "in/broken.gz", "in/cut off!", "feed.xml!"))


def test_pages_can_be_narrowed_to_a_status_and_printed_for_programs(run: Run, sample: str, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text("empty")
    run("add", "blank.txt", sample)
    lines = list(map(json.loads, run("pages", "--format", "jsonl", "--status", "empty").out.splitlines()))
    assert [(line["record"], line["page"], line["status"]) for line in lines] == [("page", "blank.txt", "empty")]
    header, row = run("pages", "--format", "csv", "--status", "coded").out.splitlines()
    assert (header.split(",")[0], row.split(",")[0]) == ("page", sample)
    listed = run("pages", "--status", "empty").out
    assert sample not in listed
    assert listed.endswith("listed: 1\npages: 2 read: 1 coded, 1 empty\n")


def test_a_status_that_is_none_is_refused(run: Run, sample: str) -> None:
    run("add", sample)
    refused = run("pages", "--status", "lost")
    assert (refused.status, refused.out) == (2, "")
    assert "the statuses are coded, empty" in refused.err


def test_a_file_that_is_not_there_is_no_page_of_the_database(run: Run, sample: str) -> None:
    run("add", "gone.txt", sample)
    assert run("pages").out.endswith("pages: 1 read: 1 coded\n")


@pytest.mark.parametrize(
    ("arguments", "types"),
    [
        ([], ["withdrawal", "air_strike", "deployment"]),
        (["--type", "violence"], ["air_strike"]),
        (["--type", "withdrawal"], ["withdrawal"]),
        (["--place", "Zalingei"], ["withdrawal"]),
        (["--since", "2024-04-01"], ["air_strike"]),
        (["--until", "2024-04-01"], ["withdrawal"]),
        (["--source", "darfur"], ["air_strike"]),
        (["--denials", "--type", "air_strike"], ["air_strike", "air_strike"]),
    ],
)
def test_events_are_those_that_meet_the_conditions(
    run: Run, sample: str, arguments: list[str], types: list[str]
) -> None:
    run("add", sample)
    lines = run("events", "--format", "jsonl", *arguments).out.splitlines()
    assert [json.loads(line)["type"] for line in lines] == types


def test_events_as_csv_have_one_row_each(run: Run, sample: str) -> None:
    run("add", sample)
    rows = list(csv.DictReader(io.StringIO(run("events", "--format", "csv").out)))
    assert [row["type"] for row in rows] == ["withdrawal", "air_strike", "deployment"]
    assert rows[1]["said_by"] == "Darfur Watch"
    assert rows[1]["start"] == "2024-05-07"
    assert rows[2]["start"] == ""


def test_incidents_are_listed_with_who_stands_behind_them(run: Run, sample: str) -> None:
    run("add", sample)
    assert "disputed" in run("incidents").out
    lines = [json.loads(line) for line in run("incidents", "--format", "jsonl").out.splitlines()]
    assert sorted(line["type"] for line in lines) == ["air_strike", "withdrawal"]
    assert {line["record"] for line in lines} == {"incident"}


def test_a_denial_that_has_joined_an_incident_is_not_listed_as_one_of_nothing(run: Run, sample: str) -> None:
    run("add", sample)
    assert run("incidents", "--denials", "--format", "jsonl").out == ""


def test_a_database_that_is_not_there_is_not_made_by_asking_it(run: Run, tmp_path: Path) -> None:
    result = run("events", "--db", "gone.db")
    assert result.status == 1
    assert result.err.count("\n") == 1
    assert "dateline add" in result.err
    assert list(tmp_path.iterdir()) == []


def test_schema_is_json_with_its_version(run: Run) -> None:
    assert json.loads(run("schema").out)["schema_version"]


def test_a_terminal_gets_a_table(sample: str, tmp_path: Path, coded: Coded) -> None:
    program = (
        "import sys, pickle; from dateline import cli; from dateline.cli import coding; import test_cli\n"
        "coded = pickle.load(open(sys.argv.pop(), 'rb'))\n"
        "coding.load_coder = lambda *_: test_cli.FakeCoder(coded); cli.main()"
    )
    (tmp_path / "coded.pickle").write_bytes(pickle.dumps(coded))
    screen, end = pty.openpty()
    command = [sys.executable, "-c", program, "code", sample, "coded.pickle"]
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "COLUMNS": "120"}
    subprocess.run(command, cwd=tmp_path, env=environment, stdout=end, stderr=end, check=True, timeout=60)
    os.close(end)
    printed = os.read(screen, 100_000).decode()
    assert "Who says" in printed
    assert '"record"' not in printed


def test_a_reader_that_has_had_enough_brings_no_traceback() -> None:
    command = f"'{DATELINE}' schema | head -n 1"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout == "{\n"
    assert ended.stderr == ""


def test_help_loads_nothing_slow() -> None:
    slow = ("spacy", "sqlalchemy", "trafilatura", "yaml", "msgspec")
    program = f"import sys, dateline.cli; print([m for m in {slow} if m in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout == "[]\n"


# ---- searching ----------------------------------------------------------------------------------
def test_reports_are_found_by_words_phrases_and_what_they_must_not_have(run: Run, sample: str) -> None:
    run("add", sample)
    (line,) = run("search", "market", "the market in", "-convoy", "--format", "jsonl").out.splitlines()
    found = json.loads(line)
    assert (found["record"], found["title"]) == ("found", "Market bombed in Kalma")
    assert "market in Kalma" in found["text"]
    assert found["text_end"] - found["text_start"] == len(found["text"])
    for asked in (["market", "-Kalma"], ["-hospital", "convoy"], ["in market the"]):
        assert run("search", *asked).out == ""


def test_a_search_that_finds_nothing_says_so(run: Run, sample: str) -> None:
    run("add", sample)
    assert run("search", "no", "such", "words").err == "no report in dateline.db has no such words\n"
    assert run("search", "!?").err == "!? has no word to look for\n"
    assert run("search", "market", "--such").status == 2


def test_a_search_may_be_a_table_or_csv_and_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    run("add", "a.txt", "b.txt", "c.txt")
    result = run("search", "market", "--limit", "1", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.out))
    assert row["title"] == "Market bombed in Kalma"
    assert "more than 1" in result.err
    assert "Market bombed" in run("search", "market").out


@pytest.mark.parametrize(
    ("option", "value", "count"),
    [
        ("--near", "12.0,24.99,5", 1),
        ("--near", "12.0,24.9,20", 2),
        ("--near", "50,24.99,5", 0),
        ("--box", "24.9,11,25,13", 1),
        ("--box", "25,11,24.9,13", 2),
    ],
)
def test_events_are_found_by_where_they_lie(run: Run, sample: str, option: str, value: str, count: int) -> None:
    run("add", sample)
    assert len(run("events", option, value, "--format", "jsonl").out.splitlines()) == count


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--near", "here"], "write it in degrees"),
        (["--box", "1,2,3"], "write it in degrees"),
        (["--near", "91,0,5"], "no latitude"),
        (["--box", "0,5,1,4"], "south 5 lies above north 4"),
        (["--near", "1,2,3", "--box", "1,2,3,4"], "name one of them"),
    ],
)
def test_what_is_no_place_to_look_is_a_wrong_command_line(run: Run, arguments: list[str], advice: str) -> None:
    result = run("events", *arguments)
    assert result.status == 2
    assert advice in result.err
    assert len(result.err.splitlines()) == 1


def test_a_database_on_a_server_is_named_by_its_address(run: Run, sample: str, new_schema: str) -> None:
    assert run("add", sample, "--db", new_schema).out == "pages: 1 added with 3 events, 0 there already, 0 failed\n"
    assert len(run("events", "--db", new_schema, "--format", "jsonl").out.splitlines()) == 3
    assert "@127.0.0.1" in run("search", "nowhere", "--db", new_schema).err
    assert ":" not in run("search", "nowhere", "--db", new_schema).err.split("//")[1].split("@")[0]
