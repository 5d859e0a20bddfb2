"""The positions of a frame around a word itself: subject, object, "by", possessive, the words before a noun."""

from collections.abc import Iterable

from dateline.extract.arguments import indirect_objects, is_passive, objects, subjects
from dateline.extract.grammar import VERBAL, conjuncts, first_conjunct, kids, prepositions, sentence_at, text_at
from dateline.extract.parties import is_opposed, names_party, parties_before
from dateline.extract.scene import Scene
from dateline.knowledge.calendar_words import WEEKDAYS
from dateline.knowledge.nations import nations
from dateline.knowledge.words import word_classes

# "reinforcements coming from", "fire aimed at": what hangs on such a participle hangs on the noun
_COMING = frozenset({"come", "arrive", "aim", "direct"})
_EXCHANGED = frozenset({"fire", "shot", "blow", "gunfire", "battle", "shelling", "salvo"})
_DONE = frozenset({"dobj", "nsubjpass"})
_DEEPEST = 3
_INSTRUMENT = frozenset({"in", "by", "with", "during", "from", "after", "under"})


def subject(scene: Scene, i: int) -> tuple[int, ...]:
    return subjects(scene.reading, i)


def object_(scene: Scene, i: int) -> tuple[int, ...]:
    return objects(scene.reading, i)


def possessive(scene: Scene, i: int) -> tuple[int, ...]:
    return tuple(c for p in kids(scene.reading, i, "poss") for c in conjuncts(scene.reading, p))


def modifier(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Russian air strikes", "rebel attacks": a group or a people before the noun."""
    found = kids(scene.reading, i, "compound", "amod", "nmod")
    spread = [c for k in found for c in conjuncts(scene.reading, k) if not is_opposed(scene, c)]
    before = tuple(
        p
        for p in parties_before(scene, i)
        if _leads_up_to(scene, p, i) and not is_opposed(scene, p) and not _ends_a_phrase(scene, p, i)
    )
    return before or tuple(c for c in spread if names_party(scene, c) and _leads_up_to(scene, c, i))


def opposed(scene: Scene, i: int) -> tuple[int, ...]:
    """Whom "anti-government protests" are against."""
    return tuple(p for p in parties_before(scene, i) if is_opposed(scene, p))


def _ends_a_phrase(scene: Scene, party: int, i: int) -> bool:
    """ "Rockets fired from Lorvia landed": what a preposition governs stands before the verb by chance."""
    tokens = scene.reading.tokens
    return tokens[i].pos == "VERB" and tokens[party].dep == "pobj"


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


def attackers(scene: Scene, i: int) -> tuple[int, ...]:
    """Whose the attack is that the verb repels: "repelled an assault by militants", "beat back the Russian attack"."""
    acts = (o for o in objects(scene.reading, i) if scene.reading.tokens[o].lemma in word_classes()["assaults"])
    return tuple(
        h for o in acts for h in (*(by(scene, o) or possessive(scene, o) or modifier(scene, o)), *_attacked(scene, o))
    )


def _attacked(scene: Scene, act: int) -> tuple[int, ...]:
    """On whom: also whose positions, in "an assault on Lorvian positions"."""
    struck = (h for word in ("on", "against") for h in under_preposition(scene, act, word))
    return tuple(p for h in struck for p in (parties_before(scene, h) or (h,)) if names_party(scene, p))


def indirect(scene: Scene, i: int) -> tuple[int, ...]:
    return indirect_objects(scene.reading, i) or _given_to(scene, i)


def _given_to(scene: Scene, i: int) -> tuple[int, ...]:
    """ "to give Lorvia cluster bombs", where the parser takes the country's name for a part of the bombs'."""
    tokens = scene.reading.tokens
    given = (o for o in objects(scene.reading, i) if tokens[o].pos == "NOUN")
    names = (c for o in given for c in kids(scene.reading, o, "compound", "nmod"))
    return tuple(c for c in names if tokens[c].pos == "PROPN" and nations().by_name(tokens[c].text) is not None)


def by(scene: Scene, i: int) -> tuple[int, ...]:
    """ "a raid by gunmen", "the bombing carried out by the coalition", "died at the hands of gunmen"."""
    reading = scene.reading
    direct = under_preposition(scene, i, "by") or _by_lower_down(scene, i) or at_the_hands_of(scene, i)
    direct = direct or _by_whom_it_is_under(scene, i)
    made = (c for c in kids(reading, i, "acl", "relcl") if is_passive(reading, c))
    light = (c for c in made if reading.tokens[c].lemma in word_classes()["light_verbs"])
    return direct or tuple(h for c in light for h in subjects(reading, c))


def _by_whom_it_is_under(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Came under attack by soldiers": parsers hang the phrase on the verb."""
    reading = scene.reading
    preposition = reading.tokens[reading.tokens[i].head]
    under = preposition.lower == "under" and reading.tokens[preposition.head].lemma in ("come", "be", "remain")
    found = under_preposition(scene, preposition.head, "by") if under else ()
    return tuple(h for h in found if names_party(scene, h))


def at_the_hands_of(scene: Scene, i: int) -> tuple[int, ...]:
    """Behind a verb, whatever the parser hangs the phrase on."""
    reading = scene.reading
    if reading.tokens[i].pos not in VERBAL:
        return ()
    behind = reading.tokens[i : sentence_at(reading, i).last]
    hands = (t.i for t in behind if t.lower == "hands" and reading.tokens[t.head].lower == "at")
    return tuple(h for hand in hands for h in under_preposition(scene, hand, "of"))


def _by_lower_down(scene: Scene, i: int) -> tuple[int, ...]:
    """The by-phrase of a noun that the parser hung on a place or a target named in between."""
    reading, here = scene.reading, i
    if reading.tokens[i].pos in VERBAL:
        return ()
    for _ in range(_DEEPEST):
        below = [o for word, o in prepositions(reading, here) if word not in _INSTRUMENT - {"in"}]
        below = [o for o in below if reading.tokens[o].lower not in WEEKDAYS]
        if not below:
            return ()
        here = below[-1]
        if found := [h for word, o in prepositions(reading, here) if word == "by" for h in conjuncts(reading, o)]:
            return tuple(h for h in found if names_party(scene, h))
    return ()


def from_(scene: Scene, i: int) -> tuple[int, ...]:
    """ "An attack from gunmen"; what is fired from a country tells where it came from, not whose it was."""
    found = under_preposition(scene, i, "from")
    fired = scene.reading.tokens[i].lemma in word_classes()["firing_verbs"]
    return tuple(h for h in found if not (fired and nations().by_name(scene.reading.tokens[h].text)))


def with_(scene: Scene, i: int) -> tuple[int, ...]:
    """ "clashed with", also where the phrase hangs on the object: "exchanged fire with the army"."""
    objects_ = (o for o in kids(scene.reading, i, "dobj") if scene.reading.tokens[o].lemma in _EXCHANGED)
    return tuple(h for top in (i, *objects_) for h in under_preposition(scene, top, "with"))


def under_preposition(scene: Scene, i: int, word: str) -> tuple[int, ...]:
    coming = [c for c in kids(scene.reading, i, "acl") if scene.reading.tokens[c].lemma in _COMING]
    light = light_verb(scene, i) if word in ("on", "against", "to") else None
    coming += [] if light is None else [light]
    below = [
        obj
        for top in (i, *coming)
        for found, obj in prepositions(scene.reading, top)
        if word in (found, found + "s") or found.endswith(" " + word) or found == "up" + word
    ]
    below = below or _right_behind(scene, i, word) or _behind_by(scene, i, word)
    return tuple(c for obj in below for c in (_holders(scene, obj) or conjuncts(scene.reading, obj)))


def _right_behind(scene: Scene, i: int, word: str) -> list[int]:
    """ "Died in a shoot-out with guards", where the parser hangs on the verb what stands right behind the noun."""
    tokens = scene.reading.tokens
    if word not in _OF_NOUNS or tokens[i].pos != "NOUN" or text_at(scene.reading, i + 1).lower() != word:
        return []
    return list(kids(scene.reading, i + 1, "pobj")) if tokens[i + 1].head < i else []


def _behind_by(scene: Scene, i: int, word: str) -> list[int]:
    """ "The shelling by troops of a school", where the parser hangs the school on the troops."""
    reading = scene.reading
    if word != "of" or reading.tokens[i].pos != "NOUN":
        return []
    doers = [o for found, o in prepositions(reading, i) if found == "by" and names_party(scene, o)]
    struck = (o for d in doers for found, o in prepositions(reading, d) if found == "of")
    return [o for o in struck if reading.tokens[o].pos == "NOUN" and not names_party(scene, o)]


_OF_NOUNS = frozenset({"with", "against", "on", "between"})


def _holders(scene: Scene, i: int) -> tuple[int, ...]:
    """ "fell under militia control": whose control it is; "in front of a shop": what it is in front of."""
    if text_at(scene.reading, i).lower() == "front" and text_at(scene.reading, i - 1).lower() == "in":
        return under_preposition(scene, i, "of")
    if scene.reading.tokens[i].lemma not in ("control", "hand", "rule", "command"):
        return ()
    return possessive(scene, i) or under_preposition(scene, i, "of") or modifier(scene, i)


def light_verb(scene: Scene, i: int) -> int | None:
    """The light verb whose object the noun is: in "carried out raids against" the phrase may hang on the verb."""
    token = scene.reading.tokens[first_conjunct(scene.reading, i)]
    above = scene.reading.tokens[token.head]
    return token.head if token.dep in _DONE and above.lemma in word_classes()["light_verbs"] else None


def between(scene: Scene, i: int) -> tuple[int, ...]:
    """ "between the army and rebel fighters", where the parser may make the first side a modifier of the second.

    The phrase may stand behind the verb: "clashes broke out between", "a deal was reached between".
    """
    token = scene.reading.tokens[first_conjunct(scene.reading, i)]
    verb = (token.head,) if token.dep in ("nsubj", "nsubjpass", "dobj") else ()
    heads = next((found for top in (i, *verb) if (found := under_preposition(scene, top, "between"))), ())
    heads = heads or _sides_further_on(scene, i)
    if len(heads) != 1:
        return heads
    before = parties_before(scene, heads[0])
    joined = any(scene.reading.tokens[k].lower == "and" for p in before[:1] for k in range(p, heads[0]))
    return (before[0], heads[0]) if joined else heads


def _sides_further_on(scene: Scene, i: int) -> tuple[int, ...]:
    """The two parties of a "between" that hangs on a place: "fighting in the town between the army and rebels"."""
    tokens = scene.reading.tokens
    behind = range(i + 1, sentence_at(scene.reading, i).last)
    for k in (k for k in behind if tokens[k].lower == "between" and _is_ground(scene, tokens[k].head)):
        sides = tuple(h for o in kids(scene.reading, k, "pobj") for h in conjuncts(scene.reading, o))
        if len(sides) > 1 and all(names_party(scene, h) for h in sides):
            return () if is_border(scene, tokens[k].head, sides) else sides
    return ()


def is_border(scene: Scene, i: int, sides: Iterable[int]) -> bool:
    """ "The crossing between Lorvia and Ordal": countries that lie on both sides of it fight nobody."""
    tokens = scene.reading.tokens
    lies_between = tokens[i].lemma in word_classes()["borders"]
    return lies_between and all(nations().by_name(tokens[side].text) is not None for side in sides)


def _is_ground(scene: Scene, i: int) -> bool:
    return scene.is_place(i) or scene.reading.tokens[i].lemma in word_classes()["ground"]
