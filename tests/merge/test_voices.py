"""Who is independent of whom."""

from hypothesis import given
from hypothesis import strategies as st
from made import a_denier, a_report, a_source, an_event, told

from dateline.merge.voices import ITSELF, independent, telling_of
from dateline.model.incident import Telling

LONG = "Shells fell on the fish market of Tamra early on Monday, wounding several traders and their customers."


def parties(*tellings: Telling) -> list[str]:
    return [voice.party for voice in independent(tellings)]


def test_a_claim_without_a_source_is_the_word_of_its_agency_before_its_outlet() -> None:
    (voice,) = told("a", an_event("1"), agency="Sahel Wire").voices
    assert (voice.speaker, voice.carrier) == ("Sahel Wire", "Sahel Wire")
    assert told("a", an_event("1")).voices[0].speaker == "A Post"
    assert told("a", an_event("1"), outlet=None).voices[0].speaker == ITSELF


def test_who_says_that_it_did_not_happen_denies_it() -> None:
    denial = told("a", an_event("1", a_source("army"), modality="not"))
    assert denial.denies
    assert [voice.speaker for voice in denial.denials] == ["army"]


def test_one_claim_can_be_asserted_by_one_and_denied_by_another() -> None:
    telling = told("a", an_event("1", a_source("medics"), a_denier("army")))
    assert not telling.denies
    assert [voice.speaker for voice in telling.denials] == ["army"]


def test_two_sites_with_one_wire_story_are_one_source() -> None:
    first, second = (told(page, an_event(page), agency="Sahel Wire") for page in "ab")
    assert parties(first, second) == ["Sahel Wire"]


def test_two_sites_with_one_sentence_are_one_source_though_neither_names_the_wire() -> None:
    first = told("a", an_event("1", a_source("medics"), words=LONG))
    second = told("b", an_event("2", a_source("traders"), words=LONG))
    assert len(parties(first, second)) == 1


def test_one_spokesman_whom_two_outlets_heard_is_one_voice() -> None:
    first = told("a", an_event("1", a_source("Col Idris", group="the army")))
    second = told("b", an_event("2", a_source("spokesman for the army")))
    assert len(parties(first, second)) == 1


def test_two_speakers_through_one_outlet_are_one_voice() -> None:
    tellings = [told("a", an_event(name, a_source(name))) for name in ("medics", "traders")]
    assert len(parties(*tellings)) == 1


def test_two_speakers_through_two_outlets_are_two_voices() -> None:
    tellings = [told(page, an_event(name, a_source(name))) for page, name in (("a", "medics"), ("b", "traders"))]
    assert parties(*tellings) == ["medics", "traders"]


def test_pages_of_unknown_outlets_may_be_of_one() -> None:
    tellings = [
        told(page, an_event(name, a_source(name)), outlet=None) for page, name in (("a", "medics"), ("b", "traders"))
    ]
    assert len(parties(*tellings)) == 1


def test_as_many_voices_are_chosen_as_can_be() -> None:
    """Medics are heard by both outlets, traders by the first alone: the medics must leave it to them."""
    tellings = [
        told("a", an_event("1", a_source("medics"))),
        told("a", an_event("2", a_source("traders"))),
        told("b", an_event("3", a_source("medics"))),
    ]
    assert parties(*tellings) == ["medics", "traders"]


def test_the_agency_that_a_source_spoke_through_carries_it() -> None:
    telling = telling_of(a_report("a"), an_event("1", a_source("medics", via="Sahel Wire")))
    assert telling.voices[0].carrier == "Sahel Wire"


heard = st.lists(st.tuples(st.sampled_from("mntu"), st.sampled_from("abcd")), min_size=1, max_size=8)


@given(heard, st.randoms())
def test_no_two_independent_voices_share_a_speaker_or_an_outlet_in_any_order(
    pairs: list[tuple[str, str]], chance: object
) -> None:
    tellings = [told(page, an_event(str(n), a_source(name))) for n, (name, page) in enumerate(pairs)]
    chosen = independent(tellings)
    assert len({voice.party for voice in chosen}) == len({voice.carrier for voice in chosen}) == len(chosen) >= 1
    chance.shuffle(tellings)  # type: ignore[attr-defined]
    assert len(independent(tellings)) == len(chosen)
