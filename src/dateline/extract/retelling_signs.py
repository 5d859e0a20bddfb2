"""What speaks for or against two claims of a report telling one happening: words said of the two, and pairs of words.

A word is a small function from two claims; None where it has nothing to say. They speak of what the two state alike or
otherwise and of how they stand in the report, never of who or where. `retelling` weighs them.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.candidate import Candidate
from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.extract.pointing_back import points_back
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Mention

_FEW: Final = 4
_GAP: Final = 4
_STATED: Final = ("places", "agents", "targets", "time", "figures")
_ALIKE: Final = frozenset({"same", "part", "some"})


@dataclass(frozen=True, slots=True)
class Two:
    """Two claims of one report, `one` told before `other`."""

    one: Candidate
    other: Candidate


def _compared(one: Iterable[Hashable], other: Iterable[Hashable]) -> str:
    """How what one states stands to what the other states."""
    a, b = set(one), set(other)
    if not a or not b:
        return "none" if not a and not b else "first none" if not a else "second none"
    return "same" if a == b else "part" if a <= b or b <= a else "some" if a & b else "differ"


def _named(mentions: Iterable[Mention]) -> set[str]:
    return {mention.name.lower() for mention in mentions}


def _heads(mentions: Iterable[Mention]) -> set[str]:
    return {mention.name.lower().split()[-1].rstrip("s") for mention in mentions}


# ---- what is told -------------------------------------------------------------------------------
def types(two: Two) -> str:
    """Some types are told again by others: a clash as an attack."""
    return "/".join(sorted((two.one.claim.type, two.other.claim.type)))


def one_type(two: Two) -> str:
    """Whether both are of one type."""
    return str(two.one.claim.type == two.other.claim.type)


def lemma(two: Two) -> str:
    """Whether one word tells both."""
    return str(two.one.token.lemma == two.other.token.lemma)


def later(two: Two) -> str:
    """How the second one is said: "the attack" takes up what "attacked" told."""
    token = two.other.token
    before = {two.other.reading.tokens[c].lower for c in kids(two.other.reading, two.other.i, "det", "poss")}
    article = next((name for name, words in _ARTICLES if before & words), "owned" if before else "bare")
    return f"verb {token.tag}" if token.pos in VERBAL else f"noun {article}"


_ARTICLES: Final = (
    ("the", {"the"}),
    ("this", {"this", "that", "these", "those"}),
    ("a", {"a", "an", "another"}),
)


def earlier(two: Two) -> str:
    """How the first one is said."""
    return "verb" if two.one.token.pos in VERBAL else "noun"


def points(two: Two) -> str:
    """Whether the second one is a bare "the attack"."""
    return str(points_back(two.other.reading, two.other.i))


# ---- where it is told ---------------------------------------------------------------------------
def apart(two: Two) -> str:
    """Sentences between them."""
    far = two.other.sentence.index - two.one.sentence.index
    return str(far) if far < _FEW else "4-7" if far < 2 * _FEW else "8+"


def reach(two: Two) -> str:
    """The same in three steps."""
    far = two.other.sentence.index - two.one.sentence.index
    return "here" if far == 0 else "near" if far < _FEW - 1 else "far"


def opening(two: Two) -> str:
    """Leads sum up what is told below."""
    return str(min(two.one.sentence.index, 2))


def paragraph(two: Two) -> str:
    """Paragraphs between them."""
    return str(min(two.other.sentence.paragraph - two.one.sentence.paragraph, 2))


def syntax(two: Two) -> str | None:
    """In one sentence, which hangs on which."""
    if two.one.sentence.index != two.other.sentence.index:
        return None
    reading = two.one.reading
    if two.one.i in ancestors(reading, two.other.i):
        return f"first above {two.other.token.dep}"
    return f"second above {two.one.token.dep}" if two.other.i in ancestors(reading, two.one.i) else "aside"


def gap(two: Two) -> str | None:
    """In one sentence, how many words lie between."""
    here = two.one.sentence.index == two.other.sentence.index
    return str(min(abs(two.one.i - two.other.i) // _GAP, 6)) if here else None


# ---- what they state ----------------------------------------------------------------------------
def places(two: Two) -> str:
    """Where."""
    return _compared(*({place.name.lower() for place in c.claim.places} for c in (two.one, two.other)))


def agents(two: Two) -> str:
    """Who did it."""
    return _compared(_named(two.one.claim.agents), _named(two.other.claim.agents))


def agent_words(two: Two) -> str:
    """Whether two agents share their last word: "rebels" and "Syrian rebels"."""
    return str(bool(_heads(two.one.claim.agents) & _heads(two.other.claim.agents)))


def targets(two: Two) -> str:
    """To whom."""
    return _compared(_named(two.one.claim.targets), _named(two.other.claim.targets))


def target_words(two: Two) -> str:
    """Whether two targets share their last word."""
    return str(bool(_heads(two.one.claim.targets) & _heads(two.other.claim.targets)))


def time(two: Two) -> str:
    """When, in words."""
    return _compared(*([c.claim.time.words.text.lower()] if c.claim.time else [] for c in (two.one, two.other)))


def one_time(two: Two) -> str:
    """Whether the very same words date both."""
    one, other = two.one.claim.time, two.other.claim.time
    return str(one is not None and other is not None and one.words == other.words)


def figures(two: Two) -> str:
    """How many."""
    return _compared(*({(q.kind, q.low, q.high) for q in c.claim.counts} for c in (two.one, two.other)))


def kinds(two: Two) -> str:
    """What is counted."""
    return _compared(*({q.kind for q in c.claim.counts} for c in (two.one, two.other)))


def sources(two: Two) -> str:
    """Who says so."""
    return _compared(*({s.name.lower() for s in c.claim.sources} for c in (two.one, two.other)))


def means(two: Two) -> str:
    """By what."""
    return _compared(*([c.claim.means] if c.claim.means else [] for c in (two.one, two.other)))


def background(two: Two) -> str:
    """News and background are seldom one."""
    return f"{two.one.claim.background} {two.other.claim.background}"


def modality(two: Two) -> str:
    """Nor are plans and what came of them."""
    one, other = two.one.claim.modality, two.other.claim.modality
    return "same" if one == other else f"{one} {other}"


def shared(two: Two) -> str:
    """In how many of place, parties, time and figures they agree."""
    return str(sum(_OF_STATED[name](two) in _ALIKE for name in _STATED))


def against(two: Two) -> str:
    """In how many they differ."""
    return str(sum(_OF_STATED[name](two) == "differ" for name in _STATED))


Word = Callable[[Two], str | None]
_OF_STATED: Final[dict[str, Word]] = {
    "places": places, "agents": agents, "targets": targets, "time": time, "figures": figures,
}  # fmt: skip
WORDS: Final[tuple[Word, ...]] = (
    types, one_type, lemma, later, earlier, points, apart, reach, opening, paragraph, syntax, gap, places, agents,
    agent_words, targets, target_words, time, one_time, figures, kinds, sources, means, background, modality, shared,
    against,
)  # fmt: skip
ALONE: Final = tuple(word.__name__ for word in WORDS if word is not reach)
PAIRS: Final = (
    *(("one_type", word) for word in (
        "places", "agents", "figures", "later", "apart", "shared", "against", "background",
    )),
    ("shared", "against"), ("lemma", "later"), ("lemma", "places"), ("places", "agents"), ("places", "figures"),
    ("places", "time"), ("figures", "targets"), ("types", "later"), ("opening", "later"),
    *(("reach", word) for word in ALONE if word not in ("apart", "syntax", "gap")),
)  # fmt: skip


def retelling_signs(one: Candidate, other: Candidate) -> Iterator[str]:
    """All that is said of two claims in reading order, as "word=value" and "word+word=value, value"."""
    two = Two(one, other)
    said = {word.__name__: word(two) for word in WORDS}
    yield from (f"{name}={said[name]}" for name in ALONE if said[name] is not None)
    for first, second in PAIRS:
        if said[first] is not None and said[second] is not None:
            yield f"{first}+{second}={said[first]}, {said[second]}"


def may_be_one(one: Candidate, other: Candidate) -> bool:
    """Whether they are of one coarse group, told and denied by the same, and no figure of one contradicts the other.

    Another figure for one happening, and another denial, is a claim of its own.
    """
    alike = TYPES[one.claim.type] == TYPES[other.claim.type] and one.claim.asserted == other.claim.asserted
    if not alike or _dated_apart(one.claim, other.claim):
        return False
    return _deniers(one.claim) == _deniers(other.claim) and not _contradict(one.claim, other.claim)


def _dated_apart(one: Claim, other: Claim) -> bool:
    """ "Seized in March, was recaptured on Sunday": one sentence does not date one act twice."""
    if one.sentence != other.sentence or one.time is None or other.time is None:
        return False
    return one.time.words != other.time.words


def _deniers(claim: Claim) -> set[str]:
    return {source.name.lower() for source in claim.sources if source.stance == "denies"}


def _contradict(one: Claim, other: Claim) -> bool:
    both = {q.kind for q in one.counts} & {q.kind for q in other.counts}
    first, second = ({(q.kind, q.low, q.high) for q in c.counts if q.kind in both} for c in (one, other))
    return bool(both) and not first & second
