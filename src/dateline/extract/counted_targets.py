"""Those who are counted as harmed in an act are struck by it, beside those whom its frame names."""

from collections.abc import Sequence

from dateline.extract.apposed import name_beside
from dateline.extract.roles import Roles
from dateline.extract.scene import Scene
from dateline.knowledge.actor_words import singular
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Count, Mention

_PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they", "which", "whom", "that", "who"})
_RELATIVE = frozenset({"which", "whom", "that", "who"})
_HARMED = frozenset({"killed", "injured", "abducted", "detained", "released", "missing"})


def with_counted(scene: Scene, kind: str, parts: Roles, counts: tuple[Count, ...]) -> tuple[Mention, ...]:
    """Those counted as harmed are targets of the act beside what its frame names."""
    if kind == "armed_clash" or (TYPES[kind] != "violence" and kind not in ("casualties", "arrest", "release")):
        return parts.targets
    taken = {_main_word(m.name) for m in (*parts.agents, *parts.targets)}
    whole = [c for c in counts if c.part_of is None and c.kind in _HARMED and _are_people(c.who)]
    if TYPES[kind] == "violence":
        whole += [c for c in counts if c.part_of is None and c.kind == "damaged" and _is_one_kind(c)]
    whole = [c for c in whole if c.words.text.lower() not in (_PRONOUNS if parts.targets else _RELATIVE)]
    named = {_main_word(c.who): Mention(name=c.who, words=c.words) for c in reversed(whole)}
    further = (m for word, m in reversed(named.items()) if word not in taken and not _has_name(scene, m, parts.targets))
    return (*parts.targets, *further)


def _has_name(scene: Scene, counted: Mention, struck: Sequence[Mention]) -> bool:
    """ "A commander, Karim Haddad": whether who is counted is struck under the name set beside him."""
    last = scene.token_at.get(counted.words.end)
    name = name_beside(scene, last) if last is not None else None
    return name is not None and any(m.words.end == scene.reading.tokens[name].end for m in struck)


def _is_one_kind(count: Count) -> bool:
    """ "Scores of homes"; a list that shares a number is named by nobody so."""
    return count.unit != "weapon" and "," not in count.who and " and " not in count.who


def _are_people(who: str) -> bool:
    """Whether the words of a count of the harmed can be for persons, or are a name; "others" names nobody."""
    word, classes = _main_word(who), word_classes()
    named = who.split()[-1:] and who.split()[-1][:1].isupper()
    if named or word in classes["people"]:
        return word != "other"
    things = (classes[name] for name in ("no_party", "buildings", "weapons", "struck", "parties", "tallies"))
    return word.isalpha() and not any(word in kind for kind in things)


def _main_word(name: str) -> str:
    """ "Insurgent" of "suspected insurgents", "mayor" of "mayor of Tarva"."""
    words = name.lower().partition(" of ")[0].split()
    return singular(words[-1]) if words else ""
