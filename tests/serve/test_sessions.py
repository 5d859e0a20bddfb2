"""Signing in and out, alone and as a team."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pwdlib import PasswordHash

from dateline.store.store import Store
from dateline.store.users import remove_user
from served import HOST, NEW_PASSWORD, PASSWORD, add_users, leave, served, sign_in


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
        assert client.put("/api/session/password", json={"old": PASSWORD, "new": NEW_PASSWORD}).status_code == 403


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
    wrong = team.put("/api/session/password", json={"old": "not my password", "new": NEW_PASSWORD})
    short = team.put("/api/session/password", json={"old": PASSWORD, "new": "short"})
    assert (wrong.status_code, short.status_code) == (403, 409)
    assert team.put("/api/session/password", json={"old": PASSWORD, "new": NEW_PASSWORD}).status_code == 204
    assert team.get("/api/session").json()["name"] == "Idris"
    leave(team)
    assert team.get("/api/session", headers=elsewhere).status_code == 401
    assert (sign_in(team, "Idris"), sign_in(team, "Idris", NEW_PASSWORD)) == (401, 200)


def test_no_answer_shows_a_hash(team: TestClient) -> None:
    sign_in(team, "Amna")
    team.post("/api/tokens", json={})
    assert all("argon2" not in team.get(path).text and "hash" not in team.get(path).text for path in
               ("/api/users", "/api/tokens", "/api/session"))  # fmt: skip
