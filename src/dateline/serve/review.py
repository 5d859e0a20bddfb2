"""Reviews: `/api/review`."""

import io
import zipfile
from datetime import date
from typing import Annotated, Any, Final, Literal, get_args

import msgspec
from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import BaseModel, Field

from dateline.knowledge.types import TYPES, types_of
from dateline.model.claim import CountKind, CountStatus, Modality, PlaceRole, SourceKind, Stance
from dateline.model.errors import OutdatedError, ReviewError
from dateline.model.event import ActorKind, DayPrecision, Precision
from dateline.model.review import Slot
from dateline.publish.lines import Line
from dateline.publish.log_lines import log_line
from dateline.publish.review_lines import (
    desk_line,
    desk_schema,
    mistake_line,
    neighbour_line,
    neighbour_schema,
    progress_line,
    progress_schema,
)
from dateline.publish.shapes import OFFSET, TEXT, TEXTS, array, list_of, ref, table
from dateline.review.gold import Gold
from dateline.reviewing import desk
from dateline.reviewing.adding import Missed, add
from dateline.reviewing.saying import Said, Saying, say, undo
from dateline.serve.context import Book, Reviewer, Who
from dateline.serve.described import ZIP, answers
from dateline.serve.lookup import PLACE, named_places
from dateline.store.filters import Wanted

router = APIRouter(prefix="/review", tags=["review"])
CHOICES: Final[dict[str, Any]] = {
    "modality": Modality,
    "actor_kind": ActorKind,
    "place_role": PlaceRole,
    "place_precision": Precision,
    "day_precision": DayPrecision,
    "count_kind": CountKind,
    "count_status": CountStatus,
    "source_kind": SourceKind,
    "stance": Stance,
}


class ToSay(BaseModel):
    """One judgement of one event; see `Said`."""

    kind: Saying
    event: str
    slot: Slot | None = None
    value: Any = None
    whose: str | None = None
    note: str | None = Field(None, max_length=10_000)
    link: str | None = Field(None, max_length=2_000)
    file: str | None = None
    seen: int | None = None


class ToAdd(BaseModel):
    """An event that the coder missed: the id of its report, its type, and the words that tell it."""

    report: str
    type: str
    text_start: int
    text_end: int
    note: str | None = Field(None, max_length=10_000)


class ToSplit(BaseModel):
    """An event that is another happening than the rest of its incident."""

    event: str
    note: str | None = Field(None, max_length=10_000)


class ToJoin(BaseModel):
    """An event whose incident and another are one happening."""

    event: str
    incident: str
    note: str | None = Field(None, max_length=10_000)


class ToUndo(BaseModel):
    """The number of a log entry that is to count no more."""

    number: int
    note: str | None = Field(None, max_length=10_000)


_ITEM: Final = desk_schema(whole=True)
_ON_DESK: Final = table({"items": array(desk_schema()), "total": OFFSET})
_SAID: Final = answers(table({"entry": ref("log"), "item": _ITEM}), status=201)
_UNDONE: Final = answers(table({"entry": ref("log"), "items": array(_ITEM)}), status=201)
_GOLD: Final = table({"reports": array(table({"doc": TEXT, "text": TEXT, "gold": {"type": "object"}}))})
_CHOICES: Final = table(dict.fromkeys(("type", *CHOICES), TEXTS))


# ---- reading ------------------------------------------------------------------------------------
@router.get("/queue", responses=answers(_ON_DESK))
def queue(
    book: Book,
    who: Who,
    type: str | None = None,
    place: str | None = None,
    source: str | None = None,
    since: date | None = None,
    until: date | None = None,
    pile: desk.Pile = "todo",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Line:
    """The events that most need a reviewer, with why."""
    wanted = _wanted(type=type, place=place, source=source, since=since, until=until)
    found = desk.queue(book, wanted, by=who.name, pile=pile, limit=limit)
    return {"items": [desk_line(one) for one in found.items], "total": found.total}


@router.get("/events/{event_id}", responses=answers(_ITEM))
def event(book: Book, event_id: str) -> Line:
    """One event with its review, its report's text and its log."""
    return _item(book, event_id)


@router.get("/events/{event_id}/neighbours", responses=answers(table({"items": array(neighbour_schema())})))
def neighbours(book: Book, event_id: str) -> Line:
    """The incidents that are most like the event's and were kept apart from it, with why."""
    found = [near for one in book.of_events([event_id]) for near in book.around(one)]
    return {"items": [neighbour_line(one) for one in found[:9]]}


@router.get("/progress", responses=answers(progress_schema()))
def progress(book: Book) -> Line:
    """How far all reviewers are."""
    return progress_line(desk.progress(book))


@router.get("/conflicts", responses=answers(_ON_DESK))
def conflicts(book: Book) -> Line:
    """The events on which reviewers differ."""
    found = desk.conflicts(book)
    return {"items": [desk_line(one) for one in found], "total": len(found)}


@router.get("/mistakes", responses=answers(table({"items": list_of("mistake")})))
def mistakes(book: Book) -> Line:
    """What the coder got wrong, by slot and type, with examples."""
    return {"items": [mistake_line(one) for one in desk.mistakes_found(book)]}


@router.get("/gold", responses=answers(_GOLD, also=ZIP))
def gold(book: Book, format: Literal["json", "zip"] = "json") -> Response:
    """The reports all of whose events were reviewed, as coded by hand."""
    found = list(desk.gold_reports(book))
    if format == "zip":
        named = {"Content-Disposition": 'attachment; filename="gold.zip"'}
        return Response(_zipped(found), media_type="application/zip", headers=named)
    reports = [{"doc": one.doc, "text": one.text, "gold": one.coding} for one in found]
    return Response(msgspec.json.encode({"reports": reports}), media_type="application/json")


@router.get("/choices", responses=answers(_CHOICES))
def choices() -> dict[str, list[str]]:
    """What the slots with closed lists may hold."""
    return {"type": list(TYPES), **{name: list(get_args(kind)) for name, kind in CHOICES.items()}}


@router.get("/places", responses=answers(table({"items": array(PLACE)})))
def places(name: Annotated[str, Query(min_length=1, max_length=100)]) -> Line:
    """The places that a name may mean, the more peopled first, as a place of an event has them."""
    return {"items": named_places(name)}


# ---- judging ------------------------------------------------------------------------------------
@router.post("/judgements", status_code=201, responses=_SAID)
def judge(book: Book, who: Reviewer, said: ToSay) -> Line:
    """Log a judgement, and merge anew what it changes."""
    if said.kind == "settled" and who.role != "admin":
        raise HTTPException(403, f"to settle a conflict takes the role admin, and {who.name} is a {who.role}")
    try:
        logged = say(book, Said(**said.model_dump()), by=who.name)
    except ReviewError as error:
        raise HTTPException(_status(error), str(error)) from error
    return {"entry": log_line(logged), "item": _item(book, said.event)}


@router.post("/events", status_code=201, responses=_SAID)
def add_missed(book: Book, who: Reviewer, asked: ToAdd) -> Line:
    """Log that the coder missed an event; its fields are then said as corrections are."""
    missed = Missed(page_id=asked.report, type=asked.type, start=asked.text_start, end=asked.text_end, note=asked.note)
    try:
        logged = add(book, missed, by=who.name)
    except ReviewError as error:
        raise HTTPException(_status(error), str(error)) from error
    return {"entry": log_line(logged), "item": _item(book, logged.record["event"])}


@router.post("/split", status_code=201, responses=_SAID)
def split(book: Book, who: Reviewer, asked: ToSplit) -> Line:
    """Log that an event is another happening than the rest of its incident."""
    others = {t.event.id for one in book.of_events([asked.event]) for t in one.tellings} - {asked.event}
    if not others:
        raise HTTPException(422, "nothing to split it from: no other event tells of this incident")
    logged = book.split([asked.event], others, by=who.name, note=asked.note)
    return {"entry": log_line(logged), "item": _item(book, asked.event)}


@router.post("/join", status_code=201, responses=_SAID)
def join(book: Book, who: Reviewer, asked: ToJoin) -> Line:
    """Log that an event's incident and another are one happening."""
    groups = [[t.event.id for t in one.tellings] for one in book.of_events([asked.event])]
    groups += [[t.event.id for t in one.tellings] for one in book.called(asked.incident) if one.id == asked.incident]
    if len(groups) != 2 or groups[0] == groups[1]:
        raise HTTPException(422, f"{asked.incident}: name another incident than the event's own, by its whole id")
    (logged,) = book.join(groups, by=who.name, note=asked.note)
    return {"entry": log_line(logged), "item": _item(book, asked.event)}


@router.post("/undo", status_code=201, responses=_UNDONE)
def take_back(book: Book, who: Reviewer, asked: ToUndo) -> Line:
    """Take an entry of the log back: one's own, or, as an admin, anybody's."""
    try:
        logged = undo(book, asked.number, by=who.name, anyone=who.role == "admin", note=asked.note)
    except ReviewError as error:
        raise HTTPException(_status(error), str(error)) from error
    found = [one for key in logged.about if (one := desk.on_desk(book, key))]
    return {"entry": log_line(logged), "items": [desk_line(one, whole=True) for one in found]}


def _status(error: ReviewError) -> int:
    return 409 if isinstance(error, OutdatedError) else 422


def _item(book: Book, event_id: str) -> Line:
    found = desk.on_desk(book, event_id)
    if found is None:
        raise HTTPException(404, f"{event_id}: no event is called so")
    return desk_line(found, whole=True)


def _wanted(
    *, type: str | None, place: str | None, source: str | None, since: date | None, until: date | None
) -> Wanted:
    types = types_of(type) if type else ()
    if type and not types:
        raise HTTPException(422, f"{type}: no type or group of types of the codebook is called so")
    return Wanted(types=types, place=place or None, source=source or None, since=since, until=until, asserted=False)


def _zipped(found: list[Gold]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in found:
            archive.writestr(f"{one.doc}.txt", one.text)
            archive.writestr(f"{one.doc}.json", msgspec.json.format(msgspec.json.encode(one.coding), indent=1))
    return packed.getvalue()
