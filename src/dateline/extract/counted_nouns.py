"""Which nouns a word of harm or movement counts: "killed five", "five were killed", "the deaths of five", "five dead".

Each role of `data/figures.yaml` has its own small grammar; where the parse shows no noun, the words beside it do.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from dateline.extract.arguments import objects, subjects
from dateline.extract.counted_lists import joined_nouns
from dateline.extract.grammar import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    VERBAL,
    ancestors,
    conjuncts,
    first_conjunct,
    kids,
    prepositions,
    sentence_at,
)
from dateline.extract.number_phrases import Numbers
from dateline.knowledge.figure_words import Role
from dateline.model.text import Reading

_COPULAS = frozenset(
    {"be", "remain", "lie", "go", "report", "get", "find", "stay", "confirm", "declare", "become", "believe"}
)
_REACHING = frozenset({"be", "reach", "exceed", "pass", "hit", "top", "stand", "total", "surpass", "number"})
_MAKING_SO = frozenset({"leave", "set"})
_TOLL_REACH = 30
_FILLERS = frozenset({"also", "others", "other", "more", "been", "so", "far", "in"})
_NEAR = 6
_YEAR = re.compile(r"(?:19|20)\d\d")
_REMAINS = frozenset({"body", "corpse"})
_BEARING = frozenset({"sustain", "suffer", "receive"})
_GRANTING = frozenset({"grant", "give", "offer", "allow", "promise", "guarantee"})
_LIFE_TAKERS = frozenset({"claim", "cost", "take", "lose", "loss"})


def counted_by(reading: Reading, announcer: int, role: Role, numbers: Numbers) -> tuple[int, ...]:
    """The heads of what `announcer` counts in this role, joined nouns among them, in the order found."""
    heads = dict.fromkeys(_GRAMMAR[role](reading, announcer, numbers))
    return tuple(dict.fromkeys(h for head in heads for h in _own_list(reading, head, announcer, numbers)))


def _own_list(reading: Reading, head: int, announcer: int, numbers: Numbers) -> tuple[int, ...]:
    """The list that begins at `head`, without what it is broken down into before the announcer comes.

    "seven were killed, among them a child and two women, and nine others were injured": the injured are the nine.
    """
    joined = joined_nouns(reading, head, numbers)
    if head > announcer:
        return joined
    for k in range(head - 1, max(0, head - _NEAR), -1):
        if reading.tokens[k].lower in ("including", "among"):
            return joined[-1:]
        if reading.tokens[k].pos in VERBAL:
            break
    return joined


def _happens_to(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    if reading.tokens[i].pos not in VERBAL:
        return
    beside = _counted_beside(reading, i, numbers)
    if beside in numbers and reading.tokens[i].dep == "amod" and reading.tokens[i].head > i:
        beside = reading.tokens[i].head  # "six wounded villagers"
    own = kids(reading, i, *OBJECTS, *PASSIVE_SUBJECTS)
    if beside is not None and (not own or reading.tokens[i].tag == "VBN"):
        yield beside
        return
    direct = () if kids(reading, i, *PASSIVE_SUBJECTS) else kids(reading, i, *OBJECTS)
    if not own and reading.tokens[i].tag in ("VBD", "VBG") and i + 1 in numbers:
        yield noun_after(reading, numbers[i + 1].last)
        return
    found = direct or objects(reading, i) or _of_joined_verb(reading, i)
    yield from found or _state(reading, i, numbers)


def _of_joined_verb(reading: Reading, i: int) -> tuple[int, ...]:
    """ "killed or wounded 60": the object stands on the last of the joined verbs."""
    joined = [c for c in conjuncts(reading, i) if i < c <= i + _NEAR and reading.tokens[c].pos in VERBAL]
    return next((found for c in joined if (found := kids(reading, c, *OBJECTS))), ())


def _happens_as(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    if reading.tokens[i].pos in VERBAL:
        own = (c for c in kids(reading, i, *SUBJECTS, *PASSIVE_SUBJECTS) if reading.tokens[c].tag not in ("WP", "WDT"))
        yield from tuple(own) or subjects(reading, i) or _beside(reading, i, numbers)


def _state(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    token, head = reading.tokens[i], reading.tokens[reading.tokens[i].head]
    if head.lower == "as":
        head = reading.tokens[head.head]
    own = kids(reading, i, *SUBJECTS, *PASSIVE_SUBJECTS)
    if not own and head.pos not in VERBAL and token.dep in ("amod", "acl", "nmod", "appos"):
        after_verb = reading.tokens[i - 1].pos in VERBAL
        numbered = any(k in numbers for k in range(max(0, i - 3), head.i))
        own = (head.i,) if head.i < i or after_verb or numbered else ()
    elif not own and head.lemma in _MAKING_SO:
        own = tuple(
            c for c in kids(reading, head.i, *OBJECTS, "ccomp") if c != i and reading.tokens[c].pos not in VERBAL
        )
    elif not own and head.lemma in _COPULAS:
        own = kids(reading, head.i, *SUBJECTS, *PASSIVE_SUBJECTS)
    elif not own and head.pos in VERBAL:
        own = objects(reading, head.i)
    yield from own or _beside(reading, i, numbers)


def _act(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    above = reading.tokens[reading.tokens[i].head]
    if reading.tokens[i].pos == "VERB":
        return
    if above.lower == "to" and reading.tokens[above.head].pos in VERBAL:
        yield from objects(reading, above.head)
    elif _is_granted(reading, i, numbers):
        yield from kids(reading, above.i, *PASSIVE_SUBJECTS)
    elif _is_borne(reading, i, numbers):
        yield from subjects(reading, above.i)
    elif _is_ruled_out(reading, i, numbers):
        yield first_conjunct(reading, i)
    elif _is_numbered(reading, i, numbers) or _is_of_numbered(reading, i, numbers):
        yield from () if reading.tokens[i].lemma == "wound" else (i,)  # twelve wounds may be one man's
    else:
        yield from _of_act(reading, i)


def _is_borne(reading: Reading, i: int, numbers: Numbers) -> bool:
    """ "Ninety sustained injuries": those who bear an uncounted harm are counted."""
    return _is_bare_object(reading, i, numbers) and reading.tokens[reading.tokens[i].head].lemma in _BEARING


def _is_granted(reading: Reading, i: int, numbers: Numbers) -> bool:
    """ "Ninety were granted safe passage": those who are given the move are counted."""
    return _is_bare_object(reading, i, numbers) and reading.tokens[reading.tokens[i].head].lemma in _GRANTING


def _is_bare_object(reading: Reading, i: int, numbers: Numbers) -> bool:
    return reading.tokens[i].dep in OBJECTS and not any(k in numbers for k in range(reading.tokens[i].head, i))


def _is_of_numbered(reading: Reading, i: int, numbers: Numbers) -> bool:
    """ "Dozens of deaths", "40 cases of suffocation"."""
    above = reading.tokens[reading.tokens[i].head].head
    return above in numbers or (reading.tokens[above].lemma == "case" and _is_numbered(reading, above, numbers))


def _of_act(reading: Reading, i: int) -> Iterator[int]:
    """ "the killing of three", and of compounds that end in it: "the build-up of 300 troops"."""
    while reading.tokens[i].dep == "compound":
        i = reading.tokens[i].head
    yield from (obj for word, obj in prepositions(reading, i) if word == "of")


def _lives(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    """ "claimed the lives of 12", "took 17 lives", "at a cost of hundreds of lives", "12 people lost their lives"."""
    verb = reading.tokens[i].head
    if reading.tokens[verb].lemma == "lose" and kids(reading, i, "poss"):
        yield from subjects(reading, verb)
        return
    if any(reading.tokens[a].lemma in _LIFE_TAKERS for a in islice(ancestors(reading, i), 4)):
        of = [obj for word, obj in prepositions(reading, i) if word == "of"]
        yield from of or kids(reading, reading.tokens[i].head, "dative") or [i]


def _victims(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    numbered = _is_numbered(reading, i, numbers) or _is_ruled_out(reading, i, numbers)
    if reading.tokens[i].tag in ("NNS", "JJ") and numbered:
        yield first_conjunct(reading, i) if _is_ruled_out(reading, i, numbers) else i
    elif reading.tokens[i].lemma in _REMAINS:  # "the bodies of six men"
        yield from (o for word, o in prepositions(reading, i) if word == "of" and _is_numbered(reading, o, numbers))


def _toll(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    """ "the toll rose by 12 to 90", "put the dead at 12": the first figure that is said to be the level."""
    last = min(sentence_at(reading, i).last, i + _TOLL_REACH)
    levels = (numbers[k] for k in range(i + 1, last) if k in numbers and _is_level(reading, i, numbers[k].first))
    for number in levels:
        yield noun_after(reading, number.last)
        return


def _is_level(reading: Reading, toll: int, first: int) -> bool:
    before = reading.tokens[first - 1]
    if before.lower == "of":
        return before.i == toll + 1
    return before.lower in ("to", "at", "as") or before.lemma in _REACHING or reading.tokens[first].lower == "up"


def noun_after(reading: Reading, i: int) -> int:
    """The noun that the number ending at `i` counts, or `i` itself where it stands alone."""
    head = reading.tokens[i].head
    return head if head > i and reading.tokens[i].dep == "nummod" else i


def _is_numbered(reading: Reading, i: int, numbers: Numbers) -> bool:
    """Whether a number stands a few words before the noun at `i`: "27 deaths", not the year of "the 2007 massacre"."""
    before = range(max(sentence_at(reading, i).first, i - 3), i)
    return any(k in numbers and not _YEAR.fullmatch(reading.tokens[k].text) for k in before)


def _is_ruled_out(reading: Reading, i: int, numbers: Numbers) -> bool:
    """Whether the noun is joined to one of which there were none: the injuries of "no deaths or injuries"."""
    first = first_conjunct(reading, i)
    before = range(max(sentence_at(reading, i).first, first - 3), first)
    return first != i and any(k in numbers and numbers[k].interval == (0, 0) for k in before)


def _counted_beside(reading: Reading, i: int, numbers: Numbers) -> int | None:
    """A number, or a noun with one, just before the announcer and in no list: "57 civilians killed, 150 injured"."""
    k = i - 1
    while reading.tokens[k].dep in ("aux", "auxpass") and k > sentence_at(reading, i).first:
        k -= 1
    if k < i - 1:
        further = {"others": k, "more": k - 1}.get(reading.tokens[k].lower)
        return further if k - 1 in numbers else None
    if k in numbers:
        return k
    if reading.tokens[k].lower == "more" and k - 1 in numbers:
        return k - 1
    numbered = k - 1 in numbers and reading.tokens[k].pos in ("NOUN", "PROPN") and sentence_at(reading, i).first < k
    return k if numbered and reading.tokens[k].dep not in ("conj", "pobj") else None


def _beside(reading: Reading, i: int, numbers: Numbers) -> Iterator[int]:
    """What stands next to the announcer where the parser found nothing: "30 others wounded", "wounding at least 7"."""
    sentence = sentence_at(reading, i)
    if reading.tokens[i].tag in ("VBG", "VBD", "VB", "VBP", "VBZ") and i + 1 < sentence.last and i + 1 in numbers:
        yield noun_after(reading, numbers[i + 1].last)
        return
    for k in range(i - 1, max(sentence.first, i - _NEAR) - 1, -1):
        token = reading.tokens[k]
        if k in numbers or (token.pos in ("NOUN", "PROPN") and token.lower not in _FILLERS):
            yield k
            return
        if token.pos not in ("AUX", "ADV", "ADJ") and token.lower not in _FILLERS:
            return


_GRAMMAR: dict[Role, Callable[[Reading, int, Numbers], Iterator[int]]] = {
    "happens_to": _happens_to,
    "happens_as": _happens_as,
    "state": _state,
    "act": _act,
    "victims": _victims,
    "toll": _toll,
    "lives": _lives,
}
