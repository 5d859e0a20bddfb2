"""When the web is built anew, and with which Node.js."""

import os
import sys
from pathlib import Path

import pytest

import build_web
from build_web import NotBuiltError


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A folder of sources that were all written at second 1000."""
    for name in ("package.json", "src/main.tsx", "node_modules/left/index.js", "generated/map.json"):
        file = tmp_path / "web" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
        os.utime(file, (1000, 1000))
    return tmp_path / "web"


def _page(folder: Path, second: int) -> Path:
    page = folder / "index.html"
    page.write_text("")
    os.utime(page, (second, second))
    return page


def _script(folder: Path, name: str, does: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{does}\n")
    (folder / name).chmod(0o755)


def test_a_web_newer_than_its_sources_is_not_built_again(web: Path, tmp_path: Path) -> None:
    assert build_web.up_to_date(_page(tmp_path, 1001), build_web.sources(web))


def test_a_changed_source_has_the_web_built_again(web: Path, tmp_path: Path) -> None:
    os.utime(web / "src/main.tsx", (1002, 1002))
    assert not build_web.up_to_date(_page(tmp_path, 1001), build_web.sources(web))


def test_a_web_that_is_not_there_is_built(web: Path, tmp_path: Path) -> None:
    assert not build_web.up_to_date(tmp_path / "index.html", build_web.sources(web))


def test_what_the_build_makes_itself_is_no_source(web: Path) -> None:
    assert {file.name for file in build_web.sources(web)} == {"package.json", "main.tsx"}


@pytest.mark.parametrize(("version", "first"), [("v20.11.1\n", 20), ("24.0.0", 24), ("", 0), ("node: not found", 0)])
def test_the_version_of_node_is_read(version: str, first: int) -> None:
    assert build_web.major(version) == first


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(("version", "taken"), [("v20.1.0", True), ("v18.19.0", False)])
def test_a_node_that_is_too_old_is_not_used(
    version: str, taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _script(tmp_path / "bin", "node", f"echo {version}")
    _script(tmp_path / "bin", "npm", "true")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    assert build_web.machines_npm() == ((str(tmp_path / "bin/npm"),) if taken else None)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_where_no_node_can_be_had_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _script(tmp_path, "python", "exit 1")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(NotBuiltError, match=r"install Node\.js.*make web") as told:
        build_web.own_npm(tmp_path / "node")
    assert "\n" not in str(told.value)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_step_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _script(tmp_path, "npm", '[ "$1" = ci ]')
    monkeypatch.setattr(build_web, "WEB", tmp_path)
    with pytest.raises(NotBuiltError, match="npm run"):
        build_web.run(build_web.BUILDING, (str(tmp_path / "npm"),))
