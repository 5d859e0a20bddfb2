"""Figures of sentences whose own claims were left out."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import look, stages
from dateline.extract.left_figures import with_left_figures
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.text import Report
from dateline.read.parser import Parser

Tell = Callable[[str], list[tuple[str, int | None]]]
FIRST = "Rockets hit a market in Azmar on Monday, killing three people. "


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("left") / "places.sqlite"
    towns = [
        PlaceRow(kind="city", names=(t,), country="SY", lat=35.0, lon=37.0, population=9000)
        for t in ("Azmar", "Tarvan")
    ]
    build(path, rows=[PlaceRow(kind="country", names=("Syria",), country="SY", lat=35.0, lon=38.0), *towns])
    return Gazetteer(path)


@pytest.fixture
def counted(parser: Parser, gazetteer: Gazetteer) -> Tell:
    """The figures of the first claim, where every other one is left out."""

    def told(text: str) -> list[tuple[str, int | None]]:
        report = Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29")
        scene = look(parser.read(report), gazetteer)
        claims = stages(scene, load_codebook()).kept
        (first,) = with_left_figures(scene, claims, claims[:1])
        return [(c.kind, c.low) for c in first.counts]

    return told


def test_the_wounded_told_next_are_of_the_act_told_before(counted: Tell) -> None:
    text = FIRST + "Seven others were reported injured in the attack, who were taken to a clinic."
    assert counted(text) == [("killed", 3), ("injured", 7)]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "Seven farmers were injured in an attack in Tarvan.",
        FIRST + "Seven farmers were injured in an attack on Tuesday.",
    ],
)
def test_the_wounded_of_another_place_or_day_are_not(counted: Tell, text: str) -> None:
    assert counted(text) == [("killed", 3)]
