"""Lines joined to paragraphs."""

from dateline.ingest.lines import cut, layout
from dateline.ingest.story import leads_on, mend, paragraphs, part_glued


def told(page: str) -> tuple[str, ...]:
    lines = cut(page)
    return paragraphs(mend(lines), layout(lines).links)


def test_the_missing_space_between_sentences_is_put_in() -> None:
    assert part_glued("It fell last week.Jets flew over.") == "It fell last week. Jets flew over."
    assert part_glued("“It fell.”Jets flew.") == "“It fell.” Jets flew."


def test_initials_figures_and_addresses_are_not_parted() -> None:
    for text in ("the U.S.Army", "on Example.Com", "3.5 million", "at www.example.org"):
        assert part_glued(text) == text


def test_a_sentence_that_a_link_broke_off_is_joined_again() -> None:
    page = "The town was a quiet railway hub of about\n27,000 people\n\nIt was taken in the first week of the war, and"
    assert told(page)[0] == "The town was a quiet railway hub of about 27,000 people"


def test_a_sentence_goes_on_in_small_letters() -> None:
    page = "Twenty transmitters were heard in the blocks last night, the spokesman,\ntold\nthe agency on Friday."
    assert told(page) == (page.replace("\n", " "),)


def test_a_subhead_is_not_joined_to_the_paragraph_below() -> None:
    page = "A night of fear\nThe shelling began at ten."
    assert told(page) == ("A night of fear", "The shelling began at ten.")


def test_furniture_is_never_joined_to_prose() -> None:
    assert len(mend(cut("The battle for the town ended after two years, he said,\nAdvertisement"))) == 2


def test_a_dateline_is_joined_to_the_paragraph_below() -> None:
    assert len(mend(cut("KABUL, Afghanistan (March 27)\n\nA patrol was attacked."))) == 1


def test_marks_of_a_list_are_taken_off() -> None:
    assert told("• Two soldiers were killed.\n• One was hurt.") == ("Two soldiers were killed.", "One was hurt.")


def test_words_that_lead_on() -> None:
    assert leads_on("fighting continues in")
    assert not leads_on("fighting continues")
