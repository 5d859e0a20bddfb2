"""Title, outlet and agency of a page of plain text: who it says it is by, and what it is headed."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.ingest.credit_line import Credits
from dateline.ingest.credits import Peeled, told_agency
from dateline.ingest.headline import Headline, outlet_of_rights
from dateline.ingest.lines import Layout, Line
from dateline.ingest.origins import Chosen, first
from dateline.knowledge.agencies import agencies

_RUN_IN: Final = re.compile(r"^(?P<title>[^.!?]{20,140})[.!?]\s+(?=[A-Z“\"])")

# A date without a word, or an agency's name, may stand below the standfirst and a picture's caption, not further down.
FIRST_LINES: Final = 3


def headed(headline: Headline | None, told: Sequence[str], shape: Layout) -> Chosen[str]:
    if headline:
        return first("title", (headline.title, "the headline's line", "likely"))
    return first("title", (_run_in_title(told, shape), "the first sentence", "doubtful"))


def printed_by(headline: Headline | None, credited: Sequence[Credits], lines: Sequence[Line]) -> Chosen[str]:
    said = headline.outlet if headline else None
    signed = next((one.outlet for one in credited if one.outlet), None)
    rights = None if said or signed else outlet_of_rights(lines)
    return first(
        "outlet",
        (said, "beside the headline", "likely"),
        (signed, "beside the author's name", "likely"),
        (None if rights and agencies().named(rights) else rights, "a notice of rights", "likely"),
    )


def credited_by(
    front: Peeled, end: Peeled, credited: Sequence[Credits], lines: Sequence[Line], text: str
) -> Chosen[str]:
    """The agency: of what stands at either end of the story, then of a line beside it, then of its own words."""
    peeled = end.agency or front.agency
    signed = next((one for one in credited if one.agency), Credits())
    told = None if peeled or signed.agency else told_agency(text)
    rights = None if peeled or signed.agency or told else outlet_of_rights(lines)
    return first(
        "agency",
        (end.agency, "the end of the story", "certain"),
        (front.agency, "the front of the story", "certain"),
        (signed.agency, "a line beside the story", "certain" if signed.worded else "likely"),
        (told, "a sentence of the story", "likely"),
        (agencies().named(rights or ""), "a notice of rights", "likely"),
    )


def credits_beside(
    found: Sequence[tuple[Line, Credits]], headline: Headline | None, lines: Sequence[Line], kept: Sequence[Line]
) -> tuple[Credits, ...]:
    """The credits between the headline, or a few lines above the story, and its first lines, then those right below
    its last."""
    if not kept:
        return ()
    first = next(index for index, line in enumerate(lines) if line.start >= kept[0].start)
    known = headline is not None and 0 <= headline.nearest < first
    top = lines[headline.nearest].start if headline and known else lines[max(0, first - FIRST_LINES)].start - 1
    limit = kept[min(FIRST_LINES, len(kept)) - 1].start
    below = {line.start for line in [line for line in lines if line.start > kept[-1].start][:FIRST_LINES]}
    above = [one for line, one in found if top < line.start < limit]
    return (*above, *(one for line, one in found if line.start in below))


def _run_in_title(told: Sequence[str], shape: Layout) -> str | None:
    """A headline run in to the only paragraph: a short first sentence with most of its words capitalised."""
    found = _RUN_IN.match(told[0]) if len(told) == 1 and shape.cased else None
    if found is None:
        return None
    title = found.group("title")
    words = [word for word in title.split() if len(word) > 3]
    return title if sum(word[0].isupper() for word in words) >= 0.75 * len(words) and len(words) >= 3 else None
