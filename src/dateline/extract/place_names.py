"""Which words of a sentence are names that could be places: capitalised runs, cut where the parts are known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Gazetteer, common_words
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading, Sentence, Token

_ARTICLES = frozenset(
    "al el il ul ur ud as ash ad adh ar az an at ath ez es er ed en et esh de del la las los le da do dos du bin ibn "
    "wa e i y".split()
)
_ENGLISH = frozenset("as at ad an do i e y en es".split())
_NO_NAME = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "NUM", "PUNCT", "SYM", "SPACE", "INTJ"})
_JOINERS = frozenset({"of", "and"})
_UNCASED_BELOW = 0.012  # capitals among the letters of a report; ordinary news has 3 to 5 in a hundred
_KNOWN_UNCASED = 15_000
_WELL_KNOWN = 100_000
_KNOWN_PART = 20_000


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


def is_cased(reading: Reading) -> bool:
    """Whether the report uses capitals at all; some archives keep their texts in lower case."""
    text = reading.report.text
    return sum(map(str.isupper, text)) > _UNCASED_BELOW * sum(map(str.isalpha, text))


def names(reading: Reading, sentence: Sentence, gazetteer: Gazetteer, cased: bool) -> list[Name]:
    """The names of a sentence that could be places, in reading order."""
    runs = _runs(reading, sentence) if cased else _uncased_runs(reading, sentence, gazetteer)
    found = [name for first, last in runs for name in _cut(reading, first, last, gazetteer)]
    return _joined(reading, found, gazetteer)


def _runs(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    i = sentence.first
    while i < sentence.last:
        last = _run_from(reading, sentence, i)
        if last is None:
            i += 1
            continue
        if not _is_modifier(reading, sentence, last):
            yield i, last
        i = last + 1


def _run_from(reading: Reading, sentence: Sentence, i: int) -> int | None:
    """The last token of the name that starts at `i`, None where none starts."""
    tokens = reading.tokens
    if not (_capital(tokens[i]) or (tokens[i].lower in _ARTICLES and _after_article(reading, sentence, i) is not None)):
        return None
    last = i if _capital(tokens[i]) else _after_article(reading, sentence, i)
    while last is not None and (more := _next_of_run(reading, sentence, last)) is not None:
        last = more
    return last


def _next_of_run(reading: Reading, sentence: Sentence, last: int) -> int | None:
    """The token up to which the name goes on after `last`, None where it ends."""
    tokens, k = reading.tokens, last + 1
    if k >= sentence.last:
        return None
    if _capital(tokens[k]):
        return k
    if tokens[k].text in ("-", "’", "'", "`", "‘") and tokens[k].start == tokens[last].end and k + 1 < sentence.last:
        glued = tokens[k + 1].start == tokens[k].end
        if glued and _capital(tokens[k + 1]):
            return k + 1
        return _past_article(reading, sentence, k + 2) if glued and tokens[k + 1].lower in _ARTICLES else None
    return _after_article(reading, sentence, k) if tokens[k].lower in _ARTICLES else None


def _after_article(reading: Reading, sentence: Sentence, i: int) -> int | None:
    """The capitalised word after the article at `i`; past a hyphen, which words that are English too must have."""
    k = i + 1
    if k < sentence.last and reading.tokens[k].text in ("-", "’", "'"):
        k += 1
    elif reading.tokens[i].lower in _ENGLISH:
        return None
    return _past_article(reading, sentence, k)


def _past_article(reading: Reading, sentence: Sentence, k: int) -> int | None:
    """The token at `k` if it is a capitalised word; past a hyphen before it: "Pul-e Alam", "Sarpol-e-Zahab"."""
    if k < sentence.last and reading.tokens[k].text == "-":
        k += 1
    return k if k < sentence.last and _capital(reading.tokens[k]) else None


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and (token.pos not in _NO_NAME or token.tag in ("NNP", "NNPS"))


def _is_modifier(reading: Reading, sentence: Sentence, last: int) -> bool:
    """Whether the name is the first half of a compound: "US-led", "Aleppo-based"."""
    tokens = reading.tokens
    return last + 2 < sentence.last and tokens[last + 1].text == "-" and tokens[last + 1].start == tokens[last].end


def _uncased_runs(reading: Reading, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """In a report without capitals: proper nouns by their tag, and other nouns that are well-known places."""
    i = sentence.first
    while i < sentence.last:
        last = i
        while last < sentence.last and _proper(reading.tokens[last], gazetteer):
            last += 1
        if last > i:
            yield i, last - 1
        i = max(last, i + 1)


def _proper(token: Token, gazetteer: Gazetteer) -> bool:
    if token.lower in place_words().generic or token.lower in place_words().bodies:
        return False
    if token.tag in ("NNP", "NNPS"):
        return True
    return token.pos in ("NOUN", "ADJ") and (gazetteer.standing(token.text) or 0) >= _KNOWN_UNCASED


def _cut(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The run as one name if it is known whole, as several if all its parts are known, else as one unknown name."""
    first, last = _trimmed(reading, first, last, gazetteer)
    if first > last:
        return []
    whole = _name(reading, first, last, gazetteer)
    if whole.standing is not None or first == last:
        return [whole]
    if listed := _list_without_commas(reading, first, last):
        return [_name(reading, a, b, gazetteer) for a, b in listed]
    return _parts(reading, first, last, gazetteer) or _famous_start(reading, first, last, gazetteer) or [whole]


def _list_without_commas(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """A run of at least three names with articles, cut after each: "Bab al-A al-B New C al-D"; [] for a shorter one."""
    cuts, start, closed = [], first, False
    for i in range(first, last + 1):
        token = reading.tokens[i]
        if not (_capital(token) or token.lower.rstrip("-") in _ARTICLES):
            continue
        article = token.lower.rstrip("-") in _ARTICLES
        if closed and (i == first or reading.tokens[i - 1].lower.rstrip("-") not in _ARTICLES | {""}):
            cuts.append((start, i - 1))
            start, closed = i, False
        closed = closed or (not article and i > first and reading.tokens[i - 1].lower.strip("-") in _ARTICLES | {""})
    cuts.append((start, last))
    return cuts if len(cuts) > 2 else []


def _famous_start(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The well-known place with which a run begins whose other words are common: "Damascus Monitor", "Iran Monday"."""
    start = [_name(reading, first, k, gazetteer) for k in range(first, last)]
    known = next((n for n in reversed(start) if (n.standing or 0) >= _WELL_KNOWN), None)
    if known is None or not all(fold(t.text) in common_words() for t in reading.tokens[known.last + 1 : last + 1]):
        return _town_and_quarter(reading, known, last, gazetteer)
    return [known] if reading.tokens[known.last + 1].lower not in place_words().bodies else []


def _town_and_quarter(reading: Reading, town: Name | None, last: int, gazetteer: Gazetteer) -> list[Name]:
    """ "Homs Akrameh neighbourhood": a well-known place and one in it."""
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
    return (first + 1, last) if alone else (first, last)


def _is_leading_word(token: Token) -> bool:
    return token.lower in place_words().compass or nations().by_demonym(token.text) is not None


def _is_trailing_noun(word: str) -> bool:
    words = place_words()
    return word in words.settlement or word in words.division or word in words.province or word in words.quarter


def _known(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> bool:
    return gazetteer.is_place_name(reading.words(first, last).text)


def _parts(reading: Reading, first: int, last: int, gazetteer: Gazetteer) -> list[Name]:
    """The run as known names one after the other ("Syrias Aleppo", "Azaz Aleppo"), [] unless all of it is known."""
    if reading.tokens[last].lower in place_words().generic:
        return []
    found: list[Name] = []
    i = first
    while i <= last:
        name = next((n for k in range(last, i - 1, -1) if (n := _part(reading, i, k, last, gazetteer))), None)
        if name is None:
            return []
        found.append(name)
        i = name.last + 1
    return found


def _part(reading: Reading, first: int, last: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """The name from `first` to `last` if known; one that lost its apostrophe ("Syrias Hama") likewise."""
    name = _name(reading, first, last, gazetteer)
    if name.text.lower().rstrip("-") in _ARTICLES:
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
    follows = last + 1 < len(reading.tokens) and reading.tokens[last + 1].pos in ("NOUN", "ADJ", "PROPN", "VERB", "NUM")
    return follows and (gazetteer.standing(text[:-1]) or 0) >= _WELL_KNOWN


def _joined(reading: Reading, found: list[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names that are one across "of" or "and": "Jammu and Kashmir"."""
    kept: list[Name] = []
    for name in found:
        before = kept[-1] if kept else None
        if before and name.first == before.last + 2 and reading.tokens[before.last + 1].lower in _JOINERS:
            both = _name(reading, before.first, name.last, gazetteer)
            if both.standing is not None:
                kept[-1] = both
                continue
        kept.append(name)
    return [name for name in kept if not _is_common(name)]


def _is_common(name: Name) -> bool:
    return fold(name.text) in common_words() or len(name.text) < 2
