"""Text that a header outside the page gives a charset: turned into UTF-8, since only the bytes go on."""

import codecs
import re
from typing import Final

# The charsets of the WHATWG Encoding Standard, by Python's names, without UTF-8 and what browsers take for
# windows-1252 (these the page's decoder knows by itself). Python's other codecs, such as punycode and
# unicode_escape, are no charsets of pages and stay out.
_KNOWN: Final = frozenset(
    {
        *"cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13".split(),
        *"iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1253".split(),
        *"cp1254 cp1255 cp1256 cp1257 cp1258 gbk gb2312 gb18030 big5 euc_jp iso2022_jp shift_jis euc_kr".split(),
        *"utf-16 utf-16-le utf-16-be".split(),
    }
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def charset_in(content_type: str) -> str | None:
    """The charset that a Content-Type header states."""
    found = _CHARSET.search(content_type[:400])
    return found.group(1) if found else None


def as_utf8(data: bytes, charset: str | None) -> bytes:
    """The text in UTF-8 where `charset` is another one that is known and true of the bytes; else the bytes as they
    are."""
    name = _python_name(charset) if charset else None
    if name not in _KNOWN or _is_utf8(data):
        return data
    try:
        return data.decode(name).encode("utf-8")
    except UnicodeError:
        return data


def _is_utf8(data: bytes) -> bool:
    """Also true of plain ASCII, which says nothing against UTF-8; NULs do, since UTF-16 is full of them."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data[:4096]


def _python_name(charset: str) -> str | None:
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
