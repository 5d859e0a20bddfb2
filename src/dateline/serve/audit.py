"""Audits: `/api/audits`. A reviewer sees one blind item after another, and the figures when they are through."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import Field
from sqlalchemy import Connection

from dateline import auditing
from dateline.model.audit import Allocation, Answer, Audit, Plan, Slot, Stratifier, Verdict
from dateline.publish.audit_lines import (
    audit_line,
    audit_schema,
    figures_line,
    figures_schema,
    turn_line,
    turn_schema,
    verdict_line,
    write_csv,
)
from dateline.publish.lines import Line
from dateline.publish.shapes import OFFSET, array, record, table
from dateline.serve.context import Admin, Book, Caller, Reviewer, Who
from dateline.serve.described import CSV, answers
from dateline.store import audits
from dateline.store.users import may

router = APIRouter(tags=["audits"])

Name = Annotated[str, Field(min_length=1, max_length=80, pattern=r"\S")]
MOST = 5000
"""Items that one audit may have: more than any team reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAudit:
    """A sample to draw; without a seed one is found by lot, and kept."""

    name: Name
    sample: Annotated[int, Field(ge=1, le=MOST)]
    by: Stratifier | None = None
    allocation: Allocation = "proportional"
    reviewers: Annotated[int, Field(ge=1, le=9)] = 2
    seed: Annotated[int, Field(ge=0, lt=2**31)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVerdict:
    """What a reviewer says of an item: right, wrong or unsure for each slot that is asked."""

    item: Annotated[int, Field(ge=1, le=MOST)]
    answers: Mapping[Slot, Answer] = field(default_factory=dict)
    note: Annotated[str, Field(max_length=2000)] | None = None


_AUDIT: Final = audit_schema()
_VERDICT: Final = record(Verdict)


@router.get("/audits", responses=answers(table({"items": array(_AUDIT)})))
def listed(book: Book) -> dict[str, Any]:
    """All audits, the newest first, with how many items each reviewer has judged."""
    with book.store.connected() as connection:
        found = audits.all_audits(connection)
        return {"items": [audit_line(one, auditing.judged(connection, one)) for one in found]}


@router.post("/audits", status_code=201, responses=answers(_AUDIT, status=201))
def draw(new: NewAudit, who: Admin, book: Book) -> dict[str, Any]:
    """Draw a sample."""
    plan = Plan(
        name=" ".join(new.name.split()),
        sample=new.sample,
        by=new.by,
        allocation=new.allocation,
        reviewers=new.reviewers,
        seed=auditing.a_seed() if new.seed is None else new.seed,
    )
    with book.store.connected(writes=True) as connection:
        return audit_line(auditing.draw(connection, plan, who.name), {})


@router.get("/audits/{audit}", responses=answers(_AUDIT))
def one(audit: str, book: Book) -> dict[str, Any]:
    """One audit, by its id or name."""
    with book.store.connected() as connection:
        found = _called(connection, audit)
        return audit_line(found, auditing.judged(connection, found))


@router.get("/audits/{audit}/next", responses=answers(turn_schema()))
def turn(
    audit: str,
    who: Reviewer,
    book: Book,
    after: Annotated[int, Query(ge=0, le=MOST)] = 0,
    item: Annotated[int | None, Query(ge=1, le=MOST)] = None,
) -> dict[str, Any]:
    """The reviewer's next item without a verdict, `after` another; or one `item` again."""
    with book.store.connected() as connection:
        found = _called(connection, audit)
        return turn_line(found, auditing.turn(connection, found, who.name, after=after, item=item))


@router.post("/audits/{audit}/verdicts", status_code=201, responses=answers(_VERDICT, status=201))
def give(audit: str, new: NewVerdict, who: Reviewer, book: Book) -> dict[str, Any]:
    """Give a verdict; a later one of the same reviewer on the same item holds instead."""
    with book.store.connected(writes=True) as connection:
        found = _called(connection, audit)
        return verdict_line(auditing.give(connection, found, who.name, new.item, new.answers, new.note))


@router.delete("/audits/{audit}/verdicts/{item}", responses=answers(table({"item": OFFSET})))
def take_back(audit: str, item: int, who: Reviewer, book: Book) -> dict[str, Any]:
    """Take one's own verdict on an item back."""
    with book.store.connected(writes=True) as connection:
        auditing.take_back(connection, _called(connection, audit), who.name, item)
    return {"item": item}


@router.get("/audits/{audit}/figures", response_model=None, responses=answers(figures_schema(), also=CSV))
def figures(audit: str, who: Who, book: Book, format: Literal["json", "csv"] = "json") -> Line | Response:
    """Precision by slot and type, and agreement, each with its interval; not for a reviewer who is not through."""
    with book.store.connected() as connection:
        found = _called(connection, audit)
        _check_blind(found, who, auditing.judged(connection, found))
        numbers = auditing.figures_of(connection, found)
    if format == "json":
        return figures_line(found, numbers)
    out = io.StringIO()
    write_csv(out, found, numbers)
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8")


def _check_blind(audit: Audit, who: Caller, judged: Mapping[str, int]) -> None:
    """Raises HTTPException 409 for who is to judge yet: figures would tell what others say."""
    left = audit.drawn - judged.get(who.name, 0)
    place = who.name in judged or len(judged) < audit.plan.reviewers
    if left and place and may(who.role, "reviewer"):
        raise HTTPException(
            409, f"judge your {left} items first: until then the figures would tell you what others say"
        )


def _called(connection: Connection, name: str) -> Audit:
    found = audits.called(connection, name)
    if found is None:
        raise HTTPException(404, f"{name}: there is no such audit; /api/audits lists them")
    return found
