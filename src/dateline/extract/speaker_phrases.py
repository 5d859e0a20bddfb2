"""The words that name a speaker: where a noun phrase begins and ends, in text that may have lost its commas."""

from collections.abc import Sequence
from typing import Final

from dateline.extract.grammar import child
from dateline.knowledge.actors import actors
from dateline.knowledge.calendar_words import MONTHS, WEEKDAYS
from dateline.knowledge.reporting import Reporting
from dateline.model.text import Reading, Token

INSIDE_NAMES: Final = frozenset("al el ul bin ibn abu de la van von der - ’s 's without".split())
_OF_NAMES: Final = frozenset({"of", "for"})
_OF_NOUNS: Final = _OF_NAMES | {"at", "in", "from", "with", "within", "inside", "on", "to"}
_WHERE: Final = frozenset({"in", "inside", "on", "within", "at"})
_TIMES: Final = (
    MONTHS.keys() | WEEKDAYS.keys() | set("today yesterday hour day week month year night morning evening".split())
)
_LEFT = frozenset("amod compound poss nummod nmod npadvmod punct case advmod quantmod dep".split())
_LEFT_POS = frozenset("NOUN PROPN ADJ PUNCT PART VERB X NUM ADV".split())
_DEPTH = 6  # steps from a modifier up to its noun
_ARTICLES: Final = frozenset({"al", "el"})
_NAME_LENGTH: Final = 40  # characters in which a listed name ends
_LIST = 4  # tokens between two names joined inside the name of a body


def bare(token: Token) -> str:
    """The word in lower case without the stop of an abbreviation."""
    return token.lower.rstrip(".")


def mention_range(reading: Reading, head: int, words: Reporting) -> tuple[int, int]:
    """First and last token of the noun phrase around `head`, without determiner, relative clause or apposition."""
    apposed = _apposed_name(reading, head)
    return left_edge(reading, head, words), apposed if apposed is not None else right_edge(reading, head, words)


def _apposed_name(reading: Reading, head: int) -> int | None:
    """The last token of a name right behind a role: "its head N N"."""
    after = child(reading, head, "appos")
    if after is None or reading.tokens[after].pos != "PROPN" or reading.tokens[head].pos == "PROPN":
        return None
    between = reading.tokens[head + 1 : after + 1]
    return after if all(t.pos == "PROPN" or t.text == "-" for t in between) else None


def left_edge(reading: Reading, head: int, words: Reporting) -> int:
    """The first token of the phrase, without determiner and without a name of the clause before."""
    here = head
    heads = [head]
    while here > 0:
        if _is_tight(reading, here):
            heads.append(here - 1)
        elif not _joins_left(reading, here - 1, heads):
            break
        here -= 1
    return _past_a_name(reading, here, head, words)


def _is_tight(reading: Reading, i: int) -> bool:
    """Whether token `i` goes on with the one before it inside a name with a hyphen, however they are parsed."""
    before, token = reading.tokens[i - 1], reading.tokens[i]
    proper = before.pos == token.pos == "PROPN" or (token.pos == "PROPN" and before.text == "-")
    return before.end == token.start and "-" in (before.text, token.text) and proper


def _past_a_name(reading: Reading, here: int, head: int, words: Reporting) -> int:
    """Without a name that belongs to the clause before: "close to N | local sources said"."""
    after = reading.tokens[head + 1] if head + 1 < len(reading.tokens) else None
    if here and after is not None and after.lemma in words.verbs and reading.tokens[here - 1].pos in ("ADP", "VERB"):
        while here < head and reading.tokens[here].pos == "PROPN" and reading.tokens[head].text.islower():
            here += 1
    return here


def _joins_left(reading: Reading, i: int, heads: Sequence[int]) -> bool:
    token = reading.tokens[i]
    if token.pos not in _LEFT_POS or token.dep not in _LEFT or token.text in ',;:.()[]“”"':
        return False
    if (token.lemma in _TIMES and token.text != "Today") or (token.pos == "NUM" and token.text[0].isdigit()):
        return False
    same = reading.sentence_of[i] == reading.sentence_of[heads[0]]
    return same and (any(_climbs_to(reading, i, head) for head in heads) or _owns_beside(reading, i, heads[0]))


def _owns_beside(reading: Reading, i: int, head: int) -> bool:
    """ "N's army claims that": a parser that takes "claims" for a noun hangs owner and army on it side by side."""
    above = reading.tokens[head].head
    inside = reading.tokens[head].dep in ("compound", "amod") and above == head + 1
    owner = reading.tokens[i] if reading.tokens[i].dep == "poss" else reading.tokens[reading.tokens[i].head]
    return inside and owner.dep == "poss" and owner.head == above


def _climbs_to(reading: Reading, i: int, head: int) -> bool:
    for _ in range(_DEPTH):
        i = reading.tokens[i].head
        if i >= head:
            return i == head
    return False


def right_edge(reading: Reading, head: int, words: Reporting, *, in_name: bool = False) -> int:
    """The last token of the phrase; inside a body's name every "of" and "for" goes on."""
    edge = head
    allowed = _OF_NAMES if in_name else _allowed(reading.tokens[head], words)
    for c in (*reading.children[head], *_where_a_source_is(reading, head)):
        if c != edge + 1 or reading.tokens[c].dep != "prep" or reading.tokens[c].lower not in allowed:
            continue
        inner = child(reading, c, "pobj")
        if inner is None:
            continue
        named = reading.tokens[c].lower == "in" and _is_actor(reading, c + 1)
        if named or _belongs(reading.tokens[head], reading.tokens[c], reading.tokens[inner], words):
            edge = _list_end(reading, inner, words, in_name=in_name or allowed is _OF_NAMES)
    edge = _past_article(reading, edge)
    while _goes_on(reading, head, edge):
        edge += 1
    return edge


def _where_a_source_is(reading: Reading, head: int) -> tuple[int, ...]:
    """The "at" of "quoted a source at the ministry", which parsers hang on the verb."""
    beside = reading.tokens[head + 1 : head + 2]
    at = reading.tokens[head].lemma == "source" and bool(beside) and beside[0].lower == "at"
    return (head + 1,) if at and beside[0].head != head else ()


def _past_article(reading: Reading, edge: int) -> int:
    """The end of a name that goes on behind "al-", however a text bare of commas was parsed: "Beit | al-Nur"."""
    following = reading.tokens[edge + 1 : edge + 4]
    joined = len(following) == 3 and following[0].lower in _ARTICLES and following[1].text == "-"
    return edge + 3 if joined and following[2].pos == reading.tokens[edge].pos == "PROPN" else edge


def _allowed(head: Token, words: Reporting) -> frozenset[str]:
    """A person's name takes no "of"; a body's takes "of" and "for"; other nouns take places too."""
    if head.pos != "PROPN" or head.text.islower():
        return _OF_NOUNS
    return _OF_NAMES if bare(head) in words.organisations | words.roles else frozenset()


def _belongs(head: Token, preposition: Token, inner: Token, words: Reporting) -> bool:
    """Not "an official in a statement", "on Monday", nor the place where the speaker is."""
    if inner.lemma in _TIMES or inner.lemma in words.owned_records or inner.lemma == "interview":
        return False
    if preposition.lower not in _WHERE or (preposition.lower == "at" and head.lemma == "source"):
        return True
    return bare(inner) in words.organisations or inner.lemma == "station"


def _is_actor(reading: Reading, first: int) -> bool:
    """Whether the words from token `first` on begin with a listed actor's name: "a source in Beit al-Nur"."""
    text = reading.report.text[reading.tokens[first].start :][:_NAME_LENGTH]
    return text[:1].isupper() and any(hit.start == 0 for hit in actors().find(text))


def _list_end(reading: Reading, inner: int, words: Reporting, *, in_name: bool) -> int:
    """The end of "Human Rights", or of "Science and Trade" where the names are joined."""
    edge = right_edge(reading, inner, words, in_name=in_name)
    joined = child(reading, inner, "conj")
    names = joined is not None and reading.tokens[joined].pos == reading.tokens[inner].pos == "PROPN"
    return right_edge(reading, joined, words) if names and joined is not None and joined <= edge + _LIST else edge


def _goes_on(reading: Reading, head: int, edge: int) -> bool:
    """A capitalised small word or a hyphen inside a name: "Doctors Without Borders"."""
    if edge + 1 >= len(reading.tokens) or not reading.tokens[head].text[0].isupper():
        return False
    last, after = reading.tokens[edge], reading.tokens[edge + 1]
    if reading.sentence_of[edge] != reading.sentence_of[edge + 1]:
        return False
    hyphen = after.start == last.end and "-" in (after.text, last.text)
    return hyphen or (after.text[0].isupper() and "ADP" in (after.pos, last.pos))


def named_before(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The name, as a half-open range, to which the description from `first` to `last` is an unmarked apposition
    ("N for Human Rights a monitoring group said"), or of which it is only the tail ("N for | Human Rights said")."""
    before = reading.tokens[first - 1].lower if first > 1 else ""
    if _is_tail(reading, first):
        return _start_of_name(reading, first - 1), last + 1
    if before in _OF_NAMES and reading.tokens[first - 2].pos == reading.tokens[first].pos == "PROPN":
        inside = (k for k in range(first, last + 1) if not reading.tokens[k].text[0].isupper())
        return _start_of_name(reading, first - 1), next(inside, last + 1)
    if reading.tokens[first - 1].text not in ("a", "an") or reading.tokens[last].pos == "PROPN":
        return None
    end = first - 1 - (reading.tokens[first - 2].text == ",")
    start = _start_of_name(reading, end)
    opens = start == reading.sentences[reading.sentence_of[first]].first
    opens = opens or reading.tokens[start - 1].text in ("The", ",", '"', "”")
    named = start < end and reading.tokens[start].pos not in ("ADV", "CCONJ", "SCONJ", "VERB", "ADP")
    return (start, end) if opens and named else None


def _is_tail(reading: Reading, first: int) -> bool:
    """ "N to Protect | N", "N Without | N": a capital verb or preposition inside a name."""
    if (
        first < 3
        or reading.tokens[first].pos != "PROPN"
        or reading.tokens[first - 1].pos not in ("VERB", "ADP", "SCONJ")
    ):
        return False
    before = reading.tokens[first - 3 if reading.tokens[first - 2].lower == "to" else first - 2]
    return reading.tokens[first - 1].text[0].isupper() and before.text[0].isupper() and before.pos == "PROPN"


def _start_of_name(reading: Reading, end: int) -> int:
    """Where the capitalised words that end before token `end` begin; a capital "The" opens a name."""
    floor = reading.sentences[reading.sentence_of[end]].first
    start = end
    while start > floor and _in_name(reading.tokens[start - 1]) and reading.tokens[start - 1].text != "The":
        start -= 1
    while start < end and (not reading.tokens[start].text[0].isupper() or reading.tokens[start].pos == "ADP"):
        start += 1
    return start


def _in_name(token: Token) -> bool:
    return token.text[0].isupper() or token.lower in INSIDE_NAMES | _OF_NAMES | {"to"}
