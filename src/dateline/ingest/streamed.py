"""Characters of exports that are larger than memory should hold, read piece by piece, as `decode` would read them."""

import codecs
import io
from collections.abc import Iterator
from typing import Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.decode import BOMS, C1_OF_WINDOWS
from dateline.ingest.held import as_file
from dateline.ingest.refusal import Refused
from dateline.model.buffers import Buffer, let_go

_STEP: Final = 1_000_000


def pieces_of(data: Buffer) -> Iterator[str]:
    """The characters, a million at a time."""
    stream, single = _stream(data)
    while piece := stream.read(_STEP):
        yield piece.translate(C1_OF_WINDOWS) if single else piece


def lines_of(data: Buffer, caps: Caps) -> Iterator[str]:
    """The lines with their ends: LF, CR or both. Raises Refused where one has more than `page_bytes` characters."""
    stream, single = _stream(data)
    while line := stream.readline(caps.page_bytes + 1):
        if len(line) > caps.page_bytes:
            raise Refused(f"has a line larger than {megabytes(caps.page_bytes)} (cap page_bytes)", "too_large")
        yield line.translate(C1_OF_WINDOWS) if single else line


def _stream(data: Buffer) -> tuple[io.TextIOWrapper, bool]:
    """The characters, and whether those of windows-1252 are still Latin-1's: by the byte order mark, as UTF-8 if all
    of it is, else as windows-1252."""
    marked = next((encoding for mark, encoding in BOMS if data[: len(mark)] == mark), None)
    encoding = marked or ("utf-8" if _is_utf8(data) else "latin-1")
    return io.TextIOWrapper(as_file(data), encoding=encoding, errors="replace", newline=""), encoding == "latin-1"


def _is_utf8(data: Buffer) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _STEP):
            decoder.decode(data[start : start + _STEP])
            let_go(data, start, start + _STEP)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
