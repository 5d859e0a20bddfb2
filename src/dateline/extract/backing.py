"""Who backs whom, and who is allied with or linked to whom."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import child, conjuncts
from dateline.extract.runs import Run, bounds, is_upper, skip
from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import (
    Stated,
    before_dash,
    ends_nation,
    here,
    is_party_word,
    party,
    party_after,
    party_before,
)
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Reading

_DASH = frozenset({"-", "–"})
_KINDS_ONLY = frozenset(
    {"group", "forces", "alliance", "coalition", "force", "organisation", "organization", "militia", "faction"}
)
_MARKS = frozenset({",", "the", "a", "an", "(", ")"})
_BREAKS = frozenset({",", ";", "—", ":", '"'})
_TO = frozenset({"to", "with"})
_FIGHTING = frozenset({"fight", "battle"})


# ---- backing ------------------------------------------------------------------------------------
def backed(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvian-backed militias", "fighters backed by Lorvia", "the regime and its Lorvian backers"."""
    word = scene.reading.tokens[i].lower
    if word in ("backers", "backer"):
        yield from _backers(scene, i)
    elif here(scene, i + 1) and scene.reading.tokens[i + 1].lower == "by":
        yield from _backed_by(scene, i)
    else:
        yield from _backed_before(scene, i)


def _backed_before(scene: Scene, i: int) -> Iterator[Stated]:
    """The dash may be lost: "Lorvian backed rebels"."""
    backer = before_dash(scene, i)
    if backer is None or not backer.name[:1].isupper():
        return
    first = next(t.i for t in scene.reading.tokens[max(0, i - 8) : i + 1] if t.end > backer.words.start)
    thing = party_after(scene, skip(scene.reading, i + 1, _DASH))
    apposed = _apposed(scene, first, thing)
    if apposed is not None:
        found = party(scene, apposed)
        whole = scene.reading.words(first, apposed[1]) if apposed[0] > first and found.name.islower() else found.words
        yield Stated(replace(found, words=whole), "backed_by", backer, i)


def _apposed(scene: Scene, first: int, thing: Run | None) -> Run | None:
    """For "the Ashen Front, a Lorvian-backed group" the Front; for a bare "group" elsewhere nobody."""
    if thing is None or not thing_is_kind(scene, thing):
        return thing
    before = skip(scene.reading, first - 1, _MARKS, step=-1)
    if before in bounds(scene.reading, first) and is_upper(scene.reading, before) and before < first - 1:
        return party_before(scene, before)
    return None


def thing_is_kind(scene: Scene, run: Run) -> bool:
    """Whether the words only say what kind of group it is."""
    token = scene.reading.tokens[run[1]]
    if token.lower == "forces":
        return run[0] == run[1]
    return token.lower in _KINDS_ONLY and not is_upper(scene.reading, run[0])


def _backed_by(scene: Scene, i: int) -> Iterator[Stated]:
    reading = scene.reading
    if not is_passive(reading, i):
        return
    backers = _named_backers(scene, i + 2)
    for head in _nearest(reading, i):
        token = reading.tokens[head]
        named = token.head if token.dep == "appos" and token.lemma in _KINDS_ONLY else head
        known = antecedent(scene, named)
        thing = party_before(scene, known) if known is not None else None
        if thing is not None and is_party_word(scene, thing[1]):
            yield from (Stated(party(scene, thing), "backed_by", nation_of(scene, one), i) for one in backers)


def _named_backers(scene: Scene, i: int) -> list[Run]:
    """All in "by Lorvia and the Ashen Front" whom a name tells."""
    first = party_after(scene, i)
    if first is None:
        return []
    further = (party_before(scene, k) for k in conjuncts(scene.reading, first[1])[1:])
    runs = (first, *(run for run in further if run is not None and run[0] > first[1]))
    return [r for r in runs if any(ends_nation(scene, k) or k in scene.actors for k in range(r[0], r[1] + 1))]


def _nearest(reading: Reading, i: int) -> tuple[int, ...]:
    """What is backed; of "the army and rebels backed by", the last before the word."""
    found = objects(reading, i)
    if reading.tokens[i].dep != "acl" or not found:
        return found
    return tuple(k for k in conjuncts(reading, found[0]) if k < i)[-1:] or found


def nation_of(scene: Scene, run: Run) -> Mention:
    """The nation whose weapons back somebody: "backed by Lorvian warplanes"."""
    last = scene.reading.tokens[run[1]]
    if last.lemma in word_classes()["aircraft"] | {"airstrike", "airpower", "strike", "power"}:
        named = [k for k in range(run[0], run[1]) if is_nation(scene.reading.tokens[k].text)]
        if named:
            return party(scene, (named[-1], named[-1]))
    return party(scene, run)


def _backers(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the regime and its Lorvian backers"."""
    reading = scene.reading
    owner = next((k for k in range(i - 1, max(-1, i - 4), -1) if reading.tokens[k].tag == "PRP$"), None)
    if owner is None or owner + 1 == i:
        return
    backer = (owner + 1, i - 1)
    backed_one = side_before(scene, owner)
    if backed_one is not None and is_party_word(scene, backer[0]):
        yield Stated(party(scene, backed_one), "backed_by", party(scene, backer), i)


def side_before(scene: Scene, pronoun: int) -> Run | None:
    """The party of "X and its", "X as well as its"; else what the pronoun stands for."""
    reading = scene.reading
    k = skip(reading, pronoun - 1, frozenset({"and", "as", "well", ",", "with", "together", "that"}), step=-1)
    if k in bounds(reading, pronoun) and k < pronoun - 1:
        found = party_before(scene, k)
        if found is not None and (is_party_word(scene, found[1]) or is_upper(reading, found[1])):
            return found
    known = antecedent(scene, pronoun)
    return None if known is None else party_before(scene, known)


def supporting(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvia supports the opposition forces": a listed party or nation and the armed side that it stands behind."""
    reading = scene.reading
    if reading.tokens[i].pos != "VERB" or is_passive(reading, i) or child(reading, i, "neg") is not None:
        return
    helped = [run for o in objects(reading, i) if (run := party_before(scene, o)) is not None and is_side(scene, run)]
    for head in subjects(reading, i):
        known = antecedent(scene, head)
        by = party_before(scene, known) if known is not None and is_party_word(scene, known) else None
        if by is not None:
            yield from (Stated(party(scene, run), "backed_by", party(scene, by), i) for run in helped)


def is_side(scene: Scene, run: Run) -> bool:
    """A party with more to its name than "government": "the government of Karan" has."""
    own = child(scene.reading, run[1], "prep")
    owned = own == run[1] + 1 and scene.reading.tokens[own].lower == "of"
    bare = run[0] == run[1] and scene.reading.tokens[run[0]].text.islower() and not owned
    return is_party_word(scene, run[1]) and not (bare and scene.reading.tokens[run[1]].tag == "NN")


# ---- allies -------------------------------------------------------------------------------------
def allies(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the army and its ally the Ashen Front", "Lorvia and its Northern allies"."""
    reading = scene.reading
    if here(scene, i + 1) and reading.tokens[i + 1].lower == "of":
        yield from _ally_of(scene, i)
        return
    yield from _owned_ally(scene, i)
    owner = next((k for k in range(i - 1, max(-1, i - 7), -1) if reading.tokens[k].tag == "PRP$"), None)
    if owner is None or reading.tokens[i].pos != "NOUN" or any(t.text in _BREAKS for t in reading.tokens[owner:i]):
        return
    first = side_before(scene, owner)
    if first is None:
        return
    named = _named_ally(scene, i)
    if named is not None:
        yield Stated(party(scene, named), "allied_with", party(scene, first), i)
        return
    sides = _sides(scene, owner + 1, i)
    for side in sides:
        if len(sides) > 1 or reading.tokens[side[1]].lemma in word_classes()["forces"]:
            yield Stated(party(scene, side), "allied_with", party(scene, first), i)
        else:
            yield Stated(party(scene, first), "allied_with", _ally(scene, side, i), i)


def _owned_ally(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvia's close ally Karan"."""
    reading = scene.reading
    mark = next((k for k in range(i - 1, max(0, i - 3), -1) if reading.tokens[k].tag == "POS"), None)
    named = _named_ally(scene, i)
    owner = party_before(scene, mark - 1) if mark is not None and named is not None else None
    if owner is not None and named is not None and all(is_party_word(scene, run[1]) for run in (owner, named)):
        yield Stated(party(scene, named), "allied_with", party(scene, owner), i)


def allied_beside(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvian troops and allied rebels"."""
    reading = scene.reading
    joined = i > 1 and reading.tokens[i - 1].lower == "and" and here(scene, i + 1)
    one, other = (party_before(scene, i - 2), party_after(scene, i + 1)) if joined else (None, None)
    if one is not None and other is not None and is_party_word(scene, one[1]) and is_party_word(scene, other[1]):
        yield Stated(party(scene, other), "allied_with", party(scene, one), i)


def fighting_beside(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The Ashen Front fights alongside government forces"."""
    reading = scene.reading
    verb, other = reading.tokens[i].head, party_after(scene, i + 1)
    if reading.tokens[verb].lemma not in _FIGHTING or other is None or not is_side(scene, other):
        return
    for head in subjects(reading, verb):
        known = antecedent(scene, head)
        one = party_before(scene, known) if known is not None and is_party_word(scene, known) else None
        if one is not None:
            yield Stated(party(scene, one), "allied_with", party(scene, other), i)


def _ally(scene: Scene, side: Run, i: int) -> Mention:
    """The nation or group that an adjective names; "Islamist allies" by all their words."""
    if is_nation(scene.reading.tokens[side[1]].text) or side[1] in scene.actors:
        return party(scene, side)
    words = scene.reading.words(side[0], i)
    return Mention(name=words.text, words=words)


def _ally_of(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Karan, a close ally of Lorvia", "Karan remains an ally of Lorvia"."""
    reading = scene.reading
    other, head = party_after(scene, i + 2), reading.tokens[i].head
    subject = child(reading, head, "nsubj") if reading.tokens[i].dep == "attr" else head
    if subject is None or reading.tokens[i].dep not in ("attr", "appos"):
        return
    one = party_before(scene, subject) if subject != i else None
    if other is not None and one is not None and is_party_word(scene, one[1]) and is_party_word(scene, other[1]):
        yield Stated(party(scene, one), "allied_with", party(scene, other), i)


def _named_ally(scene: Scene, i: int) -> Run | None:
    """ "its ally Lorvia"."""
    k = skip(scene.reading, i + 1, _MARKS)
    if scene.reading.tokens[i].lower != "ally" or k not in bounds(scene.reading, i) or not is_upper(scene.reading, k):
        return None
    return party_after(scene, k)


def _sides(scene: Scene, first: int, i: int) -> list[Run]:
    """The parties in "its Lorvian and Karan allies"."""
    found: list[Run] = []
    start = first
    for k in range(first, i + 1):
        if k == i or scene.reading.tokens[k].lower in ("and", ","):
            if start < k and any(is_party_word(scene, m) or is_upper(scene.reading, m) for m in range(start, k)):
                found.append((start, k - 1))
            start = k + 1
    return found


def linked(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Northern Army-linked Ashen Front", "the Ashen Front, which is linked to the Northern Army"."""
    reading = scene.reading
    if not here(scene, i + 1):
        return
    if reading.tokens[i + 1].lower in _TO:
        yield from _linked_to(scene, i)
        return
    parent, thing = before_dash(scene, i), party_after(scene, i + 1)
    if parent is not None and thing is not None and any(is_upper(reading, k) for k in range(thing[0], thing[1] + 1)):
        yield Stated(party(scene, thing), "allied_with", parent, i)


def _linked_to(scene: Scene, i: int) -> Iterator[Stated]:
    reading = scene.reading
    parent = party_after(scene, i + 2)
    if parent is None or not any(k in scene.actors for k in range(parent[0], parent[1] + 1)):
        return
    k = skip(reading, i - 1, frozenset({",", "which", "that", "is", "are", "was", "were", "who", "itself"}), step=-1)
    thing = party_before(scene, k) if k in bounds(reading, i) else None
    if thing is not None and is_party_word(scene, thing[1]):
        yield Stated(party(scene, thing), "allied_with", party(scene, parent), i)
