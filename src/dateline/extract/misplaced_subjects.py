"""Subjects that the parser hangs on another word than their verb: after a day, after a clause, after a participle."""

from dateline.extract.grammar import ancestors, kids
from dateline.knowledge.calendar_words import WEEKDAYS
from dateline.model.text import Reading


def misplaced(reading: Reading, v: int) -> tuple[int, ...]:
    """The subject of verb `v` that the parser hung elsewhere; empty where there is none."""
    return _behind_a_day(reading, v) or _swallowed(reading, v) or _behind_its_participle(reading, v)


def _behind_a_day(reading: Reading, v: int) -> tuple[int, ...]:
    """ "On Monday Lorvia handed back ...", where the parser takes day and name for one phrase."""
    names = (n for p in kids(reading, v, "prep") for n in kids(reading, p, "pobj") if p < n < v)
    return next(((n,) for n in names if is_joined_to_day(reading, n) and _next_to(reading, n, v)), ())


def is_joined_to_day(reading: Reading, name: int) -> bool:
    """Whether the parser has made a weekday part of a name: "On Monday Lorvia handed back"."""
    day = reading.tokens[name - 1]
    return reading.tokens[name].dep == "pobj" and day.lower in WEEKDAYS and day.head == name


def _swallowed(reading: Reading, v: int) -> tuple[int, ...]:
    """ "When it was over the men left", where the parser gives the subject to the clause before it."""
    here = v - 1
    while here > 0 and reading.tokens[here].pos in ("AUX", "ADV"):
        here -= 1
    token = reading.tokens[here]
    if token.dep != "pobj" or token.pos not in ("NOUN", "PROPN") or reading.tokens[v].tag not in ("VBD", "VBZ", "VBP"):
        return ()
    clauses = kids(reading, v, "advcl")
    return (here,) if any(c < here and c in ancestors(reading, here) for c in clauses) else ()


def _behind_its_participle(reading: Reading, v: int) -> tuple[int, ...]:
    """ "Rockets fired from Tarn, in the north, fell on Lesk", where the parser makes "fired" a clause of its own."""
    for clause in kids(reading, v, "advcl"):
        noun = kids(reading, clause, "nsubj")
        bare = reading.tokens[clause].tag in ("VBD", "VBN") and not kids(
            reading, clause, "mark", "aux", "advmod", "dobj"
        )
        if bare and noun and noun[0] + 1 == clause < v and reading.tokens[v - 1].text == ",":
            return noun
    return ()


def _next_to(reading: Reading, name: int, v: int) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between."""
    return all(reading.tokens[k].pos in ("AUX", "ADV", "PART") for k in range(name + 1, v))
