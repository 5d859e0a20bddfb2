"""The codebook at `/api/codebook`: every type, and all that a reader needs to judge a coding by it."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.casebook import Casebook
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.versions import current
from dateline.serve.app import create_app
from dateline.serve.settings import Settings


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    db = tmp_path_factory.mktemp("codebook") / "d.db"
    Casebook.open(db).close()
    with TestClient(create_app(Settings(db=str(db))), base_url="http://127.0.0.1:8700") as client:
        yield client.get("/api/codebook").json()


def test_every_type_is_there_in_the_codebooks_order(answer: dict[str, Any]) -> None:
    assert [one["type"] for one in answer["types"]] == list(load_codebook().entries)
    assert answer["version"] == current().codebook


def test_every_type_says_what_it_means_and_is_shown_by_sentences(answer: dict[str, Any]) -> None:
    for one in answer["types"]:
        assert one["definition"] and one["examples"] and one["counterexamples"] and one["triggers"], one["type"]


def test_a_trigger_is_told_in_words_under_the_rule_that_events_name(answer: dict[str, Any]) -> None:
    shelling = next(one for one in answer["types"] if one["type"] == "shelling")
    rules = [one["rule"] for one in shelling["triggers"]]
    assert rules == [trigger.rule for trigger in load_codebook().entries["shelling"].triggers]
    assert all(one["words"].startswith(one["part"]) for one in shelling["triggers"])


def test_what_must_be_found_in_an_example_is_told_with_it(answer: dict[str, Any]) -> None:
    told = [example for one in answer["types"] for example in one["examples"]]
    assert any(example["agents"] for example in told)
    assert any(example["denied_by"] for example in told)
