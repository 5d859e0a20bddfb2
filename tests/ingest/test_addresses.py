"""Which addresses may be connected to."""

import socket
import ssl
import threading
from collections.abc import Callable

import pytest

from dateline.ingest.addresses import GUARD, Guard, objection, system_resolver
from dateline.model.errors import PageError

REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.254 168.63.129.16
169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255
198.51.100.1 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1
::ffff:8.8.8.8 ::ffff:0:10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::a00:1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
2001:10::1 2001:db8::1 2002:7f00:1:: 2002:c0a8:101::1 3fff::1 4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1
fe80::1%eth0 febf::1 fec0::1 ff02::1 2606:4700::1%2 2606:4700::5efe:7f00:1 2606:4700::200:5efe:a00:1
""".split()

ALLOWED = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 169.253.0.1 172.15.0.1
172.32.0.1 192.0.1.1 192.167.0.1 198.17.0.1 223.255.255.255 2001:200::1 2001:4860:4860::8888 2003::1 2606:4700::1111
2a00:1450::1
""".split()


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_of_the_public_internet_is_refused(address: str) -> None:
    assert objection(address)


@pytest.mark.parametrize("address", ALLOWED)
def test_an_address_of_the_public_internet_is_allowed(address: str) -> None:
    assert objection(address) is None


@pytest.mark.parametrize("address", ["", "localhost", "127.1", "0x7f000001", "0177.0.0.1", "2130706433", "example.org"])
def test_what_is_not_written_as_an_address_is_none(address: str) -> None:
    assert objection(address) == "no address"


def answering(*addresses: str) -> Callable[[str, int], tuple[str, ...]]:
    return lambda host, port: addresses


def test_all_addresses_of_a_name_are_given_in_their_order() -> None:
    assert Guard(resolver=answering("9.9.9.9", "1.1.1.1")).addresses("a.example", 80, 1) == ("9.9.9.9", "1.1.1.1")


@pytest.mark.parametrize("private", ["10.0.0.1", "::1", "fe80::1%2", "not-an-address"])
def test_one_private_address_among_public_ones_refuses_the_name(private: str) -> None:
    with pytest.raises(PageError, match="never connected to"):
        Guard(resolver=answering("9.9.9.9", private)).addresses("a.example", 80, 1)


def test_a_name_without_an_address_is_refused() -> None:
    with pytest.raises(PageError, match="no address"):
        Guard(resolver=answering()).addresses("a.example", 80, 1)


def test_a_name_that_does_not_resolve_is_said_to() -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(PageError, match=r"a\.example does not resolve"):
        Guard(resolver=unknown).addresses("a.example", 80, 1)


def test_a_resolver_that_never_answers_is_not_waited_for() -> None:
    never = threading.Event()
    with pytest.raises(TimeoutError):
        Guard(resolver=lambda host, port: str(never.wait(60))).addresses("a.example", 80, 0.05)
    never.set()


def test_the_systems_resolver_gives_each_address_once() -> None:
    assert system_resolver("127.0.0.1", 80) == ("127.0.0.1",)


def test_a_zone_stays_with_the_address_that_the_system_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:4700::1", 80, 0, 3))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert objection(system_resolver("a.example", 80)[0]) == "an address of a zone"


def test_certificates_and_names_are_verified_unless_told_otherwise() -> None:
    trust = GUARD.trust()
    assert trust.verify_mode is ssl.CERT_REQUIRED
    assert trust.check_hostname
