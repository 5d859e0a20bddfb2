"""Tellings that come one by one, or part by part, are grouped as if they had come at once."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from made import TAMRA, a_count, a_denier, a_source, a_town, an_agent, an_event, on, told

from dateline.merge.cluster import clusters, components, links, links_between
from dateline.merge.keys import keys, pairs
from dateline.merge.partition import part_of, partitioned, parts
from dateline.model.event import Place
from dateline.model.incident import Likeness, Telling

LAST_OF_MAY = date(2024, 5, 31)
# Cells are half a degree wide: towns on both sides of an edge, of one name and of two, and places without a point.
TOWNS = (
    a_town("Tamra", lat=13.499, lon=25.0),
    a_town("Tamra", lat=13.501, lon=25.0),
    a_town("Birak", lat=13.52, lon=24.999),
    a_town("Tamra al-Sharqiya", lat=15.999, lon=27.999),
    a_town("Birak", lat=16.001, lon=28.001),
    a_town("Nowhere Wells", lat=None, lon=None, admin1=None, country=None),
    a_town("North", precision="province", lat=None, lon=None),
)
TEXTS = (
    "Rockets fell on the market of Tamra. Traders in Tamra buried nine people near the Wadi Hor mosque.",
    "Nine traders were buried in Tamra, beside the Wadi Hor mosque, after rockets fell on its market.",
    "The football season in Birak opens with a match between the port and the railway.",
)
spans = st.builds(
    lambda shift, length, precision: on(
        LAST_OF_MAY + timedelta(days=shift), LAST_OF_MAY + timedelta(days=shift + length), precision=precision
    ),
    st.integers(-2, 2), st.sampled_from([0, 0, 0, 1, 6, 30]), st.sampled_from(["day", "report", "month"]),
)  # fmt: skip


@st.composite
def pools(draw: Any) -> list[Telling]:
    """Up to fourteen tellings about the end of a month and the edges of cells, some denied, some of no place or day."""
    found = []
    for number in range(draw(st.integers(0, 14))):
        places: list[Place] = draw(st.lists(st.sampled_from(TOWNS), max_size=2))
        event = an_event(
            f"e{number:02}",
            *draw(st.sampled_from([(), (a_source("mayor"),), (a_denier("army"),)])),
            type=draw(st.sampled_from(["shelling", "attack", "capture", ""])),
            places=tuple(places),
            date=draw(st.none() | spans),
            counts=draw(st.sampled_from([(), (a_count(14, 14),)])),
            agents=draw(st.sampled_from([(), (an_agent("Tamra Front", "front"),)])),
        )
        found.append(told(draw(st.sampled_from("abcd")), event, text=draw(st.sampled_from(TEXTS))))
    return found


def ids(linked: list[Likeness]) -> set[tuple[str, str, float]]:
    return {(link.one, link.other, link.points) for link in linked}


@settings(max_examples=200, deadline=None)
@given(pools(), st.randoms())
def test_parts_of_regions_and_months_give_what_all_at_once_gives(pool: list[Telling], chance: Any) -> None:
    shuffled = [*pool]
    chance.shuffle(shuffled)
    assert partitioned(shuffled) == clusters(pool, links(pool))


@settings(max_examples=100, deadline=None)
@given(pools(), st.integers(1, 5))
def test_tellings_that_come_in_turns_are_linked_as_if_at_once(pool: list[Telling], size: int) -> None:
    found: list[Likeness] = []
    here: list[Telling] = []
    for start in range(0, len(pool), size):
        new = pool[start : start + size]
        found += links_between(new, here)
        here += new
    assert ids(found) == ids(links(pool))
    assert len(found) == len(ids(found))


@settings(max_examples=100, deadline=None)
@given(pools())
def test_a_group_depends_only_on_what_it_hangs_together_with(pool: list[Telling]) -> None:
    linked = links(pool)
    apart = [
        group
        for together in components(pool, linked)
        for group in clusters(
            [telling for telling in pool if telling.event.id in together],
            [link for link in linked if link.one in together],
        )
    ]
    assert sorted(apart) == clusters(pool, linked)


@settings(max_examples=100, deadline=None)
@given(pools())
def test_only_what_shares_a_key_is_compared(pool: list[Telling]) -> None:
    assert all(keys(one) & keys(other) for one, other in pairs(pool))


def test_a_telling_has_no_more_keys_than_can_be_kept() -> None:
    many = tuple(a_town(f"Camp {n}", lat=10.0 + n) for n in range(60))
    figures = tuple(a_count(100 + n) for n in range(60))
    for length in (0, 3, 30, 300):
        span = on(LAST_OF_MAY, LAST_OF_MAY + timedelta(days=length))
        event = an_event("1", places=many, counts=figures, date=span)
        assert len(keys(told("a", event, text=" ".join(f"Name{n} was there." for n in range(300))))) <= 400


def test_what_lies_over_a_border_is_in_the_parts_of_both_sides() -> None:
    found = parts([told("a", an_event("1", places=(TOWNS[3],))), told("b", an_event("2", places=(TOWNS[4],)))])
    both: defaultdict[str, int] = defaultdict(int)
    for part, some in found.items():
        both[part.split(" ")[1]] += len(some) > 1
    assert both["cell"] > 1


def test_a_key_belongs_to_the_month_in_which_its_time_begins() -> None:
    days = [day.toordinal() for day in (LAST_OF_MAY, LAST_OF_MAY + timedelta(days=1))]
    assert [part_of(f"day {day} cell 27 50") for day in days] == ["2024-05 cell 3 6", "2024-06 cell 3 6"]
    assert part_of("page a").startswith("page ")


def test_tellings_of_a_day_do_not_meet_by_their_week_alone() -> None:
    wednesday, friday = LAST_OF_MAY - timedelta(days=2), LAST_OF_MAY
    one, other = (told(p, an_event(p, places=(TAMRA,), date=on(day))) for p, day in (("a", wednesday), ("b", friday)))
    week = told("c", an_event("c", places=(TAMRA,), date=on(LAST_OF_MAY - timedelta(days=4), LAST_OF_MAY)))
    assert keys(one) & keys(other)
    assert list(pairs([one, other])) == []
    assert {(a.event.id, b.event.id) for a, b in pairs([one, other, week])} == {("a", "c"), ("b", "c")}
