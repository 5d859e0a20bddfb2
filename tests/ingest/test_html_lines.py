"""The lines that a reader of an HTML page sees."""

from dateline.ingest.html_lines import seen_lines


def texts(page: str) -> list[str]:
    return [line.text for line in seen_lines(page)]


def test_layout_ends_a_line_and_marks_in_the_text_do_not() -> None:
    assert texts("<div>One <b>two</b> <a href=x>three</a></div><p>Four<br>five</p>six") == [
        "One two three",
        "Four",
        "five",
        "six",
    ]


def test_scripts_comments_and_the_head_are_not_seen() -> None:
    page = "<head><title>T</title></head><p>Seen</p><script>if (a<b) '<p>no</p>'</script><!-- <p>no</p> --><p>End"
    assert texts(page) == ["Seen", "End"]
    assert texts("<p>Seen</p><!-- never closed <p>no</p>") == ["Seen"]


def test_every_line_keeps_its_place() -> None:
    page = "<div>\n  One &amp; <i>two</i>\n</div><p>Three</p>"
    one, three = seen_lines(page)
    assert page[one.start : one.end].strip() == "One &amp; <i>two</i>"
    assert (one.text, one.folded) == ("One & two", "one & two")
    assert page[three.start : three.end] == "Three"


def test_text_set_as_typed_keeps_its_lines_and_other_text_its_blank_lines() -> None:
    assert texts("<pre>One\nTwo\n\nThree</pre>\n<p>Four\nfive</p>") == ["One", "Two", "Three", "Four five"]
    page = "<body>One\nmore\n\nTwo</body>"
    assert texts(page) == ["One more", "Two"]
    assert [page[line.start : line.end].strip() for line in seen_lines(page)] == ["One\nmore", "Two"]


def test_tags_made_to_hurt_take_no_longer_than_others() -> None:
    for piece in ("<", "<!", "<?", "<!--", "<a ", "</", "<script", "&", "<p>", "\n\n"):
        assert isinstance(texts(piece * 100_000), list)
