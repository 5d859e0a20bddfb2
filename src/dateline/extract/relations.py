"""Who belongs to, leads, backs or holds what, where the report states it in so many words."""

from collections.abc import Callable, Iterator

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import ancestors, child, conjuncts, kids, prepositions, sentence_at, subtree
from dateline.extract.phrases import content_head
from dateline.extract.roles import mention
from dateline.extract.scene import Scene
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention, RelationClaim, RelationKind

_HEADS = frozenset(
    "president leader head chief commander premier chancellor king emir director chairman founder governor mayor".split()
)
_CHIEF_MINISTERS = frozenset({"prime", "chief"})
_MEMBERS = frozenset(
    "spokesman spokeswoman spokesperson official member officer minister commander fighter soldier general colonel "
    "lieutenant captain major brigadier adviser advisor envoy ambassador diplomat deputy secretary representative "
    "lawmaker senator negotiator operative".split()
)
_UNITS = frozenset(
    "force forces brigade battalion division regiment unit guard guards wing branch corps army command affiliate offshoot arm".split()
)
_BACKED = frozenset({"backed", "supported", "funded", "armed", "trained", "sponsored"})
_HELD = frozenset({"held", "controlled", "run"})
_HOLD_VERBS = frozenset({"hold", "control", "rule"})
_OWNERS = frozenset({"of", "in", "for", "from", "with", "at"})
Found = tuple[int, RelationKind, int]


def relations(scene: Scene) -> tuple[RelationClaim, ...]:
    """The relations that a report states, each once, in reading order."""
    told: dict[tuple[str, str, str], RelationClaim] = {}
    for i in range(len(scene.reading.tokens)):
        for test in _TESTS:
            for subject, kind, object_ in test(scene, i):
                claim = _relation(scene, i, subject, kind, object_)
                if claim is not None:
                    told.setdefault((claim.subject.name.lower(), kind, claim.object.name.lower()), claim)
    return tuple(told.values())


def _relation(scene: Scene, i: int, subject: int, kind: RelationKind, object_: int) -> RelationClaim | None:
    ends = [_end(scene, subject, i), _end(scene, object_, i)]
    if ends[0] is None or ends[1] is None or ends[0].name.lower() == ends[1].name.lower():
        return None
    return RelationClaim(subject=ends[0], relation=kind, object=ends[1], sentence=sentence_at(scene.reading, i).span)


def _end(scene: Scene, head: int, i: int) -> Mention | None:
    known = antecedent(scene, head)
    return None if known is None else mention(scene, content_head(scene.reading, known), i)


# ---- who leads, who belongs ---------------------------------------------------------------------
def _titles_before_names(scene: Scene, i: int) -> Iterator[Found]:
    """ "Israeli Prime Minister Benjamin Netanyahu", "Observatory head Rami Abdel Rahman", "army spokesman John Odong"."""
    token = scene.reading.tokens[i]
    head = token.head
    if (
        token.dep not in ("compound", "nmod", "amod")
        or not scene.is_person(head)
        or token.lemma not in _HEADS | _MEMBERS
    ):
        return
    before = [k for k in range(sentence_at(scene.reading, i).first, i) if _same_phrase(scene, k, head)]
    party = next((k for k in reversed(before) if _is_party(scene, k)), None)
    if party is not None:
        yield head, _office(scene, i, party), party


def _titles_in_apposition(scene: Scene, i: int) -> Iterator[Found]:
    """ "Qasem Soleimani, head of the Quds Force", "Mustafa Bakour, a commander in Jaish al Izza"."""
    token = scene.reading.tokens[i]
    if token.dep != "appos" or token.lemma not in _HEADS | _MEMBERS:
        return
    for word, obj in prepositions(scene.reading, i):
        if word in _OWNERS and _is_party(scene, obj):
            yield token.head, _office(scene, i, obj), obj
    for owner in kids(scene.reading, i, "poss", "amod", "compound"):
        if _is_party(scene, owner):
            yield token.head, _office(scene, i, owner), owner


def _office(scene: Scene, i: int, party: int) -> RelationKind:
    """A head leads; a minister or a commander "in" a group belongs to it."""
    token = scene.reading.tokens[i]
    chief = token.lemma == "minister" and scene.reading.tokens[i - 1].lower in _CHIEF_MINISTERS
    if not chief and token.lemma not in _HEADS:
        return "part_of"
    deputy = any(scene.reading.tokens[k].lower in ("deputy", "vice", "former", "ex") for k in range(max(0, i - 2), i))
    below = scene.reading.tokens[scene.reading.tokens[party].head]
    return "part_of" if deputy or (token.lemma == "commander" and below.lower in ("in", "with")) else "leads"


def _led_by(scene: Scene, i: int) -> Iterator[Found]:
    """ "the Guards, led by his brother"; "rebels backed by Turkey"; "a town held by rebels"."""
    token = scene.reading.tokens[i]
    if token.tag != "VBN" or not is_passive(scene.reading, i):
        return
    kinds: dict[str, RelationKind] = {"lead": "leads", "head": "leads", "command": "leads", "back": "backed_by",
                                      "support": "backed_by", "hold": "controls", "control": "controls"}  # fmt: skip
    kind = kinds.get(token.lemma)
    if kind is None:
        return
    for by in subjects(scene.reading, i):
        for thing in objects(scene.reading, i):
            if kind == "backed_by" and _is_party(scene, by):
                yield thing, kind, by
            elif (kind == "controls" and scene.is_place(thing) and _is_party(scene, by)) or (
                kind == "leads" and scene.is_person(by)
            ):
                yield by, kind, thing


def _units_of(scene: Scene, i: int) -> Iterator[Found]:
    """ "the country's Republican Guards", "Iran's Quds Force", "the Nusra Front, al Qaeda's branch"."""
    token = scene.reading.tokens[i]
    if token.dep != "poss" or not scene.is_actor(i):
        return
    unit = scene.reading.tokens[token.head]
    if unit.pos == "PROPN" and (scene.is_actor(token.head) or unit.lower in _UNITS) and not scene.is_place(token.head):
        yield token.head, "part_of", i
    if unit.dep == "appos" and unit.lower in _UNITS:
        yield unit.head, "part_of", i


# ---- hyphens: Iranian-backed, rebel-held --------------------------------------------------------
def _hyphened(scene: Scene, i: int) -> Iterator[Found]:
    """ "Iranian-backed militias", "rebel-held Idlib"."""
    token = scene.reading.tokens[i]
    if i < 2 or scene.reading.tokens[i - 1].text != "-" or token.lower not in _BACKED | _HELD:
        return
    party = i - 2
    head = next(
        (a for a in ancestors(scene.reading, i) if scene.reading.tokens[a].pos in ("NOUN", "PROPN") and a > i), None
    )
    if head is None or not _is_party(scene, party):
        return
    if token.lower in _BACKED and not scene.is_place(head):
        yield head, "backed_by", party
    elif token.lower in _HELD and scene.is_place(head):
        yield party, "controls", head


def _holds(scene: Scene, i: int) -> Iterator[Found]:
    """ "The militia controls the town of Azmar"."""
    token = scene.reading.tokens[i]
    if token.pos != "VERB" or token.lemma not in _HOLD_VERBS or is_passive(scene.reading, i):
        return
    if any(scene.reading.tokens[c].dep in ("neg", "aux") for c in scene.reading.children[i]):
        return
    places = [p for o in objects(scene.reading, i) for p in (o, *_named_below(scene, o)) if scene.is_place(p)]
    for by in subjects(scene.reading, i):
        if places and _is_party(scene, by) and not scene.is_place(by):
            yield by, "controls", places[0]


def _named_below(scene: Scene, head: int) -> list[int]:
    """ "the town of Azmar", "much of the province"."""
    return [obj for word, obj in prepositions(scene.reading, head) if word == "of"]


# ---- allies and former names --------------------------------------------------------------------
def _allies(scene: Scene, i: int) -> Iterator[Found]:
    """ "Russia and its Syrian army ally", "its ally Iran", "allied with"."""
    token = scene.reading.tokens[i]
    if token.lemma == "ally" and token.pos == "NOUN":
        owner = child(scene.reading, i, "poss")
        named = [c for c in kids(scene.reading, i, "compound", "amod", "appos") if _is_party(scene, c)]
        sides = conjuncts(scene.reading, token.head) if token.dep == "conj" else ()
        first = sides[0] if sides else owner
        if first is not None and named:
            yield named[-1], "allied_with", first
    if token.lemma == "ally" and token.pos == "VERB":
        for word, obj in prepositions(scene.reading, i):
            for thing in objects(scene.reading, i):
                if word in ("with", "to"):
                    yield thing, "allied_with", obj


def _former_names(scene: Scene, i: int) -> Iterator[Found]:
    """ "the former X, now known as Y", "Y, formerly X"."""
    token = scene.reading.tokens[i]
    if token.lower == "known":
        yield from _known_as(scene, i)
    elif token.lower in ("formerly", "previously"):
        sentence = sentence_at(scene.reading, i)
        after = next((k for k in range(i + 1, min(i + 5, sentence.last)) if scene.is_actor(k)), None)
        before = next((k for k in range(i - 1, max(i - 5, sentence.first - 1), -1) if scene.is_actor(k)), None)
        if after is not None and before is not None and not _is_word_of(scene, i, "known"):
            yield before, "formerly", after


def _known_as(scene: Scene, i: int) -> Iterator[Found]:
    around = {scene.reading.tokens[k].lower for k in range(max(0, i - 2), i)}
    new = [obj for word, obj in prepositions(scene.reading, i) if word == "as"]
    holder = next((a for a in ancestors(scene.reading, i) if scene.reading.tokens[a].pos in ("NOUN", "PROPN")), None)
    if not new or holder is None:
        return
    if scene.reading.tokens[holder].dep == "appos":
        holder = scene.reading.tokens[holder].head
    former = any(scene.reading.tokens[k].lower == "former" for k in subtree(scene.reading, holder)[:4])
    if "now" in around or former:
        yield new[0], "formerly", holder
    elif around & {"formerly", "previously", "once"}:
        yield holder, "formerly", new[0]


def _is_word_of(scene: Scene, i: int, word: str) -> bool:
    return scene.reading.tokens[scene.reading.tokens[i].head].lower == word


# ---- parties ------------------------------------------------------------------------------------
def _same_phrase(scene: Scene, i: int, head: int) -> bool:
    """Whether `i` modifies the name at `head`, directly or through its title."""
    for above in ancestors(scene.reading, i):
        if above == head:
            return True
        if scene.reading.tokens[above].pos not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def _is_party(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    return (
        scene.is_actor(i)
        or token.lemma in word_classes()["fighters"]
        or (token.pos == "PROPN" and not scene.is_place(i) and not scene.is_person(i))
    )


_TESTS: tuple[Callable[[Scene, int], Iterator[Found]], ...] = (
    _titles_before_names,
    _titles_in_apposition,
    _led_by,
    _units_of,
    _hyphened,
    _holds,
    _allies,
    _former_names,
)
