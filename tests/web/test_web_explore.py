"""Explore in a browser: map, timeline and list move together, and the address says all that is chosen."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser_made import Complaints, no_serious_violation

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def explore(page: Page, site: str) -> Page:
    """The view, once its list is there."""
    page.goto(f"{site}/explore")
    expect(_count(page)).to_have_text(re.compile(r"^\d+ incidents$"))
    return page


def _count(page: Page) -> Locator:
    return page.get_by_role("status")


def _number(page: Page) -> int:
    expect(_count(page)).to_have_text(re.compile(r"^[\d,]+ incidents?$"))
    return int(re.sub(r"\D", "", _count(page).inner_text()))


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def _lines(page: Page) -> Locator:
    return page.get_by_label("Incidents", exact=True).get_by_role("listitem").filter(has=page.locator("time"))


def test_it_is_the_first_thing_that_is_shown(page: Page, site: str) -> None:
    page.goto(site)
    expect(page).to_have_url(f"{site}/explore")
    expect(page.get_by_role("heading", level=1)).to_have_text("Explore")


def test_nobody_is_kept_out_by_how_it_is_built(explore: Page) -> None:
    no_serious_violation(explore)
    explore.get_by_text("Type", exact=True).click()
    no_serious_violation(explore)


def test_the_map_is_drawn_without_asking_another_host(explore: Page) -> None:
    expect(explore.locator("[data-drawn] canvas")).to_be_visible(timeout=60_000)


def test_a_group_of_types_is_chosen_in_the_legend_and_taken_out_again(explore: Page) -> None:
    everything = _number(explore)
    explore.get_by_role("button", name=re.compile("^Territory")).click()
    assert _query(explore) == {"group": ["territory"]}
    expect(_lines(explore).first).to_contain_text(re.compile("Capture|Withdrawal|Siege"))
    assert 0 < _number(explore) < everything
    explore.get_by_role("button", name="Take out: Territory").click()
    assert (_query(explore), _number(explore)) == ({}, everything)


def test_types_that_are_ticked_are_listed_alone(explore: Page) -> None:
    explore.get_by_text("Type", exact=True).click()
    explore.get_by_role("checkbox", name=re.compile("^Capture")).check()
    assert _query(explore) == {"type": ["capture"]}
    expect(_lines(explore).first).to_contain_text("Capture")
    assert set(_lines(explore).locator("strong").all_inner_texts()) == {"Capture"}


def test_what_is_only_denied_is_shown_on_request_and_says_so(explore: Page) -> None:
    explore.get_by_text("Status", exact=True).click()
    explore.get_by_role("checkbox", name=re.compile("^Denied")).check()
    expect(_lines(explore).first).to_contain_text("denied")
    assert _query(explore) == {"status": ["denied"]}


def test_disputed_incidents_are_marked_in_words(explore: Page) -> None:
    explore.get_by_role("button", name="Disputed only").click()
    expect(_lines(explore).first).to_contain_text(re.compile("disputed|denied"))


def test_words_are_looked_for_in_the_reports(explore: Page) -> None:
    everything = _number(explore)
    explore.get_by_label("Words in the reports").fill("market")
    explore.keyboard.press("Enter")
    expect(explore).to_have_url(re.compile("text=market"))
    expect(_count(explore)).not_to_have_text(re.compile(f"^{everything} |loading"))
    assert 0 < _number(explore) < everything


def test_days_are_chosen_by_drawing_over_the_timeline(explore: Page) -> None:
    everything, bars = _number(explore), explore.locator(".time-bars")
    box = bars.bounding_box()
    assert box is not None
    explore.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20)
    explore.mouse.down()
    explore.mouse.move(box["x"] + box["width"] - 1, box["y"] + 20, steps=4)
    explore.mouse.up()
    assert set(_query(explore)) == {"since", "until"}
    assert 0 < _number(explore) < everything
    explore.get_by_role("button", name="All days").click()
    assert _number(explore) == everything


def test_days_are_chosen_with_the_keyboard_too(explore: Page) -> None:
    everything = _number(explore)
    explore.get_by_role("textbox", name="From").fill("2022-01-01")
    expect(explore).to_have_url(re.compile("since=2022-01-01"))
    assert 0 < _number(explore) < everything


def test_what_has_no_place_is_in_a_tray_of_its_own(explore: Page) -> None:
    tray = explore.get_by_role("button", name="with no place on the map")
    held = int(re.sub(r"\D", "", tray.inner_text()))
    tray.click()
    assert (_number(explore), _query(explore)) == (held, {"spot": ["none"]})
    expect(tray).to_have_attribute("aria-pressed", "true")


def test_an_address_brings_back_what_was_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}/explore?group=violence&since=2020-01-01&disputed=true")
    for chip in ("Violence", "since 1 Jan 2020", "disputed only"):
        expect(page.get_by_role("button", name=f"Take out: {chip}")).to_be_visible()


def test_the_back_button_undoes_a_choice(explore: Page) -> None:
    everything = _number(explore)
    explore.get_by_role("button", name="Disputed only").click()
    explore.go_back()
    assert _number(explore) == everything


def test_a_line_leads_to_its_incident_and_the_arrows_to_the_next_line(explore: Page) -> None:
    links = _lines(explore).get_by_role("link")
    expect(links.first).to_have_attribute("href", re.compile("^/incident/[0-9a-f]{24}$"))
    links.first.focus()
    explore.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()


def test_filters_that_nothing_meets_say_what_to_do(page: Page, site: str) -> None:
    page.goto(f"{site}/explore?type=chemical_attack&since=2030-01-01")
    expect(page.get_by_text("No incident meets these filters: take one out above.")).to_be_visible()


def test_what_the_server_refuses_is_told_in_its_own_words(watched_page: tuple[Page, Complaints], site: str) -> None:
    page, complaints = watched_page
    complaints.allowed.append("status of 503")
    told = {"status": 503, "json": {"detail": "the database is being kept elsewhere: try again"}}
    page.route("**/api/incidents/summary*", lambda route: route.fulfill(**told))
    page.goto(f"{site}/explore")
    expect(page.get_by_role("alert")).to_have_text("the database is being kept elsewhere: try again")


def test_a_phone_shows_all_of_it_without_scrolling_sideways(context: BrowserContext, page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{site}/explore")
    expect(_lines(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    no_serious_violation(page)
