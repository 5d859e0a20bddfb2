"""The positions in which a frame looks for its parts, by the names that the codebook gives them."""

from collections.abc import Callable, Iterable

from dateline.extract.frame_governors import (
    aim,
    blamed,
    damaged,
    governor_object,
    governor_subject,
    held_before,
    instrument,
    receiver,
    struck,
    suffered_from,
)
from dateline.extract.frame_losses import fallen, fallen_fighting, pitted
from dateline.extract.frame_positions import (
    attackers,
    between,
    by,
    from_,
    indirect,
    modifier,
    object_,
    opposed,
    possessive,
    subject,
    under_preposition,
    with_,
)
from dateline.extract.phrases import content_head
from dateline.extract.scene import Scene


def heads_at(scene: Scene, i: int, position: str) -> tuple[int, ...]:
    """Heads of the phrases at one position of the frame, lists spread out, measures looked through."""
    if position in _SPECIAL:
        found: Iterable[int] = _SPECIAL[position](scene, i)
    else:
        found = under_preposition(scene, i, position)
    return tuple(dict.fromkeys(content_head(scene.reading, h) for h in found))


_SPECIAL: dict[str, Callable[[Scene, int], tuple[int, ...]]] = {
    "subject": subject,
    "object": object_,
    "possessive": possessive,
    "modifier": modifier,
    "opposed": opposed,
    "by": by,
    "from": from_,
    "between": between,
    "indirect": indirect,
    "governor subject": governor_subject,
    "governor object": governor_object,
    "instrument": instrument,
    "aim": aim,
    "damaged": damaged,
    "held before": held_before,
    "attackers": attackers,
    "blamed": blamed,
    "suffered from": suffered_from,
    "receiver": receiver,
    "with": with_,
    "struck": struck,
    "pitted": pitted,
    "fallen": fallen,
    "fallen fighting": fallen_fighting,
}
