"""Databases are opened, brought up to date, and refused with a line that says what to do."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import database
from dateline.store.database import MIGRATIONS, alembic_config, is_of_every_engine, migrate, open_engine
from dateline.store.store import Store
from dateline.store.tables import HEAD, metadata


@pytest.mark.filterwarnings("ignore:Did not recognize type 'geography'")
def test_the_migrations_make_the_tables_and_unmake_them(new_address: str) -> None:
    with _engine(new_address).begin() as connection:
        migrate(connection)
        assert set(metadata.tables) <= set(inspect(connection).get_table_names())
        context = MigrationContext.configure(connection, opts={"include_object": is_of_every_engine})
        assert compare_metadata(context, metadata) == []
        command.downgrade(alembic_config(connection), "base")
        assert _tables(connection) == {"alembic_version"}


def test_a_store_made_before_copies_were_known_keeps_its_pages_and_notices_copies_of_them(
    new_address: str, page: Page, coded: Coded
) -> None:
    with Store.open(new_address) as store:
        store.add(page, coded)
        _step(store, "0001")
        assert "copy_of" not in _columns(store)
    with Store.open(new_address) as store:
        assert store.coded(coded.report.id) == coded
        again = replace(coded.report, id=f"sha256:{'a' * 64}", outlet="Delta Post", published="2024-05-09")
        store.add(replace(page, data=b"elsewhere"), Coded(report=again))
        assert [one.copy_of for one in store.pages()] == [None, coded.report.id]


def test_going_back_a_version_loses_no_page_and_no_event(new_address: str, page: Page, coded: Coded) -> None:
    with Store.open(new_address) as store:
        store.add(page, coded)
        before = _counts(store)
        assert before["events"] == len(coded.events)
        _step(store, "0001")
        assert {table: before[table] for table in _counts(store)} == _counts(store)
        assert "page_shingles" not in _counts(store)


def test_the_samples_of_pages_are_carried_over_both_ways(new_address: str, page: Page, coded: Coded) -> None:
    with Store.open(new_address) as store:
        store.add(page, _under(coded, "b" * 64))
        store.add(replace(page, data=b"another"), _under(coded, "a" * 64))
        before, now = store.logical_hash(), _shingles(store, "JOIN page_samples ON number = sample")
        _step(store, "0011")
        assert _shingles(store) == now
        assert len({page_id for page_id, _ in now}) == 2
    with Store.open(new_address) as store:
        assert store.logical_hash() == before
        with store._engine.begin() as connection:
            sizes = connection.execute(text("SELECT size FROM page_samples")).scalars().all()
        assert sum(sizes) == len(now)
        assert store.add(replace(page, data=b"a third"), _under(coded, "c" * 64))


def _shingles(store: Store, join: str = "") -> list[tuple[str, int]]:
    with store._engine.begin() as connection:
        asked = text(f"SELECT page_id, shingle FROM page_shingles {join} ORDER BY page_id, shingle")
        return [(row.page_id, row.shingle) for row in connection.execute(asked)]


def _engine(address: str) -> Engine:
    return open_engine(address, create=True)


def _step(store: Store, to: str) -> None:
    with store._engine.begin() as connection:
        command.downgrade(alembic_config(connection), to)


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"spatial_ref_sys"}


def _columns(store: Store) -> set[str]:
    return {column["name"] for column in inspect(store._engine).get_columns("pages")}


def _counts(store: Store) -> dict[str, int]:
    with store._engine.begin() as connection:
        tables = _tables(connection) - {"alembic_version"}
        return {one: connection.execute(text(f"SELECT count(*) FROM {one}")).scalar_one() for one in tables}


def test_the_newest_migration_is_the_one_that_the_program_expects() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == HEAD


def test_a_database_that_was_made_is_opened_again(new_address: str, page: Page, coded: Coded) -> None:
    with Store.open(new_address) as store:
        store.add(page, coded)
    with Store.open(new_address, create=False) as store:
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


def test_a_database_of_a_newer_dateline_is_left_alone(new_address: str) -> None:
    with Store.open(new_address) as store, store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="update dateline"):
        Store.open(new_address)


def test_a_migration_that_breaks_off_leaves_nothing(new_address: str) -> None:
    engine = _engine(new_address)
    with pytest.raises(RuntimeError), engine.begin() as connection:
        migrate(connection)
        raise RuntimeError("power cut")
    with engine.begin() as connection:
        assert _tables(connection) == set()
    engine.dispose()


def test_sqlite_lets_others_read_while_one_writes_and_waits_for_the_disk(tmp_path: Path) -> None:
    with Store.open(tmp_path / "d.db") as store, store._engine.begin() as connection:
        settings = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
        assert settings == ["wal", 2]
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_two_programs_adding_the_same_pages_add_each_once(address: str, page: Page, coded: Coded) -> None:
    work = [(f"{n}".encode(), sha256(f"{n}".encode()).hexdigest()) for n in range(20)]

    def add_all(_: int) -> int:
        with Store.open(address) as store:
            return sum(store.add(replace(page, data=data), _under(coded, digest)) for data, digest in work)

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(add_all, range(3))) == len(work)
    with Store.open(address) as store:
        assert len(list(store.pages())) == len(work)


def test_two_programs_that_open_a_new_database_make_its_tables_once(new_address: str) -> None:
    with ThreadPoolExecutor(3) as pool:
        for store in pool.map(lambda _: Store.open(new_address), range(3)):
            assert list(store.pages()) == []
            store.close()


def _under(coded: Coded, digest: str) -> Coded:
    """The same, as if coded from a page with this digest, which tells another story."""
    story = " ".join(sha256(f"{digest} {n}".encode()).hexdigest() for n in range(60))
    return Coded(
        report=replace(coded.report, id=f"sha256:{digest}", text=story),
        events=tuple(replace(event, id=f"{digest[:12]}-{n}") for n, event in enumerate(coded.events)),
        relations=tuple(replace(one, id=f"{digest[:12]}-r{n}") for n, one in enumerate(coded.relations)),
    )


def _holding(db: Path, held: threading.Event, free: threading.Event) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        held.set()
        free.wait(30)
        other.execute("COMMIT")


@pytest.mark.parametrize("patience", [30.0, 0.01])
def test_a_writer_waits_for_its_turn_and_says_so_where_it_does_not_come(
    tmp_path: Path, patience: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_TURN_S", patience)
    db, held, free = tmp_path / "a.db", threading.Event(), threading.Event()
    with Store.open(db) as store:
        other = threading.Thread(target=_holding, args=(db, held, free))
        other.start()
        held.wait(30)
        if patience > 1:
            threading.Timer(0.2, free.set).start()
            with store.writing():
                assert free.is_set()
        else:
            with pytest.raises(StoreError, match="another program is writing to it"), store.writing():
                raise AssertionError("two write at once")
            free.set()
        other.join()
