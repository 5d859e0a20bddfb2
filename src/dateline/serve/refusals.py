"""What goes wrong, as one clear line: `{"detail": "..."}`."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError

from dateline.model.errors import StoreError
from dateline.serve.answers import Json, wrong_status

_LINE: Final = {"type": "object", "required": ["detail"], "properties": {"detail": {"type": "string"}}}
_WHY: Final[dict[int | str, str]] = {
    400: "A question that makes no sense: `detail` says why.",
    401: "Nobody is signed in, and no token that counts was shown.",
    403: "Who asks may not do this: `detail` says what it takes.",
    404: "Nothing is called so.",
    409: "As things stand it cannot be done: `detail` says what can.",
    422: "A wrong parameter: `detail` says which and why.",
    429: "Too many requests: `Retry-After` has the seconds to wait.",
}
REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"description": why, "content": {"application/json": {"schema": _LINE}}} for status, why in _WHY.items()
}
"""How any address may answer but with what was asked for: always as JSON, with what is wrong in one line."""


def explain(app: FastAPI) -> None:
    """Have the application answer so to wrong parameters, and to what the database refuses."""
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(StoreError, _refused)


def _wrong(request: Request, error: Exception) -> Json:
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    return Json({"detail": "; ".join(dict.fromkeys(map(_line, found)))}, status_code=wrong_status(request))


def _line(error: Mapping[str, Any]) -> str:
    """What is wrong with one parameter: "limit 0: input should be greater than or equal to 1"."""
    where: Sequence[object] = error["loc"]
    name = next((part for part in reversed(where) if isinstance(part, str)), "")
    given = error.get("input")
    shown = f" {given}" if isinstance(given, str | int | float) and error["type"] != "missing" else ""
    message = str(error["msg"]).removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return f"{name}{shown}: {message[:1].lower()}{message[1:]}"


def _refused(request: Request, error: Exception) -> Json:
    return Json({"detail": str(error)}, status_code=400)
