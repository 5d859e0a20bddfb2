"""Words that run on over several sentences, and the speaker they belong to."""

from collections.abc import Callable

import pytest

from dateline.extract.attribution import attributions, sources_of
from dateline.extract.quotes import inherited, quotations
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def speakers(reading: Reading, trigger: str) -> list[str]:
    i = next(t.i for t in reading.tokens if t.text == trigger)
    return [source.name for source in sources_of(i, reading, attributions(reading))]


def quoted(reading: Reading) -> list[str]:
    return [reading.words(first, last - 1).text for first, last in quotations(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Rebels fled," he said.', ["Rebels fled,"]),
        ("“Rebels fled,” he said. “They are gone.”", ["Rebels fled,", "They are gone."]),
        ('He said: "Rebels fled. They are gone."', ["Rebels fled. They are gone."]),
        ("Rebels fled, he said.", []),
    ],
)
def test_a_quotation_is_what_stands_between_its_marks(read: Read, text: str, expected: list[str]) -> None:
    assert quoted(read(text)) == expected


def test_a_mark_that_was_lost_does_not_make_the_rest_a_quotation(read: Read) -> None:
    assert quoted(read('He called it a "success. Rebels fled the town. Police said nothing.')) == []


def test_a_paragraph_that_opens_a_quotation_may_leave_it_open(read: Read) -> None:
    text = '"Jets bombed the bridge.\n\n"They came twice," a farmer said.'
    assert quoted(read(text)) == ["Jets bombed the bridge.", "They came twice,"]


def test_a_speaker_named_behind_a_quotation_answers_for_its_first_sentences(read: Read) -> None:
    reading = read('"Jets bombed the bridge twice. They shelled the market," Colonel Ivo Marek told reporters.')
    assert speakers(reading, "bombed") == ["Colonel Ivo Marek"]
    assert speakers(reading, "shelled") == ["Colonel Ivo Marek"]


def test_a_quotation_that_goes_on_belongs_to_the_speaker_before_it(read: Read) -> None:
    reading = read('"Jets bombed the bridge," a farmer said. "They shelled the market. Then they burned a school."')
    assert speakers(reading, "shelled") == ["farmer"]
    assert speakers(reading, "burned") == ["farmer"]


def test_a_speaker_between_two_halves_answers_for_both(read: Read) -> None:
    reading = read('"Jets bombed the bridge," a farmer said, "and soldiers burned a school."')
    assert speakers(reading, "bombed") == ["farmer"]
    assert speakers(reading, "burned") == ["farmer"]


def test_a_speaker_is_not_taken_from_inside_the_quotation(read: Read) -> None:
    text = (
        '"Reinforcements came from the militias, elite Guards units and the Fourth Division," Ivo Marek told Reuters.'
    )
    assert speakers(read(text), "Reinforcements") == ["Ivo Marek"]


def test_the_reports_own_words_after_a_quotation_are_nobodys(read: Read) -> None:
    reading = read('"Jets bombed the bridge," a farmer said. Soldiers burned a school on Sunday.')
    assert speakers(reading, "burned") == []


def test_a_statement_in_the_first_person_runs_to_its_end(read: Read) -> None:
    text = "Foreign Minister Anna Vell said:\n\nI am appalled by the attack.\n\nRebels captured the town last week."
    reading = read(text)
    assert speakers(reading, "attack") == ["Anna Vell"]
    assert speakers(reading, "captured") == ["Anna Vell"]


def test_a_colon_alone_opens_no_statement(read: Read) -> None:
    reading = read("Foreign Minister Anna Vell said:\n\nThe attack was cruel.\n\nRebels captured the town last week.")
    assert speakers(reading, "captured") == []


def test_a_sentence_goes_on_with_the_one_that_names_the_speaker(read: Read) -> None:
    reading = read('"Jets bombed the bridge. They left," a farmer said. It rained.')
    cue = next(t.i for t in reading.tokens if t.text == "said")
    assert inherited(reading, {1: cue}) == {0: 1}


def test_a_statement_of_several_quoted_lines_is_one_speakers_whomever_it_cites(read: Read) -> None:
    reading = read(
        "The minister Anna Berg said:\n“The rebels must leave. We saw them shell the town.\n"
        "“The army now claims control of Azmar. It burned the school.\n“They will pay for it.”"
    )
    assert speakers(reading, "shell") == ["Anna Berg"]
    assert speakers(reading, "control") == ["army"]
    assert speakers(reading, "burned") == ["Anna Berg"]
