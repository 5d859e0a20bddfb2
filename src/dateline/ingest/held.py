"""Bytes that are more than memory should hold: kept on disk as they come, read like a file where they are mapped."""

import io
import mmap
import tempfile
from typing import IO

from dateline.model.buffers import Buffer, let_go


class Held:
    """Bytes as they come: in memory up to `most`, in a nameless temporary file beyond."""

    def __init__(self, most: int) -> None:
        self._memory = bytearray()
        self._most = most
        self._file: IO[bytes] | None = None

    def add(self, piece: bytes) -> None:
        """Takes the next bytes."""
        if self._file is None and len(self._memory) + len(piece) > self._most:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when all is there
            self._file.write(self._memory)
            self._memory.clear()
        if self._file is None:
            self._memory += piece
        else:
            self._file.write(piece)

    def whole(self) -> Buffer:
        """All that came."""
        if self._file is None:
            return bytes(self._memory)
        with self._file as file:
            file.flush()
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if file.tell() else b""


class _Reader(io.RawIOBase):
    """Bytes, in memory or mapped, as a file that can be read anywhere."""

    def __init__(self, data: Buffer) -> None:
        self._data = data
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._data)}[whence]
        if start + offset < 0:
            raise OSError("a place before the start")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        piece = self._data[self._at : self._at + len(buffer)]
        buffer[: len(piece)] = piece
        let_go(self._data, self._at, self._at + len(piece))
        self._at += len(piece)
        return len(piece)


def as_file(data: Buffer) -> io.BufferedReader:
    """The bytes as a file for who wants one; nothing is copied but what is read."""
    return io.BufferedReader(_Reader(data))
