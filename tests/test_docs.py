"""Documentation that fails when it lies."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from dateline.cli import app

ROOT = Path(__file__).parent.parent
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BIN = Path(sys.executable).parent
ALWAYS = {"--help", "-h"}
OPTION = re.compile(r"[ `](--?[a-z]+(?:-[a-z]+)*)")


def commands(group: object, before: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """(name, options) of every command, groups included."""
    for name, command in getattr(group, "commands", {}).items():
        yield " ".join((*before, name)), _options(command)
        yield from commands(command, (*before, name))


def _options(command: object) -> set[str]:
    named = (option for one in command.params for option in (*one.opts, *one.secondary_opts))
    return {option for option in named if option.startswith("-")} - ALWAYS


PROGRAM = typer.main.get_command(app)
THERE = dict(commands(PROGRAM))


def sections() -> dict[str, str]:
    """The documentation of commands by name: its headings are `## dateline NAME`."""
    parts = re.split(r"^## `dateline ([^`]+)`$", COMMANDS, flags=re.M)
    return {re.split(r" [A-Z]", name)[0]: text for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def shell_lines() -> list[str]:
    """The lines of shell in the documentation that call the program and read pages that are here."""
    blocks = [
        block for page in PAGES for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(), flags=re.M | re.S)
    ]
    return sorted({line for block in blocks for line in block.splitlines() if line.startswith("dateline ")})


def test_every_command_is_documented_and_every_documented_one_is_there() -> None:
    assert set(sections()) == set(THERE)


@pytest.mark.parametrize("name", THERE)
def test_every_option_is_documented_and_every_documented_one_is_there(name: str) -> None:
    text = re.sub(r"^```.*?^```", "", sections()[name], flags=re.M | re.S)
    assert set(OPTION.findall(text)) == THERE[name]


def test_the_options_of_the_program_itself_are_documented() -> None:
    head = COMMANDS.split("\n## ")[0]
    assert set(OPTION.findall(head)) == _options(PROGRAM) | ALWAYS


def test_what_the_readme_tells_to_make_can_be_made() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.M))
    told = set(re.findall(r"\bmake ([a-z]+)", README))
    assert {"setup", "demo", "test", "check", "bench"} <= told <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_documentation_has_examples_to_run() -> None:
    assert len(shell_lines()) >= 8


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the sample pages, in which the examples are run one after another."""
    place = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "examples", place / "examples")
    return place


def test_the_examples_run_as_they_are_written(folder: Path) -> None:
    first = ("dateline add", "dateline init")  # what the others read
    order = sorted(shell_lines(), key=lambda line: (not line.startswith(first), line))
    for line in order:
        ended = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],
            cwd=folder,
            env=_environment(),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert ended.returncode == 0, f"{line}\n{ended.stderr}"
        assert ended.stdout or "--out" in shlex.split(line), line


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


# ---- pictures -----------------------------------------------------------------------------------
HEAVIEST_PICTURE = 200_000


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "img").iterdir()), ids=lambda path: path.name)
def test_a_picture_is_light_and_shown_somewhere(picture: Path) -> None:
    assert picture.stat().st_size < HEAVIEST_PICTURE
    assert any(f"img/{picture.name})" in page.read_text(encoding="utf-8") for page in PAGES)


def test_the_pictures_that_pages_show_are_there() -> None:
    for page in PAGES:
        for name in re.findall(r"!\[[^]]*\]\(([^):]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / name).is_file(), f"{page.name}: {name}"
