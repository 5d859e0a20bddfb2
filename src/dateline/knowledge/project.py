"""Whose knowledge is at work: Dateline's own, or that of a project, which adds to it and overrides it.

A project is the texts of its folder, read once. Whatever knows something of a project is remembered for that project
alone (`per_project`), and which one is at work is a context variable: every thread begins with Dateline's own knowledge
and enters another with `using`, so that two projects in one process do not mix.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar, TypeVarTuple

from dateline.model.errors import DataError

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

PARTS: Final = (
    "codebook/*.yaml",
    "actors.yaml",
    "actors/*.yaml",
    "places.csv",
    "places.yaml",
    "reporting.yaml",
)
"""The files that a project's folder may hold; besides notes (`.md`, `.txt`) and hidden files, which are not read."""
_NOTES: Final = frozenset({".md", ".txt"})
_MOST_REMEMBERED: Final = 8192


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of knowledge: what messages call it, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What a folder of knowledge holds. `digest`: "sha256:..." of its files' names and texts, "" of an empty project.

    Two projects with the same texts are one, wherever they lie. Small enough to be handed to other processes.
    """

    name: str = field(default="", compare=False)
    digest: str = ""
    files: tuple[tuple[str, DataFile], ...] = field(default=(), compare=False)

    def part(self, pattern: str) -> tuple[DataFile, ...]:
        """The files of one of `PARTS`, by name."""
        return tuple(file for name, file in self.files if PurePosixPath(name).match(pattern))


OWN: Final = Project()
"""No project: what Dateline comes with."""
_at_work: ContextVar[Project] = ContextVar("project", default=OWN)


def at_work() -> Project:
    """The project whose knowledge is at work here."""
    return _at_work.get()


@contextmanager
def using(project: Project) -> Iterator[Project]:
    """Work with the knowledge of `project` inside the block."""
    before = _at_work.set(project)
    try:
        yield project
    finally:
        _at_work.reset(before)


def per_project(function: Callable[[*Ts], T]) -> Callable[[*Ts], T]:
    """`function`, its answers remembered for each project apart, by its arguments, which must be hashable."""

    @lru_cache(maxsize=_MOST_REMEMBERED)
    def remembered(project: Project, *args: *Ts) -> T:
        return function(*args)

    @wraps(function)
    def looked_up(*args: *Ts) -> T:
        return remembered(_at_work.get(), *args)

    return looked_up


def read_project(folder: Path) -> Project:
    """The project in a folder, its files read but not yet checked. Raises DataError saying what to do."""
    if not folder.is_dir():
        raise DataError(f"{folder}: is no folder; 'dateline init {folder}' writes a project to start from")
    files = tuple((name, _read(folder / name)) for name in _names(folder))
    if not files:
        raise DataError(f"{folder}: holds none of {', '.join(PARTS)}; 'dateline init' writes a project to start from")
    return Project(name=folder.resolve().name, digest=_digest(files), files=files)


def _names(folder: Path) -> list[str]:
    """The files of knowledge in a folder, relative to it. Raises DataError on one that would be ignored."""
    inside = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    seen = [path for path in inside if not any(part.startswith(".") for part in path.parts)]
    names = sorted(path.as_posix() for path in seen if path.suffix.lower() not in _NOTES)
    for name in names:
        if not _is_part(name):
            raise DataError(
                f"{folder / name}: a project has no such file; it has {', '.join(PARTS)}: rename or remove it"
            )
    return names


def _is_part(name: str) -> bool:
    path = PurePosixPath(name)
    return any(path.match(part) and len(path.parts) == len(PurePosixPath(part).parts) for part in PARTS)


def _read(path: Path) -> DataFile:
    try:
        return DataFile(str(path), path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror}); check who may read it") from error


def _digest(files: tuple[tuple[str, DataFile], ...]) -> str:
    told = hashlib.sha256()
    for name, file in files:
        told.update(f"{name}\0{file.text}\0".encode())
    return f"sha256:{told.hexdigest()}"
