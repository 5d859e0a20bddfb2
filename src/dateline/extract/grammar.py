"""Walks over the parse: what stands under a word, above it, and which clause it belongs to.

All functions take token indices of one reading and give token indices.
"""

from collections.abc import Iterator

from dateline.model.text import Reading, Sentence

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
VERBAL = frozenset({"VERB", "AUX"})
_JOINING = frozenset({"along", "together", "alongside", "besides"})


def sentence_at(reading: Reading, i: int) -> Sentence:
    """The sentence that token `i` stands in."""
    return reading.sentences[reading.sentence_of[i]]


def child(reading: Reading, i: int, *deps: str) -> int | None:
    """The first child of `i` with one of these dependency labels."""
    return next((c for c in reading.children[i] if reading.tokens[c].dep in deps), None)


def kids(reading: Reading, i: int, *deps: str) -> tuple[int, ...]:
    """All children of `i` with one of these dependency labels."""
    return tuple(c for c in reading.children[i] if reading.tokens[c].dep in deps)


def ancestors(reading: Reading, i: int) -> Iterator[int]:
    """The words above `i`, nearest first, up to the root of its sentence."""
    while (head := reading.tokens[i].head) != i:
        yield head
        i = head


def subtree(reading: Reading, i: int) -> list[int]:
    """`i` and all below it, in reading order."""
    found, stack = [], [i]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(reading.children[here])
    return sorted(found)


def is_below(reading: Reading, i: int, top: int) -> bool:
    """Whether `i` is `top` or stands under it."""
    return i == top or any(a == top for a in ancestors(reading, i))


def clause_of(reading: Reading, i: int) -> int:
    """The nearest verb at or above `i`, or the root where there is none: the head of the clause."""
    if reading.tokens[i].pos in VERBAL and reading.tokens[i].dep not in ("amod", "compound"):
        return i
    last = i
    for above in ancestors(reading, i):
        if reading.tokens[above].pos in VERBAL:
            return above
        last = above
    return last


def clauses_above(reading: Reading, i: int) -> Iterator[int]:
    """The clause heads from the nearest outwards."""
    here = clause_of(reading, i)
    yield here
    for above in ancestors(reading, here):
        if reading.tokens[above].pos in VERBAL:
            yield above


_SHARES = frozenset("most half some many all several majority few none".split())


def told_apart(reading: Reading, a: int, b: int, *, by_number: bool = True) -> bool:
    """Whether two words stand in joined clauses, each with a subject of its own: "deny that ..., and say that ...".

    Parsers hang such clauses one on the other, or both on the verb of saying behind them. With `by_number` a bare
    number is a subject too: "31 were killed and 74 injured".
    """
    above_a, above_b = ([i, *ancestors(reading, i)] for i in (a, b))
    joint = next((n for n in above_a if n in above_b), None)
    if joint is None:
        return False
    ways = [above[: above.index(joint)] for above in (above_a, above_b)]
    if any(_is_joined_clause(reading, n, by_number) for way in ways for n in way):
        return True
    ends = [way[-1] for way in ways if way]
    return len(ends) == len(ways) and all(
        reading.tokens[n].dep == "ccomp" and _subject(reading, n, False) for n in ends
    )


def _is_joined_clause(reading: Reading, i: int, by_number: bool) -> bool:
    if stands_beside(reading, i):
        return True
    return reading.tokens[i].dep == "conj" and (_subject(reading, i, by_number) or bool(kids(reading, i, "ccomp")))


def stands_beside(reading: Reading, i: int) -> bool:
    """Whether the verb at `i` heads a clause that sets another's deed beside: "while jets pounded the hills"."""
    marks = {reading.tokens[c].lower for c in kids(reading, i, "mark")}
    doer = any(reading.tokens[s].pos in ("NOUN", "PROPN") for s in kids(reading, i, "nsubj", "nsubjpass"))
    return reading.tokens[i].dep == "advcl" and bool(marks & {"while", "whereas"}) and doer


def _subject(reading: Reading, i: int, by_number: bool) -> bool:
    own = kids(reading, i, "nsubj", "nsubjpass")
    return bool(own) if by_number else any(reading.tokens[s].pos in ("NOUN", "PROPN", "PRON") for s in own)


def tells_earlier(reading: Reading, i: int) -> bool:
    """Whether the verb at `i` heads a clause of its own about what came before: "after militants killed a pilot"."""
    marks = {reading.tokens[c].lower for c in kids(reading, i, "mark")}
    own = kids(reading, i, "nsubj") and kids(reading, i, "dobj")
    return reading.tokens[i].dep == "advcl" and bool(marks & {"after", "since"}) and bool(own)


def conjuncts(reading: Reading, i: int) -> tuple[int, ...]:
    """`i` and what is joined to it by "and", "or" or a comma, in reading order."""
    found, stack = [i], [i]
    while stack:
        for joined in kids(reading, stack.pop(), "conj"):
            if _says_what_most_are(reading, joined):
                continue
            found.append(joined)
            stack.append(joined)
    return tuple(found)


def joined_parties(reading: Reading, i: int) -> tuple[int, ...]:
    """The same with what "along with", "as well as" and "together with" join to it."""
    found = list(conjuncts(reading, i))
    beside = reading.children[reading.tokens[i].head] if reading.tokens[i].dep in OBJECTS else ()
    for c in (*(c for head in tuple(found) for c in reading.children[head]), *(c for c in beside if c > i)):
        if reading.tokens[c].lower in _JOINING and (joined := _joined_by(reading, c)) is not None:
            found += conjuncts(reading, joined)
    return tuple(dict.fromkeys(found))


def _joined_by(reading: Reading, i: int) -> int | None:
    """ "depots" under the "along" of "a refinery, along with depots"."""
    below = [i, *(c for c in reading.children[i] if reading.tokens[c].lower in _JOINING | {"with", "as"})]
    return next((o for b in below for o in kids(reading, b, "pobj")), None)


def _says_what_most_are(reading: Reading, i: int) -> bool:
    """ "Nine hundred people, most of them women": read as if the women came besides."""
    token = reading.tokens[i]
    shares = (reading.tokens[s] for s in kids(reading, i, "nsubj"))
    return token.pos in ("NOUN", "PROPN") and any(s.lower in _SHARES for s in shares)


def first_conjunct(reading: Reading, i: int) -> int:
    """The head of the list in which `i` is a member."""
    while reading.tokens[i].dep == "conj":
        i = reading.tokens[i].head
    return i


def prepositions(reading: Reading, i: int) -> Iterator[tuple[str, int]]:
    """(preposition, its object) pairs directly under `i`; "by" agents of passives are among them."""
    for c in reading.children[i]:
        token = reading.tokens[c]
        if token.dep in ("prep", "agent", "dative") and token.pos in ("ADP", "SCONJ", "VERB"):
            yield from _objects(reading, c, token.lower)


def _objects(reading: Reading, preposition: int, word: str) -> Iterator[tuple[str, int]]:
    for c in reading.children[preposition]:
        dep = reading.tokens[c].dep
        if dep in ("pobj", "pcomp"):
            doing = child(reading, c, "nsubj") if word == "with" and dep == "pcomp" else None
            yield word, c if doing is None else doing  # "with men throwing stones"
        elif dep == "prep":
            yield from _objects(reading, c, f"{word} {reading.tokens[c].lower}")


def text_at(reading: Reading, i: int) -> str:
    """The word at `i`, empty before the first and after the last."""
    return reading.tokens[i].text if 0 <= i < len(reading.tokens) else ""


def in_quotes(reading: Reading, i: int) -> bool:
    """Whether token `i` stands between quotation marks of its sentence."""
    sentence = sentence_at(reading, i)
    marks = sum(reading.tokens[k].text in ('"', "“", "”", "''", "``") for k in range(sentence.first, i))
    return marks % 2 == 1
