"""The walk over every view finds nothing wrong on the example pages, and finds what is."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser

import web_walk

BAD = b"<title>Bad</title><h1>Bad</h1><img src='http://elsewhere.invalid/a.png'><script>console.error('ouch')</script>"


@pytest.fixture
def bad_site() -> Iterator[str]:
    """A server whose every page asks another host, complains, and shows a picture that says nothing."""

    class Bad(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(BAD)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Bad)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("view", web_walk.VIEWS)
def test_nothing_is_wrong_in_a_view(browser: Browser, site: str, view: str) -> None:
    found = web_walk.walked(browser, site, view)
    assert (found["wrong"], found["axe"]) == ([], [])


def test_what_is_wrong_is_found(browser: Browser, bad_site: str) -> None:
    found = web_walk.walked(browser, bad_site, "/bad")
    assert any("ouch" in line for line in found["wrong"])  # type: ignore[attr-defined]
    assert any("another host" in line for line in found["wrong"])  # type: ignore[attr-defined]
    assert any(line.startswith("image-alt") for line in found["axe"])  # type: ignore[attr-defined]
