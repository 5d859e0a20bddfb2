"""A misreading of the parser put right: the subject of a joined clause, taken for a second object of the clause before.

"Strikes killed nine traders and artillery fire hit a mill": nothing but a subject can stand between "and" and a
finite verb that has none. A verb of saying may have several speakers before it: "clerics, traders and residents said".
"""

from typing import Final

import msgspec

from dateline.knowledge.reporting import reporting
from dateline.model.text import Token
from dateline.read.below import below

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_JOINED: Final = frozenset({"conj", "ccomp"})
_OBJECTS: Final = frozenset({"conj", "pobj", "dobj"})
_NAMING: Final = frozenset({"NOUN", "PROPN"})
_STANDING_IN: Final = frozenset({"another", "second", "third", "others"})
_INSIDE: Final = frozenset({"compound", "amod", "det", "nummod", "poss", "nmod", "case", "punct", "quantmod"})
_LISTED: Final = 4  # words before the last but one of several speakers
_BEFORE_VERBS: Final = frozenset({"ADV", "AUX", "PART"})


def joined_subjects_restored(tokens: list[Token], base: int) -> list[Token]:
    """The tokens of one paragraph, the first numbered `base`, with such nouns under their verbs."""
    restored = list(tokens)
    under = below(tokens)
    for verb in tokens:
        noun = _lost_subject(tokens, verb, base, under)
        if noun is None:
            continue
        passive = any(t.dep == "auxpass" for t in under[verb.i])
        restored[noun.i - base] = msgspec.structs.replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.i)
        before = next((t for t in under[noun.i] if t.i < noun.i and _is_first_of_two(t, under)), None)
        if before is not None:  # "on Sunday and shells hit", with the day taken for a word before the noun
            restored[before.i - base] = msgspec.structs.replace(before, dep=noun.dep, head=noun.head)
    return restored


def _lost_subject(tokens: list[Token], verb: Token, base: int, under: dict[int, list[Token]]) -> Token | None:
    """The noun right before a joined finite verb without a subject, where "and" opens its phrase."""
    finite = verb.tag in _FINITE or any(t.tag in _FINITE for t in under[verb.i])
    complete = any(t.dep in _SUBJECTS for t in under[verb.i])
    if verb.dep not in _JOINED or verb.pos != "VERB" or not finite or complete:
        return None
    at = verb.i - base - 1
    while at > 0 and tokens[at].pos in _BEFORE_VERBS and tokens[at].head == verb.i:
        at -= 1
    noun = tokens[at]
    if not (noun.pos in _NAMING or noun.lower in _STANDING_IN) or noun.dep not in _OBJECTS or not noun.head < noun.i:
        return None
    first = at
    while first > 0 and tokens[first - 1].dep in _INSIDE and tokens[first - 1].i > noun.head:
        first -= 1
    opens = first > 0 and tokens[first - 1].dep == "cc" and tokens[first - 1].lower == "and"
    speakers = verb.lemma in reporting().verbs and any(
        t.text == "," for t in tokens[max(0, noun.head - base - _LISTED) : first]
    )
    part_of_compound = noun.tag == "NN" and first == at  # "gun and mortar fire"
    return noun if opens and not speakers and not part_of_compound else None


def _is_first_of_two(token: Token, under: dict[int, list[Token]]) -> bool:
    return token.dep in ("nmod", "compound") and any(t.dep == "cc" for t in under[token.i])
