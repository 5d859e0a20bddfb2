"""Older versions of a page are handed over with the newest one."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from dateline.merge.dropped import dropped, with_dropped
from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store.replaced import replaced
from dateline.store.store import Store

MORE = " Later that evening the provincial council met in closed session and called for calm in all four districts."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "dateline.db") as opened:
        yield opened


def add(store: Store, coded: Coded, name: str, **known: object) -> None:
    page = Page(name=name, data=name.encode())
    digest = sha256(page.data).hexdigest()
    events = tuple(replace(event, id=f"{digest[:12]}-{n}") for n, event in enumerate(coded.events))
    report = replace(coded.report, page=name, id=f"sha256:{digest}", **known)  # type: ignore[arg-type]
    store.add(page, Coded(report=report, events=events))


def test_each_older_version_comes_with_the_newest(store: Store, coded: Coded) -> None:
    texts = [coded.report.text + MORE * n for n in range(3)]
    for n in (2, 0, 1):
        add(store, coded, f"{n}.html", updated=f"2024-05-1{n}", text=f"{texts[n]} {'again ' * n}")
    pairs = {one.older.report.page: one.newest.report.page for one in replaced(store)}
    assert pairs == {"0.html": "2.html", "1.html": "2.html"}


def test_a_store_without_versions_hands_over_nothing(store: Store, coded: Coded) -> None:
    add(store, coded, "only.html")
    assert list(replaced(store)) == []


def test_what_the_newest_version_left_out_is_told_as_taken_back(store: Store, coded: Coded) -> None:
    add(store, coded, "old.html")
    raid = coded.events[0].claim.sentence.text
    add(
        store,
        replace(coded, events=()),
        "new.html",
        updated="2024-05-09",
        text=coded.report.text.replace(raid, raid.replace(" ", " quietly ", 1)) + MORE,
    )
    (pair,) = replaced(store)
    found = with_dropped(incidents(store.newest()), dropped(pair.older, pair.newest))
    assert {one.status for one in found if one.type == "air_strike"} == {"retracted"}
