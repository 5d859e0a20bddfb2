"""What a server is started with."""

from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address

from dateline.serve.rates import Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`db` is a file or a database URL; `host` and `port` are where the server listens.

    `names` are further names by which browsers reach it, such as that of a proxy before it. `person` is the name of the
    one person who is served where the database has no users.
    """

    db: str
    host: str = "127.0.0.1"
    port: int = 8700
    names: tuple[str, ...] = ()
    person: str = "me"
    rates: Rates = field(default_factory=Rates)

    @property
    def local(self) -> bool:
        """Whether only this machine's own people reach it, so that nobody has to sign in."""
        return is_loopback(self.host) and not self.names

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers keep one jar for all ports of a host."""
        return f"dateline-{self.port}"


def is_loopback(host: str) -> bool:
    """Whether an address or name is that of this machine, seen from itself."""
    found = address_of(host)
    return host.casefold() == "localhost" or (found is not None and found.is_loopback)


def address_of(host: str) -> IPv4Address | IPv6Address | None:
    """The IP address that this is; None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        return None
