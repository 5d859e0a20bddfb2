"""The view of an incident: who says what, whose figures, and the way to the words."""

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from browser_made import no_serious_violation


@pytest.fixture
def disputed(site: str) -> str:
    """The address of the incident that is told most often among those that somebody denies."""
    with urlopen(f"{site}/api/incidents?disputed=true&limit=100") as answer:
        items = json.load(answer)["items"]
    return f"{site}/incident/{max(items, key=lambda one: one['tellings'])['id']}"


def test_an_incident_says_who_says_it_and_who_denies_it(page: Page, disputed: str) -> None:
    page.goto(disputed)
    expect(page.locator(".claim").first).to_be_visible()
    expect(page.locator(".voices.deny").first).to_contain_text("den")
    no_serious_violation(page)


def test_what_is_unsure_is_said_in_words(page: Page, disputed: str) -> None:
    page.goto(disputed)
    expect(page.get_by_role("heading", name="What is unsure")).to_be_visible()


def test_a_claim_leads_to_its_words_in_the_report(page: Page, disputed: str) -> None:
    page.goto(disputed)
    sentence = page.locator(".claim blockquote").first.inner_text()
    page.locator(".claim-foot a").first.click()
    expect(page.locator(".event-card.chosen")).to_have_count(1)
    marked = "".join(page.locator(".report-text .is-chosen").all_inner_texts())
    assert sentence[:20] in marked


def test_each_page_that_prints_a_claim_leads_to_its_report(page: Page, site: str) -> None:
    with urlopen(f"{site}/api/incidents?limit=1000") as answer:
        items = json.load(answer)["items"]
    page.goto(f"{site}/incident/{next(one['id'] for one in items if one['copies'])}")
    printed = page.locator("details").filter(has_text="Printed on").first
    printed.locator("summary").click()
    name = printed.get_by_role("link").first.inner_text().rpartition("/")[2]
    printed.get_by_role("link").first.click()
    page.get_by_text("Where it comes from").click()
    expect(page.locator(".report-head .pairs").last).to_contain_text(name)


def test_an_incident_fits_a_phone(page: Page, disputed: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(disputed)
    expect(page.locator(".claim").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_incident_is_said_to_be_none(watched_page: tuple[Page, object], site: str) -> None:
    page, complaints = watched_page
    complaints.allowed.append("404")  # type: ignore[attr-defined]
    page.goto(f"{site}/incident/nothing")
    expect(page.get_by_role("alert")).to_contain_text("nothing")
