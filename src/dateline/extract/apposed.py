"""The name set beside a word that only says who is meant: "the group's armed wing, the Azmar Brigade"."""

from collections.abc import Iterator
from typing import Final

from dateline.extract.grammar import kids
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes
from dateline.model.text import Token

_SINGULAR: Final = "NN"
_SHORTEST: Final = 4
_BETWEEN: Final = frozenset({",", "-", "–", "—"})


def name_beside(scene: Scene, head: int) -> int | None:
    """The last word of the one name that is set beside a common noun for a group or a person, else None."""
    token = scene.reading.tokens[head]
    if token.pos != "NOUN":
        return None
    group = token.lemma in word_classes()["forces"]
    if not (group or (scene.is_people(head) and _is_one(scene, token))):
        return None
    fits = _names_group if group else _names_person
    if group and (name := _before_short_name(scene, head)) is not None:
        return name
    return next((i for i in _set_beside(scene, head) if fits(scene, i)), None)


def _before_short_name(scene: Scene, head: int) -> int | None:
    """The last word of the name in "the Azmar Front (AF) group"."""
    tokens = scene.reading.tokens
    if head < _SHORTEST or (tokens[head - 1].text, tokens[head - 3].text) != (")", "("):
        return None
    name = tokens[head - 4]
    return name.i if name.pos == "PROPN" and tokens[head - 2].text.isupper() and name.head == head else None


def _is_one(scene: Scene, token: Token) -> bool:
    """ "A commander", "one of its commanders"."""
    return token.tag == _SINGULAR or _counted_by(scene, token).lower == "one"


def _counted_by(scene: Scene, token: Token) -> Token:
    """ "One" in "one of its commanders"."""
    tokens = scene.reading.tokens
    above = tokens[token.head]
    return tokens[above.head] if token.dep == "pobj" and above.lower == "of" else token


def _set_beside(scene: Scene, head: int) -> Iterator[int]:
    """Names in apposition to the noun, or to the name that ends its phrase: "the mayor of Tarn, Karim Haddad"."""
    reading = scene.reading
    inner = [o for p in kids(reading, head, "prep") for o in kids(reading, p, "pobj") if p > head]
    for above in dict.fromkeys((head, *inner, _counted_by(scene, reading.tokens[head]).i)):
        for i in kids(reading, above, "appos"):
            if _is_alone(scene, i) and i > head and _follows(scene, max(above, head), i):
                yield i
    token = reading.tokens[head]
    for i in kids(reading, token.head, token.dep):  # "its armed wing the Azmar Brigade", read as two subjects
        if token.dep == "nsubj" and i > head and _is_alone(scene, i) and _follows(scene, head, i):
            yield i


def _is_alone(scene: Scene, i: int) -> bool:
    return scene.reading.tokens[i].pos == "PROPN" and not kids(scene.reading, i, "conj")


def _follows(scene: Scene, above: int, name: int) -> bool:
    """Whether nothing but commas, articles, phrases of the noun and parts of the name stand between."""
    tokens = scene.reading.tokens
    between = (tokens[k] for k in range(above + 1, name))
    return all(t.text in _BETWEEN or t.pos in ("DET", "PROPN", "ADP", "ADJ", "PART") for t in between)


def _names_group(scene: Scene, i: int) -> bool:
    return scene.is_actor(i) or not scene.is_place(i)


def _names_person(scene: Scene, i: int) -> bool:
    """Also by two names that are a town's: what is set beside a word for a person is no town."""
    token = scene.reading.tokens[i]
    two = bool(kids(scene.reading, i, "compound")) and not scene.is_actor(i)
    return scene.is_person(i) or (two and scene.is_people(token.head))
