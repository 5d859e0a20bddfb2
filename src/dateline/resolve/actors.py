"""Who a mention means: an entry of the actor list, a nation, or somebody only described.

The passes stand in a table; the first that knows the name decides. What none of them knows keeps its words: its `id` is
None and its kind comes from its head noun, None where that says nothing.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from dateline.knowledge.actor_entry import ActorEntry
from dateline.knowledge.actor_words import actor_words, singular
from dateline.knowledge.actors import actors
from dateline.knowledge.names import fold, folded_words
from dateline.knowledge.nations import Nation, nations
from dateline.knowledge.project import per_project
from dateline.model.claim import Mention
from dateline.model.event import Actor, ActorKind
from dateline.resolve.described import (
    after_last_tie,
    all_known,
    head_words,
    inmost_of,
    kind_of_description,
    list_hits,
    nation_of_description,
)

_IN_CAPITAL = re.compile(r"(?:the )?(?:government|authorities|regime) (?:in|of) (?P<place>.+)", re.IGNORECASE)
_JOINED = re.compile(r"(?P<first>[\w.' -]+?) and (?P<second>[\w.'-]+(?: [A-Z][\w.'-]+)?) (?P<noun>[\w -]+)")
# "F-16", "Su-25": the name of a model, once its words are folded.
_DESIGNATION = re.compile(r"[a-z]|[a-z]*\d+[a-z]*")


class _Here(NamedTuple):
    """The country of the happening or of the report (ISO alpha-2), and its day."""

    country: str | None
    on: date | None


class _Meant(NamedTuple):
    """Whom a name means."""

    name: str
    id: str | None
    kind: ActorKind | None
    country: str | None


def resolve_actor(mention: Mention, report_country: str | None = None, on: date | None = None) -> Actor:
    """The actor that a mention means in a report about a country (ISO alpha-2) on a day."""
    meant = _meaning(mention.name, _Here(report_country, on))
    return Actor(
        name=meant.name,
        words=mention.words,
        id=meant.id,
        kind=meant.kind,
        country=meant.country,
        basis=mention.basis,
        alleged_by=mention.alleged_by,
    )


def resolve_actors(
    mentions: Iterable[Mention], report_country: str | None = None, on: date | None = None
) -> tuple[Actor, ...]:
    """The actors of mentions, each once. "Russian and Syrian jets" are two, unless the list has them as one."""
    found: dict[str, Actor] = {}
    for mention in mentions:
        for part in _parts(mention):
            actor = resolve_actor(part, report_country, on)
            found.setdefault(actor.id or fold(actor.name), actor)
    return tuple(found.values())


def kind_of(entry: ActorEntry, report_country: str | None) -> ActorKind | None:
    """ACLED's kind of an entry: a state's forces are external outside their country, and None where it is not known."""
    if entry.kind != "state forces" or entry.country is None:
        return entry.kind
    return _home_or_external(entry.country, report_country)


def listed(name: str, here: _Here) -> _Meant | None:
    """its name is on the actor list"""
    entry = actors().named(name, here.on, here.country)
    return _entry(entry, here) if entry else None


def nation_itself(name: str, here: _Here) -> _Meant | None:
    """it is a country"""
    nation = nations().by_name(name) or nations().by_adjective(name)
    return _nation(nation) if nation else None


def place_that_speaks_for_a_nation(name: str, here: _Here) -> _Meant | None:
    """it is a capital or a house that stands for the government in it"""
    nation = nations().by_metonym(name)
    return _nation(nation) if nation else None


def listed_with_a_description(name: str, here: _Here) -> _Meant | None:
    """it is a name on the actor list with words that only describe it, or say which part or weapon of it is meant"""
    hits = list_hits(name, here.on, here.country)
    inmost = inmost_of([hit.entry for hit in hits])
    if inmost is None:
        return None
    before = after_last_tie(name[: hits[0].start])
    between = (name[one.end : other.start] for one, other in pairwise(hits))
    words, own = actor_words(), {fold(word) for word in _own_demonyms(inmost)}
    known = own | words.around_a_name | words.units
    if all_known(" ".join((before, *between)), known) and all_known(name[hits[-1].end :], known | words.weapons):
        return _entry(inmost, here)
    return None


def nations_forces(name: str, here: _Here) -> _Meant | None:
    """it is a nation's men in uniform, or the weapons that act for it"""
    nation = nation_of_description(name)
    if nation is None:
        return None
    words = actor_words()
    left = [word for word in _without_nation(name) if not _DESIGNATION.fullmatch(word)]
    weapons, uniformed = words.weapons.intersection(left), words.uniforms.intersection(left)
    if not (weapons or uniformed) or set(left) - weapons - uniformed - words.between:
        return None
    forces = actors().national(nation.code, "forces", here.on)
    if forces and (not weapons or nation.code == here.country):
        return _entry(forces, here)
    return _nation(nation)._replace(kind=_home_or_external(nation.code, here.country))


def nations_services(name: str, here: _Here) -> _Meant | None:
    """it is a nation's police, or other services under arms"""
    nation, left, words = nation_of_description(name), _without_nation(name), actor_words()
    if nation is None or not left or left[-1] not in words.services or set(left[:-1]) - words.between_services:
        return None
    return _Meant(name, nation.id, _home_or_external(nation.code, here.country), nation.code)


def nations_government(name: str, here: _Here) -> _Meant | None:
    """it is a nation's government"""
    if capital := _IN_CAPITAL.fullmatch(name):
        place = capital["place"]
        nation = nations().by_metonym(place) or nations().by_name(place)
    else:
        left = _without_nation(name)
        governs = bool(left) and left[-1] in actor_words().governments and len(left) == 1
        nation = nation_of_description(name) if governs else None
    if nation is None:
        return None
    government = actors().national(nation.code, "government", here.on)
    return _Meant(name, government.id if government else nation.id, None, nation.code)


def forces_of_the_country(name: str, here: _Here) -> _Meant | None:
    """no nation is named, so that the army is that of the country the report is about"""
    plain = " ".join(singular(word) for word in fold(name).split())
    if here.country is None or plain not in actor_words().home_forces:
        return None
    forces = actors().national(here.country, "forces", here.on)
    return _Meant(name, forces.id if forces else None, "state forces", here.country)


def government_of_the_country(name: str, here: _Here) -> _Meant | None:
    """no nation is named, so that the government is that of the country the report is about"""
    nation = nations().by_code(here.country or "")
    if nation is None or singular(fold(name)) not in actor_words().governments:
        return None
    government = actors().national(nation.code, "government", here.on)
    return _Meant(name, government.id if government else nation.id, None, nation.code)


PASSES: tuple[Callable[[str, _Here], _Meant | None], ...] = (
    listed,
    nation_itself,
    place_that_speaks_for_a_nation,
    listed_with_a_description,
    nations_forces,
    nations_services,
    nations_government,
    forces_of_the_country,
    government_of_the_country,
)


@per_project
def _meaning(name: str, here: _Here) -> _Meant:
    """What the first pass that knows the name says; remembered, since a report names its actors many times."""
    found = (decide(name, here) for decide in PASSES)
    return next((meant for meant in found if meant is not None), None) or _as_described(name, here)


def _as_described(name: str, here: _Here) -> _Meant:
    """Somebody only described, or a person: the words stay."""
    nation = nation_of_description(name)
    country = nation.code if nation else None
    kind = kind_of_description(name)
    if kind == "state forces" and country and country != here.country:
        kind = _home_or_external(country, here.country)
    hits = list_hits(name, here.on, here.country)
    if len(hits) == 1 and actor_words().persons & set(head_words(name)):
        entry = hits[0].entry
        kind, country = kind_of(entry, here.country), entry.country
    return _Meant(name, None, kind, country)


def _entry(entry: ActorEntry, here: _Here) -> _Meant:
    return _Meant(entry.name, entry.id, kind_of(entry, here.country), entry.country)


def _nation(nation: Nation) -> _Meant:
    return _Meant(nation.name, nation.id, None, nation.code)


def _home_or_external(country: str, report_country: str | None) -> ActorKind | None:
    if report_country is None:
        return None
    return "state forces" if country == report_country else "external forces"


def _own_demonyms(entry: ActorEntry) -> tuple[str, ...]:
    nation = nations().by_code(entry.country or "")
    return (nation.name, *nation.adjectives) if nation else ()


def _without_nation(name: str) -> list[str]:
    """The other words of a name, singular, when the words for nations are taken out."""
    hits = nations().find(name)
    rest = [word for word in folded_words(name) if not any(hit.start <= word.start < hit.end for hit in hits)]
    return [singular(word.folded) for word in rest]


def _parts(mention: Mention) -> tuple[Mention, ...]:
    """The two mentions in "Russian and Syrian jets"; else the mention itself."""
    joined = _JOINED.fullmatch(mention.name)
    if joined is None or not all(nations().by_adjective(joined[group]) for group in ("first", "second")):
        return (mention,)
    return tuple(
        Mention(
            name=f"{joined[group]} {joined['noun']}",
            words=mention.words,
            basis=mention.basis,
            alleged_by=mention.alleged_by,
        )
        for group in ("first", "second")
    )
