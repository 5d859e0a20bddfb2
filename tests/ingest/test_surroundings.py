"""What stands around a line says whether it is the story."""

from dateline.ingest.cleaning import judge
from dateline.ingest.lines import Line, cut
from dateline.ingest.signs import Sign
from dateline.ingest.surroundings import (
    ALONE,
    BELOW_END,
    BETWEEN,
    LISTED,
    NEARLY_ALONE,
    SET_IN,
    add_neighbours,
    add_places,
)

STORY = [
    "At least nine people were killed when shells hit a market in the east of the town on Tuesday, the governor said.",
    "Rescue workers told reporters that more bodies were still under the rubble of a bakery and of two houses.",
    "The army denied that its guns had fired on the town and blamed the rebels who hold the hills to the north.",
    "Hundreds of families left for the coast during the night, most of them on foot, aid workers in the port said.",
]
TEASER = "The minister has promised a new bridge over the river before the end of the year, at a cost of two million."
MENU = [
    "Harbour Notes",
    "Tide Tables",
    "Ferry Times",
    "Island Life",
    "Boat Market",
    "Night Sky",
    "Sea Birds",
    "Old Maps",
]


def neighbours(lines: list[str], headline: int | None = None) -> dict[str, list[Sign]]:
    """The signs that the lines around add, by line; prose is what ends with a full stop."""
    found = cut("\n".join(lines))
    before = [_own(line) for line in found]
    signs = [list(own) for own in before]
    add_neighbours(found, signs, headline)
    return {line.text: new[len(old) :] for line, new, old in zip(found, signs, before, strict=True)}


def places(lines: list[str], headline: int | None = None) -> dict[str, list[Sign]]:
    found = cut("\n".join(lines))
    signs: list[list[Sign]] = [[] for _ in found]
    add_places(found, signs, headline)
    return {line.text: new for line, new in zip(found, signs, strict=True)}


def kept(lines: list[str]) -> list[str]:
    return [verdict.line.text for verdict in judge(cut("\n".join(lines))) if verdict.kept]


def _own(line: Line) -> list[Sign]:
    return [Sign(-4.0 if line.ended else 1.0, "of its own")]


def test_a_sentence_alone_among_menus_far_from_the_story_is_suspect() -> None:
    found = neighbours([*STORY, *MENU, "Ports of the world", TEASER, *MENU[:3]])
    assert found[TEASER] == [ALONE, BETWEEN]
    assert found[STORY[1]] == []


def test_a_sentence_with_one_other_near_it_is_less_suspect() -> None:
    other = TEASER.replace("bridge", "tunnel")
    found = neighbours([*STORY, *MENU, "Ports of the world", TEASER, "Tunnels", other])
    assert found[TEASER] == [NEARLY_ALONE, BETWEEN]


def test_a_lead_between_headline_and_story_may_stand_alone() -> None:
    lead = "Nine people have died in the shelling of a market, and both sides blame each other for it."
    found = neighbours([*MENU[:4], "Shells hit market", lead, *MENU[:4], *STORY], headline=5)
    assert found[lead] == []
    assert neighbours([*MENU[:4], "Shells hit market", lead, *MENU[:4], *STORY])[lead] != []


def test_a_last_paragraph_just_below_the_story_may_stand_alone() -> None:
    assert neighbours([*STORY, *MENU[:4], TEASER])[TEASER] == []


def test_where_no_prose_stands_together_none_is_suspect() -> None:
    spread = [line for text in STORY for line in (text, *MENU[:4])]
    found = neighbours(spread)
    assert all(found[text] == [] for text in STORY)


def test_lines_set_in_otherwise_than_the_story_are_suspect() -> None:
    found = neighbours([*(f"    {text}" for text in STORY), f"          {TEASER}", "Harbour Notes"])
    assert found[TEASER] == [SET_IN]
    assert found["Harbour Notes"] == [SET_IN]
    assert found[STORY[0]] == []


def test_the_margin_says_nothing_on_a_page_that_is_not_set_in() -> None:
    assert SET_IN not in neighbours([*STORY, TEASER])[TEASER]


def test_readers_comments_stand_below_the_end_of_the_story() -> None:
    comments = ["1. seabird says:", "What a sad day for the town.", "2. oldman7 says:", "I remember the last war."]
    found = places([*STORY, *comments])
    assert found["I remember the last war."] == [BELOW_END]
    assert found[STORY[-1]] == []


def test_a_speaker_who_is_quoted_below_a_colon_opens_no_comments() -> None:
    found = places([STORY[0], "The governor said:", STORY[1], "His deputy said:", STORY[2]])
    assert found[STORY[2]] == []


def test_one_numbered_speaker_opens_no_comments() -> None:
    assert places([STORY[0], "1. The governor says:", STORY[1]])[STORY[1]] == []


def test_short_lines_under_an_opener_are_a_list_until_prose_comes() -> None:
    found = places([STORY[0], "Related links", "Bridge to be built", STORY[1], "A night of fear"])
    assert found["Bridge to be built"] == [LISTED]
    assert found["A night of fear"] == []


def test_teasers_below_the_story_go() -> None:
    teasers = [f"{word} of the coast\n{TEASER.replace('bridge', word)}" for word in ("Cliffs", "Caves", "Reefs")]
    assert kept([*STORY, *MENU, *"\n".join(teasers).split("\n"), *MENU]) == STORY
