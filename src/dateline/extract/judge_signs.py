"""What speaks for or against a claim being an event that an analyst would record: one word a sign.

A sign is a small function from a claim as it stands in its report to one word, or None where it has nothing to say.
Signs speak of the shape of the telling (how the trigger stands in its sentence, what is stated and how, where in the
report), never of who or where. `judge` weighs them. They were chosen by leaving out, one after the other, those
without which a cross-validated regression over the training reports did no worse.
"""

from collections.abc import Callable
from typing import Final

from dateline.extract.aims import TRYING
from dateline.extract.candidate import Candidate, filled
from dateline.extract.grammar import VERBAL, ancestors, clause_of, first_conjunct, in_quotes, kids
from dateline.extract.pointing_back import points_back
from dateline.knowledge.reporting import reporting
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes

_OPINION: Final = frozenset({"must", "should", "ought", "need", "if", "unless", "would"})
_FIRST_PERSON: Final = frozenset({"we", "our", "us", "i", "my"})
_MENTIONED: Final = frozenset(
    "responsibility respond response result aftermath victim scene time site evidence end spate wave series number "
    "investigation report wake cause condemnation".split()
)
_STEPS: Final = 4
_CLASSES: Final = ("recalling", "accusing", "ending", "suffer_verbs", "light_verbs", "fearing", "planning")
_OWN_CLASSES: Final = {
    **dict.fromkeys("kill wound injure die leave hit strike destroy damage target hurt".split(), "harm"),
    **dict.fromkeys("be have".split(), "be"),
    **dict.fromkeys("come go move enter flee travel arrive return".split(), "motion"),
    **dict.fromkeys("happen occur take follow erupt break".split(), "happening"),
}
_LINKS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ccomp", "xcomp", "advcl"})


# ---- the trigger --------------------------------------------------------------------------------
def kind(c: Candidate) -> str:
    """Some types are announced by plainer words than others."""
    return c.claim.type


def word(c: Candidate) -> str:
    """The codebook's words differ in how often they tell of an event: "shelled" mostly does, "violence" may not."""
    return f"{c.claim.type}/{c.token.lemma.lower()}"


def part(c: Candidate) -> str:
    """A finite verb tells; a noun deep in the sentence mentions."""
    form = c.token.tag if c.token.pos in VERBAL else "noun" if c.token.pos in ("NOUN", "PROPN") else "other"
    return f"{form} {c.token.dep}"


def known_already(c: Candidate) -> str | None:
    """ "The attack", with nothing that makes it another, was told before."""
    return "yes" if points_back(c.reading, c.i) else None


# ---- what it hangs on ---------------------------------------------------------------------------
def noun_above(c: Candidate) -> str | None:
    """ "Responsibility for the attack", "the scene of the blast": what hangs on a noun is mentioned, not told."""
    for above in list(ancestors(c.reading, c.i))[:2]:
        token = c.reading.tokens[above]
        if token.pos == "NOUN":
            return token.lemma if token.lemma in _MENTIONED else "other"
    return None


def governor(c: Candidate) -> str | None:
    """The class of the verb above: "launched an attack" tells, "condemned the attack" speaks about it."""
    here = first_conjunct(c.reading, c.i)
    near = list(ancestors(c.reading, here))[:_STEPS]
    verb = next((a for a in near if c.reading.tokens[a].pos in VERBAL), None)
    if verb is None:
        return None
    dep = c.reading.tokens[here].dep
    return f"{_class_of(c.reading.tokens[verb].lemma)} {dep if dep in _LINKS else 'other'}"


def _class_of(lemma: str) -> str:
    classes = word_classes()
    named = next((name for name in _CLASSES if lemma in classes[name]), None)
    said = "saying" if lemma in reporting().verbs else "any"
    return named or _OWN_CLASSES.get(lemma, said)


def clause(c: Candidate) -> str:
    """The kind of clause that it stands in."""
    return c.reading.tokens[clause_of(c.reading, c.i)].dep


def tense(c: Candidate) -> str:
    """The form of the clause's verb, with its helpers."""
    verb = clause_of(c.reading, c.i)
    helpers = sorted(c.reading.tokens[k].lemma.lower() for k in kids(c.reading, verb, "aux", "auxpass"))
    return " ".join([c.reading.tokens[verb].tag, *helpers[:2]])


# ---- how it is said -----------------------------------------------------------------------------
def modality(c: Candidate) -> str:
    """Plans and fears are recorded of some groups of types more than of others."""
    return f"{TYPES[c.claim.type]} {c.claim.modality}"


def happening(c: Candidate) -> str:
    """Whoever tells of what has not occurred mostly means to."""
    return c.claim.modality


def quoted(c: Candidate) -> str | None:
    """Between quotation marks people argue more than they tell."""
    return "yes" if in_quotes(c.reading, c.i) else None


def opinion(c: Candidate) -> str | None:
    """So they do where they speak of duty and conditions, or in the first person."""
    words = {t.lower for t in c.reading.tokens[c.sentence.first : c.sentence.last]}
    found = [name for name, of in (("duty", _OPINION), ("first person", _FIRST_PERSON)) if words & of]
    return " ".join(found) or None


def since(c: Candidate) -> str | None:
    """ "Since the war began": sums and situations."""
    words = {t.lower for t in c.reading.tokens[c.sentence.first : c.sentence.last]}
    return "yes" if "since" in words else None


# ---- what it states -----------------------------------------------------------------------------
def agents(c: Candidate) -> str:
    """Who did it, and how that is known."""
    return c.claim.agents[0].basis if c.claim.agents else "none"


def place(c: Candidate) -> str:
    """Whether its own sentence says where, and whether anyone is said to have done it."""
    there = any(c.claim.sentence.covers(p.words) for p in c.claim.places)
    where = "here" if there else "elsewhere" if c.claim.places else "none"
    return f"{where} {'by someone' if c.claim.agents else 'by nobody'}"


def time(c: Candidate) -> str:
    """Whether its own sentence says when."""
    if c.claim.time is None:
        return "none"
    return "here" if c.claim.sentence.covers(c.claim.time.words) else "elsewhere"


def counted(c: Candidate) -> str | None:
    """What is counted first, and whether over this event or more."""
    return f"{c.claim.counts[0].kind} {c.claim.counts[0].scope}" if c.claim.counts else None


def stated(c: Candidate) -> str:
    """How many slots are filled, which weighs differently in each group of types."""
    return f"{TYPES[c.claim.type]} {min(filled(c.claim), 5)}"


# ---- where in the report ------------------------------------------------------------------------
def position(c: Candidate) -> str:
    """News stands at the top."""
    index = c.sentence.index
    return str(index) if index < 3 else f"part {5 * index // len(c.reading.sentences) + 1} of 5"


def length(c: Candidate) -> str:
    """Long sentences mention more than they tell; in tens of words."""
    return str(min((c.sentence.last - c.sentence.first) // 10, 6))


def in_title(c: Candidate) -> str | None:
    """What the headline names is the news."""
    return "yes" if c.token.lemma.lower() in (c.reading.report.title or "").lower() else None


def density(c: Candidate) -> str:
    """Claims a sentence, over the report: where all is of war, less of it is recorded."""
    return str(min(int(2 * c.told / len(c.reading.sentences)), 4))


# ---- what else is told --------------------------------------------------------------------------
def fuller_beside(c: Candidate) -> str | None:
    """Whether another of its group in the sentence states more, or it states the most itself."""
    own, others = filled(c.claim), [filled(r) for r in c.rivals]
    if not others:
        return None
    return "yes" if max(others) > own else "no" if max(others) < own else "as full"


def same_type_beside(c: Candidate) -> str | None:
    """Two of one type in one sentence are mostly one happening."""
    return "yes" if any(r.type == c.claim.type for r in c.rivals) else None


def groups_beside(c: Candidate) -> str | None:
    """Harm beside the act that did it belongs to the act."""
    groups = sorted({TYPES[o.type] for o in c.beside} - {TYPES[c.claim.type]})
    return f"{TYPES[c.claim.type]} by {' '.join(groups)}" if groups else None


def same_place(c: Candidate) -> str | None:
    """Another of its type at the same place may be the same told twice."""
    return "yes" if c.shares_place else None


def new(c: Candidate) -> str:
    """What it states that no earlier claim of its group stated."""
    return " ".join(c.new) or "nothing"


def is_counterclaim(c: Candidate) -> bool:
    """A denial, or another figure for an act already told: few, and what stands against a claim must not be lost."""
    denied = any(source.stance == "denies" for source in c.claim.sources)
    return denied or (known_already(c) is not None and "figures" in c.new)


def is_credited_in_full(c: Candidate) -> bool:
    """A named speaker says who did it to whom, or how many were hurt: what a reader would miss if it were left out."""
    claim = c.claim
    parties = all(any(m.basis == "stated" for m in slot) for slot in (claim.agents, claim.targets))
    return bool(claim.sources) and (parties or bool(claim.counts))


def is_told_in_brief(c: Candidate) -> bool:
    """What the main clause of a report of a few sentences tells, by its verb or subject, is its news.

    The weights come from long reports, which come back to what they told.
    """
    verb = clause_of(c.reading, c.i)
    outright = verb == c.i or (c.token.dep in ("nsubj", "nsubjpass") and c.token.head == verb)
    brief = len(c.reading.sentences) <= _BRIEF and c.claim.modality == "occurred"
    return brief and outright and c.reading.tokens[verb].dep in ("ROOT", "ccomp", "conj")


def is_attempt(c: Candidate) -> bool:
    """ "Tried to advance on the town": whoever tells of an attempt means to, too."""
    return c.token.dep == "xcomp" and c.reading.tokens[c.token.head].lemma in TRYING


def share_needed(c: Candidate) -> float:
    """Which share of the likelihood that others need is enough; each is where F1 of its own kind is best."""
    if is_counterclaim(c) or is_credited_in_full(c) or c.claim.retold or is_told_in_brief(c):
        return _READILY
    return _NOT_OCCURRED if c.claim.modality != "occurred" or is_attempt(c) else 1.0


_READILY: Final = 0.5
_BRIEF: Final = 3  # sentences
_NOT_OCCURRED: Final = 0.7
Sign = Callable[[Candidate], str | None]
SIGNS: Final[tuple[Sign, ...]] = (
    kind, word, part, known_already,
    noun_above, governor, clause, tense,
    modality, happening, quoted, opinion, since,
    agents, place, time, counted, stated,
    position, length, in_title, density,
    fuller_beside, same_type_beside, groups_beside, same_place, new,
)  # fmt: skip


def signs_of(candidate: Candidate) -> tuple[str, ...]:
    """All that the signs say of a claim, as "sign=word"."""
    said = ((sign.__name__, sign(candidate)) for sign in SIGNS)
    return tuple(f"{name}={value}" for name, value in said if value is not None)
