"""The reporting words: what the file that comes with Dateline holds, and what is refused."""

from importlib import resources
from typing import Any, get_args

import pytest
import yaml

from dateline.knowledge.reporting import parse_reporting, reporting
from dateline.model.claim import SourceKind
from dateline.model.errors import DataError


@pytest.fixture
def raw() -> dict[str, Any]:
    """The file as it comes, to be spoilt."""
    text = (resources.files("dateline") / "data" / "reporting.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def refused(raw: dict[str, Any]) -> str:
    with pytest.raises(DataError) as caught:
        parse_reporting(yaml.safe_dump(raw))
    return str(caught.value)


@pytest.mark.parametrize("verb", ["say", "tell", "report", "claim", "announce", "confirm", "warn", "accuse", "admit"])
def test_a_verb_of_saying_asserts(verb: str) -> None:
    assert {sense.stance for sense in reporting().verbs[verb]} == {"asserts"}


@pytest.mark.parametrize("verb", ["deny", "reject", "dismiss", "refute"])
def test_a_verb_of_denying_denies(verb: str) -> None:
    assert {sense.stance for sense in reporting().verbs[verb]} == {"denies"}


def test_a_verb_with_two_senses_keeps_both_in_the_order_of_the_file() -> None:
    assert [sense.group for sense in reporting().verbs["suggest"]] == ["holding", "showing"]


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("spokesman", "official"),
        ("commander", "armed group"),
        ("resident", "witness"),
        ("activist", "activist"),
        ("observatory", "aid or rights group"),
        ("nato", "intergovernmental"),
        ("analyst", "intelligence"),
        ("newspaper", "media"),
        ("source", "other"),
    ],
)
def test_a_head_noun_tells_the_kind_of_source(noun: str, kind: str) -> None:
    assert reporting().speakers[noun] == kind


def test_every_kind_of_source_has_its_nouns() -> None:
    assert set(reporting().speakers.values()) == set(get_args(SourceKind))


def test_every_word_that_opens_an_attribution_is_among_the_cues() -> None:
    words = reporting()
    assert words.verbs.keys() | words.passing_on | words.claim_nouns | words.denial_nouns <= words.cues


def test_lives_are_not_what_is_claimed_by_a_speaker() -> None:
    assert "life" in reporting().not_content["claim"]


@pytest.mark.parametrize("key", ["verbs", "hedges", "speakers", "records", "not_content"])
def test_a_missing_table_is_named(raw: dict[str, Any], key: str) -> None:
    del raw[key]
    assert refused(raw) == f"reporting.yaml: `{key}` is missing"


def test_a_file_that_is_no_table_is_refused() -> None:
    with pytest.raises(DataError, match="write a table of lists"):
        parse_reporting("- say\n- tell\n")


def test_an_unknown_stance_is_refused(raw: dict[str, Any]) -> None:
    raw["verbs"][0]["stance"] = "doubts"
    assert refused(raw) == "reporting.yaml: verbs: saying: `stance` must be one of asserts, denies"


def test_an_unknown_kind_of_subject_is_refused(raw: dict[str, Any]) -> None:
    raw["verbs"][0]["speaker"] = "somebody"
    assert "`speaker` must be one of any, named, record" in refused(raw)


@pytest.mark.parametrize("content", [[], ["sentence"], ["clause", "sentence"]])
def test_a_place_of_content_that_nobody_reads_is_refused(raw: dict[str, Any], content: list[str]) -> None:
    raw["verbs"][0]["content"] = content
    assert refused(raw).startswith("reporting.yaml: verbs: saying: `content` must name some of clause, ")


def test_a_verb_group_without_verbs_is_refused(raw: dict[str, Any]) -> None:
    del raw["verbs"][0]["lemmas"]
    assert refused(raw) == "reporting.yaml: `verbs: saying` must be a list of words"


@pytest.mark.parametrize("word", ["Say", True, 5])
def test_a_word_that_could_never_match_is_refused(raw: dict[str, Any], word: object) -> None:
    raw["hedges"].append(word)
    assert refused(raw).startswith(f"reporting.yaml: `hedges` holds {word!r}")


def test_a_kind_of_source_that_the_contract_does_not_know_is_refused(raw: dict[str, Any]) -> None:
    raw["speakers"]["neighbour"] = ["neighbour"]
    assert refused(raw) == "reporting.yaml: speakers: 'neighbour' is no kind of source"


def test_a_list_of_records_that_is_missing_is_refused(raw: dict[str, Any]) -> None:
    del raw["records"]["pictures"]
    assert "`records` has the lists owned, pictures and alone" in refused(raw)
