"""What the API says of itself holds: generated questions, right and wrong, get the answers that it promises."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from dateline.serve.app import create_app
from dateline.serve.settings import Settings
from pages_made import filled
from served import HOST, ON_PURPOSE, served

PROMISED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
DESCRIBED = create_app(Settings(db="")).openapi()
PATHS = sorted(path for path, known in DESCRIBED["paths"].items() if "get" in known)
QUICKLY = settings(
    max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True
)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator["schemathesis.schemas.BaseSchema"]:
    path: Path = tmp_path_factory.mktemp("openapi") / "dateline.db"
    filled(path)
    with served(path) as client:
        yield schemathesis.openapi.from_asgi("/api/openapi.json", client.app, headers={"Host": urlsplit(HOST).netloc})


@pytest.mark.parametrize("path", PATHS)
def test_every_address_answers_as_it_says(api: "schemathesis.schemas.BaseSchema", path: str) -> None:
    operation = api[path]["GET"]
    cases = (operation.as_strategy(generation_mode=mode) for mode in GenerationMode if _may(mode, path, operation))

    @QUICKLY
    @given(st.one_of(*cases))
    def holds(case: "schemathesis.Case") -> None:
        case.call_and_validate(base_url=HOST, headers=ON_PURPOSE, checks=PROMISED)

    holds()


def _may(mode: GenerationMode, path: str, operation: object) -> bool:
    """An address without parameters cannot be asked wrongly."""
    return mode is GenerationMode.POSITIVE or bool(list(operation.query))  # type: ignore[attr-defined]


def test_every_address_says_what_it_answers() -> None:
    described = DESCRIBED["paths"]
    for path, methods in described.items():
        for method, known in methods.items():
            assert known["summary"], (method, path)
            assert known["description"].endswith("."), (method, path)


def test_every_answer_has_a_schema_that_says_which_keys_it_has() -> None:
    vague = [
        (method, path, status)
        for path, methods in DESCRIBED["paths"].items()
        for method, known in methods.items()
        for status, answer in known["responses"].items()
        if status.startswith("2") and status != "204" and not _keys(answer["content"])
    ]
    assert vague == []


def _keys(content: dict[str, Any]) -> object:
    """What the schema of an answer in JSON names."""
    (kept,) = (one["schema"] for media, one in content.items() if media.endswith("json"))
    return kept.get("$ref") or kept.get("properties")


def test_the_description_defines_all_that_it_refers_to() -> None:
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(DESCRIBED)))
    assert named - DESCRIBED["components"]["schemas"].keys() == set()
    assert "$defs" not in json.dumps(DESCRIBED)


# ---- after people have changed something, where answers hold more -------------------------------
CHANGES: Final[list[tuple[str, str, dict[str, object]]]] = [
    (
        "/review/judgements",
        "/review/judgements",
        {"kind": "corrected", "event": "e1", "slot": "type", "value": "air_strike"},
    ),
    ("/review/judgements", "/review/judgements", {"kind": "commented", "event": "e1", "note": "Seen."}),
    ("/review/split", "/review/split", {"event": "e1"}),
    ("/review/undo", "/review/undo", {"number": 3}),
    ("/review/judgements", "/review/judgements", {"kind": "rejected", "event": "e4"}),
    ("/audits", "/audits", {"name": "One", "sample": 2, "reviewers": 1, "seed": 4}),
    ("/audits/One/verdicts", "/audits/{audit}/verdicts", {"item": 1, "answers": {"record": "wrong"}, "note": "No."}),
    ("/audits/One/verdicts", "/audits/{audit}/verdicts", {"item": 2, "answers": {"record": "wrong"}}),
]
READ: Final = [
    ("/review/events/e1", "/review/events/{event_id}"),
    ("/review/events/e1/neighbours", "/review/events/{event_id}/neighbours"),
    ("/review/queue?pile=all", "/review/queue"),
    ("/review/mistakes", "/review/mistakes"),
    ("/review/progress", "/review/progress"),
    ("/review/gold", "/review/gold"),
    ("/audits", "/audits"),
    ("/audits/One/next?item=1", "/audits/{audit}/next"),
    ("/audits/One/figures", "/audits/{audit}/figures"),
    ("/events/e1", "/events/{id}"),
    ("/events", "/events"),
    ("/incidents", "/incidents"),
    ("/about", "/about"),
]


def test_what_people_changed_is_answered_as_it_says(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        for path, template, body in CHANGES:
            assert _unlike(client.post(f"/api{path}", json=body), f"/api{template}", "post") == []
        for path, template in READ:
            assert _unlike(client.get(f"/api{path}"), f"/api{template}", "get") == []


@pytest.mark.parametrize("path", ["/incidents/{id}", "/reports/{id}", "/actors/{id}", "/places/{key}"])
def test_each_thing_of_a_list_is_answered_as_it_says(tmp_path: Path, path: str) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        items = client.get(f"/api{path.rpartition('/')[0]}").json()["items"]
        assert items
        for one in items:
            key = quote(one["key" if "key" in path else "id"], safe="")
            assert _unlike(client.get(f"/api{path.rpartition('/')[0]}/{key}"), f"/api{path}", "get") == []


def _unlike(answer: httpx.Response, template: str, method: str) -> list[str]:
    """In what an answer is not as the description of its address has it."""
    known = DESCRIBED["paths"][template][method]["responses"][str(answer.status_code)]
    described = {**DESCRIBED, **known["content"]["application/json"]["schema"]}
    return [f"{template}: {one.message[:300]}" for one in Draft202012Validator(described).iter_errors(answer.json())]
