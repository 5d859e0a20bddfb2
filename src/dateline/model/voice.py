"""Who says something, and who passes it on."""

from dataclasses import dataclass

from dateline.model.claim import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says it and who passes that on.

    `speaker` is the source as named, else the agency or outlet itself; `party` whom the speaker speaks for, else the
    speaker. `carrier` is the agency, else the outlet; None where the page names neither. `kind` is what the speaker
    is, None where the page speaks for itself. `id` is the party's entry in the actor list, else the agency that it is;
    None where it is in neither list.
    """

    speaker: str
    party: str
    carrier: str | None
    kind: SourceKind | None = None
    id: str | None = None
