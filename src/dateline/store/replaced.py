"""Older versions of pages, each with what has taken its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.event import Coded
from dateline.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """What was coded from an older version of a page, and from its newest version."""

    older: Coded
    newest: Coded


def replaced(store: Store) -> Iterator[Replaced]:
    """All older versions whose newest version is at hand, in the order in which they were added."""
    next_of = {page.id: page.replaced_by for page in store.pages() if page.replaced_by is not None}
    for page in next_of:
        older, newest = store.coded(page), store.coded(_last(next_of, page))
        if older is not None and newest is not None:
            yield Replaced(older=older, newest=newest)


def _last(next_of: dict[str, str], page: str) -> str:
    seen = {page}
    while (after := next_of.get(page)) is not None and after not in seen:
        seen.add(after)
        page = after
    return page
