"""Denials that tell the deed in the denier's own words, or only point at it, joined to the claim that they deny.

"Villagers said Lorvian guns hit a mill. Lorvia denied any shelling." is one act, asserted and denied. The
denier is whom the earlier claim accuses: that is what tells which act is meant, however far back it was told.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.attribution import Attribution
from dateline.extract.denial_cues import MISSIONS
from dateline.extract.denials import has_pointing_article, is_claimed, points_at_claim
from dateline.extract.holding_on import held_on
from dateline.extract.same_party import same_party, same_side
from dateline.extract.scene import Scene
from dateline.knowledge.reporting import reporting
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Source

_NEAR = 3  # sentences back from a denied deed to the charge
_REACH = 8  # sentences back from "denied responsibility", "denied the accusations" to the charge
_DEEDS = frozenset({"violence", "territory", "forces", "consequence", "coercion"})
_SAYING = frozenset({"saying", "adding"})
_POINTING = frozenset({"that", "the", "this", "those", "then"})
_ANY_VIOLENCE = frozenset({"attack", "armed_clash"})


def settled(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, denials joined to what they deny."""
    kept = [c for c in claims if not _only_points(scene, c, claims)]
    for claim in tuple(kept):
        denier = _denier(scene, claim)
        accused = _accused_before(scene, kept, claim, denier) if denier is not None else None
        if denier is not None and accused is not None:
            kept.remove(claim)
            kept[kept.index(accused)] = _denied(accused, denier)
    for a in scene.attributions:
        if a.source.stance == "denies" and a.about is not None:
            for found in _pointed_at(scene, kept, a):
                kept[kept.index(found)] = _denied(found, a.source)
        elif a.source.stance == "asserts" and (lost := _taken_from(scene, kept, a)) is not None:
            kept[kept.index(lost)] = _denied(lost, replace(a.source, stance="denies", denial="particular"))
    return tuple(_by_its_own_deniers(claim, kept) for claim in kept)


def _by_its_own_deniers(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """The claim without the denials of whom another claim, not this one, accuses: "gunmen raided the base; X, blamed
    for the raid, denied it" leaves the raid by gunmen undenied."""
    strays = [s for s in claim.sources if s.stance == "denies" and claim.agents and not _accuses(claim, s)]
    others = [c for c in claims if c is not claim]
    strays = [s for s in strays if any(s in c.sources and _accuses(c, s) for c in others)]
    return replace(claim, sources=tuple(s for s in claim.sources if s not in strays)) if strays else claim


def _only_points(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> bool:
    """ "Denied any involvement": no claim of its own where the denial stands on the act that it is of."""
    if len(claim.sources) != 1 or claim.sources[0].stance != "denies":
        return False
    trigger = next(t for t in scene.reading.tokens if t.start == claim.trigger.start)
    about = {a.about for a in scene.attributions if a.source == claim.sources[0]}
    points = trigger.lemma in reporting().blame_nouns or trigger.i in about
    blamed = has_pointing_article(scene.reading, trigger.i) and any(_is_blame(scene, i) for i in about)
    on_others = [c for c in claims if c is not claim and claim.sources[0] in c.sources]
    return bool(on_others) and (points or (blamed and any(_may_be(c, claim) for c in on_others)))


def _is_blame(scene: Scene, i: int | None) -> bool:
    """The involvement of "denied any involvement in the raids"."""
    return i is not None and scene.reading.tokens[i].lemma in reporting().blame_nouns


def _denier(scene: Scene, claim: Claim) -> Source | None:
    """Who denies this one deed that nobody asserts, or says that it did not happen; a habit stands for itself."""
    if len(claim.sources) != 1:
        return None
    (source,) = claim.sources
    if source.stance == "asserts":
        negates = claim.modality == "not" and TYPES[claim.type] in _DEEDS and _says(scene, source)
        return replace(source, stance="denies", denial="particular") if negates else None
    return source if source.denial != "general" else None


def _says(scene: Scene, source: Source) -> bool:
    """Whether it is the speaker's own word, and not what others say that the speaker thinks or finds."""
    cues = (a.cue for a in scene.attributions if a.source.words == source.words)
    senses = (reporting().verbs.get(scene.reading.tokens[cue].lemma, ()) for cue in cues)
    return any(sense.group in _SAYING for found in senses for sense in found)


def _denied(claim: Claim, denier: Source) -> Claim:
    return replace(claim, sources=(*claim.sources, denier), voiced=claim.in_own_voice)


def _accused_before(scene: Scene, claims: Sequence[Claim], denied: Claim, denier: Source) -> Claim | None:
    """The last telling of it that lays it at the denier's door; further back only where both say what was struck."""
    here = _sentence(scene, denied)
    before = [c for c in claims if c is not denied and c.trigger.start < denied.trigger.start and _may_be(c, denied)]
    before = [c for c in before if not c.sources or _is_asserted_by_others(c, denier)]
    fitting = [c for c in before if _accuses(c, denier) or _is_by_the_same(c, denied) or _is_the_same(c, denied)]
    away = {c: here - _sentence(scene, c) for c in fitting}
    near = [c for c in fitting if away[c] <= _NEAR or (away[c] <= _REACH and _shares_what_was_struck(c, denied))]
    return near[-1] if near else None


def _shares_what_was_struck(claim: Claim, denied: Claim) -> bool:
    places = _places(claim) & _places_named_beside(denied)
    return bool(places) or any(same_party(one.name, other.name) for one in claim.targets for other in denied.targets)


def _sentence(scene: Scene, claim: Claim) -> int:
    return next(s.index for s in scene.reading.sentences if s.span == claim.sentence)


def _may_be(claim: Claim, denied: Claim) -> bool:
    """Of one kind, and at no other place."""
    if TYPES[claim.type] != TYPES[denied.type]:
        return False
    if claim.type != denied.type and not {claim.type, denied.type} & _ANY_VIOLENCE:
        return False
    pairs = ((_places(claim), _places_named_beside(denied)), (_times(claim), _times_beside(denied)))
    return all(not one or not other or bool(one & other) for one, other in pairs)


def _accuses(claim: Claim, denier: Source) -> bool:
    """Whether whoever denies it is said to have done it."""
    return any(same_side(agent.name, name) for agent in claim.agents for name in _names(denier))


def _is_by_the_same(claim: Claim, denied: Claim) -> bool:
    """ "Our forces did not shell it", said by a man of whom nothing else tells whose forces he means."""
    return any(same_side(one.name, other.name) for one in claim.agents for other in denied.agents)


def _is_the_same(claim: Claim, denied: Claim) -> bool:
    """ "The village has not fallen", said by those from whom it is said to be taken: one type, one place, by whom being
    told of the first alone."""
    told_of_one = bool(claim.agents) and not denied.agents
    return claim.type == denied.type and told_of_one and bool(_places(claim) & _places(denied))


def _names(source: Source) -> tuple[str, ...]:
    return (source.name, source.group) if source.group else (source.name,)


def _is_asserted_by_others(claim: Claim, denier: Source) -> bool:
    others = any(s.stance == "asserts" for s in claim.sources) or any(m.alleged_by for m in claim.agents)
    return others and not any(same_party(s.name, denier.name) for s in claim.sources)


def _pointed_at(scene: Scene, claims: Sequence[Claim], a: Attribution) -> list[Claim]:
    """What else the denial is of: the last act that its speaker was accused of, and each other telling of that act."""
    taken = [c for c in claims if a.source in c.sources]
    if any(_holds(scene, a, c) for c in claims):
        return []
    before = [c for c in claims if c.trigger.end <= a.source.words.start and a.sentence - _sentence(scene, c) <= _REACH]
    fitting = [c for c in before if TYPES[c.type] == "violence" and _accuses(c, a.source)]
    fitting = [c for c in fitting if _is_asserted_by_others(c, a.source)]
    act = taken[-1:] or (fitting[-1:] if _points(scene, a) else [])
    return [c for c in fitting if act and c not in taken and (c is act[0] or _is_same_act(c, act[0]))]


def _taken_from(scene: Scene, claims: Sequence[Claim], a: Attribution) -> Claim | None:
    """The capture that others claim, and that this speaker, not on their side, answers with "it is still ours"."""
    held = held_on(scene.reading, a.scope)
    if held is None:
        return None
    before = [c for c in claims if c.type == "capture" and c.modality == "occurred" and _is_before(scene, c, a, held)]
    said = (scene.reading.tokens[i] for first, last in a.scope for i in range(first, last))
    named = {t.lower for t in said if t.pos == "PROPN"}
    taken = [c for c in before if c.agents and not _accuses(c, a.source) and (not named or named & _place_words(c))]
    alleged = [c for c in taken if _is_alleged(scene, c) and not any(s.name == a.source.name for s in c.sources)]
    return alleged[-1] if alleged else None


def _is_before(scene: Scene, claim: Claim, a: Attribution, held: int) -> bool:
    behind = scene.reading.tokens[held].start > claim.trigger.start
    return behind and a.sentence - _sentence(scene, claim) <= _NEAR


def _is_alleged(scene: Scene, claim: Claim) -> bool:
    trigger = next(t.i for t in scene.reading.tokens if t.start == claim.trigger.start)
    return any(s.stance == "asserts" for s in claim.sources) or is_claimed(scene.reading, trigger)


def _points(scene: Scene, a: Attribution) -> bool:
    """ "Denied the accusations", "denied any involvement", "denied the attack", "denied it"."""
    if a.about is None:
        return False
    noun, words = scene.reading.tokens[a.about], reporting()
    return (
        noun.pos == "PRON"
        or noun.lemma in words.blame_nouns
        or points_at_claim(noun, words)
        or noun.lemma in MISSIONS
        or has_pointing_article(scene.reading, a.about)
    )


def _is_same_act(one: Claim, other: Claim) -> bool:
    """Told of the same party, of one type, at no other place and time."""
    if one.type != other.type or not all(
        a & b for a, b in ((_places(one), _places(other)), (_times(one), _times(other))) if a and b
    ):
        return False
    return any(same_party(a.name, b.name) for a in one.agents for b in other.agents)


def _places(claim: Claim) -> set[str]:
    return {p.name.lower() for p in claim.places}


def _place_words(claim: Claim) -> set[str]:
    return {word for name in _places(claim) for word in name.split()}


def _places_named_beside(claim: Claim) -> set[str]:
    """The places that its own sentence names, without the one that the story is at."""
    return {p.name.lower() for p in claim.places if claim.sentence.covers(p.words)}


def _times(claim: Claim) -> set[str]:
    return {claim.time.words.text.lower()} if claim.time is not None else set()


def _times_beside(claim: Claim) -> set[str]:
    """The time that its own sentence names, if not by pointing to one named before ("that day")."""
    named = _times(claim) if claim.time is not None and claim.sentence.covers(claim.time.words) else set()
    return {words for words in named if words.split()[0] not in _POINTING}


def _holds(scene: Scene, a: Attribution, claim: Claim) -> bool:
    """Whether the denial says itself what it denies."""
    tokens = scene.reading.tokens
    return any(tokens[first].start <= claim.trigger.start < tokens[last - 1].end for first, last in a.scope)
