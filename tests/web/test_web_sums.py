"""Casualties, displacement, damage and timeline in the browser: charts, tables beside them, and what they lead to."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser_made import no_serious_violation

VIEWS = {"casualties": "Casualties", "displacement": "Displacement", "damage": "Damage", "timeline": "Timeline"}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [360, 1280])
def test_each_ledger_is_shown_without_serious_faults_and_fits_the_screen(
    page: Page, site: str, view: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}/{view}")
    expect(page.get_by_role("heading", level=1)).to_have_text(VIEWS[view])
    expect(page.locator(".chart").first).to_be_visible()
    no_serious_violation(page, ".ledger")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_table_says_what_the_chart_draws(page: Page, site: str) -> None:
    page.goto(f"{site}/casualties")
    row = page.get_by_role("row", name=re.compile("^2018-03"))
    expect(row.get_by_role("cell").first).to_have_text("42–101")
    expect(page.get_by_role("row", name=re.compile("^All"))).to_contain_text("125 or more")


def test_totals_stand_in_a_table_of_their_own(page: Page, site: str) -> None:
    page.goto(f"{site}/casualties")
    apart = page.get_by_role("region", name="Totals and stocks, added to nothing").last
    expect(apart).to_contain_text("2,000 or more people killed")
    expect(apart).to_contain_text("given as a total")
    expect(page.get_by_role("region", name="The same as a table")).not_to_contain_text("2,000")


def test_a_line_leads_to_the_incidents_that_it_adds_up(page: Page, site: str) -> None:
    page.goto(f"{site}/casualties")
    page.get_by_role("link", name="2018-03", exact=True).click()
    chosen = page.locator("section#incidents")
    expect(chosen.locator(".incidents > li")).to_have_count(3)
    expect(chosen.locator(".incidents a").first).to_have_attribute("href", re.compile("^/incident/[0-9a-f]+$"))
    page.go_back()
    expect(chosen).to_have_count(0)


def test_a_bar_leads_there_too(page: Page, site: str) -> None:
    page.goto(f"{site}/casualties?by=place")
    page.locator("a.bar").first.click()
    expect(page.locator("section#incidents .incidents > li").first).to_be_visible()


def test_conditions_are_kept_in_the_address(page: Page, site: str) -> None:
    page.goto(f"{site}/casualties")
    page.get_by_label("Added up by").select_option("country")
    expect(page).to_have_url(f"{site}/casualties?by=country")
    expect(page.get_by_role("link", name="Mali", exact=True)).to_be_visible()
    page.get_by_label("Place, province or country").fill("Mali")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/casualties?by=country&place=Mali")
    expect(page.get_by_role("region", name="The same as a table").get_by_role("rowheader")).to_have_text(
        ["Mali", "All"]
    )


def test_a_wrong_type_is_said_in_the_servers_own_line(page: Page, watched_page: tuple, site: str) -> None:  # type: ignore[type-arg]
    watched_page[1].allowed.append("422")
    page.goto(f"{site}/casualties?type=sport")
    expect(page.get_by_role("alert")).to_contain_text("type sport: no such type; the types are")


def test_a_ledger_can_be_kept_as_a_file(page: Page, site: str) -> None:
    page.goto(f"{site}/damage?place=Titao")
    with page.expect_download() as kept:
        page.get_by_role("link", name="CSV").click()
    rows = kept.value.path().read_text(encoding="utf-8").splitlines()
    assert (kept.value.suggested_filename, len(rows)) == ("damage.csv", 3)


def test_a_kind_of_protected_thing_narrows_the_table(page: Page, site: str) -> None:
    page.goto(f"{site}/damage")
    page.get_by_role("link", name=re.compile("^school")).click()
    expect(page.get_by_role("row")).to_have_count(2)


def test_a_month_of_the_timeline_narrows_it(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline")
    page.locator("a.bar").first.click()
    expect(page).to_have_url(f"{site}/timeline?since=2018-03-01&until=2018-03-31")
    expect(page.locator(".incidents .when").first).to_have_text("8 Mar 2018")


def test_incidents_on_no_day_lie_in_a_tray(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline")
    tray = page.locator("details.tray")
    expect(tray.locator(".incidents")).to_be_hidden()
    tray.locator("summary").click()
    expect(tray.locator(".incidents .when").first).to_have_text("no day told")
