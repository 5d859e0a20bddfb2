"""Lines of a page and their shapes."""

from dateline.ingest.lines import clean, cut, joined, layout, made_line

WRAPPED = """The mayor of the town said on Monday that the road to the harbour
had been closed since the morning because of the fighting and that
nobody knew when the first of the convoys would be let through to
the villages in the hills."""


def test_offsets_point_at_the_words_in_the_page() -> None:
    page = "  First line \r\n\r\n\tSecond  line\n"
    assert [page[line.start : line.end] for line in cut(page)] == ["First line", "Second  line"]


def test_white_space_is_folded_and_invisible_characters_go() -> None:
    assert clean("a\u00a0 b\u200b\tc\x95") == "a b c"


def test_a_half_decoded_space_is_a_space() -> None:
    assert clean("related storyÂ\u00a0here") == "related story here"


def test_hard_wraps_become_one_paragraph() -> None:
    (line,) = cut(WRAPPED)
    assert line.text.startswith("The mayor") and line.text.endswith("in the hills.")
    assert WRAPPED[line.start : line.end] == WRAPPED


def test_full_sentences_on_lines_of_their_own_are_not_joined() -> None:
    page = "\n".join(["The shelling went on for the whole of Monday night, he said."] * 3)
    assert len(cut(page)) == 3


def test_entries_of_a_menu_are_not_joined() -> None:
    assert len(cut("World\nPolitics\nSport\nWeather")) == 4


def test_a_blank_line_is_seen_as_a_gap() -> None:
    assert [line.gap for line in cut("one\ntwo\n\nthree")] == [True, False, True]


def test_shapes_of_a_line() -> None:
    line = made_line("Rebels took the Old Bridge.", 10)
    assert (line.start, line.end, line.words, line.ended, line.sentences) == (10, 37, 5, True, 1)
    assert 0.5 < line.capitals < 0.8
    assert not made_line("Rebels took the bridge", 0).ended


def test_scripts_without_spaces_have_words() -> None:
    assert made_line("軍隊は月曜日に町を離れた。", 0).words > 4


def test_joined_lines_span_both() -> None:
    both = joined(made_line("He said", 5), made_line("no more.", 20))
    assert (both.text, both.start, both.end, both.ended) == ("He said no more.", 5, 28, True)


def test_the_layout_knows_links_repeats_and_capitals() -> None:
    page = layout(cut("Share\nStory told here.\nShare\n- [World News](https://example.org/w)"))
    assert page.seen["share"] == 2
    assert page.links == {"world news"}
    assert page.cased
    assert not layout(cut("all small letters here\nand here")).cased
    assert not layout(cut("ALL CAPITALS HERE")).cased
