"""Pages kept and merged in one step: what a page tells joins the incidents that it hangs together with, and no others.

A page, its events and the incidents that they change are written in one transaction. What comes out depends on the
pages alone, not on the order in which they came, nor on how many programs added them.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from dateline.knowledge.versions import Versions, current
from dateline.listed import MADE_BY, listed
from dateline.merge.cluster import clusters, keys, links_between
from dateline.merge.incidents import incident_of, tellings_of
from dateline.merge.neighbours import Neighbour, neighbours
from dateline.merge.rules import rules
from dateline.model.event import Coded
from dateline.model.incident import Incident, Likeness
from dateline.model.text import Page
from dateline.store.log import Logged, entries, judge, once_called
from dateline.store.recode import Recoded, recode
from dateline.store.store import Store
from dateline.store.tellings import Tellings

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
            ready = tellings.setting(_RULES) == _made_by() and not tellings.waiting()
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
        """Keep a page and merge what it tells: what was kept of it; None if it is here already.

        Of the names under which one page comes the first in the alphabet counts, with what is known of it there.
        """
        with self.store.writing() as transaction:
            if transaction.keep(page, coded, made_by):
                merge_waiting(transaction.tellings)
                return transaction.coded(coded.report.id)
        name = self.store.name_of(page.id)
        if name is not None and page.name < name:
            self.recode(page, coded, made_by)
        return None

    def knows(self, page: Page) -> bool:
        """Whether a page of these bytes is here, under a name no later in the alphabet, and need not be coded again."""
        return self.store.has(page) and page.name >= (self.store.name_of(page.id) or page.name)

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

    def recode(self, page: Page, coded: Coded, made_by: Versions | None = None) -> Recoded:
        """Put a new coding of a page that is here in the place of the old: what changed."""
        with self.store.writing() as transaction:
            tellings = transaction.tellings
            beside = tellings.let_go(page.id)
            found = recode(transaction.connection, page, coded, made_by or current())
            merge_waiting(tellings, beside=beside)
            return found

    def split(self, some: Collection[str], others: Collection[str], *, by: str, note: str | None = None) -> Logged:
        """Log that these events are not one happening with those, and make the incidents of all of them anew."""
        with self.store.writing() as transaction:
            logged = judge(transaction.connection, same=False, some=some, others=others, by=by, note=note)
            _group(transaction.tellings, {*some, *others})
            return logged

    def join(self, groups: Sequence[Collection[str]], *, by: str, note: str | None = None) -> list[Logged]:
        """Log that these groups of events are one happening, and make the incidents of all of them anew."""
        with self.store.writing() as transaction:
            logged = []
            for number, some in enumerate(groups[:-1], 1):
                others = {one for group in groups[number:] for one in group}
                logged.append(judge(transaction.connection, same=True, some=some, others=others, by=by, note=note))
            _group(transaction.tellings, {one for group in groups for one in group})
            return logged

    def around(self, incident: Incident) -> tuple[Neighbour, ...]:
        """The incidents that are most like this one and were kept apart from it, with why."""
        own = {telling.event.id for telling in incident.tellings}
        with self.store.reading() as tellings:
            near = tellings.under({key for telling in incident.tellings for key in keys(telling)}) - own
            others = {key: told for key, told, _ in tellings.groups(tellings.incidents_of(near))}
            return neighbours(incident, others, tellings.judgements())

    def of_events(self, ids: Collection[str]) -> list[Incident]:
        """The incidents that these events belong to, by id."""
        with self.store.reading() as tellings:
            return [incident_of(told, links) for _, told, links in tellings.groups(tellings.incidents_of(ids))]

    def about(self, ids: Collection[str]) -> list[Logged]:
        """What was judged of these events, also under the ids that they had before; of all, where none is named."""
        with self.store.connected() as connection:
            return list(entries(connection, about=once_called(connection, ids) if ids else ()))

    def _merge_anew(self, progress: Progress | None) -> None:
        with self.store.writing() as transaction:
            tellings = transaction.tellings
            if tellings.setting(_RULES) != _made_by():
                tellings.dissolve()
                tellings.note(_RULES, _made_by())
            merge_waiting(tellings, progress)


def _made_by() -> str:
    """Which rules made incidents, and what they are listed by."""
    return f"{rules()} {MADE_BY}"


def merge_waiting(tellings: Tellings, progress: Progress | None = None, beside: Collection[str] = ()) -> None:
    """Merge the pages that wait for it; only incidents that hang together with what they tell are made anew.

    `beside` are events that shared an incident with one that is gone.
    """
    waiting, touched = tellings.waiting(), set(beside)
    for number, page_id in enumerate(waiting, 1):
        touched |= tellings.let_go(page_id) | _take_in(tellings, page_id)
        if progress:
            progress(number, len(waiting))
    tellings.settled(waiting)
    _group(tellings, touched)


def tell_anew(tellings: Tellings, pages: Collection[str], events: Collection[str] = ()) -> None:
    """Merge pages again that tell something else now, and make the incidents of these events anew."""
    touched = set(events)
    for page_id in pages:
        touched |= tellings.let_go(page_id) | _take_in(tellings, page_id)
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
    judged = tellings.judgements()
    together = tellings.hanging_together(touched, [(one.one, one.other) for one in judged if one.same])
    told, links = tellings.by_id(together), tellings.links_among(together)
    groups = clusters(list(told.values()), links, judged)
    group_of = {one: number for number, group in enumerate(groups) for one in group}
    within: dict[int, list[Likeness]] = {number: [] for number in range(len(groups))}
    for link in links:
        if group_of[link.one] == group_of[link.other]:
            within[group_of[link.one]].append(link)
    made = (incident_of([told[one] for one in group], within[number]) for number, group in enumerate(groups))
    tellings.regroup(together, [listed(one) for one in made])
