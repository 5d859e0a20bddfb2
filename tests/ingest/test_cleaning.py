"""Which lines are the story."""

from dateline.ingest.cleaning import judge
from dateline.ingest.lines import cut, layout
from dateline.ingest.signs import TESTS, signs_of

STORY = [
    "At least nine people were killed when shells hit a market in the east of the town on Tuesday, the governor said.",
    "Rescue workers told reporters that more bodies were still under the rubble of a bakery and of two houses.",
    "The army denied that its guns had fired on the town and blamed the rebels who hold the hills to the north.",
]


def kept(lines: list[str]) -> list[str]:
    return [verdict.line.text for verdict in judge(cut("\n".join(lines))) if verdict.kept]


def reason(text: str) -> str | None:
    verdicts = judge(cut("\n".join([*STORY[:2], text, STORY[2]])))
    return next(verdict.reason for verdict in verdicts if verdict.line.text == text)


def test_a_menu_above_and_a_footer_below_go() -> None:
    menu = ["Home", "World", "Politics", "Sport", "Weather"]
    footer = ["About us", "Privacy policy", "© 2020 The Example. All rights reserved."]
    assert kept([*menu, *STORY, *footer]) == STORY


def test_an_advert_between_paragraphs_goes_and_the_last_paragraph_stays() -> None:
    assert kept([STORY[0], "Advertisement", STORY[1], "Get 30% off our annual plan", STORY[2]]) == STORY


def test_a_subhead_between_paragraphs_stays() -> None:
    assert "A night of fear" in kept([STORY[0], "A night of fear", *STORY[1:]])


def test_a_list_of_other_stories_goes_and_the_story_goes_on_after_it() -> None:
    links = ["Related stories", "Minister resigns over bridge collapse", "Why the harbour matters to both sides"]
    assert kept([STORY[0], *links, *STORY[1:]]) == STORY


def test_a_disclaimer_below_the_comments_goes_however_long() -> None:
    notice = (
        "The publisher would like to remind you that prices are indicative and that it does not accept liability for "
        "any loss, and no part may be copied without the prior written permission of the publisher."
    )
    assert kept([*STORY, "Latest comments", notice]) == STORY


def test_a_long_paragraph_stays_whatever_was_glued_to_it() -> None:
    glued = " ".join([*STORY, *STORY]) + " Subscribe Follow us on Instagram Privacy policy All rights reserved"
    assert kept([glued]) == [glued]


def test_the_words_of_a_furniture_phrase_do_not_drop_a_story_sentence() -> None:
    odd = (
        "The president signed up for talks, and the minister told reporters to read the privacy policy of the ministry."
    )
    assert odd in kept([STORY[0], odd, STORY[1], STORY[2]])


def test_links_in_markdown_go() -> None:
    assert reason("- [World](https://example.org/world)") == "holds a web or mail address"


def test_the_reason_is_the_heaviest_sign() -> None:
    assert reason("Sign up to our newsletter") == "asks the reader to sign up or subscribe"
    assert reason("Share") == "invites to share or follow"
    assert reason("[Example Pictures]") == "is a credit in brackets"
    assert reason("CLICK FOR OUR LIVE MAP OF THE WAR") == "is a link or notice in capitals"


def test_capitals_say_nothing_on_a_page_in_capitals() -> None:
    page = [line.upper() for line in STORY]
    assert kept(page) == page


def test_a_page_in_small_letters_is_read_too() -> None:
    page = [line.lower() for line in STORY]
    assert kept(page) == page


def test_lines_above_the_headline_look_more_like_furniture() -> None:
    lines = cut("\n".join(["Our city in pictures and in words", *STORY]))
    alone, above = judge(lines), judge(lines, 1)
    assert not above[0].kept
    assert above[1:] == alone[1:]


def test_a_trusted_text_loses_only_what_is_certain() -> None:
    lines = cut("\n".join(["Six of them", "two soldiers", "Advertisement", STORY[0]]))
    assert [verdict.kept for verdict in judge(lines, trusted=True)] == [True, True, False, True]


def test_a_page_with_nothing_on_it_has_no_story() -> None:
    assert judge(()) == ()


def test_every_sign_has_a_reason_for_the_user_and_a_weight() -> None:
    assert all(weight and test.__doc__ for weight, test in TESTS)
    assert len({test.__doc__ for _, test in TESTS}) == len(TESTS)


def test_several_phrases_of_a_kind_weigh_more_than_one() -> None:
    lines = cut("Third party ad. Not an offer or recommendation\nThird party ad")
    page = layout(lines)
    heavy, light = (max(sign.weight for sign in signs_of(line, page)) for line in lines)
    assert heavy > light


def test_a_teaser_that_is_cut_off_goes() -> None:
    cut_off = "The minister has promised a new bridge over the river before the end of the year, he said on…"
    assert cut_off not in kept([*STORY, "Bridges", cut_off, "Harbours", "Tide tables"])
    assert cut_off[:-1] + "Monday." in kept([*STORY, "Bridges", cut_off[:-1] + "Monday.", "Harbours", "Tide tables"])


def test_a_pause_within_a_story_is_not_cut_off() -> None:
    pause = "“I do not know who fired… nobody in the whole street knows who fired at us that night,” a resident said."
    assert pause in kept([STORY[0], pause, *STORY[1:]])
