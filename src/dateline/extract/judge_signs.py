"""What speaks for or against a claim being an event that an analyst would record: one word a sign.

A sign is a small function from a claim as it stands in its report to one word, or None where it has nothing to say.
Signs speak of the shape of the telling (how the trigger stands in its sentence, what is stated and how, where in the
report), never of who or where. `judge` turns them into a likelihood.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, clause_of, first_conjunct, in_quotes, kids
from dateline.extract.scene import Scene
from dateline.extract.triggers import points_back
from dateline.knowledge.reporting import reporting
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim, Mention
from dateline.model.text import Reading, Sentence, Token

_ARTICLES: Final = {"the": "the", "a": "a", "an": "a", "no": "none", "any": "any"}
_POINTING: Final = frozenset({"this", "that", "these", "those", "such"})
_OPINION: Final = frozenset({"must", "should", "ought", "need", "if", "unless", "would"})
_FIRST_PERSON: Final = frozenset({"we", "our", "us", "i", "my"})
_MENTIONED: Final = frozenset(
    "responsibility respond response result aftermath victim scene time site evidence end spate wave series number "
    "investigation report wake cause condemnation".split()
)
_STEPS: Final = 4
_SLOTS: Final = ("agents", "targets", "places", "time", "counts", "sources", "means")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim as it stands in its report: the head of its trigger `i`, its sentence, its number `n` among `claims`."""

    scene: Scene
    claim: Claim
    claims: Sequence[Claim]
    n: int
    i: int
    sentence: Sentence

    @property
    def reading(self) -> Reading:
        """The reading it stands in."""
        return self.scene.reading

    @property
    def token(self) -> Token:
        """The trigger's head."""
        return self.reading.tokens[self.i]

    @property
    def beside(self) -> list[Claim]:
        """The claims of the same sentence, itself included."""
        return [c for c in self.claims if c.sentence == self.claim.sentence]

    @property
    def rivals(self) -> list[Claim]:
        """Those of its coarse group among them, itself included."""
        return [c for c in self.beside if TYPES[c.type] == TYPES[self.claim.type]]


def candidates(scene: Scene, claims: Sequence[Claim]) -> Iterator[Candidate]:
    """The claims of a report, each with its place in the reading."""
    starts = {token.start: token.i for token in scene.reading.tokens}
    for n, claim in enumerate(claims):
        i = _head(scene.reading, starts[claim.trigger.start], claim.trigger.end)
        sentence = scene.reading.sentences[scene.reading.sentence_of[i]]
        yield Candidate(scene=scene, claim=claim, claims=claims, n=n, i=i, sentence=sentence)


def _head(reading: Reading, first: int, end: int) -> int:
    """The word of the trigger that the others hang on."""
    words = [first]
    while words[-1] + 1 < len(reading.tokens) and reading.tokens[words[-1] + 1].end <= end:
        words.append(words[-1] + 1)
    return next((w for w in words if reading.tokens[w].head not in words or reading.tokens[w].head == w), first)


# ---- the trigger --------------------------------------------------------------------------------
def type_(c: Candidate) -> str:
    return c.claim.type


def word(c: Candidate) -> str:
    """The codebook's word, whose senses differ in how often they are meant."""
    return f"{c.claim.type}/{c.token.lemma.lower()}"


def part(c: Candidate) -> str:
    return f"{_kind(c)} {c.token.dep}"


def _kind(c: Candidate) -> str:
    return c.token.tag if c.token.pos in VERBAL else "noun" if c.token.pos in ("NOUN", "PROPN") else "other"


def determiner(c: Candidate) -> str | None:
    """ "The attack" is known already, "an attack" is new, "attacks" may be any."""
    if c.token.pos not in ("NOUN", "PROPN"):
        return None
    number = "s" if c.token.tag in ("NNS", "NNPS") else ""
    return f"{_determined(c)} noun{number}"


def _determined(c: Candidate) -> str:
    if kids(c.reading, c.i, "nummod"):
        return "counted"
    if kids(c.reading, c.i, "poss"):
        return "possessed"
    words = [c.reading.tokens[k].lower for k in kids(c.reading, c.i, "det")]
    if not words:
        return "bare"
    return "pointing" if words[0] in _POINTING else _ARTICLES.get(words[0], "other")


def known_already(c: Candidate) -> str | None:
    """ "the attack", with nothing that makes it another."""
    return "yes" if points_back(c.reading, c.i) else None


def described(c: Candidate) -> str | None:
    """What hangs on a noun: adjectives, a phrase, a clause."""
    if c.token.pos not in ("NOUN", "PROPN"):
        return None
    deps = {c.reading.tokens[k].dep for k in c.reading.children[c.i]}
    found = [name for name, of in _DESCRIBING.items() if deps & of]
    return " ".join(found) or "not"


_DESCRIBING: Final = {
    "adjective": {"amod", "compound", "nmod"},
    "phrase": {"prep"},
    "clause": {"relcl", "acl"},
}


# ---- what it hangs on ---------------------------------------------------------------------------
def hangs_by(c: Candidate) -> str | None:
    """The preposition or conjunction by which it hangs: "after the attack", "in response to", "as they entered"."""
    token = c.reading.tokens[first_conjunct(c.reading, c.i)]
    above = c.reading.tokens[token.head]
    if above.pos in ("ADP", "SCONJ") and above.i != token.i:
        return above.lower
    marks = kids(c.reading, c.i, "mark")
    return c.reading.tokens[marks[0]].lower if marks else None


def noun_above(c: Candidate) -> str | None:
    """ "responsibility for the attack", "the scene of the blast": what hangs on such a noun is mentioned, not told."""
    for above in list(ancestors(c.reading, c.i))[:2]:
        token = c.reading.tokens[above]
        if token.pos == "NOUN":
            return token.lemma if token.lemma in _MENTIONED else "other"
    return None


def governor(c: Candidate) -> str | None:
    """The class of the verb that it hangs on."""
    verb = _verb_above(c)
    return None if verb is None else f"{_class_of(c.reading.tokens[verb].lemma)} {_place_under(c)}"


def _verb_above(c: Candidate) -> int | None:
    for n, above in enumerate(ancestors(c.reading, first_conjunct(c.reading, c.i))):
        if n >= _STEPS:
            return None
        if c.reading.tokens[above].pos in VERBAL:
            return above
    return None


def _place_under(c: Candidate) -> str:
    dep = c.reading.tokens[first_conjunct(c.reading, c.i)].dep
    return dep if dep in ("nsubj", "nsubjpass", "dobj", "pobj", "ccomp", "xcomp", "advcl") else "other"


def _class_of(lemma: str) -> str:
    classes = word_classes()
    named = next((name for name in _CLASSES if lemma in classes[name]), None)
    if named is None and lemma in reporting().verbs:
        return "saying"
    return named or _OWN_CLASSES.get(lemma, "any")


_CLASSES: Final = ("recalling", "accusing", "ending", "suffer_verbs", "light_verbs", "fearing", "planning")
_OWN_CLASSES: Final = {
    **dict.fromkeys("kill wound injure die leave hit strike destroy damage target hurt".split(), "harm"),
    **dict.fromkeys("be have".split(), "be"),
    **dict.fromkeys("come go move enter flee leave travel arrive return".split(), "motion"),
    **dict.fromkeys("happen occur take follow erupt break".split(), "happening"),
}


def clause(c: Candidate) -> str:
    """The kind of clause that it stands in."""
    return c.reading.tokens[clause_of(c.reading, c.i)].dep


def depth(c: Candidate) -> str:
    """How far below the sentence's verb."""
    return str(min(sum(1 for _ in ancestors(c.reading, c.i)), 6))


# ---- how it is said -----------------------------------------------------------------------------
def modality(c: Candidate) -> str:
    return c.claim.modality


def modality_of_type(c: Candidate) -> str | None:
    return None if c.claim.modality == "occurred" else f"{c.claim.modality} {c.claim.type}"


def background(c: Candidate) -> str | None:
    return "yes" if c.claim.background else None


def quoted(c: Candidate) -> str | None:
    return "yes" if in_quotes(c.reading, c.i) else None


def opinion(c: Candidate) -> str | None:
    """Duty, condition and the first person are where people argue."""
    words = {t.lower for t in c.reading.tokens[c.sentence.first : c.sentence.last]}
    found = [name for name, of in (("duty", _OPINION), ("first person", _FIRST_PERSON)) if words & of]
    return " ".join(found) or None


def asked(c: Candidate) -> str | None:
    return "yes" if c.claim.sentence.text.rstrip("\"'”’ ").endswith("?") else None


def tense(c: Candidate) -> str:
    """The form of the clause's verb, with its helpers."""
    verb = clause_of(c.reading, c.i)
    helpers = sorted(c.reading.tokens[k].lemma.lower() for k in kids(c.reading, verb, "aux", "auxpass"))
    return " ".join([c.reading.tokens[verb].tag, *helpers[:2]])


# ---- what it states -----------------------------------------------------------------------------
def agents(c: Candidate) -> str:
    return _mentions(c.claim.agents)


def targets(c: Candidate) -> str:
    return _mentions(c.claim.targets)


def _mentions(found: Sequence[Mention]) -> str:
    return "none" if not found else found[0].basis


def places(c: Candidate) -> str:
    """Whether it has a place, and whether its own sentence names it."""
    if not c.claim.places:
        return "none"
    return "here" if any(c.claim.sentence.covers(p.words) for p in c.claim.places) else "elsewhere"


def time(c: Candidate) -> str:
    if c.claim.time is None:
        return "none"
    return "here" if c.claim.sentence.covers(c.claim.time.words) else "elsewhere"


def counts(c: Candidate) -> str:
    return str(min(len(c.claim.counts), 2))


def counted(c: Candidate) -> str | None:
    """What is counted, and over how much."""
    return f"{c.claim.counts[0].kind} {c.claim.counts[0].scope}" if c.claim.counts else None


def sources(c: Candidate) -> str:
    return "none" if not c.claim.sources else c.claim.sources[0].kind


def stance(c: Candidate) -> str | None:
    return None if c.claim.asserted else "denied"


def hedged(c: Candidate) -> str | None:
    return "yes" if any(s.hedge for s in c.claim.sources) else None


def stated(c: Candidate) -> str:
    """How many slots are filled."""
    return str(_filled(c.claim))


def stated_by_group(c: Candidate) -> str:
    return f"{TYPES[c.claim.type]} {min(_filled(c.claim), 5)}"


def _filled(claim: Claim) -> int:
    return sum(bool(getattr(claim, slot)) for slot in _SLOTS)


# ---- where in the report ------------------------------------------------------------------------
def position(c: Candidate) -> str:
    index = c.sentence.index
    return str(index) if index < 3 else f"part {5 * index // len(c.reading.sentences)} of 5"


def length(c: Candidate) -> str:
    return str(min((c.sentence.last - c.sentence.first) // 10, 6))


def in_title(c: Candidate) -> str | None:
    title = (c.reading.report.title or "").lower()
    return "yes" if c.token.lemma.lower() in title else None


def density(c: Candidate) -> str:
    """Claims a sentence, over the report: where all is of war, less of it is news."""
    return str(min(int(2 * len(c.claims) / len(c.reading.sentences)), 4))


def size(c: Candidate) -> str:
    return str(min(len(c.claims) // 4, 5))


# ---- what else is told --------------------------------------------------------------------------
def rivals(c: Candidate) -> str:
    return str(min(len(c.rivals), 4))


def rank(c: Candidate) -> str | None:
    """Its place among the claims of its group in the sentence."""
    return f"{min(c.rivals.index(c.claim), 2)} of {min(len(c.rivals), 3)}" if len(c.rivals) > 1 else None


def fuller_beside(c: Candidate) -> str | None:
    """Whether another of its group in the sentence states more, or it is the fullest itself."""
    if len(c.rivals) < 2:
        return None
    own, others = _filled(c.claim), [_filled(r) for r in c.rivals if r is not c.claim]
    return "yes" if max(others) > own else "no" if max(others) < own else "as full"


def same_type_beside(c: Candidate) -> str | None:
    return "yes" if sum(r.type == c.claim.type for r in c.rivals) > 1 else None


def others_beside(c: Candidate) -> str:
    return str(min(len(c.beside) - len(c.rivals), 3))


def told_before(c: Candidate) -> str | None:
    """How much of it an earlier claim of its group has told."""
    earlier = [o for o in c.claims[: c.n] if TYPES[o.type] == TYPES[c.claim.type] and o.sentence != c.claim.sentence]
    if not earlier:
        return "no"
    same = "type" if any(o.type == c.claim.type for o in earlier) else "group"
    return f"{same} {max(_shared(c.claim, o) for o in earlier)}"


def told_later(c: Candidate) -> str | None:
    later = [o for o in c.claims[c.n + 1 :] if o.type == c.claim.type and o.sentence != c.claim.sentence]
    return str(max(_shared(c.claim, o) for o in later)) if later else "no"


def new_here(c: Candidate) -> str:
    """What it states that no earlier claim of its group stated."""
    earlier = [o for o in c.claims[: c.n] if TYPES[o.type] == TYPES[c.claim.type]]
    found = [name for name, of in _PARTS.items() if of(c.claim) - set().union(*map(of, earlier))]
    return " ".join(found) or "nothing"


def _shared(one: Claim, other: Claim) -> int:
    return sum(bool(of(one) & of(other)) for of in _PARTS.values())


def _places_named(claim: Claim) -> set[object]:
    return {p.name.lower() for p in claim.places}


def _parties_named(claim: Claim) -> set[object]:
    return {m.name.lower() for m in (*claim.agents, *claim.targets)}


def _figures(claim: Claim) -> set[object]:
    return {(c.kind, c.low, c.high) for c in claim.counts}


_PARTS: Final[dict[str, Callable[[Claim], set[object]]]] = {
    "parties": _parties_named,
    "places": _places_named,
    "figures": _figures,
}

Sign = Callable[[Candidate], str | None]
SIGNS: Final[tuple[Sign, ...]] = (
    type_, word, part, determiner, known_already, described, hangs_by, noun_above, governor, clause, depth,
    modality, modality_of_type, background, quoted, opinion, asked, tense,
    agents, targets, places, time, counts, counted, sources, stance, hedged, stated, stated_by_group,
    position, length, in_title, density, size,
    rivals, rank, fuller_beside, same_type_beside, others_beside, told_before, told_later, new_here,
)  # fmt: skip


def signs_of(c: Candidate) -> tuple[str, ...]:
    """All that the signs say, as "sign=word"."""
    said = ((sign.__name__.rstrip("_"), sign(c)) for sign in SIGNS)
    return tuple(f"{name}={value}" for name, value in said if value is not None)
