"""The log: every judgement and edit with who made it and when, only added to, each entry sealed with the one before.

The hash of an entry is SHA-256 over its fields and the hash of the entry before it, as JSON with sorted keys in ASCII:
to change an entry unseen, all after it would have to be written anew, and whoever kept a later hash would see that too.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import product
from typing import Any, Final, Literal

from sqlalchemy import Connection, insert, select, text

from dateline.model.judgement import Judgement
from dateline.store.tables import log

Kind = Literal[
    "same",
    "different",
    "accepted",
    "rejected",
    "corrected",
    "disputed",
    "commented",
    "evidence",
    "audited",
    "added",
    "settled",
    "undone",
    "carried",
    "orphaned",
]
"""`same`, `different`: a judgement of whether events are one happening. `accepted` to `evidence`: what a person says of
one event (see `reviews`); `audited`: what a reviewer says of one in an audit (see `audits`). `added`: an event that the
coder missed (see `added`).
`settled`: whose word holds where they differ. `undone`: an entry that counts no more.
`carried`: an event is gone, and what was judged of it holds for another. `orphaned`: it is gone, none stands for it."""
FIRST: Final = "0" * 64
"""What stands for the hash before the first entry."""
_OF_PAIRS: Final[tuple[Kind, ...]] = ("same", "different", "carried", "undone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be logged: by whom, the ids of the events that it is about, and its record, of plain JSON values."""

    kind: Kind
    by: str
    about: tuple[str, ...]
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """An entry as it stands in the log. `at` is ISO 8601 in UTC; `previous` and `hash` are hex digests."""

    number: int
    at: str
    by: str
    kind: Kind
    about: tuple[str, ...]
    record: Mapping[str, Any]
    previous: str
    hash: str

    @property
    def seal(self) -> str:
        """What `hash` must be."""
        fields = asdict(self)
        del fields["hash"]
        return hashlib.sha256(json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def append(connection: Connection, entry: Entry) -> Logged:
    """Adds an entry, in the transaction of what it records. Two writers are taken one after the other."""
    lock(connection)
    last = connection.execute(select(log.c.number, log.c.hash).order_by(log.c.number.desc()).limit(1)).one_or_none()
    logged = _sealed(entry, last.number + 1 if last else 1, last.hash if last else FIRST)
    connection.execute(insert(log), asdict(logged))
    return logged


def lock(connection: Connection) -> None:
    """Nobody else adds to the log until the transaction ends."""
    if connection.dialect.name == "postgresql":  # SQLite has one writer at a time
        connection.execute(text("LOCK TABLE log IN SHARE ROW EXCLUSIVE MODE"))


def judge(
    connection: Connection, *, same: bool, some: Iterable[str], others: Iterable[str], by: str, note: str | None = None
) -> Logged:
    """Logs that each event of `some`, by their ids, is (`same`) or is not one happening with each of `others`."""
    some, others = sorted(set(some)), sorted(set(others))
    record = {"some": some, "others": others, "note": note}
    return append(connection, Entry(kind="same" if same else "different", by=by, about=(*some, *others), record=record))


def entries(connection: Connection, *, about: Collection[str] = (), kinds: Collection[Kind] = ()) -> Iterator[Logged]:
    """All entries in their order; with `about` only those about any of these events, with `kinds` only of these."""
    wanted, asked = frozenset(about), select(log).order_by(log.c.number)
    for row in connection.execute(asked.where(log.c.kind.in_(kinds)) if kinds else asked).mappings():
        logged = Logged(**{**row, "about": tuple(row["about"])})
        if not wanted or not wanted.isdisjoint(logged.about):
            yield logged


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """What was judged of each two events, the earlier first; of an event that is gone, under the id of the one that
    stands for it now."""
    found: list[Judgement] = []
    logged_of_pairs = list(entries(connection, kinds=_OF_PAIRS))
    undone = {logged.record["number"] for logged in logged_of_pairs if logged.kind == "undone"}
    for logged in logged_of_pairs:
        if logged.kind == "carried":
            gone, now = logged.record["event"], logged.record["to"]
            found = [one for was in found if (one := _carried(was, gone, now)).one != one.other]
        elif logged.kind != "undone" and logged.number not in undone:
            found += _pairs(logged)
    return tuple(found)


def once_called(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """These events under all ids that they were judged by: their own, and those of events for which they stand."""
    found, kinds = set(ids), frozenset[Kind]({"carried"})
    for logged in reversed(list(entries(connection, kinds=kinds))):
        if logged.record["to"] in found:
            found.add(logged.record["event"])
    return frozenset(found)


def entry(connection: Connection, number: int) -> Logged | None:
    """The entry of this number."""
    row = connection.execute(select(log).where(log.c.number == number)).mappings().one_or_none()
    return Logged(**{**row, "about": tuple(row["about"])}) if row else None


def last_hash(connection: Connection) -> str:
    """The hash of the last entry: as long as it is the same, the whole log is."""
    return connection.execute(select(log.c.hash).order_by(log.c.number.desc()).limit(1)).scalar() or FIRST


def check_chain(connection: Connection) -> list[str]:
    """What is wrong with the log, one line each: entries that are missing, were changed or were put in."""
    faults, number, before = [], 0, FIRST
    for logged in entries(connection):
        number += 1
        if logged.number != number:
            faults.append(f"log entry {logged.number}: stands where entry {number} should: entries are missing")
            number = logged.number
        elif logged.previous != before:
            faults.append(f"log entry {logged.number}: does not follow from the entry before it")
        if logged.hash != logged.seal:
            faults.append(f"log entry {logged.number}: was changed after it was written")
        before = logged.hash
    return faults


def _sealed(entry: Entry, number: int, previous: str) -> Logged:
    unsealed = Logged(
        number=number,
        at=datetime.now(UTC).isoformat(),
        by=entry.by,
        kind=entry.kind,
        about=entry.about,
        record=entry.record,
        previous=previous,
        hash="",
    )
    return replace(unsealed, hash=unsealed.seal)


def _pairs(logged: Logged) -> Iterator[Judgement]:
    at = datetime.fromisoformat(logged.at)
    for one, other in product(logged.record["some"], logged.record["others"]):
        yield Judgement(
            one=one, other=other, same=logged.kind == "same", by=logged.by, at=at, note=logged.record["note"]
        )


def _carried(judged: Judgement, gone: str, now: str) -> Judgement:
    one, other = (now if end == gone else end for end in (judged.one, judged.other))
    return replace(judged, one=one, other=other)
