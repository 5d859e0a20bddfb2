"""Which events can be one happening at all, by what they are."""

from dateline.knowledge.types import TYPES
from dateline.model.event import Event

# What one report calls an attack another calls a raid or a shelling, and a third gives only the dead.
_KIN = frozenset(
    frozenset(pair.split())
    for pair in (
        "attack air_strike",
        "attack shelling",
        "attack bombing",
        "attack armed_clash",
        "attack chemical_attack",
        "air_strike shelling",
        "air_strike chemical_attack",
        "shelling chemical_attack",
        "casualties attack",
        "casualties air_strike",
        "casualties shelling",
        "casualties bombing",
        "casualties armed_clash",
        "protest riot",
        "ceasefire agreement",
    )
)
# Of these a province seldom sees two on one day; of raids, shellings and clashes it may see many.
_RARE = frozenset({"bombing", "chemical_attack", "abduction", "sexual_violence", "release", "ceasefire"})
BARE = ""
"""The type of a happening that is only called by a word: nothing has coded it, and any other may be the same."""
_VAGUE = ("attack", "casualties")


def are_kin(one: str, other: str) -> bool:
    """Whether reports use the two types for one happening."""
    return one == other or BARE in (one, other) or frozenset((one, other)) in _KIN


def is_bare(event: Event) -> bool:
    """Whether nothing but its words says what it is."""
    return event.claim.type == BARE


def changes_hands(kind: str) -> bool:
    """Whether it is of a kind that does not happen to one place again within days."""
    return TYPES.get(kind) == "territory"


def is_rare(kind: str) -> bool:
    """Whether two of it in one province on one day are seldom."""
    return kind in _RARE


def vagueness(kind: str) -> int:
    """0 for a type that says what was done, more for those that hardly do."""
    return _VAGUE.index(kind) + 1 if kind in _VAGUE else 0


def sums_up(event: Event) -> bool:
    """Whether it gives only totals, over a campaign or as things stand, and so is no incident."""
    scopes = {count.scope for count in event.claim.counts}
    return bool(scopes) and "incident" not in scopes
