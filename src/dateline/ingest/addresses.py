"""Which addresses may be connected to: names resolved, and every address of theirs checked.

Ranges are those of the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and what came after it), and
whatever carries an IPv4 address inside an IPv6 one, so that no private address comes in by that door.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address, ip_network
from queue import Empty, SimpleQueue
from typing import Final

from dateline.ingest.refusal import Refused

_REFUSED: Final[tuple[tuple[str, str], ...]] = (
    ("0.0.0.0/8", "an unspecified address"),
    ("10.0.0.0/8", "a private address"),
    ("100.64.0.0/10", "a carrier's shared address"),
    ("127.0.0.0/8", "a loopback address"),
    ("168.63.129.16/32", "the host service of a cloud"),  # looks public, answers only inside Azure
    ("169.254.0.0/16", "a link-local address"),
    ("172.16.0.0/12", "a private address"),
    ("192.0.0.0/24", "a reserved address"),
    ("192.0.2.0/24", "an address for documentation"),
    ("192.88.99.0/24", "a 6to4 relay"),
    ("192.168.0.0/16", "a private address"),
    ("198.18.0.0/15", "an address for benchmarks"),
    ("198.51.100.0/24", "an address for documentation"),
    ("203.0.113.0/24", "an address for documentation"),
    ("224.0.0.0/4", "a multicast address"),
    ("240.0.0.0/4", "a reserved address"),
    ("::/128", "an unspecified address"),
    ("::1/128", "a loopback address"),
    ("::/96", "an IPv4 address inside IPv6"),
    ("::ffff:0:0/96", "an IPv4 address inside IPv6"),
    ("::ffff:0:0:0/96", "an IPv4 address inside IPv6"),
    ("64:ff9b::/96", "an IPv4 address inside IPv6"),  # NAT64
    ("64:ff9b:1::/48", "an IPv4 address inside IPv6"),
    ("2001::/32", "an IPv4 address inside IPv6"),  # Teredo
    ("2001::/23", "a reserved address"),
    ("2001:db8::/32", "an address for documentation"),
    ("2002::/16", "an IPv4 address inside IPv6"),  # 6to4
    ("3fff::/20", "an address for documentation"),
    ("fc00::/7", "a private address"),
    ("fe80::/10", "a link-local address"),
    ("fec0::/10", "a private address"),
    ("ff00::/8", "a multicast address"),
)
_RANGES: Final = tuple((ip_network(text), why) for text, why in _REFUSED)
_GLOBAL: Final = IPv6Network("2000::/3")
_ISATAP: Final = frozenset((0x00005EFE, 0x02005EFE))  # RFC 5214: the upper half of the interface's number

Resolver = Callable[[str, int], Sequence[str]]


def objection(address: str) -> str | None:
    """Why an address is never connected to, or None for one of the public internet."""
    try:
        found = ip_address(address)
    except ValueError:
        return "no address"
    if isinstance(found, IPv6Address) and (found.scope_id is not None or (int(found) >> 32) & 0xFFFFFFFF in _ISATAP):
        return "an address of a zone" if found.scope_id is not None else "an IPv4 address inside IPv6"
    why = next((why for network, why in _RANGES if found in network), None)
    if why is None and isinstance(found, IPv6Address) and found not in _GLOBAL:
        return "a reserved address"
    return why


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """What the system's resolver says of a name, each address once, in its order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(_with_zone(str(address[0]), address) for *_, address in found))


def _with_zone(host: str, address: Sequence[object]) -> str:
    return f"{host}%{address[3]}" if len(address) == 4 and address[3] and "%" not in host else host


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Who may be connected to: how a name is resolved, what speaks against an address, whose certificates are
    trusted."""

    resolver: Resolver = system_resolver
    objection: Callable[[str], str | None] = objection
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context

    def addresses(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
        """The addresses of a host, all of them allowed. Raises Refused if one is not, or there is none.

        One refused address among good ones refuses the name: it is how a name is bent to a private address.
        """
        found = _in_time(self.resolver, host, port, seconds)
        for address in found:
            if why := self.objection(address):
                raise Refused(f"{host} has {why}, which is never connected to")
        if not found:
            raise Refused(f"{host} has no address")
        return found


GUARD: Final = Guard()


def _in_time(resolver: Resolver, host: str, port: int, seconds: float) -> tuple[str, ...]:
    """What the resolver says within `seconds`; in a thread, because the system's cannot be told to hurry."""
    said = SimpleQueue[tuple[str, ...] | None]()

    def ask() -> None:
        try:
            said.put(tuple(resolver(host, port)))
        except (OSError, UnicodeError):
            said.put(None)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = said.get(timeout=max(0.0, seconds))
    except Empty as error:
        raise TimeoutError from error
    if found is None:
        raise Refused(f"the name {host} does not resolve")
    return found
