"""The benchmarks that ask which incidents are told, and which mentions are of one of them."""

import json
from pathlib import Path
from typing import Any

from dateline.evaluate.bench import predictions
from dateline.evaluate.dedup import Groups, document


def test_an_incident_is_a_template_with_who_did_what_to_whom_with_what(tmp_path: Path) -> None:
    text = "guerrillas kidnapped two engineers in bogota on monday. the minister spoke of the budget."
    rows = [{"docid": "D1", "doctext": text}, {"docid": "D2", "doctext": "the minister spoke of the budget."}]
    (tmp_path / "dev.json").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told, untold = predictions("muc4", tmp_path, "dev")
    assert told == {
        "docid": "D1",
        "templates": [
            {
                "incident_type": "kidnapping",
                "PerpInd": ["guerrillas"],
                "PerpOrg": [],
                "Target": [],
                "Victim": ["engineers"],
                "Weapon": [],
            }
        ],
    }
    assert untold == {"docid": "D2", "templates": []}


def test_a_building_is_a_target_and_no_victim(tmp_path: Path) -> None:
    row = {"docid": "D1", "doctext": "guerrillas attacked a police station in bogota with mortars on monday."}
    (tmp_path / "dev.json").write_text(json.dumps(row), encoding="utf-8")
    (found,) = predictions("muc4", tmp_path, "dev")
    templates: Any = found["templates"]
    assert [(one["Target"], one["Victim"]) for one in templates] == [(["police station"], [])]


RAID = (
    "Jets bombed the market in Goma on 5 July 2016 and killed nine civilians , said Amina Kasongo , a nurse .".split()
)
AGAIN = "At least nine civilians died when jets bombed the market in Goma on 5 July 2016 , Amina Kasongo said .".split()
OTHER = "Gunmen kidnapped two teachers near Nyala on 9 July 2016 , and bombed a bridge .".split()


def pool(folder: Path, gvc: list[dict[str, Any]]) -> None:
    """Writes the two files of the benchmark: these documents, and one other."""
    ecbplus = [{"doc_id": "d", "sentences": [RAID], "event_mentions": [{"sent": 0, "tokens": [1]}]}]
    for name, rows in (("gvc", gvc), ("ecbplus", ecbplus)):
        (folder / f"{name}_dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


def mentions(*starts: int) -> list[dict[str, int]]:
    return [{"sent": 1, "start": start, "end": start} for start in starts]


TOLD: list[dict[str, Any]] = [
    {"doc_id": "a", "sentences": [["2016-07-06"], RAID], "mentions": mentions(1, 11)},
    {"doc_id": "b", "sentences": [["2016-07-06"], AGAIN], "mentions": mentions(4, 7)},
    {"doc_id": "c", "sentences": [["2016-07-10"], OTHER], "mentions": mentions(12)},
]


def test_mentions_of_one_happening_share_a_label_across_documents(tmp_path: Path) -> None:
    pool(tmp_path, TOLD)
    found: dict[Any, Any] = {row["doc_id"]: row for row in predictions("dedup", tmp_path, "dev")}
    assert {name: row["set"] for name, row in found.items()} == {"a": "gvc", "b": "gvc", "c": "gvc", "d": "ecbplus"}
    raid, deaths = found["a"]["clusters"]
    assert found["b"]["clusters"] == [deaths, raid]
    assert raid != deaths
    assert found["c"]["clusters"] != [raid]
    assert found["a"]["incident"] == found["b"]["incident"] != found["c"]["incident"]


def test_the_order_and_names_of_documents_change_no_label(tmp_path: Path) -> None:
    labels = []
    for names, told in (("abc", TOLD), ("xyz", TOLD[::-1])):
        pool(tmp_path, [{**row, "doc_id": name} for name, row in zip(names, told, strict=True)])
        labels.append({json.dumps(row["clusters"]) for row in predictions("dedup", tmp_path, "dev")})
    assert labels[0] == labels[1]


def test_a_mention_of_several_words_stands_from_its_first_to_its_last() -> None:
    row = {"sentences": [["It", "rained", "."], ["They", "checked", "her", "in", "."]]}
    one = document("1", {**row, "event_mentions": [{"sent": 1, "tokens": [1, 3]}]})
    (span,) = one.mentions
    assert one.report.text[slice(*span)] == "checked her in"
    assert one.report.published is None


def test_what_is_the_same_as_one_is_the_same_as_the_other() -> None:
    groups = Groups()
    groups.join("a", "b")
    groups.join("c", "d")
    assert groups.of("a") == groups.of("b") != groups.of("c")
    groups.join("b", "d")
    assert {groups.of(label) for label in "abcd"} == {groups.of("a")}
    assert groups.of("e") == "e"
