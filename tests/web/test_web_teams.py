"""Signing in, the account and the users, in the browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_made import Complaints, no_serious_violation
from served import PASSWORD, add_users

UNKNOWN = "401 (Unauthorized)"
"""What Chromium itself writes to the console for whoever has not signed in."""


@pytest.fixture
def team_site(own_site: str, own_db: Path) -> Iterator[str]:
    """A server with an admin and a viewer."""
    add_users(own_db, Amna="admin", Vera="viewer")
    yield own_site


@pytest.fixture
def visitor(watched_page: tuple[Page, Complaints]) -> Page:
    """A page of somebody who has not signed in."""
    page, complaints = watched_page
    complaints.allowed.append(UNKNOWN)
    return page


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_whoever_is_not_known_signs_in_and_comes_back_to_where_they_were(visitor: Page, team_site: str) -> None:
    visitor.goto(f"{team_site}/about?x=1")
    expect(visitor).to_have_url(f"{team_site}/sign-in?back=%2Fabout%3Fx%3D1")
    expect(visitor).to_have_title("Sign in · Dateline")
    no_serious_violation(visitor)
    sign_in(visitor, "vera")
    expect(visitor).to_have_url(f"{team_site}/about?x=1")
    expect(visitor.get_by_role("link", name="Vera")).to_be_visible()


def test_a_wrong_password_is_said_to_be_wrong_and_can_be_written_again(
    watched_page: tuple[Page, Complaints], team_site: str
) -> None:
    page, complaints = watched_page
    complaints.allowed.append(UNKNOWN)
    page.goto(f"{team_site}/sign-in")
    sign_in(page, "Vera", "not her password")
    expect(page.get_by_text("name or password is wrong")).to_be_visible()
    sign_in(page, "Vera")
    expect(page.get_by_role("link", name="Vera")).to_be_visible()


def test_a_link_to_the_sign_in_page_leads_nowhere_else(visitor: Page, team_site: str) -> None:
    visitor.goto(f"{team_site}/sign-in?back=//other.example/")
    sign_in(visitor, "Vera")
    expect(visitor.get_by_role("link", name="Vera")).to_be_visible()
    assert visitor.url.startswith(team_site)


def test_whoever_signs_out_is_out(visitor: Page, team_site: str) -> None:
    visitor.goto(f"{team_site}/sign-in?back=/about")
    sign_in(visitor, "Vera")
    visitor.get_by_role("button", name="Sign out").click()
    expect(visitor).to_have_url(f"{team_site}/sign-in")
    visitor.goto(f"{team_site}/about")
    expect(visitor.get_by_role("heading", name="Sign in")).to_be_visible()


def test_an_admin_adds_a_user_and_takes_them_out_again(visitor: Page, team_site: str) -> None:
    visitor.goto(f"{team_site}/sign-in?back=/users")
    sign_in(visitor, "Amna")
    form = visitor.get_by_role("form", name="Add a user")
    form.get_by_label("Name").fill("<b>Nour</b>")
    form.get_by_label("Password").fill(PASSWORD)
    form.get_by_role("button", name="Add").click()
    expect(visitor.get_by_role("rowheader", name="<b>Nour</b>")).to_be_visible()
    visitor.get_by_label("The role of <b>Nour</b>").select_option("viewer")
    expect(visitor.get_by_text("is now viewer")).to_be_visible()
    no_serious_violation(visitor)
    visitor.get_by_role("button", name="Remove <b>Nour</b>").click()
    visitor.get_by_role("button", name="for good").click()
    expect(visitor.get_by_role("rowheader", name="<b>Nour</b>")).to_have_count(0)
    expect(visitor.get_by_role("button", name=re.compile("^Remove Amna"))).to_have_count(0)


def test_a_token_is_shown_once(visitor: Page, team_site: str) -> None:
    visitor.goto(f"{team_site}/sign-in?back=/account")
    sign_in(visitor, "Vera")
    visitor.get_by_label("What for").fill("the weekly map")
    visitor.get_by_role("button", name="Make a token").click()
    expect(visitor.get_by_text(re.compile("dateline_"))).to_be_visible()
    expect(visitor.get_by_role("cell", name="the weekly map", exact=True)).to_be_visible()
    no_serious_violation(visitor)
    visitor.reload()
    expect(visitor.get_by_role("cell", name="the weekly map", exact=True)).to_be_visible()
    expect(visitor.get_by_text(re.compile("dateline_"))).to_have_count(0)


def test_the_one_person_at_the_machine_is_told_how_to_become_a_team(page: Page, own_site: str) -> None:
    page.goto(f"{own_site}/account")
    expect(page.get_by_text("dateline user add NAME")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
    page.goto(f"{own_site}/users")
    expect(page.get_by_text("No users yet")).to_be_visible()
    no_serious_violation(page)
