"""Words for ground, forces, flight and harm: each announces its type, and its look-alike nothing of the kind."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import Codebook, load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.text import Reading

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def types(reading: Reading, codebook: Codebook, gazetteer: Gazetteer) -> set[str]:
    return {claim.type for claim in extract(reading, codebook, gazetteer, judge=False).claims}


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("capture", "The militia took possession of the border post."),
        ("capture", "Soldiers made their way into the centre of Saraqib on Tuesday."),
        ("capture", "Control of the town passed to the rebels."),
        ("capture", "The army purged Saraqib of militants."),
        ("capture", "The group expanded its territory in the hills."),
        ("capture", "The army occupied the north of the island."),
        ("withdrawal", "The army relinquished the crossing."),
        ("withdrawal", "The government will bring its troops home by the spring."),
        ("withdrawal", "The departure of the peacekeepers began in June."),
        ("withdrawal", "The garrison transferred the airfield to the militia."),
        ("siege", "The fighters were bottled up in the old quarter."),
        ("siege", "The brigade completed the isolation of the town."),
        ("deployment", "The army has been called in to restore order."),
        ("deployment", "Reinforcements and tanks entered Saraqib from the east."),
        ("deployment", "Soldiers stood guard outside the parliament."),
        ("deployment", "The government doubled the number of troops in the province."),
        ("deployment", "Some 300 more soldiers will go to the border."),
        ("deployment", "Reinforcements are on their way."),
        ("arms_supply", "The state sponsors the militia."),
        ("arms_supply", "The rebels received a shipment of rifles."),
        ("arms_supply", "The state pledged 40 million dollars for artillery shells to the army."),
        ("group_change", "The front cut its ties with the network."),
        ("group_change", "The movement splintered after the death of its founder."),
        ("group_change", "The president fired the commander of the eastern army."),
        ("group_change", "The president appointed General Ahmad Samir as chief of staff."),
        ("group_change", "He succeeded his brother at the head of the militia."),
        ("group_change", "Soldiers joined the rebellion."),
        ("casualties", "A mass grave was found near the village."),
        ("casualties", "Medics said 12 people had been hurt."),
        ("displacement", "Some 900 were evacuated by bus."),
        ("displacement", "More than 2,000 left their homes."),
        ("displacement", "The villages were emptied of their inhabitants."),
        ("displacement", "Some 300 families are sheltering in schools."),
        ("displacement", "The families ran for their lives."),
        ("displacement", "Peasants have sought refuge in the capital."),
        ("damage", "The city has been without electricity since Monday."),
        ("damage", "Militiamen torched a bus near the market."),
        ("damage", "The church sustained heavy damage."),
        ("damage", "The warship was sunk."),
    ],
)
def test_a_word_announces_its_type(
    wanted: str, text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    assert wanted in types(read(text), codebook, gazetteer)


@pytest.mark.parametrize(
    ("unwanted", "text"),
    [
        ("capture", "The army advanced the cause of peace."),
        ("capture", "Snipers took up positions on the roofs."),
        ("withdrawal", "The suspect turned himself in to the police."),
        ("deployment", "The jet flew tourists over the bay."),
        ("group_change", "He succeeded his father as king."),
        ("siege", "Telephone lines have been cut."),
        ("casualties", "The toll could rise, doctors said."),
        ("displacement", "Fans streamed out of the stadium."),
        ("damage", "The village was left without electricity by the storm."),
    ],
)
def test_a_look_alike_announces_nothing_of_the_kind(
    unwanted: str, text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    assert unwanted not in types(read(text), codebook, gazetteer)
