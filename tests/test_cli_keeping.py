"""`verify`, `backup` and `rebuild` at the terminal."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update
from typer.testing import CliRunner, Result

from dateline.casebook import Casebook
from dateline.cli import app, rebuilding
from dateline.ingest.opening import opened
from dateline.ingest.report import ingest
from dateline.knowledge.versions import Versions
from dateline.model.event import Coded, Event
from dateline.model.text import Page, Report
from dateline.store import tables
from dateline.store.log import judge
from dateline.store.store import Store
from inputs_made import GOOD, HTML, warc
from merge.made import a_report, a_source, an_event

WORDS = "x shells hit the town, a monitor said."
OLD = Versions(codebook="0.1", dateline="0.0.1")
DB = ("--db", "d.db")
Coding = Callable[[Page], Coded]


class FakeCoder:
    """Codes each page as it is told to."""

    def __init__(self, code: Coding) -> None:
        self._code = code

    def code_many(self, pages: Iterable[object]) -> Iterator[Coded]:
        for page in pages:
            yield self._code(page) if isinstance(page, Page) else Coded(report=ingest(page))  # type: ignore[arg-type]


@pytest.fixture
def code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Coding], None]:
    """In an empty folder, says how pages are coded from now on."""
    monkeypatch.chdir(tmp_path)
    return lambda coding: monkeypatch.setattr(rebuilding, "load_coder", lambda *_: FakeCoder(coding))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def a_page(name: str) -> Page:
    return Page(name=name, data=name.encode())


def coding(page: Page, *events: Event, **known: object) -> Coded:
    report = a_report(page.name, **{"id": page.id, "text": WORDS, **known})
    return Coded(report=report, events=events)


def first(page: Page) -> Coded:
    """One event a page, under an id that names it."""
    return coding(page, an_event(f"{page.name}-1", a_source("a monitor"), words=WORDS))


def second(page: Page) -> Coded:
    """The same told otherwise, and one more."""
    (event,) = first(page).events
    other = an_event(f"{page.name}-2", a_source("residents"), words=WORDS, type="siege")
    return coding(page, replace(event, places=()), other, title="New")


def kept(*names: str) -> None:
    with Casebook.open("d.db") as book:
        for name in names:
            book.add(a_page(name), first(a_page(name)), OLD)


# ---- verify and backup --------------------------------------------------------------------------
def test_a_sound_database_is_told_in_one_line(code: Callable[[Coding], None]) -> None:
    Store.open("d.db").close()
    result = run("verify", *DB)
    assert (result.exit_code, result.stdout) == (0, "pages: 0 checked; faults: 0\n")


def test_each_fault_is_a_line_and_ends_with_1(code: Callable[[Coding], None]) -> None:
    kept("a", "b")
    result = run("verify", *DB)
    assert result.exit_code == 1
    *faults, last = result.stdout.splitlines()
    assert last == "pages: 2 checked; faults: 2"
    assert all("its evidence gives" in line and "; run `dateline rebuild --all`" in line for line in faults)


@pytest.mark.parametrize("command", [["verify"], ["rebuild"], ["backup", "copy.db"]])
def test_no_database_is_made_where_there_is_none(code: Callable[[Coding], None], command: list[str]) -> None:
    result = run(*command, *DB)
    assert result.exit_code == 1
    assert not Path("d.db").exists()


def test_a_backup_is_named_with_size_and_digest_and_never_overwrites(code: Callable[[Coding], None]) -> None:
    kept("a")
    result = run("backup", "copy.db", *DB)
    size = Path("copy.db").stat().st_size
    assert result.exit_code == 0
    assert result.stdout.startswith(f"copy.db: {size:,} bytes, sha256:")
    again = run("backup", "copy.db", *DB)
    assert again.exit_code == 1
    assert Path("copy.db").stat().st_size == size


# ---- rebuild ------------------------------------------------------------------------------------
def test_what_changed_is_told_page_by_page_and_in_sum(code: Callable[[Coding], None]) -> None:
    kept("a", "b")
    code(lambda page: second(page) if page.name == "a" else first(page))
    result = run("rebuild", *DB)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "a: events: 1 new, 1 changed (places 1); the page's title",
        "pages: 2 coded anew, 1 of them otherwise than before; 0 left as they are, 0 failed",
        "events: 1 new, 0 gone, 1 changed (places 1), 1 the same",
    ]
    with Casebook.open("d.db") as book:
        assert book.store.coded(a_page("a").id) == second(a_page("a"))
        assert {t.event.id for one in book.incidents() for t in one.tellings} == {"a-1", "a-2", "b-1"}


def test_a_dry_run_says_the_same_and_changes_nothing(code: Callable[[Coding], None]) -> None:
    kept("a")
    code(second)
    dry, wet = run("rebuild", "--dry-run", *DB), run("rebuild", *DB)
    assert dry.stdout.replace("would be coded", "coded") == wet.stdout
    assert "1 new" in wet.stdout


def test_pages_of_this_version_are_left_alone_unless_all_are_asked_for(code: Callable[[Coding], None]) -> None:
    kept("a")
    code(first)
    run("rebuild", *DB)
    code(second)
    assert run("rebuild", *DB).stdout.startswith("pages: all are coded by this version")
    assert "1 new" in run("rebuild", "--all", *DB).stdout


def test_what_was_interrupted_is_continued(code: Callable[[Coding], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "_BATCH", 1)
    kept("a", "b", "c")
    done: list[str] = []

    def until_b(page: Page) -> Coded:
        if page.name == "b" and "b" not in done:
            done.append("b")
            raise KeyboardInterrupt
        done.append(page.name)
        return first(page)

    code(until_b)
    assert run("rebuild", *DB).exit_code != 0
    assert run("rebuild", *DB).exit_code == 0
    assert done == ["a", "b", "b", "c"]


def test_a_page_that_cannot_be_coded_any_more_is_kept_as_it_was(code: Callable[[Coding], None]) -> None:
    kept("a")
    code(lambda page: coding(page, status="failed", reason="a bug", text=""))
    result = run("rebuild", *DB)
    assert result.exit_code == 1
    assert result.stderr == "a: cannot be coded anew: a bug; it is kept as it was\n"
    with Store.open("d.db") as store:
        assert store.coded(a_page("a").id) == first(a_page("a"))


def test_a_page_that_could_not_be_coded_before_is_tried_again(code: Callable[[Coding], None]) -> None:
    with Casebook.open("d.db") as book:
        book.add(a_page("a"), coding(a_page("a"), status="failed", reason="a bug", text=""), OLD)
    code(lambda page: coding(page, status="failed", reason="a bug", text=""))
    assert "1 left as they are, 0 failed" in run("rebuild", *DB).stdout
    code(first)
    assert "events: 1 new; the page's status, text" in run("rebuild", *DB).stdout


def test_what_became_of_judgements_is_listed(code: Callable[[Coding], None]) -> None:
    kept("a", "b", "c")
    with Store.open("d.db") as store, store.connected(writes=True) as connection:
        judge(connection, same=False, some=["a-1"], others=["b-1"], by="Amna")

    def anew(page: Page) -> Coded:
        now = an_event(f"{page.name}-9", a_source("a monitor"), words=WORDS)
        return {"a": coding(page, now), "b": coding(page)}.get(page.name, first(page))

    code(anew)
    lines = run("rebuild", *DB).stdout.splitlines()
    assert f'a: judged event a-1 (shelling, "{WORDS}") is gone: what was judged of it holds for a-9 (shelling)' in lines
    assert (
        f'b: judged event b-1 (shelling, "{WORDS}") is gone and none stands for it: what was judged of it is kept as '
        "an orphan"
    ) in lines
    assert lines[-1] == "judged events that are gone: 1 carried over, 1 orphaned"


@pytest.mark.parametrize("kind", [*GOOD, "cyrillic"])
def test_a_page_of_whatever_kind_is_read_again_as_it_was(code: Callable[[Coding], None], kind: str) -> None:
    cyrillic = HTML.replace(b"Tamra", "Тамра".encode("cp1251"))
    data = warc(cyrillic, b"text/html; charset=windows-1251") if kind == "cyrillic" else GOOD[kind]
    reports: dict[str, Report] = {}
    with Store.open("d.db") as store:
        for page in opened(Page(name="in", data=data)):
            if isinstance(page, Page):
                reports.setdefault(page.id, ingest(page))
                store.add(page, Coded(report=ingest(page)), OLD)
    code(lambda page: Coded(report=ingest(page)))
    result = run("rebuild", *DB)
    assert result.stdout.splitlines()[0].startswith(f"pages: {len(reports)} coded anew, 0 of them otherwise")
    with Store.open("d.db") as store:
        for key, report in reports.items():
            again = store.coded(key)
            assert again is not None
            assert again.report == report


@pytest.mark.parametrize("kind", [kind for kind in GOOD if kind != "html"])
def test_what_a_container_said_of_a_page_that_an_older_version_added_is_not_lost(
    code: Callable[[Coding], None], kind: str
) -> None:
    with Store.open("d.db") as store:
        for page in opened(Page(name="in", data=GOOD[kind])):
            if isinstance(page, Page):
                store.add(page, Coded(report=ingest(page)), OLD)
        with store.connected(writes=True) as connection:
            connection.execute(update(tables.pages).values(known=None))
    code(lambda page: Coded(report=ingest(page)))
    assert "0 of them otherwise" in run("rebuild", *DB).stdout


def test_an_archive_that_could_not_be_opened_and_a_mere_link_are_left(code: Callable[[Coding], None]) -> None:
    kept("a")
    broken = Page(name="broken.pdf", data=b"%PDF-1.4 but no more", came="pdf")
    link = Page(name="feed!a", data=b"", came="link")
    with Store.open("d.db") as store:
        store.add(broken, coding(broken, status="failed", reason="broken", text=""), OLD)
        store.add(link, coding(link, id="sha256:link", status="empty", text=""), OLD)
        with store.connected(writes=True) as connection:
            connection.execute(update(tables.reports).values(version="0.0.2"))
    code(first)
    assert "pages: 1 coded anew, 0 of them otherwise than before; 1 left as they are" in run("rebuild", *DB).stdout
