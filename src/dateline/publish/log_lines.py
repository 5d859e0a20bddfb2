"""The log as a table and as JSON Lines."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, get_args

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.publish.lines import Line
from dateline.publish.shapes import MAYBE_TEXT, TEXT, TEXTS, Schema, table
from dateline.store.log import Kind, Logged


def log_line(logged: Logged) -> Line:
    """One entry. `some` and `others` are the events of a judgement; of an event that is gone, itself and what stands
    for it now. `said` is what else is said of a single event: the slot and value of a correction, evidence ..."""
    some, others, note = _SIDES[logged.kind](logged.record)
    return {
        "record": "log",
        "number": logged.number,
        "at": logged.at,
        "by": logged.by,
        "kind": logged.kind,
        "some": some,
        "others": others,
        "note": note,
        "said": {key: value for key, value in logged.record.items() if key in SAID} or None,
        "previous": logged.previous,
        "hash": logged.hash,
    }


def log_schema() -> Schema:
    """The JSON Schema of `log_line`."""
    digest: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    return table(
        {
            "record": {"const": "log"},
            "number": {"type": "integer", "minimum": 1},
            "at": TEXT,
            "by": TEXT,
            "kind": {"enum": list(get_args(Kind))},
            "some": TEXTS,
            "others": TEXTS,
            "note": MAYBE_TEXT,
            "said": {
                "type": ["object", "null"],
                "properties": {key: {} for key in SAID},
                "additionalProperties": False,
            },
            "previous": digest,
            "hash": digest,
        }
    )


def log_table(entries: Iterable[Logged]) -> Table:
    """Entries with who made them and when, what they say of which events, and why."""
    shown = Table(box=box.SIMPLE_HEAD, show_lines=True)
    for name, ratio in (("No.", None), ("When (UTC)", None), ("Who", 1), ("What", 6), ("Note", 2)):
        shown.add_column(name, ratio=ratio, overflow="fold", no_wrap=ratio is None)
    for logged in entries:
        when = logged.at[:16].replace("T", " ")
        note = str(log_line(logged)["note"] or "")
        shown.add_row(str(logged.number), when, Text(logged.by), Text(in_words(logged)), Text(note))
    return shown


def in_words(logged: Logged) -> str:
    """What an entry says."""
    some, others, _ = _SIDES[logged.kind](logged.record)
    said = {key: _shown(value) for key, value in logged.record.items() if key in SAID}
    return _WORDS[logged.kind].format(some=", ".join(some), others=", ".join(others), **said)


def _shown(value: object) -> str:
    """A value in one line: what carries a name, by its name."""
    if isinstance(value, list):
        return "; ".join(map(_shown, value)) or "nothing"
    if isinstance(value, dict):
        return " ".join(str(value[key]) for key in _TELLING if value.get(key) is not None)
    return "nothing" if value is None else str(value)


_Sides = tuple[list[str], list[str], str | None]


def _judged(record: Mapping[str, Any]) -> _Sides:
    return list(record["some"]), list(record["others"]), record["note"]


def _carried(record: Mapping[str, Any]) -> _Sides:
    return [record["event"]], [record["to"]], None


def _orphaned(record: Mapping[str, Any]) -> _Sides:
    return [record["event"]], [], None


def _of_one(record: Mapping[str, Any]) -> _Sides:
    return [record["event"]], [], record["note"]


def _undone(record: Mapping[str, Any]) -> _Sides:
    return [], [], record["note"]


SAID: Final = ("slot", "value", "upon", "link", "file", "for", "number")
"""What a judgement of one event says beside the event and the note."""
_TELLING: Final = ("name", "kind", "who", "low", "high", "start", "end", "stance")
_SIDES: Final[Mapping[str, Callable[[Mapping[str, Any]], _Sides]]] = {
    "same": _judged,
    "different": _judged,
    **dict.fromkeys(
        ("audited", "added", "accepted", "rejected", "corrected", "disputed", "commented", "evidence", "settled"),
        _of_one,
    ),
    "undone": _undone,
    "carried": _carried,
    "orphaned": _orphaned,
}
_WORDS: Final[Mapping[str, str]] = {
    "same": "one happening: {some} and {others}",
    "different": "two happenings: {some} and {others}",
    "audited": "{some} was looked at in an audit",
    "added": "{some} is told, and was missed",
    "accepted": "{some} is right",
    "rejected": "{some} is no event of its report",
    "corrected": "{slot} of {some}: {value}",
    "disputed": "{some} is in dispute",
    "commented": "on {some}",
    "evidence": "evidence on {some}: {link} {file}",
    "settled": "on {slot} of {some} the word of {for} holds",
    "undone": "entry {number} is undone",
    "carried": "{some} is gone; what was judged of it holds for {others}",
    "orphaned": "{some} is gone, and none stands for it",
}
