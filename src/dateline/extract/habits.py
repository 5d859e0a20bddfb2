"""What somebody is said to do as a rule, which tells of no single act: "the army strikes only militants"."""

from typing import Final

from dateline.extract.grammar import kids
from dateline.knowledge.types import TYPES
from dateline.model.text import Reading

_HABITUAL: Final = frozenset({"VBZ", "VBP"})
_AS_A_RULE: Final = frozenset({"only", "never", "always", "usually", "normally", "routinely", "generally", "solely"})
_OF_WAR: Final = frozenset({"violence", "territory", "forces"})


def is_habit(reading: Reading, i: int, kind: str) -> bool:
    """Whether the verb at `i`, which announces a type of violence, territory or forces, tells of a habit."""
    if reading.tokens[i].tag not in _HABITUAL or TYPES[kind] not in _OF_WAR:
        return False
    words = (c for above in (i, *kids(reading, i, "dobj")) for c in kids(reading, above, "advmod", "neg", "amod"))
    return any(reading.tokens[c].lower in _AS_A_RULE for c in words)
