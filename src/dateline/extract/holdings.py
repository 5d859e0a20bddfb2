"""Who holds which place: "rebel-held Kara", "a town controlled by the Front", "the Front's stronghold of Kara"."""

from collections.abc import Iterator

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import kids, prepositions
from dateline.extract.name_runs import Run, bounds, is_upper, skip
from dateline.extract.scene import Scene
from dateline.extract.stated import Stated, here, is_party_word, party, party_after, party_before
from dateline.model.claim import Mention
from dateline.model.text import Reading

_DASH = frozenset({"-", "–"})
_PLACING = frozenset({"of", "in", "inside", "from"})
_BARRING = frozenset({"not", "no", "longer", "could", "would", "might", "may", "will", "to", "never"})


def held_by(scene: Scene, i: int) -> Iterator[Stated]:
    """ "rebel-held Kara", "the rebel held district of Kara", "Kara, which is held by rebels"."""
    reading = scene.reading
    if here(scene, i + 1) and reading.tokens[i + 1].lower == "by":
        yield from _held_by(scene, i)
        return
    holder = _holder_before(scene, i)
    place = place_after(scene, i + 1) if holder is not None else None
    if holder is not None and place is not None:
        yield Stated(party(scene, holder), "controls", place, i)


def _holder_before(scene: Scene, i: int) -> Run | None:
    tokens = scene.reading.tokens
    dashed = i > 1 and tokens[i - 1].text in _DASH
    if not dashed and tokens[i].tag != "VBN":
        return None
    k = i - 2 if dashed else i - 1
    found = party_before(scene, k) if k >= 0 and is_party_word(scene, k) else None
    return found


def place_after(scene: Scene, i: int) -> Mention | None:
    """The named place in the phrase at `i`: "eastern Kara", "the northern town of Kara", "parts of Kara province"."""
    reading = scene.reading
    found = None
    for k in range(i, min(i + 10, bounds(reading, i).stop)) if here(scene, i) else ():
        token = reading.tokens[k]
        if k in scene.place_at and scene.place_at[k].use != "reference" and is_named(scene, k):
            return place_mention(scene, k)
        if not (token.pos in ("NOUN", "ADJ", "DET", "PROPN", "NUM", "ADP", "ADV", "VERB", "PART") and token.lower not in _STOPS):
            return found
        if token.pos == "ADP" and token.lower not in _PLACING:
            return found
    return found


_STOPS = frozenset({"by", "near", "said", "killed", "killing", "on", "at"})


def is_named(scene: Scene, k: int) -> bool:
    """Whether the place is named, not only described."""
    found = scene.place_at[k]
    return any(is_upper(scene.reading, t) for t in range(found.first, found.last + 1)) or not found.mention.name.islower()


def place_mention(scene: Scene, k: int) -> Mention:
    """The place at token `k` by its name."""
    mention = scene.place_at[k].mention
    return Mention(name=mention.name, words=mention.words)


def _held_by(scene: Scene, i: int) -> Iterator[Stated]:
    reading = scene.reading
    if not is_passive(reading, i) or is_barred(reading, i):
        return
    holder = party_after(scene, i + 2)
    if holder is None or not any(is_party_word(scene, k) for k in range(holder[0], holder[1] + 1)):
        return
    for head in objects(reading, i):
        place = place_at_head(scene, head)
        if place is not None:
            yield Stated(party(scene, holder), "controls", place, i)
            return


def is_barred(reading: Reading, i: int) -> bool:
    """Whether the clause says it was, may be or is not so."""
    here_ = bounds(reading, i)
    return any(reading.tokens[k].lower in _BARRING for k in range(max(here_.start, i - 3), i))


def place_at_head(scene: Scene, head: int) -> Mention | None:
    """The place that a noun phrase names, itself or by its "of"."""
    known = antecedent(scene, head)
    if known is None:
        return None
    inside = (obj for word, obj in prepositions(scene.reading, known) if word in _PLACING)
    for k in (known, *inside):
        if k in scene.place_at and is_named(scene, k):
            return place_mention(scene, k)
    return None


def holding_verbs(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The militia controls the town of Kara"; "Kara is under the control of the militia"."""
    reading = scene.reading
    token = reading.tokens[i]
    if token.pos == "NOUN" and token.lower == "control":
        yield from _under_control(scene, i)
    if token.pos != "VERB" or token.tag not in ("VBZ", "VBP") or is_barred(reading, i):
        return
    places = [p for o in objects(reading, i) if (p := place_at_head(scene, o)) is not None]
    for head in subjects(reading, i):
        known = antecedent(scene, head)
        holder = party_before(scene, known) if known is not None and is_party_word(scene, known) else None
        if places and holder is not None and not scene.is_place(holder[1]):
            yield Stated(party(scene, holder), "controls", places[0], i)


def _under_control(scene: Scene, i: int) -> Iterator[Stated]:
    """ "under the control of the Front", "under rebel control"."""
    reading = scene.reading
    start = bounds(reading, i).start
    under = next((k for k in range(i - 1, max(start, i - 5) - 1, -1) if reading.tokens[k].lower == "under"), None)
    if under is None:
        return
    after = here(scene, i + 1) and reading.tokens[i + 1].lower == "of"
    holder = party_after(scene, i + 2) if after else party_before(scene, i - 1)
    place = _subject_place(scene, under)
    if holder is not None and place is not None and any(is_party_word(scene, k) for k in range(holder[0], holder[1] + 1)):
        yield Stated(party(scene, holder), "controls", place, i)


def _subject_place(scene: Scene, under: int) -> Mention | None:
    """The place of which a clause with "is under" speaks."""
    verb = scene.reading.tokens[under].head
    if scene.reading.tokens[verb].lemma not in ("be", "remain", "stay"):
        return None
    return next((p for s in kids(scene.reading, verb, "nsubj") if (p := place_at_head(scene, s)) is not None), None)


def strongholds(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the rebel stronghold of Kara", "rebel bastion Kara"; "former strongholds" are none."""
    reading = scene.reading
    k = skip(reading, i - 1, frozenset({"last", "main", "key", "major", "big"}), step=-1)
    holder = party_before(scene, skip(reading, k, frozenset({"'s", "’s"}), step=-1)) if k >= 0 else None
    if holder is None or not is_party_word(scene, holder[1]) or _is_former(reading, holder[0]):
        return
    start = skip(reading, i + 1, frozenset({"of", ","}))
    place = place_after(scene, start) if start in scene.place_at else None
    if place is not None:
        yield Stated(party(scene, holder), "controls", place, i)


def _is_former(reading: Reading, i: int) -> bool:
    return i > 0 and reading.tokens[i - 1].lower in ("former", "onetime", "ex")
