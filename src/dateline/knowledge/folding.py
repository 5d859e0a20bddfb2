"""Names made comparable: folded for exact look-up, and a skeleton under which transliterations of one name meet.

News spells names that were written in other scripts in many ways: "Deir Ezzor", "Dayr az Zawr", "Deir al-Zor". `fold`
takes away case, accents and marks; `skeleton` also articles, vowels and the letters that romanisations disagree on;
`likeness` says how near two names are that share a skeleton. Names in Arabic, Cyrillic and Hebrew letters keep their
script when they are folded, and meet Latin names in their skeletons: "خان شيخون" and "Khan Sheikhoun".
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import LCSseq, Levenshtein

from dateline.knowledge.scripts import folded_script, has_script, is_abjad, readings

# The Arabic article, which takes the first sound of its noun: al-Raqqa, ar-Raqqah, er Raqqa.
_ARTICLE = re.compile(r"\b(?:a|e|u)(?:l|sh|ch|s|d|dh|r|z|n|t|th)(?: |$)|\bi?l ")
_GLUED = re.compile(r" [ae]l(?=[a-z]{4})")  # "Abu Alduhour"
_CONSTRUCT = re.compile(r"(?<=[aei])t(?= )")  # "Maarat al-Numan" beside "Maara al-Numan"
_MARKS = str.maketrans(dict.fromkeys("'’‘`´ʿʾʼʻ′ˈ\"“”·", ""))
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "e"}
)
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_SOUNDS = (
    ("tch", "c"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("ph", "f"),
    ("zh", "j"), ("dj", "j"), ("ck", "k"), ("q", "k"), ("c", "k"), ("z", "d"), ("v", "b"), ("p", "b"), ("x", "ks"),
)  # fmt: skip
_VOWELS = (
    ("ee", "i"),
    ("oo", "u"),
    ("ou", "u"),
    ("ei", "i"),
    ("ai", "i"),
    ("ay", "i"),
    ("ey", "i"),
    ("aw", "u"),
    ("au", "u"),
)
_ONE_VOWEL = str.maketrans({"e": "a", "o": "u", "y": "i", "w": "u", " ": None})
_DOUBLED = re.compile(r"(.)\1+")
_UNHEARD = re.compile(r"[aeiouyw ]|h$")


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Case, accents, apostrophes and hyphens taken away: "Tal ‘Afar" and "Tal-Afar" are "tal afar".

    A name without a Latin letter keeps the letters of its script.
    """
    plain = name.translate(_MARKS)
    if plain.isascii() or not has_script(plain):
        return _latin(plain)
    latin = _latin(plain)
    return latin if any(c.isalpha() for c in latin) else folded_script(plain)


def is_latin(name: str) -> bool:
    """Whether folding keeps the letters of the name as Latin ones: false for names in other scripts."""
    letters = sum(c.isalnum() for c in name)
    return letters > 0 and sum(c.isalnum() for c in _latin(name.translate(_MARKS))) >= 0.7 * letters


def skeleton(folded: str) -> str:
    """Consonants only, sounds that romanisations mix up made one, articles dropped: one key for a name's spellings."""
    return _latin_skeleton(folded) if folded.isascii() else next(iter(sounds(folded)))


@lru_cache(maxsize=4096)
def sounds(folded: str) -> dict[str, str]:
    """The skeletons that a folded name may have, each with the sound of the name so read, the likeliest first.

    One for a Latin name; for a name in another script one for each way to romanise its letters.
    """
    if folded.isascii():
        return {_latin_skeleton(folded): _sound(folded)}
    abjad, found = is_abjad(folded), dict[str, str]()
    for letters in readings(folded):
        heard = _without_article("".join(map(_heard, letters)))
        found.setdefault(_skeleton(heard, doubles=abjad), _vowels_alike(heard, doubles=abjad))
    return found


def likeness(one: str, other: str) -> float:
    """How near two folded names sound, from 0 to 1: the share of letters kept once vowels are made alike.

    Where only one stands in a script without short vowels: the share of its letters that the other has in that order.
    """
    if one.isascii() and other.isascii():
        return Levenshtein.normalized_similarity(_sound(one), _sound(other))
    nearness = written_in if is_abjad(one) else Levenshtein.normalized_similarity
    if is_abjad(other) and not is_abjad(one):
        return likeness(other, one)
    return max(nearness(a, b) for a in sounds(one).values() for b in sounds(other).values())


def written_in(unvowelled: str, sound: str) -> float:
    """The share of the letters of a name without short vowels that the sound of another has, in their order."""
    return LCSseq.similarity(unvowelled, sound) / len(unvowelled) if unvowelled else 0.0


def _latin(name: str) -> str:
    plain = name
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return " ".join(_NOT_WORD.sub(" ", plain.lower().replace(".", "")).split())


def _without_article(folded: str) -> str:
    bare = _ARTICLE.sub("", folded).strip()
    if " " in bare:
        bare = _CONSTRUCT.sub("", _GLUED.sub(" ", bare))
    return bare or folded


def _latin_skeleton(folded: str) -> str:
    return _skeleton(_heard(_without_article(folded))) or folded.replace(" ", "")


def _skeleton(heard: str, *, doubles: bool = False) -> str:
    """`doubles`: whether a consonant written twice is two, with a vowel between them that is not written."""
    bare = heard if doubles else _DOUBLED.sub(r"\1", heard)
    return "".join(_UNHEARD.sub("", word) for word in bare.split())


def _sound(folded: str) -> str:
    bare = _without_article(folded)
    return _vowels_alike(_heard(bare))


@lru_cache(maxsize=8192)
def _heard(letters: str) -> str:
    """The letters with consonants made alike that romanisations mix up."""
    for written, sound in _SOUNDS:
        letters = letters.replace(written, sound)
    return letters


def _vowels_alike(heard: str, *, doubles: bool = False) -> str:
    bare = heard
    for written, sound in _VOWELS:
        bare = bare.replace(written, sound)
    bare = bare.translate(_ONE_VOWEL)
    return (bare if doubles else _DOUBLED.sub(r"\1", bare)).rstrip("ah") or bare
