"""The command line, run in an empty folder with a coder that gives every page the same coding."""

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
