"""A report is shown in its own words, and colour only marks them."""

import io
from dataclasses import replace

from rich.console import Console

from dateline.model.event import Coded
from dateline.publish.show import PARTS, coloured, print_report


def printed(coded: Coded, *, terminal: bool, dropped: bool = False) -> str:
    screen = Console(
        file=io.StringIO(), width=80, force_terminal=terminal, color_system="standard" if terminal else None
    )
    print_report(screen, coded, dropped=dropped)
    return screen.file.getvalue()


def test_the_text_stays_as_it_is(coded: Coded) -> None:
    assert coloured(coded).plain == coded.report.text
    assert coded.report.text in printed(coded, terminal=False)


def test_each_part_of_the_evidence_has_its_colour(coded: Coded) -> None:
    spans = {(coded.report.text[span.start : span.end], str(span.style)) for span in coloured(coded).spans}
    style = {part: look for part, look, _ in PARTS}
    assert {
        ("bombed", style["triggers"]),
        ("Army", style["agents"]),
        ("civilians", style["targets"]),
        ("Kalma", style["places"]),
        ("on Tuesday", style["dates"]),
        ("500 soldiers", style["figures"]),
        ("Darfur Watch", style["sources"]),
    } <= spans
    assert len(set(style.values())) == len(PARTS), "two parts look alike"


def test_a_day_without_words_marks_nothing(coded: Coded) -> None:
    event = coded.events[0]
    bare = replace(coded, events=(replace(event, date=replace(event.date, words=None)),))
    assert all("cyan" not in str(span.style) for span in coloured(bare).spans)


def test_the_legend_is_for_terminals_only(coded: Coded) -> None:
    assert "triggers" in printed(coded, terminal=True)
    assert "triggers" not in printed(coded, terminal=False)
    assert "\x1b" not in printed(coded, terminal=False)


def test_clashes_and_the_head_are_shown(coded: Coded) -> None:
    shown = printed(coded, terminal=False)
    assert shown.startswith("Market bombed in Kalma\nNile Courier · Sahel Wire · Amna Osman · Kalma · 2024-05-08")
    assert "day: the page says Wednesday, the text Tuesday" in shown


def test_dropped_lines_are_counted_and_shown_on_demand(coded: Coded) -> None:
    assert "4 events, 1 line of the page dropped" in printed(coded, terminal=False)
    assert "Subscribe now" not in printed(coded, terminal=False)
    assert "advert: Subscribe now" in printed(coded, terminal=False, dropped=True)


def test_a_page_that_was_left_says_why(coded: Coded) -> None:
    left = Coded(report=replace(coded.report, status="empty", reason="nothing but menus", text=""))
    assert "empty: nothing but menus" in printed(left, terminal=False)
