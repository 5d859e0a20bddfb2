"""The views that explain: codebook, about; and search."""

from playwright.sync_api import Page, expect

from browser_made import no_serious_violation


def test_a_type_in_the_address_is_in_view(page: Page, site: str) -> None:
    page.goto(f"{site}/codebook#type=siege")
    expect(page.locator("#siege h2")).to_be_in_viewport()
    no_serious_violation(page)


def test_every_type_says_what_it_is_not(page: Page, site: str) -> None:
    page.goto(f"{site}/codebook")
    expect(page.locator("section#shelling")).to_contain_text("Not coded so")
    expect(page.locator("section#shelling q").first).not_to_be_empty()


def test_about_credits_the_gazetteer(page: Page, site: str) -> None:
    page.goto(f"{site}/about")
    expect(page.get_by_role("listitem").filter(has_text="GeoNames")).to_contain_text("CC BY 4.0")
    no_serious_violation(page)


def test_a_search_leads_to_reports_with_the_words_marked(page: Page, site: str) -> None:
    page.goto(f"{site}/search")
    page.get_by_label("Words in reports").fill("Market")
    page.keyboard.press("Enter")
    expect(page.locator(".snippet mark").first).to_have_text("market", ignore_case=True)
    assert "q=Market" in page.url
    no_serious_violation(page)


def test_a_search_without_hits_says_so(page: Page, site: str) -> None:
    page.goto(f"{site}/search?q=zzzunheardof")
    expect(page.get_by_role("status")).to_have_text("No report has all these words.")
