"""Which words of a sentence are names that could be places: capitalised runs, cut where the parts are known."""

from dataclasses import dataclass, replace

from dateline.extract.place_runs import ARTICLES, cased_runs, is_capital, uncased_runs
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Gazetteer, common_words
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading, Sentence, Token

_JOINERS = frozenset({"of", "and"})
_WELL_KNOWN = 100_000
_KNOWN_PART = 20_000
_LISTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Tokens `first` to `last` (included) that could name a place, bare of compass words and of nouns for what it is.

    `standing` is how well known the best-known place of that name is, None if none is; `owns`: what follows is its own.
    """

    first: int
    last: int
    text: str
    standing: int | None
    owns: bool = False


def names(reading: Reading, sentence: Sentence, gazetteer: Gazetteer, cased: bool) -> list[Name]:
    """The names of a sentence that could be places, in reading order."""
    runs = cased_runs(reading, sentence) if cased else uncased_runs(reading, sentence, gazetteer)
    found = [name for first, last in runs for name in _cut(reading, first, last, gazetteer)]
    return _joined(reading, found, gazetteer)


def _cut(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The run as one name if it is known whole, as several if all its parts are known, else as one unknown name."""
    first, last = _trimmed(reading, first, last, gazetteer)
    if first > last:
        return []
    whole = _name(reading, first, last, gazetteer)
    if whole.standing is not None or first == last:
        return [whole]
    if _is_introduced(reading, first):
        return [whole]
    if listed := _list_without_commas(reading, first, last):
        return [_name(reading, a, b, gazetteer) for a, b in listed]
    return _parts(reading, first, last, gazetteer) or _famous_start(reading, first, last, gazetteer) or [whole]


def _is_introduced(reading: Reading, first: int) -> bool:
    """ "The village of": what follows is its one name, however many words it has."""
    before = reading.tokens[max(0, first - 2) : first]
    words = [token.lower for token in before]
    return len(words) > 1 and words[1] == "of" and words[0] in place_words().settlement and before[0].tag == "NN"


def _list_without_commas(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """A run of three or more names with articles, cut after each: "Bab al-A al-B New C al-D"; [] for a shorter one."""
    tokens, names, start, before, ended = reading.tokens, [], first, first - 1, False
    for i in range(first, last + 1):
        if not is_capital(tokens[i]) or tokens[i].lower.rstrip("-") in ARTICLES:
            continue
        if ended:
            names.append((start, before))
            start, ended = before + 1, False
        ended = ended or any(t.lower.rstrip("-") in ARTICLES for t in tokens[before + 1 : i])
        before = i
    return [*names, (start, last)] if len(names) > 1 else []


def _famous_start(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The well-known place with which a run begins whose other words are common: "Damascus Monitor", "Iran Monday"."""
    start = [_name(reading, first, k, gazetteer) for k in range(first, last)]
    known = next((n for n in reversed(start) if (n.standing or 0) >= _WELL_KNOWN), None)
    if known is None or not all(fold(t.text) in common_words() for t in reading.tokens[known.last + 1 : last + 1]):
        return _town_and_quarter(reading, known, last, gazetteer)
    return [known] if reading.tokens[known.last + 1].lower not in place_words().bodies else []


def _town_and_quarter(reading: Reading, town: Name | None, last: int, gazetteer: Gazetteer) -> list[Name]:
    """ "Homs Old City neighbourhood": a well-known place and one in it."""
    after = reading.tokens[last + 1].lower if last + 1 < len(reading.tokens) else ""
    if town is None or not (after in place_words().quarter or after in place_words().settlement):
        return []
    return [replace(town, owns=True), _name(reading, town.last + 1, last, gazetteer)]


def _trimmed(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> tuple[int, int]:
    """The run without compass words, demonyms and nouns for what a place is at its ends, unless of a known name."""
    words, tokens = place_words(), reading.tokens
    while first < last and _is_leading_word(tokens[first]) and not _known(reading, first, last, gazetteer):
        first += 1
    while first < last and _is_trailing_noun(tokens[last].lower) and not _known(reading, first, last, gazetteer):
        last -= 1
    alone = first == last and (tokens[first].lower in words.compass or tokens[first].lower in words.generic)
    alone = alone and not _known_with_noun(reading, first, last, gazetteer)
    return (first + 1, last) if alone else (first, last)


def _is_leading_word(token: Token) -> bool:
    words = place_words()
    return token.lower in words.compass | words.locative or nations().by_demonym(token.text) is not None


def _is_trailing_noun(word: str) -> bool:
    words = place_words()
    return word in words.settlement or word in words.division or word in words.province or word in words.quarter


def _known(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> bool:
    return gazetteer.is_place_name(reading.words(first, last).text)


def _known_with_noun(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """ "Plateau state", "Delta state": a common word is a name where the noun for what it is follows."""
    words, after = place_words(), reading.tokens[last + 1 : last + 2]
    area = bool(after) and (after[0].lower in words.province or after[0].lower in words.division)
    if not area or not is_capital(reading.tokens[first]):
        return False
    called_so = gazetteer.candidates(reading.words(first, last).text)
    return any(place.exact and place.kind in ("admin1", "admin2") for place in called_so)


def _parts(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The run as known names one after the other ("Syrias Aleppo", "Azaz Aleppo"), [] unless all of it is known.

    Behind two that are known a third need not be, in texts without commas.
    """
    if reading.tokens[last].lower in place_words().generic:
        return []
    found: list[Name] = []
    i = first
    while i <= last:
        name = next((n for k in range(last, i - 1, -1) if (n := _part(reading, i, k, last, gazetteer))), None)
        if name is None and len(found) < _LISTED:
            return []
        name = name or _name(reading, i, last, gazetteer)
        found.append(name)
        i = name.last + 1
    return found


def _part(reading: Reading, first: int, last: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """The name from `first` to `last` if known; one that lost its apostrophe ("Syrias Hama") likewise."""
    name = _name(reading, first, last, gazetteer)
    if name.text.lower().rstrip("-") in ARTICLES:
        return None
    if name.standing is not None:
        return name if name.standing >= _KNOWN_PART else None
    owner = name.text.removesuffix("s")
    standing = gazetteer.standing(owner) if last < end and owner != name.text else None
    if standing is None or standing < _WELL_KNOWN:
        return None
    return Name(first=first, last=last, text=owner, standing=standing, owns=True)


def _name(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> Name:
    text = " ".join(reading.words(first, last).text.split())
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    owns = after is not None and after.tag == "POS"
    standing = gazetteer.standing(text)
    if standing is None and text.endswith("s") and first == last and _is_owner(reading, last, text, gazetteer):
        return Name(first=first, last=last, text=text[:-1], standing=gazetteer.standing(text[:-1]), owns=True)
    return Name(first=first, last=last, text=text, standing=standing, owns=owns)


def _is_owner(reading: Reading, last: int, text: str, gazetteer: Gazetteer) -> bool:
    """Whether the name lost the apostrophe of its possessive ("Syrias war")."""
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    follows = after is not None and after.pos in ("NOUN", "ADJ", "PROPN", "VERB", "NUM")
    if after is not None and after.lower in place_words().generic and reading.tokens[last - 1].lower == "the":
        return False  # "the Haas village" is the village of Haas
    return follows and (gazetteer.standing(text[:-1]) or 0) >= _WELL_KNOWN


def _joined(reading: Reading, found: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names that are one across "of" or "and": "Jammu and Kashmir"."""
    kept: list[Name] = []
    for name in (_with_what_it_is(reading, one, gazetteer) for one in found):
        before = kept[-1] if kept else None
        if before and name.first == before.last + 2 and reading.tokens[before.last + 1].lower in _JOINERS:
            both = _name(reading, before.first, name.last, gazetteer)
            if both.standing is not None:
                kept[-1] = both
                continue
        kept.append(name)
    return [
        name for name in kept if not _is_common(name) or _known_with_noun(reading, name.first, name.last, gazetteer)
    ]


def _with_what_it_is(reading: Reading, name: Name, gazetteer: Gazetteer) -> Name:
    """ "Gulf of Aden", "Horn of Africa": a noun that is part of a known name."""
    first = name.first - 2
    if first < 0 or reading.tokens[first + 1].lower != "of" or not is_capital(reading.tokens[first]):
        return name
    whole = _name(reading, first, name.last, gazetteer)
    return whole if whole.standing is not None else name


def _is_common(name: Name) -> bool:
    """Whether the name is an everyday word; "the US" is none, though "us" is."""
    if name.text.isupper() and nations().by_name(name.text) is not None:
        return False
    return fold(name.text) in common_words() or len(name.text) < 2
