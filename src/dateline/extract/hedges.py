"""Words that hold a statement at arm's length: "reportedly", "suspected", "is believed to have", "appears to"."""

from dateline.extract.grammar import clause_of
from dateline.knowledge.reporting import Reporting
from dateline.model.text import Reading


def hedge_of(reading: Reading, trigger: int, words: Reporting) -> str | None:
    """The hedge on the event announced by `trigger`: beside it, beside its clause, or the verb above it."""
    clause = clause_of(reading, trigger)
    above = reading.tokens[clause].head
    beside = (*reading.children[trigger], *reading.children[clause])
    hedge = next((c for c in beside if reading.tokens[c].lower in words.hedges), None)
    if (
        hedge is None
        and reading.tokens[clause].dep in ("xcomp", "oprd", "ccomp")
        and _is_hedging(reading, above, words)
    ):
        hedge = above
    return reading.tokens[hedge].text if hedge is not None else None


def _is_hedging(reading: Reading, verb: int, words: Reporting) -> bool:
    """ "are believed to have struck", "appear to have struck"."""
    token = reading.tokens[verb]
    passive = any(reading.tokens[c].dep == "auxpass" for c in reading.children[verb])
    return token.lemma in words.hedges or (passive and token.lower in words.hedges)
