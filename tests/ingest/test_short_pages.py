"""Pages of a few lines, pasted menus, captions."""

from dateline.ingest.plain import read_plain

BODY = """The army shelled the harbour of Tamra on Monday and killed three sailors, the mayor of the town said.

Another nine people were hurt when a shell struck the fish market in the afternoon, doctors said."""
CAPTION = "Smoke rises above the port after the shelling of the town on Monday"


def test_a_row_of_a_menu_between_tabs_is_no_headline() -> None:
    story = read_plain(f"Home\tWorld\tSport\nThree die in Tamra harbour\n\n{BODY}")
    assert (story.title, story.text) == ("Three die in Tamra harbour", BODY)
    assert [drop.text for drop in story.dropped] == ["Home | World | Sport"]


def test_tabs_in_a_sentence_are_spaces() -> None:
    assert "three sailors" in read_plain(BODY.replace("three ", "three\t").replace("killed ", "killed\t")).text


def test_a_line_without_its_stop_is_read_where_there_is_nothing_else() -> None:
    line = "Shells killed three sailors in Tamra on Monday, the mayor said"
    assert read_plain(line).text == line
    story = read_plain(f"Three die in harbour\n\n{line}")
    assert (story.title, story.text) == ("Three die in harbour", line)


def test_a_few_words_are_no_story() -> None:
    assert read_plain("Sign up for our newsletter to receive the news").text == ""
    assert read_plain("Three die").text == ""


def test_a_caption_with_its_credit_is_no_part_of_the_story() -> None:
    for credit in ("(Ann Camera/AP)", "(Ministry of War via AP, File)", "[AP Photo/Ann Camera]"):
        story = read_plain(f"Three die in Tamra harbour\n\n{BODY}\n\nShare\n\n{CAPTION} {credit}")
        assert story.text == BODY
        assert f"{CAPTION} {credit}" in [drop.text for drop in story.dropped]


def test_a_sentence_that_names_an_agency_in_brackets_stays() -> None:
    body = f"{BODY}\n\nThe mayor spoke to the largest agency of the country on Monday night (Reuters)."
    assert "the largest agency" in read_plain(f"Three die in Tamra harbour\n\n{body}").text
