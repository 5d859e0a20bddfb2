"""What goes wrong, as one clear line: `{"detail": "..."}`."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError

from dateline.model.errors import StoreError
from dateline.serve.answers import Json


def explain(app: FastAPI) -> None:
    """Have the application answer so to wrong parameters, and to what the database refuses."""
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(StoreError, _refused)


def _wrong(request: Request, error: Exception) -> Json:
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    return Json({"detail": "; ".join(dict.fromkeys(map(_line, found)))}, status_code=422)


def _line(error: Mapping[str, Any]) -> str:
    """What is wrong with one parameter: "limit 0: input should be greater than or equal to 1"."""
    where: Sequence[object] = error["loc"]
    given = error.get("input")
    shown = f" {given}" if isinstance(given, str | int | float) and error["type"] != "missing" else ""
    message = str(error["msg"]).removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return f"{where[-1]}{shown}: {message[:1].lower()}{message[1:]}"


def _refused(request: Request, error: Exception) -> Json:
    return Json({"detail": str(error)}, status_code=400)
