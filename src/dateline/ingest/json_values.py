"""JSON values one after another in a text of any length, of which only a window is held."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Verdict

_BETWEEN: Final = re.compile(r"[\s,\x1e\ufeff]*")
_DECODER: Final = json.JSONDecoder(strict=False)


@dataclass(frozen=True, slots=True)
class Broken:
    """What stands in place of a value that is not read; `passed` where what comes behind it can be."""

    reason: str
    verdict: Verdict = "failed"
    passed: bool = False


def too_many_parts(written: str, caps: Caps) -> Broken | None:
    """Why a value, or the beginning of one, would take far more memory than its characters; None where it would not."""
    if written.count("{") + written.count("[") <= caps.json_parts:
        return None
    return Broken(
        f"a value has more than {caps.json_parts:,} parts (cap json_parts): split it", "too_large", passed=True
    )


class Values:
    """Reads on through pieces of a text. The window holds what is being read and grows to `page_bytes` characters."""

    def __init__(self, pieces: Iterator[str], caps: Caps) -> None:
        self._pieces = pieces
        self._caps = caps
        self._window = ""
        self._at = 0
        self._line = 1
        self._ended = False
        self._grow()

    def next_char(self) -> str:
        """The first character of what comes next, behind blanks and commas; "" at the end."""
        self._at = self._behind_blanks(self._at)
        while self._at == len(self._window) and not self._ended:
            self._grow()
            self._at = self._behind_blanks(self._at)
        return self._window[self._at : self._at + 1]

    def pass_char(self) -> None:
        """Goes on behind the next character."""
        self._at += 1

    def take(self) -> Any:
        """The next value, or why there is none; goes on behind it."""
        value, end = self._value()
        self._at = end
        return value

    def peek(self) -> tuple[Any, str]:
        """The next value, or why there is none, and the characters that it is written in; stays before it."""
        self.next_char()
        value, end = self._value()
        return value, self._window[self._at : end]

    def is_all(self, written: str) -> bool:
        """Whether nothing follows the value that was peeked at."""
        while (end := self._behind_blanks(self._at + len(written))) == len(self._window) and not self._ended:
            self._grow()
        return end == len(self._window)

    def has_another_line_of_an_object(self) -> bool:
        """Whether a line of the window begins like an object, behind the first."""
        return "\n{" in self._window[self._at :].replace("\r", "\n")

    def _value(self) -> tuple[Any, int]:
        """The value at the place that is reached, and its end; what breaks off in the window is read with a larger
        one."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._window, self._at)
            except RecursionError:
                return self._broken(self._at, "is nested too deep", "quarantined")
            except ValueError as error:
                if self._ended:
                    return self._broken(
                        error.pos if isinstance(error, json.JSONDecodeError) else self._at, "is not JSON"
                    )
            else:
                if end < len(self._window) or self._ended:
                    return too_many_parts(self._window[self._at : end], self._caps) or value, end
            if (too_much := self._too_much()) is not None:
                return replace(too_much, passed=False), self._at
            self._grow()

    def _too_much(self) -> Broken | None:
        """Why the value that fills the window is not read on, if so."""
        value, caps = self._window[self._at :], self._caps
        if too_many := too_many_parts(value, caps):
            return too_many
        if len(value) > caps.page_bytes:
            reason = f"a value is broken or larger than {megabytes(caps.page_bytes)} (cap page_bytes): split it"
            return Broken(reason, "too_large")
        return None

    def _broken(self, at: int, reason: str, verdict: Verdict = "failed") -> tuple[Broken, int]:
        at = max(self._at, at)
        line = self._line + self._window.count("\n", 0, at)
        return Broken(f"line {line} {reason}: what comes behind it is left out", verdict), at

    def _behind_blanks(self, position: int) -> int:
        found = _BETWEEN.match(self._window, position)
        return found.end() if found else position

    def _grow(self) -> None:
        """Lets go of what has been read, and doubles what is left."""
        self._line += self._window.count("\n", 0, self._at)
        kept = [self._window[self._at :]]
        wanted, size = 2 * len(kept[0]), len(kept[0])
        while size <= wanted and not self._ended:
            piece = next(self._pieces, "")
            self._ended = not piece
            kept.append(piece)
            size += len(piece)
        self._window, self._at = "".join(kept), 0
