"""Which body "a monitor" and "a monitoring group" are: the only one that the report names.

News of a war quotes its monitor without a name in the first sentence and names it in the next.
"""

import re
from collections.abc import Iterator
from typing import Final

_BODY: Final = (
    r"(?:Observatory|Monitor|Monitoring (?:Group|Network|Centre|Center)|Violations Documentation Cent(?:er|re))"
)
_NAMED: Final = re.compile(
    rf"\b(?:[A-Z][\w’'-]+ ){{0,3}}{_BODY}(?: (?:for|of|on) (?:[A-Z][\w-]+)(?: (?:and )?[A-Z][\w-]+)*)?"
)
_BARE: Final = re.compile(
    r"(?:(?:[\w-]+-based|war|conflict|independent|british|local) )*"
    r"(?:monitors?|monitoring (?:groups?|organi[sz]ations?|bod(?:y|ies)|agency)|watchdog)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(r"^(?:(?:The|A|An|But|And|Meanwhile|According|Britain-based|British-based|UK-based) )+")
_SHORT: Final = re.compile(_BODY)


def is_bare_monitor(name: str) -> bool:
    """Whether the words speak of a monitoring body without naming it."""
    return _BARE.fullmatch(name) is not None


def the_monitor(text: str) -> str | None:
    """The fullest name of the only monitoring body that the text names; None where it names none or several."""
    names = list(dict.fromkeys(_names(text)))
    full = max(names, key=len, default=None)
    return full if full is not None and all(_is_short_for(name, full) for name in names) else None


def _names(text: str) -> Iterator[str]:
    for found in _NAMED.finditer(text):
        name = _OPENING.sub("", found.group())
        if name != "Monitor":  # an outlet's or a headline's word
            yield name


def _is_short_for(name: str, full: str) -> bool:
    """ "Observatory" of "Syrian Observatory for Human Rights"."""
    return set(name.split()) <= set(full.split()) or (_SHORT.fullmatch(name) is not None and name in full)
