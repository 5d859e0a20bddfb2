"""Control in the browser: the day moves, the map's list with it, and each place leads to its claims and reports."""

from playwright.sync_api import Page, expect

from browser_made import no_serious_violation

TITAO = "Titao, Nord"
STILL_MS = 1000
"""How long the map is left alone before it is looked at."""


def rests_on(page: Page, day: str) -> None:
    """The view is at this day, as its date field says."""
    expect(page.locator(".slider input[type=date]")).to_have_value(day)


def test_the_last_day_is_shown_first_with_every_place(page: Page, site: str) -> None:
    page.goto(f"{site}/control")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who holds which place")
    expect(page.locator(".places").first).to_contain_text("disputed: resistance groups")
    expect(page.get_by_role("slider", name="Day")).to_have_attribute("aria-valuetext", "4 Mar 2024")
    no_serious_violation(page, ".control")


def test_the_slider_goes_by_keyboard_and_takes_the_places_with_it(page: Page, site: str) -> None:
    page.goto(f"{site}/control")
    slider = page.get_by_role("slider", name="Day")
    slider.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", "1 Jan 2021")
    expect(page.get_by_role("link", name=TITAO)).to_have_count(0)
    slider.press("End")
    expect(page.get_by_role("link", name=TITAO)).to_be_visible()


def test_the_map_shows_another_day_without_being_made_anew(page: Page, site: str) -> None:
    page.goto(f"{site}/control")
    page.wait_for_function("() => document.querySelector('.map-frame[data-drawn]')")
    ground, slider = page.locator(".map canvas"), page.get_by_role("slider", name="Day")
    box, last = ground.bounding_box(), ground.screenshot()
    for _ in range(2):
        slider.press("Home")
        page.wait_for_timeout(STILL_MS)
        assert ground.screenshot() != last
        assert ground.bounding_box() == box, "a legend that grows would have the map drawn anew"
        slider.press("End")
        page.wait_for_timeout(STILL_MS)
        assert ground.screenshot() == last


def test_a_day_is_an_address_and_a_step_goes_to_the_next_change(page: Page, site: str) -> None:
    page.goto(f"{site}/control?at=2021-08-19")
    rests_on(page, "2021-08-19")
    page.get_by_role("button", name="The next change").click()
    rests_on(page, "2021-08-21")
    expect(page).to_have_url(f"{site}/control?at=2021-08-21")
    page.go_back()
    rests_on(page, "2021-08-19")


def test_a_day_outside_of_what_is_told_is_the_nearest_that_is(page: Page, site: str) -> None:
    page.goto(f"{site}/control?at=1999-01-01")
    rests_on(page, "2021-01-01")
    page.goto(f"{site}/control?at=nonsense")
    rests_on(page, "2024-03-04")


def test_playing_goes_from_the_first_day_to_the_last(page: Page, site: str) -> None:
    page.clock.install()
    page.goto(f"{site}/control")
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(300)
    expect(page.get_by_role("slider", name="Day")).not_to_have_attribute("aria-valuetext", "4 Mar 2024")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


def test_a_place_shows_who_says_so_who_denies_it_and_where_it_is_written(page: Page, site: str) -> None:
    page.goto(f"{site}/control")
    page.get_by_role("link", name=TITAO).click()
    place = page.locator(".one-place")
    expect(place.get_by_role("heading", level=1)).to_have_text(TITAO)
    expect(place.locator(".moves > li").filter(has_text="capture denied by government")).to_contain_text("denied by")
    report = place.get_by_role("link", name="in the report").first
    assert (report.get_attribute("href") or "").startswith("/report/sha256%3A")
    no_serious_violation(page, ".control")
    page.get_by_role("link", name="← All places").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who holds which place")


def test_what_is_closer_to_capture_changes_nothing_and_is_shown_on_request(page: Page, site: str) -> None:
    page.goto(f"{site}/control")
    aside = page.locator("details").filter(has_text="Told, and changes nothing")
    expect(aside.locator(".asides")).to_have_count(0)
    aside.locator("summary").click()
    expect(aside.locator(".asides .why").first).to_be_visible()


def test_a_place_of_which_nothing_is_told_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/control?place=Nowhereville")
    expect(page.get_by_role("status")).to_have_text("Nothing tells who holds such a place.")


def test_moving_the_slider_is_timed_by_the_browser_until_the_map_shows_it(page: Page, site: str) -> None:
    page.goto(f"{site}/control")
    page.wait_for_function("() => performance.getEntriesByName('map:drawn').length || document.querySelector('canvas')")
    page.get_by_role("slider", name="Day").press("Home")
    page.wait_for_function("() => performance.getEntriesByName('slider map').length > 0")
