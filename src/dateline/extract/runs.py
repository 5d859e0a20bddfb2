"""Walking along the words of a sentence as they stand, for names that a parse does not hold together.

A run is (first, last), token indices both included.
"""

from dateline.extract.grammar import sentence_at
from dateline.model.text import Reading

Run = tuple[int, int]

DASHES = frozenset({"-", "–"})
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)


def is_upper(reading: Reading, i: int) -> bool:
    """Whether the word begins with a capital."""
    return reading.tokens[i].text[:1].isupper()


def bounds(reading: Reading, i: int) -> range:
    """The tokens of the sentence that `i` stands in."""
    sentence = sentence_at(reading, i)
    return range(sentence.first, sentence.last)


def skip(reading: Reading, i: int, words: frozenset[str], step: int = 1) -> int:
    """The first token from `i` on, going by `step`, that is none of these words; it may lie outside the sentence."""
    here = bounds(reading, i) if 0 <= i < len(reading.tokens) else range(0)
    while i in here and reading.tokens[i].lower.rstrip(".") in words:
        i += step
    return i


def is_headline(reading: Reading, i: int) -> bool:
    """Whether nearly all longer words of the sentence are capitalised, the verb too, so that capitals tell no names."""
    inside = [reading.tokens[k] for k in bounds(reading, i)]
    if any(t.pos == "VERB" and t.text.islower() and len(t.text) > 2 for t in inside):
        return False
    long = [t.text for t in inside if len(t.text) > 3]
    return len(long) > 3 and sum(word[:1].isupper() for word in long) > 0.85 * len(long)


def is_tight(reading: Reading, i: int) -> bool:
    """Whether a dash joins two words without a space."""
    inside = 0 < i < len(reading.tokens) - 1
    return (
        inside
        and reading.tokens[i - 1].end == reading.tokens[i].start
        and reading.tokens[i].end == reading.tokens[i + 1].start
    )


def lost_apostrophes(reading: Reading) -> bool:
    """Whether a page has no possessive with its apostrophe."""
    return not any(token.tag == "POS" for token in reading.tokens)
