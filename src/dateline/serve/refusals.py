"""What goes wrong, as one clear line: `{"detail": "..."}`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError

from dateline.model.errors import StoreError
from dateline.serve.answers import Json, wrong_status


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What is wrong, and what to do, in one line."""

    detail: str


REFUSALS: Final[dict[int | str, dict[str, Any]]] = {
    400: {"description": "A question that makes no sense: `detail` says why.", "model": Refusal},
    401: {"description": "Nobody is signed in, and no token that counts was shown.", "model": Refusal},
    403: {"description": "Who asks may not do this: `detail` says what it takes.", "model": Refusal},
    404: {"description": "Nothing is called so.", "model": Refusal},
    409: {"description": "As things stand it cannot be done: `detail` says what can.", "model": Refusal},
    422: {"description": "A wrong parameter: `detail` says which and why.", "model": Refusal},
    429: {"description": "Too many requests: `Retry-After` has the seconds to wait.", "model": Refusal},
}
"""How any address may answer but with what was asked for."""


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
    given = error.get("input")
    shown = f" {given}" if isinstance(given, str | int | float) and error["type"] != "missing" else ""
    message = str(error["msg"]).removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return f"{where[-1]}{shown}: {message[:1].lower()}{message[1:]}"


def _refused(request: Request, error: Exception) -> Json:
    return Json({"detail": str(error)}, status_code=400)
