"""Times of day as pages write them beside a date, and what their zones are from universal time."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# Abbreviations that mean one offset wherever they are used.
_FIXED: Final = {
    **dict.fromkeys(("z", "utc", "gmt", "wet"), "+00:00"),
    **dict.fromkeys(("cet", "wat"), "+01:00"),
    **dict.fromkeys(("cest", "eet", "cat", "sast"), "+02:00"),
    **dict.fromkeys(("eest", "eat", "trt"), "+03:00"),
    "pkt": "+05:00",
    "sgt": "+08:00",
    "hkt": "+08:00",
    **dict.fromkeys(("jst", "kst"), "+09:00"),
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}
# Names of a place's time, of which the day tells the offset.
_PLACES: Final = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
    "uk": "Europe/London",
    "msk": "Europe/Moscow",
}
# Abbreviations with several meanings: British or Bangladesh, India or Israel, American or Chinese, Arabia or Atlantic.
_SEVERAL: Final = ("bst", "ist", "cst", "ast")
_NAMES: Final = "|".join(sorted({*_FIXED, *_PLACES, *_SEVERAL}, key=len, reverse=True))

_HALF: Final = r"[ap]\.?m\b\.?"
_ZONE: Final = rf"(?:local\s+time|(?:{_NAMES})\b(?:\s+time\b)?)"
# What tells a time of day with a point, or without a mark, from other figures.
_TOLD: Final = rf"(?=\s*(?:{_HALF}|,?\s*\(?{_ZONE}|h(?:rs|ours)\b))"

CLOCK: Final = (
    r"\(?(?P<{0}hour>\d{{1,2}})"
    rf"(?::(?P<{{0}}minute>\d\d)(?!\d)(?::\d\d(?:\.\d+)?)?|\.(?P<{{0}}pointed>\d\d){_TOLD}"
    rf"|(?P<{{0}}bare>\d\d){_TOLD}|(?=\s?{_HALF}))"
    rf"\s*(?P<{{0}}half>{_HALF}(?![a-z]))?(?:\s*h(?:rs|ours)\b)?"
    rf"(?:,?\s*\(?(?P<{{0}}zone>{_ZONE}))?"
    r"(?:\s*(?P<{0}offset>[+-]\d\d:?\d\d)\b"
    r"|(?P<{0}hours>(?:(?<=gmt|utc)\s?\+|(?<=gmt|utc|:\d\d)[+-]|(?<=gmt|utc)\s-(?!\d+\s+[a-z]))\d{{1,2}})(?![\d:]))?\)?"
    rf"(?:\s*\(\d\d?[:.]?\d\d\s*{_ZONE}\))?"
)
"""A time of day as a pattern without regard to case, with a prefix for its groups to be filled in; the same moment said
again for another zone in brackets is passed over."""


def clock_of(found: Mapping[str, str | None], place: str, day: date) -> str | None:
    """ "HH:MM" with the offset if the zone is stated and known, of the groups with the prefix `place`; None where there
    is no such time."""
    hour = found[place + "hour"]
    minute = found[place + "minute"] or found[place + "pointed"] or found[place + "bare"] or "00"
    if hour is None or int(hour) >= 24 or int(minute) >= 60:
        return None
    told = time(_hour(int(hour), found[place + "half"]), int(minute))
    figures = found[place + "offset"] or found[place + "hours"]
    offset = _figures(figures) if figures else _of_zone(found[place + "zone"], datetime.combine(day, told))
    return f"{told:%H:%M}{offset}"


def _hour(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _figures(written: str) -> str:
    """An offset as "+HH:MM"."""
    figures = written.strip()
    hours, minutes = figures[1:3], figures[3:].lstrip(":") or "00"
    return f"{figures[0]}{int(hours):02}:{minutes}"


def _of_zone(name: str | None, moment: datetime) -> str:
    zone = (name or "").lower().removesuffix("time").strip()
    if zone in _PLACES and (place := _place(_PLACES[zone])):
        return moment.replace(tzinfo=place).isoformat()[-6:]
    return _FIXED.get(zone, "")


@cache
def _place(name: str) -> ZoneInfo | None:
    """None where the system has no data of time zones."""
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return None
