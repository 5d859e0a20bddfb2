"""Arrests of which only the police tell, and that nobody else is said to have made: the police made them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.claim import Claim, Mention
from dateline.model.text import Report

# "Tarvian National Police" of "a spokesman for the Tarvian National Police", "police" of "police sources"
_POLICE = re.compile(r"(?:[A-Z]\w+ )*\b[Pp]olice\b")


def with_police(report: Report, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, arrests without an agent given the police who tell of them, as inferred."""
    return tuple(_with_police(report, claim) for claim in claims)


def _with_police(report: Report, claim: Claim) -> Claim:
    if claim.type != "arrest" or claim.agents or not claim.asserted:
        return claim
    named = ((source, _POLICE.search(source.words.text)) for source in claim.sources if source.stance == "asserts")
    found = next(((source.words.start, match) for source, match in named if match is not None), None)
    if found is None:
        return claim
    start, match = found
    words = report.span(start + match.start(), start + match.end())
    return replace(claim, agents=(Mention(name=words.text, words=words, basis="inferred"),))
