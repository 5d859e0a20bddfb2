"""The queue says why, mistakes are counted by slot and type, and gold is only what was wholly checked."""

from datetime import UTC, datetime

from dateline.model.event import Event
from dateline.model.review import NOBODY, Noted, Opinion, Review, Value
from dateline.review.gold import gold, is_checked
from dateline.review.mistakes import RECORD, Reviewed, mistakes
from dateline.review.queue import Item, urgency
from merge.made import SURE, a_count, a_denier, a_source, a_total, an_agent, an_event, coded

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def an_opinion(by: str = "Amna", **said: object) -> Review:
    return Review(opinions={by: Opinion(by=by, number=1, at=NOW, **said)})  # type: ignore[arg-type]


def doubtful(*sources: object, record: float = 0.5, **known: object) -> Event:
    from dataclasses import replace

    return an_event("e", *sources, confidence=replace(SURE, record=record), **known)  # type: ignore[arg-type]


def points(event: Event, **known: object) -> float:
    return urgency(Item(event=event, review=NOBODY, **known)).points  # type: ignore[arg-type]


# ---- the queue ----------------------------------------------------------------------------------
def test_what_is_certain_is_not_urgent_whatever_hangs_on_it() -> None:
    assert points(doubtful(record=1.0, counts=(a_count(500),))) == 0


def test_the_less_sure_and_the_graver_come_first() -> None:
    assert points(doubtful(record=0.2)) > points(doubtful(record=0.4))
    assert points(doubtful(counts=(a_count(100),))) > points(doubtful(counts=(a_count(2),))) > points(doubtful())
    assert points(doubtful(type="capture")) > points(doubtful(type="talks"))
    assert points(doubtful(a_source("residents"), a_denier("the army"))) > points(doubtful(a_source("residents")))
    assert points(doubtful(), voices=5) > points(doubtful(), voices=2)


def test_what_a_report_counts_over_years_makes_nothing_urgent() -> None:
    assert points(doubtful(counts=(a_total(400_000),))) == points(doubtful())


def test_the_reasons_are_told_in_words_and_the_weightiest_comes_first() -> None:
    found = urgency(Item(event=doubtful(counts=(a_count(40, 40),)), review=NOBODY, voices=1))
    assert found.why == (
        "40 killed hang on it",
        "50% of records like it are wholly right",
        "only one voice tells of it",
    )


def test_what_reviewers_differ_on_or_dispute_is_urgent_though_the_coder_is_sure() -> None:
    differ = Review(opinions={**an_opinion("Amna", rejects=True).opinions, **an_opinion("Idris", whole=True).opinions})
    disputed = Review(notes=(Noted(kind="disputed", by="Noor", number=3, at=NOW),))
    for review, told in ((differ, "reviewers differ"), (disputed, "Noor marked")):
        found = urgency(Item(event=doubtful(record=1.0), review=review))
        assert found.points > 0
        assert told in found.why[0]


# ---- mistakes -----------------------------------------------------------------------------------
def test_mistakes_are_counted_by_slot_and_type_of_those_that_were_reviewed() -> None:
    event, right = an_event("e", agents=(an_agent("the army"),)), an_event("e", agents=(an_agent("a militia"),))
    corrected = an_opinion(values={"agents": Value(number=1, value=[])})
    some = [
        Reviewed(page="a", coded=event, event=right, review=corrected),
        Reviewed(page="b", coded=event, event=event, review=an_opinion(whole=True)),
        Reviewed(page="c", coded=event, event=event, review=an_opinion(rejects=True)),
        Reviewed(page="d", coded=event, event=event, review=NOBODY),
    ]
    agents, record = mistakes(some)
    assert (agents.slot, agents.type, agents.wrong, agents.reviewed) == ("agents", "shelling", 1, 3)
    assert (agents.examples[0].coded, agents.examples[0].right) == ("the army", "a militia")
    assert (record.slot, record.wrong, record.examples[0].page) == (RECORD, 1, "c")


# ---- gold ---------------------------------------------------------------------------------------
def test_a_report_is_gold_only_when_all_its_events_are_checked() -> None:
    done = {"a": an_opinion(whole=True), "b": an_opinion(rejects=True)}
    assert is_checked(done, ["a", "b"])
    assert not is_checked(done, ["a", "b", "c"])
    assert not is_checked(done, [])


def test_gold_says_what_its_readers_ask_for() -> None:
    event = an_event("e", a_source("a monitor"), counts=(a_count(12),), agents=(an_agent("the army"),))
    found = gold(coded("news/Kara market.html", event, text="x and more", published="2024-05-08T06:30+02:00"))
    assert found.doc.startswith("kara-market-")
    assert found.text == "x and more"
    assert found.coding["report"]["published"] == "2024-05-08"
    assert found.coding["relations"] == []
    (told,) = found.coding["events"]
    assert told["agents"] == ["the army|x"]
    assert told["quantities"] == [{"kind": "killed", "who": "civilians", "low": 12, "high": None}]
    assert told["sources"] == [{"name": "a monitor|x", "stance": "asserts"}]
    assert set(told["places"][0]) == {"name", "country", "lat", "lon"}
    assert told["date"] == {"start": "2024-05-06", "end": "2024-05-06"}
