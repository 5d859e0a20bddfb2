"""Plurals that the parser takes for names since they begin a sentence: "Rockets hit the port", "Herders killed two"."""

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.knowledge.actor_words import singular
from dateline.knowledge.words import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLASSES: Final = ("people", "forces", "aircraft", "thrown_shells", "bombs", "violent_acts")
# Plurals that the parser takes for those of another noun: the "bases" of an army are no basis
_PLURALS: Final = {"bases": "base", "gendarmeries": "gendarmerie"}


def singular_of(doc: "Doc", token: "Token") -> str | None:
    """The singular of a plural for people, arms or violence that is taken for a name, though no part of a longer one,
    and of one that is taken for the plural of another noun.

    A participle that begins the sentence ("Suspected Islamists") bears its capital for that.
    """
    if token.tag_ == "NNS" and token.lower_ in _PLURALS:
        return _PLURALS[token.lower_]
    if token.pos_ != "PROPN" or not _begins(doc, token.i) or _is_name(doc, token.i + 1):
        return None
    one = singular(token.lower_)
    return one if one != token.lower_ and one in _common() else None


def _begins(doc: "Doc", i: int) -> bool:
    """Whether the word begins a sentence, or only a participle stands before it; of "United" names are made."""
    if doc[i].is_sent_start:
        return True
    first = doc[i - 1] if i else None
    return first is not None and bool(first.is_sent_start) and first.lower_.endswith("ed") and first.lower_ != "united"


def _is_name(doc: "Doc", i: int) -> bool:
    return 0 <= i < len(doc) and doc[i].pos_ == "PROPN"


@cache
def _common() -> frozenset[str]:
    return frozenset[str]().union(*(word_classes()[name] for name in _CLASSES))
