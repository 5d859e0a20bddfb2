"""What is refused before any endpoint is called, and what every answer carries."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from dateline.serve import headers, security, web
from dateline.serve.settings import Settings, is_loopback
from served import HOST, PASSWORD, add_users, served, sign_in

A_CHANGE = {"name": "Amna", "password": PASSWORD}


@pytest.fixture
def client(db: Path) -> Iterator[TestClient]:
    """A server for the one person at the machine."""
    with served(db) as opened:
        yield opened


# ---- hosts --------------------------------------------------------------------------------------
@pytest.mark.parametrize("host", ["127.0.0.1:8700", "localhost", "LOCALHOST:8700", "[::1]:8700", "127.0.0.1:9"])
def test_this_machines_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/about", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8700", "192.0.2.7", "localhost.", "", "[", "a@localhost.evil", "0"]
)
def test_a_name_that_was_pointed_here_is_not_answered(client: TestClient, host: str) -> None:
    for path in ("/api/about", "/", "/openapi.json"):
        answer = client.get(path, headers={"Host": host})
        assert (answer.status_code, "--name" in answer.json()["detail"]) == (400, True)


def test_a_server_for_others_answers_to_its_names_and_to_addresses_but_to_no_other_name(db: Path) -> None:
    add_users(db, Amna="admin")
    with served(db, host="0.0.0.0", names=("Dateline.example",)) as client:
        statuses = {
            host: client.get("/api/about", headers={"Host": host}).status_code
            for host in ("dateline.example", "192.0.2.7:8700", "[2001:db8::1]", "localhost", "evil.example")
        }
    assert [*statuses.values()] == [401, 401, 401, 401, 400]


@pytest.mark.parametrize(
    ("host", "names", "local"),
    [
        ("127.0.0.1", (), True), ("127.8.8.8", (), True), ("::1", (), True), ("localhost", (), True),
        ("0.0.0.0", (), False), ("::", (), False), ("192.0.2.7", (), False), ("dateline.example", (), False),
        ("127.0.0.1", ("dateline.example",), False),
    ],
)  # fmt: skip
def test_only_what_nobody_else_reaches_is_local(host: str, names: tuple[str, ...], local: bool) -> None:
    assert Settings(db="d.db", host=host, names=names).local == local
    assert is_loopback(host) == (local or bool(names))


# ---- changes ------------------------------------------------------------------------------------
@pytest.mark.parametrize("sent", [{"X-Dateline": ""}, {"X-Dateline": "0"}])
def test_a_change_without_the_header_of_purpose_is_refused(client: TestClient, sent: dict[str, str]) -> None:
    answer = client.post("/api/users", json=A_CHANGE, headers=sent)
    assert (answer.status_code, "X-Dateline: 1" in answer.json()["detail"]) == (403, True)
    assert client.get("/api/users").json() == {"items": []}


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1:8701", "http://127.0.0.1", "http://localhost:8700", "",
     "file://127.0.0.1:8700", "http://127.0.0.1:8700.evil.example", "http://evil.example@127.0.0.1:8700"],
)  # fmt: skip
def test_a_change_from_a_page_that_is_not_ours_is_refused(client: TestClient, origin: str) -> None:
    assert client.post("/api/users", json=A_CHANGE, headers={"Origin": origin}).status_code == 403
    assert client.get("/api/users").json() == {"items": []}


def test_a_change_from_our_own_page_is_made(client: TestClient) -> None:
    assert client.post("/api/users", json=A_CHANGE, headers={"Origin": HOST}).status_code == 201


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_every_method_that_is_not_known_to_be_safe_is_taken_for_a_change(client: TestClient, method: str) -> None:
    assert client.request(method, "/api/session", headers={"X-Dateline": ""}).status_code == 403


def test_a_token_needs_no_header_of_purpose_and_a_cookie_beside_it_does_not_count(db: Path) -> None:
    add_users(db, Amna="admin", Idris="reviewer")
    with served(db) as client:
        sign_in(client, "Amna")
        forged = {"Authorization": "Bearer made up", "X-Dateline": "", "Origin": "https://evil.example"}
        assert client.post("/api/tokens", json={}, headers=forged).status_code == 401
        other = {"Authorization": "Basic eDp5", "X-Dateline": ""}
        assert client.post("/api/tokens", json={}, headers=other).status_code == 403


@pytest.mark.parametrize(
    ("site", "mode", "path", "refused"),
    [
        ("cross-site", "cors", "/api/about", True),
        ("same-site", "no-cors", "/api/about", True),
        ("cross-site", "navigate", "/api/about", False),
        ("same-origin", "cors", "/api/about", False),
        ("none", "navigate", "/api/about", False),
        ("cross-site", "navigate", "/about", False),
    ],
)
def test_scripts_of_other_sites_ask_nothing_and_links_may_be_followed(
    client: TestClient, site: str, mode: str, path: str, refused: bool
) -> None:
    answer = client.get(path, headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode})
    assert (answer.status_code == 403) == refused


# ---- how much -----------------------------------------------------------------------------------
def test_a_request_that_says_it_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/api/users", content=b"x" * (security.LONGEST_BODY + 1))
    assert (answer.status_code, "1,000,000 bytes" in answer.json()["detail"]) == (413, True)


def test_a_request_that_does_not_say_how_long_it_is_is_cut_off(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(security.LONGEST_BODY // 1000 + 2):
            yield b"x" * 1000

    assert client.post("/api/users", content=endless()).status_code == 413


def test_a_request_in_pieces_is_read_whole(client: TestClient) -> None:
    pieces = iter([b'{"name": "Amna", ', f'"password": "{PASSWORD}"'.encode(), b"}"])
    answer = client.post("/api/users", content=pieces, headers={"Content-Type": "application/json"})
    assert answer.status_code == 201


@pytest.mark.parametrize("length", ["-1", "many", "٣"])
def test_a_length_that_is_no_number_is_refused(client: TestClient, length: str) -> None:
    answer = client.request("DELETE", "/api/session", headers={b"Content-Length": length.encode()})
    assert answer.status_code == 413


# ---- what answers carry -------------------------------------------------------------------------
def test_every_answer_carries_the_headers_that_keep_it_harmless(client: TestClient) -> None:
    answers = {
        "page": client.get("/about"),
        "data": client.get("/api/about"),
        "nothing there": client.get("/api/nothing"),
        "wrong": client.post("/api/users", json={}),
        "refused": client.get("/api/about", headers={"Host": "evil.example"}),
    }
    for what, answer in answers.items():
        wanted = headers.PAGES if what == "page" else headers.ANSWERS
        assert {name: answer.headers.get(name) for name in wanted} == wanted, what


def test_an_answer_to_what_fails_is_one_line_with_the_same_headers(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    router = APIRouter()

    @router.get("/broken")
    def broken() -> None:
        raise ZeroDivisionError("a secret of the inside")

    monkeypatch.setattr("dateline.serve.app.ROUTERS", (router,))
    with served(db) as client:
        answer = client.get("/api/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert {name: answer.headers.get(name) for name in headers.ANSWERS} == headers.ANSWERS


def test_a_page_may_run_only_our_scripts_and_send_nothing_elsewhere() -> None:
    policy = dict(one.partition(" ")[::2] for one in headers.PAGES["Content-Security-Policy"].split("; "))
    assert (
        policy["default-src"] == "'none'" and policy["base-uri"] == "'none'" and policy["frame-ancestors"] == "'none'"
    )
    assert policy["script-src"] == "'self'"
    assert not [one for one in policy.values() if "unsafe" in one or "*" in one or "http" in one]


def test_no_other_site_is_let_in_by_the_headers_of_an_answer(client: TestClient) -> None:
    answer = client.get("/api/about", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    preflight = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    assert client.options("/api/users", headers=preflight).status_code == 405


@pytest.mark.skipif(not web.PAGE.exists(), reason="the web is not built here: run `make web` to test its page")
def test_the_built_page_has_no_script_or_style_of_its_own() -> None:
    page = web.PAGE.read_text(encoding="utf-8")
    assert "<style" not in page and "style=" not in page
    assert all("src=" in tag for tag in page.split("<script")[1:])
