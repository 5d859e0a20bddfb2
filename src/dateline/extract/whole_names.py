"""The ends of a relation under names that mean something alone: "the government" by whose it is, no "Kara-based"."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import Stated
from dateline.model.claim import Mention

_STATE: Final = frozenset({"government", "regime", "army", "military", "administration"})
_BASED: Final = "-based "
_SHARE: Final = 0.8  # of the nations before "government" or "army" in a report, the one that is meant by the bare word


def with_whole_names(scene: Scene, stated: Stated) -> Stated:
    """The relation with both ends named as fully as the report allows."""
    return stated._replace(subject=_whole(scene, stated.subject), object=_whole(scene, stated.object))


def _whole(scene: Scene, end: Mention) -> Mention:
    head, based, tail = end.name.partition(_BASED)
    if based and " " not in head and tail[:1].isupper():
        return replace(end, name=tail)
    if end.name.lower() in _STATE:
        owner = _owner(scene)
        return replace(end, name=f"{owner} {end.name}") if owner is not None else end
    return end


def _owner(scene: Scene) -> str | None:
    """The nation whose government, army or regime the report speaks of, where it is hardly ever another's."""
    tokens = scene.reading.tokens
    owners = Counter(
        before.text for before, word in pairwise(tokens) if word.lower in _STATE and is_nation(before.text)
    )
    if not owners:
        return None
    name, times = owners.most_common(1)[0]
    return name if times >= _SHARE * owners.total() else None
