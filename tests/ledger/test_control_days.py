"""On which day a place changes hands, and what of its order stays in doubt."""

from ledger_made import GOVERNMENT, JNIM, day, event, holders, kara, on, report


def test_an_undated_report_counts_as_of_its_day() -> None:
    holding = kara(report("a", event("1", when=None), published=5))
    assert holding.since is not None
    assert (holding.since.start, holding.since.precision) == (day(5), "report")


def test_what_has_no_day_at_all_is_shown_and_changes_nothing() -> None:
    holding = kara(report("a", event("1", when=None)))
    assert (holding.standing, len(holding.moves)) == ("unknown", 1)


def test_an_uncertain_order_is_said() -> None:
    first = report("a", event("1", by=(JNIM,), when=on(1, 9, precision="span")))
    second = report("b", event("2", when=on(5)))
    holding = kara(first, second)
    assert holders(holding) == [GOVERNMENT]
    assert holding.doubts == (
        "it is uncertain whether it came before or after: captured by JNIM (2021-08-01, 2021-08-09)",
    )


def test_a_certain_order_raises_no_doubt() -> None:
    assert kara(report("a", event("1", by=(JNIM,), when=on(1))), report("b", event("2", when=on(5)))).doubts == ()


def test_a_replay_says_what_may_come_only_later() -> None:
    holding = kara(report("a", event("1", when=on(3, 9, precision="span"))), at=5)
    assert holding.doubts == ("it may have happened after 2021-08-05, up to 2021-08-09",)
