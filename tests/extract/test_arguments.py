"""Logical subjects and objects, whatever the voice."""

import pytest

from dateline.extract.arguments import objects, subjects
from dateline.model.text import Reading


def words(reading: Reading, heads: tuple[int, ...]) -> list[str]:
    return [reading.tokens[h].text for h in heads]


def verb(reading: Reading, word: str) -> int:
    return next(t.i for t in reading.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "agents", "targets"),
    [
        ("Rebels attacked the convoy.", "attacked", ["Rebels"], ["convoy"]),
        ("The convoy was attacked by rebels.", "attacked", ["rebels"], ["convoy"]),
        ("The convoy was attacked on Monday.", "attacked", [], ["convoy"]),
        ("Gunmen who killed two farmers fled.", "killed", ["Gunmen"], ["farmers"]),
        ("Soldiers and policemen stormed the camp.", "stormed", ["Soldiers", "policemen"], ["camp"]),
        ("Jets struck the market, killing nine traders.", "killing", ["Jets"], ["traders"]),
        ("Farmers killed in the raid were buried.", "killed", [], ["Farmers"]),
        ("Militants fighting the army retreated.", "fighting", ["Militants"], ["army"]),
        ("Troops began shelling the village.", "shelling", ["Troops"], ["village"]),
        ("After seizing the bridge, the militia moved north.", "seizing", ["militia"], ["bridge"]),
        ("The army is accused of bombing a school.", "bombing", ["army"], ["school"]),
        ("Two nurses were hit by a shell while crossing the bridge.", "crossing", ["nurses"], ["bridge"]),
        ("The mill is believed to have been seized by the militia.", "seized", ["militia"], ["mill"]),
        ("Having been shelled by the navy, the port was closed.", "shelled", ["navy"], ["port"]),
        ("After being looted by soldiers, the shop was burnt.", "looted", ["soldiers"], ["shop"]),
        ("The rebels were able to seize the bridge.", "seize", ["rebels"], ["bridge"]),
        ("The guards prevented looters from entering the museum.", "entering", ["looters"], ["museum"]),
        ("The army stopped shelling the village.", "shelling", ["army"], ["village"]),
    ],
)
def test_voice_and_clause_do_not_matter(read, text: str, word: str, agents: list[str], targets: list[str]) -> None:
    reading = read(text)
    i = verb(reading, word)
    assert (words(reading, subjects(reading, i)), words(reading, objects(reading, i))) == (agents, targets)
