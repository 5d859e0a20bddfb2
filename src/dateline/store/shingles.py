"""Texts as sets of their runs of words, and the sample of a set by which texts that share runs are found.

Broder, "On the resemblance and containment of documents" (1997): the share of the smaller text's runs that stand in
the other (containment) tells an excerpt from a story of its own, where the share of all runs of both (resemblance,
which plain MinHash estimates) does not. His sample for containment is the runs whose hash is 0 modulo `ONE_IN`: it is
the same whatever else a text holds, so an excerpt's sample lies within the sample of what it was taken from.
"""

import re
from hashlib import blake2b
from typing import Final

Shingles = frozenset[int]

RUN: Final = 5
"""Words in a run. Of 3, 4 and 5, the one that sets copies widest apart from stories told anew (decision 0009)."""
LEAST: Final = 30
"""Runs of the shortest text that is compared: a shorter one may be all formula."""
ONE_IN: Final = 4
"""The sample: at this rate, of two texts that share 20 runs, one in 300 pairs shares no sampled one."""
MOST_SAMPLED: Final = 1000
"""Runs kept of the longest texts, the least hashes first; databases bound how many values one question may name."""

_WORD = re.compile(r"[^\W_]+")
_WITHIN = re.compile(r"['’‘`]|(?<=\d),(?=\d)")  # sites drop apostrophes and the commas of large figures


def words(text: str) -> list[str]:
    """The words of a text, in lower case, without punctuation."""
    return _WORD.findall(_WITHIN.sub("", text).lower())


def runs(of: list[str], length: int) -> list[str]:
    """Each run of `length` words, in order; none where there are fewer words."""
    return [" ".join(of[start : start + length]) for start in range(len(of) - length + 1)]


def shingles(text: str) -> Shingles:
    """The runs of a text, each as a signed number of 64 bits that is the same on all machines; none of a short text."""
    found = frozenset(map(_hashed, runs(words(text), RUN)))
    return found if len(found) >= LEAST else frozenset()


def sample(of: Shingles) -> list[int]:
    """The runs by which a text is looked up, ascending: about one in `ONE_IN`."""
    return sorted(shingle for shingle in of if shingle % ONE_IN == 0)[:MOST_SAMPLED]


def containment(one: Shingles, other: Shingles) -> float:
    """The share of the smaller text's runs that stand in the other, from 0 to 1; 0 where a text has none."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _hashed(run: str) -> int:
    return int.from_bytes(blake2b(run.encode(errors="replace"), digest_size=8).digest(), "big", signed=True)
