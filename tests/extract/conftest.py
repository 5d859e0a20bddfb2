"""Readings of sentences written for a test."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.claim import Claim
from dateline.model.text import Reading, Report
from dateline.read.parser import Parser

Read = Callable[[str], Reading]
TOWNS = ("Saraqib", "Azmar", "Nyala", "Goma")


@pytest.fixture
def read(parser: Parser) -> Read:
    """The reading of a text given as it is."""
    return lambda text: parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """A small one, of towns that the tests' sentences name."""
    path = tmp_path_factory.mktemp("claims") / "places.sqlite"
    towns = [PlaceRow(kind="city", names=(t,), country="SY", lat=35.0, lon=37.0, population=40_000) for t in TOWNS]
    build(path, rows=[PlaceRow(kind="country", names=("Syria",), country="SY", lat=35.0, lon=38.0), *towns])
    return Gazetteer(path)


@pytest.fixture
def claims_of(read: Read, gazetteer: Gazetteer) -> Callable[[str], tuple[Claim, ...]]:
    """All that a text claims, before the judge."""
    return lambda text: extract(read(text), load_codebook(), gazetteer, judge=False).claims
