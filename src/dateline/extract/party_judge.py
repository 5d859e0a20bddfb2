"""Who fills the roles of an act, by the weight of all that is said of the candidates.

Two logistic regressions over `party_signs`, one for agents and one for targets. Their weights stand in
data/party_judge.json, made by tools/train_party_judge.py from hand-coded reports. What a codebook's frame found is a
candidate like others, and is let go where all else speaks against it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

import msgspec

from dateline.extract.arguments import is_passive
from dateline.extract.fullest import fullest
from dateline.extract.grammar import VERBAL, first_conjunct, joined_parties, kids
from dateline.extract.party_bounds import has_no_part_in_it, is_named_as_agent, is_named_as_target, only_dies_in_it
from dateline.extract.party_candidates import Act, PartyCandidate, acts, party_candidates, story_of
from dateline.extract.party_signs import party_signs
from dateline.extract.regression import by_sign_and_word, data_file, decoded, likelihood_of
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim, Mention

# Who puts the toll at a number tells of the act
_FIGURE_GIVING: Final = frozenset({"put", "puts", "gave", "give", "gives", "counted", "estimated"})
# Both who meet, agree or fight are agents, and the frame seldom mistakes them
_MEETING: Final = frozenset({"talks", "agreement", "armed_clash", "riot"})
_ANYBODY: Final = frozenset({"people", "person", "persons", "others"})
# The least likelihood of who stands in one list with an agent
_IN_LIST: Final = 0.2
Slot = Literal["agents", "targets"]
Chosen = Mapping[str, tuple[float, Mention]]
SLOTS: Final[tuple[Slot, ...]] = ("agents", "targets")
_OUTRIGHT: Final = {"agents": is_named_as_agent, "targets": is_named_as_target}


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """Log-odds by sign and value, and the least likelihoods that are kept: of the first in a role, of further ones."""

    base: float
    keep: float
    keep_more: float
    weights: dict[str, dict[str, float]]


class Weighings(msgspec.Struct, frozen=True, kw_only=True):
    """What data/party_judge.json holds that decides."""

    agents: Weighing
    targets: Weighing


@dataclass(frozen=True, slots=True)
class RoleJudge:
    """The regression of one role; weights by "sign=value"."""

    base: float
    keep: float
    keep_more: float
    weights: Mapping[str, float]

    def likelihood(self, signs: Iterable[str]) -> float:
        """How likely a candidate with these signs fills the role, from 0 to 1; unknown signs say nothing."""
        return likelihood_of(signs, self.weights, self.base)

    def chosen(self, likelihoods: Sequence[float], names: Sequence[str]) -> tuple[int, ...]:
        """Which candidates are kept, the likeliest first, each name once."""
        kept: list[int] = []
        for n in sorted(range(len(names)), key=lambda n: -likelihoods[n]):
            if likelihoods[n] < (self.keep_more if kept else self.keep):
                break
            if all(names[n] != names[k] for k in kept):
                kept.append(n)
        return tuple(kept)


PartyJudge = Mapping[Slot, RoleJudge]


@cache
def load_party_judge() -> PartyJudge:
    """The judge that comes with Dateline. Raises DataError if its file lacks a part."""
    return parse_party_judge(data_file("party_judge.json"))


def parse_party_judge(data: bytes) -> PartyJudge:
    """A judge from JSON like data/party_judge.json. Raises DataError naming what is wrong."""
    raw = decoded(data, Weighings, "party_judge.json")
    return {"agents": _role_judge(raw.agents), "targets": _role_judge(raw.targets)}


def _role_judge(raw: Weighing) -> RoleJudge:
    return RoleJudge(raw.base, raw.keep, raw.keep_more, by_sign_and_word(raw.weights))


def with_parties(scene: Scene, claims: Sequence[Claim], judge: PartyJudge | None = None) -> tuple[Claim, ...]:
    """The claims, their agents and targets chosen from all candidates."""
    judge = judge or load_party_judge()
    return tuple(_with_parties(act, judge) for act in acts(story_of(scene, claims)))


def _with_parties(act: Act, judge: PartyJudge) -> Claim:
    candidates = [c for c in party_candidates(act) if not (_only_tells(act, c) or has_no_part_in_it(c))]
    signs = [tuple(party_signs(c)) for c in candidates]
    agents, targets = (_chosen(candidates, signs, judge[slot], _OUTRIGHT[slot]) for slot in SLOTS)
    agents |= _joined_with(act, zip(candidates, signs, strict=True), agents, judge["agents"])
    agents = {c.named.key: agents[c.named.key] for c in candidates if c.named.key in agents and not _is_no_doer(c)}
    if _is_by_nobody(act):
        agents = {key: found for key, found in agents.items() if key in act.agents}
    struck = {key: likelihood for key, (likelihood, _) in targets.items()}
    doers = {key: likelihood for key, (likelihood, _) in agents.items()}
    acting = [m for key, (p, m) in agents.items() if p >= struck.get(key, 0.0)]
    if act.claim.type in _MEETING:
        acting += [m for m in act.claim.agents if m not in acting]
    suffering = [m for key, (p, m) in targets.items() if p > doers.get(key, 0.0)]
    suffering = [m for m in suffering if not (_is_nobody(m, act) or _is_part(m, suffering, act))]
    places = tuple(p for p in act.claim.places if not any(m.words.covers(p.words) for m in acting))
    return replace(
        act.claim,
        agents=_in_order(act, fullest(acting), act.claim.agents),
        targets=_in_order(act, fullest(suffering), act.claim.targets),
        places=places,
    )


def _joined_with(
    act: Act, weighed: Iterable[tuple[PartyCandidate, tuple[str, ...]]], chosen: Chosen, judge: RoleJudge
) -> Chosen:
    """Those in one list with who acts, who need less to be taken along: "Lorvia, Ordal and Tarvia"."""
    scene = act.story.scene
    here = scene.reading.sentences[act.sentence].span
    ends = (m.words.end for _, m in chosen.values() if here.covers(m.words))
    heads = {scene.token_at[end] for end in ends if end in scene.token_at}
    lists = {h for head in heads for h in joined_parties(scene.reading, first_conjunct(scene.reading, head))} - heads
    found: dict[str, tuple[float, Mention]] = {}
    for c, signs in weighed:
        if c.named.key not in chosen and c.named.head in lists and (p := judge.likelihood(signs)) >= _IN_LIST:
            found[c.named.key] = (p, c.named.mention)
    return found


def _is_part(mention: Mention, struck: Sequence[Mention], act: Act) -> bool:
    """Whether only a part of others who are struck is meant: the girls of "forty scouts, nine of them girls".

    "People" are nobody in particular: the children among them say more. Whoever is arrested is told for himself.
    """
    if act.claim.type == "arrest":
        return False
    counts = act.claim.counts
    wholes = (counts[c.part_of] for c in counts if c.part_of is not None and c.words.covers(mention.words))
    named = [whole.words for whole in wholes if whole.who.lower() not in _ANYBODY]
    return any(m is not mention and words.covers(m.words) for m in struck for words in named)


def _is_nobody(mention: Mention, act: Act) -> bool:
    """Whether the figure for them is none: "no one was killed"."""
    return any(
        c.high == 0 and (c.words.covers(mention.words) or mention.words.covers(c.words)) for c in act.claim.counts
    )


def _is_by_nobody(act: Act) -> bool:
    """Whether a clause about a place tells by itself that it was done, not by whom: "a street where two were taken"."""
    reading, i = act.story.scene.reading, act.i
    if reading.tokens[i].dep != "relcl" or reading.tokens[i].pos not in VERBAL or not is_passive(reading, i):
        return False
    words = [c for k in (i, *kids(reading, i, "prep")) for c in kids(reading, k, "advmod", "pobj")]
    return any(reading.tokens[c].lower in ("where", "which") for c in words)


def _is_no_doer(candidate: PartyCandidate) -> bool:
    return _only_locates(candidate) or only_dies_in_it(candidate)


def _only_locates(candidate: PartyCandidate) -> bool:
    """ "the Lorvian village of Tarn" names no Lorvian side."""
    tokens = candidate.act.story.scene.reading.tokens
    token = tokens[candidate.named.i]
    ground = token.dep in ("amod", "compound") and tokens[token.head].lemma in word_classes()["ground"]
    return ground and is_nation(token.text)


def _only_tells(act: Act, candidate: PartyCandidate) -> bool:
    """Whether it is a person who is credited with telling of the act, if only as "a spokesman, N", and no frame's."""
    scene, head = act.story.scene, candidate.named.head
    if candidate.named.key in act.agents | act.targets:
        return False
    tokens = scene.reading.tokens
    if not scene.is_person(head):
        return any(
            s.cue in _FIGURE_GIVING and s.words.start <= tokens[head].start < s.words.end for s in act.claim.sources
        )
    names = (tokens[head], tokens[tokens[head].head]) if tokens[head].dep == "appos" else (tokens[head],)
    return any(s.words.start <= t.start < s.words.end for s in act.claim.sources for t in names)


def _chosen(
    candidates: Sequence[PartyCandidate],
    signs: Sequence[tuple[str, ...]],
    judge: RoleJudge,
    outright: Callable[[PartyCandidate], bool],
) -> dict[str, tuple[float, Mention]]:
    """By key the likelihood and mention of those who fill the role, among them all whom the words name outright."""
    weighed = zip(candidates, signs, strict=True)
    likelihoods = [1.0 if outright(c) else judge.likelihood(s) for c, s in weighed]
    kept = judge.chosen(likelihoods, [c.named.mention.name.lower() for c in candidates])
    return {candidates[n].named.key: (likelihoods[n], candidates[n].named.mention) for n in kept}


def _in_order(act: Act, mentions: Iterable[Mention], framed: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of the frame as they stood, then the others in reading order, inferred where named in another sentence."""
    told = act.claim.sentence
    own = [m if m in framed or told.covers(m.words) else replace(m, basis="inferred") for m in mentions]
    return tuple(sorted(own, key=lambda m: (framed.index(m) if m in framed else len(framed), m.words.start)))
