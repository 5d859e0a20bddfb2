"""What a speaker is called, what kind of source it is, and whom pronouns and short names mean."""

from collections.abc import Callable

import pytest

from dateline.extract.attribution import attributions
from dateline.extract.speakers import speakers_at
from dateline.knowledge.reporting import reporting
from dateline.model.claim import Source
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def last_source(reading: Reading) -> Source:
    return attributions(reading)[-1].source


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Foreign Minister Anna Vell", "Anna Vell"),
        ("Colonel Ivo Marek", "Colonel Ivo Marek"),
        ("Mr Petr Lund", "Petr Lund"),
        ("Norland Defence Ministry spokesman Maj Gen Petr Lund", "Maj Gen Petr Lund"),
        ("A senior government official", "senior government official"),
        ("One local shopkeeper", "local shopkeeper"),
        ("The Selm-based Orvale Observatory for Human Rights", "Orvale Observatory for Human Rights"),
        ("The Institute for the Study of Conflict", "Institute for the Study of Conflict"),
        ("The state news agency Orpress", "Orpress"),
        ("Doctors Without Borders", "Doctors Without Borders"),
        ("A source at Orvale Police Command", "source at Orvale Police Command"),
        ("The governor of Orvale", "governor of Orvale"),
        ("An official in a statement", "official"),
        ("Norland's health minister", "Norland's health minister"),
    ],
)
def test_a_name_is_freed_of_role_number_and_courtesy_but_keeps_its_rank(read: Read, speaker: str, name: str) -> None:
    assert last_source(read(f"{speaker} said that rebels attacked a bus.")).name == name


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("The foreign ministry", "official"),
        ("A rebel commander", "armed group"),
        ("A jihadist group", "armed group"),
        ("Two witnesses", "witness"),
        ("Local activists", "activist"),
        ("A monitoring group", "aid or rights group"),
        ("Security analysts", "intelligence"),
        ("Western intelligence officials", "intelligence"),
        ("State television", "media"),
        ("Moscow", "official"),
        ("The Islamic State", "armed group"),
        ("A source", "other"),
        ("Military sources", "official"),
        ("Ivo Marek, a commander in the Red Ridge group,", "armed group"),
    ],
)
def test_the_kind_of_source_comes_from_the_head_and_the_words_before_it(read: Read, speaker: str, kind: str) -> None:
    assert last_source(read(f"{speaker} said that soldiers attacked a bus.")).kind == kind


@pytest.mark.parametrize(
    ("speaker", "group"),
    [
        ("Norland Defence Ministry spokesman Petr Lund", "Norland Defence Ministry"),
        ("Ivo Marek, a commander in the Red Ridge rebel group,", "Red Ridge"),
        ("Foreign Minister Anna Vell", None),
        ("Residents", None),
    ],
)
def test_a_persons_group_is_for_whom_the_person_speaks(read: Read, speaker: str, group: str | None) -> None:
    assert last_source(read(f"{speaker} said that soldiers attacked a bus.")).group == group


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("Colonel Ivo Marek said rebels took Orvale.", "Marek added that two tanks burned.", "Colonel Ivo Marek"),
        ("Anna Vell said rebels attacked a bus.", "She added that they burned a school.", "Anna Vell"),
        ("The Selm Observatory for Rights said six died.", "The Observatory said jets bombed a clinic.", None),
        ("The Selm Observatory for Rights said six died.", "It said jets bombed a clinic.", None),
        ("A source at Orvale Police Command said six died.", "The source added that shells hit a school.", ""),
        ("Army spokesman Petr Lund said six died.", "The spokesman added that shells hit a school.", "Petr Lund"),
        ("The Norland government sent troops.", "The government said rebels fled.", "Norland government"),
        ("A parish priest described long queues.", "Many, he said, fled from Orvale.", "parish priest"),
        ("Anna Vell said six died.", "Her office said rebels attacked a bus.", "Anna Vell's office"),
    ],
)
def test_a_pronoun_or_a_short_name_goes_back_to_the_fullest(
    read: Read, first: str, then: str, name: str | None
) -> None:
    expected = {None: "Selm Observatory for Rights", "": "source at Orvale Police Command"}.get(name, name)
    assert last_source(read(f"{first} {then}")).name == expected


def test_a_speaker_inside_anothers_words_is_not_who_goes_on(read: Read) -> None:
    text = "Anna Vell said that Petr Lund claimed rebels had fled. She added that troops burned a school."
    assert last_source(read(text)).name == "Anna Vell"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A statement by Anna Vell said rebels attacked a bus.", "Anna Vell"),
        ("The Orvale Army released figures showing that rebels killed six people.", "Orvale Army"),
        ("A video released by local activists shows soldiers beating a man.", "local activists"),
        ("Court documents show that police arrested two men.", "Court documents"),
    ],
)
def test_a_record_speaks_for_its_owner(read: Read, text: str, name: str) -> None:
    assert last_source(read(text)).name == name


def test_a_description_with_a_name_unmarked_before_it_is_that_name(read: Read) -> None:
    reading = read("The Selm Observatory for Human Rights a monitoring group said six people died.")
    head = next(t.i for t in reading.tokens if t.text == "group")
    (speaker,) = speakers_at(reading, head, reporting())
    assert speaker.name == "Selm Observatory for Human Rights"


def test_a_description_of_its_own_is_kept(read: Read) -> None:
    reading = read("In Orvale a monitoring group said six people died.")
    head = next(t.i for t in reading.tokens if t.text == "group")
    (speaker,) = speakers_at(reading, head, reporting())
    assert speaker.name == "monitoring group"
    assert not speaker.person


def test_a_group_told_by_its_seat_is_the_body_named_before(read: Read) -> None:
    text = (
        "The Orvale Observatory for Human Rights said that jets bombed a school. "
        "The Selm-based group added that ten people died."
    )
    assert last_source(read(text)).name == "Orvale Observatory for Human Rights"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry condemned the raid, citing 300 violations.",
        "Jets thought to belong to Norland bombed a school.",
        "On 2 July IS said that it held the town.",
    ],
)
def test_things_and_days_do_not_speak(read: Read, text: str) -> None:
    names = {a.source.name for a in attributions(read(text))}
    assert not names & {"violations", "300 violations", "Jets", "July"}


def test_a_heading_or_adverb_before_a_source_is_not_its_name(read: Read) -> None:
    assert last_source(read("However an informed source said that jets bombed a school.")).name == "informed source"
    assert last_source(read("Orvale A military source said that jets bombed a school.")).name == "military source"


def test_a_person_whom_no_list_knows_may_speak(read: Read) -> None:
    assert last_source(read("Soldiers left the town overnight, a mediator said.")).name == "mediator"
    assert last_source(read("A beekeeper said that soldiers left the town overnight.")).name == "beekeeper"


def test_a_post_with_a_body_that_is_named_in_no_known_way_speaks_for_nobody(read: Read) -> None:
    source = last_source(read("Jana Okello, a spokeswoman for Goma-based AID, said the road was shut."))
    assert (source.name, source.group) == ("Jana Okello", None)


def test_people_at_a_place_speak_not_the_place(read: Read) -> None:
    text = "Shells hit a market, wounding 31 others, two doctors at the town's southern hospital said."
    assert last_source(read(text)).name.startswith("doctors")


def test_one_of_them_is_one_of_those_who_spoke_before(read: Read) -> None:
    text = "Two residents said that soldiers had left. One of them said that shells had killed a family."
    assert last_source(read(text)).name == "residents"
