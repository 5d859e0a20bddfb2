"""What the API says of itself holds: generated questions, right and wrong, get the answers that it promises."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
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
PATHS = sorted(path for path, known in create_app(Settings(db="")).openapi()["paths"].items() if "get" in known)
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
    described = create_app(Settings(db="")).openapi()["paths"]
    for path, methods in described.items():
        for method, known in methods.items():
            assert known["summary"], (method, path)
            assert known["description"].endswith("."), (method, path)
