"""The event types and their coarse groups, in the order in which the codebook is printed."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

import msgspec

from dateline.knowledge.project import DataFile, at_work, per_project
from dateline.knowledge.yaml_text import Parsed, parse_yaml
from dateline.model.errors import DataError

Group = Literal["violence", "territory", "forces", "consequence", "coercion", "politics"]

GROUPS: tuple[Group, ...] = get_args(Group)

BUILT_IN: Final[Mapping[str, Group]] = MappingProxyType(
    {
        "air_strike": "violence",
        "shelling": "violence",
        "bombing": "violence",
        "armed_clash": "violence",
        "attack": "violence",
        "abduction": "violence",
        "sexual_violence": "violence",
        "chemical_attack": "violence",
        "capture": "territory",
        "withdrawal": "territory",
        "siege": "territory",
        "deployment": "forces",
        "arms_supply": "forces",
        "group_change": "forces",
        "casualties": "consequence",
        "displacement": "consequence",
        "damage": "consequence",
        "arrest": "coercion",
        "release": "coercion",
        "protest": "coercion",
        "riot": "coercion",
        "sanction": "coercion",
        "ceasefire": "politics",
        "agreement": "politics",
        "talks": "politics",
        "threat": "politics",
        "demand": "politics",
        "aid": "politics",
    }
)


_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LONGEST: Final = 24


class _Head(msgspec.Struct):
    """What a project's file says of a type before its words are read."""

    type: str
    group: Group | None = None
    disabled: bool = False


@per_project
def types() -> Mapping[str, Group]:
    """The group of each type of the project at work. Raises DataError where a file of the project is no type's."""
    heads = {type: _head(file)[1] for type, file in own_types().items()}
    named: dict[str, Group] = {**BUILT_IN, **{type: head.group for type, head in heads.items() if head.group}}
    at_work = [type for type in named if type not in heads or not heads[type].disabled]
    return MappingProxyType({type: named[type] for group in GROUPS for type in at_work if named[type] == group})


@per_project
def own_types() -> Mapping[str, DataFile]:
    """The files of the project at work by the type that they add, replace or turn off. Raises DataError."""
    found: dict[str, DataFile] = {}
    for file in at_work().part("codebook/*.yaml"):
        parsed, head = _head(file)
        _check_head(parsed, head)
        if head.type in found:
            raise DataError(f"{parsed.where('type')}: {found[head.type].path} has the type {head.type} too: keep one")
        found[head.type] = file
    return found


def _head(file: DataFile) -> tuple[Parsed, _Head]:
    parsed = parse_yaml(file)
    return parsed, parsed.as_(_Head)


def _check_head(parsed: Parsed, head: _Head) -> None:
    name = head.type
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name in GROUPS:
        rule = f"lower-case letters, digits and single underscores, {_LONGEST} characters at most, and no group's name"
        raise DataError(f"{parsed.where('type')}: {name!r} cannot be a type's name: {rule}")
    if name not in BUILT_IN and head.group is None:
        raise DataError(f"{parsed.where('type')}: the new type {name} needs its group, one of {', '.join(GROUPS)}")


class _TypesAtWork(Mapping[str, Group]):
    """`types()` as a table that can be imported: what it holds is up to the project at work."""

    def __getitem__(self, type: str) -> Group:
        return types()[type]

    def __iter__(self) -> Iterator[str]:
        return iter(types())

    def __len__(self) -> int:
        return len(types())


TYPES: Final[Mapping[str, Group]] = _TypesAtWork()
"""The group of each type of the project at work, in the order in which the codebook is printed."""


def types_of(name: str) -> tuple[str, ...]:
    """The types that a type's or a group's name stands for; () where it is neither."""
    if name in TYPES:
        return (name,)
    return tuple(kind for kind, group in TYPES.items() if group == name)
