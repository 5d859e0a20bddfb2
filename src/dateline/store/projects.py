"""The projects whose knowledge coded pages: kept as they were, since their folders change."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from dateline.knowledge.project import DataFile, Project
from dateline.store.tables import projects


def keep_project(connection: Connection, project: Project, codebook: str) -> None:
    """Keep a project under the version of the codebook that it makes, unless it is here; no project is not kept."""
    known = select(projects.c.codebook).where(projects.c.codebook == codebook)
    if not project.digest or connection.execute(known).first():
        return
    row = {
        "codebook": codebook,
        "digest": project.digest,
        "name": project.name,
        "added": datetime.now(UTC),
        "files": {name: file.text for name, file in project.files},
    }
    connection.execute(insert(projects), row)


def kept_projects(connection: Connection) -> Iterator[Project]:
    """The projects in the order in which they were first used."""
    for row in connection.execute(select(projects).order_by(projects.c.added, projects.c.codebook)):
        files = tuple((name, DataFile(f"{row.name}/{name}", text)) for name, text in row.files.items())
        yield Project(name=row.name, digest=row.digest, files=files)
