"""What the conditions of the codebook look at: subjects, objects, "of" and "to" phrases, modifiers, words near by."""

from collections.abc import Sequence
from itertools import islice

from dateline.extract.arguments import objects, subjects
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import (
    VERBAL,
    ancestors,
    first_conjunct,
    kids,
    prepositions,
    sentence_at,
    stands_beside,
    tells_earlier,
    told_apart,
)
from dateline.extract.phrases import content_head
from dateline.extract.scene import Scene
from dateline.knowledge.codebook_entry import Words
from dateline.model.text import Reading

_WITH_REACH = 4
_OF = frozenset({"of"})
_WHITHER = frozenset({"to", "into", "toward", "towards", "onto"})


def holds(scene: Scene, i: int, condition: str, wanted: Words) -> bool:
    """Whether one of the words that the condition looks at is wanted; where there are none, whether "none" is."""
    heads = heads_of(scene, i, condition)
    return any(is_wanted(scene, h, wanted) for h in heads) if heads else "none" in wanted.kinds


def bars(scene: Scene, i: int, condition: str, wanted: Words) -> bool:
    """Whether a bar holds; words close by bar in their own right only: a "school bus" is no school, and the "out" of
    "ruled out sending troops" is not that of "sent out"."""
    if condition != "with":
        return holds(scene, i, _BARRING.get(condition, condition), wanted)
    tokens = scene.reading.tokens
    near = (h for h in _close_by(scene, i) if tokens[h].dep != "prt" or tokens[h].head == i)
    own = (h for h in near if tokens[h].dep != "compound" or tokens[tokens[h].head].pos != "NOUN")
    return any(is_wanted(scene, h, wanted) for h in own)


def heads_of(scene: Scene, i: int, condition: str) -> Sequence[int]:
    """The tokens that a condition of the codebook looks at."""
    return _CONDITIONS[condition](scene, i)


def is_wanted(scene: Scene, h: int, wanted: Words) -> bool:
    """Whether a token satisfies a condition's words."""
    token = scene.reading.tokens[h]
    return (
        token.lemma in wanted.lemmas
        or token.lower in wanted.lemmas
        or any(scene.has_kind(h, kind) for kind in wanted.kinds if kind != "none")
    )


def _subject_heads(scene: Scene, i: int) -> list[int]:
    heads = (content_head(scene.reading, h) for h in subjects(scene.reading, i))
    return [meant for h in heads for meant in (antecedent(scene, h), h) if meant is not None]


def _object_heads(scene: Scene, i: int) -> list[int]:
    return [content_head(scene.reading, h) for h in objects(scene.reading, i)]


def _by_heads(scene: Scene, i: int) -> list[int]:
    """From whom it comes: "came under attack from critics", "an attack by lawmakers"."""
    reading = scene.reading
    tops = [i, *islice(ancestors(reading, i), 2)]
    found = (o for top in tops for word, o in prepositions(reading, top) if word in ("from", "by") and o != i)
    return [content_head(reading, o) for o in found]


def _of_heads(scene: Scene, i: int) -> list[int]:
    """What an "of" is about, on the word or on its object: "the capture of the town", "took command of the group"."""
    return _under(scene, i, _OF)


def _to_heads(scene: Scene, i: int) -> list[int]:
    """Whither: "sent tanks to the border", on the verb or on its object."""
    return _under(scene, i, _WHITHER)


def _under(scene: Scene, i: int, words: frozenset[str]) -> list[int]:
    tops = (i, *objects(scene.reading, i))
    phrases = (phrase for top in tops for phrase in prepositions(scene.reading, top))
    return [content_head(scene.reading, h) for word, h in phrases if word in words]


def modifiers(scene: Scene, i: int) -> list[int]:
    """Compounds, adjectives and adverbs on the word, with those joined to them ("air and drone strikes")."""
    direct = kids(scene.reading, i, "compound", "amod", "nmod", "advmod", "poss", "prt", "npadvmod")
    joined = [c for d in direct for c in kids(scene.reading, d, "conj", "compound", "amod", "npadvmod")]
    return [*direct, *joined, *_parts_of_hyphens(scene, i)]


def _parts_of_hyphens(scene: Scene, i: int) -> list[int]:
    """The word right before, where the parser hung it elsewhere: "air strikes" with "air" on a verb."""
    before = i - 1
    if before < 0 or scene.reading.tokens[before].pos not in ("NOUN", "ADJ", "PROPN"):
        return []
    return [before] if scene.reading.tokens[before].dep in ("compound", "amod", "nmod") else []


def _governor_heads(scene: Scene, i: int) -> list[int]:
    """What the word hangs on, up to the verb: "broke" of "broke the terms of the embargo"."""
    reading = scene.reading
    above = list(ancestors(reading, first_conjunct(reading, i)))
    verb = next((n for n, k in enumerate(above) if reading.tokens[k].pos in VERBAL), len(above) - 1)
    return above[: verb + 1]


def _close_by(scene: Scene, i: int) -> list[int]:
    sentence = sentence_at(scene.reading, i)
    reach = range(max(sentence.first, i - _WITH_REACH), min(sentence.last, i + _WITH_REACH + 1))
    return [k for k in reach if k != i and not _is_of_a_verb_before(scene, k, i)]


def _is_of_a_verb_before(scene: Scene, k: int, i: int) -> bool:
    """The "on" of "who spoke on Monday, called it historic" is no part of "called on"."""
    tokens = scene.reading.tokens
    above = tokens[tokens[k].head]
    return tokens[k].dep == "prep" and tokens[i].pos == "VERB" and k < i and above.i < k and above.pos == "VERB"


def _sentence(scene: Scene, i: int) -> range:
    sentence = sentence_at(scene.reading, i)
    return range(sentence.first, sentence.last)


def _without_other_deeds(scene: Scene, i: int) -> list[int]:
    """The sentence without the verbs of joined clauses: who "attacked it and the army shelled a camp" shells not.

    Nor do the shells that fell "after rebels attacked a convoy" tell with what they attacked it.
    """
    reading = scene.reading
    own = [k for k in _sentence(scene, i) if _clause_apart(reading, k) == _clause_apart(reading, i)]
    return [k for k in own if reading.tokens[k].pos != "VERB" or not told_apart(reading, i, k)]


def _clause_apart(reading: Reading, i: int) -> int | None:
    """The clause of an earlier time, or of what others do meanwhile, that the word stands in."""
    above = (i, *ancestors(reading, i))
    return next((k for k in above if tells_earlier(reading, k) or stands_beside(reading, k)), None)


def _own_clauses(scene: Scene, i: int) -> list[int]:
    """The sentence without clauses of other subjects: in "rockets killed six and a jet hit a mill" no jet killed.

    Nor does who tells of it say what it is: of infighting activists may tell.
    """
    here = scene.reading.sentence_of[i]
    told_by = [a.source.words for a in scene.attributions if a.sentence == here]
    own = [k for k in _sentence(scene, i) if not told_apart(scene.reading, i, k, by_number=False)]
    return [k for k in own if not any(w.start <= scene.reading.tokens[k].start < w.end for w in told_by)]


def _report(scene: Scene, i: int) -> range:
    return range(len(scene.reading.tokens))


_CONDITIONS = {
    "subject": _subject_heads,
    "object": _object_heads,
    "by": _by_heads,
    "of": _of_heads,
    "to": _to_heads,
    "modifier": modifiers,
    "governor": _governor_heads,
    "with": _close_by,
    "near": _without_other_deeds,
    "near in its clauses": _own_clauses,
    "report": _report,
}
# Where a bar looks, if not where the same condition looks when it is needed
_BARRING = {"near": "near in its clauses"}
