"""What speaks for two tellings being one happening, and against it; the docstring is the reason shown to the user."""

from dateline.merge import kinds, when
from dateline.merge.figures import figures, tolls_agree
from dateline.model.incident import Telling
from dateline.reckoning import names, where

_BESIDE = 600
_NEAR = (where.share_a_town, where.share_a_district, where.share_a_province)


def of_one_type(one: Telling, other: Telling) -> bool:
    """they are of one type"""
    return one.event.claim.type == other.event.claim.type and not kinds.is_bare(one.event)


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
    first, second = ({t.name for t in telling.event.targets if names.telling_words(t.name)} for telling in (one, other))
    return any(names.within(a, b) for a in first for b in second)


def with_one_thing_hit(one: Telling, other: Telling) -> bool:
    """one hospital, bus or the like is hit in both"""
    return bool(names.things_hit(one.event) & names.things_hit(other.event))


def with_tolls_that_agree(one: Telling, other: Telling) -> bool:
    """their tolls may be one toll"""
    return not with_one_figure(one, other) and tolls_agree(one.event, other.event)


def of_a_rare_type(one: Telling, other: Telling) -> bool:
    """few of their type happen in a province on one day"""
    rare = of_one_type(one, other) and kinds.is_rare(one.event.claim.type) and on_one_day(one, other)
    first, second = one.event, other.event
    return rare and any(test(first, second) for test in _NEAR)


def of_a_common_type_in_a_chief_town(one: Telling, other: Telling) -> bool:
    """the chief town of a province sees many of their type on one day"""
    kind = one.event.claim.type
    common = not kinds.is_rare(kind) and not kinds.changes_hands(kind) and not kinds.is_bare(one.event)
    return common and where.share_only_a_chief_town(one.event, other.event)


def told_twice_on_one_page(one: Telling, other: Telling) -> bool:
    """one page tells both, by different speakers"""
    coded = not kinds.is_bare(one.event) and not kinds.is_bare(other.event)
    return coded and one.page == other.page and not one.denies and not other.denies


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
    return both and bool(names.parties(one.denials) & names.parties(other.denials))


def denied_beside_it(one: Telling, other: Telling) -> bool:
    """the denial stands beside it"""
    gap = abs(one.event.claim.sentence.start - other.event.claim.sentence.start)
    return denied_on_its_own_page(one, other) and gap <= _BESIDE
