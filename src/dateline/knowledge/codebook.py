"""The codebook: one YAML file for each type of event, loaded and checked.

Each file says what the type is and is not, which words announce it, in which frame, and shows sentences that must
and must not be coded. The printed codebook and the extractor are made from the same files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from dateline.knowledge.codebook_entry import OF_A_PROJECT, Entry, Trigger, read_entry
from dateline.knowledge.project import DataFile, per_project
from dateline.knowledge.types import BUILT_IN, TYPES, own_types
from dateline.model.errors import DataError

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Codebook:
    """All types, and their triggers by (part of speech, lemma)."""

    entries: Mapping[str, Entry]
    index: Mapping[tuple[str, str], tuple[Trigger, ...]]

    def triggers(self, part: str, lemma: str) -> tuple[Trigger, ...]:
        """The triggers that a word of this part of speech and lemma may be."""
        return self.index.get((part, lemma), ())


@per_project
def load_codebook() -> Codebook:
    """The codebook of the package, and over it that of the project at work. Raises DataError naming what is wrong."""
    own = {type: _own_entry(file) for type, file in own_types().items() if type in TYPES}
    rest = (read_entry(file) for type, file in _files().items() if type in TYPES and type not in own)
    return make_codebook((*rest, *own.values()))


def make_codebook(entries: Iterable[Entry]) -> Codebook:
    """A codebook of these entries, in the order of the table of types."""
    order = list(TYPES)
    ordered = sorted(entries, key=lambda entry: order.index(entry.type))
    index: dict[tuple[str, str], list[Trigger]] = {}
    for entry in ordered:
        for trigger in entry.triggers:
            for lemma in trigger.lemmas:
                index.setdefault((trigger.part, lemma), []).append(trigger)
    return Codebook({e.type: e for e in ordered}, {key: tuple(found) for key, found in index.items()})


def _files() -> dict[str, DataFile]:
    """The package's files, each called after its type. Raises DataError where one is missing."""
    folder = resources.files("dateline") / "data" / "codebook"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    found = {file.name.removesuffix(".yaml"): file for file in files}
    if wrong := BUILT_IN.keys() ^ found.keys():
        raise DataError(f"codebook: the file {min(wrong)}.yaml is missing, or its type is unknown")
    return {type: DataFile(f"codebook/{type}.yaml", file.read_text(encoding="utf-8")) for type, file in found.items()}


def _own_entry(file: DataFile) -> Entry:
    """A project's type. Raises DataError where a new one has no codes."""
    entry = read_entry(file, OF_A_PROJECT, own_codes=True)
    if entry.coded_as is None and entry.type not in BUILT_IN:
        raise DataError(f"{file.path}: a new type needs codes: acled, plover, cameo and ucdp, null where none fits")
    return entry
