"""Who could have done a claim's act or suffered it: whoever and whatever its sentence and the one before name.

What the frames of the codebook found is among them, and so is who acts in other claims of the type.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.extract.candidate import head_of
from dateline.extract.coreference import antecedent
from dateline.extract.mentions import mentions_at
from dateline.extract.parties import names_party
from dateline.extract.party_standing import Standing, standing
from dateline.extract.phrases import MEASURES, content_head
from dateline.extract.roles import may_act, may_suffer
from dateline.extract.scene import Scene
from dateline.knowledge.noun_kinds import noun_kind
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim, Mention
from dateline.model.text import Token

_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# How nouns end that tell what is done, not what there is: "obstruction"
_OF_DEEDS = ("tion", "sion", "ment", "ance", "ence", "ness")
Doings = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Whom or what a report names: the mention, its `head`, and a key that is one for all its names.

    `i` is the word by which its sentence speaks of him: the head, or "they". A `thing` is none of the words that the
    roles of a frame look for.
    """

    i: int
    head: int
    sentence: int
    mention: Mention
    key: str
    thing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a report names by sentence, its claims, and by coarse group and key how many each does or suffers."""

    scene: Scene
    claims: Sequence[Claim]
    named: Mapping[int, Sequence[Named]]
    times_named: Mapping[str, int]
    does: Doings
    suffers: Doings

    def keys(self, mentions: Sequence[Mention]) -> frozenset[str]:
        """The keys of whom these mentions name."""
        return frozenset(key_of(self.scene, mention) for mention in mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A claim whose parties are sought: the head `i` of its trigger, whom its frame found, the claims beside it."""

    story: Story
    claim: Claim
    i: int
    sentence: int
    agents: frozenset[str]
    targets: frozenset[str]
    beside: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCandidate:
    """One who may fill a role of an act; `rank` counts from the nearest, `again` says that he is named here twice."""

    act: Act
    named: Named
    standing: Standing | None
    rank: int
    again: bool


def story_of(scene: Scene, claims: Sequence[Claim]) -> Story:
    """What the signs of parties need to know of a report."""
    named: dict[int, list[Named]] = defaultdict(list)
    for one in _all_named(scene):
        named[one.sentence].append(one)
    return Story(
        scene=scene,
        claims=claims,
        named=named,
        times_named=Counter(one.key for found in named.values() for one in found),
        does=Counter((TYPES[c.type], key_of(scene, m)) for c in claims for m in c.agents),
        suffers=Counter((TYPES[c.type], key_of(scene, m)) for c in claims for m in c.targets),
    )


def acts(story: Story) -> Iterator[Act]:
    """The claims of a story, in order."""
    reading = story.scene.reading
    starts = {token.start: token.i for token in reading.tokens}
    together: dict[int, list[Claim]] = defaultdict(list)
    for claim in story.claims:
        together[claim.sentence.start].append(claim)
    for claim in story.claims:
        i = head_of(reading, starts[claim.trigger.start], claim.trigger.end)
        yield Act(
            story=story,
            claim=claim,
            i=i,
            sentence=reading.sentence_of[i],
            agents=story.keys(claim.agents),
            targets=story.keys(claim.targets),
            beside=tuple(c for c in together[claim.sentence.start] if c is not claim),
        )


def party_candidates(act: Act) -> Iterator[PartyCandidate]:
    """Everybody once, those found by the frame in their own words, the nearest first."""
    found: dict[str, list[Named]] = defaultdict(list)
    for one in (*_found_by_frame(act), *_around(act), *_acting_elsewhere(act)):
        found[one.key].append(one)
    placed = [_where_he_stands(act, ones) for ones in found.values()]
    order = sorted(placed, key=lambda one: (one.sentence != act.sentence, abs(one.i - act.i)))
    for rank, one in enumerate(order):
        if _is_what_it_is_done_with(act, one):
            continue
        here = one.sentence == act.sentence
        stands = standing(act.story.scene.reading, act.i, one.i) if here else None
        if not one.thing or (stands is not None and stands.relation != "across"):
            yield PartyCandidate(act=act, named=one, standing=stands, rank=rank, again=len(found[one.key]) > 1)


def _is_what_it_is_done_with(act: Act, one: Named) -> bool:
    """ "launched 120 drones": a weapon that the trigger itself names."""
    token, trigger = act.story.scene.reading.tokens[one.head], act.claim.trigger
    return token.lemma in word_classes()["weapons"] and trigger.start <= token.start < trigger.end


def _where_he_stands(act: Act, ones: Sequence[Named]) -> Named:
    """The first mention, at the place where the act's own sentence speaks of him, if only as "they"."""
    here = next((one for one in ones if one.sentence == act.sentence), ones[0])
    return replace(ones[0], i=here.i, sentence=here.sentence)


# ---- where they are found -----------------------------------------------------------------------
def _found_by_frame(act: Act) -> Iterator[Named]:
    for mention in (*act.claim.agents, *act.claim.targets):
        yield from _named(act.story.scene, mention)


def _around(act: Act) -> list[Named]:
    """What its sentence and the one before name, the nearest first; mere things only in its own."""
    here = act.story.named.get(act.sentence, ())
    before = [one for one in act.story.named.get(act.sentence - 1, ()) if not one.thing]
    return [*sorted(here, key=lambda one: abs(one.i - act.i)), *sorted(before, key=lambda one: abs(one.i - act.i))]


def _acting_elsewhere(act: Act) -> Iterator[Named]:
    """The agents of other claims of the type."""
    for other in act.story.claims:
        if other.type == act.claim.type and other is not act.claim:
            for mention in other.agents:
                yield from _named(act.story.scene, mention)


def _named(scene: Scene, mention: Mention) -> Iterator[Named]:
    i = _head_in(scene, mention)
    if i is not None:
        here = scene.reading.sentence_of[i]
        yield Named(i=i, head=i, sentence=here, mention=mention, key=key_of(scene, mention))


def _head_in(scene: Scene, mention: Mention) -> int | None:
    """The word of a mention that its others hang on."""
    i = scene.token_at.get(mention.words.end)
    if i is None:
        return None
    tokens = scene.reading.tokens
    while (above := tokens[tokens[i].head]).start >= mention.words.start and above.i < i and _leads(above):
        i = above.i
    return i


def _leads(token: Token) -> bool:
    return token.pos in _NOUNS or token.lower == "of"


_NOUNS = frozenset({"NOUN", "PROPN"})


def key_of(scene: Scene, mention: Mention) -> str:
    """Whom a mention names: a listed actor's id, else its name."""
    i = _head_in(scene, mention)
    return scene.actors[i] if i is not None and i in scene.actors else mention.name.lower()


# ---- all that a report names ----------------------------------------------------------------------
def _all_named(scene: Scene) -> Iterator[Named]:
    for token in scene.reading.tokens:
        if token.pos in ("NOUN", "PROPN", "ADJ", "PRON") and content_head(scene.reading, token.i) == token.i:
            yield from _named_at(scene, token)


def _named_at(scene: Scene, token: Token) -> Iterator[Named]:
    """Whom the word names, or stands for: "they", "the group"."""
    party = names_party(scene, token.i)
    if (token.dep in _MODIFIERS and not party) or token.lower in _RELATIVE or _is_of_a_day(scene, token):
        return
    meant = antecedent(scene, token.i)
    if meant is None:
        return
    known = party or may_act(scene, meant) or may_suffer(scene, meant)
    if known or _is_thing(scene, meant):
        here = scene.reading.sentence_of[token.i]
        for mention in mentions_at(scene, meant, token.i):
            key = key_of(scene, mention)
            yield Named(i=token.i, head=meant, sentence=here, mention=mention, key=key, thing=not known)


def _is_of_a_day(scene: Scene, token: Token) -> bool:
    """ "May" in "on May 17"."""
    return token.pos == "PROPN" and any(t.first <= token.i <= t.last for t in scene.times)


def _is_thing(scene: Scene, i: int) -> bool:
    """Whether the word may name what is struck although no list has it: no day, no deed, no number, no place."""
    token, classes = scene.reading.tokens[i], word_classes()
    no_thing = token.lemma in classes["no_party"] | classes["violent_acts"] or scene.is_place(i)
    deed = noun_kind(token.lemma) is None and token.lemma.endswith(_OF_DEEDS)
    return token.pos in _NOUNS and not (no_thing or deed or token.lower in MEASURES)
