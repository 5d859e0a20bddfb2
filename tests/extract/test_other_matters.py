"""Words of war that tell of another matter: end to end, a sentence of ordinary life makes no claim of conflict."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import Codebook, load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.types import TYPES
from dateline.model.text import Reading

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def kinds(reading: Reading, codebook: Codebook, gazetteer: Gazetteer) -> list[str]:
    """The types of violence, territory and forces that a text is coded with, however unlikely."""
    claims = extract(reading, codebook, gazetteer, judge=False).claims
    return [c.type for c in claims if TYPES[c.type] in ("violence", "territory", "forces")]


@pytest.mark.parametrize(
    "text",
    [
        # works and museums
        "The novel follows a nurse who is abducted by rebels.",
        "In the film, a squad of soldiers storms the palace.",
        "The actor plays a colonel who bombs a village.",
        # quarrels
        "She said she was done fighting with her ex.",
        "It was a fight between two passengers, the driver said.",
        # courts
        "He faces two counts of kidnapping.",
        # what a threat answers
        "The navy warned that the raid on its ship would not go unpunished.",
        # choices
        "The strikers had no option but to surrender.",
        "Surrender is the only option, the coach said.",
        # wars without arms
        "Beijing fired a new salvo in the trade war.",
        "The grocer struck back in the price war with an attack on its rival's margins.",
        # courts, sayings and assessments
        "The driver pleaded guilty to the murder of his neighbour.",
        "To pause now is to surrender.",
        "The rules say when officers should use force.",
        "And that means a slaughter.",
        "Street battles are an embarrassment to the mayor.",
        "If you have been sexually assaulted, help is at hand.",
        "The speakers raised issues of sexual violence.",
        # words
        "Maria Okello attacked Peter Lindqvist for his votes on the health bill.",
        # habits
        "The army said that it strikes only the positions of terrorist groups.",
        "A spokesman said the army never targets hospitals.",
        # history
        "The castle was besieged in 1216.",
        "The church was bombed in 1941 and rebuilt ten years later.",
    ],
)
def test_ordinary_life_makes_no_claim_of_conflict(
    read: Read, codebook: Codebook, gazetteer: Gazetteer, text: str
) -> None:
    assert kinds(read(text), codebook, gazetteer) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen attacked the cinema where the film was shown.", "attack"),
        ("There was fighting between the army and the rebels near Azmar.", "armed_clash"),
        ("Armed men fought with soldiers near Azmar.", "armed_clash"),
        ("He was arrested on suspicion of murder after gunmen killed nine people in Azmar.", "attack"),
        ("Two colonels, who play chess, defected to the rebels.", "group_change"),
        ("The attack was the third on the town, officials said.", "attack"),
        ("The raid that killed nine people was an attack on the army, officials said.", "attack"),
        ("Police charged a man after gunmen murdered two judges.", "attack"),
        ("The garrison of Azmar surrendered on Monday.", "withdrawal"),
        ("Despite the trade war, militants attacked the port with rifles.", "attack"),
        ("Peter Lindqvist attacked Maria Okello with a knife outside the court.", "attack"),
        ("Only two soldiers were killed when rebels attacked the post near Azmar.", "attack"),
        ("Warplanes bombed the church, built in 1941, on Friday.", "air_strike"),
    ],
)
def test_conflict_beside_other_matters_is_told(
    read: Read, codebook: Codebook, gazetteer: Gazetteer, text: str, kind: str
) -> None:
    assert kind in kinds(read(text), codebook, gazetteer)
