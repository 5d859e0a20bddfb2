"""Is it English?"""

import subprocess
import sys

import pytest

from dateline.ingest.language import english_share, language_of

ENGLISH = (
    "The army said on Monday that its soldiers had left the town after a week of fighting with the rebels in the hills."
)
SHORT = "Shells hit the market on Monday, residents said."
OTHERS = {
    "de": "Die Armee teilte am Montag mit, dass ihre Soldaten die Stadt nach einer Woche schwerer Kämpfe mit den "
    "Rebellen verlassen haben und in die Berge gezogen sind.",
    "es": "El ejército dijo el lunes que sus soldados habían dejado la ciudad tras una semana de combates con los "
    "rebeldes en las colinas.",
    "fr": "L'armée a déclaré lundi que ses soldats avaient quitté la ville après une semaine de combats avec les "
    "rebelles dans les collines.",
    "nl": "Het leger zei maandag dat de soldaten de stad hadden verlaten na een week van gevechten met de rebellen in "
    "de heuvels daar.",
    "it": "L'esercito ha detto lunedì che i suoi soldati avevano lasciato la città dopo una settimana di scontri.",
    "pt": "O exército disse na segunda-feira que os seus soldados tinham deixado a cidade depois de uma semana.",
    "pl": "Wojsko poinformowało w poniedziałek, że żołnierze opuścili miasto po tygodniu walk z rebeliantami.",
    "tr": "Ordu pazartesi günü yaptığı açıklamada askerlerin haftalık çatışmadan sonra kentten çekildiğini söyledi.",
    "sw": "Jeshi lilisema Jumatatu kwamba wanajeshi wake waliondoka katika mji huo baada ya wiki moja ya mapigano.",
    "ru": "Армия сообщила в понедельник, что солдаты покинули город после недели боёв с повстанцами в горах.",
    "uk": "Армія повідомила у понеділок, що її солдати залишили місто після тижня боїв із повстанцями в горах.",
    "ar": "وقال الجيش يوم الاثنين إن جنوده غادروا المدينة بعد أسبوع من القتال مع المتمردين في التلال.",
    "fa": "ارتش روز دوشنبه اعلام کرد که سربازانش پس از یک هفته درگیری با شورشیان شهر را ترک کردند.",
    "he": "הצבא הודיע ביום שני כי חייליו עזבו את העיר לאחר שבוע של לחימה עם המורדים בגבעות.",
    "hi": "सेना ने सोमवार को कहा कि उसके सैनिकों ने एक सप्ताह की लड़ाई के बाद शहर छोड़ दिया।",
    "ja": "軍は月曜日、山地で反乱軍と一週間戦った後、兵士が町を離れたと発表した。",
    "am": "ሠራዊቱ ሰኞ ዕለት እንዳስታወቀው ወታደሮቹ ከአማፂያን ጋር ለአንድ ሳምንት ከተዋጉ በኋላ ከተማዋን ለቀው ወጥተዋል።",
}


def test_english_is_known_whatever_the_page_says() -> None:
    assert language_of(ENGLISH, None) == ("en", True)
    assert language_of(ENGLISH.lower(), "fr") == ("en", True)


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_told_by_its_code_whatever_the_page_says(code: str) -> None:
    assert language_of(OTHERS[code], None) == (code, False)
    assert language_of(OTHERS[code], "en") == (code, False)


def test_a_few_words_of_another_language_are_not_english() -> None:
    assert language_of("Ein Sprecher der Stadt bestätigte den Angriff.", None) == ("de", False)
    assert language_of("A spokesman for the city confirmed the attack.", None) == ("en", True)


def test_english_with_hardly_a_word_of_grammar_is_english() -> None:
    words = (
        "Monday: rebel shelling, Tamra, three dead. Tuesday: air strike, Dorin, seven wounded. Friday: truce talks. "
        * 3
    )
    assert (english_share(words) or 0.0) < 0.2
    assert language_of(words, None) == ("en", True)


def test_a_text_too_short_to_tell_is_what_the_page_says() -> None:
    assert english_share("Troops left.") is None
    assert language_of("Troops left.", None)[1]
    assert language_of("Tamra 7-3", "de-AT") == ("de", False)
    assert language_of("Tamra 7-3", None) == (None, True)
    assert language_of("Войска ушли.", None)[1] is False


def test_what_tells_the_languages_apart_is_loaded_only_where_english_is_not_plain() -> None:
    code = "import sys; from dateline.ingest.language import language_of; print(language_of(sys.argv[1], None), "
    code += "'py3langid' in sys.modules)"
    for text, said in (
        (ENGLISH, "('en', True) False"),
        (SHORT, "('en', True) False"),
        (OTHERS["de"], "('de', False) True"),
    ):
        done = subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == said
