"""What is struck with a thing: who is aboard, and the rest of a list that the parser broke."""

from collections.abc import Iterable
from typing import Final

from dateline.extract.arguments import is_passive, objects
from dateline.extract.grammar import conjuncts, first_conjunct, kids, prepositions, sentence_at
from dateline.extract.phrases import content_head
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes

_CARRYING: Final = frozenset({"carry", "transport", "ferry", "take", "bring"})
_FULL: Final = frozenset({"full", "pack", "packed", "fill", "filled", "crowd", "crowded", "loaded", "load"})
_OF_A_PHRASE: Final = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN"})
_LONGEST_MEMBER: Final = 5


def struck_with(scene: Scene, heads: Iterable[int]) -> tuple[int, ...]:
    """Those inside what is struck at `heads`, and what stands in one list with them."""
    found = [k for h in heads for k in (*_aboard(scene, h), *_listed(scene, h))]
    return tuple(dict.fromkeys(found))


def _aboard(scene: Scene, thing: int) -> tuple[int, ...]:
    """The pilgrims of "a bus carrying pilgrims", "a hall packed with pilgrims"."""
    reading = scene.reading
    below = kids(reading, thing, "acl", "relcl", "amod", "prep")
    verbs = (c for c in below if reading.tokens[c].lemma in _CARRYING and not is_passive(reading, c))
    aboard = [o for c in verbs for o in objects(reading, c)]
    full = (c for c in below if reading.tokens[c].lemma in _FULL)
    inside = (o for c in full for word, o in prepositions(reading, c) if word in ("of", "with"))
    aboard += [h for o in inside for h in conjuncts(reading, o)]
    return tuple(o for o in (content_head(reading, c) for c in aboard) if scene.is_people(o))


def _listed(scene: Scene, head: int) -> tuple[int, ...]:
    """The school and the market of "an attack on a barracks, a school and a market", which parsers hang elsewhere."""
    reading = scene.reading
    if not _is_built(scene, head) or first_conjunct(reading, head) != head or kids(reading, head, "conj"):
        return ()
    found: list[int] = []
    here, last = head + 1, sentence_at(reading, head).last
    while here < last and reading.tokens[here].lower in (",", "and"):
        closing = reading.tokens[here].lower == "and"
        member = _member(scene, here + 1)
        if member is None:
            return ()
        found.append(member)
        if closing:
            return tuple(found) if len(found) > 1 else ()
        here = member + 1
    return ()


def _member(scene: Scene, first: int) -> int | None:
    """The last word of a short noun phrase of something built that starts at `first`."""
    reading = scene.reading
    end = first
    while end < len(reading.tokens) and reading.tokens[end].pos in _OF_A_PHRASE and end - first < _LONGEST_MEMBER:
        end += 1
    return end - 1 if end > first and _is_built(scene, end - 1) else None


def _is_built(scene: Scene, i: int) -> bool:
    token, classes = scene.reading.tokens[i], word_classes()
    return token.pos == "NOUN" and token.lemma in classes["facilities"] | {
        "house",
        "home",
        "shop",
        "checkpoint",
        "post",
    }
