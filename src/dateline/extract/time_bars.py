"""Times that stand in an event's sentence and are not its own: what bars the way from the event to them."""

from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.extract.tense import tense_of
from dateline.extract.times import FoundTime
from dateline.extract.who_clauses import tells_of_persons
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

_STRETCHES: Final = frozenset({"since", "lasting", "within", "span", "recent", "war"})
_ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh".split())
_NEAR: Final = 8
_BEFORE_NOUN: Final = 3


def is_mentioned(reading: Reading, trigger: int, top: int) -> bool:
    """Whether words on the way up only say who or what is meant, so that a day above is not the event's own.

    "The man who runs the raids was held on Friday", "a man involved in raids", "the besieged town".
    """
    tokens = reading.tokens
    for lower in (trigger, *ancestors(reading, trigger)):
        if lower == top:
            return False
        token, above = tokens[lower], tokens[tokens[lower].head]
        if token.dep == "amod" and token.pos in VERBAL:
            return True
        if token.dep == "relcl" and token.tag in ("VBZ", "VBP"):
            return True
        if token.dep == "prep" and above.dep in ("acl", "amod") and above.lemma in word_classes()["accusing"]:
            return True
    return False


def follows(reading: Reading, trigger: int, after: int) -> bool:
    """Whether the trigger stands in what the word "after" at `after` governs."""
    way = (trigger, *ancestors(reading, trigger))
    return trigger > after and (
        after in way or (reading.tokens[after].dep == "mark" and reading.tokens[after].head in way)
    )


def is_of_comparison(reading: Reading, found: FoundTime) -> bool:
    """Whether a stretch only says how rare it is: "the first raid in two years", "the largest since 2014", "the second
    this year"."""
    whole_year = found.mention.pattern == "period" and found.mention.words.text.lower() == "this year"
    if found.mention.pattern not in _STRETCHES and not whole_year:
        return False
    first = reading.sentences[found.sentence].first
    for i in range(found.first - 1, max(first, found.first - _NEAR) - 1, -1):
        token = reading.tokens[i]
        if token.tag == "JJS" or token.lower in _ORDINALS:
            return True
        if token.pos in VERBAL or token.text == ",":
            return False
    return False


def is_of_example(reading: Reading, trigger: int, found: FoundTime) -> bool:
    """Whether a day is that of one case among many: "has bombed clinics often, including a raid on May 6"."""
    tokens = reading.tokens
    above = {trigger, *ancestors(reading, trigger)}
    way = (found.first, *ancestors(reading, found.first))
    return any(tokens[i].lower == "including" and i < found.first and i not in above for i in way)


def tells_of_name(reading: Reading, trigger: int, found: FoundTime) -> bool:
    """Whether a time stands in a clause about a name that the event only touches.

    "Shelled Tarn, which rebels took in 2014"; not "fired rockets that killed ten on Monday". Nor does a clause about
    persons, of what they did before.
    """
    tokens = reading.tokens
    above = {trigger, *ancestors(reading, trigger)}
    for i in (found.governor, *ancestors(reading, found.governor)):
        if i in above:
            return False
        if tokens[i].dep == "relcl" and (tokens[tokens[i].head].pos == "PROPN" or tells_of_persons(reading, i)):
            return True
    return False


def is_of_joined_clause(reading: Reading, found: FoundTime, top: int) -> bool:
    """Whether a time stands in a clause joined to `top` that has its own subject and its own tense.

    "Troops kill hundreds every day, and they lost 500 men in May"; not "rebels attacked and 12 men died on Monday".
    """
    i = found.governor
    while i != top:
        token = reading.tokens[i]
        if token.dep == "conj" and token.pos in VERBAL and kids(reading, i, "nsubj", "nsubjpass"):
            return tense_of(reading, i) != tense_of(reading, top)
        i = token.head
    return False


def is_of_occasion(reading: Reading, trigger: int, found: FoundTime) -> bool:
    """Whether the day only names an occasion: "the rally ahead of a June 3 poll", not "signed the May 2 agreement"."""
    noun = reading.tokens[found.governor]
    return (
        noun.head != trigger and 0 < noun.i - found.last <= _BEFORE_NOUN and noun.lemma in word_classes()["occasions"]
    )
