"""Whose weapon it is that strikes: "Lorvian mortars shelled", "its rockets killed", "missiles fired from a frigate"."""

from dateline.extract.arguments import is_passive
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import conjuncts, kids, prepositions
from dateline.extract.parties import names_party, parties_before
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes

_FIRED = frozenset({"fire", "launch", "drop", "shoot", "lob", "throw", "send", "plant", "release", "carry", "set"})


def wielders(scene: Scene, i: int) -> tuple[int, ...]:
    """The parties whose weapon stands at `i`; `i` itself where it is no weapon, or nobody is said to own it."""
    token = scene.reading.tokens[i]
    classes = word_classes()
    weapon = token.lemma in classes["weapons"] | classes["ground_fire"] | classes["war_machines"]
    if not weapon or token.lemma in classes["aircraft"] or names_party(scene, i):
        return (i,)
    return _owners(scene, i) or _firers(scene, i) or (i,)


def _owners(scene: Scene, i: int) -> tuple[int, ...]:
    owners = (antecedent(scene, p) for p in kids(scene.reading, i, "poss"))
    found = tuple(o for o in owners if o is not None)
    behind = (o for word, o in prepositions(scene.reading, i) if word == "of" and names_party(scene, o))
    return found or parties_before(scene, i) or tuple(behind)


def _firers(scene: Scene, i: int) -> tuple[int, ...]:
    """ "rockets fired by militants", "missiles launched from a Lorvian frigate"."""
    reading = scene.reading
    for verb in kids(reading, i, "acl", "relcl"):
        if reading.tokens[verb].lemma in _FIRED and is_passive(reading, verb):
            by = [c for word, o in prepositions(reading, verb) if word == "by" for c in conjuncts(reading, o)]
            from_ = [p for word, o in prepositions(reading, verb) if word == "from" for p in parties_before(scene, o)]
            return tuple(by or from_)
    verb = reading.tokens[i].head  # "rockets fired from a frigate hit", with "fired" taken for the main verb
    if reading.tokens[i].dep == "nsubj" and reading.tokens[verb].lemma in _FIRED and verb == i + 1:
        return tuple(p for word, o in prepositions(reading, verb) if word == "from" for p in parties_before(scene, o))
    return ()
