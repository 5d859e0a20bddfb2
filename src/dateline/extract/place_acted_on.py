"""Signs that a name that no gazetteer has is a place, since it stands where only places do: tests for the evidence."""

from functools import cache

from dateline.extract.place_clue import Clue
from dateline.extract.place_parties import is_fought_for
from dateline.knowledge.place_words import place_words
from dateline.knowledge.words import word_classes

_WON = frozenset({"capture", "take", "wrest", "win", "regain", "recover"})
_ENTERED = frozenset({"enter", "approach", "reach", "leave", "quit"})
_TO = frozenset({"to"})
_PRISONER = frozenset({"hostage", "captive", "prisoner", "into", "to", "home", "custody", "as"})
_HIT = frozenset({"hit", "strike", "attack", "target", "hammer", "rock", "batter", "rain"})
_STRIKES = frozenset({"strike", "raid", "airstrike", "bombardment", "shelling", "fire"})
_ON_THE_MOVE = frozenset({"convoy", "thousand", "hundred", "dozen", "truck", "tank", "family"})


def is_taken(clue: Clue) -> bool:
    """it is what a verb acts on whose object is a place: "seized", "shelled", "fled" """
    lemma = clue.governor.lemma
    return clue.role in ("dobj", "nsubjpass") and (
        lemma in place_words().taking
        or (lemma in _WON and _has(clue, ("prep",), frozenset({"from"})))
        or (lemma in _ENTERED and _has(clue, ("nsubj",), _moving()))
        or (lemma == "take" and not _is_taken_prisoner(clue))
        or (lemma == "lose" and _has(clue, ("prep",), _TO) and _has(clue, ("nsubj",), word_classes()["fighters"]))
        or (lemma in _HIT and (_has(clue, ("nsubj",), _striking()) or _is_hit_by(clue, _striking())))
    )


def _is_taken_prisoner(clue: Clue) -> bool:
    """ "Took Salem hostage", "took him seriously": a person; a place is just taken."""
    after = clue.reading.tokens[clue.phrase.last + 1 : clue.phrase.last + 3]
    return any(token.lower in _PRISONER or token.tag == "RB" for token in after)


def suffers(clue: Clue) -> bool:
    """it is what falls, or comes under fire or control"""
    lemma = clue.governor.lemma
    under = lemma == "come" and _has(clue, ("prep",), frozenset({"under"}))
    return clue.role == "nsubj" and (lemma == "fall" or under)


def is_moved_to_or_from(clue: Clue) -> bool:
    """it follows "to", "from" or "out of" after a word of moving"""
    if clue.phrase.before == "of" and clue.above.lower == "of":
        out = clue.reading.tokens[clue.above.head]
        return out.lower == "out" and clue.reading.tokens[out.head].lemma in place_words().moving
    moves = clue.reading.tokens[clue.above.head].lemma in place_words().moving
    return clue.phrase.before in ("to", "from") and clue.above.lower == clue.phrase.before and moves


def is_of_what_a_place_has(clue: Clue) -> bool:
    """it follows "of" after a word for what is done to places, or what places have: "the siege of", "residents of" """
    noun = clue.reading.tokens[clue.above.head].lower
    return (clue.phrase.before == "of" and noun in place_words().taken) or is_fought_for(clue)


def is_a_fighters_name(clue: Clue) -> bool:
    """it is three words of which the first is "Abu" or the like: a name that fighters take"""
    words = clue.name_words()
    return len(words) > 2 and words[0] in ("abu", "umm", "ibn") and clue.phrase.name.standing is None


@cache
def _striking() -> frozenset[str]:
    return word_classes()["shells"] | word_classes()["aerial"] | word_classes()["ground_fire"] | _STRIKES


@cache
def _moving() -> frozenset[str]:
    return word_classes()["fighters"] | word_classes()["people"] | _ON_THE_MOVE


def _is_hit_by(clue: Clue, lemmas: frozenset[str]) -> bool:
    """Whether one of these words is what the verb is said to be done by."""
    tokens, children = clue.reading.tokens, clue.reading.children
    by = (c for c in children[clue.governor.i] if tokens[c].dep == "agent")
    return any(tokens[noun].lemma in lemmas for preposition in by for noun in children[preposition])


def _has(clue: Clue, deps: tuple[str, ...], lemmas: frozenset[str]) -> bool:
    """Whether one of these words hangs on the verb that the phrase hangs on."""
    beside = (clue.reading.tokens[c] for c in clue.reading.children[clue.governor.i])
    return any(token.dep in deps and token.lemma in lemmas for token in beside)
