"""XML from strangers: parsed without a document type, so that there are no entities to expand and nothing to fetch.

What the parser sees is the text that was looked through, in UTF-8, whatever encoding the file claims.
"""

import re
from dataclasses import dataclass
from html.entities import html5
from typing import Any, Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.charsets import as_utf8
from dateline.ingest.decode import decode
from dateline.ingest.refusal import Refused

HEAD: Final = 4096
_BLANK: Final = re.compile(r"[\s\ufeff]*")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+(?P<name>[\w:.-]{1,100})(?P<rest>[^\[<>]{0,1000}>)?", re.IGNORECASE)
_ROOT: Final = re.compile(r"<(?:[\w.-]{1,100}:)?(?P<name>[A-Za-z_][\w.-]{0,100})[\s/>]")
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
_BARE: Final = re.compile(r"&(?!#\d{1,7};|#x[\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,31};)")
_NAMED: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z\d]{1,31};)")
_CONTROLS: Final = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])
_LIMITS: Final = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"})
_TOO_LONG_OR_OPEN: Final = "ERR_CDATA_NOT_FINISHED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The root element (lxml's), and why what follows in the file was not read, if so."""

    root: Any
    broken: Refused | None


def root_name(data: bytes) -> str | None:
    """The local name of the root element of what may be XML: its own, or that which a document type with a part of
    its own declares; None where the data do not begin as XML does."""
    head = _characters(data[:HEAD])
    position = _behind_remarks(head, 0)
    declared = _DOCTYPE.match(head, position)
    if declared and declared.group("rest") is None:
        return declared.group("name")
    found = _ROOT.match(head, _behind_remarks(head, declared.end()) if declared else position)
    return found.group("name") if found else None


def declares_its_own(data: bytes) -> bool:
    """Whether the data begin with a document type that declares things of its own, as entity bombs do."""
    head = _characters(data[:HEAD])
    declared = _DOCTYPE.match(head, _behind_remarks(head, 0))
    return declared is not None and declared.group("rest") is None


def parsed(data: bytes, caps: Caps) -> Tree:
    """The tree of an XML file, as much of it as can be read. Raises Refused: over `page_bytes`, with a document
    type that declares anything, or where no element can be read.

    lxml's own limits stay on: 256 elements deep, 10 MB of text in one. HTML's named characters, which feeds use
    undeclared, are read as what they mean there.
    """
    from lxml import etree

    if len(data) > caps.page_bytes:
        raise Refused(f"is larger than {megabytes(caps.page_bytes)} (cap page_bytes)", "too_large")
    text = _without_document_type(_characters(data))
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_with_plain_entities(text).encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise Refused("is broken XML") from error
    if root is None:
        raise Refused("is broken XML")
    return Tree(root=root, broken=_broken(text, root, {error.type_name for error in parser.error_log}))


def _characters(data: bytes) -> str:
    """The characters of an XML file (by its mark, UTF-8, what it declares, windows-1252) that XML allows."""
    if data[:4] == b"<\0?\0":
        data = b"\xff\xfe" + data
    declared = _ENCODING.match(data[:HEAD].lstrip())
    return decode(as_utf8(data, declared.group(1).decode("ascii") if declared else None)).translate(_CONTROLS)


def _behind_remarks(text: str, position: int) -> int:
    """Behind blanks, comments and processing instructions; at the end of the text where one does not end."""
    while True:
        blank = _BLANK.match(text, position)
        position = blank.end() if blank else position
        if text.startswith("<?", position):
            closer = "?>"
        elif text.startswith("<!--", position):
            closer = "-->"
        else:
            return position
        end = text.find(closer, position + 2)
        position = end + len(closer) if end >= 0 else len(text)


def _without_document_type(text: str) -> str:
    """The text from the root element on. Raises Refused where a document type declares anything; one that only names
    an outside file, as old RSS does, is passed over and the file never asked for."""
    position = _behind_remarks(text, 0)
    declared = _DOCTYPE.match(text, position)
    if declared and declared.group("rest") is None:
        raise Refused("is XML with a document type of its own, which may declare entities: not read", "quarantined")
    return text[_behind_remarks(text, declared.end()) if declared else position :]


def _with_plain_entities(text: str) -> str:
    """HTML's named characters as themselves, and ampersands that begin nothing as "&amp;", outside of CDATA."""
    first, *others = text.split("<![CDATA[")
    parts = [_plain(first)]
    for other in others:
        raw, end, markup = other.partition("]]>")
        parts += ("<![CDATA[", raw, end, _plain(markup))
    return "".join(parts)


def _plain(markup: str) -> str:
    return _NAMED.sub(_character, _BARE.sub("&amp;", markup))


def _character(found: re.Match[str]) -> str:
    meant = html5.get(found.group(1))
    return meant if meant and meant not in "<>&\"'" else "&amp;" + found.group(1)


def _broken(text: str, root: Any, errors: set[str]) -> Refused | None:
    ended = text.rfind("<![CDATA[") <= text.rfind("]]>")
    if errors & _LIMITS or (_TOO_LONG_OR_OPEN in errors and ended):
        reason = "the XML is nested too deep or has too long a text (limits of the parser); what follows was not read"
        return Refused(reason, "quarantined")
    name = root.tag.rpartition("}")[2]
    whole = re.search(rf"{re.escape(name)}\s*>\s*$", text[-HEAD:])
    return None if whole else Refused("the XML breaks off; what follows was not read")
