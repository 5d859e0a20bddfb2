"""Who holds which place: "rebel-held Kara", "a town controlled by the Front", "the Front's stronghold of Kara"."""

from collections.abc import Iterator

from dateline.extract.arguments import is_passive, objects, subjects
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import conjuncts, kids, prepositions
from dateline.extract.runs import Run, bounds, is_upper, skip
from dateline.extract.scene import Scene
from dateline.extract.stated import Stated, before_dash, here, is_party_word, party, party_after, party_before
from dateline.model.claim import Mention
from dateline.model.text import Reading

_DASH = frozenset({"-", "–"})
_PLACING = frozenset({"of", "in", "inside", "from"})
_NONE: frozenset[str] = frozenset()
# Of a base or a plant in a town the town is not held
_AREAS = frozenset(
    "town city village area district region province neighbourhood neighborhood suburb quarter part territory zone "
    "half most much rest side sector capital land swath swathe pocket enclave countryside governorate all outskirts "
    "percent majority third camp island".split()
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


def place_after(scene: Scene, i: int) -> Mention | None:
    """The named place in the phrase at `i`: "eastern Kara", "the northern town of Kara", "parts of Kara province"."""
    reading = scene.reading
    for k in range(i, min(i + 8, bounds(reading, i).stop)) if here(scene, i) else ():
        token = reading.tokens[k]
        if k in scene.place_at and is_named(scene, k):
            return _with_direction(scene, k, i)
        if (token.pos not in ("NOUN", "ADJ", "DET", "PROPN", "NUM") and token.lower != "of") or token.lower in _STOPS:
            return None
    return None


def _with_direction(scene: Scene, k: int, i: int) -> Mention | None:
    """The place at `k`, with the words for a part of it before: "eastern suburbs of Kara"."""
    found = scene.place_at[k]
    if found.mention.relation is not None and found.mention.relation != "outskirts":
        return None
    first = found.first
    while first > i and scene.reading.tokens[first - 1].lower in _COMPASS:
        first -= 1
    described = not any(is_upper(scene.reading, t) for t in range(found.first, found.last + 1))
    if _is_part(scene, i, found.last) and not described:
        words = scene.reading.words(i, found.last)
        return Mention(name=words.text, words=words)
    return Mention(name=found.mention.name, words=scene.reading.words(max(first, i), found.last))


def _is_part(scene: Scene, first: int, last: int) -> bool:
    """Whether only parts of the place are spoken of: "districts of", "part of"."""
    tokens = scene.reading.tokens[first:last]
    return any(token.text.islower() and (token.tag == "NNS" or token.lower == "part") for token in tokens)


_COMPASS = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern rural".split()
)
_STOPS = frozenset({"by", "near", "said", "killed", "killing", "on", "at"})


def is_named(scene: Scene, k: int) -> bool:
    """Whether the place is named, not only described."""
    found = scene.place_at[k]
    return (
        any(is_upper(scene.reading, t) for t in range(found.first, found.last + 1)) or not found.mention.name.islower()
    )


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


def place_at_head(scene: Scene, head: int) -> Mention | None:
    """The place that a noun phrase names, itself, by its "of" or by an apposition: "the capital, Kara"."""
    known = antecedent(scene, head)
    if known is None:
        return None
    named = (k for k in (known, *_apposed_to(scene.reading, known)) if k in scene.place_at and is_named(scene, k))
    place = next(named, None)
    if place is not None:
        return place_mention(scene, place)
    placing = _PLACING if scene.reading.tokens[known].lemma in _AREAS else _NONE
    inside = (obj for word, obj in prepositions(scene.reading, known) if word in placing)
    return next((place_mention(scene, k) for k in inside if k in scene.place_at and is_named(scene, k)), None)


def _apposed_to(reading: Reading, head: int) -> tuple[int, ...]:
    """Of "the capital, Kara" the name, and of "Kara, a town" too."""
    token = reading.tokens[head]
    before = (token.head,) if token.dep == "appos" else ()
    return (*before, *kids(reading, head, "appos")) if token.lemma in _AREAS else ()


def holding_verbs(scene: Scene, i: int) -> Iterator[Stated]:
    """ "The militia controls the town of Kara"; "Kara is under the control of the militia"."""
    reading = scene.reading
    token = reading.tokens[i]
    if token.pos == "NOUN" and token.lower == "control":
        yield from _under_control(scene, i)
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
