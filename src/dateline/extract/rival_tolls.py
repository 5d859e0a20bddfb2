"""Two speakers, two tolls of one act in one sentence: "the mayor put the toll at seven, nurses at ten".

The second figure often stands without its words, so that no parse has it: the speaker, perhaps a verb of telling, and
the bare number. Each speaker's figure is a claim of its own.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from dateline.extract.grammar import sentence_at
from dateline.extract.number_phrases import Number, numbers_in
from dateline.extract.scene import Scene
from dateline.extract.speakers import Speaker, speakers_at
from dateline.knowledge.reporting import reporting
from dateline.model.claim import Claim, Count, Source
from dateline.model.text import Reading

_BORDERS: Final = frozenset({",", ";", "and", "but", "while", "whereas", "though", "although", "–", "—", "-", ":"})
_TELLING: Final = frozenset("say put give report count speak cite claim estimate list tell talk".split())
# What may stand between the speaker and the figure: "put the death toll at", "said it was", "spoke of"
_BETWEEN: Final = frozenset(
    "the a it its that there be were was at as of to death toll figure number count dead deaths total".split()
)
_COUNTED: Final = frozenset({"people", "persons", "dead", "deaths", "killed", "died"})
_LONGEST: Final = 9
_KINDS: Final = frozenset({"killed", "injured", "missing"})


def by_speaker(scene: Scene, claim: Claim) -> tuple[Claim, ...]:
    """The claim, and behind it one for each other speaker whose figure its sentence sets against its own."""
    own = next((c for c in claim.counts if c.part_of is None and c.kind in _KINDS), None)
    if own is None or not claim.sentence.covers(own.words):
        return (claim,)
    rivals = tuple(r for r in _rivals(scene, own) if claim.sources or _is_told(scene.reading, r[1]))
    names = {speaker.name for speaker, _ in rivals}
    if not rivals or all(source.name in names for source in claim.sources) is (len(claim.sources) > 0):
        return (claim,)
    taken = {scene.reading.tokens[number.first].start for _, number in rivals}
    first = replace(
        claim,
        counts=tuple(c for c in claim.counts if c.words.start not in taken),
        sources=tuple(s for s in claim.sources if s.name not in names),
    )
    return (first, *(_said_by(scene, first, own, speaker, number) for speaker, number in rivals))


def _said_by(scene: Scene, claim: Claim, own: Count, speaker: Speaker, number: Number) -> Claim:
    words = scene.reading.words(number.first, number.last)
    low, high = number.interval
    source = Source(
        name=speaker.name,
        words=scene.reading.words(speaker.first, speaker.last),
        kind=speaker.kind,
        group=speaker.group,
    )
    return replace(claim, counts=(replace(own, low=low, high=high, words=words),), sources=(source,))


def _rivals(scene: Scene, own: Count) -> Iterator[tuple[Speaker, Number]]:
    """The bare figures told after this one, with who gives them."""
    reading = scene.reading
    i = next(t.i for t in reading.tokens if t.end > own.words.start)
    numbers = numbers_in(reading, sentence_at(reading, i))
    bare = {n.first: n for n in numbers.values() if n.first > i and n.interval != (own.low, own.high)}
    for number in bare.values():
        if _is_bare(reading, number) and (speaker := _giver(reading, number)) is not None:
            yield speaker, number


def _is_told(reading: Reading, number: Number) -> bool:
    """Whether a word says that the figure is given; without one "the army 15" may be what the army lost."""
    first = max(sentence_at(reading, number.first).first, number.first - _LONGEST)
    before = (reading.tokens[k] for k in range(number.first - 1, first - 1, -1))
    inside = takewhile(lambda token: token.lower not in _BORDERS, before)
    after = reading.tokens[number.last + 1 : number.last + 3]
    return any(t.lemma in _TELLING for t in inside) or any(t.lower == "according" for t in after)


def _is_bare(reading: Reading, number: Number) -> bool:
    """Whether the number counts nothing else: "at 15.", "15 dead", "14 according to"."""
    after = reading.tokens[min(number.last + 1, len(reading.tokens) - 1)]
    ends = after.pos == "PUNCT" or after.lower in _BORDERS or after.lower == "according"
    return (ends and after.text not in ("-", "–")) or after.lower in _COUNTED


def _giver(reading: Reading, number: Number) -> Speaker | None:
    """Who stands before the figure in its part of the sentence, or behind it with "according to"."""
    start = number.first - 1
    first = sentence_at(reading, number.first).first
    while start > first and number.first - start <= _LONGEST and reading.tokens[start].lower not in _BORDERS:
        start -= 1
    if reading.tokens[start].lower not in _BORDERS:
        return None
    head = number.first - 1
    while head > start and (reading.tokens[head].lower in _BETWEEN or reading.tokens[head].lemma in _TELLING | {"be"}):
        head -= 1
    if head > start:
        return _speaker(reading, head) if _only_names(reading, start + 1, head) else None
    return _according_to(reading, number)


def _according_to(reading: Reading, number: Number) -> Speaker | None:
    behind = number.last + 1 + (reading.tokens[number.last + 1].lower in _COUNTED)
    if [t.lower for t in reading.tokens[behind : behind + 2]] != ["according", "to"]:
        return None
    below = [c for c in reading.children[behind + 1] if reading.tokens[c].dep == "pobj"]
    return _speaker(reading, below[0]) if below else None


def _only_names(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are one noun phrase: no verb among them, the last its noun."""
    kinds = {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "PUNCT"}
    names = all(reading.tokens[k].pos in kinds for k in range(first, last + 1))
    return names and reading.tokens[first].pos != "ADP" and reading.tokens[last].pos in ("NOUN", "PROPN")


def _speaker(reading: Reading, head: int) -> Speaker | None:
    return next(iter(speakers_at(reading, head, reporting())), None)
