"""Sources are counted by who said it, not by who printed it."""

import pytest
from made import a_source, a_town, an_event, told

from dateline.merge.copied import LEAST
from dateline.merge.voices import independent, party_of
from dateline.model.incident import Telling

LONG = "Shells fell on the fish market of Tamra early on Monday, wounding several traders and their customers."
CUT = "Early on Monday, shells fell on the fish market of Tamra, wounding several traders and their customers."
OTHER = "Three mortar rounds hit the covered market shortly after dawn, and medics treated eleven people for wounds."


def heard(page: str, who: str, *, country: str = "SD", **known: str) -> Telling:
    event = an_event(f"{page} {who}", a_source(who), places=(a_town("Tamra", country=country),))
    return told(page, event, **known)


def voices(*tellings: Telling) -> int:
    return len(independent(tellings))


def in_words(page: str, who: str, words: str) -> Telling:
    return told(page, an_event(page, a_source(who), words=words))


def test_one_monitor_whom_two_agencies_cite_is_one_voice() -> None:
    assert voices(heard("a", "monitor", agency="Reuters"), heard("b", "monitor", agency="AFP")) == 1


@pytest.mark.parametrize(
    "other", ["SOHR", "the Syrian Observatory", "Britain-based Syrian Observatory for Human Rights"]
)
def test_a_listed_body_is_one_voice_under_all_its_names(other: str) -> None:
    first = heard("a", "Syrian Observatory for Human Rights", agency="Reuters", country="SY")
    assert voices(first, heard("b", other, agency="AFP", country="SY")) == 1
    assert first.voices[0].id == party_of(first.voices[0])


def test_a_local_name_means_a_listed_body_in_news_of_its_country_alone() -> None:
    full = heard("a", "Syrian Observatory for Human Rights", agency="Reuters", country="SY")
    assert voices(full, heard("b", "Observatory", agency="AFP", country="SY")) == 1
    assert voices(full, heard("b", "Observatory", agency="AFP", country="SD")) == 2


def test_an_agency_is_one_carrier_however_its_credit_is_written() -> None:
    assert voices(heard("a", "mayor", agency="AFP"), heard("b", "medics", agency="Agence France-Presse")) == 1


def test_a_person_is_one_voice_with_and_without_the_post() -> None:
    bare = heard("a", "Adam Bello")
    with_post = told("b", an_event("2", a_source("Nile Watch director Adam Bello", group="Nile Watch")))
    assert voices(bare, with_post) == 1
    assert voices(bare, told("b", an_event("2", a_source("Nile Watch director Adam Idris", group="Nile Watch")))) == 2


def test_a_sentence_that_a_desk_turned_around_is_still_one_text() -> None:
    assert len(LONG) > LEAST
    assert voices(in_words("a", "mayor", LONG), in_words("b", "medics", CUT)) == 1
    assert voices(in_words("a", "mayor", LONG), in_words("b", "medics", OTHER)) == 2


def test_a_sentence_that_goes_on_elsewhere_is_still_one_text() -> None:
    longer = LONG.removesuffix(".") + ", while two more landed in the river without doing harm."
    assert voices(in_words("a", "mayor", LONG), in_words("b", "medics", longer)) == 1


def test_short_sentences_may_be_alike_by_chance() -> None:
    short = "Shells fell on the fish market of Tamra."
    assert voices(in_words("a", "mayor", short), in_words("b", "medics", short)) == 2


def test_many_copies_of_one_story_are_one_voice_beside_another() -> None:
    copies = [in_words(page, f"speaker {page}", LONG) for page in "abcd"]
    assert voices(*copies) == 1
    assert voices(*copies, in_words("e", "medics", OTHER)) == 2
