"""Who says so and who denies it: the attributions of a report, and the sources that they give an event.

An attribution is one speaker, one cue and the words that the speaker answers for. The innermost speaker of a word is
its source ("residents said the army accused ..." credits the army alone); a medium that passes on another's words is
one beside the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.extract.cues import Cue, Range, cues_in
from dateline.extract.speaker_memory import capitals, meant
from dateline.extract.speakers import Kinds, Speaker
from dateline.knowledge.reporting import Reporting, reporting
from dateline.model.claim import Source
from dateline.model.text import Reading, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`source` answers for the tokens in `scope` (half-open ranges); `sentence` is the cue's, `cue` its token.

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


def attributions(reading: Reading, kinds: Kinds | None = None) -> tuple[Attribution, ...]:
    """All attributions of a report in reading order. `kinds` gives the kind of source by lower-case name, where known."""
    words = reporting()
    kinds = kinds or {}
    heard: list[Speaker] = []
    found: list[Attribution] = []
    places = capitals(reading)
    for sentence in reading.sentences:
        if not _has_cue(reading, sentence, words):
            continue
        cues = cues_in(reading, sentence, words)
        said = [(cue, meant(reading, cue.speaker, heard, words, kinds, places)) for cue in cues]
        found += [_attribution(reading, sentence, cue, speaker) for cue, speakers in said for speaker in speakers]
        heard += [speaker for cue, speakers in said if not _inside(cue, cues) for speaker in speakers]
    return tuple(found)


def _inside(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a cue stands in another's words: its speaker is not the one that the next sentence goes on with."""
    return any(first <= cue.token < last for other in cues if other is not cue for first, last in other.scope)


def _has_cue(reading: Reading, sentence: Sentence, words: Reporting) -> bool:
    return any(
        t.lemma in words.verbs or t.lemma in words.passing_on or t.lower in ("according", "words", "denials", "denial")
        for t in reading.tokens[sentence.first : sentence.last]
    )


def _attribution(reading: Reading, sentence: Sentence, cue: Cue, speaker: Speaker) -> Attribution:
    source = Source(
        name=speaker.name,
        words=reading.words(speaker.first, speaker.last),
        stance=cue.stance,
        kind=speaker.kind,
        group=speaker.group,
        cue=reading.tokens[cue.token].text,
    )
    return Attribution(source=source, sentence=sentence.index, cue=cue.token, scope=cue.scope, about=cue.about)


def sources_of(trigger: int, reading: Reading, found: Sequence[Attribution]) -> tuple[Source, ...]:
    """The sources credited for the event announced by token `trigger`; empty where the report itself says it."""
    here = [a for a in found if a.covers(trigger) and a.cue != trigger]
    kept = [a for a in here if not _speaks_through(a, here, reading)]
    return tuple({(s.name.lower(), s.stance): s for s in (a.source for a in kept)}.values())


def _speaks_through(outer: Attribution, here: Sequence[Attribution], reading: Reading) -> bool:
    """Whether another speaker's cue inside this one's words brings the event: then that speaker is the source.

    Not so for a medium, nor where the outer speaker himself cites the inner one: there both are.
    """
    if outer.source.kind == "media" or _passes_on(outer, reading):
        return False
    passing = reporting().passing_on
    return any(
        outer.covers(inner.cue) and not inner.covers(outer.cue) and reading.tokens[inner.cue].lemma not in passing
        for inner in here
        if inner.cue != outer.cue
    )


def _passes_on(outer: Attribution, reading: Reading) -> bool:
    """ "..., N reported" of a name that is no person is a medium; so is a denial that stands beside the clause."""
    lemma = reading.tokens[outer.cue].lemma
    return lemma == "denial" or (lemma == "report" and outer.source.kind == "other" and outer.source.name[0].isupper())
