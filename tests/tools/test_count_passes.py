"""The counting of what decided where places lie."""

import importlib.util
import json
from pathlib import Path

SPEC = importlib.util.spec_from_file_location(
    "count_passes", Path(__file__).parent.parent.parent / "tools" / "count_passes.py"
)
assert SPEC is not None and SPEC.loader is not None
TOOL = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(TOOL)


def test_reasons_are_counted_over_all_events_whatever_town_they_name() -> None:
    reasons = ["it lies in Aleppo", "it lies in Kalma", "it lies in the country that the report is about", None]
    places = [{"reason": reason, "lat": None} for reason in reasons]
    lines = [json.dumps({"record": "report"}), json.dumps({"record": "event", "places": places})]
    assert TOOL.counts(TOOL.places(lines)) == {
        "it lies in ...": 2,
        "it lies in the country that the report is about": 1,
        "no reason given": 1,
    }
