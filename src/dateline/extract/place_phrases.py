"""A name and the words around it that make it a place: "the outskirts of", "northern", "60 km from", "province"."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.extract.place_names import Name
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading, Sentence, Token

_MODIFIERS_OF_FACILITIES = frozenset(
    "border air refugee military international naval power nuclear railway train bus army displacement idp oil gas "
    "thermal transit prison research main central general university football sports".split()
)
_STREETS = frozenset("street square roundabout avenue boulevard market park bazaar souk alley".split())
_AROUND = frozenset("countryside outskirts suburbs hinterland surroundings".split())
_OUTSKIRTS = frozenset(
    "outskirts outskirt edge edges periphery surroundings environs fringes fringe vicinity entrance".split()
)
_GROUND = frozenset(
    "road roads highway route motorway railway track stretch area areas line border halfway midway somewhere located "
    "lies lying desert valley checkpoint".split()
)
_FAR_BACK = 8
_RELATIONS = {"near": "near", "nearby": "near", "around": "near", "outside": "outskirts", "towards": "direction"}
_NUMBER = r"(?P<number>\d[\d,.]*)"
_COMPASS = "(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens `first` to `last` around a name. `kind` is the class of the noun that says what the place is, else None.

    `before` is the preposition that governs it, lower case; `part`, `relation`, `distance_km` and `bearing` as in a
    place mention; `named_with_noun`: the noun is part of the name ("Jarrah airbase").
    """

    name: Name
    first: int
    last: int
    head: int
    kind: str | None = None
    before: str | None = None
    part: str | None = None
    relation: str | None = None
    distance_km: float | None = None
    bearing: str | None = None
    named_with_noun: bool = False


def phrase_around(reading: Reading, sentence: Sentence, name: Name) -> Phrase:
    """The phrase that a name stands in."""
    last, kind_after = _noun_after(reading, sentence, name.last)
    last, area = _area_after(reading, sentence, last)
    first, part = _compass_before(reading, sentence, name.first)
    first, kind_before = _noun_before(reading, sentence, first)
    first, side, bearing = _part_before(reading, sentence, first)
    distance, towards = _distance_before(reading, sentence, first)
    before = _preposition(reading, sentence, first)
    relation = "direction" if distance is not None or bearing else _relation(side, before)
    if before == "between" and _is_ground_between(reading, sentence, first):
        relation = "between"
    return Phrase(
        name=name,
        first=first,
        last=last,
        head=_head(reading, first, last),
        kind=kind_after or kind_before or _kind_within(name),
        before=before,
        part=part or (side if relation is None else None) or area,
        relation=relation,
        distance_km=distance,
        bearing=bearing or towards,
        named_with_noun=kind_after in ("facility", "nature") or reading.tokens[last].lower in _STREETS,
    )


def _kind_within(name: Name) -> str | None:
    """Of "Camp Bucca" and "Baghdad International Airport": the class of the noun in the name itself."""
    words = name.text.lower().split()
    return next((k for w in (words[-1], words[0]) if len(words) > 1 and (k := place_words().kind_of(w))), None)


def _noun_after(reading: Reading, sentence: Sentence, last: int) -> tuple[int, str | None]:
    """The end of the phrase with the noun for what the place is ("Atme border crossing"), and the class of the noun."""
    tokens, k = reading.tokens, last + 1
    while k < min(last + 3, sentence.last) and tokens[k].lower in _MODIFIERS_OF_FACILITIES:
        k += 1
    if k >= sentence.last or tokens[last + 1].start == tokens[last].end:
        return last, None
    kind = place_words().kind_of(tokens[k].lower)
    if kind is None or (k > last + 1 and kind not in ("facility", "nature")) or _is_of_what_follows(reading, k):
        return last, None
    return k, kind


def _area_after(reading: Reading, sentence: Sentence, last: int) -> tuple[int, str | None]:
    """The end of the phrase with a word after it for what lies around ("Aleppo countryside"), and that word.

    "The Jobar area" is mostly the place itself, so that "area" says nothing of a part.
    """
    after = reading.tokens[last + 1].lower if last + 1 < sentence.last else ""
    if after in ("area", "areas"):
        return last + 1, None
    return (last + 1, after) if after in _AROUND else (last, None)


def _compass_before(reading: Reading, sentence: Sentence, first: int) -> tuple[int, str | None]:
    """The start of the phrase with compass words before the name, and those words."""
    tokens, i = reading.tokens, first - 1
    while i >= sentence.first and (
        tokens[i].lower in place_words().compass or _is_hyphen_of_compass(tokens, i) or _joins_compass(tokens, i)
    ):
        i -= 1
    return (i + 1, reading.words(i + 1, first - 1).text) if i < first - 1 else (first, None)


def _is_hyphen_of_compass(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].text == "-" and i > 0 and tokens[i - 1].lower in place_words().compass


def _joins_compass(tokens: tuple[Token, ...], i: int) -> bool:
    """ "Central and western Orval": an "and" between two compass words."""
    compass = place_words().compass
    return (
        0 < i < len(tokens) - 1 and tokens[i].lower == "and" and {tokens[i - 1].lower, tokens[i + 1].lower} <= compass
    )


def _noun_before(reading: Reading, sentence: Sentence, first: int) -> tuple[int, str | None]:
    """The start of the phrase with "the town of" or "the town" before the name, and the class of the noun."""
    tokens = reading.tokens
    at = first - 2 if first - 2 >= sentence.first and tokens[first - 1].lower == "of" else first - 1
    if at < sentence.first or (at == first - 1 and tokens[at].text[0].isupper()):
        return first, None
    kind = place_words().kind_of(tokens[at].lower)
    if at > sentence.first and at == first - 2 and _is_name(tokens[at - 1]):
        # "Baroda district of Gujarat": the noun is that of the name before
        return (at, kind) if _is_of_what_follows(reading, at) else (first, None)
    return (at, kind) if kind else (first, None)


def _is_of_what_follows(reading: Reading, noun: int) -> bool:
    """ "The Lorv villages of Abo", "the Lorv suburb of Dano": by its plural, or the article before the larger place.

    "The Abo village of Lorv district" is no such noun: what follows is the larger.
    """
    tokens, i, after = reading.tokens, noun - 1, noun + 2
    if after >= len(tokens) or tokens[noun + 1].lower != "of" or not tokens[after].text[:1].isupper():
        return False
    while i > 0 and (_is_name(tokens[i]) or tokens[i].text == "-"):
        i -= 1
    while after < len(tokens) - 1 and _is_name(tokens[after]):
        after += 1
    small, larger = place_words().settlement | place_words().quarter, place_words().division | place_words().province
    of_them = tokens[noun].tag in ("NNS", "NNPS") or tokens[i].lower == "the"
    return tokens[noun].lower in small and of_them and tokens[after].lower not in larger


def _is_name(token: Token) -> bool:
    """Whether the word is a proper noun, and neither a nation's adjective nor a compass word."""
    compass = token.lower in place_words().compass
    return token.tag in ("NNP", "NNPS") and not compass and nations().by_demonym(token.text) is None


def _part_before(reading: Reading, sentence: Sentence, first: int) -> tuple[int, str | None, str | None]:
    """The start of the phrase with "the outskirts of" before it, the words for the part, and a bearing ("north of")."""
    tokens, words, at = reading.tokens, place_words(), first - 2
    if tokens[first - 1].lower == "the" and first - 3 >= sentence.first and tokens[first - 2].lower == "of":
        at = first - 3
    if at < sentence.first or tokens[at + 1].lower != "of" or tokens[at].lower not in words.part:
        return first, None, None
    word, start = tokens[at].lower, at
    while start - 1 >= sentence.first and (
        tokens[start - 1].lower in words.compass or _is_hyphen_of_compass(tokens, start - 1)
    ):
        start -= 1
    article = start - 1 >= sentence.first and tokens[start - 1].lower == "the"
    if word in words.compass and not article:
        return start, word, reading.words(start, at).text
    return start, reading.words(start, at).text, None


@cache
def _distances() -> re.Pattern[str]:
    units = "|".join(sorted(place_words().units_of_length, key=len, reverse=True))
    return re.compile(
        rf"{_NUMBER}[ -]?(?P<unit>{units})\.?\s*(?:\([^)]*\)\s*)?(?:to the )?(?P<towards>{_COMPASS})?\s*"
        r"(?:of|from)?\s*(?:(?:the|a|an)\s+)?(?:\w+\s+)?$",
        re.IGNORECASE,
    )


def _distance_before(reading: Reading, sentence: Sentence, first: int) -> tuple[float | None, str | None]:
    """Kilometres and compass word said just before the phrase: "60 kilometres northeast of", "35 miles from"."""
    start = reading.tokens[first].start
    said = _distances().search(reading.report.text[max(sentence.span.start, start - 70) : start])
    if said is None:
        return None, None
    digits = said["number"].replace(",", "").rstrip(".")
    try:
        number = float(digits)
    except ValueError:
        return None, None
    scale = (
        1.609 if said["unit"].lower().startswith("mile") else 0.001 if said["unit"].lower().startswith("me") else 1.0
    )
    return round(number * scale, 1), said["towards"]


def _relation(part: str | None, before: str | None) -> str | None:
    if part is not None and part.lower().split()[-1] in _OUTSKIRTS:
        return "outskirts"
    return _RELATIONS.get(before or "")


def _is_ground_between(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Whether the "between" before the phrase says where, and not who: "the road between", "halfway between"."""
    tokens = reading.tokens
    near = range(first - 1, max(sentence.first, first - _FAR_BACK), -1)
    at = next((i for i in near if tokens[i].lower == "between"), None)
    return at is not None and tokens[at - 1].lower in _GROUND


def _preposition(reading: Reading, sentence: Sentence, first: int) -> str | None:
    """The preposition before the phrase, past articles and adjectives; else the one that governs it in the parse."""
    tokens = reading.tokens
    for i in range(first - 1, max(sentence.first, first - 6) - 1, -1):
        token = tokens[i]
        if token.pos in ("ADP", "SCONJ") or token.lower in ("near", "nearby", "including", "inside"):
            return token.lower
        if not (
            token.pos in ("DET", "ADJ", "ADV")
            or token.text == "-"
            or token.tag == "VBN"
            or token.dep in ("amod", "npadvmod", "poss", "case")
        ):
            break
    return _governing(reading, first)


def _governing(reading: Reading, i: int) -> str | None:
    for _ in range(6):
        token = reading.tokens[i]
        if token.dep == "pobj":
            return reading.tokens[token.head].lower
        if token.dep not in ("conj", "compound", "nmod", "appos", "amod"):
            return None
        i = token.head
    return None


def _head(reading: Reading, first: int, last: int) -> int:
    """The token of the phrase that hangs on a word outside of it."""
    inside = range(first, last + 1)
    return next((i for i in inside if reading.tokens[i].head not in inside or reading.tokens[i].head == i), last)
