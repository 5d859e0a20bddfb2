"""Subjects of joined clauses that the parser takes for objects of the clause before."""

import pytest

from dateline.model.text import Reading, Report
from dateline.read.parser import Parser


def read(parser: Parser, text: str) -> Reading:
    return parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))


def subject_of(reading: Reading, verb: str) -> str:
    i = next(t.i for t in reading.tokens if t.text == verb)
    return " ".join(reading.tokens[c].text for c in reading.children[i] if reading.tokens[c].dep.startswith("nsubj"))


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Air strikes killed nine traders and artillery fire hit a mill, nurses said.", "hit", "fire"),
        ("Air strikes killed nine traders on Sunday and mortar fire hit a mill there, nurses said.", "hit", "fire"),
        ("Militants kidnapped two nurses and police arrested three suspects on Friday.", "arrested", "police"),
    ],
)
def test_what_stands_between_and_and_a_verb_is_its_subject(parser: Parser, text: str, verb: str, subject: str) -> None:
    reading = read(parser, text)
    assert subject_of(reading, verb) == subject
    assert all(reading.tokens[t.head].i != t.i or t.dep == "ROOT" for t in reading.tokens)


def test_the_day_before_the_restored_subject_keeps_its_clause(parser: Parser) -> None:
    reading = read(parser, "Air strikes killed nine traders on Sunday and mortar fire hit a mill there, nurses said.")
    day = next(t for t in reading.tokens if t.text == "Sunday")
    assert (day.dep, reading.tokens[day.head].text) == ("pobj", "on")


def test_a_joined_object_stays_one(parser: Parser) -> None:
    reading = read(parser, "Gunmen killed nine traders and two guards on Sunday.")
    guards = next(t for t in reading.tokens if t.text == "guards")
    assert guards.dep == "conj"


def test_joined_verbs_of_one_subject_stay_so(parser: Parser) -> None:
    reading = read(parser, "Troops killed six fighters and wounded nine near the river.")
    assert subject_of(reading, "wounded") == ""


def test_the_last_of_several_speakers_does_not_speak_alone(parser: Parser) -> None:
    reading = read(
        parser, "Troops stepped up their raids on the valley, defectors, clerics and residents said on Friday."
    )
    assert subject_of(reading, "said") != "residents"
