"""Kinds of nouns are read from WordNet's files."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from make_noun_kinds import all_above, as_text, kinds, nouns_of, senses_of

# Sense by sense: offset, file, part of speech, words in hexadecimal number, pointers, explanation.
DATA = """\
  1 This line is a licence
00000001 06 n 01 structure 0 000 | what is built
00000002 06 n 01 facility 0 000 | what serves
00000003 06 n 01 conveyance 0 000 | what carries
00000004 06 n 02 kiln 0 oast 0 001 @ 00000001 n 0000 | where things are dried
00000005 18 n 01 dryer 0 000 | who dries
00000006 06 n 01 dryer 0 000 | what dries
00000007 18 n 01 Aldous 0 001 @i 00000005 n 0000 | a dryer
00000008 06 n 01 cog 0 001 @ 00000003 n 0000 | a ship
00000009 13 n 01 stew 0 000 | a dish
"""
INDEX = """\
  1 This line is a licence
aldous n 1 1 @i 1 0 00000007
cog n 1 1 @ 1 0 00000008
conveyance n 1 0 1 0 00000003
dryer n 2 0 2 0 00000005 00000006
facility n 1 0 1 0 00000002
kiln n 1 1 @ 1 0 00000004
stew n 1 0 1 0 00000009
structure n 1 0 1 0 00000001
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data.noun").write_text(DATA, encoding="utf-8")
    (tmp_path / "index.noun").write_text(INDEX, encoding="utf-8")
    return tmp_path


def test_a_noun_is_of_the_kind_of_its_first_sense(folder: Path) -> None:
    found = kinds(nouns_of(folder), senses_of(folder))
    assert found["person"] == ["dryer"]
    assert "kiln" in found["structure"]
    assert "cog" in found["vehicle"]
    assert all("stew" not in words for words in found.values())


def test_names_are_no_nouns(folder: Path) -> None:
    assert all("aldous" not in words for words in kinds(nouns_of(folder), senses_of(folder)).values())


def test_all_that_a_sense_is_a_kind_of_is_found(folder: Path) -> None:
    assert all_above("00000004", senses_of(folder)) == {"00000004", "00000001"}


def test_the_file_lists_kinds_and_words_in_order() -> None:
    text = as_text({"vehicle": ["cog"], "person": ["welder", "dryer"]})
    assert text.endswith("person:\n  dryer welder\nvehicle:\n  cog\n")
    assert text.startswith("#")
