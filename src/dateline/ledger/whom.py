"""Whom a figure counts: civilians, women, children, combatants, or people of whom nothing is said."""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.knowledge.actor_words import singular
from dateline.knowledge.figure_words import figure_words
from dateline.knowledge.folding import fold
from dateline.model.claim import Count
from dateline.model.ledger import Whom

_WOMEN: Final = frozenset({"woman", "mother", "wife", "girl", "grandmother", "sister", "daughter", "schoolgirl", "nun"})
_GIRLS: Final = frozenset({"girl", "schoolgirl"})


def everybody(count: Count) -> bool:
    """Whoever they are."""
    return True


def women(count: Count) -> bool:
    """Women, by the noun that counts them; girls are children."""
    return bool(_nouns(count) & (_WOMEN - _GIRLS))


def children(count: Count) -> bool:
    """Children, by their status or their noun."""
    return count.status == "child" or _has_status(count, "child")


def combatants(count: Count) -> bool:
    """Those who bear arms."""
    return count.status == "combatant" or (count.status is None and _has_status(count, "combatant"))


def civilians(count: Count) -> bool:
    """Civilians by their status or noun; women and children, too, unless they are counted as combatants."""
    if combatants(count):
        return False
    return count.status == "civilian" or _has_status(count, "civilian") or children(count) or women(count)


def not_said(count: Count) -> bool:
    """People of whom it is not said on which side they are."""
    return not (civilians(count) or combatants(count))


ARE: Final[Mapping[Whom, Callable[[Count], bool]]] = {
    "all": everybody,
    "civilians": civilians,
    "women": women,
    "children": children,
    "combatants": combatants,
    "not said": not_said,
}


def _has_status(count: Count, status: str) -> bool:
    return figure_words().status.get(_head(count)) == status


def _head(count: Count) -> str:
    words = fold(count.who).split()
    return singular(words[-1]) if words else ""


def _nouns(count: Count) -> set[str]:
    return {singular(word) for word in fold(count.who).split()}
