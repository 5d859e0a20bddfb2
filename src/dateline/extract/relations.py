"""Who belongs to, leads, backs or holds what, where the report states it in so many words."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from dateline.extract.attribution import sources_of
from dateline.extract.backing import allied_beside, allies, backed, fighting_beside, linked, supporting
from dateline.extract.branches import (
    affiliates,
    consisting,
    former_names,
    included,
    including,
    nations_bodies,
    outlets,
    parts_of,
    renamed,
)
from dateline.extract.grammar import sentence_at
from dateline.extract.holdings import held_by, holding_verbs, in_hands, seats, strongholds, wanted_from
from dateline.extract.memberships import coalitions, leading_verbs, members, one_of, persons_of, units_of
from dateline.extract.offices import governments, offices
from dateline.extract.runs import is_headline
from dateline.extract.scene import Scene
from dateline.extract.stated import Stated
from dateline.extract.whole_names import with_whole_names
from dateline.knowledge.nations import nations
from dateline.knowledge.office_words import office_words
from dateline.model.claim import RelationClaim

_SEAT: Final = re.compile(r"^\w+-based ")
Reader = Callable[[Scene, int], Iterator[Stated]]


def relations(scene: Scene) -> tuple[RelationClaim, ...]:
    """The relations that a report states, each once, in reading order."""
    readers = _readers()
    told: dict[tuple[str, str, str], RelationClaim] = {}
    for token in scene.reading.tokens:
        for read in readers.get(token.lower.rpartition("-")[2].rstrip("."), ()):
            for told_so in read(scene, token.i):
                stated = with_whole_names(scene, told_so)
                key = (_key(stated.subject.name), stated.kind, _key(stated.object.name))
                if key[0] != key[2] and not _is_told(key, told) and not is_headline(scene.reading, stated.at):
                    told[key] = _claim(scene, stated)
    return tuple(told.values())


def _is_told(key: tuple[str, str, str], told: Mapping[tuple[str, str, str], RelationClaim]) -> bool:
    """Whether the report said so before: who leads a group is part of it."""
    subject, kind, whole = key
    return key in told or (kind == "part_of" and (subject, "leads", whole) in told)


def _key(name: str) -> str:
    """The same for "Lorvia" and "Lorvian", "the Guard" and "Guard", "Observatory" and "Kara-based Observatory"."""
    found = nations().of_words(name)
    if found is not None and nations().find(name)[0].end == len(name) and " " not in name.strip():
        return found.code
    return _SEAT.sub("", name.lower().removeprefix("the "))


def _claim(scene: Scene, stated: Stated) -> RelationClaim:
    return RelationClaim(
        subject=stated.subject,
        relation=stated.kind,
        object=stated.object,
        sentence=sentence_at(scene.reading, stated.at).span,
        sources=sources_of(stated.at, scene.reading, scene.attributions),
    )


def _table(*rows: tuple[Reader, str]) -> dict[str, tuple[Reader, ...]]:
    """The readers by the word (lower case) that they start from."""
    table: dict[str, tuple[Reader, ...]] = {}
    for reader, words in rows:
        for word in words.split():
            table[word] = (*table.get(word, ()), reader)
    return table


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    return _table(
        (offices, " ".join(office_words().offices)),
        (leading_verbs, "heads headed leads led commands commanded chairs chaired"),
        (coalitions, "led headed commanded chaired dominated"),
        (affiliates, "branch affiliate offshoot wing arm franchise faction component subsidiary"),
        (parts_of, "part"),
        (members, "facilitator commander leader insurgent fighter member militant"),
        (one_of, "commanders leaders members fighters officers officials spokesmen chiefs"),
        (persons_of, "of from"),
        (units_of, "of"),
        (outlets, "agency channel outlet"),
        (nations_bodies, "'s ’s"),
        (included, "including"),
        (including, "includes include comprises comprise groups unites"),
        (consisting, "consisting consists consist composed made"),
        (renamed, "renamed rebranded"),
        (governments, "president premier king"),
        (former_names, "formerly previously known"),
        (backed, "backed funded supported armed sponsored trained backers backer"),
        (supporting, "supports support backs back supporting backing assists assist assisting aids arms funds"),
        (allies, "ally allies allied"),
        (allied_beside, "allied"),
        (fighting_beside, "alongside"),
        (linked, "linked affiliated associated allied aligned"),
        (held_by, "held controlled occupied run"),
        (in_hands, "hands"),
        (wanted_from, "from"),
        (holding_verbs, "controls control controlled holds hold held occupies occupy occupied"),
        (strongholds, "stronghold bastion"),
        (seats, "capital"),
    )
