"""Runs a command beside a PostgreSQL server of its own, which lives in a temporary folder and ends with the command.

    with_postgres.py [--durable] COMMAND [ARGUMENT...]

The command finds the server in the variable DATELINE_TEST_POSTGRES, as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.
The server listens on a free port of 127.0.0.1, asks for a password, and sorts text as American English does unless it
is told otherwise, so that tests notice what rests on the server's own order. Without --durable it does not wait for
the disk. PostgreSQL and PostGIS are installed by apt where they are missing and this may be done. PostgreSQL does not
run as root: there, it runs as the user that its package made. Exit status: the command's.
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

INSTALLED: Final = Path("/usr/lib/postgresql")
USER: Final = "dateline"
UNPRIVILEGED: Final = ("postgres", "nobody")


def main(arguments: Sequence[str]) -> int:
    """Run the command and give its exit status."""
    durable = arguments[:1] == ["--durable"]
    command = arguments[durable:]
    if not command:
        sys.exit("with_postgres.py: name the command to run")
    with server(durable=durable) as address:
        return subprocess.run(command, env={**os.environ, "DATELINE_TEST_POSTGRES": address}, check=False).returncode


@contextmanager
def server(*, durable: bool) -> Iterator[str]:
    """The address of a database of a new server, which is stopped and deleted at the end."""
    programs, folder = _programs(), Path(tempfile.mkdtemp(prefix="postgres-"))
    try:
        password = secrets.token_hex(8)
        port = _made(programs, folder, password)
        _start(programs, folder, port, durable=durable)
        try:
            address = f"postgresql://{USER}:{password}@127.0.0.1:{port}"
            _run([programs / "createdb", f"--maintenance-db={address}/postgres", USER], folder)
            yield f"{address}/{USER}"
        finally:
            _run([programs / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of the newest PostgreSQL here, which is installed first where it must be."""
    found = _newest()
    if found is None:
        _install("postgresql")
        found = _newest()
    if found is None:
        sys.exit("with_postgres.py: no PostgreSQL here; install it, with PostGIS, and try again")
    version = found.parent.name
    if not Path(f"/usr/share/postgresql/{version}/extension/postgis.control").exists():
        _install(f"postgresql-{version}-postgis-3")
    return found


def _newest() -> Path | None:
    found = sorted(INSTALLED.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


def _install(package: str) -> None:
    """By apt; without it, or without the rights, what is missing is told by whoever misses it."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", package]):
        subprocess.run(["apt-get", "-qq", *step], env=quiet, stdout=subprocess.DEVNULL, check=False)


def _made(programs: Path, folder: Path, password: str) -> int:
    """Make the server's files; the port that it is to listen on."""
    (folder / "password").write_text(password, encoding="utf-8")
    if user := _user():
        for path in (folder, folder / "password"):
            shutil.chown(path, user)
    order = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8"]
    entry = [f"--username={USER}", "--auth=scram-sha-256", f"--pwfile={folder / 'password'}"]
    _run([programs / "initdb", "-D", folder / "data", "--no-sync", *order, *entry], folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _start(programs: Path, folder: Path, port: int, *, durable: bool) -> None:
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}{'' if durable else ' -F'}"
    log = folder / "log"
    _run([programs / "pg_ctl", "-D", folder / "data", "-l", log, "-w", "-o", options, "start"], folder)


def _run(command: Sequence[str | Path], folder: Path) -> None:
    """Run one of PostgreSQL's programs quietly; where it fails, its words are this program's last."""
    with tempfile.TemporaryFile() as said:
        ended = subprocess.run(
            command, cwd=folder, user=_user(), stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False
        )
        if ended.returncode:
            said.seek(0)
            sys.exit(f"with_postgres.py: {Path(command[0]).name}: {said.read().decode(errors='replace').strip()}")


def _user() -> str | None:
    """The user to run the server as, where this program runs as root."""
    if os.geteuid() != 0:
        return None
    return next((name for name in UNPRIVILEGED if name in {user.pw_name for user in pwd.getpwall()}), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
