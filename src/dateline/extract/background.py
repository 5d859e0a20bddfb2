"""Whether an event is told as background: context of the report's news, by the words and the place in the report alone.

Each cue speaks for background (a positive weight) or for news (a negative one); their sum decides. The weights are
those of a logistic regression over the training reports' events without words of time, rounded to a tenth; those of
what people and towns are known by, of what was done recently or earlier and of what had been done are set by hand.
"""

from collections.abc import Callable
from typing import Final

from dateline.extract import background_cues as cue
from dateline.extract.background_cues import Told, told_at
from dateline.model.text import Reading

_BASE: Final = -0.7
_CUES: Final[tuple[tuple[float, Callable[[Told], bool]], ...]] = (
    (2.0, cue.opens_with_since),
    (1.0, cue.had_done_before),
    (2.0, cue.is_earlier),
    (1.5, cue.says_who),
    (1.5, cue.names_state),
    (1.5, cue.is_recent),
    (1.0, cue.had_done_at_top),
    (1.0, cue.is_accused_of),
    (1.0, cue.says_before),
    (0.9, cue.has_done),
    (0.7, cue.who_did),
    (0.7, cue.hangs_on_time),
    (0.7, cue.names_war),
    (0.7, cue.is_participle),
    (0.7, cue.is_pointed_at),
    (0.6, cue.sums_up),
    (0.5, cue.names_long_ago),
    (0.5, cue.is_deep),
    (0.5, cue.had_done),
    (0.4, cue.is_spoken_about),
    (0.4, cue.at_end),
    (0.4, cue.is_long),
    (-0.3, cue.follows_day),
    (-0.4, cue.is_statement),
    (-0.4, cue.is_credited),
    (-0.5, cue.told_at_top),
    (-0.5, cue.goes_on),
    (-0.5, cue.in_lead),
    (-0.8, cue.names_day),
    (-0.8, cue.is_not_done_yet),
    (-1.2, cue.opens),
)


def is_told_as_background(reading: Reading, i: int, type: str = "") -> bool:
    """Whether the event of `type` that token `i` announces is told as context, not as the report's news."""
    told = told_at(reading, i, type)
    return _BASE + sum(weight for weight, holds in _CUES if holds(told)) > 0
