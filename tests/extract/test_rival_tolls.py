"""Two speakers who give two tolls of one act in one sentence are two claims."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.text import Reading

Told = Callable[[str], list[tuple[int | None, list[str]]]]


@pytest.fixture
def told(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Told:
    """The first figure of each claim, and who gives it."""

    def claims(text: str) -> list[tuple[int | None, list[str]]]:
        found = extract(read(text), load_codebook(), gazetteer, judge=False).claims
        return [(c.counts[0].low if c.counts else None, [s.name for s in c.sources]) for c in found]

    return claims


@pytest.mark.parametrize(
    "text",
    [
        "A mine went off in Azmar on Monday; medics put the dead at 12, villagers at 15.",
        "A mine killed 12 people in Azmar on Monday, medics said; villagers said 15.",
        "Medics said the mine in Azmar killed 12 people, villagers 15.",
        "The mine in Azmar killed 12 people according to medics and 15 according to villagers.",
        "A mine killed 12 people in Azmar, medics said, but villagers put the toll at 15.",
    ],
)
def test_each_of_two_speakers_has_his_own_toll(told: Told, text: str) -> None:
    assert sorted((low, [s.lower() for s in names]) for low, names in told(text)) == [
        (12, ["medics"]),
        (15, ["villagers"]),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A mine went off in Azmar on Monday; nurses put the dead at nine, the wounded at 15.", 1),
        ("The blast in Azmar killed six soldiers and wounded 12, medics said.", 1),
        ("The blast in Azmar killed six soldiers in 2014, medics said.", 1),
    ],
)
def test_a_second_figure_of_the_same_speaker_makes_no_second_claim(told: Told, text: str, figures: int) -> None:
    assert len(told(text)) == figures


def test_the_wounded_behind_the_dead_are_counted_though_the_verb_is_told_once(
    read: Callable[[str], Reading], gazetteer: Gazetteer
) -> None:
    text = "A bomb exploded in Azmar on Monday; medics put the dead at nine, the wounded at 20."
    (claim,) = extract(read(text), load_codebook(), gazetteer, judge=False).claims
    assert [(c.kind, c.low) for c in claim.counts] == [("killed", 9), ("injured", 20)]
