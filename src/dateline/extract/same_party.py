"""Whether two names of one report mean one side: "Paris" and "French forces", "the army" and "Karan army"."""

from functools import lru_cache
from typing import Final

from dateline.knowledge.actor_words import singular
from dateline.knowledge.nations import Nation, nations

_SMALL: Final = frozenset({"the", "a", "an", "of", "for", "its", "their", "'s", "’s", "and", "local", "state"})

# Words for what a state fights and speaks with
_OF_STATE: Final = frozenset(
    "government regime junta army military ministry force troop soldier jet warplane aircraft helicopter navy "
    "artillery armed".split()
)


@lru_cache(maxsize=4096)
def party_nation(name: str) -> Nation | None:
    """The nation that a name names, or for whose government its capital stands."""
    return nations().of_words(name) or nations().by_metonym(name)


def same_party(one: str, other: str) -> bool:
    """Whether the names are of one nation, or the words of one are among those of the other."""
    first, second = party_nation(one), party_nation(other)
    if first is not None and second is not None:
        return first == second
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a)


def same_side(one: str, other: str) -> bool:
    """Whether two names may be of one side: the same party, or bodies of a state of which one does not say which:
    "the army" and "Karan forces" or "Karan", "government forces" and "the government of N"."""
    if same_party(one, other):
        return True
    nations_named = (party_nation(one), party_nation(other))
    bodies = [bool(_words(name) & _OF_STATE) for name in (one, other)]
    states = [body or nation is not None for body, nation in zip(bodies, nations_named, strict=True)]
    return all(states) and any(bodies) and None in nations_named


def _words(name: str) -> frozenset[str]:
    return frozenset(singular(word) for word in name.lower().replace("'s", "").replace("’s", "").split()) - _SMALL
