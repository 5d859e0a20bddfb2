"""Who reads what the program says may leave at any time: a pipe's reader, or a browser."""

import socket
import subprocess
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from browser_made import CLI, started
from dateline.store.store import Store


def _ask_and_leave(at: str, path: str) -> None:
    parts = urlsplit(at)
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as asking:
        asking.sendall(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())


def _answer(at: str, path: str) -> int:
    """The status of an answer, once the server has seen that the others left."""
    status = 503
    while status == 503:
        try:
            with urlopen(at + path, timeout=10) as answer:
                status = answer.status
        except HTTPError as error:
            status = error.code
            time.sleep(0.05)
    return status


def test_browsers_that_leave_do_not_end_the_server(tmp_path: Path) -> None:
    db = tmp_path / "empty.db"
    Store.open(db).close()
    with started(db) as at:
        for _ in range(200):
            _ask_and_leave(at, "/api/about")
        assert _answer(at, "/api/about") == 200


def test_a_reader_that_has_had_enough_ends_the_program_without_a_word() -> None:
    told = subprocess.Popen((*CLI, "codebook", "--help"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert told.stdout is not None and told.stderr is not None
    told.stdout.close()
    assert told.stderr.read() == ""
    assert told.wait(timeout=60) == 1
