"""Where pages come from."""

import io
import os
from pathlib import Path

import pytest

from dateline.ingest import pages as room
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Unreadable, pages
from dateline.model.text import Page


def names(found: list[Page | Unreadable]) -> list[str]:
    return [Path(page.name).name for page in found]


def test_a_file_keeps_its_bytes_and_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\x00 raw")
    assert list(pages([str(path)], None)) == [Page(name=str(path), data=b"\xff\x00 raw")]


def test_a_folder_is_walked_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(list(pages([str(tmp_path)], None))) == ["a.txt", "b.txt", "c.txt"]


def test_a_dash_reads_standard_input() -> None:
    assert list(pages(["-"], io.BytesIO(b"piped"))) == [Page(name="-", data=b"piped")]


def test_a_path_that_does_not_exist_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("x")
    found = list(pages([str(tmp_path / "missing.txt"), str(tmp_path / "good.txt")], None))
    assert isinstance(found[0], Unreadable)
    assert "No such file" in found[0].reason
    assert "\n" not in found[0].reason
    assert isinstance(found[1], Page)


def test_a_name_that_no_system_allows_is_unreadable() -> None:
    assert isinstance(next(pages(["a\0b"], None)), Unreadable)


def test_a_dash_without_standard_input_is_unreadable() -> None:
    assert isinstance(next(pages(["-"], None)), Unreadable)


def test_no_more_is_read_than_shows_that_a_page_is_too_large() -> None:
    endless = io.BytesIO(b"x" * (Caps().page_bytes + 1000))
    page = next(pages(["-"], endless))
    assert isinstance(page, Page)
    assert len(page.data) == Caps().page_bytes + 1


@pytest.mark.parametrize(("most", "read"), [(10, 11), (100, 60)])
def test_how_much_is_read_goes_by_how_a_file_begins(most: int, read: int) -> None:
    heads: list[bytes] = []

    def told(head: bytes) -> int:
        heads.append(head)
        return most

    page = next(pages(["-"], io.BytesIO(b"x" * 60), told))
    assert isinstance(page, Page)
    assert (len(page.data), heads) == (read, [b"x" * 60])


def test_the_rest_of_a_large_file_is_read_where_it_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_CAPS", Caps(page_bytes=10))
    page = next(pages(["-"], io.BytesIO(b"x" * 60), lambda head: 50 if len(head) == 10 else 0))
    assert isinstance(page, Page)
    assert len(page.data) == 51


def test_a_pipe_in_a_folder_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (found,) = pages([str(tmp_path)], None)
    assert isinstance(found, Unreadable)
    assert found.reason == "is no file"
