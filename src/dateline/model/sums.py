"""Tolls added up over incidents, so that nobody is counted twice, and what was left out and why."""

from dataclasses import dataclass

from dateline.model.claim import CountKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Addend:
    """What one incident adds: `low` and `high` as in its tolls, None where open; `best` None where there is none.

    `taking_in` are the ids of the incidents whose tolls are within this one's; `perhaps` those that may be, told by
    other reports: they are not in `low`, but in `high`.
    """

    incident: str
    low: int | None
    best: int | None
    high: int | None
    taking_in: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An incident that has figures of the kind and adds nothing, and why, in words."""

    incident: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How many of one kind and unit over all incidents given: at least `low`, at most `high`, None where open.

    `best` is None where an addend has none. `derivation` says in words how it was added up.
    """

    kind: CountKind
    unit: str
    low: int
    best: int | None
    high: int | None
    addends: tuple[Addend, ...]
    left_out: tuple[LeftOut, ...]
    derivation: str
