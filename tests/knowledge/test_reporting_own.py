"""A project's words of saying and denying."""

import pytest

from dateline.knowledge.project import using
from dateline.knowledge.reporting import Reporting, reporting
from dateline.model.errors import DataError
from projects_made import VERBS, made


def words(text: str) -> Reporting:
    with using(made(reporting=text)):
        return reporting()


def test_a_new_verb_of_saying_is_a_cue() -> None:
    found = words(VERBS)
    assert [sense.stance for sense in found.verbs["attest"]] == ["asserts"]
    assert "attest" in found.cues
    assert "say" in found.verbs


def test_a_verb_that_is_known_loses_the_senses_that_it_had() -> None:
    found = words(VERBS.replace("attest]", "suggest]"))
    assert [sense.group for sense in found.verbs["suggest"]] == ["attesting"]
    assert len(reporting().verbs["suggest"]) == 2


def test_words_are_added_to_their_list() -> None:
    found = words("hedges: [seemingly]\nnot_content: {attest: [page]}\n")
    assert found.hedges == reporting().hedges | {"seemingly"}
    assert found.not_content["attest"] == {"page"}


def test_a_noun_for_a_speaker_has_the_kind_that_the_project_gives_it() -> None:
    assert reporting().speakers["farmer"] == "witness"
    assert words("speakers: {activist: [farmer]}").speakers["farmer"] == "activist"


def test_words_can_be_taken_out() -> None:
    found = words("without: {hedges: [appear], verbs: [insist], speakers: [imam]}")
    assert "appear" not in found.hedges
    assert "insist" not in found.verbs
    assert "imam" not in found.speakers


def test_a_file_with_notes_only_changes_nothing() -> None:
    assert words("# nothing yet\n") == reporting()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("hegdes: [so]", "line 1: unknown key 'hegdes'"),
        ("hedges: so", "line 1: hedges: expected a list"),
        ("hedges: [So]", "line 1: hedges: write it in lower case"),
        ("hedges: [no]", "put on, off, yes, no, true and false in quotes"),
        ("speakers: {wizard: [merlin]}", "line 1: speakers: "),
        ("records: {lost: [scroll]}", "line 1: records: "),
        (VERBS.replace("asserts", "doubts"), "line 2: verbs.stance: "),
        (VERBS.replace("clause", "sentence"), "line 2: verbs.content: "),
        ("without: {hedges: [certainly]}", "'certainly' does not stand there"),
        ("without: {hopes: [certainly]}", "there is no hopes"),
        ("- hedges", "expected a table of keys"),
    ],
)
def test_a_slip_is_named_with_its_line(text: str, complaint: str) -> None:
    with pytest.raises(DataError) as caught:
        words(text)
    assert complaint in str(caught.value)
    assert str(caught.value).startswith("reporting.yaml, line ")
