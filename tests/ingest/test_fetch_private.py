"""No address, name or redirect brings the one outbound client to a private address, or off the web."""

import socket
from dataclasses import replace

import pytest

from dateline.ingest.addresses import Guard, objection
from dateline.ingest.fetch import fetch
from fetch_made import CAPS, HERE, OPEN, Serve, Server, data, html, moved, reason, to

pytestmark = pytest.mark.usefixtures("nothing_else_is_contacted")


LOOPBACK_NUMBERS = """
127.0.0.1 127.1 127.0.1 2130706433 017700000001 0x7f000001 0x7f.1 0x7F.0.0.1 0177.0.0.1 0177.1 127.0.0.01
0x7f.0x0.0x0.0x1 127.0x1 0x7f.0.1 0 0.0.0.0 127.255.255.254 127.0.0.2
""".split()
OTHER_NUMBERS = """
10.0.0.1 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 240.0.0.1 198.18.0.1 168.63.129.16
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::127.0.0.1] [2002:7f00:1::]
[2001:0:7f00:1::] [fe80::1] [fe80::1%25lo] [fc00::1] [fd00:ec2::254] [ff02::1] [fec0::1] [::ffff:0:127.0.0.1]
127.0.0.1. 127.0.0.1.. %31%32%37.0.0.1 １２７.０.０.１ 127。0。0。1 ⑫7.0.0.1 00127.0.0.1 0x7f000001. 4294967297
127.0.0.1%00.example.org
""".split()
PRIVATE_HOSTS = LOOPBACK_NUMBERS + OTHER_NUMBERS
PRIVATE_ADDRESSES = """
127.0.0.1 127.1.2.3 0.0.0.0 10.1.2.3 192.168.1.1 172.20.0.1 169.254.169.254 100.100.100.200 224.0.0.1 240.0.0.1
::1 :: ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:7f00:1:: fe80::1%1 fc00::1 fd12::1 ff02::1
""".split()


@pytest.fixture
def canary(serve: Serve) -> Server:
    return serve(html(b"the canary sang"))


@pytest.mark.parametrize("host", PRIVATE_HOSTS)
def test_no_spelling_of_a_private_address_reaches_the_canary(canary: Server, host: str) -> None:
    assert reason(fetch(f"http://{host}:{canary.port}/", CAPS))
    assert canary.connections == 0


@pytest.mark.parametrize("host", LOOPBACK_NUMBERS)
def test_the_system_would_have_read_these_as_its_own_address(host: str) -> None:
    found = socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)
    assert str(found[0][4][0]).startswith(("127.", "0.0.0.0"))


@pytest.mark.parametrize("address", PRIVATE_ADDRESSES)
def test_no_name_that_resolves_to_a_private_address_reaches_the_canary(canary: Server, address: str) -> None:
    for found in ((address,), ("93.184.215.14", address), (address, "93.184.215.14")):
        assert "never connected to" in reason(fetch(canary.url(), CAPS, Guard(resolver=to(*found))))
    assert canary.connections == 0


class OnlyTheFirst:
    """Real checks, but the first address is let through, as if the server that redirects were a public one."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, address: str) -> str | None:
        self.asked += 1
        return None if self.asked == 1 else objection(address)


def numbers_or_site(host: str, port: int) -> tuple[str, ...]:
    """The test's own name is here; numbers are themselves; the other names are bent to private addresses."""
    bent = {"site.example": HERE, "inside.example": "10.0.0.7", "metadata.example": "169.254.169.254"}
    return (bent.get(host, host),)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize("host", ["127.0.0.2", "0x7f.1", "[::1]", "inside.example", "metadata.example"])
def test_no_kind_of_redirect_reaches_a_private_address(serve: Serve, canary: Server, status: str, host: str) -> None:
    server = serve(moved(f"http://{host}:{canary.port}/", status))
    guard = Guard(resolver=numbers_or_site, objection=OnlyTheFirst())
    assert reason(fetch(server.url(), CAPS, guard))
    assert (server.connections, canary.connections) == (1, 0)


@pytest.mark.parametrize("host", [host for host in PRIVATE_HOSTS if host != HERE])
def test_no_redirect_to_any_spelling_reaches_the_canary(serve: Serve, canary: Server, host: str) -> None:
    location = f"//{host}:{canary.port}/".encode().decode("latin-1")
    server = serve(moved(location))
    guard = Guard(resolver=numbers_or_site, objection=OnlyTheFirst())
    assert reason(fetch(server.url(), CAPS, guard))
    assert canary.connections == 0


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://site.example/", "gopher://site.example:70/", "data:text/html,a",
     "javascript:alert(1)", "http://me:secret@site.example/", "http://site.example:0/", "http://[::1", "\x1b[2J//"],
)  # fmt: skip
def test_no_redirect_leaves_the_web(serve: Serve, location: str) -> None:
    server = serve({"/": moved(location)})
    assert reason(fetch(server.url(), CAPS, OPEN))
    assert server.connections <= 2


def test_a_redirect_tells_where_it_led(serve: Serve) -> None:
    server = serve(moved("http://inside.example/a\x1b[2J"))
    said = reason(fetch(server.url(), CAPS, Guard(resolver=numbers_or_site, objection=OnlyTheFirst())))
    assert said.startswith("redirected to http://inside.example/a%1B[2J: inside.example has a private address")


def test_with_the_guard_off_the_canary_sings(serve: Serve, canary: Server) -> None:
    """Else the tests above would show nothing."""
    assert data(fetch(canary.url(), CAPS, OPEN)) == b"the canary sang"
    assert data(fetch(f"http://{HERE}:{canary.port}/", CAPS, OPEN)) == b"the canary sang"
    server = serve(moved(f"http://{HERE}:{canary.port}/"))
    assert data(fetch(server.url(), CAPS, OPEN)) == b"the canary sang"
    assert canary.connections == 3


class Rebinding:
    """A name server that says one thing first and another later."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        return (self.answers.pop(0),)


def test_the_address_that_was_checked_is_the_one_connected_to(canary: Server) -> None:
    resolver = Rebinding(HERE, "10.0.0.1")
    assert data(fetch(canary.url(), CAPS, Guard(resolver=resolver, objection=OnlyTheFirst()))) == b"the canary sang"
    assert resolver.answers == ["10.0.0.1"], "a name is resolved once"


def test_a_name_that_changes_between_redirects_is_checked_anew(serve: Serve, canary: Server) -> None:
    server = serve({"/": moved("/again"), "/again": html()})
    guard = Guard(resolver=Rebinding(HERE, "127.0.0.2"), objection=OnlyTheFirst())
    assert "loopback" in reason(fetch(server.url(), CAPS, guard))
    assert len(server.asked) == 1


def test_where_one_address_does_not_answer_the_next_is_asked(canary: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    connect = socket.create_connection

    def first_is_down(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address[0])
        if len(tried) == 1:
            raise ConnectionRefusedError
        return connect((HERE, address[1]), timeout)

    monkeypatch.setattr(socket, "create_connection", first_is_down)
    guard = Guard(resolver=to("9.9.9.9", "1.1.1.1"))
    assert data(fetch(canary.url(), CAPS, guard)) == b"the canary sang"
    assert tried == ["9.9.9.9", "1.1.1.1"]


@pytest.mark.parametrize(
    "url",
    ["ftp://site.example/", "file:///etc/passwd", "https://me:secret@site.example/", "http://", "not an address"],
)
def test_what_is_no_address_of_the_web_is_never_resolved(url: str) -> None:
    def never(host: str, port: int) -> tuple[str, ...]:
        raise AssertionError(host)

    assert reason(fetch(url, CAPS, replace(OPEN, resolver=never)))
