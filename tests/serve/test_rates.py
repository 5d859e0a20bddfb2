"""How often one may sign in, ask and change things."""

from pathlib import Path

import pytest

from dateline.serve.rates import Limiter, Rates, network_of
from served import PASSWORD, add_users, served, sign_in


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
