"""Reviewing in a browser, by keyboard alone: what is pressed is what the log holds."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_made import no_serious_violation, run

ITEMS = 50
PATIENCE = 20_000


@pytest.fixture
def desk(page: Page, own_site: str) -> Page:
    """The desk with the first event open."""
    page.goto(f"{own_site}/review")
    expect(page.locator(".fields")).to_be_visible()
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def told(page: Page, words: str | re.Pattern[str]) -> None:
    """Waits until the live region says so."""
    expect(page.get_by_role("status").first).to_contain_text(words, timeout=PATIENCE)


def logged(db: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("log", "--db", str(db), "--format", "jsonl").splitlines()]


def shown(page: Page) -> str:
    """The id of the event that lies open."""
    return page.evaluate("new URLSearchParams(location.search).get('event') ?? ''")


def test_fifty_events_are_reviewed_by_keyboard_alone_and_the_log_holds_every_one(desk: Page, own_db: Path) -> None:
    expected: list[str] = []
    for number in range(1, ITEMS + 1):
        key, kind, said = ("x", "rejected", "Rejected") if number % 5 == 0 else ("a", "accepted", "Accepted")
        expect(desk.locator(".slot-row").first).to_be_visible()
        press(desk, key)
        told(desk, f"{said}")
        told(desk, re.compile(rf"entry {len(expected) + 1}\."))
        expected.append(kind)
        if number % 25 == 0:
            press(desk, "u")
            told(desk, f"Undone: entry {len(expected)}.")
            expect(desk.locator("h2 .badge")).to_have_text("unreviewed")
            expected.append("undone")
            press(desk, "a")
            told(desk, re.compile(rf"Accepted.*entry {len(expected) + 1}\."))
            expected.append("accepted")
    found = logged(own_db)
    assert [one["kind"] for one in found] == expected
    assert len({one["by"] for one in found}) == 1
    judged = {str(one["some"]) for one in found if one["kind"] in ("accepted", "rejected")}
    assert len(judged) == ITEMS
    assert [one["previous"] for one in found[1:]] == [one["hash"] for one in found[:-1]]
    run("verify", "--db", str(own_db))
    expect(desk.locator(".progress")).to_contain_text(f"{ITEMS} of")


def test_a_field_is_chosen_and_words_are_taken_out_of_the_text_by_keyboard(desk: Page, own_db: Path) -> None:
    press(desk, "c")
    told(desk, "Which field?")
    press(desk, "4")
    told(desk, "Who did it: select words")
    while desk.get_by_role("button", name="Take away").count():
        press(desk, "Backspace")
    press(desk, "ArrowRight", "Shift+ArrowRight", "Enter")
    words = desk.locator(".items legend").inner_text().strip("“”")
    assert len(words.split()) == 2
    press(desk, "Control+Enter")
    told(desk, "Who did it corrected.")
    expect(desk.locator(".slot-agents .value")).to_contain_text(words)
    expect(desk.locator("h2 .badge")).to_have_text("corrected")
    (entry,) = logged(own_db)
    (agent,) = entry["said"]["value"]  # type: ignore[index]
    assert (entry["kind"], entry["said"]["slot"], agent["text"]) == ("corrected", "agents", words)  # type: ignore[index]
    no_serious_violation(desk)


def test_a_type_is_corrected_by_arrows_and_enter(desk: Page, own_db: Path) -> None:
    press(desk, "c", "Enter")
    desk.get_by_role("combobox", name="Type").select_option("protest")
    press(desk, "Control+Enter")
    told(desk, "Type corrected.")
    expect(desk.locator(".slot-type .value")).to_contain_text("protest")
    press(desk, "u")
    told(desk, "Undone")
    expect(desk.locator("h2 .badge")).to_have_text("unreviewed")
    assert [one["kind"] for one in logged(own_db)] == ["corrected", "undone"]


def add_missed(page: Page, kind: str) -> str:
    """Adds an event at some words by keyboard alone: the words."""
    expect(page.locator(".marked .is-cursor")).to_be_visible()
    press(page, "ArrowDown", "ArrowRight", "Shift+ArrowRight", "Enter")
    form = page.get_by_role("form", name="Add what was missed")
    expect(form.get_by_role("combobox", name="Type")).to_be_focused()
    words = form.locator("p").inner_text().strip("“”")
    page.keyboard.type(kind)
    no_serious_violation(page)
    press(page, "Enter")
    told(page, "Added.")
    return words


def test_what_was_missed_is_added_by_keyboard_and_its_fields_are_said(desk: Page, own_db: Path, own_site: str) -> None:
    expect(desk.locator(".progress")).to_contain_text("0 of")
    report = desk.locator(".report-head a").first.get_attribute("href") or ""
    press(desk, "i")
    words = add_missed(desk, "talks")
    expect(desk.locator(".pane h2").last).to_contain_text("talks accepted missed by the coder")
    expect(desk.locator(".marked .is-trigger").first).to_be_visible()
    press(desk, "c", "2")
    desk.get_by_role("combobox", name="Modality").select_option("planned")
    press(desk, "Control+Enter")
    told(desk, "Modality corrected.")
    added, corrected = logged(own_db)
    assert (added["kind"], corrected["kind"], corrected["some"]) == ("added", "corrected", added["some"])
    (line,) = json.loads(f"[{run('mistakes', '--db', str(own_db), '--format', 'jsonl').strip()}]")
    assert (line["slot"], line["type"], line["examples"][0]["right"]) == ("missed", "talks", words)
    desk.goto(f"{own_site}{report.partition('#')[0]}")
    expect(desk.locator(".event-card").filter(has_text="missed by the coder")).to_have_count(1)
    no_serious_violation(desk)


def test_what_was_added_is_taken_back_and_what_lay_open_lies_open_again(desk: Page, own_db: Path) -> None:
    first = desk.locator(".fields").inner_text()
    press(desk, "i")
    add_missed(desk, "talks")
    expect(desk.locator(".fields")).to_be_visible()
    press(desk, "u")
    told(desk, "Undone: entry 1.")
    expect(desk.locator(".fields")).to_have_text(first, use_inner_text=True)
    assert [one["kind"] for one in logged(own_db)] == ["added", "undone"]
    run("verify", "--db", str(own_db))


def test_what_was_missed_is_added_to_the_report_that_one_reads(page: Page, own_site: str) -> None:
    page.goto(f"{own_site}/review")
    page.locator(".report-head a").first.click()
    page.get_by_role("link", name="Add what was missed").click()
    add_missed(page, "talks")


def test_words_are_taken_with_the_mouse_too(desk: Page) -> None:
    press(desk, "c", "4")
    before = desk.locator(".items li").count()
    trigger = desk.locator(".marked .is-cursor").first
    trigger.dblclick()
    expect(desk.locator(".items li")).to_have_count(before + 1)


def test_comments_and_evidence_are_written_in_dialogs_that_keep_the_focus(desk: Page, own_db: Path) -> None:
    first = desk.locator(".report-head h2").inner_text()
    press(desk, "n")
    expect(desk.get_by_role("dialog").get_by_role("textbox").first).to_be_focused()
    desk.keyboard.type("A plan, says the mayor: x and j")
    press(desk, "Control+Enter")
    told(desk, "Comment saved.")
    press(desk, "e")
    expect(desk.get_by_role("dialog").get_by_role("textbox").first).to_be_focused()
    desk.keyboard.type("https://example.org/photo")
    press(desk, "Enter")
    told(desk, "Evidence saved.")
    assert desk.locator(".report-head h2").inner_text() == first
    expect(desk.get_by_role("link", name="https://example.org/photo")).to_have_attribute(
        "rel", "noopener noreferrer nofollow"
    )
    assert [one["kind"] for one in logged(own_db)] == ["commented", "evidence"]


def test_the_keys_are_told_and_no_dialog_lets_keys_through(desk: Page, own_db: Path) -> None:
    press(desk, "?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    press(desk, "x", "a")
    no_serious_violation(desk)
    press(desk, "Escape")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    assert logged(own_db) == []


def test_next_and_back_move_and_the_address_is_a_permalink(desk: Page) -> None:
    press(desk, "j")
    expect(desk).to_have_url(re.compile("event="))
    second = shown(desk)
    press(desk, "j")
    desk.wait_for_function("(id) => new URLSearchParams(location.search).get('event') !== id", arg=second)
    press(desk, "k")
    desk.wait_for_function("(id) => new URLSearchParams(location.search).get('event') === id", arg=second)
    desk.reload()
    expect(desk.locator(".fields")).to_be_visible()
    assert shown(desk) == second


def test_the_filter_chooses_what_comes(desk: Page) -> None:
    press(desk, "/")
    desk.get_by_role("combobox", name="Type", exact=True).select_option("shelling")
    expect(desk).to_have_url(re.compile("type=shelling"))
    press(desk, "Escape")
    expect(desk.locator(".pane h2").last).to_contain_text("shelling")


def test_what_is_in_dispute_leaves_ones_own_queue(desk: Page, own_db: Path) -> None:
    first = desk.locator(".slot-row .value").first.inner_text()
    press(desk, "d")
    told(desk, "Marked as in dispute.")
    assert [one["kind"] for one in logged(own_db)] == ["disputed"]
    assert first


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_the_desk_has_no_serious_fault_of_access(desk: Page, width: int, scheme: str) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    no_serious_violation(desk)
    assert desk.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
