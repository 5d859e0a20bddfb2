"""Names in other scripts, beside their Latin spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.folding import fold, likeness, skeleton, sounds
from dateline.knowledge.scripts import folded_script, has_script, is_abjad, readings


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("خان شيخون", "Khan Shaykhun"),
        ("خان شيخون", "Khan Sheikhoun"),
        ("دير الزور", "Deir ez-Zor"),
        ("الرقة", "ar-Raqqah"),
        ("الجيزة", "Giza"),
        ("غريان", "Gharyan"),
        ("کرمانشاه", "Kermanshah"),
        ("شیروان", "Shirvan"),
        ("Бахмут", "Bakhmut"),
        ("Харків", "Kharkiv"),
        ("Харків", "Kharkov"),
        ("Луганськ", "Luhansk"),
        ("Луганськ", "Lugansk"),
        ("Щёлково", "Shchelkovo"),
        ("שדרות", "Sderot"),
        ("אשקלון", "Ashkelon"),
        ("רחובות", "Rehovot"),
        ("רחובות", "Rechovot"),
    ],
)
def test_a_name_meets_its_transliterations(name: str, latin: str) -> None:
    assert skeleton(fold(latin)) in sounds(fold(name))
    assert likeness(fold(name), fold(latin)) >= 0.8
    assert likeness(fold(latin), fold(name)) == likeness(fold(name), fold(latin))


@pytest.mark.parametrize(("name", "other"), [("حمص", "Hama"), ("Херсон", "Kharkiv"), ("חיפה", "Yafo")])
def test_names_of_other_places_do_not_meet(name: str, other: str) -> None:
    assert skeleton(fold(other)) not in sounds(fold(name))


def test_a_name_in_its_own_script_is_no_latin_word() -> None:
    assert fold("حمص") == "حمص"
    assert fold("حمص") != fold("HMS")


def test_vowel_signs_and_forms_of_one_letter_make_no_difference() -> None:
    assert fold("إِدْلِب") == fold("ادلب")
    assert fold("كركوك") == fold("کرکوک")
    assert fold("ЁЛКИ") == fold("елки")
    assert fold("חולון") == fold("חולונ")


def test_a_name_with_latin_letters_is_folded_by_these() -> None:
    assert fold("Idlib (إدلب)") == "idlib"


def test_scripts_that_are_not_read_leave_nothing() -> None:
    assert not has_script("アレッポ")
    assert fold("アレッポ") == folded_script("アレッポ") == ""


def test_only_scripts_without_short_vowels_are_abjads() -> None:
    assert is_abjad("ادلب") and is_abjad("שדרות")
    assert not is_abjad("харків") and not is_abjad("idlib")


def test_the_commonest_way_to_write_a_name_comes_first_and_ways_do_not_run_wild() -> None:
    ways = list(readings("горлівка"))
    assert "".join(ways[0]) == "gorlivka" and ("h", *ways[0][1:]) in ways
    assert len(list(readings("צצצצצצצצצצ"))) <= 48


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي אבגדהוזחטיכלמנסעפצקרשת абвгдежзийклмнопрстуфхцчшщ", max_size=14))
def test_folding_and_sounding_hold_still(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    assert all(key.isascii() or not folded for key in sounds(folded))
