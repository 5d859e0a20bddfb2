"""Which of a report's places belong to an event: by the way in the parse from the place to the word that names it."""

from collections.abc import Collection, Sequence

from dateline.extract.grammar import ancestors, first_conjunct, told_apart
from dateline.extract.place_bystanders import is_a_bystanders
from dateline.extract.place_found import FoundPlace
from dateline.extract.place_story import named_later, place_of_the_story
from dateline.extract.who_clauses import tells_of_persons
from dateline.knowledge.place_words import place_words
from dateline.model.claim import PlaceMention
from dateline.model.text import Reading

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp"})
_OF_USE = {"site": 0.0, "reference": 0.6, "owner": 1.0}
# Costs, tuned on hand-coded reports: a clause entered costs more than one left, a place before more than one after.
_CLAUSE_DOWN, _CLAUSE_UP, _STEP_DOWN, _STEP_UP, _WORD, _BEFORE = 1.0, 0.5, 0.1, 0.2, 0.1, 1.5
_OF_ANOTHER, _OF_START = 1.5, 1.5
_TOO_FAR = 9.0
# What is done by being said or signed: only the places in its own words are its places.
_WHEREABOUTS, _IN_CLAUSE = frozenset({"in", "at", "of", "around", "near"}), 2.5
_SAID, _AT_ONCE = frozenset({"demand", "threat", "arms_supply", "agreement", "group_change"}), 1.0
_BEFORE_WHERE, _SOON = 12, 8
_STANDS = frozenset("position station base entrench locate operate live hail deploy".split())
_OF_WHEREABOUTS = 2.0
_OF_TOPIC = 9.0
_TOPICS = frozenset({"about", "regarding", "concerning"})
_DISCUSSING = frozenset({"discuss", "debate", "negotiate"})
_SPEECHES = frozenset({"talk", "talks", "negotiation", "meeting", "summit", "dispute", "meet", "negotiate"})
_MATTERS = frozenset(
    "situation crisis conflict war issue question future fate status process transition settlement peace truce "
    "ceasefire withdrawal exchange aid access".split()
)
_AIMING = frozenset("advance push press march move proceed head approach reach".split())
_LITTLE_FURTHER, _INSIDE = 1.5, 4.0


def places_of(
    trigger: int, reading: Reading, found: Sequence[FoundPlace], *, type: str = "", heads: Collection[int] = ()
) -> tuple[PlaceMention, ...]:
    """The places of the event named by the token `trigger`, most specific only; () where none is said.

    Those at `heads`, the words that the event's frame says are its places, with the rest of their lists; else the
    nearest place of the sentence, by clauses crossed and words; where the sentence names none, the place that the story
    is at, unless the event is of a `type` for which that says little.
    """
    here = reading.sentence_of[trigger]
    near = [p for p in found if p.sentence == here and p.use in _OF_USE and not p.first <= trigger <= p.last]
    if framed := [p for p in near if any(p.first <= head <= p.last for head in heads)]:
        return _mentions(_left(trigger, reading, [p for p in near if any(p.list_id == f.list_id for f in framed)]))
    near = [p for p in near if not is_a_bystanders(trigger, p, reading)]
    if type in _SAID:
        near = [p for p in near if not _is_addressed(trigger, p, reading)]
    if where := _place_of_where(trigger, reading, near):
        return _mentions([p for p in near if p.list_id == where.list_id])
    scored = sorted(((_distance(trigger, p, reading), p.first, p) for p in near), key=lambda entry: entry[:2])
    if type in _SAID:
        scored = [
            entry
            for entry in scored
            if entry[0] <= (_IN_CLAUSE if _is_of_its_clause(entry[2], trigger, reading) else _AT_ONCE)
        ]
    if not scored or scored[0][0] > _TOO_FAR:
        return _mentions(place_of_the_story(trigger, reading, found, type))
    best = _more_specific(scored)
    named = named_later(best, trigger, reading, found)
    return _mentions(named or [p for _, _, p in scored if p.list_id == best.list_id or p is best])


def _left(trigger: int, reading: Reading, framed: Sequence[FoundPlace]) -> Sequence[FoundPlace]:
    """ "Fled from Goma to Nyala": of what is about leaving, the place left, where it is said."""
    leaves = reading.tokens[trigger].lemma in place_words().leaving
    return [p for p in framed if leaves and p.mention.role == "from"] or framed


def _is_addressed(trigger: int, place: FoundPlace, reading: Reading) -> bool:
    """ "Called Chad, Sudan and Europe to", "threatened Europe": whom the words are for."""
    head = reading.tokens[first_conjunct(reading, place.head)]
    return head.dep == "dobj" and head.head == trigger


def _is_of_its_clause(place: FoundPlace, trigger: int, reading: Reading) -> bool:
    """Whether the place stands in the trigger's own clause behind "in", "at" or "of": "soldiers in Tarn were given"."""
    climb = [place.head, *ancestors(reading, place.head)]
    above = [trigger, *ancestors(reading, trigger)]
    meeting = next((i for i in climb if i in above), None)
    if meeting is None or reading.tokens[reading.tokens[place.head].head].lower not in _WHEREABOUTS:
        return False
    ways = (*climb[: climb.index(meeting)], *above[: above.index(meeting)])
    return not any(reading.tokens[i].dep in (*_CLAUSES, "conj") for i in ways)


def _place_of_where(trigger: int, reading: Reading, near: Sequence[FoundPlace]) -> FoundPlace | None:
    """The place just before "where", if the event is told of in the clause after it."""
    clauses = [i for i in (trigger, *ancestors(reading, trigger)) if reading.tokens[i].dep == "relcl"]
    for clause in clauses[:1]:
        where = next((c for c in reading.children[clause] if reading.tokens[c].lower == "where"), None)
        if where is None or trigger < where or any(where < p.first < trigger + _SOON for p in near):
            return None
        before = [p for p in near if p.last < where and where - p.last <= _BEFORE_WHERE]
        return before[-1] if before else None
    return None


def _more_specific(scored: Sequence[tuple[float, int, FoundPlace]]) -> FoundPlace:
    """The nearest place, or one inside it that is further: "in Orval province ... in Tarvan district, Orval"."""
    cost, _, best = scored[0]
    if best.size < 3:
        return best
    smaller = [(far, p) for far, _, p in scored[1:] if p.size < 3 and p.use == "site"]
    inside = [p for far, p in smaller if far <= cost + (_INSIDE if _lies_in(p, best) else _LITTLE_FURTHER)]
    return inside[0] if inside else best


def _lies_in(place: FoundPlace, larger: FoundPlace) -> bool:
    name = larger.mention.name
    return not {name, f"{name} province"}.isdisjoint(place.mention.within)


def _mentions(chosen: Sequence[FoundPlace]) -> tuple[PlaceMention, ...]:
    unique: dict[str, PlaceMention] = {}
    for place in sorted(chosen, key=lambda place: place.first):
        unique.setdefault(place.mention.name, place.mention)
    return tuple(unique.values())


def _distance(trigger: int, place: FoundPlace, reading: Reading) -> float:
    """How far the place is from the trigger: clauses crossed count most, then steps in the parse, then words."""
    above_trigger = [trigger, *ancestors(reading, trigger)]
    climb = [place.head, *ancestors(reading, place.head)]
    meeting = next((i for i in climb if i in above_trigger), climb[-1])
    down = climb[: climb.index(meeting)]
    up = above_trigger[: above_trigger.index(meeting)] if meeting in above_trigger else above_trigger
    cost = _CLAUSE_DOWN * _clauses(down, reading) + _CLAUSE_UP * _clauses(up, reading)
    cost += _STEP_DOWN * len(down) + _STEP_UP * len(up) + _WORD * abs(place.first - trigger)
    cost += _TOO_FAR * any(_tells_of_before(i, reading) or _tells_aim(i, trigger, reading) for i in down)
    cost += _OF_ANOTHER * sum(reading.tokens[i].lower in place_words().happenings for i in down if i != trigger)
    cost += _TOO_FAR * _is_home_of(place, reading)
    cost += _OF_ANOTHER * told_apart(reading, trigger, place.head, by_number=False)
    cost += _OF_TOPIC * any(_opens_topic(reading, i, trigger) for i in down)
    cost += _OF_WHEREABOUTS * sum(reading.tokens[i].lemma in _STANDS and i != trigger for i in down)
    return cost + (_BEFORE if place.first < trigger else 0.0) + _OF_USE[place.use] + _start(trigger, place, reading)


def _tells_of_before(clause: int, reading: Reading) -> bool:
    """ "Freed two soldiers that it had captured near Tarn": a clause on what was done earlier keeps its place."""
    token = reading.tokens[clause]
    before = any(reading.tokens[c].dep == "aux" and reading.tokens[c].lower == "had" for c in reading.children[clause])
    return token.dep == "relcl" and (before or tells_of_persons(reading, clause))


def _is_home_of(place: FoundPlace, reading: Reading) -> bool:
    """ "Paul Adeyo, 25, of Karsh, died": whence somebody comes."""
    before = place.first - 1
    tokens = reading.tokens
    if before < 2 or tokens[before].lower != "of" or tokens[before - 1].text != ",":
        return False
    name = next((k for k in range(before - 2, -1, -1) if tokens[k].pos != "NUM" and tokens[k].text != ","), None)
    return name is not None and tokens[name].tag == "NNP" and tokens[name - 1].tag == "NNP"


def _tells_aim(clause: int, trigger: int, reading: Reading) -> bool:
    """ "Captured the crossroads to advance to Tarn": whither they want to get."""
    token = reading.tokens[clause]
    to = any(reading.tokens[c].lower == "to" and reading.tokens[c].dep == "aux" for c in reading.children[clause])
    return clause != trigger and to and token.dep in ("advcl", "xcomp") and token.lemma in _AIMING


def _opens_topic(reading: Reading, i: int, trigger: int) -> bool:
    """Whether what hangs on `i` is only spoken of: "talks about a base", "talks on the situation in Tarn"."""
    token = reading.tokens[i]
    over = reading.tokens[token.head].lemma in _SPEECHES and (
        token.lower == "over"
        or (token.lower == "on" and any(reading.tokens[c].lemma in _MATTERS for c in reading.children[i]))
    )
    return i != trigger and (over or (token.lower in _TOPICS and token.pos == "ADP") or token.lemma in _DISCUSSING)


def _start(trigger: int, place: FoundPlace, reading: Reading) -> float:
    """Where something comes from is not where it happens, unless it is about leaving; then where it goes is not."""
    leaving = reading.tokens[trigger].lemma in place_words().leaving
    return _OF_START if place.mention.role == ("to" if leaving else "from") else 0.0


def _clauses(path: Sequence[int], reading: Reading) -> float:
    """Clause borders on the way; verbs joined by "and" count half."""
    total = 0.0
    for i in path:
        token = reading.tokens[i]
        if token.dep in _CLAUSES:
            total += 1
        elif token.dep == "conj" and token.pos in ("VERB", "AUX"):
            total += 0.5
    return total
