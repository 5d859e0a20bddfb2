"""Make data/noun_kinds.txt, the kinds of common nouns, from WordNet 3.0.

    make_noun_kinds.py FOLDER        FOLDER holds WordNet's index.noun and data.noun (Debian: package wordnet-base)

A noun is of the kind of its first sense: `person`, `group` and `location` by the file that the sense stands in,
`structure` and `vehicle` where the sense is below "structure", "facility" or "conveyance". Only words of letters in
small letters, three at least, are taken. Run by hand; the package itself needs none of this.
"""

import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OUT: Final = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "noun_kinds.txt"
HEAD: Final = """\
# Of what kind a common noun's things are, by its first sense in WordNet 3.0 (wordnet.princeton.edu; see NOTICE): words
# of letters alone, those with no other kind left out. Made by tools/make_noun_kinds.py: `person`, `group` and
# `location` by the files that the senses stand in, `structure` (with facilities) and `vehicle` (conveyances) by what
# they are kinds of.
"""
# The numbers of WordNet's files of nouns (lexnames(5WN)).
_ARTIFACT, _FILES = 6, {14: "group", 15: "location", 18: "person"}
_ABOVE: Final = (("structure", "structure"), ("facility", "structure"), ("conveyance", "vehicle"))
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """A set of synonyms: the file it stands in, its words, the senses above it, and whether it is one named thing."""

    file: int
    words: frozenset[str]
    above: tuple[str, ...]
    named: bool


def _rows(path: Path) -> Iterator[list[str]]:
    """The fields of a file's rows, without its licence and the explanations."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            yield line.split(" | ")[0].split()


def senses_of(folder: Path) -> Mapping[str, Sense]:
    """The senses of data.noun by their offsets (wndb(5WN))."""
    found = {}
    for row in _rows(folder / "data.noun"):
        count = int(row[3], 16)
        pointers = row[5 + 2 * count :]
        symbols, offsets = pointers[::4], pointers[1::4]
        found[row[0]] = Sense(
            file=int(row[1]),
            words=frozenset(row[4 : 4 + 2 * count : 2]),
            above=tuple(offset for symbol, offset in zip(symbols, offsets, strict=False) if symbol == "@"),
            named="@i" in symbols,
        )
    return found


def nouns_of(folder: Path) -> Mapping[str, list[str]]:
    """The offsets of each noun's senses in index.noun, the commonest first."""
    return {row[0]: row[6 + int(row[3]) :] for row in _rows(folder / "index.noun")}


def all_above(offset: str, senses: Mapping[str, Sense]) -> set[str]:
    """A sense and all that it is a kind of."""
    found, left = set(), [offset]
    while left:
        here = left.pop()
        if here not in found:
            found.add(here)
            left += senses[here].above
    return found


def kinds(nouns: Mapping[str, list[str]], senses: Mapping[str, Sense]) -> Mapping[str, list[str]]:
    """The nouns of each kind."""
    tops = {next(offset for offset in nouns[noun] if senses[offset].file == _ARTIFACT): kind for noun, kind in _ABOVE}
    found: dict[str, list[str]] = defaultdict(list)
    for noun, offsets in nouns.items():
        sense = senses[offsets[0]]
        if not noun.isalpha() or len(noun) < _SHORTEST or sense.named or noun not in sense.words:
            continue
        kind = _FILES.get(sense.file)
        if sense.file == _ARTIFACT:
            above = all_above(offsets[0], senses)
            kind = next((of for top, of in tops.items() if top in above), None)
        if kind is not None:
            found[kind].append(noun)
    return found


def as_text(found: Mapping[str, list[str]]) -> str:
    """The file's text."""
    parts = [HEAD]
    for kind in sorted(found):
        words = textwrap.fill(" ".join(sorted(found[kind])), 118, initial_indent="  ", subsequent_indent="  ")
        parts.append(f"{kind}:\n{words}\n")
    return "".join(parts)


def main() -> None:
    """Write the file."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    OUT.write_text(as_text(kinds(nouns_of(folder), senses_of(folder))), encoding="utf-8")


if __name__ == "__main__":
    main()
