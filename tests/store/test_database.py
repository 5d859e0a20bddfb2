"""Databases are opened, brought up to date, and refused with a line that says what to do."""

import multiprocessing
import os
import signal
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store.database import MIGRATIONS, alembic_config, migrate
from dateline.store.shingles import sample, shingles
from dateline.store.store import Store
from dateline.store.tables import HEAD, metadata


def test_the_migrations_make_the_tables_and_unmake_them() -> None:
    with create_engine("sqlite://").begin() as connection:
        migrate(connection)
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        command.downgrade(alembic_config(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_a_store_made_before_copies_were_known_keeps_its_pages_and_notices_copies_of_them(
    tmp_path: Path, page: Page, coded: Coded
) -> None:
    path = tmp_path / "old.db"
    with Store.open(path) as store:
        store.add(page, coded)
        _step(store, "0001")
        assert "copy_of" not in _columns(store)
    with Store.open(path) as store:
        assert store.coded(coded.report.id) == coded
        again = replace(coded.report, id=f"sha256:{'a' * 64}", outlet="Delta Post", published="2024-05-09")
        store.add(replace(page, data=b"elsewhere"), Coded(report=again))
        assert [one.copy_of for one in store.pages()] == [None, coded.report.id]


def test_going_back_a_version_loses_no_page_and_no_event(tmp_path: Path, page: Page, coded: Coded) -> None:
    with Store.open(tmp_path / "d.db") as store:
        store.add(page, coded)
        before = _counts(store)
        assert before["events"] == len(coded.events)
        _step(store, "0001")
        assert {table: before[table] for table in _counts(store)} == _counts(store)
        assert "page_shingles" not in _counts(store)


def _step(store: Store, to: str) -> None:
    with store._engine.begin() as connection:
        command.downgrade(alembic_config(connection), to)


def _columns(store: Store) -> set[str]:
    return {column["name"] for column in inspect(store._engine).get_columns("pages")}


def _counts(store: Store) -> dict[str, int]:
    with store._engine.begin() as connection:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
        return {one: connection.execute(text(f"SELECT count(*) FROM {one}")).scalar_one() for one in tables}


def test_the_newest_migration_is_the_one_that_the_program_expects() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_a_database_that_was_made_is_opened_again(tmp_path: Path, page: Page, coded: Coded) -> None:
    with Store.open(tmp_path / "d.db") as store:
        store.add(page, coded)
    with Store.open(tmp_path / "d.db", create=False) as store:
        assert store.coded(coded.report.id) == coded


def test_a_database_address_works_as_well_as_a_path(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'd.db'}") as store:
        assert list(store.pages()) == []
    assert (tmp_path / "d.db").exists()


@pytest.mark.parametrize(
    ("make", "advice"),
    [
        (lambda path: None, "dateline add"),
        (lambda path: path.mkdir(), "name a file in it"),
        (lambda path: path.write_bytes(b"no database at all" * 100), "name another file"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(tmp_path: Path, make, advice: str) -> None:
    path = tmp_path / "dateline.db"
    make(path)
    with pytest.raises(StoreError, match=advice) as error:
        Store.open(path, create=False)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make it first"):
        Store.open(tmp_path / "gone" / "dateline.db")


@pytest.mark.parametrize("address", ["nosuch://here", "postgresql+nosuch://host/db"])
def test_an_address_that_means_nothing_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="give a file"):
        Store.open(address)


def test_a_database_of_a_newer_dateline_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.db"
    Store.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="update dateline"):
        Store.open(path)


def test_a_migration_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "d.db")
    engine = store._engine
    with engine.begin() as connection:
        command.downgrade(alembic_config(connection), "base")
    with pytest.raises(RuntimeError), engine.begin() as connection:
        migrate(connection)
        raise RuntimeError("power cut")
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    store.close()


def test_killed_at_any_moment_no_page_is_half_there(tmp_path: Path, page: Page, coded: Coded) -> None:
    path = tmp_path / "d.db"
    Store.open(path).close()
    for delay in (0.02, 0.05, 0.11):
        _kill_while_adding(path, page, coded, delay)
        with Store.open(path) as store, store._engine.begin() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            for found in store.pages():
                kept = store.coded(found.id)
                assert kept is not None
                assert len(kept.events) == len(coded.events)
                assert len(kept.relations) == len(coded.relations)
                sampled = text("SELECT count(*) FROM page_shingles WHERE page_id = :id")
                assert connection.execute(sampled, {"id": found.id}).scalar() == len(sample(shingles(kept.report.text)))
    with Store.open(path) as store:
        assert list(store.pages()), "nothing was added before the kill: the test proves nothing"


def test_two_programs_adding_the_same_pages_add_each_once(tmp_path: Path, page: Page, coded: Coded) -> None:
    path = tmp_path / "d.db"
    work = [(f"{n}".encode(), sha256(f"{n}".encode()).hexdigest()) for n in range(20)]

    def add_all(_: int) -> int:
        with Store.open(path) as store:
            return sum(store.add(replace(page, data=data), _under(coded, digest)) for data, digest in work)

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(add_all, range(3))) == len(work)
    with Store.open(path) as store:
        assert len(list(store.pages())) == len(work)


def _kill_while_adding(path: Path, page: Page, coded: Coded, delay: float) -> None:
    context = multiprocessing.get_context("fork")
    started = context.Event()
    process = context.Process(target=_add_for_ever, args=(path, page, coded, started))
    process.start()
    assert started.wait(20)
    time.sleep(delay)
    os.kill(process.pid, signal.SIGKILL)
    process.join()


def _add_for_ever(path: Path, page: Page, coded: Coded, started) -> None:
    with Store.open(path) as store:
        for number in count():
            data = f"{os.getpid()} {number}".encode()
            store.add(replace(page, data=data), _under(coded, sha256(data).hexdigest()))
            started.set()


def _under(coded: Coded, digest: str) -> Coded:
    """The same, as if coded from a page with this digest, which tells another story."""
    story = " ".join(sha256(f"{digest} {n}".encode()).hexdigest() for n in range(60))
    return Coded(
        report=replace(coded.report, id=f"sha256:{digest}", text=story),
        events=tuple(replace(event, id=f"{digest[:12]}-{n}") for n, event in enumerate(coded.events)),
        relations=tuple(replace(one, id=f"{digest[:12]}-r{n}") for n, one in enumerate(coded.relations)),
    )
