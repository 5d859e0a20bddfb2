"""Logical subjects and objects of a verb, whatever the voice and however the clause hangs.

Passives, participles, relative clauses, infinitives and joined verbs are undone here, so that the frames of the
codebook need not know of them. All functions give token indices of the heads of noun phrases.
"""

from dateline.extract.grammar import VERBAL, ancestors, child, conjuncts, kids, prepositions
from dateline.knowledge.calendar_words import WEEKDAYS
from dateline.model.text import Reading

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = frozenset(
    "force ask order urge allow help tell compel push cause enable want call advise accuse suspect".split()
)
_KEEPING_FROM = frozenset("prevent stop block bar keep ban prohibit deter dissuade discourage".split())
_NEARNESS = frozenset({"closer", "close", "near", "nearer"})
_BEFORE_GERUNDS = frozenset("deny admit acknowledge stop avoid begin start resume continue risk consider".split())
_MAX_CLIMB = 6


def is_passive(reading: Reading, v: int) -> bool:
    """Whether verb `v` is passive, also as a bare participle after its noun ("people killed in ...")."""
    token = reading.tokens[v]
    if child(reading, v, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if token.dep in ("nsubj", "nsubjpass") and child(reading, v, "dobj") is None:
        return True  # "Farmers killed in the raid were buried", where the parser makes "killed" the subject
    bare = token.tag == "VBN" or (token.tag == "VBD" and token.dep == "acl")
    if not bare or child(reading, v, "aux", "nsubj", "dobj") is not None:
        return False
    if token.dep in ("acl", "ROOT", "advcl", "ccomp"):
        return True
    return token.dep == "conj" and is_passive(reading, token.head)


def subjects(reading: Reading, v: int, climb: int = 0) -> tuple[int, ...]:
    """Who does it: the heads of the logical subject of verb `v`, empty where unstated."""
    if climb > _MAX_CLIMB:
        return ()
    if is_passive(reading, v):
        return _by(reading, v) or _shared_by(reading, v)
    own = kids(reading, v, "nsubj", "csubj") or _behind_a_day(reading, v)
    if own:
        return (*_resolved(reading, v, own), *_doing_likewise(reading, v))
    return _inherited(reading, v, climb + 1)


def _behind_a_day(reading: Reading, v: int) -> tuple[int, ...]:
    """ "On Monday Lorvia handed back ...", where the parser takes day and name for one phrase."""
    for preposition in kids(reading, v, "prep"):
        for name in kids(reading, preposition, "pobj"):
            day = reading.tokens[name - 1]
            if preposition < name < v and day.lower in WEEKDAYS and day.head == name and _next_to(reading, name, v):
                return (name,)
    return ()


def _next_to(reading: Reading, name: int, v: int) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between."""
    return all(reading.tokens[k].pos in ("AUX", "ADV", "PART") for k in range(name + 1, v))


def objects(reading: Reading, v: int) -> tuple[int, ...]:
    """To whom or what it is done: the heads of the logical object of verb `v`."""
    if is_passive(reading, v):
        return _passive_subject(reading, v)
    own = kids(reading, v, "dobj", "obj")
    if own:
        return _resolved(reading, v, own)
    token = reading.tokens[v]
    if token.dep == "relcl" and child(reading, v, "nsubj") is not None and not _relative_subject(reading, v):
        return conjuncts(reading, token.head) if reading.tokens[token.head].pos not in VERBAL else ()
    if is_gerund_before_object(reading, v):
        return conjuncts(reading, token.head)
    if token.dep != "conj":
        following = [c for c in kids(reading, v, "conj") if kids(reading, c, "dobj") and not kids(reading, c, "nsubj")]
        if following and following[0] - v <= 3:
            return objects(reading, following[0])
    return ()


def is_gerund_before_object(reading: Reading, v: int) -> bool:
    """ "denied bombing hospitals", where the parser makes the gerund a modifier of its object."""
    token = reading.tokens[v]
    noun = reading.tokens[token.head]
    gerund = token.tag == "VBG" and token.dep in ("compound", "amod") and noun.dep == "dobj" and noun.head == v - 1
    return gerund and reading.tokens[noun.head].lemma in _BEFORE_GERUNDS


def indirect_objects(reading: Reading, v: int) -> tuple[int, ...]:
    """To whom something is given or said: datives and "to" phrases."""
    own = kids(reading, v, "dative", "iobj")
    heads = [c for c in own if reading.tokens[c].pos not in ("ADP",)]
    heads += [obj for word, obj in prepositions(reading, v) if word in ("to", "for")]
    return tuple(h for head in heads for h in conjuncts(reading, head))


def _doing_likewise(reading: Reading, v: int) -> tuple[int, ...]:
    """ "soldiers attacked the camp, as did a militia"."""
    clauses = (c for c in kids(reading, v, "advcl") if reading.tokens[c].lemma == "do")
    return tuple(
        h for c in clauses if any(reading.tokens[k].lower == "as" for k in kids(reading, c, "mark"))
        for s in kids(reading, c, "nsubj") for h in conjuncts(reading, s)
    )  # fmt: skip


def _resolved(reading: Reading, v: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Relative pronouns replaced by what they stand for; lists spread out."""
    found: list[int] = []
    for head in heads:
        if reading.tokens[head].lower in _RELATIVE and reading.tokens[v].dep == "relcl":
            found.append(reading.tokens[v].head)
        else:
            found += conjuncts(reading, head)
    return tuple(found)


def _by(reading: Reading, v: int) -> tuple[int, ...]:
    return tuple(h for word, obj in prepositions(reading, v) if word == "by" for h in conjuncts(reading, obj))


def _shared_by(reading: Reading, v: int) -> tuple[int, ...]:
    """ "was shelled and overrun by rebels": the by-phrase stands on the last of the joined verbs."""
    for joined in kids(reading, v, "conj"):
        if reading.tokens[joined].tag == "VBN" and (found := _by(reading, joined)):
            return found
    return ()


def _passive_subject(reading: Reading, v: int) -> tuple[int, ...]:
    own = kids(reading, v, "nsubjpass", "csubjpass")
    if own:
        return _resolved(reading, v, own)
    token = reading.tokens[v]
    if token.dep == "acl" and token.head != v:
        return (token.head,)
    if token.dep == "conj" and reading.tokens[token.head].pos in VERBAL:
        return _passive_subject(reading, token.head) if is_passive(reading, token.head) else ()
    subject = kids(reading, v, "nsubj")
    return _resolved(reading, v, subject) if subject else _raised(reading, v)


def _raised(reading: Reading, v: int) -> tuple[int, ...]:
    """What a passive without a subject is said of: "is believed to have been taken", "having been taken, the town"."""
    token = reading.tokens[v]
    above = reading.tokens[token.head].head if token.dep == "pcomp" else token.head
    if token.dep not in ("xcomp", "advcl", "pcomp") or reading.tokens[above].pos not in VERBAL:
        return ()
    if token.dep == "xcomp" and (wanted := kids(reading, above, "dobj")):
        return _resolved(reading, above, wanted)
    return _resolved(reading, above, kids(reading, above, "nsubj", "nsubjpass"))


def _relative_subject(reading: Reading, v: int) -> bool:
    subject = child(reading, v, "nsubj", "nsubjpass")
    return subject is not None and reading.tokens[subject].lower in _RELATIVE


def _inherited(reading: Reading, v: int, climb: int) -> tuple[int, ...]:
    """The subject of a verb that has none of its own, from what it hangs on."""
    token = reading.tokens[v]
    head = token.head
    if head == v:
        return ()
    above = reading.tokens[head]
    if is_gerund_before_object(reading, v):
        return subjects(reading, above.head, climb)
    if token.dep in ("acl", "relcl") and above.pos not in VERBAL:
        return _of_noun(reading, v, head)
    if token.dep == "conj" and above.pos in VERBAL:
        if is_passive(reading, head) and not is_passive(reading, v):
            return _passive_subject(reading, head)
        return subjects(reading, head, climb)
    if token.dep == "xcomp" and above.lemma in _OBJECT_CONTROL:
        return objects(reading, head)
    if token.dep in ("xcomp", "advcl", "ccomp", "dep") and above.pos in VERBAL:
        if is_passive(reading, head) and (token.dep == "xcomp" or _is_while(reading, v)):
            return _passive_subject(reading, head)
        return subjects(reading, head, climb)
    if token.dep == "pcomp":
        return _of_preposition(reading, head, climb)
    if token.dep == "xcomp" and above.dep == "acomp":  # "is able to", "was ready to"
        return subjects(reading, above.head, climb)
    return ()


def _is_while(reading: Reading, v: int) -> bool:
    """ "Was hit while fleeing": whoever was hit; "was taken, driving them out": whoever took it."""
    return reading.tokens[v].dep == "advcl" and child(reading, v, "mark", "advmod") is not None


def _of_noun(reading: Reading, v: int, noun: int) -> tuple[int, ...]:
    """ "militants fighting the army": the noun; "an attempt to seize": whoever makes the attempt."""
    infinitive = any(reading.tokens[c].tag == "TO" for c in reading.children[v])
    if reading.tokens[noun].dep == "attr":
        return subjects(reading, reading.tokens[noun].head, _MAX_CLIMB - 1)
    if not infinitive:
        return (noun,)
    owner = _by(reading, noun) or kids(reading, noun, "poss")
    if owner:
        return owner
    governor = reading.tokens[noun].head
    if reading.tokens[governor].pos == "ADP":  # "in an attempt to seize"
        governor = reading.tokens[governor].head
    if governor != noun and reading.tokens[governor].pos in VERBAL:
        return subjects(reading, governor, _MAX_CLIMB - 1)
    return ()


def _of_preposition(reading: Reading, preposition: int, climb: int) -> tuple[int, ...]:
    """ "after capturing the town, the army ...", "accused of bombing"."""
    governor = reading.tokens[preposition].head
    if reading.tokens[governor].lower in _NEARNESS:
        return _brought(reading, governor, climb)
    if reading.tokens[governor].pos not in VERBAL:
        return kids(reading, governor, "poss") or _on_the_point(reading, governor, climb)
    kept_from = reading.tokens[preposition].lower == "from" and reading.tokens[governor].lemma in _KEEPING_FROM
    if kept_from or reading.tokens[governor].lemma in _OBJECT_CONTROL:
        return objects(reading, governor)
    if is_passive(reading, governor):
        return _passive_subject(reading, governor)
    return subjects(reading, governor, climb)


def _on_the_point(reading: Reading, noun: int, climb: int) -> tuple[int, ...]:
    """ "Soldiers stood on the verge of leaving", "in the process of leaving": whose verge it is."""
    above = reading.tokens[reading.tokens[noun].head]
    if reading.tokens[noun].dep != "pobj" or reading.tokens[above.head].lemma != "be":
        return ()
    return subjects(reading, above.head, climb)


def _brought(reading: Reading, nearness: int, climb: int) -> tuple[int, ...]:
    """ "The gains bring the alliance closer to", "the army is close to": who comes near."""
    for above in ancestors(reading, nearness):
        if reading.tokens[above].pos in VERBAL:
            return objects(reading, above) or subjects(reading, above, climb)
    return ()
