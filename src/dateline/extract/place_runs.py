"""Runs of words that look like names: by capitals, or by their tags in a report that has none."""

from collections.abc import Iterator

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading, Sentence, Token

ARTICLES = frozenset(
    "al el il ul ur ud as ash ad adh ar az an at ath ez es er ed en et esh de del la las los le da do dos du des "
    "sur sous aux bin ibn wa e i y".split()
)
_ENGLISH = frozenset("as at ad an do i e y en es".split())
_NO_NAME = frozenset({"ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "NUM", "PUNCT", "SYM", "SPACE", "INTJ"})
_UNCASED_BELOW = 0.012  # capitals among the letters of a report; ordinary news has 3 to 5 in a hundred
_KNOWN_UNCASED = 15_000


def is_cased(reading: Reading) -> bool:
    """Whether the report uses capitals at all; some archives keep their texts in lower case."""
    text = reading.report.text
    return sum(map(str.isupper, text)) > _UNCASED_BELOW * sum(map(str.isalpha, text))


def cased_runs(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Capitalised words in a row, with the articles between them, as first and last token."""
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
    if not (
        is_capital(tokens[i]) or (tokens[i].lower in ARTICLES and _after_article(reading, sentence, i) is not None)
    ):
        return None
    last = i if is_capital(tokens[i]) else _after_article(reading, sentence, i)
    while last is not None and (more := _next_of_run(reading, sentence, last)) is not None:
        last = more
    return last


def _next_of_run(reading: Reading, sentence: Sentence, last: int) -> int | None:
    """The token up to which the name goes on after `last`, None where it ends."""
    tokens, k = reading.tokens, last + 1
    if k >= sentence.last:
        return None
    if is_capital(tokens[k]):
        return k
    if tokens[k].text in ("-", "’", "'", "`", "‘") and tokens[k].start == tokens[last].end and k + 1 < sentence.last:
        glued = tokens[k + 1].start == tokens[k].end
        if glued and is_capital(tokens[k + 1]):
            return k + 1
        return _past_article(reading, sentence, k + 2) if glued and tokens[k + 1].lower in ARTICLES else None
    return _after_article(reading, sentence, k) if tokens[k].lower in ARTICLES else None


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
    return k if k < sentence.last and is_capital(reading.tokens[k]) else None


def is_capital(token: Token) -> bool:
    return token.text[0].isupper() and (token.pos not in _NO_NAME or token.tag in ("NNP", "NNPS"))


def _is_modifier(reading: Reading, sentence: Sentence, last: int) -> bool:
    """Whether the name is the first half of a compound: "US-led", "Aleppo-based"."""
    tokens = reading.tokens
    return last + 2 < sentence.last and tokens[last + 1].text == "-" and tokens[last + 1].start == tokens[last].end


def uncased_runs(reading: Reading, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """In a report without capitals: proper nouns by their tag, and other nouns that are well-known places."""
    i = sentence.first
    while i < sentence.last:
        last = i
        while last < sentence.last and _proper(reading.tokens[last], gazetteer):
            last += 1
        if last > i and not _is_modifier(reading, sentence, last - 1):
            yield i, last - 1
        i = max(last, i + 1)


def _proper(token: Token, gazetteer: Gazetteer) -> bool:
    if token.lower in place_words().generic or token.lower in place_words().bodies:
        return False
    if token.tag in ("NNP", "NNPS"):
        return True
    return token.pos in ("NOUN", "ADJ") and (gazetteer.standing(token.text) or 0) >= _KNOWN_UNCASED
