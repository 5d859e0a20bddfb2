"""The places that a report names, and those of them where a given event happened."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Protocol

from dateline.extract.place_attachment import places_of
from dateline.extract.place_chains import Link, chained, is_listed, rank
from dateline.extract.place_clue import Clue
from dateline.extract.place_evidence import A_PLACE_ELSEWHERE, ENOUGH, IN_A_LIST_OF_PLACES, evidence
from dateline.extract.place_found import FoundPlace, Use
from dateline.extract.place_names import names
from dateline.extract.place_phrases import Phrase, phrase_around
from dateline.extract.place_reference import Reference, references
from dateline.extract.place_runs import is_cased
from dateline.extract.place_surnames import surnames
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.knowledge.words import word_classes
from dateline.model.claim import PlaceMention, PlaceRole
from dateline.model.text import Reading

__all__ = ["FoundPlace", "find_places", "places_of"]

_EXCEPTING = frozenset({"except", "excepting", "excluding", "besides", "unlike"})
_OWNING = frozenset({"poss", "compound", "nmod"})


class Spanned(Protocol):
    """Anything with offsets into the report's text: an actor that was found."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character after its last."""


def find_places(reading: Reading, gazetteer: Gazetteer, actors: Iterable[Spanned]) -> tuple[FoundPlace, ...]:
    """Every place that the report names or points back to, in reading order; `actors` are names that are no places."""
    spans = [(actor.start, actor.end) for actor in actors]
    cased = is_cased(reading)
    people = surnames(reading, gazetteer)
    scored = [
        [
            _scored(reading, phrase_around(reading, s, name), spans, cased, people)
            for name in names(reading, s, gazetteer, cased)
        ]
        for s in reading.sentences
    ]
    sure = {phrase.name.text for sentence in scored for phrase, score in sentence if score >= ENOUGH}
    links = [link for sentence in scored for link in chained(reading, _accepted(reading, sentence, sure), gazetteer)]
    named = [_from_link(reading, link, gazetteer) for link in links]
    meant = references(reading, [link.phrase for link in links], gazetteer)
    sizes = {found.mention.name: found.size for found in named}
    lists = {i: place.list_id for place in named for i in range(place.first, place.last + 1)}
    found = [*named, *(_from_reference(reading, reference, sizes, lists) for reference in meant)]
    return tuple(sorted(found, key=lambda place: place.first))


def _scored(
    reading: Reading, phrase: Phrase, actors: Sequence[tuple[int, int]], cased: bool, people: frozenset[str]
) -> tuple[Phrase, float]:
    in_actor = _in_actor(reading, phrase, actors)
    clue = Clue(reading=reading, phrase=phrase, cased=cased, within_actor=in_actor, surnames=people)
    return phrase, evidence(clue)


def _accepted(reading: Reading, scored: Sequence[tuple[Phrase, float]], sure: Set[str]) -> list[Phrase]:
    """The phrases that are places: by themselves, by the rest of the report, or by the list in which they stand."""
    phrases = [phrase for phrase, _ in scored]
    points = [score + (A_PLACE_ELSEWHERE if phrase.name.text in sure else 0.0) for phrase, score in scored]
    for order in (range(len(phrases) - 1), range(len(phrases) - 2, -1, -1)):
        for k in order:
            low, high = sorted((k, k + 1), key=lambda i: points[i])
            if points[low] < ENOUGH <= points[high] and is_listed(reading, phrases[k], phrases[k + 1]):
                points[low] += IN_A_LIST_OF_PLACES
    return [phrase for phrase, score in zip(phrases, points, strict=True) if score >= ENOUGH]


def _in_actor(reading: Reading, phrase: Phrase, actors: Sequence[tuple[int, int]]) -> bool:
    """Whether the name is part of a longer name of an actor."""
    start, end = reading.tokens[phrase.name.first].start, reading.tokens[phrase.name.last].end
    known = phrase.name.standing is not None
    return any(a <= start and end <= b and not (known and b - a <= end - start + 2) for a, b in actors)


def _from_link(reading: Reading, link: Link, gazetteer: Gazetteer) -> FoundPlace:
    phrase = link.phrase
    return FoundPlace(
        mention=PlaceMention(
            name=_name(reading, phrase),
            words=reading.words(phrase.first, phrase.last),
            role=_role(phrase),
            within=link.within,
            relation=phrase.relation,
            part=phrase.part,
            distance_km=phrase.distance_km,
            bearing=phrase.bearing,
        ),
        first=phrase.first,
        last=phrase.last,
        head=phrase.head,
        sentence=reading.sentence_of[phrase.first],
        use=_use(reading, link),
        size=rank(phrase, gazetteer),
        list_id=link.list_id,
    )


def _from_reference(
    reading: Reading, reference: Reference, sizes: Mapping[str, int], lists: Mapping[int, int]
) -> FoundPlace:
    """The place that a noun points back to, in the list of the named place to which the noun is joined."""
    head = reading.tokens[reference.head]
    joined_to = head.head if head.dep == "conj" else reference.head
    return FoundPlace(
        mention=PlaceMention(
            name=reference.name, words=reading.words(reference.first, reference.last), part=reference.part
        ),
        first=reference.first,
        last=reference.last,
        head=reference.head,
        sentence=reading.sentence_of[reference.first],
        use="reference",
        size=sizes.get(reference.name, 1),
        list_id=lists.get(joined_to, reference.first),
    )


def _name(reading: Reading, phrase: Phrase) -> str:
    """The name, with the compass word before it and the noun that belongs to it."""
    name = phrase.name.text
    if phrase.named_with_noun:
        name = reading.words(phrase.name.first, phrase.last).text
    if phrase.part is None:
        return name
    start = phrase.name.first - len(phrase.part.split())
    beside = start >= phrase.first and reading.words(start, phrase.name.first - 1).text == phrase.part
    return f"{phrase.part} {name}" if beside else name


def _role(phrase: Phrase) -> PlaceRole:
    if phrase.before == "from":
        return "from"
    return "to" if phrase.before in ("to", "into", "toward", "towards") else "site"


def _use(reading: Reading, link: Link) -> Use:
    if link.holds:
        return "container"
    if link.landmark:
        return "landmark"
    head = reading.tokens[link.phrase.head]
    if _is_a_party_dealt_with(reading, link.phrase) or link.phrase.before in _EXCEPTING:
        return "landmark"
    owns = link.phrase.name.owns or (head.dep in _OWNING and link.phrase.kind is None)
    return "owner" if owns or _is_of_a_body(reading, link.phrase) else "site"


def _is_a_party_dealt_with(reading: Reading, phrase: Phrase) -> bool:
    """ "risked humiliating Moscow", "Moscow's despatch of troops": a capital that stands for its government."""
    if nations().by_metonym(phrase.name.text) is None or phrase.kind is not None:
        return False
    head = reading.tokens[phrase.head]
    above = reading.tokens[head.head]
    if head.dep == "dobj":
        return above.lemma not in word_classes()["ground_verbs"]
    return head.dep == "poss" and not {above.lower, above.lemma} & place_words().generic


def _is_of_a_body(reading: Reading, phrase: Phrase) -> bool:
    """ "The mayor of Djibo": a person or body of the place, which need not be there."""
    above = reading.tokens[reading.tokens[phrase.head].head]
    return phrase.before == "of" and above.lower == "of" and reading.tokens[above.head].lower in place_words().bodies
