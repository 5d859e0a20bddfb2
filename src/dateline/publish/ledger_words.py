"""What ledgers say in a reader's words: ranges, days, places, and who says or denies it."""

from collections.abc import Iterable, Sequence

from dateline.model.ledger import Range, Side, Spot, Statement, When
from dateline.publish import wording

_NAMES = 3
"""Names that a cell shows; the lines of JSON have all."""


def ranged(found: Range) -> str:
    """ "12", "12–15", "≥12", "≤15", and "13 (12–15)" where one figure stands out."""
    if found.high is None:
        return f"≥{found.low:,}"
    if found.low == found.high:
        return f"{found.low:,}"
    span = f"{found.low:,}–{found.high:,}" if found.low else f"≤{found.high:,}"
    stands_out = found.best is not None and found.low < found.best < found.high
    return f"{found.best:,} ({span})" if stands_out else span


def when(found: When | None) -> str:
    """The days, with a word for those that are only the report's own."""
    if found is None:
        return ""
    days = wording.stretch((found.start, found.end))
    return f"{days} (day of the report)" if found.precision == "report" else days


def day_label(found: When | None) -> str:
    """The days in a narrow column: "2016-07-05", "2016-07-05–07-09", "≤ 2016-07-05" for the report's own day."""
    if found is None:
        return ""
    first, last = found.start.isoformat(), found.end.isoformat()
    if found.precision == "report":
        return f"≤ {last}"
    shared = first[: len("2024-")] == last[: len("2024-")]
    return first if first == last else f"{first}–{last[len('2024-') :] if shared else last}"


def spot(found: Spot) -> str:
    """The name with its province or country: "Kara (Aleppo, SY)"; "?" where the map does not know it."""
    within = [part for part in (found.admin1, found.country) if part and part != found.name]
    name = found.name if found.known or found.precision == "country" else f"{found.name}?"
    return f"{name} ({', '.join(within)})" if within else name


def spots(found: Iterable[Spot]) -> str:
    """Names with their countries."""
    return ", ".join(f"{one.name} ({one.country})" if one.country and one.precision != "country" else one.name
                     for one in found)  # fmt: skip


def sides(found: Iterable[Side]) -> str:
    """Their names."""
    return ", ".join(side.name for side in found)


def as_said(found: Sequence[Side]) -> str:
    """Who did it in the words used, with the side behind it where that is another name: "army [government of X]"."""
    return ", ".join(_as_said(side) for side in found)


def _as_said(side: Side) -> str:
    said = ", ".join(side.said)
    return side.name if not said or set(side.said) == {side.name} else f"{said} [{side.name}]"


def saying(statements: Iterable[Statement]) -> str:
    """The speakers, each once."""
    return few(dict.fromkeys(voice.speaker for one in statements for voice in one.voices))


def denying(statements: Iterable[Statement]) -> str:
    """Those who deny it, each once."""
    return few(dict.fromkeys(voice.speaker for one in statements for voice in one.denials))


def few(names: Iterable[str]) -> str:
    """The first names, and how many more there are."""
    listed = list(names)
    more = len(listed) - _NAMES
    return ", ".join(listed[:_NAMES]) + (f" and {more} more" if more > 0 else "")
