"""Who leads a coalition or a group, and who is a member of one, where no office says so."""

from collections.abc import Iterator

from dateline.extract.body_names import body, body_from
from dateline.extract.person_names import person, person_from, person_until
from dateline.extract.runs import Run, bounds, is_upper, skip
from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import Stated, before_dash, here, is_party_word, party, party_after, party_before
from dateline.knowledge.office_words import office_words
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Reading

_COALITIONS = frozenset({"coalition", "alliance", "force", "forces", "mission"})
_UNITS = frozenset("division brigade battalion regiment corps army fleet front squadron bloc column wing".split())
# What stands between a group and "led by"
_LED = frozenset({",", "which", "that", "is", "are", "was", "were"})
_SINGLE = frozenset({"a", "an", "one", "another"})


def coalitions(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the Lorvian-led coalition": the nation leads it; "the Guard, led by Tor Anders"."""
    reading = scene.reading
    yield from _led_by(scene, i)
    leader = before_dash(scene, i) if reading.tokens[i].lower.endswith(("led", "dominated")) else None
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
    end = skip(reading, i - 1, _LED, step=-1)
    group = _named_group(scene, end) if end in bounds(reading, i) else None
    if group is None:
        return
    if reading.tokens[i].lower == "dominated":
        by = party_after(scene, i + 2)
        if by is not None and is_party_word(scene, by[1]):
            yield Stated(party(scene, by), "leads", party(scene, group), i)
        return
    who = _person_within(scene, i + 2)
    if who is not None:
        yield Stated(person(scene, who), "leads", party(scene, group), i)


def _named_group(scene: Scene, end: int) -> Run | None:
    """The group whose name ends here; of "the Ashen Front, an alliance" the Front."""
    token = scene.reading.tokens[end]
    named = token.head if token.dep == "appos" and token.text.islower() else end
    return party_before(scene, named)


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
            found = person_from(scene, skip(reading, k, (office_words().ranks | {"president", "the", "a", "an"})))
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
    if i >= len(scene.reading.tokens):
        return None
    later = next((k for k in range(i, min(i + 8, bounds(scene.reading, i).stop)) if k in scene.actors), None)
    if later is not None and (found is None or not is_upper(scene.reading, found[0])):
        return body_from(scene, later)
    return found


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
    words = reading.words(group[0], i)
    yield Stated(Mention(name=reading.words(group[1] + 1, i).text, words=words), "part_of", body(scene, group), i)


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
    if who is None or scene.is_place(who[1]) or not here(scene, i + 1):
        return
    group = body_from(scene, i + 1)
    if group is None or all(
        is_nation(reading.tokens[k].text) or scene.is_place(k) for k in range(group[0], group[1] + 1)
    ):
        return
    if group[0] in scene.actors or (reading.tokens[group[1]].lower in office_words().units and group[1] > group[0]):
        yield Stated(person(scene, who), "part_of", body(scene, group), i)


def one_of(scene: Scene, i: int) -> Iterator[Stated]:
    """ "one of its commanders, Tor Anders", "one of the Guard's leaders Tor Anders"."""
    reading = scene.reading
    nearby = range(max(bounds(reading, i).start, i - 7), i - 2)
    one = next((k for k in nearby if reading.tokens[k].lower == "one" and reading.tokens[k + 1].lower == "of"), None)
    who = person_from(scene, skip(reading, i + 1, office_words().ranks | {","}))
    if one is None or who is None or who[0] == who[1]:
        return
    own = reading.tokens[one + 2].lower in ("its", "their")
    group = _only_group_before(scene, one) if own else party_after(scene, one + 2)
    if group is not None and _is_group(scene, group):
        yield Stated(person(scene, who), "part_of", party(scene, group), i)


def _only_group_before(scene: Scene, i: int) -> Run | None:
    """The group of the sentence, where no other could be meant by "its"; a nation's forces kill others' commanders."""
    ends = (k for k in range(bounds(scene.reading, i).start, i) if is_upper(scene.reading, k))
    runs = {run for k in ends if (run := party_before(scene, k)) is not None and run[1] == k}
    groups = {run for run in runs if _is_group(scene, run)}
    return groups.pop() if len(groups) == 1 else None


def _is_group(scene: Scene, run: Run) -> bool:
    """A listed group or a named unit, no nation and none of its forces."""
    tokens = scene.reading.tokens[run[0] : run[1] + 1]
    if any(is_nation(token.text) for token in tokens):
        return False
    listed = any(token.i in scene.actors for token in tokens)
    return listed or (is_upper(scene.reading, run[1]) and tokens[-1].lower in office_words().units)


def units_of(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The 4th Division of the Lorvian army", "the 57th Front of the Ashen Army"."""
    reading = scene.reading
    unit = party_before(scene, i - 1) if i else None
    if unit is None or not is_upper(reading, unit[1]) or reading.tokens[unit[1]].lower not in _UNITS:
        return
    if unit[0] - 1 in bounds(reading, i) and reading.tokens[unit[0] - 1].text[:1].isdigit():
        unit = unit[0] - 1, unit[1]  # "57th"
    whole = body_from(scene, i + 1)
    if whole is None or unit[0] in scene.actors:
        return
    last = reading.tokens[whole[1]]
    if whole[1] in scene.actors or (
        last.lemma in word_classes()["forces"] and is_nation(reading.tokens[whole[0]].text)
    ):
        yield Stated(body(scene, unit), "part_of", body(scene, whole), i)
