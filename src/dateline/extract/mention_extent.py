"""How far the words of a party go: "complex of customs offices", "public and private roads", "rebel" in "rebel-held".

A mention goes by its short name; its words show it whole, for those who ask what sort of a complex was hit.
"""

from typing import Final

from dateline.extract.grammar import child, kids
from dateline.extract.mention_names import with_hedge
from dateline.extract.phrases import phrase
from dateline.extract.scene import Scene
from dateline.model.text import Span

_HOLDING: Final = frozenset({"held", "controlled", "occupied", "run", "ruled", "dominated"})
_OWN: Final = frozenset({"NOUN", "PROPN"})


def is_holder(scene: Scene, i: int) -> bool:
    """Whether it is told here only as who holds a place: "rebel" in "rebel-held districts"."""
    tokens = scene.reading.tokens
    return i + 2 < len(tokens) and tokens[i + 1].text == "-" and tokens[i + 2].lower in _HOLDING


def plural_of(scene: Scene, i: int, name: str) -> str:
    """What is rebel-held is held by rebels."""
    return name + "s" if scene.reading.tokens[i].tag == "NN" and name.islower() else name


def in_full(scene: Scene, head: int, own: Span) -> Span:
    """The phrase of a common noun with whose or of what it is, and with all of two adjectives that share it."""
    hedged = with_hedge(scene, own)
    if scene.reading.tokens[head].pos != "NOUN" or hedged != own:
        return hedged
    start = min(own.start, *_starts(scene, head, own))
    return scene.reading.report.span(start, _end_of_what(scene, head) or own.end)


def _starts(scene: Scene, head: int, own: Span) -> list[int]:
    """Where the owner begins, or the first of the adjectives in "public and private roads"."""
    tokens = scene.reading.tokens
    sharing = [m for m in kids(scene.reading, head, "amod", "compound", "nmod") if kids(scene.reading, m, "conj")]
    owners = [p for p in kids(scene.reading, head, "poss") if tokens[p].pos in _OWN]
    spans = [phrase(scene.reading, owner) for owner in owners if not scene.is_place(owner)]
    starts = [span.start for span in spans if span is not None]
    return [own.start, *starts, *(tokens[m].start for m in sharing if m < head)]


def _end_of_what(scene: Scene, head: int) -> int | None:
    """Where the "of" phrase right behind it ends, unless that names a place."""
    of = child(scene.reading, head, "prep")
    if of != head + 1 or scene.reading.tokens[of].lower != "of":
        return None
    below = child(scene.reading, of, "pobj")
    if below is None or scene.is_place(below) or scene.reading.tokens[below].pos not in _OWN:
        return None
    words = phrase(scene.reading, below)
    return words.end if words is not None else None
