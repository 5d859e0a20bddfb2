"""Which language is it? English by its function words, which takes no time; what is not plainly English by py3langid.

py3langid (naive Bayes over byte n-grams, Lui and Baldwin 2012) takes a second to load and some milliseconds a page.
"""

import re
from functools import cache
from typing import Any, Final

_WORD: Final = re.compile(r"[^\W\d_]+")

# The most frequent English words of grammar.
FUNCTION_WORDS: Final = frozenset(
    "a an the of in on at by to for from with and or but as than that this it its they their who which when where not "
    "is are was were been has have had would said after".split()
)
_ENGLISH_ONLY: Final = frozenset(
    "the and with that which who were been from they their this said after when where would have".split()
)
_ENOUGH: Final = 2
_SAMPLE: Final = 400
_FEW: Final = 20
ENGLISH_SHARE: Final = 0.2
_CHARACTERS: Final = 2_000
_SURE: Final = 0.8
# Between two languages that are much alike, as Malay and Indonesian, none is sure, but English is out of the question.
_HARDLY: Final = 0.01
_SHORT: Final = 8


def english_share(text: str) -> float | None:
    """Share of English function words among the first 400 words; None where there are too few words to tell.

    English news has 0.3 to 0.45; German, French, Spanish and Dutch mostly stay below 0.1, for all that some words look
    alike.
    """
    words = [match.group().lower() for match, _ in zip(_WORD.finditer(text), range(_SAMPLE), strict=False)]
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if len(words) >= _FEW else None


def language_of(text: str, stated: str | None) -> tuple[str | None, bool]:
    """The language's code where it is known, and whether the text can be coded as English.

    `stated` is what the page says ("en-GB"), which counts where the text is too short to tell. A text of which nothing
    tells the language is taken as English if it is written in Latin letters.
    """
    share = english_share(text)
    if share >= ENGLISH_SHARE if share is not None else _is_short_english(text):
        return "en", True
    likely = dict(_identifier().rank(text[:_CHARACTERS]))
    best = max(likely, key=lambda code: likely[code])
    if likely[best] >= _SURE:
        return best, best == "en"
    code = stated.split("-")[0].split("_")[0].lower() if stated else None
    if share is None and _is_latin(text) and (likely["en"] >= _HARDLY or len(text.split()) < _SHORT):
        return code, code in (None, "en")
    return (code if code != "en" else None), best == "en"


@cache
def _identifier() -> Any:
    """Loaded when first needed: it takes as long as reading thirty pages."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _is_short_english(text: str) -> bool:
    """Whether a text too short for shares has words of grammar that no other language writes so."""
    words = [match.group().lower() for match in _WORD.finditer(text)]
    found = sum(word in _ENGLISH_ONLY for word in words)
    return found >= _ENOUGH and sum(word in FUNCTION_WORDS for word in words) >= ENGLISH_SHARE * len(words)


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" for char in letters) >= 0.5 * len(letters)
