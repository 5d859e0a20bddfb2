"""Plurals that the parser takes for names since they begin a sentence: "Rockets hit the port", "Herders killed two"."""

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.knowledge.words import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLASSES: Final = ("people", "forces", "aircraft", "thrown_shells", "bombs")
_ENDINGS: Final = (("men", "man"), ("women", "woman"), ("ies", "y"), ("es", "e"), ("s", ""))


def singular_of(doc: "Doc", token: "Token") -> str | None:
    """The singular of a plural that names people or arms and is taken for a name, though no part of a longer one.

    An adjective that begins the sentence ("Suspected Islamists") bears its capital for that.
    """
    if token.pos_ != "PROPN" or not _begins(doc, token.i) or _is_name(doc, token.i + 1):
        return None
    return next((known for known in _singulars(token.lower_) if known in _common()), None)


def _begins(doc: "Doc", i: int) -> bool:
    """Whether the word begins a sentence, or only an adjective stands before it."""
    return doc[i].is_sent_start is True or (i > 0 and doc[i - 1].is_sent_start is True and doc[i - 1].dep_ == "amod")


def _is_name(doc: "Doc", i: int) -> bool:
    return 0 <= i < len(doc) and doc[i].pos_ == "PROPN"


def _singulars(word: str) -> list[str]:
    return [word.removesuffix(many) + one for many, one in _ENDINGS if word.endswith(many) and word != many]


@cache
def _common() -> frozenset[str]:
    return frozenset[str]().union(*(word_classes()[name] for name in _CLASSES))
