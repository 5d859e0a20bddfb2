"""The positions in which a frame looks for its parts: subject, object, "by", possessive, and the verb above a noun."""

from collections.abc import Callable, Iterable

from dateline.extract.arguments import indirect_objects, is_passive, objects, subjects
from dateline.extract.grammar import VERBAL, child, conjuncts, first_conjunct, kids, prepositions, subtree
from dateline.extract.parties import names_party, parties_before
from dateline.extract.phrases import content_head
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes

# "reinforcements coming from", "fire aimed at": what hangs on such a participle hangs on the noun
_COMING = frozenset({"come", "arrive", "aim", "direct"})
_AIMS = frozenset({"disperse", "repel", "ward", "scatter", "target", "hunt", "punish"})
_EXCHANGED = frozenset({"fire", "shot", "blow", "gunfire", "battle", "shelling", "salvo"})
_DEEPEST = 3
_INSTRUMENT = frozenset({"in", "by", "with", "during", "from", "after", "under"})


def heads_at(scene: Scene, i: int, position: str) -> tuple[int, ...]:
    """Heads of the phrases at one position of the frame, lists spread out, measures looked through."""
    if position in _SPECIAL:
        found: Iterable[int] = _SPECIAL[position](scene, i)
    else:
        found = _under_preposition(scene, i, position)
    return tuple(dict.fromkeys(content_head(scene.reading, h) for h in found))


def _subject(scene: Scene, i: int) -> tuple[int, ...]:
    return subjects(scene.reading, i)


def _object(scene: Scene, i: int) -> tuple[int, ...]:
    return objects(scene.reading, i)


def _possessive(scene: Scene, i: int) -> tuple[int, ...]:
    return tuple(c for p in kids(scene.reading, i, "poss") for c in conjuncts(scene.reading, p))


def _modifier(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Russian air strikes", "rebel attacks": a group or a people before the noun."""
    found = kids(scene.reading, i, "compound", "amod", "nmod")
    spread = [c for k in found for c in conjuncts(scene.reading, k)]
    before = tuple(p for p in parties_before(scene, i) if _leads_up_to(scene, p, i))
    return before or tuple(c for c in spread if names_party(scene, c) and _leads_up_to(scene, c, i))


def _leads_up_to(scene: Scene, party: int, i: int) -> bool:
    """Whether only weapons and adjectives stand between: a "Saudi oil plant attack" is not by Saudis."""
    classes = word_classes()
    known = classes["weapons"] | classes["aircraft"] | classes["aerial"] | classes["forces"] | classes["fighters"]
    tokens = scene.reading.tokens
    between = (tokens[k] for k in range(party + 1, i))
    return all(
        t.pos not in ("NOUN", "PROPN") or t.lemma in known or scene.is_actor(t.i) or tokens[t.i - 1].text == "-"
        for t in between
    )


def _attackers(scene: Scene, i: int) -> tuple[int, ...]:
    """Whose the attack is that the verb repels: "repelled an assault by militants", "beat back the Russian attack"."""
    acts = (o for o in objects(scene.reading, i) if scene.reading.tokens[o].lemma in word_classes()["assaults"])
    return tuple(h for o in acts for h in _by(scene, o) or _possessive(scene, o) or _modifier(scene, o))


def _indirect(scene: Scene, i: int) -> tuple[int, ...]:
    return indirect_objects(scene.reading, i)


def _by(scene: Scene, i: int) -> tuple[int, ...]:
    """ "a raid by gunmen", "the bombing carried out by the coalition", "the shelling of posts by militia"."""
    reading = scene.reading
    direct = _under_preposition(scene, i, "by") or _by_lower_down(scene, i)
    made = (c for c in kids(reading, i, "acl", "relcl") if is_passive(reading, c))
    light = (c for c in made if reading.tokens[c].lemma in word_classes()["light_verbs"])
    return direct or tuple(h for c in light for h in subjects(reading, c))


def _by_lower_down(scene: Scene, i: int) -> tuple[int, ...]:
    """The by-phrase of a noun that the parser hung on a place or a target named in between."""
    reading, here = scene.reading, i
    if reading.tokens[i].pos in VERBAL:
        return ()
    for _ in range(_DEEPEST):
        below = [o for word, o in prepositions(reading, here) if word not in _INSTRUMENT - {"in"}]
        if not below:
            return ()
        here = below[-1]
        if found := [h for word, o in prepositions(reading, here) if word == "by" for h in conjuncts(reading, o)]:
            return tuple(h for h in found if names_party(scene, h))
    return ()


def _with(scene: Scene, i: int) -> tuple[int, ...]:
    """ "clashed with", also where the phrase hangs on the object: "exchanged fire with the army"."""
    objects_ = (o for o in kids(scene.reading, i, "dobj") if scene.reading.tokens[o].lemma in _EXCHANGED)
    return tuple(h for top in (i, *objects_) for h in _under_preposition(scene, top, "with"))


def _under_preposition(scene: Scene, i: int, word: str) -> tuple[int, ...]:
    coming = [c for c in kids(scene.reading, i, "acl") if scene.reading.tokens[c].lemma in _COMING]
    light = _light_verb(scene, i) if word in ("on", "against") else None
    coming += [] if light is None else [light]
    return tuple(
        c
        for top in (i, *coming)
        for found, obj in prepositions(scene.reading, top)
        if found == word or found.endswith(" " + word) or found + "s" == word
        for c in (_holders(scene, obj) or conjuncts(scene.reading, obj))
    )


def _holders(scene: Scene, i: int) -> tuple[int, ...]:
    """ "fell under militia control": whose control it is."""
    if scene.reading.tokens[i].lemma not in ("control", "hand", "rule", "command"):
        return ()
    return _possessive(scene, i) or _under_preposition(scene, i, "of") or _modifier(scene, i)


def _light_verb(scene: Scene, i: int) -> int | None:
    """The light verb whose object the noun is: in "carried out raids against" the phrase may hang on the verb."""
    token = scene.reading.tokens[first_conjunct(scene.reading, i)]
    above = scene.reading.tokens[token.head]
    return token.head if token.dep == "dobj" and above.lemma in word_classes()["light_verbs"] else None


def _between(scene: Scene, i: int) -> tuple[int, ...]:
    """ "between the army and rebel fighters", where the parser may make the first side a modifier of the second."""
    heads = _under_preposition(scene, i, "between")
    if len(heads) != 1:
        return heads
    before = parties_before(scene, heads[0])
    joined = any(scene.reading.tokens[k].lower == "and" for p in before[:1] for k in range(p, heads[0]))
    return (before[0], heads[0]) if joined else heads


# ---- the verb above a noun ----------------------------------------------------------------------
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


def _governor_subject(scene: Scene, i: int) -> tuple[int, ...]:
    """The subject of a light verb whose object the noun is, or of a verb of harm done with it."""
    reading, verb = scene.reading, _governor(scene, i)
    if verb is None or reading.tokens[verb].lemma not in word_classes()["light_verbs"] | word_classes()["harm_verbs"]:
        return ()
    return () if _is_subject(scene, i) and not is_passive(reading, verb) else subjects(reading, verb)


def _governor_object(scene: Scene, i: int) -> tuple[int, ...]:
    """Whom it hit: the object of the verb of harm that it does or is used in, or who "came under" it."""
    reading, verb = scene.reading, _governor(scene, i)
    if verb is None:
        return ()
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


def _aim(scene: Scene, i: int) -> tuple[int, ...]:
    """ "fired to disperse the crowd": whom the act was to move."""
    aims = (c for c in kids(scene.reading, i, "advcl", "xcomp") if scene.reading.tokens[c].lemma in _AIMS)
    return tuple(h for c in aims for h in objects(scene.reading, c))


def _damaged(scene: Scene, i: int) -> tuple[int, ...]:
    """ "causing damage to houses", "destroying a mill": what the act wrecked beside whom it struck."""
    reading = scene.reading
    top = i if reading.tokens[i].pos in VERBAL else _governor(scene, i)
    found: list[int] = []
    further = kids(reading, top, "advcl", "conj") if top is not None else ()
    for c in (k for clause in further for k in conjuncts(reading, clause)):
        lemma = reading.tokens[c].lemma
        if lemma in ("damage", "destroy", "wreck", "level"):
            found += objects(reading, c)
        elif lemma in ("cause", "inflict"):
            harm = (o for o in objects(reading, c) if reading.tokens[o].lemma in ("damage", "destruction"))
            found += [h for o in harm for h in _under_preposition(scene, o, "to")]
    return tuple(found)


def _held_before(scene: Scene, i: int) -> tuple[int, ...]:
    """From whom a place was taken: "the militia-held town", "territory held by the militia"."""
    reading = scene.reading
    found: list[int] = []
    for place in (*objects(reading, i), *_under_preposition(scene, i, "of")):
        for c in kids(reading, place, "amod", "acl"):
            if reading.tokens[c].lower in ("held", "controlled", "occupied"):
                hyphened = c >= 2 and reading.tokens[c - 1].text == "-"
                found += [c - 2] if hyphened else subjects(reading, c)
    return tuple(found)


def _suffered_from(scene: Scene, i: int) -> tuple[int, ...]:
    """ "came under attack from gunmen", where the phrase hangs on the verb."""
    verb = _governor(scene, i)
    if verb is None or scene.reading.tokens[verb].lemma not in word_classes()["suffer_verbs"]:
        return ()
    return _under_preposition(scene, verb, "from")


def _is_subject(scene: Scene, i: int) -> bool:
    return scene.reading.tokens[first_conjunct(scene.reading, i)].dep in ("nsubj", "nsubjpass")


def _instrument(scene: Scene, i: int) -> tuple[int, ...]:
    """ "killed in Russian air strikes", "died in shelling by the army": whose the act is that it was done in."""
    for word, obj in prepositions(scene.reading, i):
        if word in _INSTRUMENT and not names_party(scene, obj):
            found = _by(scene, obj) or _possessive(scene, obj) or _modifier(scene, obj)
            if found:
                return found
    return ()


def _blamed(scene: Scene, i: int) -> tuple[int, ...]:
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
        return _under_preposition(scene, verb, "on") or objects(reading, verb)
    if lemma in ("accuse", "suspect", "involve", "implicate"):
        return objects(reading, verb)
    blamed = (c for c in kids(reading, i, "acl", "relcl") if reading.tokens[c].lemma == "blame")
    return tuple(h for c in blamed for h in _under_preposition(scene, c, "on")) or _said_to_be_from(scene, i)


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
            return _under_preposition(scene, below, "from")
    return ()


def _has_word(scene: Scene, verb: int, word: str) -> bool:
    found = child(scene.reading, verb, "acomp", "attr")
    return found is not None and scene.reading.tokens[found].lower == word


_SPECIAL: dict[str, Callable[[Scene, int], tuple[int, ...]]] = {
    "subject": _subject,
    "object": _object,
    "possessive": _possessive,
    "modifier": _modifier,
    "by": _by,
    "between": _between,
    "indirect": _indirect,
    "governor subject": _governor_subject,
    "governor object": _governor_object,
    "instrument": _instrument,
    "aim": _aim,
    "damaged": _damaged,
    "held before": _held_before,
    "attackers": _attackers,
    "blamed": _blamed,
    "suffered from": _suffered_from,
    "with": _with,
}
