"""Is it English?"""

import pytest

from dateline.ingest.language import english_share, language_of

ENGLISH = (
    "The army said on Monday that its soldiers had left the town after a week of fighting with the rebels in the hills."
)
OTHERS = [
    "Die Armee teilte am Montag mit, dass ihre Soldaten die Stadt nach einer Woche schwerer Kämpfe mit den Rebellen "
    "verlassen haben und in die Berge gezogen sind.",
    "El ejército dijo el lunes que sus soldados habían dejado la ciudad tras una semana de combates con los rebeldes "
    "en las colinas.",
    "L'armée a déclaré lundi que ses soldats avaient quitté la ville après une semaine de combats avec les rebelles "
    "dans les collines.",
    "Het leger zei maandag dat de soldaten de stad hadden verlaten na een week van gevechten met de rebellen in de "
    "heuvels daar.",
]


def test_english_is_known_whatever_the_page_says() -> None:
    assert language_of(ENGLISH, None) == ("en", True)
    assert language_of(ENGLISH.lower(), "fr") == ("en", True)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_not_english(text: str) -> None:
    assert language_of(text, None) == (None, False)


def test_the_pages_own_word_names_the_language() -> None:
    assert language_of(OTHERS[0], "de-AT") == ("de", False)
    assert language_of(OTHERS[0], "en")[0] is None


def test_a_text_too_short_to_tell_has_no_language() -> None:
    assert english_share("Troops left.") is None
    assert language_of("Troops left.", None) == (None, True)
    assert language_of("Войска ушли.", None) == (None, False)
    assert language_of("Truppen weg.", "de") == ("de", False)
