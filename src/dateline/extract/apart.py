"""Mentions that are parts of one another, told apart: "the rebel group Azmar Front" names one party."""

from collections.abc import Sequence

from dateline.model.claim import Mention


def apart(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that another of them says more fully."""
    return [one for one in mentions if not any(other is not one and _says_more(other, one) for other in mentions)]


def _says_more(one: Mention, other: Mention) -> bool:
    """Whether one says what the other does, and more."""
    return _holds(one, other) or _goes_before(one, other) or _follows_its_kind(one, other)


def _follows_its_kind(name: Mention, noun: Mention) -> bool:
    """ "Azmar Front" and "rebel group" in "the rebel group Azmar Front"."""
    named = not name.name.islower() and noun.name.islower()
    return named and noun.words.end + 1 == name.words.start


def _holds(one: Mention, other: Mention) -> bool:
    return one.words != other.words and one.words.covers(other.words)


def _goes_before(name: Mention, noun: Mention) -> bool:
    """ "Azmar Front" and "rebels" in "Azmar Front rebels", which parsers sometimes part."""
    return name.words.end + 1 == noun.words.start and name.words.text[:1].isupper() and noun.words.text.islower()
