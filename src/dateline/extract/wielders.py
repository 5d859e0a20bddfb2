"""Whose weapon it is that strikes: "Lorvian mortars shelled", "its rockets killed", "missiles fired from a frigate"."""

from dateline.extract.arguments import is_passive
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import conjuncts, kids, prepositions
from dateline.extract.parties import names_party, parties_before
from dateline.extract.scene import Scene
from dateline.knowledge.nations import nations
from dateline.knowledge.words import word_classes


def wielders(scene: Scene, i: int) -> tuple[int, ...]:
    """The parties whose weapon stands at `i`; `i` itself where it is no weapon, or nobody is said to own it."""
    token = scene.reading.tokens[i]
    classes = word_classes()
    if token.lemma in classes["aircraft"]:
        return (() if parties_before(scene, i) else _behind(scene, i)) or (i,)
    weapon = token.lemma in classes["weapons"] | classes["ground_fire"] | classes["war_machines"]
    if not weapon or names_party(scene, i):
        return (i,)
    return _owners(scene, i) or _firers(scene, i) or (i,)


def _owners(scene: Scene, i: int) -> tuple[int, ...]:
    owners = (antecedent(scene, p) for p in kids(scene.reading, i, "poss"))
    found = tuple(o for o in owners if o is not None)
    return found or parties_before(scene, i) or _behind(scene, i)


def _behind(scene: Scene, i: int) -> tuple[int, ...]:
    """ "drones of the Azmar Brigade", "a jet belonging to the coalition", "jets from the coalition"."""
    reading = scene.reading
    owned = (c for c in kids(reading, i, "acl") if reading.tokens[c].lemma == "belong")
    pairs = (
        *((w, o) for w, o in prepositions(reading, i) if w == "of"),
        *(p for c in owned for p in prepositions(reading, c)),
    )
    sent = (o for w, o in prepositions(reading, i) if w == "from" and not nations().by_name(reading.tokens[o].text))
    return tuple(o for o in (*(o for _, o in pairs), *sent) if names_party(scene, o))


def _firers(scene: Scene, i: int) -> tuple[int, ...]:
    """ "rockets fired by militants", "missiles launched from a Lorvian frigate"."""
    reading, fired = scene.reading, word_classes()["firing_verbs"]
    for verb in kids(reading, i, "acl", "relcl"):
        if reading.tokens[verb].lemma in fired and is_passive(reading, verb):
            by = [c for word, o in prepositions(reading, verb) if word == "by" for c in conjuncts(reading, o)]
            return tuple(by) or _aboard(scene, verb)
    verb = reading.tokens[i].head  # "rockets fired from a frigate hit", with "fired" taken for the main verb
    if reading.tokens[i].dep == "nsubj" and reading.tokens[verb].lemma in fired and verb == i + 1:
        return _aboard(scene, verb)
    return ()


def _aboard(scene: Scene, verb: int) -> tuple[int, ...]:
    """Whose ship, gun or base it was fired from; a Lorvian village is no Lorvian force."""
    sites = (o for word, o in prepositions(scene.reading, verb) if word == "from")
    military = (
        o for o in sites if scene.reading.tokens[o].lemma not in word_classes()["ground"] and not scene.is_place(o)
    )
    return tuple(p for o in military for p in parties_before(scene, o))
