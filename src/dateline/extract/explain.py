"""Why a sentence was coded as it was, or was not: every word that the codebook knows, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.candidate import candidates
from dateline.extract.claims import Stages, look, stages
from dateline.extract.conditions import heads_of, is_wanted
from dateline.extract.grammar import sentence_at
from dateline.extract.habits import is_habit
from dateline.extract.judge import Judge, load_judge, verdicts
from dateline.extract.judge_signs import share_needed, signs_of
from dateline.extract.scene import Scene
from dateline.extract.theme import against
from dateline.extract.triggers import (
    Announcement,
    best_at,
    gives_way_to,
    half_of,
    misfit,
    triggers_of,
)
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.codebook_entry import Trigger, Words
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading, Sentence, Span

_TRIED: Final = 3
_WORDS_SHOWN: Final = 5
_SIGNS_SHOWN: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A word that the codebook knows: the rule it fits, or none, and what became of it, in words."""

    word: Span
    rule: str | None
    fate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A claim that was judged: whether it is told, its likelihood from 0 to 1, and the signs that weighed most.

    `again` are the words of the likelier claim that it only tells again; `signs` are (sign, log-odds), the heaviest
    first.
    """

    claim: Claim
    told: bool
    again: Span | None
    likelihood: float
    least: float
    signs: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One sentence, what was heard in it, and the claims anchored in it that came before the judge."""

    sentence: Span
    heard: tuple[Heard, ...]
    weighed: tuple[Weighed, ...]


def explain(reading: Reading, codebook: Codebook, gazetteer: Gazetteer) -> tuple[Explained, ...]:
    """Each sentence of a report with all that the codebook heard in it."""
    scene = look(reading, gazetteer)
    course = stages(scene, codebook)
    weighed = tuple(_weighed(reading, course.kept))
    return tuple(
        Explained(
            sentence=sentence.span,
            heard=tuple(_heard(scene, codebook, course, sentence)),
            weighed=tuple(w for w in weighed if w.claim.sentence == sentence.span),
        )
        for sentence in reading.sentences
    )


# ---- what was heard -----------------------------------------------------------------------------
def _heard(scene: Scene, codebook: Codebook, course: Stages, sentence: Sentence) -> Iterator[Heard]:
    inside = range(sentence.first, sentence.last)
    fitting = [a for i in inside if (a := best_at(scene, codebook, i)) is not None]
    fates = {a.token: _fate(scene, course, fitting, a) for a in fitting}
    rules = {a.token: a for a in fitting}
    for i in inside:
        if i in rules:
            yield Heard(word=rules[i].words, rule=rules[i].trigger.rule, fate=fates[i])
        elif tried := triggers_of(scene, codebook, i):
            yield Heard(word=scene.reading.words(i, i), rule=None, fate=_misfits(scene, i, tried))


def _fate(scene: Scene, course: Stages, fitting: Sequence[Announcement], one: Announcement) -> str:
    """What became of a word that fits a rule."""
    if (surer := half_of(scene, one, fitting)) is not None:
        return f'is one act with "{surer.words.text}" ({surer.trigger.rule})'
    whole = [a for a in fitting if half_of(scene, a, fitting) is None]
    if (surer := gives_way_to(scene, one, whole)) is not None:
        return f'gives way to "{surer.words.text}" ({surer.trigger.rule})'
    claim = next((c for a, c in zip(course.announced, course.claimed, strict=True) if a.token == one.token), None)
    if claim is None:
        if is_habit(scene.reading, one.token, one.trigger.type):
            return "is what somebody is said to do as a rule"
        asked = scene.reading.tokens[sentence_at(scene.reading, one.token).last - 1].text == "?"
        return "stands in a question, which tells nothing" if asked else "is only what another act was done for"
    return _fate_of_claim(scene, course, claim)


def _fate_of_claim(scene: Scene, course: Stages, claim: Claim) -> str:
    if all(c.trigger != claim.trigger for c in course.once):
        return "tells again what is told elsewhere in the report"
    if (reason := against(scene, claim)) is not None:
        return reason
    if all(c.trigger != claim.trigger for c in course.kept):
        return "is joined to the claim that it denies"
    return f"makes a claim of {claim.type}"


def _misfits(scene: Scene, i: int, tried: Sequence[Trigger]) -> str:
    """Why none of the rules fits: first those that would but for a bar, then those that lack something, by rank."""
    ranked = sorted(tried, key=lambda t: (not _is_barred(scene, i, t), -t.rank))
    first = [_misfit(scene, i, trigger) for trigger in ranked[:_TRIED]]
    more = len(ranked) - len(first)
    return "; ".join(first) + (f"; and {more} more" if more else "")


def _is_barred(scene: Scene, i: int, trigger: Trigger) -> bool:
    found = misfit(scene, i, trigger)
    return found is not None and found[0].startswith("unless ")


def _misfit(scene: Scene, i: int, trigger: Trigger) -> str:
    found = misfit(scene, i, trigger)
    if found is None:
        return f"{trigger.rule} fits"
    condition, wanted = found
    looked_at = condition.removeprefix("unless ")
    if condition != looked_at:
        hit = next((h for h in heads_of(scene, i, looked_at) if is_wanted(scene, h, wanted)), None)
        words = "none" if hit is None else f'"{scene.reading.tokens[hit].text}"'
        return f"{trigger.rule} is barred by {looked_at} {words}"
    there = ", ".join(scene.reading.tokens[h].text for h in heads_of(scene, i, looked_at)[:_WORDS_SHOWN])
    beside = "" if looked_at in _WIDE else f' and has "{there}"' if there else " and has none"
    return f"{trigger.rule} needs {looked_at} {_named(wanted)}{beside}"


def _named(words: Words) -> str:
    shown = [*sorted(words.kinds), *sorted(words.lemmas)]
    more = len(shown) - _WORDS_SHOWN
    return "/".join(shown[:_WORDS_SHOWN]) + (f" (or {more} more)" if more > 0 else "")


_WIDE: Final = frozenset({"with", "near", "report"})


# ---- what was judged ----------------------------------------------------------------------------
def _weighed(reading: Reading, claims: Sequence[Claim]) -> Iterator[Weighed]:
    judge, told = load_judge(), list(candidates(reading, claims))
    for candidate, verdict in zip(told, verdicts(told, judge), strict=True):
        yield Weighed(
            claim=candidate.claim,
            told=verdict.kept and verdict.again is None,
            again=None if verdict.again is None else claims[verdict.again].trigger,
            likelihood=round(verdict.likelihood, 4),
            least=round(share_needed(candidate) * judge.keep, 4),
            signs=_heaviest(judge, signs_of(candidate)),
        )


def _heaviest(judge: Judge, signs: Sequence[str]) -> tuple[tuple[str, float], ...]:
    weighed = ((sign, judge.weights.get(sign, 0.0)) for sign in signs)
    return tuple(sorted(weighed, key=lambda pair: -abs(pair[1]))[:_SIGNS_SHOWN])
