"""Cells of CSV files that spreadsheets take for what they are: text from a page must never run as a formula.

Spreadsheets take a cell for a formula that begins with one of = + - @, also in their wide forms, and also where an
invisible sign stands before it; and where one splits lines at semicolons or tabs, what follows these begins a cell too.
An apostrophe before it makes it text (OWASP, CSV Injection). Numbers are no text and stay numbers. A cell is one line:
readers differ in which signs end a row.
"""

import re
from typing import Final

_LINES: Final = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSEEN: Final = r"[\s\x00-\x20\xa0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_FORMULA: Final = re.compile(rf"(?:^|(?<=[;\t]))(?=\t|{_UNSEEN}[=+\-@＝＋－＠])")


def guarded(cell: str | float | None) -> str | float | None:
    """A cell on one line, with an apostrophe before each place where a formula or a tab would begin a cell."""
    return _FORMULA.sub("'", _LINES.sub(" ", cell)) if isinstance(cell, str) else cell
