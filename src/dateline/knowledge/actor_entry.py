"""One entry of the actor list, and how it is read from its row."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from dateline.model.errors import DataError
from dateline.model.event import ActorKind

Role = Literal[
    "state",
    "government",
    "forces",
    "armed group",
    "police",
    "intelligence",
    "political party",
    "intergovernmental",
    "ngo",
    "monitor",
    "media",
    "court",
]
_KEYS = {
    *("id", "name", "names", "local", "role", "kind", "country", "national"),
    *("since", "until", "part_of", "allied", "backed_by", "formerly", "disabled"),
}
_LISTS = ("names", "local", "allied", "backed_by", "formerly")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Part of the actor `id`, from `since` to `until` where known."""

    id: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A party, body or voice that news names. data/actors/README.md says what each part means."""

    id: str
    name: str
    role: Role
    names: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    kind: ActorKind | None = None
    country: str | None = None
    national: bool = False
    since: date | None = None
    until: date | None = None
    part_of: tuple[Membership, ...] = ()
    allied: tuple[str, ...] = ()
    backed_by: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()

    def active(self, on: date) -> bool:
        """Whether `on` lies in its time, as far as that is known."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def overlaps(self, other: "ActorEntry") -> bool:
        """Whether the two may have lived on one day."""
        starts_late = self.until is not None and other.since is not None and self.until < other.since
        starts_early = other.until is not None and self.since is not None and other.until < self.since
        return not (starts_late or starts_early)

    @property
    def links(self) -> tuple[str, ...]:
        """Every id that it points to."""
        return (*(member.id for member in self.part_of), *self.allied, *self.backed_by, *self.formerly)


def entry_of(row: dict[str, Any], where: str) -> tuple[str, ActorEntry | None]:
    """The id in a row and its entry, None where it is turned off. Raises DataError naming where the row stands."""
    _check_id(row, where)
    where = f"{where}: {row['id']}"
    if row.get("disabled") == "true":
        return row["id"], None
    _check(row, where)
    return row["id"], ActorEntry(
        id=row["id"],
        name=row["name"],
        role=row["role"],
        kind=row.get("kind"),
        country=row.get("country"),
        national=row.get("national") == "true",
        since=day(row.get("since"), where),
        until=day(row.get("until"), where, last=True),
        part_of=tuple(_membership(whole, where) for whole in row.get("part_of", ())),
        **{key: tuple(row.get(key, ())) for key in _LISTS},
    )


def day(text: str | None, where: str, last: bool = False) -> date | None:
    """The first day, or the `last` one, of a day, month or year in ISO form. Raises DataError on anything else."""
    if text is None:
        return None
    found = _DAY.fullmatch(text)
    try:
        year, month, of_month = (int(part) if part else None for part in found.groups()) if found else (0, None, None)
        month = month or (12 if last else 1)
        return date(year or 0, month, of_month or (calendar.monthrange(year or 0, month)[1] if last else 1))
    except ValueError as error:
        raise DataError(f"{where}: {text!r} is not a day, month or year such as 2014-06-29") from error


def _membership(whole: str | dict[str, str], where: str) -> Membership:
    if isinstance(whole, str):
        return Membership(id=whole)
    since, until = day(whole.get("since"), where), day(whole.get("until"), where, last=True)
    return Membership(id=whole["id"], since=since, until=until)


def _check_id(row: dict[str, Any], where: str) -> None:
    """Raises DataError where the row has no id, or one of another form."""
    if "id" not in row:
        raise DataError(f"{where} lacks its id")
    if not isinstance(row["id"], str) or not _ID.fullmatch(row["id"]):
        raise DataError(f"{where}: {row['id']}: an id has lower-case letters, digits and single hyphens only")


def _check(row: dict[str, Any], where: str) -> None:
    """Raises DataError on the first rule that the row breaks."""
    if missing := {"name", "role"} - row.keys():
        raise DataError(f"{where} lacks its {min(missing)}")
    if unknown := row.keys() - _KEYS:
        raise DataError(f"{where} has the unknown key {min(unknown)!r}")
    for key, value in row.items():
        _check_shape(key, value, where)
    if row["role"] not in get_args(Role) or row["role"] == "state":
        raise DataError(f"{where}: {row['role']!r} is no role; states belong in nations.yaml")
    if row.get("kind") not in (None, *get_args(ActorKind)):
        raise DataError(f"{where}: {row['kind']!r} is not one of ACLED's kinds of actor")
    if row.get("national") not in (None, "true") or ("national" in row and "country" not in row):
        raise DataError(f"{where}: national is true or left out, and needs a country")


def _check_shape(key: str, value: object, where: str) -> None:
    """Raises DataError where a list is none, or something else is one."""
    if key == "part_of":
        whole = isinstance(value, list) and all(isinstance(one, str) or "id" in one for one in value)
    elif key in _LISTS:
        whole = isinstance(value, list) and all(isinstance(one, str) for one in value)
    else:
        whole = isinstance(value, str)
    if not whole:
        raise DataError(
            f"{where}: {key} should be {'a list, as [A, B]' if key in (*_LISTS, 'part_of') else 'one value'}"
        )
