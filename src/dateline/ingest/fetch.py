"""The one outbound client: a page from the web, asked for by name, without doing harm on the way.

Only http and https, no private address by any spelling or redirect, one time for the whole exchange, and caps on all
that comes. Neither cookies nor credentials are sent; nothing is taken from the environment but whose certificates it
trusts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Final

from dateline.ingest.addresses import GUARD, Guard
from dateline.ingest.bounded import Coding, inflated
from dateline.ingest.caps import Caps
from dateline.ingest.charsets import as_utf8, charset_in
from dateline.ingest.exchange import Answer, Deadline, asked, status_words
from dateline.ingest.http_body import media_type
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused, unreadable
from dateline.ingest.urls import Target, redirected, target
from dateline.model.text import Known, Page

CAME: Final = "url"
_SHOWN: Final = 200
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_COMPLETE: Final = frozenset((200, 203))

# What is read besides text of any kind and whatever ends in +xml or +json.
_TYPES: Final = frozenset(
    f"application/{kind}"
    for kind in (
        "gzip json jsonl mhtml ndjson pdf wacz warc xml zip "
        "x-gzip x-jsonlines x-mimearchive x-ndjson x-pdf x-wacz x-warc x-zip-compressed"
    ).split()
) | {"message/rfc822", "multipart/related"}
_CODINGS: Final[Mapping[str, Coding | None]] = {
    "identity": None, "gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br",
}  # fmt: skip
_UNSTATED: Final = frozenset(("", "application/octet-stream", "binary/octet-stream"))
_CONTAINERS: Final = (b"\x1f\x8b", b"PK\x03\x04", b"%PDF-", b"WARC/", b"\xff\xfe", b"\xfe\xff")


def fetch(url: str, caps: Caps, guard: Guard = GUARD) -> Page | Unreadable:
    """The page at a web address, under the name by which it was given; `known.url` is where it was found in the end.

    Whatever stands in the way makes it an `Unreadable` that says so in one line; nothing is raised.
    """
    try:
        return _followed(url, caps, guard, Deadline.after(caps.seconds))
    except TimeoutError:
        return Unreadable(name=url, reason=f"took longer than {caps.seconds:g} s (cap seconds)", status="quarantined")
    except Refused as refused:
        return unreadable(url, refused)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A page's own bytes, and the charset that the head states of them."""

    data: bytes
    charset: str | None


def _followed(url: str, caps: Caps, guard: Guard, deadline: Deadline) -> Page:
    """The page behind at most so many redirects, each of them as strictly checked as the first address."""
    here, seen = target(url), set[Target]()
    while len(seen) <= caps.redirects:
        seen.add(here)
        try:
            found = _asked(here, caps, guard, deadline)
        except Refused as refused:
            if len(seen) == 1:
                raise
            raise Refused(f"redirected to {here.url[:_SHOWN]}: {refused}", refused.verdict) from refused
        if isinstance(found, _Sent):
            text = as_utf8(found.data, found.charset)
            original = None if text is found.data else found.data
            return Page(name=url, data=text, original=original, known=Known(url=here.url), came=CAME)
        if found in seen:
            raise Refused("it redirects in a circle")
        here = found
    raise Refused(f"it redirects more than {caps.redirects} times (cap redirects)", "quarantined")


def _asked(here: Target, caps: Caps, guard: Guard, deadline: Deadline) -> _Sent | Target:
    """The page's bytes, or where it is to be looked for instead."""
    addresses = guard.addresses(here.host, here.port, deadline.left())
    with asked(here, addresses, _headers(), guard.trust, deadline) as answer:
        if answer.status in _REDIRECTS:
            return redirected(here, answer.only("Location"))
        if answer.status not in _COMPLETE:
            raise Refused(f"the server answers {status_words(answer.status)}")
        stated, coding = _stated(answer), _coding(answer)
        sent = answer.body(caps.page_bytes)
    data = inflated(sent, coding, caps) if coding else sent
    if data.startswith(_CONTAINERS):
        return _Sent(data, None)
    if media_type(stated) in _UNSTATED and b"\0" in data[:1024]:
        raise Refused("its kind is not stated, and its content is no text, PDF or archive")
    return _Sent(data, charset_in(stated))


def _stated(answer: Answer) -> str:
    """What is stated of the content's kind, "" if nothing. Raises Refused for a kind that no reader takes."""
    stated = answer.header("Content-Type") or ""
    kind = media_type(stated)
    if kind in _UNSTATED or kind in _TYPES or _is_text(kind):
        return stated
    raise Refused("its content is of a kind that is not read: no text, HTML, XML, JSON, PDF or archive")


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or (kind.startswith("application/") and kind.endswith(("+xml", "+json")))


def _coding(answer: Answer) -> Coding | None:
    """How the body is compressed, if at all. Raises Refused for any other way, and for one inside another."""
    name = (answer.only("Content-Encoding") or "identity").lower()
    if name not in _CODINGS:
        raise Refused("it is compressed in a way that is not read")
    return _CODINGS[name]


@cache
def _headers() -> tuple[tuple[str, str], ...]:
    """What is said to every server, the same for all."""
    return (
        ("User-Agent", f"Dateline/{version('dateline')}"),
        ("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"),
        ("Accept-Language", "en, *;q=0.5"),
        ("Accept-Encoding", "gzip, deflate, br"),
    )
