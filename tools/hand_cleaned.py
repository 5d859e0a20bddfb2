"""Writes the texts of hand-coded reports as the hand cleaned them: what the program's own cleaning costs in events.

    python tools/hand_cleaned.py GOLD --out FOLDER

Coding GOLD and coding FOLDER, and scoring both against GOLD, shows which events stand in lines that the cleaning drops,
and which are made of lines that it should have dropped.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

# Characters after which a coding cuts off the lines that it lists as dropped.
_CUT: Final = 55
# Words: a longer line that begins as a dropped one does is a paragraph to which furniture was glued.
_LONGEST_LINE: Final = 45


def hand_cleaned(page: str, dropped: Sequence[str]) -> list[str]:
    """The lines of the page that its coding does not list as dropped."""
    whole = {_single_spaced(line) for line in dropped}
    cut = tuple(line for line in whole if len(line) >= _CUT)
    return [line for line in page.splitlines() if not _is_listed(_single_spaced(line), whole, cut)]


def _is_listed(line: str, whole: set[str], cut: tuple[str, ...]) -> bool:
    return line in whole or (line.startswith(cut) and len(line.split()) <= _LONGEST_LINE)


def _single_spaced(line: str) -> str:
    return " ".join(line.split())


def _page(text: str, report: dict[str, str | list[str] | None]) -> str:
    """The cleaned text under the title and day that the coding gives, for their lines are listed as dropped too."""
    lines = hand_cleaned(text, report.get("dropped") or [])
    day = str(report.get("published") or "")[:10]
    front = [str(report.get("title") or ""), "", f"Published {day}", ""] if day and day not in "\n".join(lines) else []
    return "\n".join([*front, *lines])


def main(
    folder: Annotated[Path, typer.Argument(help="The hand-coded reports: NAME.txt and NAME.json.")],
    out: Annotated[Path, typer.Option(help="Where the cleaned texts go.")],
) -> None:
    """Writes a cleaned text for each coded report."""
    out.mkdir(parents=True, exist_ok=True)
    for coding in sorted(folder.glob("*.json")):
        path = coding.with_suffix(".txt")
        if path.exists():
            text = path.read_text(encoding="utf-8", errors="replace")
            (out / path.name).write_text(
                _page(text, json.loads(coding.read_text(encoding="utf-8"))["report"]), encoding="utf-8"
            )


if __name__ == "__main__":
    typer.run(main)
