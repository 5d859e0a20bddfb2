"""Audits in the browser: drawn, judged by keys alone, and their figures read."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_made import no_serious_violation
from dateline.casebook import Casebook
from dateline.store import audits
from dateline.store.log import entries

SAMPLE = 12


def draw(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/audit")
    page.get_by_role("textbox", name="Name").fill(name)
    page.get_by_role("spinbutton", name="Events").fill(str(SAMPLE))
    page.get_by_role("spinbutton", name="Reviewers").fill("1")
    page.get_by_role("button", name="Draw").click()
    expect(page.get_by_text(f"{name}: {SAMPLE} of")).to_be_visible()


def judged(page: Page, count: int) -> None:
    expect(page.get_by_text(f"{count} of {SAMPLE} judged")).to_be_visible()


def kinds(db: Path) -> list[str]:
    with Casebook.open(db) as book, book.store.connected() as connection:
        return [one.kind for one in entries(connection)]


def test_an_audit_is_judged_from_first_to_last_by_keys_alone(page: Page, own_site: str, own_db: Path) -> None:
    draw(page, own_site, "Release 1")
    page.get_by_role("link", name="Judge Release 1").press("Enter")
    judged(page, 0)
    page.keyboard.press("2")
    expect(page.get_by_role("button", name="type: wrong")).to_be_visible()
    page.keyboard.press("y")
    judged(page, 1)
    page.keyboard.press("n")
    judged(page, 2)
    page.keyboard.press("u")
    judged(page, 1)
    for done in range(2, SAMPLE):
        page.keyboard.press("y")
        judged(page, done)
    page.keyboard.press("y")
    page.get_by_role("link", name="See the figures").press("Enter")
    expect(page.get_by_role("row", name="record 100.0 %")).to_be_visible()
    assert kinds(own_db) == ["audited"] * (SAMPLE + 2)
    with Casebook.open(own_db) as book, book.store.connected() as connection:
        (audit,) = audits.all_audits(connection)
        wrong = [one for one in audits.verdicts(connection, audit) if one.answers.get("type") == "wrong"]
    assert len(wrong) == 1


def test_a_slot_is_wrong_then_unsure_then_right_and_a_note_takes_no_keys(page: Page, own_site: str) -> None:
    draw(page, own_site, "Release 1")
    page.get_by_role("link", name="Judge Release 1").click()
    judged(page, 0)
    for said in ("wrong", "unsure", "right"):
        page.keyboard.press("2")
        expect(page.get_by_role("button", name=f"type: {said}")).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.type("yes, but 2 of nine")
    judged(page, 0)
    expect(page.get_by_role("button", name="type: right")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("y")
    judged(page, 1)


def test_the_words_of_a_slot_are_shown_in_the_text(page: Page, own_site: str) -> None:
    draw(page, own_site, "Release 1")
    page.get_by_role("link", name="Judge Release 1").click()
    judged(page, 0)
    assert "".join(page.locator("mark.sentence").all_text_contents())
    for slot in ("agents", "targets", "places", "date", "quantities", "sources"):
        row = page.locator(f"li[data-slot={slot}]")
        if row.count() and page.locator(f"mark.{slot}").count():
            row.hover()
            expect(page.locator("mark.shown").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_an_audit_can_be_read_by_all(page: Page, own_site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    draw(page, own_site, "Release 1")
    no_serious_violation(page)
    page.get_by_role("link", name="Judge Release 1").click()
    judged(page, 0)
    page.keyboard.press("2")
    no_serious_violation(page)
    for done in range(1, SAMPLE):
        page.keyboard.press("y")
        judged(page, done)
    page.keyboard.press("y")
    page.get_by_role("link", name="See the figures").click()
    expect(page.get_by_role("heading", name="Precision")).to_be_visible()
    no_serious_violation(page)
