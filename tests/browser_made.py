"""Servers and browsers for tests of the web: `from browser_made import started, watched, no_serious_violation`."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

ROOT: Final = Path(__file__).parents[1]
AXE: Final = ROOT / "web/node_modules/axe-core/axe.min.js"
CLI: Final = (sys.executable, "-c", "from dateline.cli import main; main()")
CHROMIUMS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
NO_CHROMIUM: Final = "no browser: install Chromium (on Debian: chromium)"
FLAGS: Final = (
    "--no-sandbox",
    "--disable-background-networking",
    "--no-first-run",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
"""Chromium in a container, with a map drawn without a graphics card, and silent but for our pages."""
PATIENCE: Final = 40.0
INSIDE: Final = ("data", "blob", "about")
LOCAL: Final = ("127.0.0.1", "localhost")


def run(*arguments: str) -> str:
    """What the command line prints; raises CalledProcessError where it fails."""
    return subprocess.run((*CLI, *arguments), check=True, capture_output=True, text=True).stdout


@contextmanager
def started(db: Path | str, options: Sequence[str] = ()) -> Iterator[str]:
    """`dateline serve` on a database, on a free port, until it answers: the address that it is at."""
    port = _free_port()
    at = f"http://127.0.0.1:{port}"
    command = (*CLI, "serve", "--db", str(db), "--port", str(port), *options)
    told = {**os.environ, "PYTHONFAULTHANDLER": "1"}  # where a crash below Python happened, it says
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=told)
    try:
        _wait(server, at)
        yield at
    finally:
        died = server.poll()
        server.terminate()
        said = server.communicate(timeout=PATIENCE)[1]
        assert died is None, f"the server ended by itself ({died}): {said}"


def chromium() -> str | None:
    """Where the browser is; CHROMIUM names another one."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in CHROMIUMS if (found := shutil.which(name))), None)


def launched(playwright: Playwright, path: str) -> Browser:
    """A browser without a window."""
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))


@dataclass
class Complaints:
    """What went wrong in a page that nobody was told of; `allowed` are parts of lines that a test expects."""

    lines: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def heard(self) -> list[str]:
        """All that no test expects."""
        return [line for line in self.lines if not any(part in line for part in self.allowed)]

    def of_console(self, message: ConsoleMessage) -> None:
        """An error in the console; pictures' drivers grumble about performance, which are warnings."""
        if message.type == "error":
            self.lines.append(f"console: {message.text} ({message.location.get('url', '')})")

    def of_request(self, request: Request) -> None:
        """A request that leaves the machine."""
        asked = urlsplit(request.url)
        if asked.scheme not in INSIDE and asked.hostname not in LOCAL:
            self.lines.append(f"request to another host: {request.url}")


def watched(context: BrowserContext) -> tuple[Page, Complaints]:
    """A new page, and what will be wrong with it; the test is to fail where `Complaints.heard` has any."""
    page, complaints = context.new_page(), Complaints()
    page.on("console", complaints.of_console)
    page.on("pageerror", lambda error: complaints.lines.append(f"exception: {error}"))
    context.on("request", complaints.of_request)
    return page, complaints


def no_serious_violation(page: Page, within: str | None = None) -> None:
    """Fail where axe finds a serious or critical violation in what is shown."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("(within) => axe.run(within ?? document, {resultTypes: ['violations']})", within)
    serious = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
    assert not serious, "\n".join(_told(one) for one in serious)


def _told(violation: dict[str, object]) -> str:
    nodes = [node["html"][:200] for node in violation["nodes"]]  # type: ignore[index, attr-defined]
    return f"{violation['id']}: {violation['help']} {json.dumps(nodes[:3])}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(server: subprocess.Popen[str], at: str) -> None:
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            urlopen(f"{at}/api/about", timeout=2).close()
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    server.kill()
    raise RuntimeError(f"the server did not start: {server.communicate()[1]}")
