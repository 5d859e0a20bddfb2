"""The whole story: a page becomes a report, a reading, claims, and events. The one file that knows every room."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from dateline.extract.claims import extract
from dateline.ingest.pages import Unreadable
from dateline.ingest.report import ingest
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model.event import Coded
from dateline.model.text import Page, Reading, Report
from dateline.read.parser import Parser
from dateline.resolve.events import resolve

_BATCH = 32


class Coder:
    """Codes pages. Loads the parser, the codebook and the gazetteer once (about two seconds).

    `progress(done, total)` is called while a missing gazetteer is built.
    """

    def __init__(self, *, gazetteer: Path | None = None, progress: Callable[[int, int], None] | None = None) -> None:
        self._parser = Parser()
        self._codebook = load_codebook()
        self._gazetteer = open_gazetteer(gazetteer, progress)

    def code(self, page: Page | Unreadable) -> Coded:
        """One page, coded."""
        return next(self.code_many([page]))

    def code_many(self, pages: Iterable[Page | Unreadable]) -> Iterator[Coded]:
        """Pages coded in their order; a page that fails comes out as such, with the reason, and the rest go on."""
        rest = iter(pages)
        while batch := list(islice(rest, _BATCH)):
            reports = [ingest(page) if isinstance(page, Page) else _unread(page) for page in batch]
            readings = self._parser.read_many(report for report in reports if report.status == "coded")
            for report in reports:
                yield self._coded(next(readings)) if report.status == "coded" else Coded(report=report)

    def _coded(self, reading: Reading) -> Coded:
        try:
            return resolve(extract(reading, self._codebook, self._gazetteer), self._gazetteer)
        except Exception as error:  # noqa: BLE001 - the runner: one page must not stop the others
            return Coded(report=_failed(reading.report, error))


def _unread(page: Unreadable) -> Report:
    """A page of which not even the bytes could be had; its id is that of no bytes."""
    nothing = f"sha256:{sha256(b'').hexdigest()}"
    return Report(page=page.name, id=nothing, text="", status="failed", reason=page.reason)


def _failed(report: Report, error: Exception) -> Report:
    return replace(report, status="failed", reason=f"{type(error).__name__}: {error}")
