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


def test_on_a_phone_a_button_unfolds_the_menu_and_escape_folds_it(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/about")
    button, link = page.get_by_role("button", name="Menu"), page.get_by_role("link", name="Codebook", exact=True)
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    no_serious_violation(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Explore")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


def test_who_goes_elsewhere_by_the_menu_finds_it_folded(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/about")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Search").click()
    expect(page).to_have_title("Search · Dateline")
    expect(page.get_by_role("link", name="Codebook", exact=True)).to_be_hidden()


def test_on_a_wide_screen_there_is_no_button_for_the_menu(page: Page, site: str) -> None:
    page.goto(f"{site}/about")
    expect(page.get_by_role("link", name="Codebook", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
