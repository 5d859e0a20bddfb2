"""The battery of orders sees a database that tells in which order its pages came."""

import sys
from itertools import islice
from pathlib import Path

from dateline.model.event import Coded
from dateline.model.text import Page

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from make_pages import pages
from order_battery import filled


def test_some_pages_in_three_orders_by_one_and_two_programs_make_one_database(tmp_path: Path) -> None:
    told = list(islice(pages(seed=5), 12))
    ways = ((1, 1), (2, 2), (1, 3))
    found = [filled(str(tmp_path / f"{n}.db"), told, by, seed, 2) for n, (by, seed) in enumerate(ways)]
    assert {one for one, _ in found} == {found[0][0]}
    assert [new for _, new in found] == [[len(told), 0]] * 3


def test_another_page_makes_another_hash(tmp_path: Path, page: Page, coded: Coded) -> None:
    told = list(islice(pages(seed=5), 4))
    one, _ = filled(str(tmp_path / "one.db"), told, 1, 1, 1)
    other, _ = filled(str(tmp_path / "other.db"), [*told, (page, coded)], 1, 1, 1)
    assert one != other
