"""Pages kept and merged in one step: what a page tells joins the incidents that it hangs together with, and no others.

A page, its events and the incidents that they change are written in one transaction. What comes out depends on the
pages alone, not on the order in which they came, nor on how many programs added them.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from dateline.knowledge.versions import Versions
from dateline.merge.cluster import clusters, keys, links_between
from dateline.merge.incidents import incident_of, tellings_of
from dateline.merge.rules import rules
from dateline.model.event import Coded
from dateline.model.incident import Incident, Likeness
from dateline.model.text import Page
from dateline.store.store import Store
from dateline.store.tellings import Listed, Tellings

Progress = Callable[[int, int], None]
_RULES: Final = "merge"


class Casebook:
    """A database of pages and of the incidents that they tell of. Close it, or use it in a `with` statement."""

    def __init__(self, store: Store) -> None:
        """Use `Casebook.open` instead, which merges what is not merged yet."""
        self.store = store

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True, progress: Progress | None = None) -> Self:
        """The casebook in the file at `where`, or at a database URL. Raises StoreError, as all methods do.

        Pages that an older version kept, or merged by other rules, are merged first: `progress(done, total)` is called
        for each of them.
        """
        book = cls(Store.open(where, create=create))
        with book.store.reading() as tellings:
            ready = tellings.setting(_RULES) == rules() and not tellings.waiting()
        if not ready:
            book._merge_anew(progress)
        return book

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, page: Page, coded: Coded, made_by: Versions | None = None) -> Coded | None:
        """Keep a page and merge what it tells: what was kept of it; None, with no change, if it is here already."""
        with self.store.writing() as transaction:
            if not transaction.keep(page, coded, made_by):
                return None
            merge_waiting(transaction.tellings)
            return transaction.coded(coded.report.id)

    def knows(self, page: Page) -> bool:
        """Whether a page of these bytes is here and need not be coded again.

        One that is here under a name later in the alphabet takes this one: so its name does not tell which came first.
        """
        known = self.store.has(page)
        if known and page.name < (self.store.name_of(page.id) or page.name):
            with self.store.writing() as transaction:
                transaction.rename(page.id, page.name)
                merge_waiting(transaction.tellings)
        return known

    def incidents(self, *, denied: bool = False) -> Iterator[Incident]:
        """The incidents by id; with `denied` instead what is only denied: denials of what no report says."""
        with self.store.reading() as tellings:
            for _, told, links in tellings.groups(tellings.incident_ids(denied=denied)):
                yield incident_of(told, links)

    def called(self, prefix: str) -> list[Incident]:
        """The incidents whose id begins so, or the id that one of their events once gave an incident."""
        with self.store.reading() as tellings:
            found = tellings.incidents_called(prefix)
            return [incident_of(told, links) for _, told, links in tellings.groups(found)]

    def _merge_anew(self, progress: Progress | None) -> None:
        with self.store.writing() as transaction:
            tellings = transaction.tellings
            if tellings.setting(_RULES) != rules():
                tellings.dissolve()
                tellings.note(_RULES, rules())
            merge_waiting(tellings, progress)


def merge_waiting(tellings: Tellings, progress: Progress | None = None) -> None:
    """Merge the pages that wait for it; only incidents that hang together with what they tell are made anew."""
    waiting, touched = tellings.waiting(), set[str]()
    for number, page_id in enumerate(waiting, 1):
        touched |= tellings.let_go(page_id) | _take_in(tellings, page_id)
        if progress:
            progress(number, len(waiting))
    tellings.settled(waiting)
    _group(tellings, touched)


def _take_in(tellings: Tellings, page_id: str) -> set[str]:
    """Writes what a page tells and links it to what may be the same: the ids of its tellings."""
    coded = tellings.told_on(page_id)
    told = tellings_of([coded]) if coded else {}
    under = {one: keys(telling) for one, telling in told.items()}
    near = tellings.under(frozenset().union(*under.values())) if under else set()
    tellings.put(told, under)
    tellings.link(links_between(list(told.values()), list(tellings.by_id(near).values())))
    return set(told)


def _group(tellings: Tellings, touched: set[str]) -> None:
    """Makes the incidents anew that hang together with these events."""
    together = tellings.hanging_together(touched)
    told, links = tellings.by_id(together), tellings.links_among(together)
    groups = clusters(list(told.values()), links)
    group_of = {one: number for number, group in enumerate(groups) for one in group}
    within: dict[int, list[Likeness]] = {number: [] for number in range(len(groups))}
    for link in links:
        if group_of[link.one] == group_of[link.other]:
            within[group_of[link.one]].append(link)
    made = (incident_of([told[one] for one in group], within[number]) for number, group in enumerate(groups))
    tellings.regroup(together, [_listed(one) for one in made])


def _listed(incident: Incident) -> Listed:
    events = [telling.event for telling in incident.tellings]
    days = [event.date for event in events if event.date]
    places = [place for event in events for place in event.places]
    countries = {place.country for place in places}
    spot = next((place for place in places if place.lat is not None), None)
    return Listed(
        id=incident.id,
        events=tuple(telling.event.id for telling in incident.tellings),
        type=incident.type,
        status=incident.status,
        first_day=min((day.start for day in days), default=None),
        last_day=max((day.end for day in days), default=None),
        country=countries.pop() if len(countries) == 1 else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        voices=len(incident.independent),
    )
