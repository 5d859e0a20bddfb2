"""The command line: what it prints where, and how it ends."""

import json
import os
import pickle
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from cli_made import Run
from dateline.model.event import Coded

DATELINE = str(Path(sys.executable).parent / "dateline")


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


def test_schema_is_json_with_its_version(run: Run) -> None:
    assert json.loads(run("schema").out)["schema_version"]


def test_a_terminal_gets_a_table(sample: str, tmp_path: Path, coded: Coded) -> None:
    program = (
        "import sys, pickle; from dateline import cli; from dateline.cli import coding; import cli_made\n"
        "coded = pickle.load(open(sys.argv.pop(), 'rb'))\n"
        "coding.load_coder = lambda *_: cli_made.FakeCoder(coded); cli.main()"
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
