"""Those who fight, told by what the fight does: "pits one side against the other", "left ten rebels dead"."""

from dateline.extract.arguments import is_passive, is_resultative, objects, subjects
from dateline.extract.frame_governors import DYING, governor, is_subject
from dateline.extract.frame_positions import under_preposition
from dateline.extract.grammar import VERBAL, conjuncts, first_conjunct, kids, prepositions
from dateline.extract.scene import Scene
from dateline.model.text import Reading

_HARMING = frozenset({"kill", "wound", "injure", "slay"})
_COSTING = frozenset({"leave", "kill", "wound", "claim", "cost", "take"})
_LIVES = frozenset({"life", "live"})


def pitted(scene: Scene, i: int) -> tuple[int, ...]:
    """Both sides of a fight that sets them against each other: "fighting that pits rebels against the army"."""
    reading, verb = scene.reading, governor(scene, i)
    over = (verb,) if verb is not None and is_subject(scene, i) else ()
    verbs = (v for v in (*over, *kids(reading, i, "relcl", "acl")) if reading.tokens[v].lemma == "pit")
    return tuple(h for v in verbs for h in (*objects(reading, v), *under_preposition(scene, v, "against")))


def fallen(scene: Scene, i: int) -> tuple[int, ...]:
    """Both sides of a fight by their losses: "the battle left ten rebels dead and six soldiers wounded", "cost the
    lives of ten rebels and six soldiers"."""
    reading, verb = scene.reading, governor(scene, i)
    own = (verb,) if verb is not None and is_subject(scene, i) else ()
    verbs = [v for v in (*own, *kids(reading, i, "relcl")) if reading.tokens[v].lemma in _COSTING]
    second = (c for v in verbs for c in kids(reading, v, "conj") if is_resultative(reading, c))
    sides = tuple(h for v in verbs for h in _whose_lives(reading, objects(reading, v)))
    sides += tuple(h for c in second for h in objects(reading, c))
    return sides if len(sides) > 1 else ()


def _whose_lives(reading: Reading, lost: tuple[int, ...]) -> tuple[int, ...]:
    """Those whose lives a fight "claimed" or "cost"; what is lost itself where it is no life."""
    owners = (o for n in lost if reading.tokens[n].lemma in _LIVES for w, o in prepositions(reading, n) if w == "of")
    return tuple(h for o in owners for h in conjuncts(reading, o)) or lost


def fallen_fighting(scene: Scene, i: int) -> tuple[int, ...]:
    """One side by its losses: "four policemen were killed in clashes with the gang"."""
    reading = scene.reading
    noun = reading.tokens[first_conjunct(reading, i)]
    preposition = reading.tokens[noun.head]
    verb = reading.tokens[preposition.head]
    inside = noun.dep == "pobj" and preposition.lower in ("in", "during") and verb.pos in VERBAL
    if not inside:
        return ()
    if verb.lemma in DYING:
        return subjects(reading, verb.i)
    return objects(reading, verb.i) if verb.lemma in _HARMING and is_passive(reading, verb.i) else ()
