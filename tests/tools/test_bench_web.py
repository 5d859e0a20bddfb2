"""The incidents that the benchmark of the web is run on."""

from pathlib import Path

from sqlalchemy import func, select

import bench_web
from dateline.casebook import Casebook
from dateline.store.tables import incidents


def test_the_same_number_makes_the_same_incidents() -> None:
    assert list(bench_web.made_up(50)) == list(bench_web.made_up(50))


def test_some_are_in_towns_some_in_a_province_and_some_nowhere() -> None:
    made = list(bench_web.made_up(400))
    kinds = {(one.lat is not None, one.country is not None) for one in made}
    assert kinds == {(True, True), (False, True), (False, False)}


def test_a_database_is_filled_with_as_many_as_asked_for(tmp_path: Path) -> None:
    bench_web.fill(tmp_path / "made.db", 30)
    with Casebook.open(tmp_path / "made.db") as book, book.store.connected() as connection:
        assert connection.execute(select(func.count()).select_from(incidents)).scalar_one() == 30
