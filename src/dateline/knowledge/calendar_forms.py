"""How times are written: each pattern's forms, as regular expressions built from the words of the calendar.

A pattern may have several forms; its named groups are the parts that its days are worked out from. In lower case
"march" and "may" are months only where a neighbour says so; a bare year needs a word before it such as "in" or "since".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.calendar_words import (
    MONTH_SHORT,
    MONTHS,
    ORDINALS,
    SEASONS,
    SMALL,
    TENS,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a pattern: `context` must stand before it, `body` has the named parts. Case does not count."""

    name: str
    body: str
    context: str = ""


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# ---- days and years ----------------------------------------------------------------------------
_PLAIN_MONTH = _either(name for name in MONTHS if name not in ("march", "may"))
_SHORT_MONTH = rf"(?:{_either(name for name in MONTH_SHORT if name != 'may')})\b\.?"
_CAPITAL_SHORT = _either(name.title() for name in MONTH_SHORT)
_MONTH = rf"(?:{_either(MONTHS)}|{_SHORT_MONTH})"
# "12 may have died": after a figure these are months only with a capital.
_MONTH_AFTER_DAY = rf"(?:(?:{_PLAIN_MONTH})\b|(?-i:March|May)\b|(?-i:{_CAPITAL_SHORT})\b\.?)"
_YEAR = r"(?:19|20)\d\d(?!\d|[,.:]\d|%)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:{_either(WEEKDAYS)})"
_ON_WEEKDAY = rf"(?:(?:{_either([*WEEKDAYS, *WEEKDAY_SHORT])})\.?,?\s+)?"
_OWN = r"(?:['’]s)?"
_DAYTIME = r"(?:\s+(?P<daytime>night|morning|afternoon|evening)s?)?"
_PART = r"(?:the\s+)?(?P<part>early|late|mid|middle|beginning|start|end)(?:\s+in|\s+of|\s*-)?\s*(?:the\s+year\s+)?"
_HOUR = r"(?:(?:early|earlier|late|later)\s+)?"
_WHICH_YEAR = r"(?:last|this|next|the same|that)\s+year"
_WHICH_MONTH = r"(?P<which>last|next|this|past|that)\s+"
_WHICH_DAY = r"(?:the\s+)?(?P<which>last|next|this|past|coming|following|previous)\s+"
_PEOPLE = (
    "people|civilians|children|women|men|soldiers|troops|fighters|militants|rebels|others|houses|homes|families|were"
)
_NOT_A_COUNT = rf"(?!\s+(?:{_PEOPLE})\b)"
_NOT_A_VERB = r"(?!\s+(?:on|against|have|be)\b)"
# Each alternative of a look-behind has one width.
_AFTER = "|".join(rf"(?<=\b{word}\s)" for word in "in since of until till by from during between after before".split())
_BEFORE_YEAR = rf"(?:{_AFTER}|(?<=\bthroughout\s)|(?<=\band\s)|(?<=\bthe\s)|(?<=\())"
_BEFORE_MONTH = rf"(?:{_AFTER}|(?<=\band\s))"
_NO_FEAST = r"(?<!\bblack\s)(?<!\bgood\s)(?<!\bbloody\s)(?<!\beaster\s)(?<!\bpalm\s)"
_NO_PRAYERS = r"(?!\s+(?:prayers?|mosque|market|times)\b)"
_SEASON = _either(SEASONS)

# ---- lengths of time ---------------------------------------------------------------------------
_UNIT = rf"(?P<unit>{_either(UNITS)})"
_SPAN = r"(?P<unit>day|night|morning|evening|week|month|year)"
_LONG = r"(?P<unit>week|month|year)"
_SMALL = _either(SMALL)
_NUMBER = (
    rf"(?P<number>\d{{1,3}}|(?:{_either(TENS)})(?:[- ](?:{_SMALL}))?|{_SMALL}|"
    r"(?:a\s+)?(?:couple\s+of|few)|several|an?)"
)
_HEDGE_WORDS = (
    "nearly|almost|about|around|roughly|approximately|some|just over|just under|just|only|well over|over|under|"
    "more than|less than|at least|up to|a little over|barely|within"
)
_HEDGE = rf"(?:(?P<hedge>{_HEDGE_WORDS})\s+)?"
_OVER = r"(?:in|over|during|within|for|throughout)\s+"
_NO_AGE = r"(?!\s+(?:ago|later|earlier|old|in\s+prison|in\s+jail|behind\s+bars)\b|-|['’])"
_CLOSED = r"(?=\s*(?:[,.;:)\"”]|$))"

# In order of preference where two could begin at the same character.
FORMS: Final[tuple[Form, ...]] = (
    Form("date", r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    Form("numeric_date", r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"),
    Form(
        "date",
        rf"{_ON_WEEKDAY}(?:the\s+)?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH_AFTER_DAY}),?\s+(?P<year>{_YEAR})",
    ),
    Form("date", rf"{_ON_WEEKDAY}(?P<month>{_MONTH})\s+(?P<day>{_DAY}),?\s+(?P<year>{_YEAR})"),
    Form(
        "day_range",
        rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})\s*(?:-|–|to|through)\s*(?P<last>{_DAY})(?!\d)"
        rf"(?:,?\s+(?P<year>{_YEAR}))?",
    ),
    Form(
        "day_range",
        rf"(?P<day>{_DAY})\s*(?:-|–|to|and)\s*(?P<last>{_DAY})\s+(?P<month>{_MONTH_AFTER_DAY})(?:,?\s+(?P<year>{_YEAR}))?",
    ),
    Form("month_day", rf"{_ON_WEEKDAY}(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?!\d|[,.:]\d|%){_NOT_A_COUNT}{_OWN}"),
    Form("month_day", rf"{_ON_WEEKDAY}(?:the\s+)?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH_AFTER_DAY}){_OWN}"),
    Form("month_year", rf"(?:{_PART})?(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR}|{_WHICH_YEAR})"),
    Form("month", rf"(?:{_PART}(?:the\s+month\s+of\s+)?)?(?:{_WHICH_MONTH})?(?P<month>{_PLAIN_MONTH})\b{_OWN}"),
    Form("month", rf"{_PART}(?P<month>march|may)\b{_OWN}"),
    Form("month", rf"{_WHICH_MONTH}(?P<month>march|may)\b{_OWN}(?!\s+(?:was|is|will|has|in|to|on)\b)"),
    Form("month", rf"(?P<month>march|may)\b{_OWN}{_NOT_A_VERB}(?!\s+to\s+(?!{_MONTH}\b))", _BEFORE_MONTH),
    Form("month", rf"(?P<month>(?-i:{_CAPITAL_SHORT})\.)", _BEFORE_MONTH),
    Form("month", rf"(?P<month>(?-i:March|May))\b{_OWN}(?=\s+[a-z]+){_NOT_A_VERB}(?!\s+to\b)", r"(?<=\bthe\s)"),
    Form(
        "part_of_year",
        rf"(?:the\s+)?(?P<ordinal>first|second|last)\s+(?:(?P<number>{_SMALL}|\d{{1,2}})\s+months|(?P<unit>half|quarter))"
        rf"\s+of\s+(?P<year>{_YEAR}|this year|last year|the year)",
    ),
    Form("season", rf"(?:{_PART})?(?:the\s+)?(?P<season>{_SEASON})\s+(?:of\s+)?(?P<year>{_YEAR})"),
    Form("season", rf"(?P<which>last|this|next)\s+(?P<season>spring|summer|autumn|winter)\b{_OWN}"),
    Form("season", r"(?P<which>the)\s+(?P<season>spring|summer|autumn|winter)\b", r"(?:(?<=\bin\s)|(?<=\bsince\s))"),
    Form("century", r"(?:the\s+)?(?P<century>\d\d)(?:st|nd|rd|th)[\s-]century\b"),
    Form("decade", rf"the\s+(?:{_PART})?(?P<year>(?:19|20)\d0)['’]?s\b"),
    Form("year_range", r"(?P<year>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)?\d\d)(?![-\d]|[,.:]\d|%)"),
    Form("year", rf"{_PART}(?P<year>{_YEAR})"),
    Form("year", rf"(?P<year>{_YEAR})(?!-\d){_NOT_A_COUNT}", _BEFORE_YEAR),
    Form(
        "weekdays",
        rf"{_HOUR}(?P<weekday>{_WEEKDAY})(?:\s+(?:night|morning|afternoon|evening))?\s+(?:and|or)\s+(?:on\s+)?"
        rf"(?P<last>{_WEEKDAY})\b{_DAYTIME}",
    ),
    Form(
        "weekday",
        rf"(?:(?:early|late|earlier|later)\s+(?:on\s+)?)?(?:{_WHICH_DAY})?(?P<weekday>{_WEEKDAY})(?:['’]?s)?\b"
        rf"{_DAYTIME}{_NO_PRAYERS}",
        _NO_FEAST,
    ),
    Form("day_before_yesterday", r"the\s+day\s+before\s+yesterday"),
    Form("yesterday", rf"{_HOUR}yesterday{_OWN}\b{_DAYTIME}"),
    Form("yesterday", rf"last\s+(?:night|evening){_OWN}"),
    Form("today", rf"{_HOUR}(?:today|tonight){_OWN}\b"),
    Form("today", rf"{_HOUR}this\s+(?:morning|afternoon|evening){_OWN}"),
    Form("tomorrow", rf"{_HOUR}tomorrow{_OWN}\b{_DAYTIME}"),
    Form("overnight", r"overnight|during\s+the\s+night"),
    Form("weekend", rf"(?:(?:over|at|during|on|for)\s+)?(?:the|last|this|this past|next|the past)\s+weekend{_OWN}"),
    Form("same_day", rf"(?:on\s+)?(?:the\s+same|that(?:\s+same|\s+very)?)\s+{_SPAN}"),
    Form("same_day", rf"(?:earlier|later|early|late)\s+(?:on|in)\s+the\s+{_SPAN}"),
    Form("recent", rf"(?:in|over|during|for|of)\s+recent\s+{_UNIT}s"),
    Form(
        "span",
        rf"(?:{_OVER})?(?:(?:the|these|this)\s+)?(?P<which>past|last|previous|next|coming)\s+{_HEDGE}"
        rf"{_NUMBER}[\s-]+{_UNIT}s?\b",
    ),
    Form("span", rf"(?:{_OVER})?(?:(?:the|this)\s+)?(?P<which>past|coming)\s+{_UNIT}s?\b"),
    Form("span", rf"{_OVER}the\s+(?P<which>last|next)\s+{_UNIT}s?\b"),
    Form("span", r"(?:during|over|throughout)\s+the\s+(?P<unit>week|month)\b(?!\s+(?:of|before|after)\b)"),
    Form(
        "end_of",
        r"(?:by\s+|at\s+|until\s+|before\s+)?the\s+(?P<part>end|beginning|start|middle)\s+of\s+"
        rf"(?P<which>the|this|last|next)\s+{_LONG}\b",
    ),
    Form(
        "period",
        rf"(?:(?P<part>early|earlier|late|later|mid)[\s-]+)?(?:the\s+)?(?P<which>last|this|next|coming)\s+{_LONG}\b{_OWN}",
    ),
    Form("offset", rf"the\s+(?P<way>following|next|previous)\s+{_SPAN}\b"),
    Form("offset", rf"the\s+(?P<unit>day|night|week|month|year)\s+(?P<way>before|after){_CLOSED}"),
    Form("ago", rf"{_HEDGE}(?:{_NUMBER}[\s-]+)?{_UNIT}s?\s+ago\b"),
    Form("ago", r"half\s+an?\s+(?P<half>year|decade)\s+ago\b"),
    Form("offset", rf"{_HEDGE}{_NUMBER}\s+{_UNIT}s?\s+(?P<way>later|earlier|previously|afterwards?)\b(?!\s+than\b)"),
    Form("offset", rf"{_HEDGE}{_NUMBER}\s+{_UNIT}s?\s+(?P<way>before|after){_CLOSED}"),
    Form("forerun", rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?:the|{_HEDGE}{_NUMBER})\s+{_UNIT}s?\s+after(?=\s+\w|$)"),
    Form(
        "forerun",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?the\s+(?P<ordinal>{'|'.join(ORDINALS)})\s+anniversary(?=\s+of\b|$)",
    ),
    Form("since_then", rf"since\s+then|ever\s+since{_CLOSED}"),
    Form("lasting", rf"for\s+{_HEDGE}(?:{_NUMBER}[\s-]+)?{_UNIT}s?\b{_NO_AGE}"),
    Form("within", rf"(?:with)?in\s+(?:the\s+space\s+of\s+)?{_HEDGE}{_NUMBER}[\s-]+{_UNIT}s?\b{_NO_AGE}"),
    Form(
        "part_of_day",
        r"(?:at|before)\s+(?:dawn|dusk|noon|midnight|night|sunset|sunrise|daybreak)|"
        r"in\s+the\s+(?:early\s+)?(?:morning|afternoon|evening)\b(?:\s+hours)?",
    ),
)
