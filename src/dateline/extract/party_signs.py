"""What speaks for or against somebody filling a role of an act: words said of him, and pairs of such words.

A word is a small function from a candidate; None where it has nothing to say. They speak of how he stands in the
sentence, of what kind he is and what else he does in the report, never of who he is. `party_judge` weighs them.
"""

from collections.abc import Callable, Iterator
from typing import Final

from dateline.extract.arguments import is_passive
from dateline.extract.grammar import VERBAL, ancestors, clause_of
from dateline.extract.party_candidates import PartyCandidate
from dateline.extract.roles import is_of_party
from dateline.extract.scene import is_nation
from dateline.knowledge.actors import actors
from dateline.knowledge.noun_kinds import noun_kind
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Count
from dateline.model.text import Token

_KINDS: Final = (
    *("aircraft", "soldiers", "gunmen", "forces", "leaders", "protesters", "civilians"),
    *("weapons", "buildings", "struck"),
)
_ANYBODY: Final = frozenset({"people", "person"})
_VERBS: Final = ("light_verbs", "harm_verbs", "suffer_verbs", "accusing", "recalling", "ending", "planning")
_FAR: Final = ((1, "1"), (3, "2-3"), (7, "4-7"), (15, "8-15"))


def _token(c: PartyCandidate) -> Token:
    """The word by which his sentence speaks of him."""
    return c.act.story.scene.reading.tokens[c.named.i]


def _head(c: PartyCandidate) -> Token:
    """The head of his name."""
    return c.act.story.scene.reading.tokens[c.named.head]


def _is_here(c: PartyCandidate) -> bool:
    return c.named.sentence == c.act.sentence


# ---- the act ------------------------------------------------------------------------------------
def type_(c: PartyCandidate) -> str:
    """Some acts have no target, some two agents."""
    return c.act.claim.type


def part(c: PartyCandidate) -> str:
    """Verbs state their parties, nouns may leave them out."""
    reading, i = c.act.story.scene.reading, c.act.i
    if reading.tokens[i].pos not in VERBAL:
        return "noun"
    return "passive" if is_passive(reading, i) else "verb"


def have(c: PartyCandidate) -> str:
    """What its frame found already."""
    return ("agents " if c.act.agents else "") + ("targets" if c.act.targets else "")


def status(c: PartyCandidate) -> str:
    """Whether it happened, and whether anybody says so."""
    return f"{c.act.claim.modality} {'asserted' if c.act.claim.asserted else 'denied'}"


# ---- who he is ----------------------------------------------------------------------------------
def kind(c: PartyCandidate) -> str:
    """Armed groups act, houses suffer."""
    scene, i, token = c.act.story.scene, c.named.head, _head(c)
    entry = actors().entry(scene.actors[i]) if i in scene.actors else None
    if entry is not None:
        return entry.role
    if is_nation(token.text):
        return "nation"
    classes = word_classes()
    if token.lemma in _ANYBODY:
        return "anybody"
    known = next((name for name in _KINDS if token.lemma in classes[name]), None)
    if is_of_party(scene, i) or _is_told_by_dress(c):
        return "gunmen"
    if known is not None or token.pos == "PROPN":
        return known or ("person" if scene.is_person(i) else "name")
    if token.lemma in classes["people"]:
        return "people"
    # only people are counted as killed or wounded
    if token.pos == "NOUN" and token.lemma not in classes["tallies"] and _is_harmed(c):
        return "NOUN person"
    return f"{token.pos} {noun_kind(token.lemma)}"


def form(c: PartyCandidate) -> str:
    """Singular or plural, common noun or name."""
    return _head(c).tag


def link(c: PartyCandidate) -> str:
    """What he is to the word he hangs on."""
    return _token(c).dep


# ---- how he stands to it ------------------------------------------------------------------------
def frame(c: PartyCandidate) -> str:
    """What the frame took him for."""
    roles = ("agent",) * (c.named.key in c.act.agents) + ("target",) * (c.named.key in c.act.targets)
    return " ".join(roles) or "none"


def inferred(c: PartyCandidate) -> str | None:
    """The name stands in another sentence; here he is "they" or "the group", or not spoken of at all."""
    return None if c.named.mention.basis == "stated" else f"{frame(c)} {_token(c).pos if _is_here(c) else 'unspoken'}"


def role(c: PartyCandidate) -> str:
    """What he is of which word around the trigger."""
    return f"{c.standing.role} {c.standing.relation}" if c.standing is not None else "elsewhere"


def verb(c: PartyCandidate) -> str:
    """Of what kind that word is: one who suffers and one who carries out have attacks alike as objects."""
    if c.standing is None or c.standing.governor is None:
        return "none"
    token = c.act.story.scene.reading.tokens[c.standing.governor]
    return next((name for name in _VERBS if token.lemma in word_classes()[name]), token.pos)


def clause(c: PartyCandidate) -> str:
    """In the clause of the trigger, in one around it, in one inside it."""
    if not _is_here(c):
        return "earlier" if c.named.sentence < c.act.sentence else "later"
    reading = c.act.story.scene.reading
    own, his = clause_of(reading, c.act.i), clause_of(reading, c.named.i)
    if own == his:
        return "same"
    return "below" if own in ancestors(reading, his) else "above" if his in ancestors(reading, own) else "aside"


def distance(c: PartyCandidate) -> str | None:
    """How many words away."""
    if not _is_here(c):
        return None
    far = abs(c.named.i - c.act.i)
    return ("after " if c.named.i > c.act.i else "before ") + next((word for n, word in _FAR if far <= n), "16+")


def nearness(c: PartyCandidate) -> str:
    """How many others stand nearer."""
    return str(min(c.rank, 6))


def earlier(c: PartyCandidate) -> str | None:
    """Who was the subject of the sentence before is likelier the one meant than its object."""
    return None if _is_here(c) else "subject" if _token(c).dep in ("nsubj", "nsubjpass") else _token(c).dep


def paragraph(c: PartyCandidate) -> str | None:
    """Whether another paragraph has begun since."""
    if _is_here(c):
        return None
    sentences = c.act.story.scene.reading.sentences
    back = sentences[c.act.sentence].paragraph - sentences[c.named.sentence].paragraph
    return str(back) if 0 <= back < 2 else "far"


# ---- what else the report says of him -------------------------------------------------------------
def beside(c: PartyCandidate) -> str:
    """What he does in other claims of the sentence."""
    keys, story = c.named.key, c.act.story
    does = any(keys in story.keys(other.agents) for other in c.act.beside)
    suffers_ = any(keys in story.keys(other.targets) for other in c.act.beside)
    return ("agent " if does else "") + ("target" if suffers_ else "") or ("others" if c.act.beside else "none")


def acts_(c: PartyCandidate) -> str:
    """In how many other claims of the coarse group he acts."""
    key = c.named.key
    return _many(c.act.story.does.get((TYPES[c.act.claim.type], key), 0) - (key in c.act.agents))


def suffers(c: PartyCandidate) -> str:
    """In how many others he suffers."""
    key = c.named.key
    return _many(c.act.story.suffers.get((TYPES[c.act.claim.type], key), 0) - (key in c.act.targets))


def named(c: PartyCandidate) -> str:
    """How often the report names him."""
    return _many(c.act.story.times_named.get(c.named.key, 0))


def again(c: PartyCandidate) -> str:
    """Whether this sentence or the one before names him twice."""
    return str(c.again)


def opening(c: PartyCandidate) -> str:
    """Whether the headline or the first sentence names him."""
    return str(any(one.key == c.named.key for one in c.act.story.named.get(0, ())))


def counted(c: PartyCandidate) -> str:
    """The dead are struck; the children among them are told with them, and a bare number says nothing of whom."""
    count = next((q for q in c.act.claim.counts if q.words.start <= _head(c).start < q.words.end), None)
    if count is None:
        return f"no {bool(c.act.claim.counts)}"
    return f"{'injured' if count.kind == 'missing' else count.kind} {_counted_as(count)}"


def _is_told_by_dress(c: PartyCandidate) -> bool:
    """ "Men in army uniforms" are told by what they wear because they do not say who they are."""
    return _head(c).pos == "NOUN" and " in " in c.named.mention.words.text


def _is_harmed(c: PartyCandidate) -> bool:
    return counted(c).endswith(" whole")


def _counted_as(count: Count) -> str:
    if count.who.lower() not in count.words.text.lower():
        return "bare"
    return "whole" if count.part_of is None else "part"


def speaks(c: PartyCandidate) -> str:
    """Whoever tells of an act is seldom in it."""
    start, attributions = _head(c).start, c.act.story.scene.attributions
    credited = any(s.words.start <= start < s.words.end for s in c.act.claim.sources)
    speaking = any(a.source.words.start <= start < a.source.words.end for a in attributions)
    return "of this" if credited else str(speaking)


def _many(n: int) -> str:
    return str(n) if n < 3 else "3-5" if n < 6 else "6+"


Word = Callable[[PartyCandidate], str | None]
WORDS: Final[tuple[Word, ...]] = (
    type_, part, have, status, kind, form, link, frame, inferred, role, verb, clause, distance, nearness, earlier,
    paragraph, beside, acts_, suffers, named, again, opening, counted, speaks,
)  # fmt: skip
ALONE: Final = (
    "type inferred role kind distance nearness earlier paragraph beside acts suffers named again opening counted "
    "speaks form link status"
).split()
PAIRS: Final = (
    ("frame", "part"), ("frame", "type"), ("frame", "kind"), ("frame", "have"), ("frame", "role"), ("frame", "beside"),
    ("role", "kind"), ("role", "verb"), ("role", "type"), ("kind", "type"), ("kind", "have"), ("kind", "clause"),
    ("kind", "counted"), ("clause", "have"), ("distance", "part"), ("acts", "have"), ("acts", "frame"),
    ("acts", "suffers"), ("earlier", "kind"),
)  # fmt: skip


def party_signs(candidate: PartyCandidate) -> Iterator[str]:
    """All that is said of a candidate, as "word=value" and "word+word=value, value"."""
    said = {word.__name__.rstrip("_"): word(candidate) for word in WORDS}
    yield from (f"{name}={said[name]}" for name in ALONE if said[name] is not None)
    for one, other in PAIRS:
        if said[one] is not None and said[other] is not None:
            yield f"{one}+{other}={said[one]}, {said[other]}"
