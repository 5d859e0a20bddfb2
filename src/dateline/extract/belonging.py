"""Bodies within bodies, members of groups, who leads a coalition, and what a group was called before."""

from collections.abc import Iterator

from dateline.extract.coreference import antecedent
from dateline.extract.grammar import child
from dateline.extract.name_runs import (
    BODIES,
    RANKS,
    Run,
    body,
    body_from,
    bounds,
    is_upper,
    person,
    person_from,
    person_until,
    skip,
)
from dateline.extract.phrases import phrase
from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import Stated, before_dash, here, party, party_after, party_before
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Reading

_MARKS = frozenset({",", "(", ")", "the", "an", "a", "-", "–", "and", "its"})
_COALITIONS = frozenset({"coalition", "alliance", "force", "forces", "mission"})
_SINGLE = frozenset({"a", "an", "one", "another"})
_TITLES = RANKS | {"president", "the", "a", "an"}
_UNITS = frozenset(
    "brigade brigades battalion division regiment unit front movement party army militia corps committee council coalition "
    "network cartel group organization organisation union league masjid mosque ministry police force forces command "
    "department office service agency".split()
)


# ---- branches and wings -------------------------------------------------------------------------
def affiliates(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the Ashen Front, the Northern Army's branch in Lorvia", "Northern Army affiliate the Ashen Front"."""
    whole = _whole_of(scene, i)
    if whole is None:
        return
    part = _part_after(scene, i) or _part_before(scene, i)
    if part is not None and (part[1] < whole[0] or part[0] > whole[1]):
        former = any(scene.reading.tokens[k].lower == "former" for k in range(max(0, whole[0] - 3), i))
        if not former:
            yield Stated(party(scene, part), "part_of", party(scene, whole), i)
        elif whole[1] < i:
            words = scene.reading.words(whole[0], i)
            yield Stated(party(scene, part), "formerly", Mention(name=words.text, words=words), i)


def _whole_of(scene: Scene, i: int) -> Run | None:
    """The parent, before the word for a branch or after its "of"."""
    reading = scene.reading
    if here(scene, i + 1) and reading.tokens[i + 1].lower == "of":
        return party_after(scene, i + 2)
    for k in range(i - 1, max(bounds(reading, i).start, i - 6) - 1, -1):
        token = reading.tokens[k]
        if k in scene.actors or (token.pos == "PROPN" and not is_nation(token.text) and not scene.is_place(k)):
            return party_before(scene, k)
        if token.lower == "its":
            return _known(scene, k)
        if token.pos not in ("ADJ", "NOUN", "PART", "PROPN", "DET", "PUNCT") or token.text in (",", "("):
            return None
    return None


def _known(scene: Scene, i: int) -> Run | None:
    """The party right before "and its", else what the pronoun stands for."""
    if scene.reading.tokens[i - 1].lower == "and":
        return party_before(scene, i - 2)
    known = antecedent(scene, i)
    return None if known is None else party_before(scene, known)


def _part_after(scene: Scene, i: int) -> Run | None:
    """ "branch in Lorvia Ashen Front", "affiliate the Ashen Front"."""
    reading = scene.reading
    start = i + 1
    if here(scene, start) and reading.tokens[start].lower == "in":
        start = skip(reading, start + 1, _MARKS)
        while here(scene, start) and (scene.is_place(start) or is_nation(reading.tokens[start].text)):
            start += 1
    start = skip(reading, start, frozenset({",", "the", "–", "-"}))
    if start not in bounds(reading, i) or not is_upper(reading, start):
        return None
    return party_after(scene, start)


def _part_before(scene: Scene, i: int) -> Run | None:
    """ "the Ashen Front (Northern Army branch", "Ashen Front, the local branch of"."""
    reading = scene.reading
    k = i - 1
    while k in bounds(reading, i) and not (reading.tokens[k].text in (",", "(") or reading.tokens[k].pos == "DET"):
        k -= 1
    k = skip(reading, k, _MARKS, step=-1)
    return party_before(scene, k) if k in bounds(reading, i) and is_upper(reading, k) else None


# ---- coalitions and their leaders ---------------------------------------------------------------
def coalitions(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the Lorvian-led coalition": the nation leads it; "the Guard, led by Tor Anders"."""
    reading = scene.reading
    yield from _led_by(scene, i)
    leader = before_dash(scene, i)
    last = next(
        (k for k in range(i + 1, min(i + 4, bounds(reading, i).stop)) if reading.tokens[k].lower in _COALITIONS), None
    )
    if (
        leader is not None
        and last is not None
        and all(reading.tokens[k].pos in ("ADJ", "NOUN", "PROPN") for k in range(i + 1, last))
    ):
        words = reading.report.span(leader.words.start, reading.tokens[last].end)
        yield Stated(leader, "leads", Mention(name=words.text, words=words), i)


def _led_by(scene: Scene, i: int) -> Iterator[Stated]:
    reading = scene.reading
    if not here(scene, i + 1) or reading.tokens[i + 1].lower != "by":
        return
    who = _person_within(scene, i + 2)
    end = skip(reading, i - 1, frozenset({",", "is", "was"}), step=-1)
    group = party_before(scene, end) if end in bounds(reading, i) else None
    if who is not None and group is not None:
        yield Stated(person(scene, who), "leads", party(scene, group), i)


def _person_within(scene: Scene, i: int) -> Run | None:
    """The last name in the phrase that begins at `i`: "President Tor Anders's brother Jon Anders"."""
    reading = scene.reading
    found = None
    for k in range(i, min(i + 12, bounds(reading, i).stop)):
        if (
            reading.tokens[k].pos not in ("PROPN", "NOUN", "PART", "PUNCT", "ADJ", "DET")
            or reading.tokens[k].text == ","
        ):
            break
        if (k > i and is_upper(reading, k) and reading.tokens[k - 1].pos in ("NOUN", "DET")) or k == i:
            found = person_from(scene, skip(reading, k, _TITLES))
    return found


def leading_verbs(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Tor Anders, who heads the Guard"."""
    reading = scene.reading
    if reading.tokens[i].pos != "VERB" or i < 2 or reading.tokens[i - 1].lower != "who":
        return
    who = person_until(scene, skip(reading, i - 2, frozenset({","}), step=-1))
    group = _group_from(scene, i + 1)
    if who is not None and group is not None:
        yield Stated(person(scene, who), "leads", body(scene, group), i)


def _group_from(scene: Scene, i: int) -> Run | None:
    """A body, past an indefinite description: "another rights group the Kara Monitor"."""
    found = body_from(scene, i)
    later = next((k for k in range(i, min(i + 8, bounds(scene.reading, i).stop)) if k in scene.actors), None)
    if later is not None and (found is None or not is_upper(scene.reading, found[0])):
        return body_from(scene, later)
    return found


# ---- a nation's bodies --------------------------------------------------------------------------
def nations_bodies(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvia's Harbour Guard Service": a body under its full name, from the mark of possession at token `i`."""
    reading = scene.reading
    if reading.tokens[i].tag != "POS" or i + 1 not in bounds(reading, i) or not is_nation(reading.tokens[i - 1].text):
        return
    run = body_from(scene, i + 1)
    if run is None or run[1] == run[0] or not all(is_upper(reading, k) for k in (i + 1, *run)):
        return
    if reading.tokens[run[1]].lower in _STATE_BODIES and not scene.is_place(run[0]):
        nation = reading.words(i - 1, i - 1)
        yield Stated(body(scene, run), "part_of", Mention(name=nation.text, words=nation), i)


_STATE_BODIES = frozenset(
    "army force forces guard guards navy corps command service services agency group brigade fleet ministry council "
    "directorate infantry police".split()
)


def included(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvian troops, including the 3rd Harbour Brigade": a named unit among them."""
    reading = scene.reading
    before = skip(reading, i - 1, frozenset({","}), step=-1)
    if before not in bounds(reading, i) or reading.tokens[before].lemma not in word_classes()["forces"] | {
        "troop",
        "troops",
    }:
        return
    whole = _forces(scene, before)
    start: int | None = i + 1
    while start is not None and whole is not None:
        part = body_from(scene, skip(reading, start, frozenset({"the", "elite"})))
        if part is None or part[1] == part[0] or reading.tokens[part[1]].lower not in BODIES:
            return
        yield Stated(body(scene, part), "part_of", whole, i)
        start = part[1] + 2 if here(scene, part[1] + 1) and reading.tokens[part[1] + 1].lower in ("and", ",") else None


def _forces(scene: Scene, i: int) -> Mention | None:
    """The forces, or the nation whose forces they are."""
    owner = child(scene.reading, i, "poss")
    words = scene.reading.words(owner, owner) if owner is not None else phrase(scene.reading, i)
    if words is None or (owner is not None and not is_nation(words.text)):
        return None
    return Mention(name=words.text, words=words)


# ---- members ------------------------------------------------------------------------------------
def members(scene: Scene, i: int) -> Iterator[Stated]:
    """ "a Northern Army facilitator": one nameless member of a listed group, not of a nation."""
    reading = scene.reading
    first = i
    while first - 1 in bounds(reading, i) and _in_phrase(reading, first - 1):
        first -= 1
    group = party_before(scene, _end_of_name(scene, first)) if first in scene.actors else None
    single = first - 1 in bounds(reading, i) and reading.tokens[first - 1].lower in _SINGLE
    if (
        group is None
        or not single
        or group[1] >= i
        or person_from(scene, skip(reading, i + 1, frozenset({","}))) is not None
    ):
        return
    if _is_apposed(scene, first - 2):
        return
    words = reading.words(group[1] + 1, i)
    yield Stated(Mention(name=words.text, words=words), "part_of", body(scene, group), i)


def _in_phrase(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.pos in ("NOUN", "PROPN", "ADJ") or token.tag == "VBN" or token.text == "-"


def _end_of_name(scene: Scene, first: int) -> int:
    last = first
    while scene.actors.get(last + 1) == scene.actors[first]:
        last += 1
    return last


def _is_apposed(scene: Scene, i: int) -> bool:
    """Whether the phrase only describes a name before it."""
    k = skip(scene.reading, i, frozenset({","}), step=-1)
    return k >= 0 and is_upper(scene.reading, k) and scene.reading.tokens[k].pos == "PROPN"


def persons_of(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Tor Anders of the Guard Brigade"."""
    reading = scene.reading
    who = person_until(scene, i - 1) if i else None
    if who is None or not here(scene, i + 1):
        return
    group = body_from(scene, i + 1)
    if group is None or all(
        is_nation(reading.tokens[k].text) or scene.is_place(k) for k in range(group[0], group[1] + 1)
    ):
        return
    if group[0] in scene.actors or (reading.tokens[group[1]].lower in _UNITS and group[1] > group[0]):
        yield Stated(person(scene, who), "part_of", body(scene, group), i)


# ---- former names -------------------------------------------------------------------------------
def former_names(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the former Ashen Front, now known as the Dawn Front"; "the Dawn Front, formerly known as the Ashen Front"."""
    reading = scene.reading
    word = reading.tokens[i].lower
    if word == "known":
        yield from _known_as(scene, i)
    elif reading.tokens[i + 1].lower != "known" if here(scene, i + 1) else False:
        before = skip(reading, i - 1, frozenset({",", "("}), step=-1)
        after = skip(reading, i + 1, frozenset({"the", "called", "named"}))
        new = party_before(scene, before) if before in scene.actors else None
        old = party_after(scene, after) if after in scene.actors else None
        if new is not None and old is not None:
            yield Stated(party(scene, new), "formerly", party(scene, old), i)


def _known_as(scene: Scene, i: int) -> Iterator[Stated]:
    reading = scene.reading
    if not here(scene, i + 1) or reading.tokens[i + 1].lower != "as":
        return
    other = party_after(scene, i + 2)
    around = {reading.tokens[k].lower for k in range(max(0, i - 3), i)}
    front = range(max(bounds(reading, i).start, i - 14), i)
    named = next((k for k in reversed(front) if k in scene.actors), None)
    if other is None or named is None or not is_upper(reading, other[0]):
        return
    holder = party_before(scene, named)
    if holder is None:
        return
    if "now" in around:
        yield Stated(party(scene, other), "formerly", party(scene, holder), i)
    elif around & {"formerly", "previously", "once"}:
        yield Stated(party(scene, holder), "formerly", party(scene, other), i)
