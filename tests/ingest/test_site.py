"""What repeats from page to page of a site is no story; what versions of one story share is."""

from dataclasses import replace

from dateline.ingest.pages import Page
from dateline.ingest.report import ingest
from dateline.ingest.site import repeated_lines
from dateline.model.text import Report

SLOGAN = (
    "The Valley Courier has reported from the valley since 1931, and readers like you keep its printing press running."
)
TOWNS = ("Azmar", "Birak", "Selm", "Tarvan")


def page(town: str, number: int = 1) -> Page:
    text = (
        f"Shells hit the market in {town}\n\n"
        f"Shells fired from the hills hit the market in {town} on Monday and killed {number + 3} people.\n\n"
        f"The mayor of {town} said that the wounded had been taken to two clinics in the east of the town by noon.\n\n"
        f"{SLOGAN}\n\n"
        f"Rescue workers in {town} were still searching a bakery for {number} missing people in the evening.\n\n"
        "© 2021 Valley Courier"
    )
    return Page(name=f"{town}-{number}.txt", data=text.encode())


def reports(*pages: Page) -> list[Report]:
    return [ingest(one) for one in pages]


def test_a_line_on_three_stories_of_a_site_is_the_sites() -> None:
    found = repeated_lines(reports(*(page(town) for town in TOWNS[:3])))
    assert set(found) == {f"{town}-1.txt" for town in TOWNS[:3]}
    assert all(len(lines) == 1 for lines in found.values())


def test_two_stories_are_not_enough() -> None:
    assert repeated_lines(reports(page("Azmar"), page("Birak"))) == {}


def test_versions_of_one_story_share_the_story() -> None:
    assert repeated_lines(reports(*(page("Azmar", n) for n in (1, 2, 3)))) == {}


def test_other_outlets_are_other_sites() -> None:
    three = reports(*(page(town) for town in TOWNS[:3]))
    assert repeated_lines([replace(report, outlet=report.page) for report in three]) == {}


def test_the_repeated_line_is_dropped_with_its_reason_and_the_story_stays() -> None:
    one = page("Azmar")
    lines = repeated_lines(reports(*(page(town) for town in TOWNS)))[one.name]
    before, after = ingest(one), ingest(one, repeated=lines)
    assert SLOGAN in before.text
    assert SLOGAN not in after.text
    assert "Rescue workers" in after.text
    assert [d.reason for d in after.dropped if d.text == SLOGAN] == ["stands on other pages of the site too"]
