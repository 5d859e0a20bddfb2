"""Bodies within bodies: branches and wings, a nation's services, units among forces; and former names of groups."""

from collections.abc import Iterator, Sequence

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.body_names import body, body_from
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import child, conjuncts, prepositions
from dateline.extract.phrases import phrase
from dateline.extract.runs import DASHES, DAYS, Run, bounds, is_upper, skip
from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import Stated, here, party, party_after, party_before
from dateline.knowledge.office_words import office_words
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Reading

_FORCES = frozenset({"army", "police", "navy", "military"})
_TIED = frozenset({"run", "affiliated", "linked", "owned", "controlled"})
_MARKS = frozenset({",", "(", ")", "the", "an", "a", "-", "–", "and", "its"})


def parts_of(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the Harbour Brigade, part of the Lorvian army": both are forces or listed parties."""
    reading = scene.reading
    if not here(scene, i + 1) or reading.tokens[i + 1].lower != "of":
        return
    whole = party_after(scene, i + 2)
    k = _told_of(scene, i)
    part = party_before(scene, k) if k in bounds(reading, i) and is_upper(reading, k) else None
    if part is None or whole is None or reading.tokens[part[1]].lower.rstrip(".") in DAYS:
        return
    if all(_is_force(scene, run) for run in (part, whole)):
        yield Stated(party(scene, part), "part_of", party(scene, whole), i)


def _told_of(scene: Scene, i: int) -> int:
    """Of what the word says that it is a part: the subject, else what stands right before it."""
    reading = scene.reading
    token = reading.tokens[i]
    known = child(reading, token.head, "nsubj") if token.dep == "attr" else None
    subject = antecedent(scene, known) if known is not None else None
    return skip(reading, i - 1, _MARKS | {"is", "are", "was", "were", "which"}, step=-1) if subject is None else subject


def _is_force(scene: Scene, run: Run) -> bool:
    last = scene.reading.tokens[run[1]]
    return run[1] in scene.actors or last.lower in office_words().bodies or last.lemma in word_classes()["fighters"]


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


def outlets(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the Ashen Front-run Kara news agency", "its affiliated Kara news agency": the outlet is the group's own."""
    reading = scene.reading
    run = next((k for k in range(max(bounds(reading, i).start, i - 6), i) if _is_tied(reading, k)), None)
    if run is None or not is_upper(reading, run + 1):
        return
    whole = _known(scene, run - 1) if reading.tokens[run - 1].lower == "its" else _before_dash_or_space(scene, run)
    if whole is None or not any(k in scene.actors for k in range(whole[0], whole[1] + 1)):
        return
    yield Stated(body(scene, (run + 1, i)), "part_of", party(scene, whole), i)


def _is_tied(reading: Reading, k: int) -> bool:
    return reading.tokens[k].lower in _TIED and k > 0


def _before_dash_or_space(scene: Scene, k: int) -> Run | None:
    return party_before(scene, skip(scene.reading, k - 1, DASHES, step=-1))


def _whole_of(scene: Scene, i: int) -> Run | None:
    """The parent, before the word for a branch or after its "of"."""
    reading = scene.reading
    if here(scene, i + 1) and reading.tokens[i + 1].lower == "of":
        return party_after(scene, i + 2)
    for k in range(i - 1, max(bounds(reading, i).start, i - 6) - 1, -1):
        token = reading.tokens[k]
        named = token.pos == "PROPN" and is_upper(reading, k) and not is_nation(token.text) and not scene.is_place(k)
        if k in scene.actors or named:
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
    k = skip(reading, k, _MARKS | {"is", "was", "are", "were"}, step=-1)
    return party_before(scene, k) if k in bounds(reading, i) and is_upper(reading, k) else None


# ---- a nation's bodies, and units among forces ---------------------------------------------------
def nations_bodies(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Lorvia's Harbour Guard Service", "the army's 8th Division": a body under its full name, from the mark of
    possession at token `i`."""
    reading = scene.reading
    owner = reading.tokens[i - 1]
    owns = is_nation(owner.text) or owner.lower in _FORCES
    if reading.tokens[i].tag != "POS" or i + 1 not in bounds(reading, i) or not owns:
        return
    start = i + 2 if owner.lower in _FORCES and reading.tokens[i + 1].text[:1].isdigit() else i + 1
    run = body_from(scene, start)
    if run is None or run[1] == run[0] or not all(is_upper(reading, k) for k in (start, *run)):
        return
    run = (i + 1, run[1])
    last = reading.tokens[run[1]].lower
    if last in office_words().state_bodies or (owner.lower in _FORCES and last in office_words().bodies):
        nation = reading.words(i - 1, i - 1)
        yield Stated(body(scene, run), "part_of", Mention(name=nation.text, words=nation), i)


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
        if part is None or part[1] == part[0] or reading.tokens[part[1]].lower not in office_words().bodies:
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


def including(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The Harbour Guard, which includes the Dawn Brigade and the Ashen Front": all are forces or listed parties."""
    reading = scene.reading
    parts = [run for o in objects(reading, i) if (run := party_before(scene, o)) is not None]
    for head in subjects(reading, i):
        known = antecedent(scene, head)
        yield from _made_of(scene, known, parts, i)


def consisting(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The Harbour Guard, a force mainly made up of Ashen Front fighters"."""
    reading = scene.reading
    token = reading.tokens[i]
    inside = (k for word, o in prepositions(reading, i) if word == "of" for k in conjuncts(reading, o))
    parts = [run for k in inside if (run := party_before(scene, k)) is not None]
    for head in (token.head,) if token.dep == "acl" else (*subjects(reading, i), *objects(reading, i)):
        named = reading.tokens[head].head if reading.tokens[head].dep == "appos" else head
        yield from _made_of(scene, antecedent(scene, named), parts, i)


def _made_of(scene: Scene, known: int | None, parts: Sequence[Run], i: int) -> Iterator[Stated]:
    whole = party_before(scene, known) if known is not None else None
    if whole is not None and _is_named_force(scene, whole):
        for part in parts:
            if _is_named_force(scene, part):
                yield Stated(party(scene, part), "part_of", party(scene, whole), i)


def _is_named_force(scene: Scene, run: Run) -> bool:
    return is_upper(scene.reading, run[0]) and _is_force(scene, run) and not is_nation(scene.reading.words(*run).text)


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


def renamed(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The Ashen Front renamed itself the Dawn Front", "was renamed the Dawn Front", "rebranded as the Dawn Front"."""
    reading = scene.reading
    after = skip(reading, i + 1, frozenset({"itself", "themselves", "as", "the"}))
    new = party_after(scene, after) if here(scene, after) and is_upper(reading, after) else None
    for head in (objects if is_passive(reading, i) else subjects)(reading, i):
        known = antecedent(scene, head)
        old = party_before(scene, known) if known is not None and _is_group(scene, known) else None
        if old is not None and new is not None:
            yield Stated(party(scene, new), "formerly", party(scene, old), i)


def _is_group(scene: Scene, i: int) -> bool:
    return _is_force(scene, (i, i)) and not is_nation(scene.reading.tokens[i].text) and is_upper(scene.reading, i)


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
