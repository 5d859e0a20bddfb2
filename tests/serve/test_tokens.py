"""What programs may do with tokens."""

from fastapi.testclient import TestClient

from served import NEW_PASSWORD, PASSWORD, leave, sign_in


def bearer(client: TestClient, **asked: object) -> dict[str, str]:
    """The header of a new token of whoever has signed in."""
    return {"Authorization": f"Bearer {client.post('/api/tokens', json=asked).json()['secret']}"}


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
        team.put("/api/session/password", json={"old": PASSWORD, "new": NEW_PASSWORD}, headers=token),
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
