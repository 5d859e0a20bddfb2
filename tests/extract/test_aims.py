"""What becomes of aims, and what is told of as still to come."""

from collections.abc import Callable

import pytest

from dateline.extract.arguments import objects
from dateline.extract.governors import is_motive
from dateline.extract.modality import modality
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def token(reading: Reading, word: str) -> int:
    return next(t.i for t in reading.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        # plots and attempts
        ("Guards foiled a plot to bomb the ferry terminal.", "bomb", "bombing", "not"),
        ("Militants tried unsuccessfully to seize the dam.", "seize", "capture", "not"),
        ("Rebels tried to storm the fort but were beaten back.", "storm", "attack", "not"),
        ("Rebels tried to storm the fort and burned two cars.", "storm", "attack", "planned"),
        ("The army failed in its attempts to take the ridge.", "take", "capture", "not"),
        ("A failed attempt to free the hostages cost six lives.", "free", "release", "not"),
        ("The junta suspended plans to draft students.", "draft", "deployment", "not"),
        ("The first to leave the town were the clerks.", "leave", "displacement", "occurred"),
        ("The first attempt to leave the town was made at dawn.", "leave", "displacement", "planned"),
        # gerunds
        ("The king ruled out sending troops to the island.", "sending", "deployment", "not"),
        ("The king has not ruled out raids on the camps.", "raids", "air_strike", "possible"),
        ("The cabinet opposed sending troops to the island.", "sending", "deployment", "not"),
        ("The cabinet is considering sending troops to the island.", "sending", "deployment", "possible"),
        ("Villagers stopped gunmen from kidnapping pupils.", "kidnapping", "abduction", "not"),
        ("Villagers failed to stop gunmen from kidnapping pupils.", "kidnapping", "abduction", "occurred"),
        ("The summit stopped short of imposing sanctions.", "sanctions", "sanction", "not"),
        # what is to come
        ("The evacuation is due to begin on Sunday.", "evacuation", "displacement", "planned"),
        ("The collapse of the bridge is due to shelling.", "shelling", "shelling", "occurred"),
        ("The two sides are set to pull back their tanks.", "pull", "withdrawal", "planned"),
        ("Charities hope to deliver food by Friday.", "deliver", "aid", "planned"),
        ("The agency hopes to deliver food by Friday.", "deliver", "aid", "planned"),
        ("The envoy hopes for a truce before winter.", "truce", "ceasefire", "possible"),
        ("The envoy said a truce would begin at midnight.", "truce", "ceasefire", "planned"),
        ("An invasion would be a disaster, the envoy said.", "invasion", "attack", "possible"),
        ("A truce will come into force at midnight.", "truce", "ceasefire", "planned"),
        ("The emir will host a new round of talks.", "talks", "talks", "planned"),
        ("The envoy will fly to the capital for talks.", "talks", "talks", "planned"),
        ("The kingdom will give $20m in food aid.", "aid", "aid", "planned"),
        ("The generals could face sanctions.", "sanctions", "sanction", "possible"),
        ("The two sides agreed on the release of prisoners.", "release", "release", "planned"),
        ("The council vetoed a draft that would have imposed sanctions.", "imposed", "sanction", "not"),
        ("The bill includes three billion in aid for the army.", "aid", "arms_supply", "planned"),
        ("The colonel said: We are going to attack the port.", "attack", "attack", "planned"),
        ("The two delegations meet again next week.", "meet", "talks", "planned"),
        ("The last regiment is leaving the island tomorrow.", "leaving", "withdrawal", "planned"),
        ("The senate will vote on sending troops.", "sending", "deployment", "planned"),
        ("The king insists that the army withdraw from the island.", "withdraw", "withdrawal", "planned"),
        ("The accord provides for the withdrawal of all troops.", "withdrawal", "withdrawal", "planned"),
        ("They will hand over the bodies in exchange for the release of prisoners.", "release", "release", "planned"),
        ("Farmers stocked up for fear of an assault.", "assault", "attack", "possible"),
        # conditions
        ("Should the rebels attack the port, the fleet will answer.", "attack", "attack", "possible"),
        ("The siege will go on if the rebels do not leave.", "leave", "withdrawal", "possible"),
        ("The siege will go on until the rebels leave the port.", "leave", "withdrawal", "possible"),
        # what was
        ("Gunmen would often attack carts on that road.", "attack", "attack", "occurred"),
        ("The general would later be assassinated in exile.", "assassinated", "attack", "occurred"),
        ("The army went ahead with a planned assault on the port.", "assault", "attack", "occurred"),
        ("The expected assault on the port came on Friday.", "assault", "attack", "occurred"),
        ("The planned assault on the port angered the king.", "assault", "attack", "planned"),
        ("The garrison decided to surrender and left overnight.", "left", "withdrawal", "occurred"),
        ("He is accused of ordering the killing of six farmers.", "killing", "attack", "occurred"),
        ("The attack could have been carried out by pirates.", "attack", "attack", "occurred"),
        ("The attempted storming of the fort cost three lives.", "storming", "attack", "occurred"),
        # what is
        ("The ministry announced that rebels are leaving the port.", "leaving", "withdrawal", "occurred"),
        ("The ministry made no mention of raids on the port.", "raids", "air_strike", "occurred"),
        ("An abortive offensive on the port cost forty lives.", "offensive", "attack", "occurred"),
    ],
)
def test_aims_and_prospects_are_told_from_deeds(read, text: str, word: str, kind: str, expected: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, word), kind) == expected


def test_what_an_offensive_was_launched_for_is_planned_and_no_mere_motive(read) -> None:
    reading = read("The army launched an offensive to retake the valley.")
    assert modality(reading, token(reading, "retake"), "capture") == "planned"
    assert not is_motive(reading, token(reading, "retake"), "capture")


@pytest.mark.parametrize(
    "text",
    [
        "Officers are to be sent to the island.",
        "Officers are due to be sent to the island.",
        "The king ordered officers to be sent to the island.",
    ],
)
def test_who_is_to_be_sent_is_the_object_of_sending(read, text: str) -> None:
    reading = read(text)
    assert [reading.tokens[o].lower for o in objects(reading, token(reading, "sent"))] == ["officers"]
