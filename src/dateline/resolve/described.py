"""What the words of a description say of an actor: its kind, its nation, and the listed names in it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from dateline.knowledge.actor_entry import ActorEntry
from dateline.knowledge.actor_words import actor_words, singular
from dateline.knowledge.actors import Hit, actors
from dateline.knowledge.names import folded_words
from dateline.knowledge.nations import Nation, nations
from dateline.model.event import ActorKind

_LONGEST = 3
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")


def kind_of_description(name: str) -> ActorKind | None:
    """The kind that the head noun means: "12 residents of the town" civilians, "tribal fighters" an identity militia.

    None where it says nothing, or where somebody is only tied to a name ("pro-X").
    """
    head = head_words(name)
    words = actor_words()
    if not head:
        return None
    before = _endings(head[:-1]) if head[-1] in words.group_nouns else []
    found = (words.before_group_nouns.get(ending) for ending in before)
    by_ending = (words.kinds.get(ending) for ending in _endings(head))
    return next((kind for kind in (*found, *by_ending) if kind), None)


def _endings(words: list[str]) -> list[str]:
    """The last three words, the last two, the last."""
    return [" ".join(words[-length:]) for length in range(min(_LONGEST, len(words)), 0, -1)]


def head_words(name: str) -> list[str]:
    """The folded words of a description up to its head noun, each singular."""
    found: list[str] = []
    for word in folded_words(name):
        if found and word.folded in actor_words().ends:
            break
        found.append(singular(word.folded))
    return found


def nation_of_description(name: str) -> Nation | None:
    """The only nation in a description, if nobody is merely tied to it: not Turkey in "Turkish-backed rebels"."""
    hits = [hit for hit in nations().find(name) if not _tied(name, hit.start, hit.end)]
    named = {hit.nation.code: hit.nation for hit in hits}
    return next(iter(named.values())) if len(named) == 1 else None


def list_hits(name: str, on: date | None, country: str | None) -> list[Hit]:
    """The entries of the actor list named in a description, without those that somebody is merely tied to."""
    return [hit for hit in actors().find(name, on, country) if not _tied(name, hit.start, hit.end)]


def _tied(name: str, start: int, end: int) -> bool:
    """Whether the name from `start` to `end` only says whose friend or foe is meant."""
    words = actor_words()
    before, after = folded_words(name[:start]), folded_words(name[end:])
    return bool((after and after[0].folded in words.ties) or (before and before[-1].folded in words.against))


def inmost_of(entries: Sequence[ActorEntry]) -> ActorEntry | None:
    """The one entry, or of several the one that is part of all the others: "Hamas's Qassam Brigades"."""
    inside = [one for one in entries if all(one is other or _is_part(one, other) for other in entries)]
    return inside[0] if len({entry.id for entry in inside}) == 1 else None


def _is_part(one: ActorEntry, whole: ActorEntry) -> bool:
    return whole.id in {member.id for member in one.part_of} | {one.id}


def all_known(text: str, known: AbstractSet[str]) -> bool:
    """Whether all words of a text are among these, or a number as "305th"; the end of a possessive is none."""
    found = (word.folded for word in folded_words(text) if word.folded != "s")
    return all(word in known or singular(word) in known or _NUMBER.fullmatch(word) for word in found)


def after_last_tie(before: str) -> str:
    """What stands between "Turkish-backed" and the name."""
    start = max((word.end for word in folded_words(before) if word.folded in actor_words().ties), default=0)
    return before[start:]
