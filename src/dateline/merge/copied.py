"""Which tellings are one text printed by several: what stands in nearly the same words was written once.

A sentence shorter than `LEAST` characters may be alike by chance. Two longer ones are one text where they share most
of their runs of three words, as a desk's light cutting leaves them; the share is measured against the shorter one, so
that a sentence that goes on elsewhere is still the same.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from dateline.knowledge.agencies import agencies
from dateline.knowledge.folding import fold
from dateline.model.incident import Telling, Voice

LEAST = 60
ALIKE = 0.7
_RUN = 3
_WORD = re.compile(r"\w+")
_Printed = tuple[str, str]  # event id, carrier


def first_carriers(tellings: Sequence[Telling]) -> Mapping[_Printed, str]:
    """For each event told in another outlet's words, the carrier that stands for all who print them."""
    runs = {t.event.id: _runs(t.event.claim.sentence.text) for t in tellings}
    text = {event: event for event in runs}
    for one, other in combinations(sorted(event for event, found in runs.items() if found), 2):
        if _first(text, one) != _first(text, other) and is_one_text(runs[one], runs[other]):
            text[_first(text, other)] = _first(text, one)
    printed: dict[str, list[_Printed]] = defaultdict(list)
    for telling in tellings:
        carriers = {carrier_of(voice) for voice in telling.voices}
        printed[_first(text, telling.event.id)] += [(telling.event.id, carrier) for carrier in sorted(carriers)]
    shared = {first: copies for first, copies in printed.items() if len({event for event, _ in copies}) > 1}
    return {copy: min(carrier for _, carrier in copies) for copies in shared.values() for copy in copies}


def carrier_of(voice: Voice) -> str:
    """One key for who passes it on: an agency under its name, whatever its credit says."""
    return fold(agencies().named(voice.carrier or "") or voice.carrier or "")


def is_one_text(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of runs of words are of one text."""
    return bool(one and other) and len(one & other) >= ALIKE * min(len(one), len(other))


def _runs(sentence: str) -> frozenset[str]:
    """The runs of words of a sentence long enough to be told by; else none."""
    folded = fold(sentence)
    words = _WORD.findall(folded) if len(folded) >= LEAST else []
    return frozenset(" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _first(text: Mapping[str, str], event: str) -> str:
    """The event under which all of one text are kept."""
    while text[event] != event:
        event = text[event]
    return event
