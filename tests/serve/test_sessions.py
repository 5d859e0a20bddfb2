"""Signing in and out, what each role may do, and what programs may do with tokens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from pwdlib import PasswordHash

from dateline.serve.rates import Limiter, Rates, network_of
from dateline.store.store import Store
from dateline.store.users import remove_user, set_role
from served import HOST, PASSWORD, add_users, served, sign_in

NEW = "another one, just as long"


@pytest.fixture
def db(kept_file: Path, tmp_path: Path) -> Path:
    """An empty database."""
    path = tmp_path / "d.db"
    path.write_bytes(kept_file.read_bytes())
    return path


@pytest.fixture
def team(db: Path) -> Iterator[TestClient]:
    """A server whose database has an admin, a reviewer and a viewer; nobody has signed in."""
    add_users(db, Amna="admin", Idris="reviewer", Vera="viewer")
    with served(db) as client:
        yield client


def bearer(client: TestClient, **asked: object) -> dict[str, str]:
    """The header of a new token of whoever has signed in."""
    return {"Authorization": f"Bearer {client.post('/api/tokens', json=asked).json()['secret']}"}


def leave(client: TestClient) -> None:
    """Forgets the cookie without a word to the server."""
    client.cookies.clear()


# ---- one person ---------------------------------------------------------------------------------
def test_without_users_the_one_person_at_the_machine_may_do_everything(db: Path) -> None:
    with served(db, person="Amna Osman") as client:
        assert client.get("/api/session").json() == {"name": "Amna Osman", "role": "admin", "by": "here"}
        assert client.get("/api/users").json() == {"items": []}


def test_where_others_could_reach_it_nobody_is_let_in_without_users(db: Path) -> None:
    for known in ({"host": "0.0.0.0"}, {"host": "192.0.2.7"}, {"names": ("dateline.example",)}):
        with served(db, "http://192.0.2.7:8700" if "host" in known else HOST, **known) as client:
            assert client.get("/api/session").status_code == 401
            assert client.get("/api/about").status_code == 401


def test_nobody_signs_in_where_there_are_no_users(db: Path) -> None:
    with served(db) as client:
        answer = client.post("/api/session", json={"name": "Amna", "password": PASSWORD})
        assert (answer.status_code, "dateline user add" in answer.json()["detail"]) == (409, True)


def test_with_the_first_user_everybody_has_to_sign_in_at_once(db: Path) -> None:
    with served(db) as client:
        assert client.post("/api/users", json={"name": "Amna", "password": PASSWORD}).json()["role"] == "admin"
        assert client.get("/api/session").status_code == 401
        assert sign_in(client, "amna") == 200


def test_one_person_has_no_tokens_and_no_password(db: Path) -> None:
    with served(db) as client:
        assert client.post("/api/tokens", json={}).status_code == 409
        assert client.put("/api/session/password", json={"old": PASSWORD, "new": NEW}).status_code == 403


# ---- signing in ---------------------------------------------------------------------------------
def test_whoever_signs_in_is_known_by_a_cookie_that_no_script_and_no_other_site_can_use(team: TestClient) -> None:
    answer = team.post("/api/session", json={"name": "idris", "password": PASSWORD})
    assert answer.json() == {"name": "Idris", "role": "reviewer", "by": "session"}
    set_to = answer.headers["set-cookie"].lower()
    assert set_to.startswith("dateline-8700=")
    assert {"httponly", "samesite=strict", "path=/", "max-age=43200"} <= set(set_to.split("; "))
    assert "secure" not in set_to
    assert team.get("/api/session").json()["name"] == "Idris"


def test_under_https_the_cookie_goes_by_nothing_else(db: Path) -> None:
    add_users(db, Amna="admin")
    with served(db, "https://127.0.0.1") as client:
        answer = client.post("/api/session", json={"name": "Amna", "password": PASSWORD})
        assert "; Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Amna", "wrong, and long enough"),
        ("Nobody", PASSWORD),
        ("Amna", ""),
        ("", ""),
        ("Amna", "x" * 900),
        ("a\0", "x"),
    ],
)
def test_which_of_name_and_password_is_wrong_is_not_told(team: TestClient, name: str, password: str) -> None:
    answer = team.post("/api/session", json={"name": name, "password": password})
    assert (answer.status_code, answer.json()) == (401, {"detail": "name or password is wrong"})
    assert "set-cookie" not in answer.headers


def test_a_name_that_is_not_there_takes_as_much_work_as_one_that_is(
    team: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify, checked = PasswordHash.verify, list[tuple[str | bytes, str]]()

    def remembered(hasher: PasswordHash, password: str | bytes, kept: str) -> bool:
        checked.append((password, kept.rsplit("$", 2)[0]))  # the way of hashing and its settings, without salt and hash
        return verify(hasher, password, kept)

    monkeypatch.setattr(PasswordHash, "verify", remembered)
    for name in ("Amna", "Nobody"):
        sign_in(team, name, "wrong, and long enough")
    known, unknown = checked
    assert unknown == known == (b"wrong, and long enough", known[1])
    assert known[1].startswith("$argon2id$")


def test_each_sign_in_gets_a_session_of_its_own_and_ends_the_one_before(team: TestClient) -> None:
    sign_in(team, "Idris")
    first = team.cookies["dateline-8700"]
    sign_in(team, "Idris")
    assert team.cookies["dateline-8700"] != first
    team.cookies.set("dateline-8700", first, domain="127.0.0.1")
    leave(team)
    assert team.get("/api/session", headers={"Cookie": f"dateline-8700={first}"}).status_code == 401


def test_a_session_that_was_signed_out_counts_nowhere_any_more(team: TestClient) -> None:
    sign_in(team, "Idris")
    copied = {"Cookie": f"dateline-8700={team.cookies['dateline-8700']}"}
    assert team.delete("/api/session").status_code == 204
    assert "dateline-8700" not in team.cookies
    assert team.get("/api/session", headers=copied).status_code == 401
    assert team.delete("/api/session").status_code == 204


def test_a_made_up_cookie_opens_nothing(team: TestClient) -> None:
    for cookie in ("x", "x.y", "é", "." * 2000):
        header = f"dateline-8700={cookie}".encode("latin-1")
        assert team.get("/api/session", headers={b"Cookie": header}).status_code == 401


def test_the_users_removed_are_out_with_their_next_request(team: TestClient, db: Path) -> None:
    sign_in(team, "Vera")
    with Store.open(db) as store, store.connected(writes=True) as connection:
        remove_user(connection, "Vera")
    assert team.get("/api/session").status_code == 401


def test_one_changes_ones_own_password_and_all_other_sessions_end(team: TestClient) -> None:
    sign_in(team, "Idris")
    elsewhere = {"Cookie": f"dateline-8700={team.cookies['dateline-8700']}"}
    wrong = team.put("/api/session/password", json={"old": "not my password", "new": NEW})
    short = team.put("/api/session/password", json={"old": PASSWORD, "new": "short"})
    assert (wrong.status_code, short.status_code) == (403, 409)
    assert team.put("/api/session/password", json={"old": PASSWORD, "new": NEW}).status_code == 204
    assert team.get("/api/session").json()["name"] == "Idris"
    leave(team)
    assert team.get("/api/session", headers=elsewhere).status_code == 401
    assert (sign_in(team, "Idris"), sign_in(team, "Idris", NEW)) == (401, 200)


# ---- roles --------------------------------------------------------------------------------------
def test_every_address_of_the_api_but_signing_in_asks_who_it_is(team: TestClient) -> None:
    routes = [one for one in _routes(team) if one.path.startswith("/api")]
    asked = {(method, route.path) for route in routes for method in route.methods}
    open_to_all = {("POST", "/api/session"), ("DELETE", "/api/session")}
    answers = {one: team.request(one[0], one[1].replace("{", "").replace("}", "")).status_code for one in asked}
    assert len(asked) >= 10
    assert {one: status for one, status in answers.items() if one not in open_to_all and status != 401} == {}


@pytest.mark.parametrize("path", ["/api/incidents", "/api/ledgers/timeline"])
def test_who_has_not_signed_in_learns_nothing_not_even_that_nothing_changed(team: TestClient, path: str) -> None:
    sign_in(team, "Vera")
    known = {"If-None-Match": team.get(path).headers["ETag"]}
    assert team.get(path, headers=known).status_code == 304
    team.cookies.clear()
    answers = [team.get(f"{path}{asked}", headers=known) for asked in ("", "?colour=red", "?limit=0")]
    assert [(one.status_code, "ETag" in one.headers) for one in answers] == [(401, False)] * 3


def _routes(client: TestClient) -> list[APIRoute]:
    from dateline.serve.app import ROUTERS
    from dateline.serve.session import router

    prefixed = [(one, f"/api{one.path}") for part in (*ROUTERS, router) for one in part.routes]
    return [APIRoute(path, one.endpoint, methods=one.methods, response_model=None) for one, path in prefixed]


@pytest.mark.parametrize(("name", "status"), [("Vera", 403), ("Idris", 403), ("Amna", 200)])
def test_users_are_an_admins_business(team: TestClient, name: str, status: int) -> None:
    sign_in(team, name)
    assert team.get("/api/users").status_code == status


def test_who_may_not_is_told_whom_to_ask(team: TestClient) -> None:
    sign_in(team, "Idris")
    assert team.get("/api/users").json() == {
        "detail": "this takes the role admin, and Idris is a reviewer: ask an admin"
    }


def test_a_role_counts_from_the_next_request_on(team: TestClient, db: Path) -> None:
    sign_in(team, "Vera")
    with Store.open(db) as store, store.connected(writes=True) as connection:
        set_role(connection, "Vera", "admin")
    assert team.get("/api/users").status_code == 200


def test_an_admin_adds_changes_and_removes_users(team: TestClient) -> None:
    sign_in(team, "Amna")
    new = {"name": "Nour", "password": PASSWORD, "role": "reviewer"}
    assert team.post("/api/users", json=new).status_code == 201
    assert "is a user already" in team.post("/api/users", json=new).json()["detail"]
    assert team.put("/api/users/nour", json={"role": "viewer", "password": NEW}).json()["role"] == "viewer"
    assert [one["name"] for one in team.get("/api/users").json()["items"]] == ["Amna", "Idris", "Nour", "Vera"]
    assert team.delete("/api/users/Nour").status_code == 204
    assert team.delete("/api/users/Nour").status_code == 409


def test_an_admin_does_not_lock_themselves_or_everybody_out(team: TestClient) -> None:
    sign_in(team, "Amna")
    assert "nobody removes themselves" in team.delete("/api/users/AMNA").json()["detail"]
    assert "the only admin" in team.put("/api/users/Amna", json={"role": "viewer"}).json()["detail"]


def test_no_answer_shows_a_hash(team: TestClient) -> None:
    sign_in(team, "Amna")
    team.post("/api/tokens", json={})
    assert all("argon2" not in team.get(path).text and "hash" not in team.get(path).text for path in
               ("/api/users", "/api/tokens", "/api/session"))  # fmt: skip


# ---- tokens -------------------------------------------------------------------------------------
def test_a_program_with_a_token_speaks_for_its_user_without_cookie_or_header(team: TestClient) -> None:
    sign_in(team, "Idris")
    token = bearer(team, note="the map")
    leave(team)
    team.headers.clear()
    assert team.get("/api/session", headers=token).json() == {"name": "Idris", "role": "reviewer", "by": "token"}
    assert [one["note"] for one in team.get("/api/tokens", headers=token).json()["items"]] == ["the map"]


def test_a_token_that_does_not_count_is_not_helped_by_a_cookie(team: TestClient) -> None:
    sign_in(team, "Idris")
    for token in ("dateline_made_up", "", "é", "x" * 3000):
        header = f"Bearer {token}".encode("latin-1")
        assert team.get("/api/session", headers={b"Authorization": header}).status_code == 401


def test_other_credentials_than_a_token_do_not_stand_in_the_way_of_a_session(team: TestClient) -> None:
    sign_in(team, "Idris")
    assert team.get("/api/session", headers={"Authorization": "Basic eDp5"}).json()["name"] == "Idris"


def test_a_token_sees_to_no_users_and_no_tokens(team: TestClient) -> None:
    sign_in(team, "Amna")
    token = bearer(team)
    leave(team)
    attempts = [
        team.post("/api/users", json={"name": "Eve", "password": PASSWORD}, headers=token),
        team.put("/api/users/Vera", json={"role": "admin"}, headers=token),
        team.delete("/api/users/Vera", headers=token),
        team.post("/api/tokens", json={}, headers=token),
        team.delete("/api/tokens/00000000", headers=token),
        team.put("/api/session/password", json={"old": PASSWORD, "new": NEW}, headers=token),
    ]
    assert [one.status_code for one in attempts] == [403] * len(attempts)


def test_a_token_for_less_may_less(team: TestClient) -> None:
    sign_in(team, "Amna")
    token = bearer(team, role="viewer")
    assert team.get("/api/users", headers=token).status_code == 403


def test_one_removes_ones_own_tokens_and_an_admin_any(team: TestClient) -> None:
    sign_in(team, "Idris")
    ids = [team.post("/api/tokens", json={}).json()["token"]["id"] for _ in range(2)]
    sign_in(team, "Vera")
    assert team.delete(f"/api/tokens/{ids[0]}").status_code == 409
    assert team.get("/api/tokens").json() == {"items": []}
    sign_in(team, "Idris")
    assert team.delete(f"/api/tokens/{ids[0]}").status_code == 204
    sign_in(team, "Amna")
    assert [one["id"] for one in team.get("/api/tokens").json()["items"]] == ids[1:]
    assert team.delete(f"/api/tokens/{ids[1]}").status_code == 204


# ---- how often ----------------------------------------------------------------------------------
def test_guessing_under_one_name_is_slowed_down_whether_it_is_there_or_not(db: Path) -> None:
    add_users(db, Amna="admin")
    with served(db, rates=Rates(sign_in_of="3/day")) as client:
        for name in ("Amna", "Nobody"):
            assert [sign_in(client, name, "a guess, long enough") for _ in range(4)] == [401, 401, 401, 429]
        late = client.post("/api/session", json={"name": " AMNA", "password": PASSWORD})
        assert (late.status_code, 1 <= int(late.headers["retry-after"]) <= 86_400) == (429, True)
        assert "wait" in late.json()["detail"]


def test_guessing_from_one_address_is_slowed_down_under_whatever_names(db: Path) -> None:
    add_users(db, Amna="admin")
    with served(db, rates=Rates(sign_in_from="3/day")) as client:
        assert [sign_in(client, f"name {n}", "a guess") for n in range(4)] == [401, 401, 401, 429]


def test_who_has_signed_in_is_slowed_down_and_others_are_not(db: Path) -> None:
    add_users(db, Amna="admin", Idris="viewer")
    with served(db, rates=Rates(reads="3/day", changes="1/day")) as client:
        sign_in(client, "Amna")
        assert [client.get("/api/about").status_code for _ in range(4)] == [200, 200, 200, 429]
        assert [client.post("/api/tokens", json={}).status_code for _ in range(2)] == [201, 429]
        sign_in(client, "Idris")
        assert client.get("/api/about").status_code == 200


def test_costly_questions_are_counted_by_themselves(db: Path) -> None:
    add_users(db, Amna="admin")
    with served(db, rates=Rates(costly="1/day")) as client:
        sign_in(client, "Amna")
        assert [client.get("/api/about").status_code for _ in range(3)] == [200, 200, 200]
        limiter: Limiter = client.app.state.limiter
        limiter.take("costly", "Amna")
        with pytest.raises(Exception, match="too many requests"):
            limiter.take("costly", "Amna")


def test_the_one_person_at_the_machine_is_not_counted(db: Path) -> None:
    with served(db, rates=Rates(reads="1/day")) as client:
        assert [client.get("/api/about").status_code for _ in range(3)] == [200, 200, 200]


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        ("a:b", "a:b"),
    ],
)
def test_addresses_of_one_customer_are_counted_as_one(address: str, counted: str) -> None:
    assert network_of(address) == counted
