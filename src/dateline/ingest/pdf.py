"""PDF files with a text layer: their lines, and what their metadata say. Read by pypdf in a child with limits."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.child import run_limited
from dateline.ingest.pages import Unreadable
from dateline.ingest.pdf_lines import LineGatherer, PdfLine, text_of
from dateline.ingest.refusal import Refused
from dateline.model.buffers import Buffer
from dateline.model.errors import PageError
from dateline.model.text import Known, Page

if TYPE_CHECKING:
    from pypdf import PdfReader

# Readers take a header that stands within the first kilobyte (ISO 32000-1, annex H.3, note 13).
_HEADER_WITHIN: Final = 1_024

# Programs that print or save what another has made: the day of the file is the day of that.
_COPIERS: Final = re.compile(
    r"Skia|Chrom|Firefox|Mozilla|Safari|Quartz|wkhtmltopdf|WeasyPrint|Print To PDF|PDFCreator|ghostscript|cairo",
    re.IGNORECASE,
)
_FILE_NAME: Final = re.compile(r"^(?:Microsoft \w+ - .*|untitled.*|.*\.[a-z]{2,4}x?)$", re.IGNORECASE)
_LONGEST_NAME: Final = 300

# A scan may carry a stamp or a page number as text.
_LEAST_LETTERS: Final = 40
_LETTER: Final = re.compile(r"[^\W\d_]")

# ISO 32000-1, 7.9.4: D:YYYYMMDDHHmmSSOHH'mm, of which all but the year may be missing.
_DATE: Final = re.compile(
    r"(?:D:)?(?P<year>(?:19|20)\d\d)(?:(?P<month>0[1-9]|1[0-2])(?:(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?"
    r"(?:(?P<utc>Z)|(?P<offset>[+-][01]\d)'?(?P<rest>[0-5]\d)?)?)?)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What the child is to read, and how much of it."""

    data: bytes
    text_bytes: int
    page_bytes: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The text layer, and title, author and dates as the file's metadata have them."""

    text: str
    title: str | None = None
    author: str | None = None
    created: str | None = None
    changed: str | None = None


def is_it(data: Buffer) -> bool:
    """Whether the bytes begin as a PDF file."""
    return b"%PDF-" in data[:_HEADER_WITHIN]


def open_it(page: Page, caps: Caps) -> Iterator[Page | Unreadable]:
    """The file's text, a line a line and a blank line between paragraphs; or why it cannot be read, and what to do."""
    work = Work(data=bytes(page.data), text_bytes=caps.text_bytes, page_bytes=caps.page_bytes, pages=caps.pdf_pages)
    try:
        found = run_limited(read_pdf, work, caps.seconds, caps.memory_mb)
    except PageError as error:
        verdict = error.verdict if isinstance(error, Refused) else "failed"
        yield Unreadable(name=page.name, reason=f"the PDF cannot be read: {error}", status=verdict)
    else:
        text = found.text.encode("utf-8", errors="replace")
        yield replace(page, data=text, original=page.data, known=_known(page, found), came="pdf")


def pdf_date(written: str | None) -> str | None:
    """ISO 8601 day, minute or second, with the offset only where it stands there; None of a date without a day."""
    found = _DATE.match(written.strip()) if written else None
    if found is None or found["day"] is None:
        return None
    day = f"{found['year']}-{found['month']}-{found['day']}"
    if found["hour"] is None:
        return day
    offset = "+00:00" if found["utc"] else f"{found['offset']}:{found['rest'] or '00'}" if found["offset"] else ""
    return f"{day}T{found['hour']}:{found['minute']}" + (f":{found['second']}" if found["second"] else "") + offset


def _known(page: Page, found: Found) -> Known:
    """What the page's container says of it, filled up from the file's metadata."""
    outer = page.known or Known()
    return replace(
        outer,
        title=outer.title or found.title,
        byline=outer.byline or ((found.author,) if found.author else ()),
        published=outer.published or pdf_date(found.created),
        updated=outer.updated or pdf_date(found.changed),
    )


def read_pdf(work: Work) -> Found:
    """Reads a PDF file; made to run in a child. Raises PageError, of which the words say what to do, over a cap as
    Refused."""
    from pypdf import PdfReader, overwrite_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    most = work.page_bytes
    overwrite_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        array_based_stream_maximum_output_length=most,
        stream_decoding_work_maximum_length=4 * most,
        jbig2dec_binary=None,
    )
    try:
        reader = PdfReader(io.BytesIO(work.data))
        return _found(reader, _text(reader, work))
    except (FileNotDecryptedError, DependencyError) as error:
        raise PageError("it is encrypted: save a copy without a password") from error
    except LimitReachedError as error:
        reason = f"a part of it is larger than {megabytes(most)} decompressed (cap page_bytes)"
        raise Refused(reason, "quarantined") from error
    except (PyPdfError, OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise PageError("it is broken: open it in a PDF viewer and print it to a new file") from error


def _text(reader: "PdfReader", work: Work) -> str:
    if len(reader.pages) > work.pages:
        raise Refused(f"it has more than {work.pages:,} pages (cap pdf_pages): split it", "too_large")
    pages: list[list[PdfLine]] = []
    size = 0
    for page in reader.pages:
        gatherer = LineGatherer()
        page.extract_text(visitor_text=gatherer.take)
        gatherer.end_line()
        pages.append(gatherer.lines)
        size += sum(len(line.text.encode("utf-8", errors="replace")) for line in gatherer.lines)
        if size > work.text_bytes:
            raise Refused(
                f"its text is larger than {megabytes(work.text_bytes)} (cap text_bytes): split it", "too_large"
            )
    text = text_of(pages).replace("\0", "")
    if len(_LETTER.findall(text)) < _LEAST_LETTERS:
        raise PageError("it has no text layer: read it with a program for text recognition (OCR) first")
    return text


def _found(reader: "PdfReader", text: str) -> Found:
    """The text with the metadata that are likely to be the report's own: no file names, no names of users."""
    about = reader.metadata
    if about is None:
        return Found(text=text)
    copied = _COPIERS.search(f"{about.creator} {about.producer}") is not None
    title, author = (_words(about.title), _words(about.author))
    created, changed = (None, None) if copied else (about.creation_date_raw, about.modification_date_raw)
    return Found(
        text=text,
        title=title if title and not _FILE_NAME.match(title) else None,
        author=author,
        created=str(created) if created else None,
        changed=str(changed) if changed and changed != created else None,
    )


def _words(value: object) -> str | None:
    """A value of two words or more on one line: titles and people have them, users and templates mostly not."""
    line = " ".join(str(value or "").split())
    return line if " " in line and len(line) <= _LONGEST_NAME else None
