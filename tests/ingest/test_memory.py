"""Containers far larger than a page are read piece by piece: memory does not grow with them."""

import csv
import gzip
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from inputs_made import URL, warc

MEGABYTES = 60
ALLOWED = 45
"""Megabytes above what the program takes for a small file; of a part that is unpacked, 20 stay in memory."""

COUNT = """
import sys
from dateline.ingest.inputs import Options, inputs
from dateline.pipeline import open_all
from dateline.model.text import Page
some = open_all(inputs(sys.argv[1:], None, Options()), Options())
pages = sum(isinstance(one, Page) for one in some)
with open("/proc/self/status") as file:  # getrusage would tell of the process that began this one too
    print(pages, next(int(line.split()[1]) // 1000 for line in file if line.startswith("VmHWM:")))
"""
STORY = "".join(f"Shells number {n} fell on the harbour of Tamra on Monday, the mayor said.\n" for n in range(700))
PAGES = MEGABYTES * 1_000_000 // len(STORY)
RECORD = warc(f"<html><body><p>{STORY}</p></body></html>".encode())


def a_warc(path: Path, pages: int) -> None:
    with path.open("wb") as file:
        file.writelines([RECORD] * pages)


def a_gzipped_warc(path: Path, pages: int) -> None:
    with path.open("wb") as file:
        file.writelines([gzip.compress(RECORD, 1)] * pages)


def a_wacz(path: Path, pages: int) -> None:
    with zipfile.ZipFile(path, "w") as archive, archive.open("archive/a.warc", "w") as file:
        for _ in range(pages):
            file.write(RECORD)


def json_lines(path: Path, pages: int) -> None:
    with path.open("w") as file:
        file.writelines(json.dumps({"url": URL, "text": STORY}) + "\n" for _ in range(pages))


def a_json_list(path: Path, pages: int) -> None:
    with path.open("w") as file:
        file.write("[" + json.dumps({"url": URL, "text": STORY}))
        file.writelines(", " + json.dumps({"url": URL, "text": STORY}) for _ in range(pages - 1))
        file.write("]")


def a_table(path: Path, pages: int) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("url", "title", "text"), *((URL, "Harbour", STORY) for _ in range(pages))])


def read(path: Path) -> tuple[int, int]:
    """How many pages it holds, and the most megabytes that were taken."""
    done = subprocess.run([sys.executable, "-c", COUNT, str(path)], capture_output=True, text=True, check=True)
    pages, megabytes = map(int, done.stdout.split())
    return pages, megabytes


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The megabytes that a small file takes."""
    path = tmp_path_factory.mktemp("small") / "small"
    a_warc(path, 1)
    return read(path)[1]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other ways elsewhere")
@pytest.mark.parametrize("made", [a_warc, a_gzipped_warc, a_wacz, json_lines, a_json_list, a_table])
def test_a_large_container_takes_hardly_more_memory_than_a_small_one(
    tmp_path: Path, least: int, made: Callable[[Path, int], None]
) -> None:
    made(tmp_path / "large", PAGES)
    pages, megabytes = read(tmp_path / "large")
    assert pages == PAGES
    assert megabytes <= least + ALLOWED
