"""Words of saying as they are found: where they stand, who speaks, which words are the content."""

from dataclasses import dataclass

from dateline.extract.scopes import Range
from dateline.model.claim import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of saying: their token, the speaker's head token, the content's token ranges (half-open).

    `about` is the referring noun where the content is only pointed at ("denied the claim"); `via` the head token of
    whoever passes it on ("the agency quoted X as saying").
    """

    token: int
    speaker: int
    scope: tuple[Range, ...]
    stance: Stance = "asserts"
    about: int | None = None
    via: int | None = None
