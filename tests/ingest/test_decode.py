"""Bytes to characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.decode import decode, is_html, not_text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode("\ufeffZürich".encode()) == "Zürich"
    assert decode("Zürich".encode("utf-16")) == "Zürich"


def test_bytes_that_are_no_utf8_are_windows_1252() -> None:
    assert decode(b"caf\xe9 \x93quoted\x94") == "café “quoted”"


def test_bytes_that_windows_1252_lacks_do_not_spoil_the_rest() -> None:
    assert decode(b"\x93so\x94 \x81 end") == "“so” \x81 end"


def test_html_is_decoded_by_the_charset_it_declares() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert "Łódź" in decode(page.encode("iso-8859-2"))


def test_a_charset_that_nobody_knows_falls_back() -> None:
    assert "é" in decode(b'<meta charset="no-such-thing"> \xe9')


@given(st.binary(max_size=300))
def test_no_bytes_make_decoding_fail(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_a_stray_nul_makes_no_page_binary() -> None:
    assert not_text(b"Shells hit the market on Monday. " * 10 + b"\0") is None
    assert not_text(bytes(range(256)) * 4) == "binary data"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04aa", b"abc\0def"])
def test_files_that_are_no_text_are_told(data: bytes) -> None:
    assert not_text(data)


def test_text_in_two_byte_characters_is_text() -> None:
    assert not_text("war".encode("utf-16")) is None


def test_html_is_known_by_its_content() -> None:
    assert is_html("<!-- saved --> <!DOCTYPE html><html>")
    assert is_html("<div><p>One.</p><p>Two.</p></div>")
    assert not is_html("The general said that x < y and that <b>nobody</b> objected.")
