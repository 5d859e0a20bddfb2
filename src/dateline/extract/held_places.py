"""The place that is said to be held: by its name, by a share of it, or by what is told of it elsewhere."""

from dateline.extract.coreference import antecedent
from dateline.extract.grammar import kids, prepositions
from dateline.extract.runs import bounds, is_upper
from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import here
from dateline.model.claim import Mention
from dateline.model.text import Reading

_PLACING = frozenset({"of", "in", "inside", "from"})
_NONE: frozenset[str] = frozenset()
_LAND = frozenset({"territory", "land", "soil", "area"})
_COMPASS = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern rural".split()
)
_STOPS = frozenset({"by", "near", "said", "killed", "killing", "on", "at"})
# Of a base or a plant in a town the town is not held
_AREAS = frozenset(
    "town city village area district region province neighbourhood neighborhood suburb quarter part territory zone "
    "half most much rest side sector capital land swath swathe pocket enclave countryside governorate all outskirts "
    "percent majority third quarter fifth camp island".split()
)


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
    inside = [obj for word, obj in prepositions(scene.reading, known) if word in placing]
    whole = next((place_mention(scene, k) for k in inside if k in scene.place_at and is_named(scene, k)), None)
    return whole or next((share for k in inside if (share := _share(scene, known, k)) is not None), None)


def _share(scene: Scene, head: int, land: int) -> Mention | None:
    """ "A fifth of Karan's territory": the share in its own words, since the whole is not held."""
    reading = scene.reading
    owners = kids(reading, land, "poss") if reading.tokens[land].lemma in _LAND else ()
    if not any(k in scene.place_at or is_nation(reading.tokens[k].text) for k in owners):
        return None
    counted = kids(reading, head, "nummod", "det", "amod")
    words = reading.words(min((*counted, head)), land)
    return Mention(name=words.text, words=words)


def _apposed_to(reading: Reading, head: int) -> tuple[int, ...]:
    """Of "the capital, Kara" the name, and of "Kara, a town" too."""
    token = reading.tokens[head]
    before = (token.head,) if token.dep == "appos" else ()
    return (*before, *kids(reading, head, "appos")) if token.lemma in _AREAS else ()
