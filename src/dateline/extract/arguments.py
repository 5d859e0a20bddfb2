"""Logical subjects and objects of a verb, whatever the voice and however the clause hangs.

Passives, participles, relative clauses, infinitives and joined verbs are undone here, so that the frames of the
codebook need not know of them. All functions give token indices of the heads of noun phrases.
"""

from dateline.extract.grammar import VERBAL, ancestors, child, conjuncts, kids, prepositions
from dateline.extract.misplaced_subjects import misplaced
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OBJECT_CONTROL = frozenset(
    "force ask order urge allow help tell compel push cause enable want call advise accuse suspect".split()
)
_KEEPING_FROM = frozenset("prevent stop block bar keep ban prohibit deter dissuade discourage".split())
_NEARNESS = frozenset({"closer", "close", "near", "nearer"})
_BEFORE_GERUNDS = frozenset("deny admit acknowledge stop avoid begin start resume continue risk consider".split())
# Nobody is rolled or arrived: what hangs on its noun like a participle is its verb
_MOVES = frozenset("roll arrive come go march land return flee retreat withdraw advance enter cross head pour".split())
_FIGHTING = frozenset("soldier troop fighter rebel militant gunman insurgent guerrilla member officer".split())
_ALONE = frozenset({"die", "leave", "rock", "attack", "strike"})
# Whoever does this to a plot is not who plotted: "the police foiled a plot to attack the station"
_LAYING_OPEN = frozenset(
    "foil thwart uncover discover reveal expose disrupt prevent avert stop investigate allege".split()
)
_VEHICLES = frozenset("bus train boat road sea air land rail plane car truck ferry foot ship lorry helicopter".split())
_KIN = frozenset(
    "family relative father mother parent wife husband widow son daughter brother sister lawyer friend colleague "
    "supporter employer".split()
)
_MAX_CLIMB = 6


def is_passive(reading: Reading, v: int) -> bool:
    """Whether verb `v` is passive, also as a bare participle after its noun ("people killed in ...")."""
    token = reading.tokens[v]
    if _goes_by_vehicle(reading, v):
        return False
    if child(reading, v, "auxpass", "nsubjpass", "agent") is not None:
        return True
    if token.dep in ("nsubj", "nsubjpass") and child(reading, v, "dobj") is None:
        return True  # "Farmers killed in the raid were buried", where the parser makes "killed" the subject
    if is_resultative(reading, v) or _is_adjectival(reading, v):
        return True
    if token.lemma in _MOVES or _antecedent_of_that(reading, v) is not None:
        return False
    bare = token.tag == "VBN" or (token.tag == "VBD" and token.dep == "acl")
    if not bare or child(reading, v, "aux", "nsubj", "dobj") is not None:
        return False
    if token.dep in ("acl", "ROOT", "advcl", "ccomp"):
        return True
    return token.dep in ("conj", "dep") and is_passive(reading, token.head)


def _goes_by_vehicle(reading: Reading, v: int) -> bool:
    """ "Nine families left Tarn by bus", where the parser makes the bus leave them."""
    if child(reading, v, "auxpass", "nsubjpass") is not None or child(reading, v, "dobj") is None:
        return False
    by = child(reading, v, "agent")
    vehicle = child(reading, by, "pobj") if by is not None else None
    return vehicle is not None and reading.tokens[vehicle].lemma in _VEHICLES and not reading.children[vehicle]


def is_resultative(reading: Reading, v: int) -> bool:
    """ "The fight left two dead and five soldiers wounded": the second half of what it left behind."""
    token = reading.tokens[v]
    left = token.dep == "conj" and token.tag in ("VBN", "VBD") and reading.tokens[token.head].lemma == "leave"
    return left and bool(kids(reading, v, "nsubj")) and not kids(reading, v, "dobj", "aux")


def _is_adjectival(reading: Reading, v: int) -> bool:
    """ "He was at last arrested", where the parser makes the participle an adjective."""
    token = reading.tokens[v]
    return token.dep == "acomp" and token.tag == "VBN" and reading.tokens[token.head].lemma in ("be", "get")


def _antecedent_of_that(reading: Reading, v: int) -> int | None:
    """The clinic of "A clinic in Tarn that men looted has no light", where the parser makes it "looted men"."""
    token = reading.tokens[v]
    noun = reading.tokens[token.head]
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or noun.i != v - 1 or noun.dep != "nsubj":
        return None
    before = noun.i - 1
    while reading.tokens[before].pos in ("DET", "ADJ", "NUM") and reading.tokens[before].head == noun.i:
        before -= 1
    if reading.tokens[before].lower not in ("that", "which", "whom") or reading.tokens[before].head == noun.i:
        return None
    above = [before - 1, *ancestors(reading, before - 1)]
    return next((k for k in above if reading.tokens[k].pos == "NOUN" and reading.tokens[k].dep != "pobj"), None)


def subjects(reading: Reading, v: int, climb: int = 0) -> tuple[int, ...]:
    """Who does it: the heads of the logical subject of verb `v`, empty where unstated."""
    if climb > _MAX_CLIMB:
        return ()
    if is_passive(reading, v):
        return _by(reading, v) or _shared_by(reading, v)
    own = kids(reading, v, "nsubj", "csubj") or misplaced(reading, v)
    if own:
        return (*_resolved(reading, v, own), *_doing_likewise(reading, v))
    return _inherited(reading, v, climb + 1)


def objects(reading: Reading, v: int) -> tuple[int, ...]:
    """To whom or what it is done: the heads of the logical object of verb `v`."""
    if is_passive(reading, v):
        return _passive_subject(reading, v)
    own = kids(reading, v, "dobj", "obj")
    if own:
        return _resolved(reading, v, own)
    token = reading.tokens[v]
    if (clinic := _antecedent_of_that(reading, v)) is not None:
        return (clinic,)
    if token.dep == "relcl" and child(reading, v, "nsubj") is not None and not _relative_subject(reading, v):
        return conjuncts(reading, token.head) if reading.tokens[token.head].pos not in VERBAL else ()
    if is_gerund_before_object(reading, v):
        return conjuncts(reading, token.head)
    if token.dep != "conj":
        following = [c for c in kids(reading, v, "conj") if kids(reading, c, "dobj")]
        if following and (_goes_straight_on(reading, v, following[0]) or _shares_object(reading, v)):
            return objects(reading, following[0])
    return ()


def _goes_straight_on(reading: Reading, v: int, following: int) -> bool:
    """ "shelled and stormed the town"."""
    return following - v <= 3 and not kids(reading, following, "nsubj")


def _shares_object(reading: Reading, v: int) -> bool:
    """ "The army shelled and a militia stormed the town": a verb of harm cannot be left without its object."""
    harmed = reading.tokens[v].lemma in word_classes()["harm_verbs"] and reading.tokens[v].lemma not in _ALONE
    return harmed and v + 1 < len(reading.tokens) and reading.tokens[v + 1].dep == "cc"


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
    clauses = (c for c in kids(reading, v, "advcl", "conj") if _is_likewise(reading, c))
    return tuple(h for c in clauses for s in kids(reading, c, "nsubj") for h in conjuncts(reading, s))


def _is_likewise(reading: Reading, clause: int) -> bool:
    """ "as did a militia", "as a militia joined in", "and a militia joined in"."""
    as_ = any(reading.tokens[k].lower == "as" for k in kids(reading, clause, "mark"))
    joining = any(
        reading.tokens[k].lower in ("in", "them") for k in kids(reading, clause, "prt", "prep", "advmod", "dobj")
    )
    return (reading.tokens[clause].lemma == "do" and as_) or (reading.tokens[clause].lemma == "join" and joining)


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


def _of_whom_it_is_kin(reading: Reading, v: int) -> int | None:
    """The name of "The family of Hanna Sarr, abducted in June": the parser makes it the family that was taken."""
    token, kin = reading.tokens[v], reading.tokens[reading.tokens[v].head]
    names = [o for word, o in prepositions(reading, kin.i) if word == "of" and reading.tokens[o].pos == "PROPN"]
    apart = token.dep == "acl" and token.tag == "VBN" and reading.tokens[v - 1].text == ","
    return names[-1] if names and apart and kin.lemma in _KIN and names[-1] == v - 2 else None


def _passive_subject(reading: Reading, v: int) -> tuple[int, ...]:
    if (name := _of_whom_it_is_kin(reading, v)) is not None:
        return (name,)
    own = kids(reading, v, "nsubjpass", "csubjpass")
    if own:
        return _resolved(reading, v, own)
    token = reading.tokens[v]
    if token.dep == "acl" and token.head != v:
        return _held_place(reading, v) or (token.head,)
    if is_resultative(reading, v):
        return _resolved(reading, v, kids(reading, v, "nsubj"))
    if _is_adjectival(reading, v):
        return _resolved(reading, v, kids(reading, token.head, "nsubj", "nsubjpass"))
    if token.dep in ("conj", "dep") and reading.tokens[token.head].pos in VERBAL:
        return _passive_subject(reading, token.head) if is_passive(reading, token.head) else ()
    subject = kids(reading, v, "nsubj")
    return _resolved(reading, v, subject) if subject else _raised(reading, v)


def _raised(reading: Reading, v: int) -> tuple[int, ...]:
    """What a passive without a subject is said of: "officers are due to be sent", "ordered officers to be sent", "is
    believed to have been taken", "having been taken, the town"."""
    token = reading.tokens[v]
    if token.dep not in ("xcomp", "advcl", "pcomp") or token.head == v:
        return ()
    above = token.head
    if token.dep == "pcomp" or reading.tokens[above].dep == "acomp":
        above = reading.tokens[above].head
    if reading.tokens[above].pos not in VERBAL:
        return ()
    if token.dep == "xcomp" and (wanted := kids(reading, above, "dobj")):
        return _resolved(reading, above, wanted)
    return _resolved(reading, above, kids(reading, above, "nsubj", "nsubjpass"))


def _held_place(reading: Reading, v: int) -> tuple[int, ...]:
    """The town of "Police in Tarn, seized by rebels last year, said ...": set off by a comma, it tells of the name."""
    noun, comma = reading.tokens[reading.tokens[v].head], reading.tokens[v - 1]
    name = reading.tokens[v - 2] if v > 1 else comma
    behind = reading.tokens[name.head]
    known = {"in", "of", "near"} if reading.tokens[v].lemma in word_classes()["taking"] else {"in"}
    inside = name.dep == "pobj" and behind.lower in known and behind.head == noun.i and name.pos == "PROPN"
    single = any(reading.tokens[c].lower in ("a", "an") for c in kids(reading, noun.i, "det"))
    return (name.i,) if comma.text == "," and inside and not single and noun.lemma not in _FIGHTING else ()


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
    if token.dep == "aux" and token.tag == "MD":  # "must": who must do what the verb says
        return subjects(reading, head, climb)
    if is_gerund_before_object(reading, v):
        return subjects(reading, above.head, climb)
    if token.dep in ("acl", "relcl") and above.pos not in VERBAL:
        return _of_noun(reading, v, head)
    if token.dep == "conj" and above.pos in VERBAL:
        if is_passive(reading, head) and not is_passive(reading, v):
            return _passive_subject(reading, head)
        return subjects(reading, head, climb)
    if token.dep == "conj" and token.tag == "VBG" and above.dep == "pobj":  # "of funding and arming", read as a noun
        return _of_preposition(reading, above.head, climb)
    if token.dep == "xcomp" and above.lemma in _OBJECT_CONTROL:
        return objects(reading, head)
    if token.dep == "xcomp" and above.lemma in _LAYING_OPEN and kids(reading, head, "dobj"):
        return ()
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
    laid_open = reading.tokens[governor].lemma in _LAYING_OPEN
    if governor != noun and reading.tokens[governor].pos in VERBAL and not laid_open:
        return subjects(reading, governor, _MAX_CLIMB - 1)
    return ()


def _of_preposition(reading: Reading, preposition: int, climb: int) -> tuple[int, ...]:
    """ "after capturing the town, the army ...", "accused of bombing"."""
    governor = reading.tokens[preposition].head
    if reading.tokens[governor].lower in _NEARNESS:
        return _brought(reading, governor, climb)
    if reading.tokens[governor].dep == "npadvmod":  # "a day after seizing the town, fighters left"
        return subjects(reading, reading.tokens[governor].head, climb)
    charged = reading.tokens[governor].dep == "dobj"  # "accused Lorvia of arming them", hung on the name
    if charged and reading.tokens[reading.tokens[governor].head].lemma in _OBJECT_CONTROL:
        return conjuncts(reading, governor)
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
