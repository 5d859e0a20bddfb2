"""Feeds that break off, have no end or are bombs are not read on, and what they point to is left alone."""

import http.server
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ingest import feeds
from dateline.ingest.caps import Caps
from dateline.ingest.listed import Listed
from dateline.ingest.pages import Unreadable
from feeds_made import NEWS, RSS, STORY, listed, opened, refused


def test_no_more_entries_than_the_cap_are_read_and_that_is_said() -> None:
    items = "".join(f"<item><link>https://post.example/{number}</link></item>" for number in range(12))
    found = opened(RSS.format(items=items), Caps(feed_entries=10))
    assert [type(one) for one in found] == [Listed] * 10 + [Unreadable]
    assert isinstance(found[-1], Unreadable)
    assert "more than 10 entries" in found[-1].reason
    assert len(opened(RSS.format(items=items), Caps(feed_entries=12))) == 12


def test_a_feed_cut_off_inside_a_text_breaks_off_and_is_not_hostile() -> None:
    whole = RSS.format(items=f"<item><content:encoded><![CDATA[{STORY}]]></content:encoded></item>")
    for end in (whole.index("CDATA[") + 6, whole.index("]]>"), whole.index("]]>") + 1):
        last = opened(whole[:end])[-1]
        assert isinstance(last, Unreadable)
        assert (last.status, last.reason) == ("failed", "the XML breaks off; what follows was not read")


def test_a_feed_cut_off_gives_what_is_there_and_says_so() -> None:
    data = RSS.format(items="<item><link>https://post.example/1</link></item><item><link>https://post")
    found = opened(data.removesuffix("\n</channel></rss>"))
    assert isinstance(found[0], Listed)
    assert isinstance(found[-1], Unreadable)
    assert "breaks off" in found[-1].reason


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "billion laughs": f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]><lolz>&l9;</lolz>',
    "billion laughs in a feed": f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]><rss a="&l9;">&l9;</rss>',
    "quadratic": f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]><rss>{"&a;" * 50_000}</rss>',
    "parameter entities": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:{port}/a.dtd"> %a;]><rss/>',
    "external entity": '<!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:{port}/a">]><rss><item>&a;</item></rss>',
    "external file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file://{file}">]><rss><item><title>&a;</title></item></rss>',
    "behind comments": '<!-- <rss> --><?x y?>\n<!doctype rss [<!ENTITY a SYSTEM "file://{file}">]><rss>&a;</rss>',
}


@pytest.fixture
def canary() -> Iterator[tuple[int, list[str]]]:
    """A port on loopback and what was asked for there."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", BOMBS)
def test_xml_with_entities_of_its_own_is_refused_unread(
    name: str, encoding: str, canary: tuple[int, list[str]], tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    data = BOMBS[name].replace("{port}", str(canary[0])).replace("{file}", str(secret)).encode(encoding)
    if data[:2] == b"<\0" and data[2:4] != b"?\0":
        data = b"\xff\xfe" + data
    tracemalloc.start()
    assert feeds.is_it(data)
    assert "document type of its own" in refused(opened(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
    assert canary[1] == []


def test_a_document_type_that_names_an_outside_file_is_passed_over(canary: tuple[int, list[str]]) -> None:
    outside = f'<!DOCTYPE rss PUBLIC "-//X//DTD RSS//EN" "http://127.0.0.1:{canary[0]}/rss.dtd">'
    assert listed(opened(f"{outside}<rss><channel><item><link>https://a.example/</link></item></channel></rss>"))
    assert canary[1] == []


def test_a_document_type_inside_the_feed_declares_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    inside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'
    found = opened(
        f"<rss><channel>{inside}<item><link>https://a.example/</link><title>&a;</title></item></channel></rss>"
    )
    assert "the secret" not in repr(found)


OPEN, DEEP = "the XML breaks off", "the XML is nested too deep"

# So much of each that to look at the rest again for every piece would take minutes.
HOSTILE = {
    "nesting": ("<rss>" + "<a>" * 100_000, DEEP),
    "CDATA without end": ("<rss>" + "<![CDATA[" * 1_000_000, OPEN),
    "comments without end": ("<rss>" + "<!--" * 2_000_000, OPEN),
    "ampersands": ("<rss>" + "&" * 500_000, OPEN),
    "entries in entries": ("<rss>" + "<item><content>" * 50_000, DEEP),
    "many entries": ("<rss><channel>" + "<item/>" * 200_000, OPEN),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_not_read_on_and_says_why(name: str) -> None:
    data, why = HOSTILE[name]
    last = opened(data)[-1]
    assert isinstance(last, Unreadable)
    assert last.reason.startswith(why)


def test_a_feed_over_the_cap_is_refused() -> None:
    assert "cap page_bytes" in refused(opened(NEWS, Caps(page_bytes=100)))


@pytest.mark.parametrize(
    "data", [b"", b"\0\0", b"<rss", b"<rss>", b"<svg/>", b"<?xml", b"<!DOCTYPE rss>", b"\xff\xfe<"]
)
def test_what_is_no_feed_does_no_harm(data: bytes) -> None:
    assert all(isinstance(one, Unreadable) for one in opened(data))
