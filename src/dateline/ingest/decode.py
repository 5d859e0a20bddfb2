"""Bytes to characters, and what kind of page they are."""

import codecs
import re
from typing import Final

BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HTML_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG: Final = re.compile(
    r"</?(?:div|p|a|span|ul|li|table|td|h[1-6]|br|img|script|article|section)\b[^<>]{0,2000}>", re.IGNORECASE
)
_TAGS_OF_A_PAGE: Final = 5
_HEAD: Final = 4096
# The share of control characters above which data with NULs are no text; a page with a stray NUL is read without it, as
# browsers do.
_ODD: Final = 0.01
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")

# How files that are no text begin.
_SIGNATURES: Final = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
)


def not_text(data: bytes) -> str | None:
    """What `data` is if it is no text: words for the user, or None where it may be text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    has_bom = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = data[:_HEAD]
    odd = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if b"\0" in head and odd > _ODD * len(head) and not has_bom else None


def decode(data: bytes) -> str:
    """The characters of `data`: by its byte order mark, as UTF-8, by the charset it declares, else as windows-1252.

    Never fails: bytes that the chosen encoding does not know become U+FFFD, except in windows-1252, where the five
    bytes without a character stand for themselves, as web browsers have it (WHATWG Encoding, windows-1252).
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", *_declared(data)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _windows_1252(data)


def is_html(text: str) -> bool:
    """Whether a page is HTML, by what stands in it: a document's first tag, or several tags of page layout."""
    if _HTML_START.match(text[:_HEAD]):
        return True
    return sum(1 for _ in _HTML_TAG.finditer(text[: 10 * _HEAD])) >= _TAGS_OF_A_PAGE


def _declared(data: bytes) -> tuple[str, ...]:
    found = _CHARSET.search(data[:_HEAD])
    return (found.group(1).decode("ascii"),) if found else ()


def _windows_1252(data: bytes) -> str:
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(C1_OF_WINDOWS)


def _c1_table() -> dict[int, str]:
    decoded = ((byte, bytes([byte]).decode("windows-1252", errors="ignore")) for byte in range(0x80, 0xA0))
    return {byte: char for byte, char in decoded if char}


C1_OF_WINDOWS: Final = _c1_table()
