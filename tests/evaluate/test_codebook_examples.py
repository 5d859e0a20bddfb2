"""The examples of the codebook are coded as it says, each of them."""

from dateline.evaluate.codebook import check


def test_every_example_of_the_codebook_is_coded_as_it_says_and_no_counterexample_is() -> None:
    assert [f"{one.type}: {one.problem}: {one.text}" for one in check()] == []
