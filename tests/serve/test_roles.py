"""What each role may do, and what an admin does with users."""

from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from dateline.store.store import Store
from dateline.store.users import set_role
from served import NEW_PASSWORD, PASSWORD, sign_in


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
    assert team.put("/api/users/nour", json={"role": "viewer", "password": NEW_PASSWORD}).json()["role"] == "viewer"
    assert [one["name"] for one in team.get("/api/users").json()["items"]] == ["Amna", "Idris", "Nour", "Vera"]
    assert team.delete("/api/users/Nour").status_code == 204
    assert team.delete("/api/users/Nour").status_code == 409


def test_an_admin_does_not_lock_themselves_or_everybody_out(team: TestClient) -> None:
    sign_in(team, "Amna")
    assert "nobody removes themselves" in team.delete("/api/users/AMNA").json()["detail"]
    assert "the only admin" in team.put("/api/users/Amna", json={"role": "viewer"}).json()["detail"]
