"""Incidents as they are listed: page by page with what a list shows of each, and all at once as columns."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self

from sqlalchemy import Connection, Row, Select, String, and_, exists, func, or_, select, type_coerce

from dateline.model.errors import StoreError
from dateline.store.incident_filters import Condition, Sought, incident_conditions
from dateline.store.log import Kind, entries
from dateline.store.parts import parts
from dateline.store.review_fold import undone_by
from dateline.store.reviews import reviews
from dateline.store.tables import events, incidents, pages, reports, tellings

COLUMNS: Final = (
    "id", "type", "status", "start", "end", "lat", "lon", "precision", "radius_km", "place", "country", "admin1",
    "agents", "targets", "killed_low", "killed_high", "voices", "tellings", "disputed",
)  # fmt: skip
"""What the summary has of each incident, in this order."""
_GROUPED: Final[tuple[Kind, ...]] = ("same", "different", "carried", "undone")
_DAYS: Final = {"start": "first_day", "end": "last_day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """A place in the list of incidents: behind the one of this id, whose first day is this."""

    day: date | None
    id: str

    @property
    def words(self) -> str:
        """As it stands in an address."""
        return f"{self.day.isoformat() if self.day else 'undated'}.{self.id}"

    @classmethod
    def of(cls, words: str) -> Self:
        """The place that these words stand for; raises StoreError where they are none."""
        day, _, id = words.partition(".")
        try:
            return cls(day=None if day == "undated" else date.fromisoformat(day), id=id)
        except ValueError as error:
            raise StoreError(f"after {words}: no place in the list; take it from `next` of the page before") from error


def count(connection: Connection, sought: Sought) -> int:
    """How many incidents meet all conditions."""
    where = incident_conditions(sought, connection.dialect.name)
    return connection.execute(select(func.count()).select_from(incidents).where(*where)).scalar_one()


def listed(
    connection: Connection, sought: Sought, *, limit: int, after: After | None = None, offset: int = 0
) -> Sequence[Row[Any]]:
    """The rows of incidents that meet all conditions, the newest first, those without a day last.

    They are chosen by the index alone (migration 0013), and only those of the page are looked at.
    """
    where = incident_conditions(sought, connection.dialect.name) + ([_behind(after)] if after else [])
    chosen = _ordered(select(incidents.c.id).where(*where)).limit(limit).offset(offset)
    return connection.execute(_ordered(select(incidents).where(incidents.c.id.in_(chosen)))).all()


def rows_of(connection: Connection, ids: Collection[str]) -> list[Row[Any]]:
    """The rows of these incidents, the newest first, those without a day last."""
    chosen = (select(incidents).where(incidents.c.id.in_(some)) for some in parts(sorted(ids)))
    rows = [row for one in chosen for row in connection.execute(one)]
    return sorted(rows, key=lambda row: (-(row.first_day or date.min).toordinal(), row.id))


def summary(connection: Connection, sought: Sought, *, limit: int) -> Sequence[Sequence[Any]]:
    """COLUMNS of the incidents that meet all conditions, in the order of `listed`; days in ISO 8601."""
    columns = [_plain(name) for name in COLUMNS]
    where = incident_conditions(sought, connection.dialect.name)
    return connection.execute(_ordered(select(*columns).where(*where)).limit(limit)).all()


def copies(connection: Connection, ids: Collection[str] | None = None) -> dict[str, int]:
    """On how many more pages the stories stand that tell of an incident; only of those on several, of `ids` or all.

    Pages that a newer version replaces are not counted.
    """
    newer = pages.alias("newer")
    replaced = exists().where(newer.c.version_of == pages.c.id)
    sizes = select(pages.c.story, func.count()).where(pages.c.story.is_not(None), ~replaced).group_by(pages.c.story)
    size: dict[str, int] = {story: number for story, number in map(tuple, connection.execute(sizes)) if number > 1}
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    if size:
        for incident_id, page_id, story in _stories(connection, ids):
            if story in size:
                told[incident_id].add((story, page_id))
    return {one: more for one, pairs in told.items() if (more := _more(pairs, size)) > 0}


def reviewed(connection: Connection) -> frozenset[str]:
    """The ids of the incidents of which somebody judged an event."""
    found: set[str] = set()
    for some in parts(sorted(_judged(connection))):
        asked = select(tellings.c.incident_id).where(tellings.c.event_id.in_(some), tellings.c.incident_id.is_not(None))
        found.update(connection.execute(asked).scalars())
    return frozenset(found)


def telling_reports(connection: Connection, event_ids: Collection[str]) -> list[Row[Any]]:
    """Of each of these events, by `event`, the report that tells it: `id`, `page`, `title`, `outlet`, `published`."""
    asked = (
        select(events.c.id.label("event"), pages.c.id, pages.c.name.label("page"))
        .add_columns(reports.c.title, reports.c.outlet, reports.c.published)
        .join(pages, pages.c.id == events.c.page_id)
        .join(reports, reports.c.page_id == events.c.page_id)
        .order_by(events.c.id)
    )
    chosen = (asked.where(events.c.id.in_(some)) for some in parts(sorted(event_ids)))
    return [row for one in chosen for row in connection.execute(one)]


def _judged(connection: Connection) -> set[str]:
    """The ids of events of which somebody has an opinion, or which somebody put together or apart, and of those that
    stand for them now. To comment is not to judge, nor is an audit's blind verdict, nor what was undone."""
    found = {key for key, one in reviews(connection).items() if one.opinions}
    logged = list(entries(connection, kinds=_GROUPED))
    undone = undone_by(logged)
    for entry in logged:
        if entry.kind == "carried" and entry.record["event"] in found:
            found.add(entry.record["to"])
        elif entry.kind in ("same", "different") and entry.number not in undone:
            found.update(entry.about)
    return found


def _more(pairs: Collection[tuple[str, str]], size: Mapping[str, int]) -> int:
    return sum(size[story] for story in {story for story, _ in pairs}) - len(pairs)


def _stories(connection: Connection, ids: Collection[str] | None) -> list[tuple[str, str, str]]:
    """Incident, page and story of each telling on a page of a story."""
    asked = (
        select(tellings.c.incident_id, events.c.page_id, pages.c.story)
        .join(events, events.c.id == tellings.c.event_id)
        .join(pages, pages.c.id == events.c.page_id)
        .where(tellings.c.incident_id.is_not(None), pages.c.story.is_not(None))
    )
    if ids is None:
        return [tuple(row) for row in connection.execute(asked)]
    chosen = (asked.where(tellings.c.incident_id.in_(some)) for some in parts(sorted(ids)))
    return [tuple(row) for one in chosen for row in connection.execute(one)]


def _plain(name: str) -> Any:
    """A column; days as the engine keeps them, which for a hundred thousand rows takes half of the time."""
    column = incidents.c[_DAYS.get(name, name)]
    return type_coerce(column, String).label(name) if name in _DAYS else column


def _ordered(asked: Select[Any]) -> Select[Any]:
    return asked.order_by(incidents.c.first_day.desc().nulls_last(), incidents.c.id)


def _behind(after: After) -> Condition:
    day, id = incidents.c.first_day, incidents.c.id
    if after.day is None:
        return and_(day.is_(None), id > after.id)
    return or_(day < after.day, and_(day == after.day, id > after.id), day.is_(None))
