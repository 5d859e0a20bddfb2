"""Which nouns are counted together: those joined by "and", and those that the parser took for names of the first."""

from dateline.extract.grammar import VERBAL, conjuncts, kids
from dateline.extract.number_phrases import Number, Numbers
from dateline.extract.phrases import is_people
from dateline.model.text import Reading


def joined_nouns(reading: Reading, head: int, numbers: Numbers) -> tuple[int, ...]:
    """`head` and the nouns or numbers joined to it or listed after it."""
    heads = (*conjuncts(reading, head), *_listed_after(reading, head, numbers))
    own = (c for c in heads if c == head or not _has_a_fate_of_its_own(reading, c))
    return tuple(c for c in own if reading.tokens[c].pos not in VERBAL)


def _has_a_fate_of_its_own(reading: Reading, i: int) -> bool:
    """ "14 bodies and 52 wounded": the bare number goes with what follows it."""
    following = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    bare = reading.tokens[i].dep == "conj" and reading.tokens[i].pos == "NUM"
    return bare and following is not None and following.tag == "VBN"


def _listed_after(reading: Reading, head: int, numbers: Numbers) -> tuple[int, ...]:
    """ "The commander, two of his aides and a driver": a list whose items cannot be other words for its first.

    "Three men, a farmer and two traders" is no such list: they are the three.
    """
    for item in kids(reading, head, "appos"):
        items = conjuncts(reading, item)
        joined = len(items) > 1 and item > head and reading.tokens[item - 1].text != "("
        if joined and any(_is_another(reading, head, k, numbers) for k in items):
            return items[1:] if _is_its_name(reading, head, items[0]) else items
    return ()


def _is_its_name(reading: Reading, head: int, item: int) -> bool:
    """ "The mayor, Ana Ruiz, two aides and a driver": the mayor is she."""
    one = reading.tokens[head].tag == "NN" and reading.tokens[head].pos == "NOUN"
    return (
        one
        and reading.tokens[item].pos == "PROPN"
        and item + 1 < len(reading.tokens)
        and (reading.tokens[item + 1].text == ",")
    )


def _is_another(reading: Reading, head: int, item: int, numbers: Numbers) -> bool:
    """Whether the item counts more than the first of the list does, or things where that counts people."""
    number = _number_of(reading, item, numbers)
    if number is None:
        return False
    first = _number_of(reading, head, numbers)
    if first is not None and is_people(reading, head) != is_people(reading, item) and item not in numbers:
        return True
    return _least(number) > (1 if first is None else _most(first))


def _number_of(reading: Reading, i: int, numbers: Numbers) -> Number | None:
    if i in numbers:
        return numbers[i]
    return next((numbers[c] for c in kids(reading, i, "nummod") if c in numbers), None)


def _least(number: Number) -> int:
    low, high = number.interval
    return low or high or 0


def _most(number: Number) -> int:
    low, high = number.interval
    return high or low or 0
