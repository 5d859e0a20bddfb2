"""A browser on a server with the example pages. Each test's page must neither complain nor ask another host.

`page` is a page that is at no address yet, `site` the server's address: `page.goto(site + "/explore")`. Whoever needs a
database that can be changed takes `own_site`, a server on a copy of it, and `own_db`, the copy.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser_made import AXE, NO_CHROMIUM, ROOT, Complaints, chromium, launched, run, started, watched
from dateline.serve.web import PAGE

expect.set_options(timeout=20_000)  # a machine that does much else is slow, and not wrong
NOT_BUILT: Final = "the web is not built: run `make web`"
SIZE: Final = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def example_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the example pages, for reading."""
    db = tmp_path_factory.mktemp("web") / "examples.db"
    run("add", str(ROOT / "examples/pages"), "--db", str(db))
    return db


@pytest.fixture(scope="session")
def site(example_db: Path) -> Iterator[str]:
    """The address of a server on the example pages."""
    _built()
    with started(example_db) as address:
        yield address


@pytest.fixture
def own_db(example_db: Path, tmp_path: Path) -> Path:
    """A copy of the database of the example pages, which a test may change."""
    return Path(shutil.copy(example_db, tmp_path / "own.db"))


@pytest.fixture
def own_site(own_db: Path) -> Iterator[str]:
    """The address of a server on `own_db`."""
    _built()
    with started(own_db) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    path = chromium()
    if path is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        opened = launched(playwright, path)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without a past, with a screen of 1280 by 800."""
    fresh = browser.new_context(viewport=SIZE, reduced_motion="reduce", locale="en-GB")
    yield fresh
    fresh.close()


@pytest.fixture
def watched_page(context: BrowserContext) -> Iterator[tuple[Page, Complaints]]:
    """A page and what is wrong with it; for tests that expect a complaint and say so in `allowed`."""
    page, complaints = watched(context)
    yield page, complaints
    assert complaints.heard() == []


@pytest.fixture
def page(watched_page: tuple[Page, Complaints]) -> Page:
    """A page that must stay without errors in the console and without requests to other hosts."""
    return watched_page[0]


def _built() -> None:
    if not PAGE.exists() or not AXE.exists():
        pytest.skip(NOT_BUILT)
