"""Bytes in memory, or mapped from a file where they are more than memory should hold."""

import hashlib
import mmap
from typing import Final

Buffer = bytes | mmap.mmap

_STEP: Final = 8_000_000


def digest(data: Buffer) -> str:
    """The name of bytes, whoever has them: "sha256:" and the hex digest."""
    found = hashlib.sha256()
    for start in range(0, len(data), _STEP):
        found.update(data[start : start + _STEP])
        let_go(data, start, start + _STEP)
    return f"sha256:{found.hexdigest()}"


def let_go(data: Buffer, before: int, now: int) -> None:
    """Tells the system, every few megabytes, that what lies before `now` in a mapped file need not stay in memory;
    `before` is how far it was read when this was said last. What is asked for again is read from the file again."""
    if isinstance(data, mmap.mmap) and hasattr(data, "madvise") and before // _STEP != now // _STEP:
        end = min(now, len(data)) // mmap.PAGESIZE * mmap.PAGESIZE
        if end > 0:
            data.madvise(mmap.MADV_DONTNEED, 0, end)
