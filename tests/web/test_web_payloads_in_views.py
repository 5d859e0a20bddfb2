"""Texts that would like to run do not, in any view: each view is opened on a database whose every page is unkind."""

import os
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page

from browser_made import ROOT, Complaints, started, watched
from dateline.serve.web import PAGE
from payloads_made import database, payloads

VIEWS: Final = tuple(re.findall(r'path: "(/[^"]+)"', (ROOT / "web/src/views/index.ts").read_text(encoding="utf-8")))
LISTS: Final = {"/incident": "/api/incidents?limit=500", "/report": "/api/reports?limit=500"}
"""The views of one thing each, by the lists that name the things."""
STRIDE: Final = 1 if os.environ.get("DATELINE_EVERY_PAYLOAD") else 11
"""Of texts and addresses that are visited one by one, each so manieth; `make battery` visits all."""
WATCH: Final = """
    window.refused = [];
    document.addEventListener('securitypolicyviolation', e => refused.push(`${e.violatedDirective} ${e.blockedURI}`));
"""
STRANGERS: Final = (
    "script:not([src^='/assets/'])",
    "iframe", "object", "embed", "base", "[onerror]", "[onload]", "[onclick]", "[onfocus]",
    "a[href^='javascript:' i]", "a[href^='data:' i]", "a[href^='vbscript:' i]", "form[action]", "meta[http-equiv]",
)  # fmt: skip
"""What no page of ours has, and what a text that was taken for markup would make."""


@pytest.fixture(scope="module")
def unkind_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a database of unkind pages."""
    if not PAGE.exists():
        pytest.skip("the web is not built: run `make web`")
    with started(database(tmp_path_factory.mktemp("unkind") / "d.db")) as at:
        yield at


@pytest.fixture
def suspicious(context: BrowserContext) -> Iterator[tuple[Page, Complaints]]:
    """A page that writes down dialogs and what the Content-Security-Policy refused, and what is wrong with it."""
    context.add_init_script(WATCH)
    page, complaints = watched(context)
    page.on("dialog", lambda dialog: (complaints.lines.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page, complaints


def what_ran(page: Page) -> list[str]:
    """Whatever shows that a text was taken for more than a text."""
    ran = ["it ran"] if page.evaluate("'ran' in window") else []
    made = [one for one in STRANGERS if page.locator(one).count()]
    return [*ran, *page.evaluate("refused"), *made]


@pytest.mark.parametrize("view", [view for view in VIEWS if view not in LISTS])
def test_nothing_runs_in_a_view(suspicious: tuple[Page, Complaints], unkind_site: str, view: str) -> None:
    page, complaints = suspicious
    page.goto(unkind_site + view)
    page.wait_for_load_state("networkidle")
    assert what_ran(page) == []
    assert complaints.heard() == []


@pytest.mark.parametrize("view", [view for view in LISTS if view in VIEWS])
def test_nothing_runs_in_the_view_of_any_one_thing(
    suspicious: tuple[Page, Complaints], unkind_site: str, view: str
) -> None:
    page, complaints = suspicious
    page.goto(unkind_site + view)
    items = page.request.get(unkind_site + LISTS[view]).json()["items"]
    assert len(items) >= len(payloads())
    for item in items[::STRIDE]:
        _step(page, f"{view}/{quote(item['id'], safe='')}")
        assert what_ran(page) == [], item["id"]
    assert [line for line in complaints.heard() if "404" not in line] == []


def test_nothing_runs_from_an_address(suspicious: tuple[Page, Complaints], unkind_site: str) -> None:
    page, complaints = suspicious
    page.goto(f"{unkind_site}/about")
    for number, payload in enumerate(payloads()[::STRIDE]):
        view = VIEWS[number % len(VIEWS)]
        _step(
            page, f"{view}?text={quote(payload, safe='')}&type={quote(payload, safe='')}&back={quote(payload, safe='')}"
        )
        _step(page, f"{view}/{quote(payload, safe='')}")
        assert what_ran(page) == [], payload
    complaints.allowed += ["404 (Not Found)", "422 (Unprocessable", "400 (Bad Request)"]
    assert complaints.heard() == []


def _step(page: Page, to: str) -> None:
    """Goes to an address without loading the page anew, and waits until what it asks for is there."""
    page.evaluate("to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }", to)
    page.wait_for_timeout(60)
    page.wait_for_function("() => !document.querySelector('main .waiting')", timeout=20_000)


def test_the_views_were_found() -> None:
    assert {"/about", "/sign-in"} <= set(VIEWS)


def test_the_search_for_strangers_finds_them(suspicious: tuple[Page, Complaints]) -> None:
    page, _ = suspicious
    page.set_content("<script>window.ran = 1</script><a href=' JavaScript:x'>here</a><iframe></iframe>")
    assert {"it ran", "iframe"} <= set(what_ran(page))
