"""Projects made for tests: folders of knowledge, written from their texts."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from dateline.knowledge.project import DataFile, Project

SIGHTING = """
type: drone_sighting
group: forces
definition: Drones seen over a place.
triggers:
  - verb: [see, spot]
    object: [drone]
    agent: []
    target: []
codes: {acled: [Strategic developments, Other], plover: [OBSERVE, null], cameo: '010', ucdp: null}
examples:
  - text: Two drones were seen over the harbour on Monday, a farmer said.
    sources: [farmer]
counterexamples:
  - The firm showed a new drone at the fair.
"""
ACTORS = "- {id: fen-guard, name: Fen Guard, names: [Guard of the Fen], role: armed group, kind: identity militia}\n"
PLACES = "name,names,country,lat,lon\nOld Fen Wells,Bir Fen;Fen Wells,SD,13.5,25.3\n"
VERBS = "verbs:\n  - {name: attesting, stance: asserts, content: [clause], speaker: named, lemmas: [attest]}\n"
WHOLE = {
    "codebook/drone_sighting.yaml": SIGHTING,
    "actors.yaml": ACTORS,
    "places.csv": PLACES,
    "reporting.yaml": VERBS,
}


def written(folder: Path, files: Mapping[str, str] = WHOLE) -> Path:
    """The folder, with these files in it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def made(digest: str | None = None, **files: str) -> Project:
    """A project of files by the stem of their name: `actors="..."`, `places_csv="..."`, `codebook_x="..."`."""
    named = tuple((_name(stem), DataFile(_name(stem), text)) for stem, text in files.items())
    told = sha256(repr(named).encode()).hexdigest()
    return Project(name="made", digest=digest or f"sha256:{told}", files=named)


def _name(stem: str) -> str:
    if stem.startswith("codebook_"):
        return f"codebook/{stem.removeprefix('codebook_')}.yaml"
    return "places.csv" if stem == "places_csv" else f"{stem}.yaml"
