"""Users, sessions and tokens as they are kept, on both engines."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from dateline.model.errors import RefusedError
from dateline.store import passwords, sessions, tables, tokens, users
from dateline.store.store import Store
from dateline.store.users import ROLES, add_user, all_users, id_of, lesser, may, remove_user, set_password, set_role

PASSWORD = "the market opens at nine"
LATER = datetime.now(UTC) + timedelta(days=2)


@pytest.fixture
def open_store(store: Store):
    """A connection that writes, to a database with an admin, a reviewer and a viewer."""
    with store.connected(writes=True) as connection:
        for name, role in (("Amna", "admin"), ("Idris", "reviewer"), ("Vera", "viewer")):
            add_user(connection, name, role, PASSWORD)
        yield connection


def test_the_first_user_is_an_admin_and_others_view_unless_it_is_said(store: Store) -> None:
    with store.connected(writes=True) as connection:
        assert not users.has_users(connection)
        assert add_user(connection, "Amna", None, PASSWORD).role == "admin"
        assert add_user(connection, "Idris", None, PASSWORD).role == "viewer"
        assert users.has_users(connection)


def test_the_first_user_must_be_able_to_add_others(store: Store) -> None:
    with store.connected(writes=True) as connection, pytest.raises(RefusedError, match="must be an admin"):
        add_user(connection, "Idris", "viewer", PASSWORD)


def test_users_are_listed_by_name_with_when_they_were_added(open_store: Connection) -> None:
    found = all_users(open_store)
    assert [(one.name, one.role) for one in found] == [("Amna", "admin"), ("Idris", "reviewer"), ("Vera", "viewer")]
    assert all(abs(one.added - datetime.now(UTC)) < timedelta(minutes=1) for one in found)


@pytest.mark.parametrize("again", ["Amna", "AMNA", "  amna ", "ａｍｎａ"])
def test_names_that_look_alike_are_one(open_store: Connection, again: str) -> None:
    with pytest.raises(RefusedError, match="is a user already"):
        add_user(open_store, again, "viewer", PASSWORD)


@pytest.mark.parametrize("name", ["", "  ", "..", "a" * 65, "a\u202eb", "a\u200bb", "a\0b", "a\x1b[31mb"])
def test_names_that_cannot_be_read_are_no_names(open_store: Connection, name: str) -> None:
    with pytest.raises(RefusedError, match="is no name"):
        add_user(open_store, name, "viewer", PASSWORD)


@pytest.mark.parametrize("name", ["آمنة", "O'Neil <b>", "Дарья", "a b"])
def test_names_of_every_script_are_names(open_store: Connection, name: str) -> None:
    assert add_user(open_store, name, "viewer", PASSWORD).name == name
    assert users.user_called(open_store, name.upper()) is not None


@pytest.mark.parametrize("length", [0, 11, 257])
def test_a_password_too_short_or_too_long_is_refused(open_store: Connection, length: int) -> None:
    with pytest.raises(RefusedError, match="12 to 256"):
        set_password(open_store, "Idris", "x" * length)


def test_a_password_is_kept_as_a_hash_that_fits_it_alone(open_store: Connection) -> None:
    kept = users.kept_password(open_store, "idris")
    assert kept is not None and kept.startswith("$argon2id$") and PASSWORD not in kept
    assert passwords.fits(PASSWORD, kept)
    assert not passwords.fits(PASSWORD + " ", kept)
    assert not passwords.fits("", kept)


def test_two_users_with_one_password_have_different_hashes(open_store: Connection) -> None:
    assert users.kept_password(open_store, "Idris") != users.kept_password(open_store, "Vera")


def test_nobodys_password_is_right() -> None:
    assert not passwords.fits(PASSWORD, None)


def test_a_password_is_the_same_however_the_keyboard_writes_it() -> None:
    assert passwords.fits("cafe\u0301 au lait, please", passwords.hashed("caf\xe9 au lait, please"))
    assert passwords.fits("\ud800 half of a pair", passwords.hashed("\ud800 half of a pair"))


def test_a_removed_user_leaves_no_session_and_no_token(open_store: Connection) -> None:
    cookie, (secret, _) = sessions.begin(open_store, "Idris"), tokens.issue(open_store, "Idris")
    remove_user(open_store, "idris")
    assert sessions.holder(open_store, cookie) is None
    assert tokens.holder(open_store, secret) is None
    assert open_store.execute(select(tables.sessions)).first() is None
    assert tokens.all_tokens(open_store) == []


def test_the_last_admin_stays_while_there_are_others(open_store: Connection) -> None:
    for attempt in (remove_user, lambda c, n: set_role(c, n, "reviewer")):
        with pytest.raises(RefusedError, match="the only admin"):
            attempt(open_store, "Amna")
    set_role(open_store, "Vera", "admin")
    assert set_role(open_store, "Amna", "viewer").role == "viewer"


def test_the_very_last_user_may_go_but_not_become_less(store: Store) -> None:
    with store.connected(writes=True) as connection:
        add_user(connection, "Amna", None, PASSWORD)
        with pytest.raises(RefusedError, match="the only admin"):
            set_role(connection, "Amna", "viewer")
        remove_user(connection, "Amna")
        assert not users.has_users(connection)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda c: remove_user(c, "Nobody"),
        lambda c: set_role(c, "Nobody", "viewer"),
        lambda c: set_password(c, "Nobody", PASSWORD),
        lambda c: tokens.issue(c, "Nobody"),
    ],
)
def test_of_a_user_who_is_not_there_nothing_changes(open_store: Connection, attempt) -> None:
    with pytest.raises(RefusedError, match="no user is called so"):
        attempt(open_store)


def test_a_session_is_its_users_until_it_ends(open_store: Connection) -> None:
    cookie = sessions.begin(open_store, "IDRIS")
    found = sessions.holder(open_store, cookie)
    assert found is not None and (found.name, found.role) == ("Idris", "reviewer")
    assert sessions.holder(open_store, cookie, now=datetime.now(UTC) + sessions.LENGTH) is None
    sessions.end(open_store, cookie)
    assert sessions.holder(open_store, cookie) is None


def test_a_role_counts_at_once_in_sessions_that_are_open(open_store: Connection) -> None:
    cookie = sessions.begin(open_store, "Idris")
    set_role(open_store, "Idris", "viewer")
    found = sessions.holder(open_store, cookie)
    assert found is not None and found.role == "viewer"


def test_a_new_password_ends_all_sessions_of_its_user_alone(open_store: Connection) -> None:
    his, hers = sessions.begin(open_store, "Idris"), sessions.begin(open_store, "Vera")
    set_password(open_store, "Idris", "another one, as long")
    assert sessions.holder(open_store, his) is None
    assert sessions.holder(open_store, hers) is not None


def test_sessions_that_have_ended_are_swept_away_when_one_begins(open_store: Connection) -> None:
    sessions.begin(open_store, "Idris")
    sessions.begin(open_store, "Vera", now=LATER)
    assert len(open_store.execute(select(tables.sessions)).all()) == 1


def test_what_stands_in_the_database_opens_no_session_and_is_no_token(open_store: Connection) -> None:
    cookie, (secret, _) = sessions.begin(open_store, "Idris"), tokens.issue(open_store, "Idris")
    kept = [str(cell) for name in ("sessions", "tokens") for row in _rows(open_store, name) for cell in row]
    assert all(cookie.split(".")[0] not in cell and secret not in cell for cell in kept)
    assert [sessions.holder(open_store, cell) or tokens.holder(open_store, cell) for cell in kept] == [None] * len(kept)


def test_a_cookie_with_another_seal_is_none_of_ours(open_store: Connection) -> None:
    cookie = sessions.begin(open_store, "Idris")
    random, _, seal = cookie.rpartition(".")
    for forged in (random, f"{random}.", f"{random}.{seal[:-2]}", f"x{cookie}", f".{seal}", "", "."):
        assert sessions.holder(open_store, forged) is None, forged


@pytest.fixture(scope="module")
def signed_in() -> Iterator[Store]:
    """A database whose one user has a session and a token."""
    with Store.open(":memory:") as store:
        with store.connected(writes=True) as connection:
            add_user(connection, "Amna", "admin", PASSWORD)
            sessions.begin(connection, "Amna")
            tokens.issue(connection, "Amna")
        yield store


@settings(deadline=None)
@given(text=st.text(max_size=80))
def test_no_text_opens_a_session_or_speaks_for_anybody(signed_in: Store, text: str) -> None:
    with signed_in.connected() as connection:
        assert sessions.holder(connection, text) is None
        assert tokens.holder(connection, text) is None
        assert tokens.holder(connection, tokens.MARK + text) is None


def test_the_cookie_of_one_database_is_nothing_in_another(open_store: Connection) -> None:
    with Store.open(":memory:") as other, other.connected(writes=True) as connection:
        add_user(connection, "Idris", "admin", PASSWORD)
        sessions.begin(connection, "Idris")
        assert sessions.holder(connection, sessions.begin(open_store, "Idris")) is None


def test_a_token_speaks_with_the_lesser_of_both_roles(open_store: Connection) -> None:
    high, _ = tokens.issue(open_store, "Idris", role="admin")
    low, _ = tokens.issue(open_store, "Idris", role="viewer")
    assert [tokens.holder(open_store, one).role for one in (high, low)] == ["reviewer", "viewer"]
    set_role(open_store, "Idris", "admin")
    assert [tokens.holder(open_store, one).role for one in (high, low)] == ["admin", "viewer"]


def test_a_token_counts_until_its_day_or_until_removed(open_store: Connection) -> None:
    brief, _ = tokens.issue(open_store, "Idris", days=1)
    lasting, listed = tokens.issue(open_store, "Idris")
    assert tokens.holder(open_store, brief) is not None
    assert tokens.holder(open_store, brief, now=LATER) is None
    assert tokens.holder(open_store, lasting, now=LATER) is not None
    tokens.remove_token(open_store, listed.id)
    assert tokens.holder(open_store, lasting) is None


def test_tokens_are_listed_for_one_or_for_all(open_store: Connection) -> None:
    tokens.issue(open_store, "Idris", note="the map", days=3)
    tokens.issue(open_store, "Vera", note="the sheet")
    assert [(one.user, one.note, one.ends is None) for one in tokens.all_tokens(open_store)] == [
        ("Idris", "the map", False), ("Vera", "the sheet", True),
    ]  # fmt: skip
    assert [one.note for one in tokens.all_tokens(open_store, "VERA")] == ["the sheet"]


def test_a_token_is_removed_by_its_own_user_or_by_whoever_may_remove_any(open_store: Connection) -> None:
    _, his = tokens.issue(open_store, "Idris")
    with pytest.raises(RefusedError, match="no token has this id"):
        tokens.remove_token(open_store, his.id, of="Vera")
    tokens.remove_token(open_store, his.id.upper(), of="idris")
    with pytest.raises(RefusedError, match="no token has this id"):
        tokens.remove_token(open_store, his.id)


def test_each_role_may_what_the_lesser_may() -> None:
    assert [[may(role, needed) for needed in ROLES] for role in ROLES] == [
        [True, False, False], [True, True, False], [True, True, True],
    ]  # fmt: skip


@given(st.sampled_from(ROLES), st.sampled_from(ROLES), st.sampled_from(ROLES))
def test_the_lesser_role_may_what_both_may(one, other, needed) -> None:
    assert may(lesser(one, other), needed) == (may(one, needed) and may(other, needed))


@given(st.text(max_size=40))
def test_a_name_finds_its_user_however_often_it_is_folded(name: str) -> None:
    assert id_of(id_of(name)) == id_of(name) or not name.isprintable()


def test_users_are_no_part_of_what_is_known(open_store: Connection, store: Store) -> None:
    with Store.open(":memory:") as empty:
        assert empty.logical_hash() == store.logical_hash()


def _rows(connection: Connection, name: str):
    return connection.execute(select(tables.metadata.tables[name])).all()
