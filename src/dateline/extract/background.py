"""Whether an event is told as background: context of the report's news, by the words and the place in the report alone.

Each cue says something for background (a positive weight) or for news (a negative one); their sum decides. The weights
are those of a logistic regression over the training reports' events without words of time, rounded to a tenth.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, clause_of, kids, sentence_at
from dateline.extract.modality import modality
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading, Sentence

_LEAD: Final = 3
_DEEP: Final = 4
_END: Final = 0.8
_POINTING: Final = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_AFTER: Final = frozenset({"after", "following", "since", "despite", "before", "until", "during", "amid", "throughout"})
_FURTHER: Final = frozenset({"meanwhile", "also", "later", "then", "meantime"})
_STATEMENTS: Final = frozenset({"demand", "threat", "talks", "aid"})
_TELLING: Final = frozenset({"say", "add", "tell", "report", "accord", "announce"})
_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday overnight earlier tonight morning "
    "afternoon evening".split()
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_AGO: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months|decades?|weeks?) (?:ago|earlier|before)\b|\blast (?:year|month)\b"
    r"|\b(?:in|since|last) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DURATION: Final = re.compile(r"\b(?:year|month|decade|week|day)s?[- ](?:old|long)|\b(?:years|months|decades|weeks)\b")
_TOTAL: Final = re.compile(r"\b\d{2,3},?\d{3}\b|\bmillion|\b(?:hundreds|tens) of thousands\b|\bso far\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as it is told: its word `i`, the words above it, its clause, and the words of its sentence."""

    reading: Reading
    i: int
    kind: str
    modality: Modality
    sentence: Sentence
    above: tuple[int, ...]
    clause: int
    helpers: frozenset[str]
    words: frozenset[str]

    def lemmas_above(self) -> set[str]:
        """The lemmas of the words above."""
        return {self.reading.tokens[a].lemma for a in self.above}


def is_told_as_background(reading: Reading, i: int, type: str = "") -> bool:
    """Whether the event of `type` that token `i` announces is told as context, not as the report's news."""
    told = _told(reading, i, type)
    return _BASE + sum(weight for weight, holds in _CUES if holds(told)) > 0


def _told(reading: Reading, i: int, kind: str) -> Told:
    sentence, clause = sentence_at(reading, i), clause_of(reading, i)
    tokens = reading.tokens[sentence.first : sentence.last]
    return Told(
        reading=reading,
        i=i,
        kind=kind,
        modality=modality(reading, i, kind),
        sentence=sentence,
        above=tuple(ancestors(reading, i)),
        clause=clause,
        helpers=frozenset(reading.tokens[c].lower for c in kids(reading, clause, "aux", "auxpass")),
        words=frozenset({t.lower for t in tokens} | {t.lemma for t in tokens}),
    )


# ---- where in the report ------------------------------------------------------------------------
def _opens(told: Told) -> bool:
    """The first sentence tells the news."""
    return told.sentence.index == 0


def _in_lead(told: Told) -> bool:
    """So do those after it, mostly."""
    return 0 < told.sentence.index < _LEAD


def _at_end(told: Told) -> bool:
    """Reports end with what led to the news."""
    return told.sentence.index >= _END * len(told.reading.sentences)


def _told_at_top(told: Told) -> bool:
    """What the headline or the lead named already is the news told again."""
    tokens, report = told.reading.tokens, told.reading.report
    lemma, title = tokens[told.i].lemma.lower(), (report.title or "").lower()
    if re.search(rf"\b{re.escape(lemma)}", title):
        return True
    lead = told.reading.sentences[min(1, len(told.reading.sentences) - 1)].last
    return told.sentence.index > 1 and any(token.lemma.lower() == lemma for token in tokens[:lead])


# ---- tense and clause ---------------------------------------------------------------------------
def _has_done(told: Told) -> bool:
    """ "The war has killed thousands"; not the passive "ten have been killed", which is how tolls are news."""
    own = {told.reading.tokens[c].lower for c in kids(told.reading, told.i, "aux", "auxpass")}
    return bool(told.helpers & {"has", "have"}) and ("been" not in told.helpers or bool(own & {"has", "have"}))


def _had_done(told: Told) -> bool:
    """ "The army had seized the town"."""
    return "had" in told.helpers


def _had_done_before(told: Told) -> bool:
    """ "Rebels had earlier seized the base"."""
    adverbs = {told.reading.tokens[c].lower for c in kids(told.reading, told.clause, "advmod")}
    return "had" in told.helpers and bool(adverbs & {"earlier", "previously", "already", "once"})


def _is_not_done_yet(told: Told) -> bool:
    """Plans and fears are the report's own."""
    return told.modality in ("planned", "possible")


def _who_did(told: Told) -> bool:
    """ "Families who fled the town": the clause says which people are meant."""
    tokens = told.reading.tokens
    return tokens[told.clause].dep == "relcl" and any(
        tokens[c].lower == "who" for c in told.reading.children[told.clause]
    )


def _is_participle(told: Told) -> bool:
    """ "The besieged town", "after capturing the hill", "houses burnt down"."""
    token = told.reading.tokens[told.i]
    wanted = {"VBN": ("amod", "acl", "compound"), "VBG": ("pcomp", "advcl", "csubj", "xcomp")}
    return token.dep in wanted.get(token.tag, ())


def _hangs_on_time(told: Told) -> bool:
    """ "Following the raids", "since the truce collapsed", "during the siege"."""
    tokens = told.reading.tokens
    for a in (told.i, *told.above):
        marks = kids(told.reading, a, "mark") if tokens[a].pos in VERBAL else ()
        if tokens[a].lower in _AFTER or any(tokens[m].lower in _AFTER for m in marks):
            return True
    return False


def _opens_with_since(told: Told) -> bool:
    """ "Since capturing the town, rebels have ..."."""
    first = told.sentence.first
    return told.reading.tokens[first].lower == "since" and first in (told.i, *told.above)


def _is_deep(told: Told) -> bool:
    """What stands far below its sentence's verb is mentioned, not told."""
    return len(told.above) >= _DEEP


def _is_pointed_at(told: Told) -> bool:
    """ "The invasion", "its blockade": an act taken as known."""
    if told.reading.tokens[told.i].pos in VERBAL:
        return False
    found = kids(told.reading, told.i, "det", "poss", "amod", "compound")
    return any(told.reading.tokens[c].lower in _POINTING for c in found)


# ---- words --------------------------------------------------------------------------------------
def _says_before(told: Told) -> bool:
    """ "Previous raids", "has repeatedly shelled", "in the past"."""
    return bool(told.words & word_classes()["before_now"])


def _sums_up(told: Told) -> bool:
    """Large figures and "so far" are totals."""
    return bool(_TOTAL.search(told.sentence.span.text))


def _names_war(told: Told) -> bool:
    """ "The conflict", "the uprising": the whole of it is context."""
    return bool(told.words & word_classes()["wars"])


def _is_long(told: Told) -> bool:
    """ "The two-year-old siege", "for months"."""
    return bool(_DURATION.search(told.sentence.span.text))


def _names_long_ago(told: Told) -> bool:
    """A year here, or a time long past in the sentence before, which this one goes on from."""
    if _YEAR.search(told.sentence.span.text):
        return True
    index = told.sentence.index
    return index > 0 and bool(_LONG_AGO.search(told.reading.sentences[index - 1].span.text))


def _names_day(told: Told) -> bool:
    """News has its day."""
    return bool(told.words & _DAYS)


def _follows_day(told: Told) -> bool:
    """So has the sentence that news goes on from."""
    index = told.sentence.index
    if index == 0:
        return False
    before = told.reading.sentences[index - 1]
    return any(token.lower in _DAYS for token in told.reading.tokens[before.first : before.last])


def _goes_on(told: Told) -> bool:
    """ "Meanwhile", "also", "later": more of the news."""
    return bool(told.words & _FURTHER)


def _is_accused_of(told: Told) -> bool:
    """ "Accused the army of bombing", "was responsible for attacks"."""
    return bool(told.lemmas_above() & word_classes()["accusing"])


def _is_spoken_about(told: Told) -> bool:
    """ "Condemned the killings", "investigates the raid"."""
    return bool(told.lemmas_above() & word_classes()["recalling"])


def _is_statement(told: Told) -> bool:
    """Demands, threats, talks and aid are reported as they are made."""
    return told.kind in _STATEMENTS


def _is_credited(told: Told) -> bool:
    """Context is told in the report's own voice."""
    return bool(told.words & _TELLING)


_BASE: Final = -0.7
_CUES: Final[tuple[tuple[float, Callable[[Told], bool]], ...]] = (
    (2.0, _opens_with_since),
    (1.0, _had_done_before),
    (1.0, _is_accused_of),
    (1.0, _says_before),
    (0.9, _has_done),
    (0.7, _who_did),
    (0.7, _hangs_on_time),
    (0.7, _names_war),
    (0.7, _is_participle),
    (0.7, _is_pointed_at),
    (0.6, _sums_up),
    (0.5, _names_long_ago),
    (0.5, _is_deep),
    (0.5, _had_done),
    (0.4, _is_spoken_about),
    (0.4, _at_end),
    (0.4, _is_long),
    (-0.3, _follows_day),
    (-0.4, _is_statement),
    (-0.4, _is_credited),
    (-0.5, _told_at_top),
    (-0.5, _goes_on),
    (-0.5, _in_lead),
    (-0.8, _names_day),
    (-0.8, _is_not_done_yet),
    (-1.2, _opens),
)
