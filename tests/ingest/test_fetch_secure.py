"""Secure connections: which certificates the one outbound client trusts, and that it stays with https."""

import shutil
import socket
import ssl
import subprocess
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.ingest.addresses import Guard
from dateline.ingest.fetch import fetch
from fetch_made import CAPS, HERE, OPEN, STORY, Serve, Server, data, html, moved, reason

pytestmark = pytest.mark.usefixtures("nothing_else_is_contacted")


def test_the_name_goes_to_the_server_and_the_connection_to_the_checked_address(serve: Serve) -> None:
    heard: list[bytes] = []
    ear = socket.create_server((HERE, 0))

    def listen() -> None:
        caller, _ = ear.accept()
        with caller:
            heard.append(caller.recv(65_536))

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    said = reason(fetch(f"https://news.example:{ear.getsockname()[1]}/", CAPS, OPEN))
    listener.join(2)
    ear.close()
    assert "secure connection" in said or "cannot be reached" in said
    assert b"news.example" in heard[0], "the handshake names the host (SNI)"


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A key and a certificate for `name` that it has signed itself."""
    key, signed = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", str(key), "-out", str(signed)],
        check=True, capture_output=True, timeout=20,
    )  # fmt: skip
    return key, signed


@pytest.fixture
def secure(serve: Serve, tmp_path: Path) -> tuple[Server, Guard]:
    """A server for https://site.example, and a guard that trusts its certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificates of this test, is not installed")
    key, signed = certificate(tmp_path, "site.example")
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(signed, key)
    server = serve({"/": html(), "/down": moved("http://site.example/")}, trust)
    return server, replace(OPEN, trust=lambda: ssl.create_default_context(cafile=str(signed)))


def test_a_page_behind_a_trusted_certificate_is_read(secure: tuple[Server, Guard]) -> None:
    server, guard = secure
    found = fetch(f"https://site.example:{server.port}/", CAPS, guard)
    assert data(found) == STORY


def test_a_certificate_for_another_name_is_not_trusted(secure: tuple[Server, Guard]) -> None:
    server, guard = secure
    assert "not trusted: Hostname mismatch" in reason(fetch(f"https://other.example:{server.port}/", CAPS, guard))
    assert server.asked == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(secure: tuple[Server, Guard]) -> None:
    server, _ = secure
    assert "certificate is not trusted" in reason(fetch(f"https://site.example:{server.port}/", CAPS, OPEN))
    assert server.asked == []


def test_a_redirect_from_https_to_http_is_refused(secure: tuple[Server, Guard]) -> None:
    server, guard = secure
    assert "from https to http" in reason(fetch(f"https://site.example:{server.port}/down", CAPS, guard))
