"""Tables fit the terminal and lose nothing."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from dateline.model.event import Coded
from dateline.publish.table import events_table, print_page


def printed(coded: Coded, width: int, *, colour: bool = False) -> str:
    """The page as a console of this width prints it."""
    screen = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    print_page(screen, coded)
    return screen.file.getvalue()


@pytest.mark.parametrize("width", [80, 100, 119, 120, 140, 160])
def test_a_table_fits_its_terminal_and_loses_no_word(coded: Coded, width: int) -> None:
    lines = printed(coded, width).splitlines()
    words = set(" ".join(lines).replace("(", " ").replace(")", " ").replace(",", " ").split())
    assert max(map(len, lines)) <= width
    assert {"Darfur", "Kalma", "2024-05-07", "civilians", "planned", "denied", "Zalingei", "500"} <= words


def test_every_question_has_its_column_where_there_is_room(coded: Coded) -> None:
    assert len(events_table(coded.events, width=120).columns) == 7
    assert len(events_table(coded.events, width=119).columns) == 4


def test_background_is_dim_and_a_denial_red(coded: Coded) -> None:
    rows = {words: line for line in printed(coded, 160, colour=True).splitlines() for words in ("Zalingei", "denied by")
            if words in line}  # fmt: skip
    assert "\x1b[2m" in rows["Zalingei"]
    assert "\x1b[31m" in rows["denied by"]


def test_a_page_without_events_says_so(coded: Coded) -> None:
    assert printed(replace(coded, events=()), 80) == "pages/kalma.html · Market bombed in Kalma: no events\n"


def test_a_page_that_was_left_says_why(coded: Coded) -> None:
    left = Coded(report=replace(coded.report, status="unsupported_language", title=None))
    assert printed(left, 80) == "pages/kalma.html: unsupported language\n"


def test_brackets_in_a_title_are_words_and_no_markup(coded: Coded) -> None:
    odd = replace(coded, report=replace(coded.report, title="[red]Live[/red] updates"))
    assert "[red]Live[/red] updates" in printed(odd, 120)
