"""The event types and their coarse groups, in the order in which the codebook is printed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Group = Literal["violence", "territory", "forces", "consequence", "coercion", "politics"]

GROUPS: tuple[Group, ...] = get_args(Group)

TYPES: Mapping[str, Group] = MappingProxyType(
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


def types_of(name: str) -> tuple[str, ...]:
    """The types that a type's or a group's name stands for; () where it is neither."""
    if name in TYPES:
        return (name,)
    return tuple(kind for kind, group in TYPES.items() if group == name)
