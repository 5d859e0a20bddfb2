"""Cues of background and of news: what the words and the place in the report say of how an event is told."""

import re
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
# What people are known by while it lasts
_STANDING: Final = frozenset({"displacement", "armed_clash", "siege"})
_STATEMENTS: Final = frozenset({"demand", "threat", "talks", "aid"})
_EARLIER: Final = frozenset({"previous", "earlier", "prior", "past"})
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


def told_at(reading: Reading, i: int, kind: str) -> Told:
    """The event of type `kind` that token `i` announces, as it is told."""
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
def opens(told: Told) -> bool:
    """The first sentence tells the news."""
    return told.sentence.index == 0


def in_lead(told: Told) -> bool:
    """So do those after it, mostly."""
    return 0 < told.sentence.index < _LEAD


def at_end(told: Told) -> bool:
    """Reports end with what led to the news."""
    return told.sentence.index >= _END * len(told.reading.sentences)


def told_at_top(told: Told) -> bool:
    """What the headline or the lead named already is the news told again."""
    tokens, report = told.reading.tokens, told.reading.report
    lemma = tokens[told.i].lemma.lower()
    if f" {lemma}" in f" {(report.title or '').lower()}":
        return True
    lead = told.reading.sentences[min(1, len(told.reading.sentences) - 1)].last
    return told.sentence.index > 1 and any(token.lemma.lower() == lemma for token in tokens[:lead])


# ---- tense and clause ---------------------------------------------------------------------------
def has_done(told: Told) -> bool:
    """ "The war has killed thousands"; not the passive "ten have been killed", which is how tolls are news."""
    own = {told.reading.tokens[c].lower for c in kids(told.reading, told.i, "aux", "auxpass")}
    return bool(told.helpers & {"has", "have"}) and ("been" not in told.helpers or bool(own & {"has", "have"}))


def had_done(told: Told) -> bool:
    """ "The army had seized the town"."""
    return "had" in told.helpers


def had_done_before(told: Told) -> bool:
    """ "Rebels had earlier seized the base"."""
    adverbs = {told.reading.tokens[c].lower for c in kids(told.reading, told.clause, "advmod")}
    return "had" in told.helpers and bool(adverbs & {"earlier", "previously", "already", "once"})


def is_not_done_yet(told: Told) -> bool:
    """Plans and fears are the report's own."""
    return told.modality in ("planned", "possible")


def who_did(told: Told) -> bool:
    """ "Families who fled the town": the clause says which people are meant."""
    tokens = told.reading.tokens
    return tokens[told.clause].dep == "relcl" and any(
        tokens[c].lower == "who" for c in told.reading.children[told.clause]
    )


def says_who(told: Told) -> bool:
    """ "Refugees fleeing the war", "the group fighting the army", "families who were displaced": known by that."""
    tokens = told.reading.tokens
    token = tokens[told.i]
    if told.kind not in _STANDING or token.pos not in VERBAL:
        return False
    return (token.dep == "acl" and token.tag == "VBG") or who_did(told)


def is_recent(told: Told) -> bool:
    """ "Recently the army sent tanks": nobody says when."""
    tokens = told.reading.tokens
    return any(tokens[c].lower == "recently" for a in (told.i, *told.above) for c in kids(told.reading, a, "advmod"))


def had_done_at_top(told: Told) -> bool:
    """ "Lorvia had also levied sanctions", not "he said that Lorvia had levied sanctions"."""
    return "had" in told.helpers and told.reading.tokens[told.clause].dep == "ROOT"


def is_participle(told: Told) -> bool:
    """ "The besieged town", "after capturing the hill", "houses burnt down"."""
    token = told.reading.tokens[told.i]
    wanted = {"VBN": ("amod", "acl", "compound"), "VBG": ("pcomp", "advcl", "csubj", "xcomp")}
    return token.dep in wanted.get(token.tag, ())


def hangs_on_time(told: Told) -> bool:
    """ "Following the raids", "since the truce collapsed", "during the siege"."""
    tokens = told.reading.tokens
    for a in (told.i, *told.above):
        marks = kids(told.reading, a, "mark") if tokens[a].pos in VERBAL else ()
        if tokens[a].lower in _AFTER or any(tokens[m].lower in _AFTER for m in marks):
            return True
    return False


def opens_with_since(told: Told) -> bool:
    """ "Since capturing the town, rebels have ..."."""
    first = told.sentence.first
    return told.reading.tokens[first].lower == "since" and first in (told.i, *told.above)


def is_deep(told: Told) -> bool:
    """What stands far below its sentence's verb is mentioned, not told."""
    return len(told.above) >= _DEEP


def is_pointed_at(told: Told) -> bool:
    """ "The invasion", "its blockade": an act taken as known."""
    if told.reading.tokens[told.i].pos in VERBAL:
        return False
    found = kids(told.reading, told.i, "det", "poss", "amod", "compound")
    return any(told.reading.tokens[c].lower in _POINTING for c in found)


# ---- words --------------------------------------------------------------------------------------
def says_before(told: Told) -> bool:
    """ "Previous raids", "has repeatedly shelled", "in the past"."""
    return bool(told.words & word_classes()["before_now"])


def is_earlier(told: Told) -> bool:
    """ "The group has claimed previous bombings": before what the report tells."""
    tokens = told.reading.tokens
    return any(tokens[c].lower in _EARLIER for c in kids(told.reading, told.i, "amod"))


def names_state(told: Told) -> bool:
    """ "Shells fell on the besieged town": a state that the town is in, and no news."""
    token = told.reading.tokens[told.i]
    return told.kind in _STANDING and token.dep in ("amod", "compound", "nmod") and token.tag in ("VBN", "JJ")


def sums_up(told: Told) -> bool:
    """Large figures and "so far" are totals."""
    return bool(_TOTAL.search(told.sentence.span.text))


def names_war(told: Told) -> bool:
    """ "The conflict", "the uprising": the whole of it is context."""
    return bool(told.words & word_classes()["wars"])


def is_long(told: Told) -> bool:
    """ "The two-year-old siege", "for months"."""
    return bool(_DURATION.search(told.sentence.span.text))


def names_long_ago(told: Told) -> bool:
    """A year here, or a time long past in the sentence before, which this one goes on from."""
    if _YEAR.search(told.sentence.span.text):
        return True
    index = told.sentence.index
    return index > 0 and bool(_LONG_AGO.search(told.reading.sentences[index - 1].span.text))


def names_day(told: Told) -> bool:
    """News has its day."""
    return bool(told.words & _DAYS)


def follows_day(told: Told) -> bool:
    """So has the sentence that news goes on from."""
    index = told.sentence.index
    if index == 0:
        return False
    before = told.reading.sentences[index - 1]
    return any(token.lower in _DAYS for token in told.reading.tokens[before.first : before.last])


def goes_on(told: Told) -> bool:
    """ "Meanwhile", "also", "later": more of the news."""
    return bool(told.words & _FURTHER)


def is_accused_of(told: Told) -> bool:
    """ "Accused the army of bombing", "was responsible for attacks"."""
    return bool(told.lemmas_above() & word_classes()["accusing"])


def is_spoken_about(told: Told) -> bool:
    """ "Condemned the killings", "investigates the raid"."""
    return bool(told.lemmas_above() & word_classes()["recalling"])


def is_statement(told: Told) -> bool:
    """Demands, threats, talks and aid are reported as they are made."""
    return told.kind in _STATEMENTS


def is_credited(told: Told) -> bool:
    """Context is told in the report's own voice."""
    return bool(told.words & _TELLING)
