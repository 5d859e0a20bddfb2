"""Claims made by hand, with nothing stated but what a test gives."""

from dataclasses import replace

from dateline.model.claim import Claim
from dateline.model.text import Span


def bare(kind: str, trigger: Span, sentence: Span, **known: object) -> Claim:
    """A claim that something of the kind occurred, and no more unless it is `known`."""
    claim = Claim(
        type=kind,
        trigger=trigger,
        sentence=sentence,
        modality="occurred",
        background=False,
        agents=(),
        targets=(),
        places=(),
        time=None,
        counts=(),
        sources=(),
        means=None,
        extent=None,
        rule=f"{kind}/1",
    )
    return replace(claim, **known)  # type: ignore[arg-type]
