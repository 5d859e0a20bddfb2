"""Whom a later sentence suspects: "A mayor was shot dead. Police suspect the militia." names the agent of the shooting.

Only where the act has no agent yet, and the sentence that suspects tells of nothing else.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.grammar import child, conjuncts, kids
from dateline.extract.mentions import mentions_at
from dateline.extract.roles import may_use_force
from dateline.extract.scene import Scene
from dateline.extract.speakers import Speaker, speakers_at
from dateline.knowledge.reporting import reporting
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Mention, Source
from dateline.model.text import Sentence

_SUSPECTING: Final = frozenset({"suspect", "blame", "accuse"})


def with_suspects(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, violent ones without an agent given whom the next sentence suspects, on the word of who does."""
    told = {claim.sentence for claim in claims}
    found = list(claims)
    for sentence in scene.reading.sentences[1:]:
        before = scene.reading.sentences[sentence.index - 1]
        acts = [k for k, c in enumerate(found) if c.sentence == before.span and _may_gain(c)]
        if not acts or sentence.span in told or (verb := _suspecting(scene, sentence)) is None:
            continue
        agents, sources = _suspects(scene, verb), _suspecting_sources(scene, verb)
        if agents:
            found[acts[-1]] = _given(found[acts[-1]], agents, sources)
    return tuple(found)


def _may_gain(claim: Claim) -> bool:
    return TYPES[claim.type] == "violence" and not claim.agents and claim.asserted and claim.modality == "occurred"


def _suspecting(scene: Scene, sentence: Sentence) -> int | None:
    """The main verb of a sentence that suspects or blames somebody, and neither leaves it open nor says of what."""
    tokens = scene.reading.tokens
    root = next((t for t in tokens[sentence.first : sentence.last] if t.dep == "ROOT"), None)
    if root is None or root.lemma not in _SUSPECTING or root.pos != "VERB":
        return None
    open_ = kids(scene.reading, root.i, "neg", "mark") or any(
        tokens[c].tag == "MD" for c in kids(scene.reading, root.i, "aux")
    )
    of_else = any(t.lower in ("of", "for") for t in tokens[root.i : sentence.last] if t.dep == "prep")
    return None if open_ or of_else or tokens[sentence.last - 1].text == "?" else root.i


def _suspects(scene: Scene, verb: int) -> tuple[Mention, ...]:
    named = child(scene.reading, verb, "dobj", "nsubjpass")
    heads = () if named is None else conjuncts(scene.reading, named)
    parties = (h for h in heads if may_use_force(scene, h))
    return tuple(replace(m, basis="alleged") for h in parties for m in mentions_at(scene, h, verb))


def _suspecting_sources(scene: Scene, verb: int) -> tuple[Source, ...]:
    subject = child(scene.reading, verb, "nsubj")
    speakers = () if subject is None else speakers_at(scene.reading, subject, reporting())
    return tuple(_source(scene, speaker, verb) for speaker in speakers)


def _source(scene: Scene, speaker: Speaker, verb: int) -> Source:
    return Source(
        name=speaker.name,
        words=scene.reading.words(speaker.first, speaker.last),
        kind=speaker.kind,
        group=speaker.group,
        cue=scene.reading.tokens[verb].text,
    )


def _given(claim: Claim, agents: tuple[Mention, ...], sources: tuple[Source, ...]) -> Claim:
    by = tuple(source.name for source in sources)
    new = tuple(s for s in sources if all(s.name != own.name for own in claim.sources))
    return replace(
        claim, agents=tuple(replace(agent, alleged_by=by) for agent in agents), sources=(*claim.sources, *new)
    )
