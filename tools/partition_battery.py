"""Whether merging by region and month gives what merging at once gives, over reports in JSON Lines.

    partition_battery.py REPORTS.jsonl [REPORTS.jsonl ...]

Codes every report (id, title, text, date), merges all at once, and in parts in another order (`merge.partition`),
and prints how many tellings stand in other company: 0 is what is promised. Ends with 1 if there are any.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from dateline.merge.cluster import clusters, links
from dateline.merge.incidents import tellings_of
from dateline.merge.partition import partitioned, parts
from dateline.model.incident import Telling
from dateline.model.text import Known, Page
from dateline.pipeline import Coder


def read(paths: Iterable[Path]) -> list[Page]:
    """The reports as pages."""
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [_page(row) for row in rows]


def _page(row: dict[str, str]) -> Page:
    known = Known(title=row.get("title"), outlet=row.get("outlet"), published=row.get("date"))
    return Page(name=row["id"], data=row["text"].encode("utf-8", errors="replace"), known=known)


def differences(tellings: Sequence[Telling]) -> int:
    """How many tellings are grouped otherwise in parts than at once."""
    at_once = {one: group for group in clusters(tellings, links(tellings)) for one in group}
    in_parts = {one: group for group in partitioned(reversed(tellings)) for one in group}
    return sum(at_once[one] != in_parts.get(one) for one in at_once)


def main() -> int:
    """Print the figures: 1 if anything differs."""
    tellings = list(tellings_of(Coder().code_many(read(map(Path, sys.argv[1:])))).values())
    found = parts(tellings)
    several = sum(len(some) for some in found.values())
    differing = differences(tellings)
    print(f"{len(tellings):,} tellings, {len(found):,} parts of {several:,} in all, differences: {differing}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
