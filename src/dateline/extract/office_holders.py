"""Who holds an office: "the Lorvian president" is whom the report calls "Lorvian President Tor Anders" elsewhere."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from dateline.extract.speaker_phrases import bare
from dateline.knowledge.nations import nations
from dateline.knowledge.reporting import Reporting
from dateline.model.text import Reading, Token

# Of these a state has one at a time
_SINGLE: Final = frozenset(
    "president premier chancellor king queen emir sultan minister secretary governor mayor".split()
)
_BEFORE: Final = 5  # words of a title before the office


def holder(
    reading: Reading, named: Sequence[Token], words: Reporting, places: Mapping[str, Sequence[int]]
) -> str | None:
    """The full name of whoever holds the office that the tokens name, if the report gives it; `places` are the tokens
    of each capitalised word by its lower-case form."""
    office = named[-1] if named else None
    if office is None or office.lower not in _SINGLE or not office.text.islower():
        return None
    wanted = _words(named[:-1])
    for at in places.get(office.lower, ()):
        behind = tuple(takewhile(lambda t: t.pos == "PROPN" and t.text[0].isupper(), reading.tokens[at + 1 : at + 5]))
        before = takewhile(
            lambda t: t.pos in ("PROPN", "ADJ", "NOUN", "PART"), reversed(reading.tokens[max(at - _BEFORE, 0) : at])
        )
        if (
            len(behind) > 1
            and not any(bare(t) in words.organisations for t in behind)
            and _fits(wanted, _words(list(before)))
        ):
            return reading.words(behind[0].i, behind[-1].i).text
    return None


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a title; a nation by its code, in whatever form."""
    found = ((t, nations().of_words(t.text)) for t in tokens)
    return frozenset(nation.code if nation is not None else t.lower for t, nation in found if t.tag != "POS")


def _fits(wanted: frozenset[str], given: frozenset[str]) -> bool:
    """Whether the two titles share what they both say, and no nation stands against another."""
    codes = [{w for w in ws if w.isupper()} for ws in (wanted, given)]
    fields = [{w for w in ws if not w.isupper()} for ws in (wanted, given)]
    return all(not a or not b or bool(a & b) for a, b in (codes, fields)) and bool(wanted & given)
