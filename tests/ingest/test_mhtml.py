"""Pages saved by browsers in one file."""

import base64
import quopri
import random

import pytest

from dateline.ingest import mhtml
from dateline.ingest.caps import Caps
from dateline.ingest.mhtml import open_it
from dateline.ingest.pages import Unreadable
from dateline.model.text import Known, Page

STORY = "<html><body><p>Fighters left the village — “by night”, residents said.</p></body></html>"
URL = "https://news.example/village"
HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/from-head\r\n"
    "Subject: {subject}\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x"\r\n\r\n\r\n'
)


def part(body: bytes, coding: str, charset: str = "utf-8", kind: str = "text/html", location: str = URL) -> bytes:
    lines = [
        f'Content-Type: {kind}; charset="{charset}"',
        f"Content-Transfer-Encoding: {coding}",
        f"Content-Location: {location}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + body


def saved(*parts: bytes, subject: str = "At night", closed: bool = True) -> bytes:
    mark = b"------Part--x"
    body = b"".join(mark + b"\r\n" + one + b"\r\n" for one in parts)
    return HEAD.format(subject=subject).encode() + body + (mark + b"--\r\n" if closed else b"")


def only(data: bytes, caps: Caps | None = None) -> Page | Unreadable:
    (found,) = open_it(Page(name="s.mhtml", data=data), caps or Caps())
    return found


CODED = {
    "quoted-printable": quopri.encodestring(STORY.encode()),
    "base64": base64.encodebytes(STORY.encode()),
    "8bit": STORY.encode(),
    "binary": STORY.encode(),
}
PICTURE = part(base64.encodebytes(b"\x89PNG"), "base64", kind="image/png", location="https://news.example/p.png")


@pytest.mark.parametrize("coding", CODED)
def test_the_html_part_is_the_page(coding: str) -> None:
    found = only(saved(part(CODED[coding], coding), PICTURE))
    assert isinstance(found, Page)
    assert found.data.decode().strip() == STORY
    assert (found.name, found.came) == (f"s.mhtml!{URL}", "mhtml")
    assert found.known == Known(url=URL, title="At night")


def test_the_first_html_part_wins_over_frames_and_pictures() -> None:
    frame = part(b"<p>Advert</p>", "8bit", location="https://ads.example/")
    found = only(saved(PICTURE, part(CODED["8bit"], "8bit"), frame))
    assert found.name == f"s.mhtml!{URL}"


def test_a_part_of_alternatives_is_looked_into() -> None:
    inside = b"--in\r\n" + part(b"plain", "8bit", kind="text/plain") + b"\r\n--in\r\n" + part(b"<p>x</p>", "8bit")
    found = only(saved(b"Content-Type: multipart/alternative; boundary=in\r\n\r\n" + inside + b"\r\n--in--\r\n"))
    assert isinstance(found, Page)
    assert found.data.strip() == b"<p>x</p>"


def test_a_message_that_is_html_itself_is_read() -> None:
    data = b"MIME-Version: 1.0\r\n" + part(CODED["base64"], "base64")
    assert mhtml.is_it(data)
    found = only(data)
    assert isinstance(found, Page)
    assert found.data.decode() == STORY


def test_a_charset_of_the_part_is_kept_by_turning_it_into_utf_8() -> None:
    found = only(saved(part("<p>Обстрел</p>".encode("koi8-r"), "8bit", "koi8-r")))
    assert isinstance(found, Page)
    assert found.data.decode().strip() == "<p>Обстрел</p>"


@pytest.mark.parametrize("charset", ["punycode", "hex", "x-unknown", "\0"])
def test_a_wrong_charset_leaves_the_bytes_alone(charset: str) -> None:
    found = only(saved(part(STORY.encode() + b"\xff", "8bit", charset)))
    assert isinstance(found, Page)
    assert found.data.strip() == STORY.encode() + b"\xff"


SUBJECTS = {
    "=?utf-8?Q?Raid_on_caf=C3=A9?=": "Raid on café",
    "=?utf-8?B?UmFpZA==?= at dawn": "Raid at dawn",
    "=?punk?Q?Raid?=": "=?punk?Q?Raid?=",
    "=?utf-8?B?!!!?=": None,
    "": None,
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_title_is_decoded_where_it_can_be(subject: str) -> None:
    found = only(saved(part(CODED["8bit"], "8bit"), subject=subject))
    assert isinstance(found, Page)
    assert found.known is not None
    if SUBJECTS[subject] is not None or not subject:
        assert found.known.title == SUBJECTS[subject]


@pytest.mark.parametrize("location", ["cid:frame@mhtml.blink", "file:///home/someone/a.html", "C:\\a.html"])
def test_the_readers_own_files_are_no_addresses(location: str) -> None:
    found = only(saved(part(CODED["8bit"], "8bit", location=location)))
    assert isinstance(found, Page)
    assert found.known == Known(url="https://news.example/from-head", title="At night")


def test_a_file_cut_off_gives_what_is_there() -> None:
    found = only(saved(part(CODED["quoted-printable"][:60], "quoted-printable"), closed=False))
    assert isinstance(found, Page)
    assert found.data.startswith(b"<html><body><p>Fighters left")


def test_a_file_without_html_is_refused() -> None:
    found = only(saved(PICTURE))
    assert isinstance(found, Unreadable)
    assert "without an HTML part" in found.reason


@pytest.mark.parametrize(
    ("inside", "cap"), [("--{0:05}\r\n{1}", "cap depth"), ("--00000\r\n{2}", "cap members")], ids=["deep", "many"]
)
def test_fifty_thousand_parts_in_parts_are_given_up_at_a_cap(inside: str, cap: str) -> None:
    """Each in the one before, or all of them with one boundary: to follow them all would take minutes."""
    kind = "Content-Type: multipart/related; boundary={:05}\r\n\r\n".format
    nest = "".join(inside.format(number, kind(number + 1), kind(0)) for number in range(50_000))
    found = only(f"MIME-Version: 1.0\r\n{kind(0)}{nest}".encode())
    assert isinstance(found, Unreadable)
    assert cap in found.reason


def test_a_part_over_the_cap_is_refused() -> None:
    found = only(saved(part(b"<p>" + b"x" * 5_000, "8bit")), Caps(page_bytes=1_000))
    assert isinstance(found, Unreadable)
    assert "cap page_bytes" in found.reason


def test_only_saved_pages_are_saved_pages() -> None:
    assert mhtml.is_it(saved(PICTURE))
    assert not mhtml.is_it(STORY.encode())
    assert not mhtml.is_it(b"Note: the MIME-Version: 1.0 header was missing.\r\n\r\nContent-Type: text/html")
    assert not mhtml.is_it(b"MIME-Version: 1.0\r\nContent-Type: application/pdf\r\n\r\n")


def test_no_damage_raises() -> None:
    sound = saved(part(CODED["base64"], "base64"), PICTURE, subject="=?utf-8?Q?Raid?=")
    generator = random.Random(3)
    for _ in range(500):
        data = bytearray(sound)
        for _ in range(generator.randint(1, 6)):
            place = generator.randrange(len(data))
            data[place : place + generator.randrange(4)] = generator.choice(
                [b"\0", b"\r\n", b"--", b"*0*=%", b'"', b";", b"=?", generator.randbytes(3)]
            )
        assert only(bytes(data)).name.isprintable()
