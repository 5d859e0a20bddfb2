"""From the head of a noun phrase to the words by which it is named."""

import pytest

from dateline.extract.phrases import content_head, phrase


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("At least twelve civilians were killed.", "civilians", "civilians"),
        ("The elite Republican Guards moved in.", "Guards", "elite Republican Guards"),
        ("Kurdish-led forces retook the hill.", "forces", "Kurdish-led forces"),
        ("Police spokesman Idris Tahir spoke.", "Tahir", "Idris Tahir"),
        ("The Ministry of Defence denied it.", "Ministry", "Ministry of Defence"),
    ],
)
def test_articles_numbers_and_titles_are_no_part_of_the_name(read, text: str, head: str, expected: str) -> None:
    reading = read(text)
    i = next(t.i for t in reading.tokens if t.text == head)
    found = phrase(reading, i)
    assert found is not None
    assert found.text == expected
    assert text[found.start : found.end] == expected


def test_a_measure_is_looked_through(read) -> None:
    reading = read("Hundreds of troops arrived.")
    assert reading.tokens[content_head(reading, 0)].text == "troops"
