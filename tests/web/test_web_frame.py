"""What all views stand in: menu, titles, addresses."""

from playwright.sync_api import Page, expect

from browser_made import no_serious_violation


def test_a_view_has_its_title_and_is_marked_in_the_menu(page: Page, site: str) -> None:
    page.goto(f"{site}/about")
    expect(page).to_have_title("About · Dateline")
    expect(page.get_by_role("link", name="About")).to_have_attribute("aria-current", "page")
    no_serious_violation(page)


def test_a_wrong_address_is_said_to_be_one(page: Page, site: str) -> None:
    page.goto(f"{site}/nowhere")
    expect(page.get_by_role("alert")).to_have_text("There is no such page.")


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/about")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
