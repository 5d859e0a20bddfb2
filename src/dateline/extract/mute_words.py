"""Words that stand in the codebook and announce nothing where they stand: parts of names, longer nouns and idioms."""

from dateline.extract.grammar import kids, sentence_at
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes

# Groups are named after what they fight for
_BODIES = frozenset(
    {"Front", "Movement", "Army", "Party", "Council", "Union", "League", "Organization", "Organisation", "Forces"}
)
_BASES = frozenset(
    "island coast border carrier ship vessel soil territory mainland outskirt frontier peninsula".split()
)


def announces_nothing(scene: Scene, i: int) -> bool:
    """Whether the word at `i` is only part of a name, of a noun that goes on behind it, or of "based on"."""
    return _ends_a_bodys_name(scene, i) or _is_cut_by_brackets(scene, i) or _is_founded(scene, i)


def _ends_a_bodys_name(scene: Scene, i: int) -> bool:
    """ "The Front for the Liberation of Karsh", "the Council for Peace Talks": a word of a name announces nothing."""
    tokens = scene.reading.tokens
    if tokens[i].tag != "NNP" or not tokens[i].text.istitle():
        return False
    before = i - 1 if tokens[i - 1].lower != "the" else i - 2
    named = tokens[before].lower == "for" and tokens[before - 1].text in _BODIES
    return named and before > sentence_at(scene.reading, i).first


def _is_cut_by_brackets(scene: Scene, i: int) -> bool:
    """ "An explosive device (IED) cell commander": the noun goes on behind the letters that stand for it."""
    after = scene.reading.tokens[i + 1 : i + 5]
    bracketed = len(after) == 4 and (after[0].text, after[2].text) == ("(", ")") and after[1].text.isupper()
    return bracketed and after[3].pos in ("NOUN", "PROPN")


def _is_founded(scene: Scene, i: int) -> bool:
    """ "Held two men, based on tips", "based on where it fell": a ground for something, and nobody's base."""
    tokens = scene.reading.tokens
    on = tokens[i + 1] if i + 1 < len(tokens) and tokens[i].lower == "based" else None
    if on is None or on.lower not in ("on", "upon"):
        return False
    grounds = kids(scene.reading, on.i, "pobj")
    solid = word_classes()["ground"] | word_classes()["buildings"] | _BASES
    return bool(kids(scene.reading, on.i, "pcomp")) or any(
        not scene.is_place(g) and tokens[g].pos == "NOUN" and tokens[g].lemma not in solid for g in grounds
    )
