"""What is printed keeps the contract."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import jsonschema
import pytest

from dateline.knowledge.versions import Versions
from dateline.model.event import Coded
from dateline.publish.lines import encode, jsonl, lines, report_line
from dateline.publish.schema import SCHEMA_VERSION, schema

Faults = Callable[[Iterable[str]], list[str]]
EVENT_KEYS = """record page id type modality background asserted trigger sentence evidence agents targets places date
    quantities sources voice means extent codes confidence made_by""".split()


def test_every_line_keeps_the_contract(coded: Coded, failed: Coded, faults_of: Faults) -> None:
    assert faults_of(jsonl(coded)) == []
    assert faults_of(jsonl(failed)) == []


def test_words_that_do_not_stand_where_a_line_says_are_a_fault(coded: Coded, faults_of: Faults) -> None:
    moved = replace(coded, report=replace(coded.report, text=f"x{coded.report.text}"))
    assert len(faults_of(jsonl(moved))) > 15


def test_the_schema_is_a_schema_and_says_its_version() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["schema_version"] == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("key", "value"), [("type", "war"), ("modality", "maybe"), ("mood", "grim"), ("agents", None), ("date", "today")]
)
def test_the_schema_refuses_what_is_not_in_the_contract(coded: Coded, key: str, value: object) -> None:
    line = dict(list(lines(coded))[1])
    line[key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(line)


def test_the_schema_refuses_a_line_with_a_key_missing(coded: Coded) -> None:
    for key in EVENT_KEYS:
        line = {k: v for k, v in list(lines(coded))[1].items() if k != key}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(schema()).validate(line)


def test_the_sentence_and_the_trigger_stand_where_the_line_says(coded: Coded) -> None:
    for line in list(lines(coded))[1 : 1 + len(coded.events)]:
        evidence = line["evidence"]
        assert isinstance(evidence, dict)
        assert coded.report.text[evidence["text_start"] : evidence["text_end"]] == line["sentence"]
        assert coded.report.text[line["trigger_start"] : line["trigger_end"]] == line["trigger"]


def test_the_report_comes_first_then_events_in_reading_order_then_relations(coded: Coded) -> None:
    records = [line["record"] for line in lines(coded)]
    assert records == ["report", "event", "event", "event", "event", "relation", "relation"]
    assert [line["id"] for line in lines(coded)][1:5] == [event.id for event in coded.events]


def test_a_record_that_is_only_denied_is_printed_as_not_asserted(coded: Coded) -> None:
    denial = list(lines(coded))[2]
    assert denial["asserted"] is False
    assert denial["sources"][0]["stance"] == "denies"


def test_what_is_unknown_is_null_and_never_left_out(coded: Coded) -> None:
    denial = list(lines(coded))[2]
    assert set(EVENT_KEYS) <= set(denial)
    assert denial["date"] is None
    assert denial["voice"] is None
    assert denial["codes"] == {"acled": None, "plover": None, "cameo": None, "ucdp": None}


def test_a_day_that_rests_on_no_words_has_no_offsets(coded: Coded) -> None:
    event = coded.events[0]
    assert event.date is not None
    bare = replace(coded, events=(replace(event, date=replace(event.date, words=None, precision="report")),))
    date = list(lines(bare))[1]["date"]
    assert isinstance(date, dict)
    assert date["start"] == "2024-05-07"
    assert (date["text"], date["text_start"], date["text_end"]) == (None, None, None)


def test_the_object_of_control_is_a_place_and_of_leading_an_actor(coded: Coded) -> None:
    leads, controls = list(lines(coded))[-2:]
    assert leads["object"]["basis"] == "stated"
    assert controls["object"]["role"] == "site"


def test_a_record_says_which_rule_and_versions_made_it(coded: Coded) -> None:
    event = list(lines(coded, Versions(codebook="7", dateline="0.9")))[1]
    assert event["made_by"] == {"rule": "air_strike/1", "codebook": "7", "dateline": "0.9"}


def test_a_file_name_that_is_not_utf8_still_makes_a_line(coded: Coded) -> None:
    odd = replace(coded.report, page="pages/caf\udce9.txt")
    assert "caf\ufffd" in encode(report_line(odd))


def test_a_line_of_json_has_no_line_break_inside(coded: Coded) -> None:
    assert "\n\n" in coded.report.text
    assert all(line.count("\n") == 0 for line in jsonl(coded))
