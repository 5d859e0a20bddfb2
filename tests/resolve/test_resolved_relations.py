"""What parties are to each other once their names are resolved."""

from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.claim import Claims, Mention, RelationClaim, RelationKind
from dateline.model.event import Relation
from dateline.model.text import Report, Span
from dateline.resolve.events import resolve

TEXT = "The Islamic State, Daesh and Boko Haram were named on Sunday."


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("relations") / "places.sqlite"
    build(path, rows=[PlaceRow(kind="country", names=("Syria",), country="SY", lat=35.0, lon=38.0)])
    return Gazetteer(path)


def related(gazetteer: Gazetteer, subject: str, relation: RelationKind, object: str) -> tuple[Relation, ...]:
    """The relations of a report that states one of two names in the text."""
    ends = (Mention(name=n, words=Span(TEXT.index(n), TEXT.index(n) + len(n), n)) for n in (subject, object))
    one, other = ends
    claim = RelationClaim(subject=one, relation=relation, object=other, sentence=Span(0, len(TEXT), TEXT))
    report = Report(page="p", id="i", text=TEXT, status="coded", published="2019-08-30")
    return resolve(Claims(report=report, claims=(), relations=(claim,)), gazetteer).relations


def test_no_party_is_a_part_of_itself_under_another_name(gazetteer: Gazetteer) -> None:
    assert related(gazetteer, "Daesh", "part_of", "Islamic State") == ()
    assert len(related(gazetteer, "Boko Haram", "part_of", "Islamic State")) == 1


def test_an_old_name_of_a_party_stands_beside_its_new_one(gazetteer: Gazetteer) -> None:
    (relation,) = related(gazetteer, "Islamic State", "formerly", "Daesh")
    assert (relation.subject.name, relation.object.name) == ("Islamic State", "Daesh")
