"""The benchmarks whose answers are offsets into the texts that they give."""

import json
from pathlib import Path
from typing import Any

from dateline.evaluate.bench import predictions


def said(text: str, spans: list[dict[str, Any]]) -> list[str]:
    """The words at the offsets of each answer."""
    return [text[span["start"] : span["end"]] for span in spans]


def test_every_time_of_a_document_is_told_with_its_days_where_it_stands(tmp_path: Path) -> None:
    text = (
        "\nThe  talks failed on Thursday. Rebels have held the town since 2011, and the army shelled it "
        "from 1 to 9 February 2012.\nIt may send more troops next week."
    )
    folder = tmp_path / "news"
    folder.mkdir()
    document = {"id": "A1", "dct": "2013-03-22", "text": text, "timex": []}
    (folder / "a1.json").write_text(json.dumps(document), encoding="utf-8")
    (row,) = predictions("time", tmp_path, "dev")
    times: Any = row["timex"]
    assert row["id"] == "A1"
    assert said(text, times) == ["Thursday", "2011", "1 to 9 February 2012", "next week"]
    assert [time["value"] for time in times] == ["2013-03-21", "2011", "", "2013-W13"]
    assert times[0]["interval"] == ["2013-03-21", "2013-03-21"]
    assert times[-1]["interval"] == ["2013-03-25", "2013-03-31"]


def test_an_hour_and_its_day_are_one_time_and_a_range_of_years_two(tmp_path: Path) -> None:
    text = "The talks will open at 3 p.m. on Saturday. The war of 2008-2009 lasted 90 days. They now talk at 8 PM."
    document = {"id": "A1", "dct": "2013-03-22", "text": text, "timex": []}
    (tmp_path / "a1.json").write_text(json.dumps(document), encoding="utf-8")
    (row,) = predictions("time", tmp_path, "dev")
    times: Any = row["timex"]
    assert said(text, times) == ["3 p.m. on Saturday", "2008", "2009", "90 days", "now", "8 PM"]
    assert [time["value"] for time in times[:5]] == ["2013-03-23T15:00", "2008", "2009", "P90D", "PRESENT_REF"]
    assert times[0]["interval"] == ["2013-03-23", "2013-03-23"]


def test_places_and_nations_are_told_with_their_coordinates_whatever_they_stand_for(tmp_path: Path) -> None:
    text = "\nTurkish jets flew over Goma and Bukavu on Friday. Moscow said that the city of Goma was calm."
    articles = f"<articles><article docid='7'><text><![CDATA[{text}]]></text></article><article/></articles>"
    (tmp_path / "set.xml").write_text(articles, encoding="utf-8")
    row, empty = predictions("geo", tmp_path, "dev")
    toponyms: Any = row["toponyms"]
    assert (row["file"], row["docid"]) == ("set.xml", "7")
    assert sorted(set(said(text, toponyms))) == sorted({one["text"] for one in toponyms})
    points = {one["text"]: (int(one["lat"]), int(one["lon"])) for one in toponyms}
    assert points["Turkish"] == (39, 34)
    assert points["Bukavu"] == (-2, 28)
    assert points["Moscow"] == (55, 37)
    assert empty == {"file": "set.xml", "docid": "1", "toponyms": []}


def test_an_attribution_is_told_by_its_source_its_cue_and_its_content_at_the_place(tmp_path: Path) -> None:
    text = '"The bridge is ours," the general said.\n\nThe mayor denied that the town had fallen. It rained.'
    (tmp_path / "dev.jsonl").write_text(json.dumps({"doc_id": "d", "text": text, "date": None}), encoding="utf-8")
    (row,) = predictions("polnear", tmp_path, "dev")
    parts: Any = row["attributions"]
    words = [
        tuple(" ".join(text[start:end] for start, end in one[part]) for part in ("source", "cue", "content"))
        for one in parts
    ]
    assert words == [
        ("general", "said", '"The bridge is ours,"'),
        ("mayor", "denied", "that the town had fallen"),
    ]


def test_the_entities_of_a_document_are_told_by_span_and_type(tmp_path: Path) -> None:
    text = (
        "Syrian jets dropped two barrel bombs on eastern Aleppo on Friday. Karim Haddad, who fled, said that the "
        "United Nations had left. Haddad saw a tank."
    )
    (tmp_path / "dev.jsonl").write_text(json.dumps({"id": "d", "text": text}), encoding="utf-8")
    (row,) = predictions("re3d", tmp_path, "dev")
    entities: Any = row["entities"]
    found = set(zip(said(text, entities), (one["type"] for one in entities), strict=True))
    assert {
        ("Syrian", "Nationality"),
        ("two", "Quantity"),
        ("barrel bombs", "Weapon"),
        ("eastern Aleppo", "Location"),
        ("Friday", "Temporal"),
        ("Karim Haddad", "Person"),
        ("Haddad", "Person"),
        ("the United Nations", "Organisation"),
        ("tank", "MilitaryPlatform"),
    } <= found
    assert ("Karim Haddad", "Organisation") not in found
