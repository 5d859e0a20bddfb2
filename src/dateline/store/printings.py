"""Who printed what one page of a wire story tells: its outlets, by event."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.event import Coded
from dateline.store.copies import is_told
from dateline.store.shingles import runs, words
from dateline.store.store import Store, StoredPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """A page that has the sentence of an event, by name and id, and its outlet, where that is known."""

    page: str
    id: str
    outlet: str | None


Printings = Mapping[str, Sequence[Printing]]


def printings(store: Store) -> Printings:
    """By event id, of each event of a story that stands on several pages, the pages that print it: its own first.

    Pages that a newer version replaces are left out.
    """
    stories: dict[str, list[StoredPage]] = defaultdict(list)
    for page in store.pages():
        if page.story and page.replaced_by is None:
            stories[page.story].append(page)
    found: dict[str, Sequence[Printing]] = {}
    for story in stories.values():
        if len(story) > 1:
            found |= _of_story([(page, coded) for page in story if (coded := store.coded(page.id))])
    return found


def _of_story(story: Sequence[tuple[StoredPage, Coded]]) -> dict[str, Sequence[Printing]]:
    told = {page.id: frozenset(runs(words(coded.report.text), 3)) for page, coded in story}
    return {
        event.id: [
            Printing(page=one.name, id=one.id, outlet=one.outlet)
            for one, _ in sorted(story, key=lambda pair: pair[0].id != page.id)
            if one.id == page.id or is_told(event.claim.sentence.text, told[one.id])
        ]
        for page, coded in story
        for event in coded.events
    }
