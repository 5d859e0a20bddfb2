"""Web addresses taken apart, strictly: what is asked for, of which host, and where a redirect leads."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from dateline.ingest.refusal import Refused

PORTS: Final = {"http": 80, "https": 443}
LONGEST_URL: Final = 4_000
LONGEST_HOST: Final = 253

# Systems read "127.1", "0x7f000001" and "2130706433" as addresses: a host whose last part is a number is one or none.
_ENDS_IN_NUMBER: Final = re.compile(r"(?:^|\.)(?:\d+|0x[\da-f]*)$")
_HOST: Final = re.compile(r"[a-z\d_](?:[a-z\d_.-]*[a-z\d_])?")
_SCHEME: Final = re.compile(r"[a-z][a-z\d+.-]*://", re.IGNORECASE)
_KEPT_IN_PATH: Final = "/%:@!$&'()*+,;=~?[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A web address taken apart: what is asked for, and of whom. All in ASCII, the host in lower case."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host, in brackets if it is an IPv6 address, and the port unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def is_url(name: str) -> bool:
    """Whether a page's name is an address on some network rather than a path."""
    return _SCHEME.match(name) is not None


def target(url: str) -> Target:
    """A web address taken apart. Raises Refused where it is none, or one that is never asked for."""
    if len(url) > LONGEST_URL:
        raise Refused(f"the address is longer than {LONGEST_URL:,} characters")
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Refused("it is no proper web address") from error
    if parts.scheme not in PORTS:
        raise Refused("only http and https addresses are fetched")
    if "@" in parts.netloc:
        raise Refused("the address carries a user's name or password; leave it out")
    if port == 0:
        raise Refused("port 0 cannot be asked")
    path = quote(parts.path or "/", safe=_KEPT_IN_PATH) + (
        f"?{quote(parts.query, safe=_KEPT_IN_PATH)}" if parts.query else ""
    )
    return Target(scheme=parts.scheme, host=_host(host), port=port or PORTS[parts.scheme], path=path)


def redirected(here: Target, location: str | None) -> Target:
    """Where a `Location` leads from `here`, as strictly read as what a user gives. Raises Refused."""
    if not location:
        raise Refused("it redirects to nowhere")
    try:
        url = urljoin(here.url, location)
    except ValueError as error:
        raise Refused("it redirects to no proper web address") from error
    there = target(url)
    if here.scheme == "https" and there.scheme == "http":
        raise Refused("it redirects from https to http")
    return there


def _host(text: str) -> str:
    """A host's name in ASCII, or its address as the standard writes it; no other way of writing one."""
    if ":" in text or "%" in text:
        return _ipv6(text)
    try:
        host = text.encode("idna").decode("ascii").lower() if len(text) <= LONGEST_HOST else ""
    except UnicodeError as error:
        raise Refused("its host has no proper name") from error
    host = host.removesuffix(".")
    if not _HOST.fullmatch(host) or ".." in host:
        raise Refused("its host has no proper name")
    return _ipv4(host) if _ENDS_IN_NUMBER.search(host) else host


def _ipv4(text: str) -> str:
    try:
        return str(IPv4Address(text))
    except ValueError as error:
        raise Refused("its host is a number that is not written as four decimal parts") from error


def _ipv6(text: str) -> str:
    try:
        return str(IPv6Address(text if "%" not in text else ""))
    except ValueError as error:
        raise Refused("its host is no proper IPv6 address, or one of a zone") from error
