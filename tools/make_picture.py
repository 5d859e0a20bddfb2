"""Make the README's picture: the table of the sample pages' events as SVG.

make_picture.py [OUT.svg] [PAGE...]       by default docs/img/demo.svg, of a few of the sample pages
"""

import io
import os
import re
import sys
from pathlib import Path

from rich.console import Console

from dateline.ingest.pages import pages
from dateline.pipeline import Coder
from dateline.publish.table import print_page

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 130
SAMPLES = ("syria-denied-raid.txt", "sudan-market-shelling.txt")
_FONTS_FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}\s*", re.S)


def main(out: str | None = None, *paths: str) -> None:
    """Code the pages and write the picture."""
    target = Path(out).resolve() if out else ROOT / "docs" / "img" / "demo.svg"
    screen = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    os.chdir(ROOT)  # so that the picture names the pages as a reader of the README would
    for coded in Coder().code_many(pages(paths or [f"examples/pages/{name}" for name in SAMPLES], None)):
        print_page(screen, coded)
    target.parent.mkdir(parents=True, exist_ok=True)
    svg = screen.export_svg(title="dateline code")
    target.write_text(_FONTS_FROM_ELSEWHERE.sub("", svg), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
