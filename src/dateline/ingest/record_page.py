"""One record of another tool's export becomes a page: the bytes of its story and what the record says of it."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from dateline.ingest.caps import Caps
from dateline.ingest.decode import is_html
from dateline.ingest.listed import Listed
from dateline.ingest.mapping import Mapping, choose, mappings, values
from dateline.ingest.markdown import UNSEEN, unmarked
from dateline.ingest.pages import Unreadable
from dateline.model.text import Known, Page

Opened = Page | Unreadable | Listed

_LONGEST_VALUE: Final = 2_000
_MOST_AUTHORS: Final = 20
_FIELDS_SHOWN: Final = 8
_LINK: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TAG: Final = re.compile(r"</?(?:p|br|div|span|h[1-6]|[uo]l|li|a|em|strong|b|i|blockquote|figure|img)\b[^<>]{0,2000}>")
_HEAD: Final = 40_000

_CODE: Final = re.compile(r"[a-z]{2}(?=$|[-_])", re.IGNORECASE)
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z?))?")
_SECONDS: Final = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d+)?")
_QUOTED: Final = re.compile(r"""(["'])(.+?)\1(?=\s*[,\]])""")
_BY: Final = re.compile(r"^by:?\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:[;|]|\band\b|&)\s*")


def page_of(record: Any, container: Page, number: int, came: str, given: Mapping | None) -> Opened:
    """The page of a container's record `number` (from 1), by the ready mapping it fits and the fields that are given.

    Without a text it is only listed where it has a link, and unreadable where it has none.
    """
    name = f"{container.name}!{number}"
    if not isinstance(record, dict):
        return Unreadable(name=name, reason=f"record {number} is no object with fields")
    mapping = (choose(record) or Mapping()).under(given)
    known = known_of(record, mapping)
    if data := _data(record, mapping):
        return Page(name=name, data=data, known=known, came=came)
    advice = f"record {number} has no text: name the field with --text-field"
    if known.url:
        return Listed(name=name, url=known.url, reason=advice, known=known)
    return Unreadable(name=name, reason=f"{advice} (its fields: {_names(record)})")


def until_hopeless(opened: Iterator[Opened], container: Page, came: str, caps: Caps) -> Iterator[Opened]:
    """The opened records, until `caps.broken_records` in a row could not be read: no export is like that.

    Of a container without records, an empty page.
    """
    failed, one = 0, None
    for one in opened:
        yield one
        failed = failed + 1 if isinstance(one, Unreadable) else 0
        if failed >= caps.broken_records:
            reason = f"{failed:,} records in a row could not be read: the rest is left out (cap broken_records)"
            yield Unreadable(name=container.name, reason=reason, status="quarantined")
            return
    if one is None:
        yield Page(name=container.name, data=b"", came=came)


def known_of(record: dict[str, Any], mapping: Mapping) -> Known:
    """What the record says of its page. Dates stand as they are written, save those that are written as one number."""

    def first(paths: tuple[str, ...]) -> str | None:
        return next((line for said in values(record, paths) if (line := _line(said))), None)

    url, published, updated = first(mapping.url), first(mapping.date), first(mapping.updated)
    return Known(
        url=url if url and _LINK.fullmatch(url) else None,
        title=first(mapping.title),
        published=published and _date(published),
        updated=updated and _date(updated),
        outlet=first(mapping.outlet),
        byline=tuple(name for said in values(record, mapping.author) for name in _names_in(said))[:_MOST_AUTHORS],
        language=_language(first(mapping.language)),
    )


def _data(record: dict[str, Any], mapping: Mapping) -> bytes:
    """The story's bytes; a piece of HTML in which few tags stand is made a whole document, to be read as HTML."""
    found = values(record, mapping.html) or _in_markdown(record, mapping) or values(record, mapping.text)
    text = "\n\n".join(found).replace("\0", "")
    if not is_html(text) and _TAG.search(text[:_HEAD]):
        text = f"<html><body>{text}</body></html>"
    return text.encode("utf-8", errors="replace") if text.strip() else b""


def _in_markdown(record: dict[str, Any], mapping: Mapping) -> tuple[str, ...]:
    """The texts that a tool keeps in Markdown, without their marks."""
    return tuple(unmarked(said).replace(UNSEEN, "") for said in values(record, mapping.markdown))


def _line(said: str) -> str | None:
    """A value as one line, without character references; None where it is too long to be one."""
    return " ".join(html.unescape(said).split()) or None if len(said) <= _LONGEST_VALUE else None


def _date(said: str) -> str:
    """Compact ISO 8601 and seconds or milliseconds since 1970 in extended ISO 8601; anything else as it stands."""
    if found := _COMPACT.fullmatch(said):
        year, month, day, hour, minute, second, zone = found.groups()
        return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}{zone}" if hour else "")
    if _SECONDS.fullmatch(said):
        whole = said.partition(".")[0]
        return datetime.fromtimestamp(int(whole[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return said


def _language(said: str | None) -> str | None:
    """The code of a language ("en", "en-GB"), also where its English name stands for it; None where that is unknown."""
    if said is None or _CODE.match(said):
        return said
    return mappings().languages.get(said.lower())


def _names_in(said: str) -> tuple[str, ...]:
    """The people of "By A and B", "A, B" or a printed list "['A', 'B']"; "Family, Given" stays one."""
    line = _line(said)
    if line is None or _LINK.match(line):
        return ()
    if line.startswith("[") and line.endswith("]"):
        return tuple(match.group(2) for match in _QUOTED.finditer(line))
    parts = _AND.split(_BY.sub("", line))
    people = [one for part in parts for one in _at_commas(part)]
    return tuple(name for one in people if (name := one.strip(" .,")))


def _at_commas(part: str) -> list[str]:
    pieces = [piece.strip() for piece in part.split(",")]
    return pieces if all(" " in piece or not piece for piece in pieces) else [part]


def _names(record: dict[str, Any]) -> str:
    shown = [" ".join(key.split())[:30] for key in list(record)[:_FIELDS_SHOWN]]
    return ", ".join(shown) + (", ..." if len(record) > _FIELDS_SHOWN else "") or "none"
