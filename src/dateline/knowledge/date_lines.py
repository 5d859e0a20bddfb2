"""The line of a story that dates it: "Friday 23 May 2014", "Published June 20 2016", "KABUL (April 15, 2011)".

Pages that were copied without their layout keep it at the head of the running text, before the first sentence.
"""

import re
from typing import Final

from dateline.knowledge import calendar
from dateline.knowledge.calendar import TimeWords

# A date line stands within so many characters of the story's beginning.
HEAD: Final = 400
# What may stand right before it: nothing, the end of a sentence, an opening bracket, a word of publishing, a name.
_BEFORE = re.compile(r"(?:^|[.!?:|\n\"”(\[–—-]|\b(?i:published|updated|posted|date|on line|online)|\b[A-Z][\w.]*)\s*$")
# A date that goes on in lower case or after a comma is part of a sentence.
_AFTER = re.compile(r"\s*(?:$|[A-Z0-9\"“'‘(\[)\]|\n–—-]|at\s+\d)")


def find_date_line(text: str) -> TimeWords | None:
    """The date line at the head of a report's text; None where there is none."""
    for words in calendar.find(text[:HEAD]):
        if words.pattern in ("date", "numeric_date") and _stands_apart(text, words):
            return words
    return None


def _stands_apart(text: str, words: TimeWords) -> bool:
    return bool(_BEFORE.search(text[: words.start]) and _AFTER.match(text, words.end))
