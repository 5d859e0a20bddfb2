"""Is it English? A cheap test by the share of function words."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")

# The most frequent English words of grammar.
FUNCTION_WORDS: Final = frozenset(
    "a an the of in on at by to for from with and or but as than that this it its they their who which when where not "
    "is are was were been has have had would said after".split()
)
_SAMPLE: Final = 400
_FEW: Final = 20
ENGLISH_SHARE: Final = 0.2
OTHER_SHARE: Final = 0.12


def english_share(text: str) -> float | None:
    """Share of English function words among the first 400 words; None where there are too few words to tell.

    English news has 0.3 to 0.45; German, French, Spanish and Dutch stay below 0.1, for all that some words look alike.
    """
    words = [match.group().lower() for match, _ in zip(_WORD.finditer(text), range(_SAMPLE), strict=False)]
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if len(words) >= _FEW else None


def language_of(text: str, stated: str | None) -> tuple[str | None, bool]:
    """The language's code where it is known, and whether the text can be coded as English.

    `stated` is what the page says ("en-GB"). Doubtful shares go by what it says; a text too short to tell is taken as
    English unless the page says otherwise or it is not even written in Latin letters.
    """
    code = stated.split("-")[0].split("_")[0].lower() if stated else None
    share = english_share(text)
    if share is None:
        return code, code in (None, "en") and _is_latin(text)
    if share >= ENGLISH_SHARE:
        return "en", True
    if share < OTHER_SHARE:
        return (code if code != "en" else None), False
    return code, code in (None, "en")


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" for char in letters) >= 0.5 * len(letters)
