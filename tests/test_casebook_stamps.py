"""What is kept of a telling is enough to say which of two figures of one source is the later."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page


def dead(coded: Coded, name: str, number: int, stamp: str) -> tuple[Page, Coded]:
    """The raid as another outlet tells it on another day, by one and the same source, with its own figure."""
    raid = coded.events[0]
    page = Page(name=name, data=name.encode())
    digest = sha256(page.data).hexdigest()
    counts = (replace(raid.claim.counts[0], low=number, high=number),)
    sentence = replace(raid.claim.sentence, text=f"Darfur Watch told {name} that {number} people had died.")
    event = replace(raid, id=f"{digest[:12]}-0", claim=replace(raid.claim, counts=counts, sentence=sentence))
    report = replace(
        coded.report, page=name, id=f"sha256:{digest}", text=f"{name} {number} " * 30, title=name, outlet=name,
        agency=None, published=stamp, updated=None,
    )  # fmt: skip
    return page, Coded(report=report, events=(event,))


def test_a_kept_figure_knows_when_it_was_given(tmp_path: Path, coded: Coded) -> None:
    with Casebook.open(tmp_path / "dateline.db") as book:
        book.add(*dead(coded, "Nile Post", 12, "2024-05-08"))
        book.add(*dead(coded, "Delta Herald", 17, "2024-05-11"))
        (raid,) = book.incidents()
    assert {telling.stamp for telling in raid.tellings} == {"2024-05-08", "2024-05-11"}
    (toll,) = raid.tolls
    assert (toll.low, toll.best, toll.high) == (17, 17, 17)
    assert [figure.low for figure in toll.figures if figure.superseded] == [12]
