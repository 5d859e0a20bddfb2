"""The view of a report: fields and words show one another, in texts of any script."""

import json
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from browser_made import no_serious_violation, run, started

PAGE = """<!doctype html><html lang="en"><head><title>market</title>
<meta property="article:published_time" content="2024-05-08T10:00:00Z"></head>
<body><nav><a href="/">Home pages</a></nav>
<article><h1>قصف على السوق 💥 <b>&lt;img src=x onerror=alert(1)&gt;</b></h1>
<p>«قصفوا السوق» 💥💥, a trader said. The Sudanese army shelled a market in Nyala on Tuesday, killing at least
12 civilians, a local rights monitor said.</p>
<p>The Sudanese army denied that it had shelled the market.
&lt;script&gt;document.title = "run"&lt;/script&gt;</p>
<p>Gunmen abducted three aid workers near El Fasher on Monday, the United Nations said.</p></article>
<footer>Sign up for our newsletter, which comes every morning.</footer></body></html>"""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a report with Arabic words, signs beyond 16 bits, and markup that must stay text."""
    folder = tmp_path_factory.mktemp("arabic")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    run("add", str(folder / "page.html"), "--db", str(folder / "d.db"))
    with started(folder / "d.db") as site, urlopen(f"{site}/api/reports") as answer:
        yield f"{site}/report/{json.load(answer)['items'][0]['id']}"


def test_a_field_shows_its_words_behind_signs_beyond_16_bits(page: Page, arabic: str) -> None:
    page.goto(arabic)
    page.locator(".field.is-agents", has_text="Sudanese army").first.focus()
    expect(page.locator("mark.is-lit")).to_have_text("Sudanese army")
    no_serious_violation(page)


def test_words_show_their_fields_by_keyboard_alone(page: Page, arabic: str) -> None:
    page.goto(arabic)
    page.locator("mark", has_text="abducted").focus()
    expect(page.get_by_role("status")).to_contain_text("abduction")
    page.keyboard.press("Enter")
    expect(page.locator(".event-card.chosen h3")).to_contain_text("Abduction")
    assert "#event=" in page.url


def test_an_event_in_the_address_is_the_one_that_is_open(page: Page, arabic: str) -> None:
    page.goto(arabic)
    wanted = page.locator(".event-card").nth(1).get_attribute("id")
    page.goto(f"{arabic}#event={wanted}")
    expect(page.locator(".event-card.chosen")).to_have_attribute("id", str(wanted))


def test_what_was_left_out_is_shown_on_request_at_its_place(page: Page, arabic: str) -> None:
    page.goto(arabic)
    expect(page.locator(".report-dropped")).to_have_count(0)
    page.get_by_role("checkbox").check()
    expect(page.locator(".report-text > div:last-child .report-dropped").last).to_contain_text("newsletter")


def test_a_pages_markup_stays_text(page: Page, arabic: str) -> None:
    page.goto(arabic)
    expect(page.locator(".report-text")).to_contain_text("<script>")
    assert page.locator(".report-text script, .report-head img").count() == 0
    assert page.title() != "run"


def test_a_right_to_left_title_runs_so(page: Page, arabic: str) -> None:
    page.goto(arabic)
    assert page.locator("h1 bdi").evaluate("at => getComputedStyle(at).direction") == "rtl"
