"""The positions of a frame around the verb above a noun of happening: "launched strikes", "killed in raids"."""

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.frame_positions import by, modifier, possessive, under_preposition
from dateline.extract.grammar import VERBAL, child, conjuncts, first_conjunct, kids, prepositions, subtree
from dateline.extract.parties import names_party
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes

_AIMS = frozenset({"disperse", "repel", "ward", "scatter", "target", "hunt", "punish"})
_VICTIMS = frozenset({"target", "victim", "object", "focus"})
_INSTRUMENT = frozenset({"in", "by", "with", "during", "from", "after", "under"})


def _governor(scene: Scene, i: int) -> int | None:
    """The verb that a noun of happening leans on: "launched strikes", "killed in raids"."""
    here = first_conjunct(scene.reading, i)
    for _ in range(4):
        head = scene.reading.tokens[here].head
        if head == here:
            return None
        if scene.reading.tokens[head].pos in VERBAL:
            return head
        here = head
    return None


def governor_subject(scene: Scene, i: int) -> tuple[int, ...]:
    """The subject of a light verb whose object the noun is, or of a verb of harm done with it."""
    reading, verb = scene.reading, _governor(scene, i)
    if verb is None or reading.tokens[verb].lemma not in word_classes()["light_verbs"] | word_classes()["harm_verbs"]:
        return ()
    return () if _is_subject(scene, i) and not is_passive(reading, verb) else subjects(reading, verb)


def governor_object(scene: Scene, i: int) -> tuple[int, ...]:
    """Whom it hit: the object of the verb of harm that it does or is used in, who "came under" it or is its target."""
    reading, verb = scene.reading, _governor(scene, i)
    if verb is None:
        return ()
    if found := _its_victims(scene, i):
        return found
    lemma = reading.tokens[verb].lemma
    if lemma in word_classes()["harm_verbs"]:
        return objects(reading, verb)
    joined = conjuncts(reading, first_conjunct(reading, i))
    told = (
        c
        for n in joined
        for c in kids(reading, n, "relcl", "acl")
        if reading.tokens[c].lemma in word_classes()["harm_verbs"]
    )
    if found := tuple(h for c in told if not is_passive(reading, c) for h in objects(reading, c)):
        return found
    suffers = not _is_subject(scene, i) and lemma in word_classes()["suffer_verbs"]
    return subjects(reading, verb) if suffers else ()


def _its_victims(scene: Scene, i: int) -> tuple[int, ...]:
    """ "The militia was the target of attacks", "has been the victim of raids"."""
    tokens = scene.reading.tokens
    preposition = tokens[tokens[first_conjunct(scene.reading, i)].head]
    noun = tokens[preposition.head]
    if preposition.lower != "of" or noun.lemma not in _VICTIMS or noun.dep != "attr":
        return ()
    return subjects(scene.reading, noun.head)


def aim(scene: Scene, i: int) -> tuple[int, ...]:
    """ "fired to disperse the crowd": whom the act was to move."""
    aims = (c for c in kids(scene.reading, i, "advcl", "xcomp") if scene.reading.tokens[c].lemma in _AIMS)
    return tuple(h for c in aims for h in objects(scene.reading, c))


def damaged(scene: Scene, i: int) -> tuple[int, ...]:
    """ "causing damage to houses", "destroying a mill": what the act wrecked beside whom it struck."""
    reading = scene.reading
    top = i if reading.tokens[i].pos in VERBAL else _governor(scene, i)
    found: list[int] = []
    further = kids(reading, top, "advcl", "conj") if top is not None else ()
    own = (top,) if top is not None and top != i and _is_subject(scene, i) else ()
    for c in (*own, *(k for clause in further for k in conjuncts(reading, clause))):
        lemma = reading.tokens[c].lemma
        if lemma in ("damage", "destroy", "wreck", "level"):
            found += objects(reading, c)
        elif lemma in ("cause", "inflict", "result"):
            caused = (*objects(reading, c), *under_preposition(scene, c, "in"))
            harm = [o for o in caused if reading.tokens[o].lemma in ("damage", "destruction")]
            found += [h for o in harm for word in ("to", "of") for h in under_preposition(scene, o, word)]
    return tuple(found)


def held_before(scene: Scene, i: int) -> tuple[int, ...]:
    """From whom a place was taken: "the militia-held town", "territory held by the militia"."""
    reading = scene.reading
    found: list[int] = []
    for place in (*objects(reading, i), *under_preposition(scene, i, "of")):
        for c in kids(reading, place, "amod", "acl"):
            if reading.tokens[c].lower in ("held", "controlled", "occupied"):
                hyphened = c >= 2 and reading.tokens[c - 1].text == "-"
                found += [c - 2] if hyphened else subjects(reading, c)
    return tuple(found)


def suffered_from(scene: Scene, i: int) -> tuple[int, ...]:
    """ "came under attack from gunmen", where the phrase hangs on the verb."""
    verb = _governor(scene, i)
    if verb is None or scene.reading.tokens[verb].lemma not in word_classes()["suffer_verbs"]:
        return ()
    return under_preposition(scene, verb, "from")


def _is_subject(scene: Scene, i: int) -> bool:
    return scene.reading.tokens[first_conjunct(scene.reading, i)].dep in ("nsubj", "nsubjpass")


def instrument(scene: Scene, i: int) -> tuple[int, ...]:
    """ "killed in Russian air strikes", "died in shelling by the army": whose the act is that it was done in."""
    for word, obj in prepositions(scene.reading, i):
        if word in _INSTRUMENT and not names_party(scene, obj):
            found = by(scene, obj) or possessive(scene, obj) or modifier(scene, obj)
            if found:
                return found
    return ()


def blamed(scene: Scene, i: int) -> tuple[int, ...]:
    """ "was behind the bombing", "is responsible for the attack", "accused the army of", "claimed the blast"."""
    reading, verb = scene.reading, _governor(scene, i)
    if verb is None:
        return ()
    lemma = reading.tokens[verb].lemma
    under = reading.tokens[reading.tokens[first_conjunct(reading, i)].head].lower
    if lemma == "be" and (under == "behind" or _has_word(scene, verb, "responsible")):
        return subjects(reading, verb)
    if lemma == "claim":
        return subjects(reading, verb)
    if lemma == "blame":
        return under_preposition(scene, verb, "on") or objects(reading, verb)
    if lemma in ("accuse", "suspect", "involve", "implicate"):
        return objects(reading, verb)
    blamed = (c for c in kids(reading, i, "acl", "relcl") if reading.tokens[c].lemma == "blame")
    return tuple(h for c in blamed for h in under_preposition(scene, c, "on")) or _said_to_be_from(scene, i)


def _said_to_be_from(scene: Scene, i: int) -> tuple[int, ...]:
    """ "an attack which the monitors say came from the army", "for which the group has claimed responsibility"."""
    reading = scene.reading
    for below in subtree(reading, i):
        lemma = reading.tokens[below].lemma
        if reading.tokens[below].pos != "VERB":
            continue
        if lemma == "claim":
            return subjects(reading, below)
        if lemma == "come":
            return under_preposition(scene, below, "from")
    return ()


def _has_word(scene: Scene, verb: int, word: str) -> bool:
    found = child(scene.reading, verb, "acomp", "attr")
    return found is not None and scene.reading.tokens[found].lower == word
