"""Who is said to hold a place, without a word of how it came about: "rebel-held Kara", "the army controls Kara"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.knowledge.holding import holding_words
from dateline.ledger import stated
from dateline.ledger.around import Around
from dateline.ledger.effects import LARGER, is_larger
from dateline.ledger.sides import Scene, sides
from dateline.ledger.spots import is_part, spot_of
from dateline.model.event import Coded, Place, Relation
from dateline.model.ledger import Move, MoveKind, Spot
from dateline.model.text import Report

_NEARBY: Final = 3


def held_place(relation: Relation) -> Place | None:
    """The place that somebody is said to hold."""
    return relation.object if relation.claim.relation == "controls" and isinstance(relation.object, Place) else None


def of_relations(coded: Coded, here: Around) -> Iterator[Move]:
    """Who holds a place by what one report says of it: one entry for all who hold it whole, or who hold a part."""
    found: dict[tuple[str, MoveKind], list[Relation]] = defaultdict(list)
    for relation in coded.relations:
        place = held_place(relation)
        if place is not None and not (is_larger(place) or _was_held(relation)):
            spot = here.spots[spot_of(place).key]
            kind: MoveKind = "held in part" if holds_a_part(relation, place) else "held"
            found[spot.key, kind].append(relation)
    for (key, kind), relations in found.items():
        yield from _holding(coded.report, here.spots[key], kind, relations)


def _holding(report: Report, spot: Spot, kind: MoveKind, relations: Sequence[Relation]) -> Iterator[Move]:
    """The entry, as of the report's day; none where it names nobody who could hold a place, or is only denied."""
    day, statements = stated.report_day(report), [stated.of_relation(report, relation) for relation in relations]
    subjects = [relation.subject for relation in relations]
    holders = sides(subjects, Scene(spot.country or subjects[0].country, day.start if day else None))
    if holders and any(one.voices for one in statements) and spot.precision not in LARGER:
        yield Move(
            id=f"{relations[0].id}:{spot.key}",
            incident=relations[0].id,
            spot=spot,
            kind=kind,
            when=day,
            sides=holders,
            status="disputed" if any(one.denials for one in statements) else "reported",
            statements=tuple(statements),
        )


def _was_held(relation: Relation) -> bool:
    """ "the former rebel stronghold of Kara", "the once government-held town"."""
    claim = relation.claim
    first = min(claim.subject.words.start, claim.object.words.start) - claim.sentence.start
    before = claim.sentence.text[: max(0, first)].lower().split()[-_NEARBY:]
    return bool(holding_words().past & {*before, *_words_between(relation)})


def holds_a_part(relation: Relation, place: Place) -> bool:
    """ "rebel-held areas of Kara", "the government-held west of the city", "rebel-held districts of Kara"."""
    claim, words = relation.claim, holding_words()
    offset, text = claim.sentence.start, claim.sentence.text.lower().replace("-", " ")
    if claim.subject.words.start < claim.object.words.start:
        head, of, _ = claim.object.words.text.lower().partition(" of ")
        behind = text[claim.object.words.end - offset :].split()[:1]
        near = [*_words_between(relation), *(head.split() if of else ()), *behind]
    else:
        near = text[: max(0, claim.object.words.start - offset)].split()[-_NEARBY:]
    whole = place.geonameid is None and place.precision != "town"
    return is_part(place) or bool(words.parts & set(near)) or (not whole and bool(words.quarters & set(near)))


def _words_between(relation: Relation) -> list[str]:
    """The words of the sentence that stand between holder and place."""
    claim = relation.claim
    one, other = sorted((claim.subject.words, claim.object.words), key=lambda span: span.start)
    offset, text = claim.sentence.start, claim.sentence.text
    return text[max(0, one.end - offset) : max(0, other.start - offset)].lower().replace("-", " ").split()
