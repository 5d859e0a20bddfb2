"""A backup is whole, of one moment, sound, and never in the place of another file."""

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import backup
from dateline.store.backup import back_up
from dateline.store.log import entries, judge
from dateline.store.store import Store

POSTGRESQL = make_url("postgresql+psycopg://amna:secret@db.example:5433/dateline?sslmode=require")


@pytest.fixture
def store(tmp_path: Path, page: Page, coded: Coded) -> Iterator[Store]:
    with Store.open(tmp_path / "d.db") as opened:
        opened.add(page, coded)
        with opened.connected(writes=True) as connection:
            judge(connection, same=True, some=["a"], others=["b"], by="Amna")
        yield opened


def test_a_backup_is_a_database_with_all_that_was_kept(store: Store, coded: Coded, tmp_path: Path) -> None:
    made = back_up(store.engine, tmp_path / "copy.db")
    data = made.path.read_bytes()
    assert (made.size, made.digest) == (len(data), f"sha256:{sha256(data).hexdigest()}")
    with Store.open(made.path, create=False) as copy:
        assert copy.coded(coded.report.id) == coded
        with copy.connected() as connection:
            assert [one.by for one in entries(connection)] == ["Amna"]


def test_a_backup_made_while_others_write_is_of_one_moment(store: Store, coded: Coded, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with Store.open(tmp_path / "d.db") as own:
            for number in range(10_000):
                if stop.is_set():
                    return
                key = sha256(f"{number}".encode()).hexdigest()
                report = replace(coded.report, id=f"sha256:{key}", status="empty", text="")
                own.add(Page(name=f"{number}", data=f"{number}".encode()), Coded(report=report))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [back_up(store.engine, tmp_path / f"copy{number}.db") for number in range(3)]
    finally:
        stop.set()
        writer.join()
    for one in made:
        with sqlite3.connect(one.path) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            pages, reports = (raw.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("pages", "reports"))
            assert pages == reports


@pytest.mark.parametrize("there", ["copy.db", "d.db"])
def test_no_file_is_overwritten(store: Store, tmp_path: Path, there: str) -> None:
    path = tmp_path / there
    path.touch()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not overwritten; name another file"):
        back_up(store.engine, path)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_not_made(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make it first"):
        back_up(store.engine, tmp_path / "gone" / "copy.db")


def test_a_copy_that_is_not_sound_is_not_kept(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(url: object, part: Path) -> None:
        part.write_bytes(b"no database at all" * 100)

    monkeypatch.setitem(backup._WAYS, "sqlite", (spoil, backup._check_sqlite))
    with pytest.raises(StoreError, match="not sound and was not kept"):
        back_up(store.engine, tmp_path / "copy.db")
    assert not [path for path in tmp_path.iterdir() if "copy" in path.name]


def test_a_database_that_cannot_be_read_says_so(store: Store, tmp_path: Path) -> None:
    store.close()
    (tmp_path / "d.db").write_bytes(b"no database at all" * 1000)
    with pytest.raises(StoreError, match=r"d\.db: cannot be copied"):
        back_up(store.engine, tmp_path / "copy.db")


# ---- PostgreSQL's own programs, as far as they can be seen without a server ---------------------
@pytest.fixture
def pg_dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in that writes down how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "pg_dump"
    program.write_text('#!/bin/sh\necho "$PGPASSWORD" "$@" > "$(dirname "$0")/called"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder / "called"


def test_the_password_is_not_among_the_arguments(pg_dump: Path, tmp_path: Path) -> None:
    backup._copy_postgresql(POSTGRESQL, tmp_path / "part")
    password, *arguments = pg_dump.read_text().split()
    assert password == "secret"
    assert arguments == [
        "--format=custom",
        f"--file={tmp_path / 'part'}",
        "--dbname=postgresql://amna@db.example:5433/dateline?sslmode=require",
    ]


def test_without_pg_dump_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreError, match=r"^pg_dump: is not installed; install PostgreSQL's client programs"):
        backup._copy_postgresql(POSTGRESQL, tmp_path / "part")


def test_what_pg_dump_complains_of_is_said(pg_dump: Path, tmp_path: Path) -> None:
    (pg_dump.parent / "pg_dump").write_text("#!/bin/sh\necho 'no such host' >&2; exit 1\n")
    with pytest.raises(StoreError, match=r"the backup was not made: no such host"):
        backup._copy_postgresql(POSTGRESQL, tmp_path / "part")
