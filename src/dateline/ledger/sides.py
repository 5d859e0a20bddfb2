"""Which side an actor is on, so that "the army" and "allied militiamen" are one holder of a place.

The passes stand in a table, and the first that knows the actor decides. The actors keep their names as said.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dateline.knowledge.actor_entry import ActorEntry
from dateline.knowledge.actor_words import singular
from dateline.knowledge.actors import actors
from dateline.knowledge.folding import fold
from dateline.knowledge.holding import holding_words
from dateline.knowledge.nations import nations
from dateline.knowledge.words import word_classes
from dateline.model.event import Actor
from dateline.model.ledger import Side

_UNARMED_ROLES = frozenset({"media", "monitor", "ngo", "court", "intergovernmental"})
_UNARMED = frozenset({"civilians", "protesters", "rioters"})
REBELS = "rebels"


class Scene(NamedTuple):
    """The country in which something happens (ISO alpha-2), and on what day."""

    country: str | None
    on: date | None


def sides(found: Iterable[Actor], scene: Scene) -> tuple[Side, ...]:
    """The sides of actors, each once with all names that were said, by key; without those who can hold no place."""
    said: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for actor in found:
        side = side_of(actor, scene)
        if side is not None:
            said.setdefault(side.key, {}).update(dict.fromkeys(side.said))
            names[side.key] = side.name
    return tuple(Side(key=key, name=names[key], said=tuple(sorted(said[key]))) for key in sorted(said))


def side_of(actor: Actor, scene: Scene) -> Side | None:
    """The side that an actor takes or holds a place for; None where the words name nobody who could."""
    meant = next((found for test in PASSES if (found := test(actor, scene)) is not None), None)
    return None if meant is None or not meant.key else Side(key=meant.key, name=meant.name, said=(actor.name,))


NOBODY = Side(key="", name="")


def who_holds_nothing(actor: Actor, scene: Scene) -> Side | None:
    """it is an outlet, a monitor, an aid group or a court, or people without arms"""
    return NOBODY if bears_no_arms(actor) else None


def government_without_a_nation(actor: Actor, scene: Scene) -> Side | None:
    """its words are only "government forces" or the like, whatever country the report is of"""
    words = _words(actor.words.text)
    known = holding_words()
    return government(scene) if words & known.government and words <= known.government | known.nobody else None


def of_the_government(actor: Actor, scene: Scene) -> Side | None:
    """it belongs to the state in whose country it happens"""
    entry = _entry(actor)
    if entry is None or scene.country is None:
        return None
    chain = {one.id for one in _chain(entry, scene.on)}
    nation = nations().by_code(scene.country)
    return government(scene) if chain & {*_national_ids(scene), nation.id if nation else ""} else None


def ally_of_the_government(actor: Actor, scene: Scene) -> Side | None:
    """it fights beside the forces of the state in whose country it happens"""
    entry = _entry(actor)
    if entry is None or scene.country is None:
        return None
    own = _national_ids(scene)
    chain = {one.id for one in _chain(entry, scene.on)}
    allied = any(own & set(one.allied) for one in _chain(entry, scene.on))
    named = any(chain & set(one.allied) for one in map(actors().entry, own) if one is not None)
    return government(scene) if allied or named else None


def largest_listed(actor: Actor, scene: Scene) -> Side | None:
    """the largest group or state of the actor list that it belongs to"""
    entry = _entry(actor)
    if entry is None:
        return None
    top = list(_chain(entry, scene.on))[-1]
    return Side(key=top.id, name=top.name)


def government_by_description(actor: Actor, scene: Scene) -> Side | None:
    """its words mean the forces, or friends, of the government of the country where it happens"""
    known = holding_words()
    described = actor.kind == "state forces" or bool(_words(actor.name) & known.government)
    abroad = actor.country is not None and actor.country != scene.country
    plain = known.government | known.nobody | _adjectives(scene)
    proper = any(word[0].isupper() and not _words(word) <= plain for word in actor.name.split())
    return government(scene) if described and scene.country and not (abroad or proper) else None


def rebels_by_description(actor: Actor, scene: Scene) -> Side | None:
    """its words mean rebels of no name"""
    words = _words(actor.name) - holding_words().nobody
    if not (words and words <= holding_words().rebels | _adjectives(scene)):
        return None
    return Side(key=f"{REBELS}:{scene.country or ''}", name=REBELS)


def nobody_named(actor: Actor, scene: Scene) -> Side | None:
    """its words name nobody, or a person, or people of whom it is not known that they bear arms"""
    words = _words(actor.name)
    if not words - holding_words().nobody:
        return NOBODY
    group = bool(words & (word_classes()["fighters"] | holding_words().groups)) or actor.name.isupper()
    return None if group or actor.kind is not None or _is_nation(actor) else NOBODY


def _is_nation(actor: Actor) -> bool:
    """Whether words tell whose they are: "the Kurds" of no nation are not, "Turkey" is."""
    return actor.id is not None or actor.country is not None


def as_said(actor: Actor, scene: Scene) -> Side | None:
    """it goes by its own words"""
    telling = [word for word in fold(actor.name).split() if singular(word) not in holding_words().nobody]
    return Side(key=" ".join(telling), name=actor.name)


PASSES: tuple[Callable[[Actor, Scene], Side | None], ...] = (
    who_holds_nothing,
    government_without_a_nation,
    of_the_government,
    ally_of_the_government,
    largest_listed,
    rebels_by_description,
    government_by_description,
    nobody_named,
    as_said,
)


def government(scene: Scene) -> Side | None:
    """The government of the country on the day, by its listed name where it has one."""
    nation = nations().by_code(scene.country or "")
    if nation is None:
        return None
    entry = actors().national(nation.code, "government", scene.on)
    return Side(key=entry.id if entry else f"government:{nation.code}", name=f"government of {nation.name}")


def bears_no_arms(actor: Actor) -> bool:
    """Whether it is an outlet, a monitor, an aid group, a court or the like, or people without arms."""
    entry = _entry(actor)
    return entry.role in _UNARMED_ROLES if entry is not None else actor.kind in _UNARMED


def may_be_one(one: Side, other: Side) -> bool:
    """Whether two sides may be one: "rebels" of no name may be any rebel group."""
    if one.key == other.key:
        return True
    nameless = [side.key.startswith(f"{REBELS}:") for side in (one, other)]
    named = other if nameless[0] else one
    entry = actors().entry(named.key)
    return any(nameless) and entry is not None and entry.kind == "rebel group"


def _entry(actor: Actor) -> ActorEntry | None:
    return actors().entry(actor.id) if actor.id else None


def _chain(entry: ActorEntry, on: date | None, seen: frozenset[str] = frozenset()) -> Iterator[ActorEntry]:
    """The entry and what it is part of on the day, from the smallest to the largest, first links first."""
    yield entry
    for member in entry.part_of:
        above = actors().entry(member.id)
        if above is None or above.country != entry.country:  # a network of many countries holds no place
            continue
        begun = member.since is None or on is None or member.since <= on
        over = member.until is not None and on is not None and member.until < on
        if begun and not over and above.id not in seen:
            yield from _chain(above, on, seen | {entry.id})
            return


def _national_ids(scene: Scene) -> set[str]:
    country = scene.country or ""
    found = (actors().national(country, "government", scene.on), actors().national(country, "forces", scene.on))
    return {entry.id for entry in found if entry is not None}


def _words(name: str) -> set[str]:
    """Its words, singular; of hyphened ones the parts, unless the whole is known: "anti-regime" is no regime."""
    words, known = name.lower().replace("’s", "").replace("'s", "").split(), holding_words()
    whole = {word for word in words if word in known.rebels | known.government}
    parts = (fold(word.replace("-", " ")) for word in words if word not in whole)
    return whole | {singular(part) for word in parts for part in word.split()}


def _adjectives(scene: Scene) -> frozenset[str]:
    nation = nations().by_code(scene.country or "")
    return frozenset(map(fold, nation.adjectives)) if nation else frozenset()
