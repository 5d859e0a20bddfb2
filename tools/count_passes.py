"""How often each test decided where a place lies, and why places were left open, over what `dateline code` wrote.

    count_passes.py FILE.jsonl...

Prints a line a reason, the most frequent first, then how many of the places have a point. The reasons are the
docstrings of the tests in `dateline/resolve/place_passes.py`; names in them ("it lies in Aleppo") are made one.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_NAMED = re.compile(r"(?<= in )[A-Z].*")


def main(files: list[str]) -> None:
    """Count, and print."""
    found = [place for file in files for place in places(Path(file).read_text(encoding="utf-8").splitlines())]
    for reason, number in counts(found).most_common():
        print(f"{number:7}  {reason}")
    print(f"{sum(place['lat'] is not None for place in found):7}  of {len(found)} places have a point")


def places(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The places of all events among lines of JSON."""
    for row in map(json.loads, lines):
        yield from row.get("places", ()) if row.get("record") == "event" else ()


def counts(found: Iterable[dict[str, Any]]) -> Counter[str]:
    """How often each reason stands beside a place."""
    return Counter(_NAMED.sub("...", place["reason"] or "no reason given") for place in found)


if __name__ == "__main__":
    main(sys.argv[1:]) if sys.argv[1:] else sys.exit("name the files that dateline code wrote")
