"""Why a page, or a part of a container, is not read."""

from typing import Final

from dateline.ingest.pages import Unreadable, Verdict
from dateline.model.errors import PageError

_LONGEST: Final = 2_000


class Refused(PageError):  # noqa: N818 - it names what became of a page, not a fault of ours
    """What is not read, with the reason in one line.

    `verdict`: `failed` for what is broken, `too_large` for what is over a cap, `quarantined` for what is made to hurt.
    """

    def __init__(self, reason: str, verdict: Verdict = "failed") -> None:
        super().__init__(reason)
        self.verdict: Verdict = verdict


def unreadable(name: str, refused: Refused) -> Unreadable:
    """The record of a refused page under its name."""
    return Unreadable(name=name, reason=str(refused), status=refused.verdict)


def inner(container: str, name: str) -> str:
    """The name of a page inside a container, on one line: CONTAINER!INNER."""
    return f"{container}!{one_line(name)}"


def one_line(text: str) -> str:
    """The text without line breaks and control characters, cut where it is far longer than a name."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 2 * _LONGEST]).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
