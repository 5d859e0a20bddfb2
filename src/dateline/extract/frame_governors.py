"""The positions of a frame around the verb above a noun of happening: "launched strikes", "killed in raids"."""

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.frame_positions import by, light_verb, modifier, possessive, under_preposition
from dateline.extract.grammar import VERBAL, child, conjuncts, first_conjunct, kids, prepositions, subtree, told_apart
from dateline.extract.parties import names_party
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes

_PRONOUNS = frozenset({"they", "it", "which", "that"})
_AIMS = frozenset({"disperse", "repel", "ward", "scatter", "target", "hunt", "punish"})
_PACTS = frozenset({"deal", "agreement", "accord", "pact"})
_ACCUSING = frozenset({"accuse", "suspect", "involve", "implicate", "charge", "convict", "indict"})
_VICTIMS = frozenset({"target", "victim", "object", "focus"})
# Where what was thrown came down
_IMPACTS = frozenset(
    "slam crash smash plough plow land tear rip fall explode detonate burst hit strike plunge thud rain".split()
)
_INTO = frozenset({"into", "on", "onto", "upon", "through"})
_MARKS = frozenset({"mark", "hallmark", "trademark", "signature", "stamp", "fingerprint"})
_WORKS = frozenset({"work", "handiwork", "doing", "deed"})
_DOING = frozenset({"carry", "launch", "mount", "stage", "commit", "perpetrate", "conduct", "execute"})
_ON_ACCOUNT = frozenset({"after", "following", "since", "amid", "despite", "before"})
# What is ended, counted or told of is not thereby done: "called for an end to the siege", "put the toll of the raid at"
_ABOUT_IT = frozenset(
    "end halt stop lifting cessation toll number count figure estimate report news account anniversary victim survivor "
    "aftermath impact effect cost footage video picture photo image evidence proof record inquiry investigation".split()
)
_INQUIRIES = frozenset("investigation inquiry enquiry probe case proceeding hearing report statement debate".split())
# What is answered is done by the other side: "in retaliation for the rocket fire"
_ANSWERS = frozenset(
    {"retaliation", "response", "revenge", "reprisal", "retribution", "vengeance", "answer", "reaction"}
)
_CONVERSATIONS = frozenset({"call", "meeting", "talk", "conversation", "discussion", "negotiation"})
DYING = frozenset({"die", "perish"})
_INSTRUMENT = frozenset({"in", "by", "with", "during", "from", "after", "under"})


def governor(scene: Scene, i: int, *, through: bool = False) -> int | None:
    """The verb that a noun of happening leans on: "launched strikes", "killed in raids".

    Not one that only ends, counts or tells of it, unless `through` is set.
    """
    here = first_conjunct(scene.reading, i)
    for _ in range(4):
        head = scene.reading.tokens[here].head
        about_it = here != i and scene.reading.tokens[here].lemma in _ABOUT_IT
        answered = here != i and scene.reading.tokens[here].lemma in _ANSWERS
        on_account = answered or scene.reading.tokens[head].lower in _ON_ACCOUNT
        if head == here or (about_it and not through) or on_account:
            return None
        if scene.reading.tokens[head].pos in VERBAL:
            apart = _counts(scene, head) or _is_unclaimed(scene, head) or _looks_into(scene, here, head)
            return None if apart and not through else head
        here = head
    return None


def _counts(scene: Scene, verb: int) -> bool:
    """ "Put the toll of it at nine"."""
    tokens = scene.reading.tokens
    return tokens[verb].lemma == "put" and any(tokens[o].lemma in _ABOUT_IT for o in kids(scene.reading, verb, "dobj"))


def _looks_into(scene: Scene, preposition: int, verb: int) -> bool:
    """ "Opened an inquiry into the killing", where the parser hangs "into" on the verb."""
    tokens = scene.reading.tokens
    asked = tokens[preposition].lower in ("into", "over", "about", "on")
    return asked and any(tokens[o].lemma in _INQUIRIES for o in kids(scene.reading, verb, "dobj", "nsubjpass"))


def _is_unclaimed(scene: Scene, verb: int) -> bool:
    """ "The movement did not claim the attack": it is nobody's yet."""
    return scene.reading.tokens[verb].lemma == "claim" and bool(kids(scene.reading, verb, "neg"))


def governor_subject(scene: Scene, i: int) -> tuple[int, ...]:
    """The subject of a light verb whose object the noun is, or of a verb of harm done with it."""
    reading, verb = scene.reading, governor(scene, i)
    if verb is None or (reading.tokens[i].dep == "ccomp" and reading.tokens[verb].lemma == "put"):
        return ()  # "a bomb went off; police put the dead at ten": who tells of it
    known = reading.tokens[verb].lemma in word_classes()["light_verbs"] | word_classes()["harm_verbs"]
    known = known or (
        reading.tokens[verb].lemma == "fight" and first_conjunct(reading, i) in kids(reading, verb, "dobj")
    )
    if not known and not _is_fired_with(scene, i, verb) and not _is_in_it(scene, i, verb):
        return ()
    return () if is_subject(scene, i) and not is_passive(reading, verb) else subjects(reading, verb)


def _is_in_it(scene: Scene, i: int, verb: int) -> bool:
    """ "Raised the matter in a call with the mayor", "left under a deal with the army": who does something in a
    conversation or by a pact takes part in it."""
    reading = scene.reading
    noun = reading.tokens[i]
    preposition = reading.tokens[noun.head]
    during = preposition.lower in ("in", "during") and noun.lemma in _CONVERSATIONS
    by_it = preposition.lower == "under" and noun.lemma in _PACTS
    partner = any(word == "with" for word, _ in prepositions(reading, i))
    return (during or by_it) and partner and preposition.head in (verb, *kids(reading, verb, "dobj"))


def _is_fired_with(scene: Scene, i: int, verb: int) -> bool:
    """ "Raked a bus with gunfire", "peppered the house with bullets": the verb may be any that has both parties."""
    reading = scene.reading
    here = reading.tokens[first_conjunct(reading, i)]
    preposition = reading.tokens[here.head]
    both = kids(reading, verb, "dobj") and kids(reading, verb, "nsubj")
    passive = kids(reading, verb, "nsubjpass")
    above = preposition.head == verb or preposition.head in kids(reading, verb, "dobj")
    return here.dep == "pobj" and preposition.lower == "with" and above and bool(both or passive)


def by_of_verb(scene: Scene, i: int) -> tuple[int, ...]:
    """Who carries out what the noun names, behind the passive that it is the subject of: "sentences were passed by"."""
    verb = light_verb(scene, i)
    return subjects(scene.reading, verb) if verb is not None and is_passive(scene.reading, verb) else ()


def governor_object(scene: Scene, i: int) -> tuple[int, ...]:
    """Whom it hit: the object of the verb of harm that it does or is used in, who "came under" it or is its target."""
    reading, verb = scene.reading, governor(scene, i)
    if verb is None:
        return ()
    if found := its_victims(scene, i):
        return found
    lemma = reading.tokens[verb].lemma
    harmed = _harmed_in_clauses(scene, i)
    if lemma in word_classes()["harm_verbs"] or _is_fired_with(scene, i, verb):
        return (*objects(reading, verb), *harmed)
    if harmed:
        return harmed
    suffers = not is_subject(scene, i) and lemma in word_classes()["suffer_verbs"]
    return subjects(reading, verb) if suffers or _is_under(scene, i, verb) else ()


def _harmed_in_clauses(scene: Scene, i: int) -> tuple[int, ...]:
    """ "The raids, which hit a depot": what a clause about the act says that it harmed."""
    reading = scene.reading
    clauses = (c for n in conjuncts(reading, first_conjunct(reading, i)) for c in kids(reading, n, "relcl", "acl"))
    harmful = (c for c in clauses if reading.tokens[c].lemma in word_classes()["harm_verbs"])
    return tuple(h for c in harmful if not is_passive(reading, c) for h in objects(reading, c))


def _is_under(scene: Scene, i: int, verb: int) -> bool:
    """ "Has been under fire", "remains under attack"."""
    preposition = scene.reading.tokens[scene.reading.tokens[first_conjunct(scene.reading, i)].head]
    stays = scene.reading.tokens[verb].lemma in ("be", "remain", "stay", "keep", "put")
    return preposition.lower == "under" and preposition.head == verb and stays


def struck(scene: Scene, i: int) -> tuple[int, ...]:
    """What the shells came down on: "as they crashed into a mill", "a bomb that fell on a school"."""
    reading = scene.reading
    sentence = reading.sentences[reading.sentence_of[i]]
    falls = (k for k in range(sentence.first, sentence.last) if reading.tokens[k].lemma in _IMPACTS)
    found: list[int] = []
    for verb in falls:
        if reading.tokens[verb].pos == "VERB" and _falls_itself(scene, verb, i):
            found += [h for word, o in prepositions(reading, verb) if word in _INTO for h in conjuncts(reading, o)]
    return tuple(found)


def _falls_itself(scene: Scene, verb: int, i: int) -> bool:
    """Whether it is the weapon told of at `i` that comes down, if only as "they"."""
    reading, weapons = scene.reading, word_classes()["weapons"]
    if verb == i:
        return True
    heads = subjects(reading, verb)
    pronouns = reading.tokens[i].lemma in weapons and any(reading.tokens[h].lower in _PRONOUNS for h in heads)
    return i in heads or (pronouns and verb > i)


def its_victims(scene: Scene, i: int) -> tuple[int, ...]:
    """ "The militia was the target of attacks", "has been the victim of raids"."""
    tokens = scene.reading.tokens
    preposition = tokens[tokens[first_conjunct(scene.reading, i)].head]
    noun = tokens[preposition.head]
    if preposition.lower != "of" or noun.lemma not in _VICTIMS or noun.dep != "attr":
        return ()
    return subjects(scene.reading, noun.head)


def harmed_in(scene: Scene, i: int) -> tuple[int, ...]:
    """ "Four policemen died in the raid", "two were wounded in the attack": who suffers in what a noun tells."""
    reading, verb = scene.reading, governor(scene, i)
    if verb is None or reading.tokens[i].pos in VERBAL:
        return ()
    if reading.tokens[verb].lemma in DYING:
        return subjects(reading, verb)
    harmed = reading.tokens[verb].lemma in word_classes()["harm_verbs"] and is_passive(reading, verb)
    return objects(reading, verb) if harmed else ()


def aim(scene: Scene, i: int) -> tuple[int, ...]:
    """ "fired to disperse the crowd": whom the act was to move."""
    aims = (c for c in kids(scene.reading, i, "advcl", "xcomp") if scene.reading.tokens[c].lemma in _AIMS)
    return tuple(h for c in aims for h in objects(scene.reading, c))


def damaged(scene: Scene, i: int) -> tuple[int, ...]:
    """ "causing damage to houses", "destroying a mill": what the act wrecked beside whom it struck."""
    reading = scene.reading
    top = i if reading.tokens[i].pos in VERBAL else governor(scene, i)
    found: list[int] = []
    further = kids(reading, top, "advcl", "conj") if top is not None else ()
    own = (top,) if top is not None and top != i and is_subject(scene, i) else ()
    for c in (*own, *(k for clause in further for k in conjuncts(reading, clause) if not told_apart(reading, i, k))):
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


def receiver(scene: Scene, i: int) -> tuple[int, ...]:
    """Who "receives military aid"."""
    reading, verb = scene.reading, governor(scene, i)
    received = verb is not None and reading.tokens[verb].lemma in ("receive", "obtain")
    return subjects(reading, verb) if verb is not None and received and not is_passive(reading, verb) else ()


def suffered_from(scene: Scene, i: int) -> tuple[int, ...]:
    """ "came under attack from gunmen", where the phrase hangs on the verb."""
    verb = governor(scene, i)
    if verb is None or scene.reading.tokens[verb].lemma not in word_classes()["suffer_verbs"]:
        return ()
    return under_preposition(scene, verb, "from") or under_preposition(scene, verb, "by")


def is_subject(scene: Scene, i: int) -> bool:
    """Whether the noun is, or is listed with, the subject of its verb."""
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
    reading, verb = scene.reading, governor(scene, i)
    if found := _carried_out_by(scene, i):
        return found
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
    if found := _whose_work(scene, verb):
        return found
    if lemma in _ACCUSING:
        return objects(reading, verb)
    blamed = (c for c in kids(reading, i, "acl", "relcl") if reading.tokens[c].lemma == "blame")
    return tuple(h for c in blamed for h in under_preposition(scene, c, "on")) or _said_to_be_from(scene, i)


def _carried_out_by(scene: Scene, i: int) -> tuple[int, ...]:
    """ "The attack that the militia carried out", "the raid, which the front said it had mounted"."""
    reading = scene.reading
    for clause in kids(reading, i, "relcl"):
        said = [clause, *kids(reading, clause, "ccomp")]
        doing = next((verb for verb in said if reading.tokens[verb].lemma in _DOING), None)
        if doing is not None and not is_passive(reading, doing):
            own = subjects(reading, doing)
            meant = doing != clause and all(reading.tokens[s].lower in _PRONOUNS for s in own)
            return subjects(reading, clause) if meant else own
    return ()


def _whose_work(scene: Scene, verb: int) -> tuple[int, ...]:
    """ "The blast bore the hallmarks of the group", "was the work of the militia": whose deed it is said to be."""
    reading = scene.reading
    lemma = reading.tokens[verb].lemma
    told = {"bear": ("dobj", _MARKS), "carry": ("dobj", _MARKS), "have": ("dobj", _MARKS), "be": ("attr", _WORKS)}
    dep, nouns = told.get(lemma, ("", frozenset[str]()))
    works = (c for c in kids(reading, verb, dep) if reading.tokens[c].lemma in nouns)
    return tuple(h for c in works for h in (*under_preposition(scene, c, "of"), *possessive(scene, c)))


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
