"""The site's name in the <title> of an HTML page, beside its headline."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.ingest.headline import names_an_outlet, title_pattern
from dateline.knowledge.furniture import bare, fold, furniture

_PARTS: Final = re.compile(r"\s*(?:\||::|»|«|·|•)\s*|\s+[-–—:]+\s+")
_LONGEST: Final = 6
# A headline of fewer words may be a section's name.
_LEAST_HEADLINE: Final = 3


def site_beside(title: str, headlines: Sequence[str]) -> str | None:
    """The name that stands in `title` before or behind one of `headlines`, but for the sections of the site; where the
    headline is worded otherwise, the last part if that is named as outlets are."""
    for headline in headlines:
        found = title_pattern(headline).search(title) if len(headline.split()) >= _LEAST_HEADLINE else None
        if found:
            behind, before = (_names(part) for part in (title[found.end() :], title[: found.start()]))
            return behind[-1] if behind else before[0] if before else None
    last = _names(title)[1:][-1:]
    return last[0] if last and names_an_outlet(last[0]) else None


def _names(text: str) -> list[str]:
    """The parts that may name a site."""
    parts = [part.strip(" |-–—:·•»«") for part in _PARTS.split(text)]
    return [part for part in parts if part and len(part.split()) <= _LONGEST and not _is_a_section(part)]


def _is_a_section(part: str) -> bool:
    return not part[0].isalnum() or any(bare(fold(part)) in signal.whole for signal in furniture().signals)
