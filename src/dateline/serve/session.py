"""Signing in and out: `/api/session`."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from pydantic import Field

from dateline.casebook import Casebook
from dateline.serve.context import Book, Caller, Limits, Started, Who
from dateline.serve.rates import network_of
from dateline.store import passwords, sessions
from dateline.store.users import has_users, id_of, kept_password, set_password, user_called

router = APIRouter(tags=["session"])

Words = Annotated[str, Field(max_length=1000)]
WRONG: Final = "name or password is wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Who signs in."""

    name: Words
    password: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPassword:
    """A password in place of the one so far."""

    old: Words
    new: Words


class Jar:
    """The cookie by which a browser is known, as the request brought it and the answer is to set it.

    No script reads it, no other site's page makes it be sent, and where we have https it goes by nothing else.
    """

    def __init__(self, request: Request, response: Response, settings: Started) -> None:
        """Of a request and its answer."""
        self._response, self._name, self._secure = response, settings.cookie, request.url.scheme == "https"
        self.brought = request.cookies.get(settings.cookie)

    def keep(self, cookie: str) -> None:
        """Have the browser keep it for as long as a session stands."""
        age = int(sessions.LENGTH.total_seconds())
        self._response.set_cookie(
            self._name, cookie, max_age=age, httponly=True, samesite="strict", secure=self._secure
        )

    def drop(self) -> None:
        """Have the browser forget it."""
        self._response.delete_cookie(self._name, httponly=True, samesite="strict", secure=self._secure)


Cookie = Annotated[Jar, Depends()]


@router.get("/session")
def session(who: Who) -> Caller:
    """Who asks, and what they may do; 401 for nobody."""
    return who


@router.post("/session")
def sign_in(asked: SignIn, request: Request, cookie: Cookie, book: Book, limits: Limits) -> Caller:
    """Sign in: the answer sets a cookie. Whether name or password is wrong is not told, nor shown by the time."""
    limits.take("sign_in_from", network_of(request.client.host if request.client else ""))
    limits.take("sign_in_of", id_of(asked.name))
    kept = _kept(book, asked.name)
    if not passwords.fits(asked.password, kept):
        raise HTTPException(401, WRONG)
    with book.store.connected(writes=True) as connection:
        user = user_called(connection, asked.name)
        if user is None or kept_password(connection, asked.name) != kept:  # removed or changed in this moment
            raise HTTPException(401, WRONG)
        sessions.end(connection, cookie.brought)
        cookie.keep(sessions.begin(connection, asked.name))
    return Caller(name=user.name, role=user.role, by="session")


@router.delete("/session", status_code=204)
def sign_out(cookie: Cookie, book: Book) -> None:
    """Sign out: the session counts no more, wherever its cookie was copied to."""
    if cookie.brought:
        with book.store.connected(writes=True) as connection:
            sessions.end(connection, cookie.brought)
    cookie.drop()


@router.put("/session/password", status_code=204)
def change_password(asked: NewPassword, who: Who, cookie: Cookie, book: Book, limits: Limits) -> None:
    """Change one's own password; all one's sessions end but this one, which begins anew."""
    if who.by != "session":
        raise HTTPException(403, "sign in with your name and password to change the password")
    limits.take("sign_in_of", id_of(who.name))
    if not passwords.fits(asked.old, _kept(book, who.name)):
        raise HTTPException(403, "the old password is wrong")
    with book.store.connected(writes=True) as connection:
        set_password(connection, who.name, asked.new)
        cookie.keep(sessions.begin(connection, who.name))


def _kept(book: Casebook, name: str) -> str | None:
    with book.store.connected() as connection:
        if not has_users(connection):
            raise HTTPException(409, "nobody can sign in yet; `dateline user add NAME` adds the first user")
        return kept_password(connection, name)
