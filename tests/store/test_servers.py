"""Addresses of databases: what is said of those that cannot be used never has a password."""

from pathlib import Path

import pytest
from sqlalchemy import URL, inspect

from dateline.model.errors import StoreError
from dateline.store.address import shown, url_of
from dateline.store.database import open_engine
from dateline.store.store import Store

SECRET = "geheim"


@pytest.mark.parametrize(
    ("where", "seen"),
    [
        ("news.db", "news.db"),
        (Path("a") / "news.db", "a/news.db"),
        ("sqlite:////srv/news.db", "/srv/news.db"),
        ("postgresql://amna@host/news", "postgresql://amna@host/news"),
        (f"postgres://amna:{SECRET}@host:5433/news", "postgresql://amna@host:5433/news"),
        (f"postgresql+psycopg://amna:{SECRET}@host/news?sslmode=require", "postgresql://amna@host/news"),
        (f"postgresql://host/news?password={SECRET}", "postgresql://host/news"),
        (f"postgresql://amna:{SECRET}@host:port/news", "postgresql://host:port/news"),
    ],
)
def test_an_address_is_shown_without_its_password(where: str | Path, seen: str) -> None:
    assert shown(where) == seen


def test_a_file_name_that_looks_like_options_is_still_a_file(tmp_path: Path) -> None:
    odd = tmp_path / "what?mode=ro&x@y.db"
    Store.open(odd).close()
    assert odd.exists()
    assert url_of(odd).database == str(odd)


@pytest.mark.parametrize(
    ("where", "advice"),
    [
        (f"nosuch://amna:{SECRET}@host/news", "give a file"),
        (f"postgresql://amna:{SECRET}@127.0.0.1:1/news", "no PostgreSQL server answers"),
        (f"postgresql://amna:{SECRET}@nosuch.invalid/news", "no host of this name"),
    ],
)
def test_what_cannot_be_reached_is_told_in_one_line_without_the_password(where: str, advice: str) -> None:
    with pytest.raises(StoreError, match=advice) as error:
        Store.open(where)
    assert SECRET not in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"database": "nosuch"}, "make it first with createdb"),
        ({"password": SECRET}, "check user and password"),
        ({"username": "nobody_here"}, "check user and password"),
    ],
)
def test_what_a_server_refuses_is_told_in_one_line_without_the_password(
    server: URL, change: dict[str, str], advice: str
) -> None:
    where = server.set(**change).render_as_string(hide_password=False)
    with pytest.raises(StoreError, match=advice) as error:
        Store.open(where)
    assert server.password not in str(error.value)
    assert SECRET not in str(error.value)
    assert "\n" not in str(error.value)


def test_looking_at_a_database_makes_no_tables_in_it(new_schema: str) -> None:
    with pytest.raises(StoreError, match="nothing was added"):
        Store.open(new_schema, create=False)
    engine = open_engine(new_schema, create=False)
    assert set(inspect(engine).get_table_names()) <= {"spatial_ref_sys"}
    engine.dispose()


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'dateline\[postgresql\]'"):
        open_engine("postgresql://host/news", create=True)
