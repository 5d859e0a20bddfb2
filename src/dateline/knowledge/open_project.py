"""A project's folder opened, with all its knowledge checked before the first page; and the one to start from."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.knowledge.actors import actors
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.codes import code_rows
from dateline.knowledge.own_places import own_places
from dateline.knowledge.project import Project, read_project, using
from dateline.knowledge.reporting import reporting


def open_project(folder: Path) -> Project:
    """The project in a folder, checked. Raises DataError naming file, line and key of the first thing that is wrong.

    Whether a place's province is known is told when the gazetteer is opened.
    """
    project = read_project(folder)
    with using(project):
        load_codebook()
        code_rows()
        actors()
        reporting()
        own_places()
    return project


def write_start(folder: Path) -> list[Path]:
    """Write the project to start from into `folder`: the files written. Raises OSError."""
    return list(_copy(resources.files("dateline") / "data" / "project", folder))


def _copy(source: Traversable, target: Path) -> list[Path]:
    if source.is_file():
        target.write_bytes(source.read_bytes())
        return [target]
    target.mkdir(parents=True, exist_ok=True)
    inside = sorted(source.iterdir(), key=lambda one: (not one.is_file(), one.name))
    return [path for one in inside for path in _copy(one, target / one.name)]
