"""Who holds which place: "rebel-held Kara", "a town controlled by the Front", "the Front's stronghold of Kara"."""

from collections.abc import Iterator

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import child, conjuncts, kids, prepositions
from dateline.extract.held_places import is_named, place_after, place_at_head, place_mention
from dateline.extract.runs import Run, bounds, skip
from dateline.extract.scene import Scene
from dateline.extract.stated import Stated, before_dash, here, is_party_word, party, party_after, party_before
from dateline.model.claim import Mention
from dateline.model.text import Reading

_DASH = frozenset({"-", "–"})
_TAKE = frozenset("take retake seize capture recapture wrest liberate reclaim regain free recover".split())
_TRIED = frozenset(
    "try attempt seek fight battle vow aim plan want hope struggle intend prepare offensive operation campaign push "
    "bid effort drive fighting assault".split()
)
_SELF_MADE = frozenset({"self", "self-declared", "self-proclaimed", "self-styled", "declared", "proclaimed"})
_BARRING = frozenset({"not", "no", "longer", "could", "would", "might", "may", "will", "to", "never"})


def held_by(scene: Scene, i: int) -> Iterator[Stated]:
    """ "rebel-held Kara", "the rebel held district of Kara", "Kara, which is held by rebels"."""
    reading = scene.reading
    if here(scene, i + 1) and reading.tokens[i + 1].lower == "by":
        yield from _held_by(scene, i)
        return
    holder = before_dash(scene, i)
    if holder is None:
        return
    place = _apposed_before(scene, holder) if _is_one_of_many(scene, holder) else place_after(scene, i + 1)
    if place is not None:
        yield Stated(holder, "controls", place, i)


def _start(scene: Scene, mention: Mention) -> int:
    return next(t.i for t in scene.reading.tokens if t.end > mention.words.start)


def _is_one_of_many(scene: Scene, holder: Mention) -> bool:
    """ "a rebel-held district of Kara" does not say that Kara is held."""
    first = _start(scene, holder)
    return first > 0 and scene.reading.tokens[first - 1].lower in ("a", "an", "one", "another")


def _apposed_before(scene: Scene, holder: Mention) -> Mention | None:
    """ "Kara, a rebel-held district of": the place is named before."""
    k = _start(scene, holder) - 2
    if k < 1 or scene.reading.tokens[k].text not in (",", "-", "–", "("):
        return None
    return place_mention(scene, k - 1) if k - 1 in scene.place_at and is_named(scene, k - 1) else None


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
            yield from (
                Stated(party(scene, one), "controls", place, i) for one in (holder, *_joined_holders(scene, holder))
            )
            return


def _joined_holders(scene: Scene, holder: Run) -> Iterator[Run]:
    """ "by the Front and its allied militia": who holds it too."""
    for k in conjuncts(scene.reading, holder[1])[1:]:
        run = party_before(scene, k)
        if run is not None and is_party_word(scene, k):
            yield run


def is_barred(reading: Reading, i: int) -> bool:
    """Whether the clause says it was, may be or is not so."""
    here_ = bounds(reading, i)
    return any(reading.tokens[k].lower in _BARRING for k in range(max(here_.start, i - 3), i))


def holding_verbs(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The militia controls the town of Kara"; "Kara is under the control of the militia"."""
    reading = scene.reading
    token = reading.tokens[i]
    if token.pos == "NOUN" and token.lower == "control":
        yield from _under_control(scene, i)
        yield from _in_control(scene, i)
    lasts = token.tag in ("VBZ", "VBP") or _has_held_since(reading, i)
    if token.pos != "VERB" or not lasts or is_barred(reading, i):
        return
    places = [p for o in objects(reading, i) if (p := place_at_head(scene, o)) is not None]
    for head in subjects(reading, i):
        known = antecedent(scene, head)
        holder = party_before(scene, known) if known is not None and is_party_word(scene, known) else None
        if holder is not None and not scene.is_place(holder[1]) and not _goes_on(scene, holder):
            holders = (holder, *_joined_holders(scene, holder))
            yield from (Stated(party(scene, one), "controls", place, i) for one in holders for place in places)


def _goes_on(scene: Scene, run: Run) -> bool:
    """Whether the listed name goes on behind the run: parsers take each word of a name in hyphens for a subject."""
    return run[1] in scene.actors and scene.actors.get(run[1] + 1) == scene.actors[run[1]]


def _has_held_since(reading: Reading, i: int) -> bool:
    """ "Has controlled the town since 2013" still does."""
    has = any(reading.tokens[k].lower in ("has", "have") for k in kids(reading, i, "aux"))
    return has and not is_passive(reading, i) and any(word == "since" for word, _ in prepositions(reading, i))


def _under_control(scene: Scene, i: int) -> Iterator[Stated]:
    """ "under the control of the Front", "under rebel control"."""
    reading = scene.reading
    start = bounds(reading, i).start
    under = next(
        (k for k in range(i - 1, max(start, i - 5) - 1, -1) if reading.tokens[k].lower in ("under", "to")), None
    )
    if under is None:
        return
    after = here(scene, i + 1) and reading.tokens[i + 1].lower == "of"
    holder = party_after(scene, i + 2) if after else party_before(scene, i - 1)
    place = _subject_place(scene, under)
    if (
        holder is not None
        and place is not None
        and any(is_party_word(scene, k) for k in range(holder[0], holder[1] + 1))
    ):
        yield Stated(party(scene, holder), "controls", place, i)


def _in_control(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Rebels in control of Kara", "the army is in full control of the town"."""
    reading = scene.reading
    at = skip(reading, i - 1, frozenset({"full", "complete", "total", "effective", "firm"}), step=-1)
    if at < 1 or reading.tokens[at].lower != "in" or is_barred(reading, at):
        return
    governor = reading.tokens[at].head
    heads = (
        kids(reading, governor, "nsubj") if reading.tokens[governor].lemma in ("be", "remain", "stay") else (governor,)
    )
    places = [place for word, k in prepositions(reading, i) if word == "of" and (place := place_at_head(scene, k))]
    for head in heads:
        holder = party_before(scene, head) if is_party_word(scene, head) else None
        if holder is not None:
            yield from (Stated(party(scene, holder), "controls", place, i) for place in places)


def wanted_from(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Troops fought to retake Kara from the Front": who is to lose it holds it still."""
    reading = scene.reading
    verb = reading.tokens[i].head
    infinitive = reading.tokens[verb].tag == "VB" and child(reading, verb, "aux") is not None
    tried = reading.tokens[reading.tokens[verb].head].lemma in _TRIED
    if not (infinitive and tried and reading.tokens[verb].lemma in _TAKE):
        return
    holder = party_after(scene, i + 1)
    if holder is None or not is_party_word(scene, holder[1]) or scene.is_place(holder[1]):
        return
    places = (place for head in objects(reading, verb) if (place := place_at_head(scene, head)) is not None)
    yield from (Stated(party(scene, holder), "controls", place, i) for place in places)


def in_hands(scene: Scene, i: int) -> Iterator[Stated]:
    """ "Kara remains in rebel hands", "has been in the hands of the Front"."""
    reading = scene.reading
    at = next(
        (k for k in range(i - 1, max(bounds(reading, i).start, i - 5) - 1, -1) if reading.tokens[k].lower == "in"), None
    )
    if at is None or is_barred(reading, at):
        return
    after = here(scene, i + 1) and reading.tokens[i + 1].lower == "of"
    holder = party_after(scene, i + 2) if after else party_before(scene, i - 1)
    place = _subject_place(scene, at)
    if holder is not None and place is not None and is_party_word(scene, holder[1]):
        yield Stated(party(scene, holder), "controls", place, i)


def _subject_place(scene: Scene, under: int) -> Mention | None:
    """The place of which a clause with "is under" speaks."""
    verb = scene.reading.tokens[under].head
    if under > 1 and scene.reading.tokens[under - 1].text == "," and under - 2 in scene.place_at:
        return place_mention(scene, under - 2) if is_named(scene, under - 2) else None
    if scene.reading.tokens[verb].lemma not in ("be", "remain", "stay", "fall", "come", "return"):
        return None
    return next(
        (p for s in kids(scene.reading, verb, "nsubj", "nsubjpass") if (p := place_at_head(scene, s)) is not None), None
    )


def strongholds(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the rebel stronghold of Kara", "rebel bastion Kara"; "former strongholds" are none."""
    reading = scene.reading
    k = skip(
        reading,
        i - 1,
        frozenset({"last", "main", "key", "major", "big", "biggest", "largest", "remaining", "important"}),
        step=-1,
    )
    holder = party_before(scene, skip(reading, k, frozenset({"'s", "’s"}), step=-1)) if k >= 0 else None
    if holder is None or not is_party_word(scene, holder[1]) or _is_former(reading, holder[0]):
        return
    start = skip(reading, i + 1, frozenset({"of", ","}))
    place = (place_after(scene, start) if start < i + 4 else None) or _apposed_before(scene, party(scene, holder))
    if place is not None:
        yield Stated(party(scene, holder), "controls", place, i)


def seats(scene: Scene, i: int) -> Iterator[Stated]:
    """ "the Front's de facto capital of Kara"; "Kara, the self-declared capital of the Front"."""
    reading = scene.reading
    first = next((k for k in range(max(bounds(reading, i).start, i - 4), i) if _is_self_made(reading, k)), None)
    if first is None:
        return
    behind = party_after(scene, i + 2) if here(scene, i + 1) and reading.tokens[i + 1].lower == "of" else None
    if behind is not None and is_party_word(scene, behind[1]) and not scene.is_place(behind[1]):
        place = _named_seat(scene, i)
        if place is not None:
            yield Stated(party(scene, behind), "controls", place, i)
        return
    holder = party_before(scene, skip(reading, first - 1, frozenset({"'s", "’s"}), step=-1)) if first else None
    place = place_after(scene, skip(reading, i + 1, frozenset({"of", ","})))
    if holder is not None and place is not None and is_party_word(scene, holder[1]):
        yield Stated(party(scene, holder), "controls", place, i)


def _is_self_made(reading: Reading, k: int) -> bool:
    """ "de facto", "self-declared": only of those do words say that they hold their capital."""
    after = reading.tokens[k + 1].lower if k + 1 < len(reading.tokens) else ""
    return (reading.tokens[k].lower, after) == ("de", "facto") or reading.tokens[k].lower in _SELF_MADE


def _named_seat(scene: Scene, i: int) -> Mention | None:
    """ "Kara is the capital", "Kara, the capital": the place that is called so."""
    token = scene.reading.tokens[i]
    own = kids(scene.reading, token.head, "nsubj") if token.dep == "attr" else (token.head,)
    return next((p for k in own if k != i and (p := place_at_head(scene, k)) is not None), None)


def _is_former(reading: Reading, i: int) -> bool:
    return i > 0 and reading.tokens[i - 1].lower in ("former", "onetime", "ex")
