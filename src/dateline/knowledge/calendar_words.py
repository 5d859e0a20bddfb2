"""Words of the English calendar: months, weekdays, seasons, numerals and units, with what each stands for."""

from typing import Final

MONTHS: Final[dict[str, int]] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_SHORT: Final[dict[str, int]] = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}

# 0 is Monday, as in datetime.date.weekday().
# Of anniversaries, in their order
ORDINALS: Final = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
WEEKDAYS: Final[dict[str, int]] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
WEEKDAY_SHORT: Final[dict[str, int]] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

# Meteorological seasons of the northern hemisphere: first and last month; winter runs into the next year.
SEASONS: Final[dict[str, tuple[int, int]]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}

UNITS: Final[tuple[str, ...]] = ("hour", "day", "night", "week", "fortnight", "month", "year", "decade")

SMALL: Final[dict[str, int]] = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS: Final[dict[str, int]] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
# Vague numbers of days, weeks, months: the figure that news most often means by them.
VAGUE: Final[dict[str, int]] = {
    "a": 1,
    "an": 1,
    "couple of": 2,
    "a couple of": 2,
    "few": 4,
    "a few": 4,
    "several": 4,
}


def number_of(words: str) -> int | None:
    """The whole number that figures or number words stand for ("24", "twenty-four", "several"); None for others."""
    plain = " ".join(words.lower().replace("-", " ").split())
    if plain.isdigit():
        return int(plain)
    if plain in VAGUE:
        return VAGUE[plain]
    parts = plain.split()
    values = [SMALL.get(part, TENS.get(part)) for part in parts]
    if not values or None in values:
        return None
    return sum(value for value in values if value is not None)


def month_of(word: str) -> int:
    """The number of a month's name or abbreviation ("Aug.", "sept", "April"); KeyError where it is none."""
    plain = word.lower().rstrip(".")
    return MONTHS[plain] if plain in MONTHS else MONTH_SHORT[plain]


def weekday_of(word: str) -> int:
    """The number of a weekday, Monday 0; KeyError where it is none. A possessive or plural ending is allowed."""
    plain = word.lower().rstrip(".")
    if plain in WEEKDAY_SHORT:
        return WEEKDAY_SHORT[plain]
    return WEEKDAYS[plain]
