"""Which line is the headline."""

import pytest

from dateline.ingest.headline import (
    Headline,
    find_headline,
    outlet_of_mast,
    outlet_of_rights,
    split_title,
    title_pattern,
)
from dateline.ingest.lines import cut

PROSE = "Troops withdrew from the harbour on Monday after a week of heavy fighting, three residents said by telephone."


def headline(*lines: str) -> Headline | None:
    return find_headline(cut("\n".join(lines)))


def test_the_first_line_above_the_story_is_the_headline() -> None:
    found = headline("Troops leave the harbour", "", PROSE)
    assert found is not None
    assert (found.title, found.lines) == ("Troops leave the harbour", (0,))


def test_a_headline_said_twice_wins_over_an_advert_above_it() -> None:
    found = headline(
        "Win a holiday by the sea",
        "Troops leave the harbour",
        "Published 3 May 2018",
        "Troops leave the harbour",
        PROSE,
    )
    assert found is not None
    assert (found.title, found.lines, found.nearest) == ("Troops leave the harbour", (1, 3), 3)


def test_the_sites_name_behind_the_headline_is_the_outlet() -> None:
    found = headline("Troops leave the harbour | World | The Example", "Menu", "Troops leave the harbour", PROSE)
    assert found is not None
    assert (found.title, found.outlet) == ("Troops leave the harbour", "The Example")


def test_a_page_that_begins_with_prose_has_no_headline() -> None:
    assert headline(PROSE, PROSE) is None


def test_stamps_and_bylines_are_no_headlines() -> None:
    assert headline("Published 3 May 2018", PROSE) is None
    assert headline("By Ann Other Writer", PROSE) is None


def test_a_dash_inside_a_headline_is_not_cut() -> None:
    title = "Army takes harbour - witnesses, officials"
    assert split_title(title, [title]) == (title, None)
    assert split_title("Army takes the harbour - rebels", []) == ("Army takes the harbour - rebels", None)


def test_an_outlet_is_known_by_its_last_word() -> None:
    assert split_title("Army takes the harbour - World - Coast Herald", []) == (
        "Army takes the harbour",
        "Coast Herald",
    )
    assert split_title("National Example Agency - Army takes harbour", []) == (
        "Army takes harbour",
        "National Example Agency",
    )


def test_the_headline_is_found_whatever_marks_stand_in_it() -> None:
    assert title_pattern("Army: “harbour taken”").match("Army harbour taken. On Monday")


def test_the_copyright_line_names_the_outlet() -> None:
    assert outlet_of_rights(cut("© 2007-2024 - Coast Media Limited. All Rights Reserved.")) == "Coast Media Limited"
    assert outlet_of_rights(cut("Copyright © 2026 Coast Herald")) == "Coast Herald"
    assert outlet_of_rights(cut(PROSE)) is None


HEAD = "Troops leave the harbour of Azmar"


@pytest.mark.parametrize(
    ("mast", "outlet"),
    [
        ("Coast Herald", "Coast Herald"),
        ("Coast Herald | All the news from the sea", "Coast Herald"),
        ("La Costa Libre - English edition", "La Costa Libre"),
    ],
)
def test_a_masthead_above_the_headline_is_the_outlet_and_not_the_title(mast: str, outlet: str) -> None:
    found = headline(mast, "Home | Sea | Land | Sport", HEAD, "Published: 3 May 2018", "", PROSE)
    assert found is not None
    assert (found.title, found.outlet) == (HEAD, outlet)


def test_who_issued_a_statement_is_not_its_title() -> None:
    found = headline("Ministry of Harbours", "Press service", "Statement on the harbour of Azmar", "3 May 2018", PROSE)
    assert found is not None
    assert (found.title, found.outlet) == ("Statement on the harbour of Azmar", "Ministry of Harbours")


def test_a_masthead_with_no_headline_below_it_is_still_the_title() -> None:
    found = headline("Great Coast Weekly Bulletin", "3 May 2018", PROSE)
    assert found is not None
    assert found.title == "Great Coast Weekly Bulletin"


def test_a_headline_that_ends_like_an_outlet_is_one_for_its_small_words() -> None:
    assert outlet_of_mast("Rebels shell fishing port: report") is None
    assert outlet_of_mast("Rebels and army fight over the post") is None
    assert outlet_of_mast(HEAD) is None


@pytest.mark.parametrize("line", ["Kordofan", "North Azmar", "Evening bulletin"])
def test_a_word_or_two_above_a_stamp_and_the_story_are_its_headline(line: str) -> None:
    found = headline(line, "", "Published 3 May 2018", "", PROSE)
    assert found is not None
    assert found.title == line


def test_a_word_above_other_lines_is_no_headline() -> None:
    found = headline("World", "Published 3 May 2018", "Share", "Troops leave the harbour", PROSE)
    assert found is None or found.title != "World"


def test_a_headline_that_reads_like_prose_is_one_above_a_stamp() -> None:
    line = "Militia shelling hurts nine at a market on the island, says council; militia denies it"
    found = headline(line, "", "Published 3 May 2018", "", PROSE)
    assert found is not None
    assert found.title == line
    assert headline(line, "", PROSE) is None
