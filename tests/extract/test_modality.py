"""Whether what is told occurred."""

from collections.abc import Callable

import pytest

from dateline.extract.governors import is_motive
from dateline.extract.modality import modality
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def token(reading: Reading, word: str) -> int:
    return next(t.i for t in reading.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels captured the town on Friday.", "captured", "occurred"),
        ("The gains bring the army closer to capturing the town.", "capturing", "possible"),
        ("Fighters failed to capture the bridge.", "capture", "not"),
        ("The army did not bomb the clinic.", "bomb", "not"),
        ("No shots were fired in the square.", "fired", "not"),
        ("No sign that the rebels were withdrawing was seen.", "withdrawing", "not"),
        ("There was no sign of the rebels withdrawing.", "withdrawing", "not"),
        ("There were signs of the rebels withdrawing.", "withdrawing", "occurred"),
        ("A truce has yet to be agreed.", "truce", "not"),
        ("Shells hit families who were trying to escape on foot.", "escape", "occurred"),
        ("The militia has tried to advance on the hills for weeks.", "advance", "occurred"),
        ("The militia tried to advance on the hills but was driven back.", "advance", "not"),
        ("Smoke rose close to where a helicopter had been shot down.", "shot", "occurred"),
        ("If confirmed, this would be the first attack on the port.", "attack", "occurred"),
        ("If the use of gas is confirmed, sanctions may follow.", "use", "occurred"),
        ("An attack on the ferry could constitute a war crime.", "attack", "occurred"),
        ("A raid on Friday did not cause any damage.", "raid", "occurred"),
        ("Earlier cases of a deployment have never brought a war.", "deployment", "occurred"),
        ("The junta abandoned a ceasefire to launch an assault on the hills.", "assault", "occurred"),
        ("The junta abandoned plans to launch an assault on the hills.", "assault", "not"),
        ("Envoys asked for the meeting, which was held in private.", "meeting", "occurred"),
        ("Oslo said it had no confirmation that shells had been used.", "used", "occurred"),
        ("The main goal of this rebel assault is to seize the port.", "assault", "occurred"),
        ("Many doubt the real intentions of the raids.", "raids", "occurred"),
        ("The lorries were to have delivered food on Tuesday.", "delivered", "not"),
        ("Militants attempted to overrun the post, but guards repelled them.", "overrun", "not"),
        ("The captives were supposed to be freed on Friday, but none has been released.", "freed", "not"),
        ("Had the rebels taken the bridge, the city would have been cut off.", "taken", "not"),
        ("The president ordered the town taken by spring.", "taken", "planned"),
        ("The rise could be due to killings by the guard.", "killings", "possible"),
        ("The two sides have yet to sign a truce.", "truce", "not"),
        ("The mayor has yet to condemn the raid.", "raid", "occurred"),
        ("The meeting ended without agreement on a truce.", "truce", "not"),
        ("There is still no deal on a truce.", "truce", "not"),
        ("The general vowed to retake the city.", "retake", "planned"),
        ("Troops will withdraw from the province.", "withdraw", "planned"),
        ("Residents fear an attack on the camp.", "attack", "possible"),
        ("She was afraid that there would be a bombing near her house.", "bombing", "possible"),
        ("The bigger risk is a clash at the border.", "clash", "possible"),
        ("The deal allows for the eventual withdrawal of the garrison.", "withdrawal", "planned"),
        ("Militants could strike the port again.", "strike", "possible"),
        ("If the rebels attack the base, the army will answer.", "attack", "possible"),
        ("An offensive to seize the valley began at dawn.", "seize", "planned"),
        ("Police foiled an attack on the station.", "attack", "not"),
        ("The envoy urged both sides to stop the shelling.", "shelling", "occurred"),
        ("Soldiers began to leave the town.", "leave", "occurred"),
        ("Villagers were forced to leave their homes.", "leave", "occurred"),
        ("Aid workers spoke of a planned offensive.", "offensive", "planned"),
        ("The army not only bombed the bridge but mined the road.", "bombed", "occurred"),
    ],
)
def test_modality_follows_what_is_said_of_the_event(read, text: str, word: str, expected: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, word)) == expected


def test_a_threat_is_made_although_what_it_threatens_is_not_done(read) -> None:
    reading = read("We will respond, the minister warned.")
    assert modality(reading, token(reading, "respond"), "threat") == "occurred"
    assert modality(reading, token(reading, "respond"), "attack") == "planned"


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("Talks to be held in Oman were announced.", "Talks", "talks", "planned"),
        ("The meeting is set to open tomorrow.", "meeting", "talks", "planned"),
        ("The envoys called off a planned visit.", "visit", "talks", "not"),
        ("An attempt by militants to seize the port failed.", "seize", "capture", "not"),
        ("An attempt by militants to seize the port succeeded.", "seize", "capture", "occurred"),
        ("The army has no plans to seize the port.", "seize", "capture", "not"),
        ("Guards failed to prevent the bombing of the depot.", "bombing", "bombing", "occurred"),
        ("Troops dug in to prevent an attack on the depot.", "attack", "attack", "possible"),
        ("The soldiers withdrew without firing a shot.", "firing", "attack", "not"),
        ("It is likely that the rebels will attack the town.", "attack", "attack", "possible"),
        ("The militia may attempt to seize the port.", "seize", "capture", "possible"),
        ("The town asked for help in case of an attack.", "attack", "attack", "possible"),
        ("It is unclear if the jets bombed the depot.", "bombed", "air_strike", "occurred"),
        ("The army has considered sending tanks to the border.", "sending", "deployment", "possible"),
        ("Officials warned of raids on the camps.", "raids", "attack", "possible"),
        ("The rebels agreed to hold their fire.", "hold", "ceasefire", "occurred"),
        ("Thousands rallied to protest the verdict.", "protest", "protest", "occurred"),
        ("Six rebels died in a failed attack on the fort.", "attack", "attack", "occurred"),
        ("They must not send weapons to the region.", "send", "demand", "occurred"),
        ("The minister will call for a truce.", "call", "demand", "planned"),
        ("Talks that were due to open in Oman were cancelled.", "Talks", "talks", "not"),
        ("Talks that were held in Oman were fruitful.", "Talks", "talks", "occurred"),
        ("The truce that was supposed to begin at dawn never materialised.", "truce", "ceasefire", "not"),
        ("The ceasefire never took hold.", "ceasefire", "ceasefire", "not"),
        ("A truce has so far eluded the envoys.", "truce", "ceasefire", "not"),
        ("Not a single captive has been freed.", "freed", "release", "not"),
        ("Neither side has opened fire.", "opened", "attack", "not"),
        ("The exchange of captives fell through.", "exchange", "release", "not"),
        ("The evacuation of the port was halted before it began.", "evacuation", "displacement", "not"),
        ("The shelling was halted before they reached the port.", "shelling", "shelling", "occurred"),
        ("The rebels' attempt to seize the port ended in failure.", "seize", "capture", "not"),
        ("Rebel efforts to seize the port were beaten back.", "seize", "capture", "not"),
        ("Rebels tried in vain to seize the port.", "seize", "capture", "not"),
        ("Rebels tried to seize the port without success.", "seize", "capture", "not"),
        ("Fears are growing that rebels will attack the port.", "attack", "attack", "possible"),
        ("The general was tasked with retaking the port.", "retaking", "capture", "planned"),
        ("The president has offered an amnesty to the rebels.", "amnesty", "release", "planned"),
    ],
)
def test_what_stands_above_says_whether_it_happened(read, text: str, word: str, kind: str, expected: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, word), kind) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Leaders plan to discuss the attack.", "attack"),
        ("The court called for an inquiry into the shooting.", "shooting"),
        ("The army will respond to the raid.", "raid"),
        ("A judge said he plotted the raid which killed two guards.", "raid"),
        ("The arrest may be a turning point.", "arrest"),
        ("Villagers left to avoid the shelling.", "shelling"),
        ("The force was able to seize the bridge.", "seize"),
        ("The siege forced families to flee.", "flee"),
    ],
)
def test_what_is_merely_mentioned_in_a_plan_occurred(read, text: str, word: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, word), "attack") == "occurred"


@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("The rebels have yet to withdraw from the town.", "withdraw", "withdrawal", "not"),
        ("He was shot before he could detonate the bomb.", "detonate", "bombing", "not"),
        ("There were no rockets fired at the port.", "fired", "shelling", "not"),
        ("There were no reports of casualties.", "casualties", "casualties", "not"),
        ("The rebels rejected a ceasefire.", "ceasefire", "ceasefire", "not"),
        ("Delays in the withdrawal angered both sides.", "withdrawal", "withdrawal", "not"),
        ("The deal allows rebels to leave the town.", "leave", "withdrawal", "planned"),
        ("The army allowed families to leave the town.", "leave", "displacement", "occurred"),
        ("The army told residents to leave the town.", "leave", "displacement", "planned"),
        ("Police banned a march planned for Sunday.", "march", "protest", "planned"),
        ("Lorvia is weighing strikes on the port.", "strikes", "air_strike", "possible"),
        ("The raid did not cause any harm.", "raid", "attack", "occurred"),
        ("The withdrawal may take weeks.", "withdrawal", "withdrawal", "occurred"),
        ("The arrests are likely to anger many.", "arrests", "arrest", "occurred"),
        ("The attack failed to drive them out.", "attack", "attack", "occurred"),
        ("The toll could reach a dozen.", "toll", "casualties", "possible"),
        ("The army is not planning to attack the town.", "attack", "attack", "not"),
        ("The rebels did not agree to withdraw.", "withdraw", "withdrawal", "not"),
        ("The council decided against sending troops.", "sending", "deployment", "not"),
        ("The rebels dismissed demands to withdraw.", "withdraw", "withdrawal", "not"),
        ("The sides were unable to agree on a ceasefire.", "ceasefire", "ceasefire", "not"),
        ("Lorvia vetoed sanctions against the generals.", "sanctions", "sanction", "not"),
        ("None of the hostages was released.", "released", "release", "not"),
    ],
)
def test_what_is_said_about_an_act_is_told_from_what_is_said_of_its_happening(
    read, text: str, word: str, kind: str, expected: str
) -> None:
    reading = read(text)
    assert modality(reading, token(reading, word), kind) == expected


def test_what_an_act_was_done_for_is_no_event_of_its_own(read) -> None:
    reading = read("The men bought trucks to bomb the bridge.")
    assert is_motive(reading, token(reading, "bomb"), "bombing")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army launched an offensive to seize the town.", "seize"),
        ("The general vowed to bomb the bridge.", "bomb"),
        ("The men bombed the bridge.", "bombed"),
    ],
)
def test_what_is_announced_or_done_is_no_mere_motive(read, text: str, word: str) -> None:
    reading = read(text)
    assert not is_motive(reading, token(reading, word), "attack")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sides met to discuss a truce.", "possible"),
        ("The sides are negotiating a truce.", "possible"),
        ("The envoy has negotiated a truce.", "occurred"),
    ],
)
def test_a_truce_that_is_talked_about_is_not_yet_one(read: Read, text: str, expected: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, "truce"), "ceasefire") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first blast was set off by a suicide bomber at the gate of the barracks.", "occurred"),
        ("The blast was set for Monday.", "planned"),
        ("A blast may be set off at the gate.", "possible"),
    ],
)
def test_what_is_set_off_went_off(read: Read, text: str, expected: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, "blast"), "bombing") == expected
