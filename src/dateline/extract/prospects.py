"""What the word before a preposition says of the event behind it: "closer to capturing", "fears of strikes"."""

from typing import Final

from dateline.extract.aims import PACTS, of_attempt
from dateline.extract.auxiliaries import MAYBE, helpers, is_definite, is_finite_past, is_negated
from dateline.extract.climb import GOING, Step
from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.extract.outlook import is_undone, of_helpers
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

# "Agreed on a withdrawal", "consented to the release of"
_SETTLING: Final = frozenset({"agree", "decide", "consent"})
_ACCORD: Final = frozenset({"agreement", "deal", "accord", "consensus"})
_AIMS: Final = frozenset({"aim", "goal", "purpose", "intention", "ambition", "target"})
# "No mention of raids", "no word on the talks": of what is spoken of nothing is said
_WORDS: Final = frozenset("mention detail information word news knowledge comment confirmation figure".split())


def of_preposition(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Closer to capturing", "fears of strikes", "plans for an attack", "ahead of the offensive"."""
    above, word = reading.tokens[step.above], reading.tokens[step.below].lower
    if word == "of" and _is_in_case(reading, step.above):
        return "possible"
    if word == "from" and is_undone(reading, step.above):
        return None
    if word == "without" or (word == "of" and above.lower == "instead"):
        return "not"
    if word == "to" and above.lower == "due" and helpers(reading, above.head) & MAYBE:
        return "possible"
    if _says_where(reading, step.below) or _is_its_aim(reading, step):
        return None
    if word in ("of", "about") and is_negated(reading, step.above):
        return None if above.lemma in _WORDS else "not"
    if word == "of" and above.lower == "short" and reading.tokens[above.head].lemma in ("stop", "fall"):
        return "not"
    if word == "for" and above.lemma in GOING and above.pos in VERBAL:
        return of_helpers(reading, step.above, kind)
    if word == "for" and above.lower in ("exchange", "return"):
        verb = next((a for a in ancestors(reading, step.above) if reading.tokens[a].pos in VERBAL), None)
        return of_helpers(reading, verb, kind) if verb is not None else None
    if word in ("on", "for", "about") and above.lemma in _ACCORD and _is_lacking(reading, step.above):
        return "not"
    if word in ("on", "to") and above.lemma in _SETTLING and kind not in PACTS:
        return "planned"
    if word in ("for", "of", "to") and above.lemma in word_classes()["plan_nouns"]:
        return of_attempt(reading, step.above) or "planned"
    return next(
        (verdict for words, names, verdict in _PREPOSITIONS if word in words and _is_of(above.lemma, names)),
        "possible" if above.lower in word_classes()["nearness"] and word in ("to", "of") else None,
    )


def _says_where(reading: Reading, i: int) -> bool:
    """ "Close to where a jet was shot down": it was."""
    return any(is_finite_past(reading, c) for c in kids(reading, i, "pcomp"))


def _is_its_aim(reading: Reading, step: Step) -> bool:
    """ "The aim of the raids": there are raids that have one."""
    things = kids(reading, step.below, "pobj")
    return reading.tokens[step.above].lemma in _AIMS and any(is_definite(reading, t) for t in things)


def _is_lacking(reading: Reading, i: int) -> bool:
    """ "Without agreement on", "no deal on"."""
    return reading.tokens[reading.tokens[i].head].lower == "without" or is_negated(reading, i)


def _is_in_case(reading: Reading, i: int) -> bool:
    """ "In case of", "in the event of"."""
    before = [reading.tokens[k].lower for k in (max(i - 2, 0), max(i - 1, 0))]
    word = reading.tokens[i].lower
    return (word == "case" and before[1] == "in") or (word == "event" and before == ["in", "the"])


_PREPOSITIONS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...], Modality], ...]] = (
    (("of", "about", "for", "over"), ("fear_nouns", "fearing"), "possible"),
    (("of", "about", "at"), ("warning",), "possible"),
    (("for",), ("planning_for",), "planned"),
    (("for",), ("brace", "hope", "hop"), "possible"),
    (("for",), ("due", "provide"), "planned"),
    (("on",), ("vote",), "planned"),
    (("to",), ("commit",), "planned"),
    (("with",), ("task",), "planned"),
    (("from",), ("failing", "foiling"), "not"),
    (("against",), ("planning",), "not"),
    (("in", "of", "to"), ("delay", "postponement", "cancellation"), "not"),
    (("of",), ("ahead",), "planned"),
)


def _is_of(lemma: str, names: tuple[str, ...]) -> bool:
    return any(lemma in word_classes().get(name, {name}) for name in names)
