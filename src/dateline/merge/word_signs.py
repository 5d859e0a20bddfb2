"""What the words of two tellings say for their being one happening, and against it.

A happening that the codebook has a type for is told by type, day and place, and its words add to that; of a bare one
(`kinds.is_bare`) the words are all there is.
"""

from dateline.knowledge.word_families import SAYING
from dateline.merge import kinds, words
from dateline.model.incident import Telling

_ALIKE = 0.3
_LIKE_SENTENCES, _SAME_SENTENCE = 0.25, 0.6


def called_by_words_of_one_family(one: Telling, other: Telling) -> bool:
    """they call it by one word, or by words for one thing"""
    return _bare(one, other) and words.one_family(one, other)


def called_so_on_one_page(one: Telling, other: Telling) -> bool:
    """one page calls both so"""
    return one.page == other.page and called_by_words_of_one_family(one, other)


def of_words_of_saying(one: Telling, other: Telling) -> bool:
    """of what is said, each report tells much"""
    return _bare(one, other) and SAYING in (words.word_of(one), words.word_of(other))


def on_pages_alike(one: Telling, other: Telling) -> bool:
    """their pages are much about the same"""
    return one.page != other.page and words.pages_alike(one, other) >= _ALIKE


def on_pages_much_alike(one: Telling, other: Telling) -> bool:
    """their pages are about the same throughout"""
    return words.about_the_same(one, other)


def in_sentences_alike(one: Telling, other: Telling) -> bool:
    """their sentences say much the same"""
    return words.sentences_alike(one, other) >= _LIKE_SENTENCES


def in_one_sentence(one: Telling, other: Telling) -> bool:
    """their sentences say nearly the same words"""
    return words.sentences_alike(one, other) >= _SAME_SENTENCE


def _bare(one: Telling, other: Telling) -> bool:
    return kinds.is_bare(one.event) or kinds.is_bare(other.event)
