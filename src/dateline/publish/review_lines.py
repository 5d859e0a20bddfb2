"""Reviews as plain values: an event on a reviewer's desk, progress, mistakes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.merge.neighbours import Neighbour
from dateline.model.incident import IncidentStatus
from dateline.model.review import Conflict, Noted, Opinion, Remark, Review, Slot, Standing, Value
from dateline.publish.lines import Line, event_line, printable
from dateline.publish.log_lines import in_words, log_line, log_schema
from dateline.publish.shapes import (
    COUNTS,
    DAY,
    MAYBE_TEXT,
    OFFSET,
    STAMP,
    TEXT,
    TEXTS,
    Schema,
    array,
    like,
    maybe_one_of,
    one_of,
    or_null,
    ref,
    table,
)
from dateline.review.mistakes import Mistake
from dateline.reviewing.desk import OnDesk, Progress
from dateline.store.log import Logged


def desk_line(item: OnDesk, *, whole: bool = False) -> Line:
    """An event with its review and why it is in the queue; `whole` adds its report's text and its log."""
    told = item.told
    line: Line = {
        "event": event_line(told.page, told.event, told.made_by, told.review.standing),
        "coded": event_line(told.page, told.coded, told.made_by) if told.event != told.coded else None,
        "report": {
            "id": told.page_id,
            "page": printable(told.page),
            "title": told.title,
            "outlet": told.outlet,
            "published": told.published,
        },
        "incident": {"id": told.incident, "status": told.status, "voices": told.voices} if told.incident else None,
        "points": item.urgency.points,
        "why": list(item.urgency.why),
        "review": review_line(told.review),
    }
    return {**line, "text": told.text, "log": [_logged(one) for one in item.log]} if whole else line


def desk_schema(*, whole: bool = False) -> Schema:
    """The JSON Schema of `desk_line`."""
    report = table({"id": TEXT, "page": TEXT, **dict.fromkeys(("title", "outlet"), MAYBE_TEXT), "published": STAMP})
    incident = table({"id": TEXT, "status": one_of(IncidentStatus), "voices": OFFSET})
    desk = table(
        {
            "event": ref("event"),
            "coded": or_null(ref("event")),
            "report": report,
            "incident": or_null(incident),
            "points": {"type": "number"},
            "why": TEXTS,
            "review": _review_schema(),
        }
    )
    return like(desk, text=TEXT, log=array(like(log_schema(), words=TEXT))) if whole else desk


def review_line(review: Review) -> Line:
    """Where a review stands; `seen` is the number of the last judgement, which who judges next names again."""
    return {
        "standing": review.standing,
        "seen": max((one.number for one in review.opinions.values()), default=0),
        "opinions": [_opinion(one) for one in review.opinions.values()],
        "conflicts": [_conflict(one) for one in review.conflicts],
        "corrections": sorted(review.corrections),
        "notes": [_note(note) for note in review.notes],
    }


def progress_line(progress: Progress) -> Line:
    """How far all are."""
    reviewers = [{"by": by, "judged": judged} for by, judged in progress.reviewers.items()]
    return {
        "total": progress.total,
        "done": progress.done,
        "standings": dict(progress.standings),
        "reviewers": reviewers,
    }


def progress_schema() -> Schema:
    """The JSON Schema of `progress_line`."""
    reviewers = array(table({"by": TEXT, "judged": OFFSET}))
    return table({"total": OFFSET, "done": OFFSET, "standings": COUNTS, "reviewers": reviewers})


def neighbour_line(near: Neighbour) -> Line:
    """An incident that was kept apart from another: the telling that is most like it, and why it is not it."""
    event = near.other.event
    return {
        "incident": near.incident,
        "type": event.claim.type,
        "sentence": event.claim.sentence.text,
        "date": {"start": event.date.start.isoformat(), "end": event.date.end.isoformat()} if event.date else None,
        "places": [place.name for place in event.places],
        "why_not": near.why_not,
    }


def neighbour_schema() -> Schema:
    """The JSON Schema of `neighbour_line`."""
    days = or_null(table({"start": DAY, "end": DAY}))
    words = dict.fromkeys(("incident", "type", "sentence"), TEXT)
    return table({**words, "date": days, "places": TEXTS, "why_not": TEXT})


def mistake_line(mistake: Mistake) -> Line:
    """How often a slot was wrong, with examples."""
    return {"record": "mistake", **asdict(mistake)}


def mistake_schema() -> Schema:
    """The JSON Schema of `mistake_line`."""
    example = table(dict.fromkeys(("event", "page", "sentence", "coded", "right"), TEXT))
    count: Schema = {"type": "integer", "minimum": 1}
    return table(
        {
            "record": {"const": "mistake"},
            "slot": TEXT,
            "type": TEXT,
            "wrong": count,
            "reviewed": count,
            "examples": {"type": "array", "items": example},
        }
    )


def mistakes_table(found: Sequence[Mistake]) -> Table:
    """Mistakes with how many of those reviewed, and the first example of each."""
    shown = Table(box=box.SIMPLE_HEAD)
    for name, ratio in (("Slot", None), ("Type", None), ("Wrong", None), ("Coded", 1), ("Right", 1), ("Sentence", 3)):
        shown.add_column(name, ratio=ratio, overflow="fold", no_wrap=ratio is None)
    for one in found:
        first = one.examples[0]
        words = (Text(first.coded), Text(first.right), Text(first.sentence))
        shown.add_row(one.slot, one.type, f"{one.wrong} of {one.reviewed}", *words)
    return shown


def _review_schema() -> Schema:
    said = table({"by": TEXT, "as_coded": _MAYBE, "value": {}, "rejects": _MAYBE})
    conflict = table({"slot": maybe_one_of(Slot), "sides": array(said)})
    opinion = table({**_SAID, "verdict": {"enum": ["rejected", "accepted", "corrected"]}, "slots": array(one_of(Slot))})
    return table(
        {
            "standing": one_of(Standing),
            "seen": OFFSET,
            "opinions": array(opinion),
            "conflicts": array(conflict),
            "corrections": array(one_of(Slot)),
            "notes": array(table({"kind": one_of(Remark), **_SAID, **_NOTED})),
        }
    )


_MAYBE: Schema = {"type": ["boolean", "null"]}
_SAID: Mapping[str, Schema] = {"by": TEXT, "at": TEXT, "number": OFFSET}
_NOTED = dict.fromkeys(("note", "link", "file"), MAYBE_TEXT)


def _logged(one: Logged) -> Line:
    return {**log_line(one), "words": in_words(one)}


def _opinion(one: Opinion) -> Line:
    verdict = "rejected" if one.rejects else "accepted" if one.whole else "corrected"
    return {
        "by": one.by,
        "at": one.at.isoformat(),
        "number": one.number,
        "verdict": verdict,
        "slots": sorted(slot for slot, value in one.values.items() if value.number),
    }


def _conflict(conflict: Conflict) -> Line:
    return {"slot": conflict.slot, "sides": [{"by": by, **_side(said)} for by, said in conflict.sides]}


def _side(said: Value | bool) -> Line:
    if isinstance(said, Value):
        return {"as_coded": not said.number, "value": said.value, "rejects": None}
    return {"as_coded": None, "value": None, "rejects": said}


def _note(note: Noted) -> Line:
    return {
        "kind": note.kind,
        "by": note.by,
        "at": note.at.isoformat(),
        "number": note.number,
        "note": note.note,
        "link": note.link,
        "file": note.file,
    }
