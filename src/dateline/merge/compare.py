"""Whether two tellings are of one happening: a table of small weighted tests, each with its reason.

What stands in EXCLUSIONS keeps two tellings apart, also where a third is like both. Else the weights of the tests that
hold are added up; `SAME` is the least sum that counts as one happening. Weights were set by hand from what the slots
mean, not fitted: a day and a town in common are enough for one type, and a figure or an agent must make up for what
only nearly agrees. Differing figures count neither for nor against: they are what a reader wants to see side by side.
"""

from collections.abc import Callable, Iterable

from dateline.knowledge.actor_words import singular
from dateline.knowledge.folding import fold
from dateline.knowledge.words import word_classes
from dateline.merge import kinds, names, when, where
from dateline.model.event import Event
from dateline.model.incident import Likeness, Telling, Voice

SAME = 5.0
_TELLING_FIGURE = 3
_BESIDE = 600
Test = Callable[[Telling, Telling], bool]
Figure = tuple[str, str, int | None, int | None]


def likeness(one: Telling, other: Telling) -> Likeness:
    """The points and reasons for two tellings, whichever comes first."""
    first, second = sorted((one, other), key=lambda telling: telling.event.id)
    held = [(weight, test) for weight, test in TESTS if test(first, second)]
    return Likeness(
        one=first.event.id,
        other=second.event.id,
        points=sum(weight for weight, _ in held),
        reasons=tuple((test.__doc__ or test.__name__).strip() for _, test in held),
    )


def apart(one: Telling, other: Telling) -> str | None:
    """Why the two cannot be one happening; None where nothing stands against it."""
    return next((test.__doc__ for test in EXCLUSIONS if test(one, other)), None)


# ---- what keeps them apart ----------------------------------------------------------------------
def of_other_types(one: Telling, other: Telling) -> bool:
    """they are of types that are not used for one happening"""
    return not kinds.are_kin(one.event.claim.type, other.event.claim.type)


def told_apart_by_one_speaker(one: Telling, other: Telling) -> bool:
    """one page has them as two from one speaker"""
    if one.page != other.page:
        return False
    said, said_too = _parties(one.voices), _parties(other.voices)
    return bool(said & (said_too | _parties(other.denials)) or said_too & _parties(one.denials))


def on_days_apart(one: Telling, other: Telling) -> bool:
    """their days lie more than one day apart"""
    return when.lie_days_apart(one.event, other.event)


def in_different_countries(one: Telling, other: Telling) -> bool:
    """they lie in different countries"""
    return where.lie_in_different_countries(one.event, other.event)


def at_places_apart(one: Telling, other: Telling) -> bool:
    """their places lie far apart"""
    return where.lie_far_apart(one.event, other.event)


EXCLUSIONS: tuple[Test, ...] = (
    of_other_types,
    on_days_apart,
    in_different_countries,
    at_places_apart,
    told_apart_by_one_speaker,
)


# ---- what speaks for and against ----------------------------------------------------------------
def of_one_type(one: Telling, other: Telling) -> bool:
    """they are of one type"""
    return one.event.claim.type == other.event.claim.type


def on_one_day(one: Telling, other: Telling) -> bool:
    """they are put on one day"""
    return when.share_a_day(one.event, other.event)


def a_report_apart(one: Telling, other: Telling) -> bool:
    """one is put on the day of its report, the other on the day before"""
    return when.stand_a_report_apart(one.event, other.event)


def on_overlapping_days(one: Telling, other: Telling) -> bool:
    """their days overlap"""
    return when.may_share_a_day(one.event, other.event)


def at_one_town(one: Telling, other: Telling) -> bool:
    """they name one town"""
    return where.share_a_town(one.event, other.event)


def in_one_district(one: Telling, other: Telling) -> bool:
    """they lie in one district or area"""
    return not at_one_town(one, other) and where.share_a_district(one.event, other.event)


def in_one_province(one: Telling, other: Telling) -> bool:
    """they lie in one province"""
    nearer = at_one_town(one, other) or where.share_a_district(one.event, other.event)
    return not nearer and where.share_a_province(one.event, other.event)


def of_a_place_that_changes_hands(one: Telling, other: Telling) -> bool:
    """one town is not taken or left twice within days"""
    kind = one.event.claim.type
    return of_one_type(one, other) and kinds.changes_hands(kind) and at_one_town(one, other)


def by_one_agent(one: Telling, other: Telling) -> bool:
    """one agent is named in both"""
    return names.any_shared(one.event.agents, other.event.agents)


def by_agents_named_alike(one: Telling, other: Telling) -> bool:
    """their agents are called the same"""
    return not by_one_agent(one, other) and names.any_named_alike(one.event.agents, other.event.agents)


def by_different_agents(one: Telling, other: Telling) -> bool:
    """different agents are named"""
    return names.all_told_apart(one.event.agents, other.event.agents)


def with_one_figure(one: Telling, other: Telling) -> bool:
    """they give the same figure"""
    return bool(figures(one.event) & figures(other.event))


def with_one_target(one: Telling, other: Telling) -> bool:
    """one target is named in both"""
    first, second = ({_words(target.name) for target in telling.event.targets} for telling in (one, other))
    return any(a <= b or b <= a for a in first for b in second)


def with_one_thing_hit(one: Telling, other: Telling) -> bool:
    """one hospital, bus or the like is hit in both"""
    things = word_classes()["buildings"]
    first, second = ({w for t in telling.event.targets for w in _words(t.name)} for telling in (one, other))
    return bool(first & second & things)


def with_tolls_that_agree(one: Telling, other: Telling) -> bool:
    """their tolls may be one toll"""
    return not with_one_figure(one, other) and tolls_agree(one.event, other.event)


def of_a_rare_type(one: Telling, other: Telling) -> bool:
    """few of their type happen in a province on one day"""
    near = at_one_town(one, other) or in_one_district(one, other) or in_one_province(one, other)
    return of_one_type(one, other) and kinds.is_rare(one.event.claim.type) and near and on_one_day(one, other)


def told_twice_on_one_page(one: Telling, other: Telling) -> bool:
    """one page tells both, by different speakers"""
    return one.page == other.page and not one.denies and not other.denies


def denied_on_its_own_page(one: Telling, other: Telling) -> bool:
    """one page tells of it and of its denial"""
    return one.page == other.page and one.denies != other.denies


def denied_by_its_agent(one: Telling, other: Telling) -> bool:
    """the one who is said on that page to have done it denies it"""
    if not denied_on_its_own_page(one, other):
        return False
    denial, told = (one, other) if one.denies else (other, one)
    return any(names.speaks_for(v.party, a.name) for v in denial.denials for a in told.event.agents)


def denied_twice_by_one_party(one: Telling, other: Telling) -> bool:
    """one party denies both on one page"""
    both = one.page == other.page and one.denies and other.denies
    return both and bool(_parties(one.denials) & _parties(other.denials))


def denied_beside_it(one: Telling, other: Telling) -> bool:
    """the denial stands beside it"""
    gap = abs(one.event.claim.sentence.start - other.event.claim.sentence.start)
    return denied_on_its_own_page(one, other) and gap <= _BESIDE


TESTS: tuple[tuple[float, Test], ...] = (
    (1.5, of_one_type),
    (2.0, on_one_day),
    (1.0, a_report_apart),
    (0.5, on_overlapping_days),
    (2.0, at_one_town),
    (1.0, in_one_district),
    (0.5, in_one_province),
    (1.0, of_a_place_that_changes_hands),
    (1.0, by_one_agent),
    (0.5, by_agents_named_alike),
    (-1.0, by_different_agents),
    (1.5, with_one_figure),
    (0.5, with_one_target),
    (0.5, with_one_thing_hit),
    (0.5, with_tolls_that_agree),
    (0.5, of_a_rare_type),
    (-1.5, told_twice_on_one_page),
    (2.0, denied_on_its_own_page),
    (0.5, denied_beside_it),
    (2.0, denied_by_its_agent),
    (2.0, denied_twice_by_one_party),
)


def figures(event: Event) -> frozenset[Figure]:
    """Its figures that are not so small that many happenings have them: kind, unit, least, most."""
    counts = (c for c in event.claim.counts if c.scope == "incident")
    return frozenset((c.kind, c.unit, c.low, c.high) for c in counts if (c.low or c.high or 0) >= _TELLING_FIGURE)


def tolls_agree(one: Event, other: Event) -> bool:
    """Whether both count the dead, and the fewer may be more than half of the more."""
    first, second = (_dead(event) for event in (one, other))
    return min(first, second) >= _TELLING_FIGURE and max(first, second) < 2 * min(first, second)


def _dead(event: Event) -> int:
    """The least of its dead by the highest of its figures; 0 where it has none."""
    killed = (c for c in event.claim.counts if c.kind == "killed" and c.scope == "incident" and c.part_of is None)
    return max((c.low or c.high or 0 for c in killed), default=0)


def _parties(voices: Iterable[Voice]) -> set[str]:
    return {names.party_key(voice.party) for voice in voices}


def _words(name: str) -> frozenset[str]:
    return frozenset(map(singular, fold(name).split()))
