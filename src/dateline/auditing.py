"""Audits from the first draw to the figures: what a reviewer may see and say, and when.

Reviewers are blind: each sees the items in an order of their own, without how sure the program is, what was merged, and
what others say; and no figures before they are through.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from dateline.audit.asking import checked
from dateline.audit.figures import figures
from dateline.audit.sampling import drawn, in_order_of
from dateline.knowledge.versions import current
from dateline.model.audit import Answer, Audit, Figures, Judged, Plan, Slot, Verdict
from dateline.model.errors import RefusedError
from dateline.store import audits
from dateline.store.audit_frame import frame
from dateline.store.audits import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a reviewer sees next: an item, their own verdict on it if they gave one, and how far they are.

    `place` counts items in the reviewer's own order, from 1. Without an item they are through.
    """

    item: Item | None
    own: Verdict | None
    place: int
    judged: int


def draw(connection: Connection, plan: Plan, by: str) -> Audit:
    """Draws and keeps a sample. Raises RefusedError for a name in use and for a sample that is too small."""
    found, strata = drawn(frame(connection, plan.by), plan)
    made_by = current()
    audit = Audit(
        id=secrets.token_hex(6),
        plan=plan,
        drawn_by=by,
        drawn_at=datetime.now(UTC),
        dateline=made_by.dateline,
        codebook=made_by.codebook,
        strata=strata,
    )
    audits.keep_audit(connection, audit, found)
    return audit


def a_seed() -> int:
    """A seed for who names none."""
    return secrets.randbelow(2**31)


def turn(connection: Connection, audit: Audit, reviewer: str, *, after: int = 0, item: int | None = None) -> Turn:
    """The reviewer's first item without a verdict behind their item `after` (and then from the start); or `item`.

    Raises RefusedError where the audit has all reviewers that it asked for.
    """
    said = audits.verdicts(connection, audit)
    _check_place(audit, reviewer, said)
    own = {verdict.item: verdict for verdict in said if verdict.by == reviewer}
    order = in_order_of(reviewer, audit.id, audits.numbers(connection, audit))
    number = item if item is not None else _next(order, own, after)
    if number is None:
        return Turn(item=None, own=None, place=len(order), judged=len(own))
    found = audits.item(connection, audit, number)
    return Turn(item=found, own=own.get(number), place=order.index(number) + 1, judged=len(own))


def give(
    connection: Connection,
    audit: Audit,
    reviewer: str,
    number: int,
    answers: Mapping[Slot, Answer],
    note: str | None = None,
) -> Verdict:
    """Logs a verdict. Raises RefusedError for one that does not answer what is asked, or from one reviewer too many."""
    _check_place(audit, reviewer, audits.verdicts(connection, audit))
    item = audits.item(connection, audit, number)
    verdict = Verdict(item=number, by=reviewer, answers=checked(item.event, answers), note=note or None)
    audits.give(connection, audit, item.event.id, verdict)
    return verdict


def take_back(connection: Connection, audit: Audit, reviewer: str, number: int) -> None:
    """Logs that a reviewer's verdict on an item counts no more. Raises RefusedError where there is none."""
    if not any(one.item == number and one.by == reviewer for one in audits.verdicts(connection, audit)):
        raise RefusedError(f"item {number}: {reviewer} has given no verdict to take back")
    event = audits.item(connection, audit, number).event.id
    audits.give(connection, audit, event, Verdict(item=number, by=reviewer, answers={}))


def judged(connection: Connection, audit: Audit) -> dict[str, int]:
    """How many items each reviewer has judged."""
    found: dict[str, int] = {}
    for verdict in audits.verdicts(connection, audit):
        found[verdict.by] = found.get(verdict.by, 0) + 1
    return found


def figures_of(connection: Connection, audit: Audit) -> Figures:
    """The figures of an audit, from the verdicts given so far."""
    said: dict[int, list[Verdict]] = {}
    for verdict in audits.verdicts(connection, audit):
        said.setdefault(verdict.item, []).append(verdict)
    return figures(audit, _judged(audits.strata(connection, audit), said))


def _judged(strata: Mapping[int, tuple[str, str]], said: Mapping[int, Sequence[Verdict]]) -> Iterable[Judged]:
    for number, (type, stratum) in strata.items():
        yield Judged(item=number, type=type, stratum=stratum, verdicts=tuple(said.get(number, ())))


def _check_place(audit: Audit, reviewer: str, said: Iterable[Verdict]) -> None:
    begun = {verdict.by for verdict in said}
    if reviewer not in begun and len(begun) >= audit.plan.reviewers:
        raise RefusedError(
            f"{audit.plan.name} has its reviewers ({', '.join(sorted(begun))}): draw another audit to judge one"
        )


def _next(order: Sequence[int], own: Mapping[int, Verdict], after: int) -> int | None:
    start = order.index(after) + 1 if after in order else 0
    return next((number for number in (*order[start:], *order[:start]) if number not in own), None)
