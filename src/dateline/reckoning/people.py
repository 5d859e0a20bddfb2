"""Who is counted: which nouns mean the same people, and whose count holds whose.

A noun stands for a sort: "" anybody, "civilian" for residents, villagers and the like, else the noun itself. What one
telling counts side by side are different people; what two tellings count under kindred nouns are taken for the same.
"""

from typing import Final

from dateline.knowledge.words import word_classes
from dateline.reckoning.names import head

ANYBODY: Final = ""
_SORTS: Final = {
    ANYBODY: "people person other dead victim them casualty body fatality",
    "civilian": "civilian resident villager citizen inhabitant local noncombatant",
    "fighter": "fighter gunman militant rebel insurgent terrorist jihadist militiaman",
    "soldier": "soldier troop serviceman",
}
_SORT_OF: Final = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns.split()}
_OF_AN_AGE: Final = frozenset("woman man child girl boy infant baby toddler teenager minor".split())
_TOGETHER: Final = " and "


def noun_of(who: str) -> str:
    """The noun for those counted, "" for people of any sort."""
    noun = head(who)
    return ANYBODY if sort_of(noun) == ANYBODY else noun


def sort_of(noun: str) -> str:
    """The sort that a noun stands for: "civilian" of "villager", "" of "people" and of no noun at all."""
    return _SORT_OF.get(noun, noun)


def is_of_an_age(noun: str) -> bool:
    """Whether a noun tells age or sex alone: those are among whoever else is counted."""
    return noun in _OF_AN_AGE


def holds(whole: str, part: str) -> bool:
    """Whether those of one noun may be among those of another: women among civilians, anyone among people."""
    first, second = sort_of(whole), sort_of(part)
    if first == second:
        return False
    if first == ANYBODY:
        return True
    return first == "civilian" and (second in _OF_AN_AGE or second in word_classes()["civilians"])


def counts_two_harms(who: str) -> bool:
    """Whether the dead and the wounded are counted together: "60 killed and injured"."""
    return _TOGETHER in who and not {"killed", "injured", "wounded", "dead"}.isdisjoint(who.split())
