"""The whole story: a page becomes a report, a reading, claims, and events. The one file that knows every room."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from dateline.extract.claims import extract
from dateline.extract.explain import Explained, explain
from dateline.ingest.caps import Caps
from dateline.ingest.inputs import Options, opened_by
from dateline.ingest.opening import Opened
from dateline.ingest.pages import Unreadable
from dateline.ingest.report import ingest, without_story
from dateline.ingest.site import repeated_lines
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.project import Project, at_work, using
from dateline.model.errors import DataError
from dateline.model.event import Coded
from dateline.model.text import LeftOut, Page, Reading, Report
from dateline.read.parser import Parser
from dateline.read.sentences import lengths
from dateline.resolve.events import resolve

T = TypeVar("T")
_BATCH: Final = 32
_CAPS: Final = Caps()


class Coder:
    """Codes pages. Loads the parser, the codebook and the gazetteer once (about two seconds).

    `progress(done, total)` is called while a missing gazetteer is built. Without `judge`, claims are told however
    unlikely they are to be events. DataError, of a data file that breaks its own
    rules, is no fault of a page and ends the run; whatever else goes wrong with a page ends that page.

    `project`: whose knowledge it codes with in whatever thread it is called, by default the one at work here.
    """

    def __init__(
        self,
        *,
        gazetteer: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
        judge: bool = True,
        caps: Caps = _CAPS,
        project: Project | None = None,
    ) -> None:
        self._judge = judge
        self._caps = caps
        self._project = project or at_work()
        self._parser = Parser()
        with using(self._project):
            self._codebook = load_codebook()
            self._gazetteer = open_gazetteer(gazetteer, progress)

    def code(self, page: Opened) -> Coded:
        """One page, coded."""
        return next(self.code_many([page]))

    def code_many(self, pages: Iterable[Opened]) -> Iterator[Coded]:
        """Pages coded in their order; a page that fails comes out as such, with the reason, and the rest go on."""
        rest = iter(pages)
        while batch := list(islice(rest, _BATCH)):
            reports = self._reports(batch)
            readings = iter(self._readings([report for report in reports if report.status == "coded"]))
            for report in reports:
                yield self._coded(next(readings)) if report.status == "coded" else Coded(report=report)

    def _reports(self, batch: Sequence[Opened]) -> list[Report]:
        """Those of a batch; pages that share lines with other stories of their site are read again without these."""
        reports = [self._or_failed(without_story(page), partial(self._report, page)) for page in batch]
        repeated = repeated_lines(reports)
        return [
            self._or_failed(report, partial(self._report, page, repeated[report.page]))
            if report.page in repeated
            else report
            for page, report in zip(batch, reports, strict=True)
        ]

    def _report(self, page: Opened, repeated: frozenset[str] = frozenset()) -> Report:
        """The report of a page, or, where it would take the parser too long, that it is too large."""
        report, caps = ingest(page, self._caps, repeated), self._caps
        if report.status != "coded" or len(report.text) <= min(caps.sentences, caps.sentence_chars):
            return report
        found = list(lengths(report.text))
        if len(found) > caps.sentences:
            reason = f"the text has more than {caps.sentences:,} sentences (cap sentences)"
        elif max(found, default=0) > caps.sentence_chars:
            reason = f"a sentence is longer than {caps.sentence_chars:,} characters (cap sentence_chars)"
        else:
            return report
        return replace(report, status="too_large", reason=reason)

    def explain(self, page: Opened) -> tuple[Report, tuple[Explained, ...]]:
        """Why a page is coded as it is, sentence by sentence; nothing for one that is not coded."""
        report = self._or_failed(without_story(page), partial(self._report, page))
        if report.status != "coded":
            return report, ()
        (reading,) = self._readings([report])
        if isinstance(reading, Report):
            return reading, ()
        done = self._or_failed(report, lambda: explain(reading, self._codebook, self._gazetteer))
        return (done, ()) if isinstance(done, Report) else (report, done)

    def _readings(self, reports: list[Report]) -> list[Reading | Report]:
        """Of a batch; where that cannot be parsed, of each report alone. One that cannot comes back as failed."""
        read = self._or_failed(reports[0], lambda: list(self._parser.read_many(reports))) if reports else []
        if isinstance(read, Report):
            return [read] if len(reports) == 1 else [one for report in reports for one in self._readings([report])]
        return [*read]

    def _coded(self, reading: Reading | Report) -> Coded:
        if isinstance(reading, Report):
            return Coded(report=reading)
        done = self._or_failed(reading.report, lambda: self._resolved(reading))
        return Coded(report=done) if isinstance(done, Report) else done

    def _resolved(self, reading: Reading) -> Coded:
        return resolve(extract(reading, self._codebook, self._gazetteer, self._judge), self._gazetteer)

    def _or_failed(self, report: Report, step: Callable[[], T]) -> T | Report:
        """What the step gives with the project's knowledge, or the report as failed, with the reason: one page must not
        stop the others."""
        try:
            with using(self._project):
                return step()
        except DataError:
            raise
        except Exception as error:  # noqa: BLE001 - the runner
            return replace(report, status="failed", reason=f"{type(error).__name__}: {error}")


def open_all(
    found: Iterable[Page | Unreadable], options: Options, left_out: Callable[[LeftOut], None] | None = None
) -> Iterator[Opened]:
    """The pages in all that came in. Where a reader breaks down, what it gave before and then its container failed.

    `left_out` is told of the records of archives that hold no page.
    """
    for one in found:
        try:
            for inside in [one] if isinstance(one, Unreadable) else opened_by(one, options):
                if not isinstance(inside, LeftOut):
                    yield inside
                elif left_out:
                    left_out(inside)
        except DataError:
            raise
        except Exception as error:  # noqa: BLE001 - the runner
            yield Unreadable(name=one.name, reason=f"{type(error).__name__}: {error}", came="broken")
