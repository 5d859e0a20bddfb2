"""Whether two descriptions of people mean the same: by their entry in the actor list, else by their telling words."""

from collections.abc import Iterable
from functools import lru_cache

from dateline.knowledge.actor_words import singular
from dateline.knowledge.folding import fold
from dateline.knowledge.words import word_classes
from dateline.model.event import Actor, Event
from dateline.model.incident import Voice

# Words that stand in many names and tell none of them apart.
_LINKING = frozenset("a an the of for from and in on at to with by s al el other two three four some local".split())
_ANY_PLACE = frozenset(
    ("town city village area site district neighbourhood neighborhood suburb quarter settlement land property position"
     " target").split()
)  # fmt: skip
_SPEAKING = frozenset("spokesman spokeswoman spokesperson statement official source command central main".split())

_REMEMBERED = 4096  # names: those of a page and of the pages of its days; each page brings new ones


@lru_cache(maxsize=_REMEMBERED)
def telling_words(name: str) -> frozenset[str]:
    """What sets a name apart: "resistance" of "the resistance fighters", nothing of "suicide bomber"."""
    words = {singular(word) for word in fold(name.replace("’s", " ").replace("'s", " ")).split()}
    classes = word_classes()
    return frozenset(
        words - _LINKING - _SPEAKING - classes["people"] - classes["forces"] - classes["vehicles_as_bombs"]
    )


def head(name: str) -> str:
    """The last word, which says what somebody is: "soldier" of "government soldiers"."""
    return singular((fold(name).split() or [""])[-1])


def party_key(name: str) -> str:
    """One key for the ways to name a speaker: "a spokesman for the army" is "army"."""
    words = fold(name.replace("’s", " ").replace("'s", " ")).split()
    kept = [word for word in words if word not in _LINKING and word not in _SPEAKING]
    return " ".join(map(singular, kept)) or " ".join(words)


def parties(voices: Iterable[Voice]) -> set[str]:
    """The keys of those for whom they speak."""
    return {party_key(voice.party) for voice in voices}


def words_of(name: str) -> frozenset[str]:
    """The words of a name or description in their singular."""
    return frozenset(map(singular, fold(name).split()))


def within(one: str, other: str) -> bool:
    """Whether all the words of one stand in the other."""
    first, second = words_of(one), words_of(other)
    return first <= second or second <= first


def things_hit(event: Event) -> frozenset[str]:
    """What kinds of buildings and the like its targets are: "hospital", "bus"."""
    words = frozenset().union(*(words_of(target.name) for target in event.targets))
    return (words & word_classes()["buildings"]) - _ANY_PLACE


def speaks_for(party: str, agent: str) -> bool:
    """Whether a party is the agent by name: "the rebels" of "rebel fighters", but not "the army" of "Arakan Army"."""
    words, others = (set(party_key(name).split()) for name in (party, agent))
    first, second = telling_words(party), telling_words(agent)
    return (words <= others or others <= words) and (first == second or bool(first & second))


def any_shared(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether anybody stands in both."""
    others = tuple(others)
    return any(_is_same(one, other) for one in some for other in others)


def any_named_alike(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether somebody is called the same in both, if only "gunmen"."""
    return bool({fold(actor.name) for actor in some} & {fold(actor.name) for actor in others})


def all_told_apart(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether both sides are named tellingly, and nobody stands in both."""
    first, second = ([actor for actor in side if _is_telling(actor)] for side in (some, others))
    return bool(first and second) and not any_shared(first, second)


def _is_telling(actor: Actor) -> bool:
    return actor.id is not None or bool(telling_words(actor.name))


def _is_same(one: Actor, other: Actor) -> bool:
    if one.id is not None and other.id is not None:
        return one.id == other.id
    return bool(telling_words(one.name) & telling_words(other.name))
