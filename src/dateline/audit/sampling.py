"""Drawing a stratified random sample, and the order in which a reviewer sees it."""

import random
from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heapreplace
from typing import Final

from dateline.model.audit import Allocation, Candidate, Plan, Stratum
from dateline.model.errors import RefusedError

LEAST: Final = 2
"""Events drawn of every stratum, if it has them and the sample allows: one alone says nothing of its spread."""


def drawn(candidates: Iterable[Candidate], plan: Plan) -> tuple[dict[str, str], tuple[Stratum, ...]]:
    """The strata of the events drawn, by event, in the order of events; and the strata by name.

    Raises RefusedError where there is nothing to draw, or fewer are asked for than there are strata.
    """
    within = _by_stratum(candidates)
    sizes = {name: len(events) for name, events in within.items()}
    shares = allocated(sizes, plan.sample, plan.allocation)
    found = {
        event: name
        for name, events in within.items()
        for event in random.Random(f"{plan.seed}:{name}").sample(events, shares[name])
    }
    strata = tuple(Stratum(name=name, events=sizes[name], drawn=shares[name]) for name in sizes)
    return dict(sorted(found.items())), strata


def allocated(sizes: Mapping[str, int], sample: int, allocation: Allocation) -> dict[str, int]:
    """How many to draw of each stratum; all, where the sample asks for more than there are.

    First each stratum gets `LEAST`, or 1 where the sample is too small for that; then whichever has the best claim gets
    the next, by the quotients of Webster and Sainte-Laguë, with the strata's sizes as votes (or one vote for each).
    """
    if not sizes:
        raise RefusedError("there is no event to draw: `dateline add PAGE...` adds some")
    if sample < len(sizes):
        raise RefusedError(
            f"{sample} events cannot speak for {len(sizes)} strata: draw {len(sizes)} or more, or stratify otherwise"
        )
    least = LEAST if sum(min(LEAST, size) for size in sizes.values()) <= sample else 1
    found = {name: min(least, size) for name, size in sizes.items()}
    votes = {name: size if allocation == "proportional" else 1 for name, size in sizes.items()}
    claims = [_claim(name, sizes, found, votes) for name in sizes]
    heapify(claims)
    for _ in range(min(sample, sum(sizes.values())) - sum(found.values())):
        name = claims[0][1]
        found[name] += 1
        heapreplace(claims, _claim(name, sizes, found, votes))
    return found


def in_order_of(reviewer: str, audit: str, items: Collection[int]) -> list[int]:
    """The items in an order of the reviewer's own, the same whenever they come back."""
    order = sorted(items)
    random.Random(f"{audit}:{reviewer}").shuffle(order)
    return order


def _claim(
    name: str, sizes: Mapping[str, int], found: Mapping[str, int], votes: Mapping[str, int]
) -> tuple[float, str]:
    """The best claim is the least; a stratum of which all are drawn has none."""
    return (0.0 if found[name] >= sizes[name] else -votes[name] / (2 * found[name] + 1)), name


def _by_stratum(candidates: Iterable[Candidate]) -> dict[str, list[str]]:
    within: dict[str, set[str]] = {}
    for one in candidates:
        within.setdefault(one.stratum, set()).add(one.event)
    return {name: sorted(within[name]) for name in sorted(within)}
