"""A function run in a process of its own, with limits of time and memory: for what a hostile page may do to a parser.

The child is a fresh interpreter, not a copy of this one, and is not handed the caller's main module: a script that
codes pages is not run a second time by it. What the function gives comes back as MessagePack and is checked against
its annotation: nothing that a page made the child write is run here.
"""

import io
import logging
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, TypeVar, get_type_hints

import msgspec

from dateline.ingest.pages import Verdict
from dateline.ingest.refusal import Refused
from dateline.model.errors import PageError

A = TypeVar("A")
R = TypeVar("R")

_OUT_OF_MEMORY: Final = 77
_NEARLY_ALL: Final = 0.8
# What Python, the system and the libraries of the reader say last when they get no more.
_NO_MEMORY: Final = re.compile(r"MemoryError|[Mm]emory allocation|[Cc]annot allocate memory|failed to map segment")
_VERDICTS: Final[Mapping[int, Verdict]] = {78: "failed", 79: "too_large", 80: "quarantined"}
_COMMAND: Final = ("-P", "-W", "ignore", "-m", "dateline.ingest.child")


def run_limited(function: Callable[[A], R], argument: A, seconds: float, megabytes: int) -> R:
    """What `function(argument)` gives, run in a child of at most `seconds` and `megabytes` of address space.

    The function stands at the top of a module that can be imported, the argument can be pickled, and the return is
    annotated with a type that msgspec can decode. Raises Refused (`quarantined`) where a limit ends the child,
    PageError where the function fails; a PageError of the function comes through with its words, a Refused with its
    verdict too.
    Systems without resource limits (Windows) keep to the time only.
    """
    work = pickle.dumps((sys.path, megabytes)) + pickle.dumps((function, argument))
    try:
        done = subprocess.run(
            [sys.executable, *_COMMAND], input=work, capture_output=True, timeout=seconds, check=False
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Refused(f"reading it took longer than {seconds:g} s (cap seconds)", "quarantined") from error
    if done.returncode:
        raise _why(done, megabytes)
    try:
        answer: R = msgspec.msgpack.decode(done.stdout, type=get_type_hints(function)["return"])
    except msgspec.DecodeError as error:
        raise PageError("the reader gave no answer of the promised kind") from error
    return answer


def _why(done: subprocess.CompletedProcess[bytes], megabytes: int) -> PageError:
    """Why the child ended: the function's own words, the limit, or the error that it died of."""
    if done.returncode in _VERDICTS:
        return Refused(done.stdout.decode("utf-8", errors="replace"), _VERDICTS[done.returncode])
    last = (done.stderr.decode("utf-8", errors="replace").strip().splitlines() or [""])[-1][:300]
    if done.returncode == _OUT_OF_MEMORY or _NO_MEMORY.search(last):
        return Refused(f"reading it took more than {megabytes} MB of memory (cap memory_mb)", "quarantined")
    return PageError(f"the reader broke off: {last or f'exit status {done.returncode}'}")


def main(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """The child's side: takes its limits, then the work, and writes the answer."""
    work = io.BytesIO(stdin.read())
    sys.path[:], megabytes = pickle.load(work)
    _limit_memory(megabytes)
    logging.disable(logging.CRITICAL)
    try:
        with _Watched(megabytes):
            function, argument = pickle.load(work)
            stdout.write(msgspec.msgpack.encode(function(argument)))
    except PageError as error:
        stdout.write(str(error).encode("utf-8", errors="replace"))
        verdict = error.verdict if isinstance(error, Refused) else "failed"
        sys.exit(next(status for status, meant in _VERDICTS.items() if meant == verdict))
    except MemoryError:
        sys.exit(_OUT_OF_MEMORY)


class _Watched:
    """Takes what fails near the limit of memory for want of it: libraries name it in their own ways, or not at all."""

    def __init__(self, megabytes: int) -> None:
        self._most = _NEARLY_ALL * megabytes * 1_000_000

    def __enter__(self) -> None:
        """Nothing to be done."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None and not isinstance(error, PageError) and _taken() > self._most:
            raise MemoryError from error


def _taken() -> int:
    """The most bytes of address space that this process has had; 0 where the system does not tell."""
    with suppress(OSError, ValueError), Path("/proc/self/status").open() as status:
        return next((int(line.split()[1]) * 1_024 for line in status if line.startswith("VmPeak:")), 0)
    return 0


def _limit_memory(megabytes: int) -> None:
    """Limits the address space and leaves no core file; without effect where the system has no such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        limit = megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
