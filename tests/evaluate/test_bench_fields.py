"""The benchmarks that ask for a few fields of each report."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dateline.evaluate.bench import predictions


def given(folder: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """The folder, with the rows as its part `dev`."""
    (folder / "dev.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return folder


def test_the_main_event_of_a_report_is_the_deadliest(tmp_path: Path) -> None:
    raids = (
        "Government jets bombed a market in the town of Maarat al-Numan in Idlib province on 4 May 2016 and killed "
        "three people. At least 17 civilians were killed on 5 May 2016 when warplanes bombed a school in Aleppo."
    )
    told = {"title": "Raids", "outlet": "Example", "date": "2016-05-06"}
    rows = [{"id": "1", "text": raids, **told}, {"id": "2", "text": "The mayor of Aleppo opened a school.", **told}]
    assert list(predictions("fakes", given(tmp_path, rows), "dev")) == [
        {"id": "1", "governorate": "Aleppo", "day": "2016-05-05", "deaths": [17, None]},
        {"id": "2", "governorate": None, "day": None, "deaths": None},
    ]


def test_where_nothing_places_the_main_event_the_first_place_of_the_report_stands_for_it(tmp_path: Path) -> None:
    text = "Rebels shelled the town of Idlib on 4 May 2016. A car bomb killed nine people on 5 May 2016."
    row = {"id": "1", "text": text, "title": "Raids", "outlet": "Example", "date": "2016-05-06"}
    (found,) = predictions("fakes", given(tmp_path, [row]), "dev")
    assert found == {"id": "1", "governorate": "Idlib", "day": "2016-05-05", "deaths": [9, 9]}


def test_a_release_tells_who_was_killed_and_captured_where_in_what_operation(tmp_path: Path) -> None:
    texts = [
        "Troops detained three insurgents in Kandahar province on Monday, a spokesman said.",
        "Troops killed two insurgents and detained five others in Helmand province on Monday, a spokesman said.",
        "Helicopters bombed a house in Helmand province on Monday and killed four militants, a spokesman said.",
        "Troops killed two civilians in Helmand province on Monday when they shot at a car, a spokesman said.",
        "The governor of Helmand opened a bridge on Monday.",
    ]
    found = list(predictions("isaf", given(tmp_path, [{"id": n, "text": t} for n, t in enumerate(texts)]), "dev"))
    assert [row["event_type"] for row in found] == [
        ["detention"],
        ["insurgentskilled", "detention"],
        ["airstrike"],
        ["civiliancasualty"],
        [],
    ]
    assert [(row["killed"], row["captured"]) for row in found] == [(0, 3), (2, 5), (4, 0), (2, 0), (0, 0)]
    assert [row["province"] for row in found] == ["Kandahar", "Helmand", "Helmand", "Helmand", None]


def test_displaced_and_homes_get_their_figure_term_and_unit(tmp_path: Path) -> None:
    both = "Some 300 people were evacuated and 40 houses were destroyed."
    texts = [both, "At least 12 families fled.", both, "The roads are open.", "Floods left 900 people homeless."]
    texts += ["Some 1 500 people were relocated.", "There are 78,000 IDPs in the north."]
    found = list(predictions("idmc", given(tmp_path, [{"Excerpt": text} for text in texts]), "dev"))
    assert [tuple(row.values()) for row in found] == [
        (1, 300, "Evacuated", "People"),
        (2, 12, "Forced to Flee", "Households"),
        (3, 40, "Destroyed Housing", "Households"),
        (4, None, None, None),
        (5, 900, "Homeless", "People"),
        (6, 1500, "Relocated", "People"),
        (7, 78000, "Displaced", "People"),
    ]


def test_a_snippet_is_labelled_by_its_first_event_and_a_protest_by_what_it_came_to(tmp_path: Path) -> None:
    snippets = {
        "GRENADE": "A man threw a grenade at a police post in Quetta on Monday and wounded two officers.",
        "SUIC_BOMB": "A suicide bomber blew himself up at a market in Quetta on Monday and killed nine civilians.",
        "NON_STATE_ACTOR_OVERTAKES_TER": "Taliban fighters captured part of the town of Ghazni on Monday.",
        "PEACE_PROTEST": "Hundreds of teachers held a protest in Tunis on Monday.",
        "PROTEST_WITH_INTER": "Hundreds held a protest in Tunis on Monday. Police arrested twelve of the protesters.",
        "": "The river rose by two metres after days of rain.",
    }
    lines = [f"{n}\t{text}\tX" for n, text in enumerate(snippets.values())]
    (tmp_path / "dev.tsv").write_text("\n".join(["id\tEventSnippet\tSubType", *lines]), encoding="utf-8")
    assert [(row["id"], row["label"] or "") for row in predictions("case2021", tmp_path, "dev")] == [
        (str(n), wanted) for n, wanted in enumerate(snippets)
    ]
