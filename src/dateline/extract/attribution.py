"""Who says so and who denies it: the attributions of a report, and the sources that they give an event.

An attribution is one speaker, one cue and the words that the speaker answers for. The innermost speaker of a word is
its source ("residents said the army accused ..." credits the army alone); a medium that passes on another's words is
one beside the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.extract.cue import Cue
from dateline.extract.cues import cues_in, may_hold_cue
from dateline.extract.denials import (
    has_pointing_article,
    is_accusation,
    is_bare_blame,
    is_blame_for_it,
    is_claimed,
    is_general,
    is_latest,
    negated_by_the_accused,
    points_at_claim,
    points_at_deed,
    presupposed,
    says_what,
    within_reach,
)
from dateline.extract.hedges import hedge_of
from dateline.extract.modality import modality
from dateline.extract.monitors import is_bare_monitor, the_monitor
from dateline.extract.quotes import inherited, quotations
from dateline.extract.scopes import Range
from dateline.extract.speaker_memory import Places, capitals, meant
from dateline.extract.speakers import Speaker
from dateline.knowledge.reporting import Reporting, reporting
from dateline.model.claim import Denial, Source
from dateline.model.text import Reading, Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`source` answers for the tokens in `scope` (half-open ranges); `sentence` is where they stand, `cue` the token
    of saying (in another sentence where a quotation runs on).

    `about` is the referring noun's token where the content is only pointed at: "denied the claim".
    """

    source: Source
    sentence: int
    cue: int
    scope: tuple[Range, ...]
    about: int | None = None

    def covers(self, i: int) -> bool:
        """Whether token `i` is part of what is attributed."""
        return any(first <= i < last for first, last in self.scope)


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of a report by their place in it."""
    words = reporting()
    places = capitals(reading)
    heard: list[Speaker] = []
    found: list[Attribution] = []
    for sentence in reading.sentences:
        if not may_hold_cue(reading, sentence, words):
            continue
        cues = cues_in(reading, sentence, words)
        said: list[tuple[Cue, tuple[Speaker, ...]]] = []
        for cue in cues:
            around = [speaker for outer, speakers in said if _holds_cue(outer, cue) for speaker in speakers]
            said.append((cue, meant(reading, cue.speaker, [*heard, *around], words, places)))
        for cue, speakers in said:
            via = _via(reading, cue, heard, words, places)
            found += [_attribution(reading, sentence, cue, speaker, via) for speaker in speakers]
        heard += [speaker for cue, speakers in said if not _inside(cue, cues) for speaker in speakers]
    told = [_naming_monitor(a, reading) for a in found]
    return tuple(sorted((*told, *_running_on(reading, told)), key=lambda a: (a.sentence, a.cue)))


def _naming_monitor(one: Attribution, reading: Reading) -> Attribution:
    """With the name of the report's only monitoring body for "a monitor"."""
    name = the_monitor(reading.report.text) if is_bare_monitor(one.source.name) else None
    return one if name is None else replace(one, source=replace(one.source, name=name))


def _via(reading: Reading, cue: Cue, heard: Sequence[Speaker], words: Reporting, places: Places) -> str | None:
    if cue.via is None:
        return None
    return next((s.name for s in meant(reading, cue.via, heard, words, places)), None)


def _attribution(reading: Reading, sentence: Sentence, cue: Cue, speaker: Speaker, via: str | None) -> Attribution:
    denial: Denial | None = None
    if cue.stance == "denies":
        denial = "general" if is_general(reading, cue.token, cue.about) else "particular"
    source = Source(
        name=speaker.name,
        words=reading.words(speaker.first, speaker.last),
        stance=cue.stance,
        kind=speaker.kind,
        group=speaker.group,
        cue=reading.tokens[cue.token].text,
        via=via,
        denial=denial,
    )
    return Attribution(source=source, sentence=sentence.index, cue=cue.token, scope=cue.scope, about=cue.about)


def _inside(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a cue stands in another's words: its speaker is not the one that the next sentence goes on with."""
    return any(_holds_cue(other, cue) for other in cues if other is not cue)


def _holds_cue(outer: Cue, inner: Cue) -> bool:
    """Whether one speaker's words hold the other's: "accused the army of an attack which it says killed ten"."""
    return any(first <= inner.token < last for first, last in outer.scope)


def _running_on(reading: Reading, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of sentences that go on with another sentence's speaker, over their whole length."""
    quoted = quotations(reading)
    inside = {a.cue for a in found if any(first <= a.cue < last for first, last in quoted)}
    plain = [a for a in found if a.about is None]
    leading = {a.sentence: a.cue for a in sorted(plain, key=lambda a: (a.cue not in inside, -a.cue))}
    for index, origin in inherited(reading, leading).items():
        sentence = reading.sentences[index]
        for a in found:
            if a.sentence == origin and a.cue == leading[origin] and a.source.stance == "asserts":
                yield replace(a, sentence=index, scope=((sentence.first, sentence.last),))


def sources_of(trigger: int, reading: Reading, found: Sequence[Attribution]) -> tuple[Source, ...]:
    """The sources credited for the event announced by token `trigger`; empty where the report itself says it."""
    words = reporting()
    here = [a for a in found if a.covers(trigger) and a.cue != trigger]
    direct = [a for a in here if not _speaks_through(a, here, reading, words) and _holds(a, trigger, reading)]
    pointing = [a for a in found if a not in here and _points_at(a, trigger, reading, direct, found, words)]
    hedge = hedge_of(reading, trigger, words) if direct or pointing else None
    sources = (replace(_stanced(a, trigger, reading), hedge=hedge) for a in (*direct, *pointing))
    return tuple({(s.name.lower(), s.stance): s for s in sources}.values())


def _speaks_through(outer: Attribution, here: Sequence[Attribution], reading: Reading, words: Reporting) -> bool:
    """Whether another speaker's cue inside this one's words brings the event: then that speaker is the source.

    Not so for a medium, nor where the outer speaker himself cites the inner one, nor for "denied rebel claims that",
    claimed by the one and denied by the other: there both are.
    """
    denies = outer.source.stance == "denies"
    if outer.source.kind == "media" or _passes_on(outer, reading, words):
        return False
    return any(
        outer.covers(inner.cue)
        and not inner.covers(outer.cue)
        and reading.tokens[inner.cue].lemma not in words.passing_on
        for inner in here
        if inner.cue != outer.cue and not (denies and inner.source.name != outer.source.name)
    )


def _passes_on(outer: Attribution, reading: Reading, words: Reporting) -> bool:
    """A medium ("..., N reported" of a name that is no person), "citing X", "despite X's denials": beside the rest."""
    lemma = reading.tokens[outer.cue].lemma
    if lemma in words.denial_nouns | words.passing_on:
        return True
    return lemma == "report" and outer.source.kind == "other" and outer.source.name[0].isupper()


def _holds(a: Attribution, trigger: int, reading: Reading) -> bool:
    """A denial leaves alone what it takes for granted."""
    return a.source.stance == "asserts" or not presupposed(reading, trigger, a.scope)


def _stanced(a: Attribution, trigger: int, reading: Reading) -> Source:
    """The source, turned to a denial where the accused negates the deed in an assertion."""
    if a.source.stance == "denies" or not a.covers(trigger):
        return a.source
    first = min(first for first, _ in a.scope)
    names = f"{a.source.name} {a.source.group or ''}"
    if negated_by_the_accused(reading, trigger, names, first):
        return replace(a.source, stance="denies", denial="particular")
    return a.source


def _points_at(
    a: Attribution,
    trigger: int,
    reading: Reading,
    direct: Sequence[Attribution],
    found: Sequence[Attribution],
    words: Reporting,
) -> bool:
    """Whether an attribution of a later clause speaks of this event by a referring noun."""
    if any(d.source.name == a.source.name for d in direct):
        return False
    if a.about is not None and not _points_at_words(reading.tokens[a.about], words):
        return _means(a.about, trigger, reading, words)
    if a.source.stance == "denies" and any(_means(i, trigger, reading, words) for i in _denied_nouns(a, reading)):
        return modality(reading, trigger) in ("occurred", "not")
    if a.about is None or not within_reach(reading, trigger, a.about) or says_what(reading, a.about):
        return False
    told = any(d.source.stance == "asserts" for d in direct)
    told = told or is_accusation(reading, trigger) or is_claimed(reading, trigger)
    return told and _is_latest_claim(a, trigger, reading, found)


def _points_at_words(noun: Token, words: Reporting) -> bool:
    """ "Denied the claim", "denied it"."""
    return points_at_claim(noun, words) or noun.pos == "PRON"


def _denied_nouns(a: Attribution, reading: Reading) -> Iterator[int]:
    """ "denied accusations that it carried out the attacks", "denied it was behind the blast", "denied they were
    involved": they point back."""
    tokens = (i for first, last in a.scope for i in range(first, last))
    pointing = (i for i in tokens if reading.tokens[i].pos == "NOUN" or is_bare_blame(reading, i))
    return (i for i in pointing if not presupposed(reading, i, a.scope))


def _means(noun: int, trigger: int, reading: Reading, words: Reporting) -> bool:
    """Whether a noun for a deed, or for the blame for it, goes with the event that `trigger` announces."""
    if not within_reach(reading, trigger, noun):
        return False
    token = reading.tokens[noun]
    blames = token.lemma in words.blame_nouns or is_bare_blame(reading, noun) or is_blame_for_it(reading, noun)
    if not blames and not has_pointing_article(reading, noun):
        return False
    return points_at_deed(token, reading.tokens[trigger], words) and is_latest(reading, trigger, noun, words)


def _is_latest_claim(a: Attribution, trigger: int, reading: Reading, found: Sequence[Attribution]) -> bool:
    """ "the claim" is what another speaker said last, in the same sentence or the one before."""
    if reading.sentence_of[a.cue] - reading.sentence_of[trigger] > 1:
        return False
    between = (b for b in found if trigger < b.cue < a.cue and b.source.name != a.source.name)
    return not any(b.source.stance == "asserts" and not b.covers(trigger) for b in between)
