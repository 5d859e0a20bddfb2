"""The words of furniture and the agencies, as data."""

import pytest
import yaml

from dateline.knowledge.agencies import agencies, parse_agencies
from dateline.knowledge.furniture import bare, fold, furniture, parse_furniture, signals_in
from dateline.model.errors import DataError

LISTS = ("openers", "closers", "run_on", "notices", "kickers", "outlets")


def data(**changes: object) -> str:
    signal = {"kind": "advert", "reason": "is an advert", "weight": 3, "whole": ["ad"], "holds": ["% off"]}
    whole: dict[str, object] = {name: ["word"] for name in LISTS}
    whole |= {"signals": [signal], "stamps": {"published": ["published"], "updated": ["updated"]}}
    return yaml.safe_dump(whole | changes)


def signal(**changes: object) -> list[dict[str, object]]:
    return [{"kind": "advert", "reason": "is an advert", "weight": 3, "whole": ["ad"]} | changes]


def test_the_files_that_come_with_the_program_are_sound() -> None:
    assert len(furniture().signals) > 5
    assert agencies().named("Agence France-Presse") == "AFP"


def test_phrases_are_compared_folded() -> None:
    assert fold("Don’t  MISS") == "don't miss"
    assert bare("[read more →]") == "read more"


def test_a_phrase_counts_only_as_whole_words() -> None:
    kinds = {signal.kind for signal, _ in signals_in(fold("Get 40% off today"))}
    assert "advert" in kinds
    assert signals_in("get 40% offshore wind") == ()


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        data(signals=signal(weight=9)),
        data(signals=signal(weight="heavy")),
        data(signals=signal(reason="")),
        data(signals=signal(whole=[])),
        data(openers=["Related", "related"]),
        data(openers="related"),
        data(closers=[True]),
        data(stamps={"published": ["published"]}),
    ],
)
def test_furniture_that_breaks_its_rules_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(DataError) as error:
        parse_furniture(text)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith("furniture.yaml")


@pytest.mark.parametrize(
    "text", ["{}", "- aliases: [X]", "- name: A\n- name: A", "- {name: A, aliases: [1]}", "- {name: A, alias: [B]}"]
)
def test_agencies_that_break_their_rules_are_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"agencies\.yaml"):
        parse_agencies(text)


def test_agencies_are_known_by_name_alias_and_sign() -> None:
    found = parse_agencies("- name: Coast Wire\n  aliases: [CW]\n  signs: [The Coast Wire Charter]\n")
    assert (found.named("CW"), found.named("cw")) == ("Coast Wire", None)
    assert found.signed("see The Coast Wire Charter.") == "Coast Wire"
    assert found.short == r"Coast\ Wire"
