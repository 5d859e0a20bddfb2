"""Types of event that a project adds, replaces or turns off."""

import pytest

from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.codes import code_rows
from dateline.knowledge.project import Project, using
from dateline.knowledge.types import BUILT_IN, GROUPS, TYPES, types_of
from dateline.model.errors import DataError
from dateline.publish.schema import schema
from dateline.resolve.codes import codes_of
from projects_made import SIGHTING, made

SIEGE = """
type: siege
definition: A ring around a place.
triggers:
  - noun: ring
examples: [{text: The ring around the town was closed.}]
counterexamples: [She wore a ring.]
"""


def told(project: Project) -> str:
    with using(project), pytest.raises(DataError) as caught:
        load_codebook()
    return str(caught.value)


def slip(before: str, after: str) -> Project:
    assert before in SIGHTING
    return made(codebook_drone_sighting=SIGHTING.replace(before, after))


def test_a_new_type_stands_with_its_group_in_the_order_of_the_codebook() -> None:
    with using(made(codebook_drone_sighting=SIGHTING)):
        assert TYPES["drone_sighting"] == "forces"
        assert types_of("forces")[-1] == "drone_sighting"
        groups = [TYPES[kind] for kind in load_codebook().entries]
    assert groups == sorted(groups, key=GROUPS.index)


def test_a_type_of_a_known_name_replaces_that_type_whole() -> None:
    with using(made(codebook_siege=SIEGE)):
        siege = load_codebook().entries["siege"]
        assert [trigger.lemmas for trigger in siege.triggers] == [{"ring"}]
        assert load_codebook().triggers("noun", "blockade") == ()
        assert TYPES["siege"] == "territory"


def test_a_type_that_replaces_one_without_codes_is_coded_as_that_was() -> None:
    with using(made(codebook_siege=SIEGE)):
        assert codes_of("siege", (), (), None, "occurred", None).cameo == "191"


def test_a_types_own_codes_come_first() -> None:
    codes = "codes: {acled: [Battles, Armed clash], plover: null, cameo: '999', ucdp: '3'}\n"
    with using(made(codebook_siege=SIEGE + codes)):
        coded = codes_of("siege", (), (), None, "occurred", None)
    assert (coded.acled, coded.plover, coded.cameo, coded.ucdp) == (("Battles", "Armed clash"), None, "999", 3)


def test_a_type_that_is_turned_off_is_in_no_table() -> None:
    with using(made(codebook_siege="type: siege\ndisabled: true\n")):
        assert set(BUILT_IN) - set(TYPES) == {"siege"}
        assert "siege" not in load_codebook().entries
        assert code_rows()["cameo"]


def test_the_schema_knows_the_types_of_the_project() -> None:
    with using(made(codebook_drone_sighting=SIGHTING)):
        kinds = schema()["$defs"]["event"]["properties"]["type"]["enum"]
    assert "drone_sighting" in kinds
    assert "drone_sighting" not in schema()["$defs"]["event"]["properties"]["type"]["enum"]


def test_the_triggers_of_a_new_type_are_found_by_their_words() -> None:
    with using(made(codebook_drone_sighting=SIGHTING)):
        assert "drone_sighting/1" in [trigger.rule for trigger in load_codebook().triggers("verb", "spot")]


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("group: forces\n", "", "line 2: the new type drone_sighting needs its group"),
        ("group: forces", "group: weather", "line 3: group: "),
        ("type: drone_sighting", "type: Drone Sighting", "cannot be a type's name"),
        ("type: drone_sighting", "type: violence", "cannot be a type's name"),
        ("definition: Drones", "defintion: Drones", "line 4: unknown key 'defintion'"),
        ("definition: Drones seen over a place.\n", "", "lacks the key 'definition'"),
        ("verb: [see, spot]", "vreb: [see, spot]", "line 6: unknown key vreb"),
        ("verb: [see, spot]", "near: [see, spot]", "line 6: name a verb, a noun or an adjective"),
        ("object: [drone]", "object: ['@gizmos']", "line 6: no class of words is called @gizmos"),
        ("object: [drone]", "object: ['%thing']", "line 6: unknown kind %thing"),
        ("agent: []", "agent: [above]", "line 6: unknown position above"),
        ("verb: [see, spot]", "verb: [on, spot]", "put on, off, yes, no, true and false in quotes"),
        ("acled: [Strategic developments, Other]", "acled: Battles", "write [event type, sub-event type], or null"),
        ("acled: [Strategic developments, Other]", "acled: [Battles]", "write [event type, sub-event type], or null"),
        ("plover: [OBSERVE, null]", "plover: [null, null]", "write [event, mode or null], or null"),
        ("ucdp: null", "gtd: null", "missing or unknown; give acled, plover, cameo, ucdp"),
        ("cameo: '010'", "cameo: 010", "codes: expected words; put numbers in quotes"),
        ("cameo: '010'", "cameo: ['1', '2']", "codes: cameo: write one code, or null"),
        ("    sources: [farmer]", "    speakers: [farmer]", "unknown key 'speakers'"),
        (
            "counterexamples:\n  - The firm showed a new drone at the fair.",
            "counterexamples: []",
            "at least 1 examples",
        ),
        ("type: drone_sighting", "type: drone_sighting\ntype: siege", "the key 'type' stands twice"),
        ("triggers:", "triggers: [", "not valid YAML"),
    ],
)
def test_a_slip_in_a_type_is_named_with_its_line(before: str, after: str, complaint: str) -> None:
    said = told(slip(before, after))
    assert complaint in said
    assert said.startswith("codebook/drone_sighting.yaml")


def test_a_new_type_without_codes_is_refused() -> None:
    codes = next(line for line in SIGHTING.splitlines() if line.startswith("codes"))
    assert "a new type needs codes" in told(slip(codes, ""))


def test_two_files_of_one_type_are_refused() -> None:
    both = told(made(codebook_a=SIGHTING, codebook_b=SIGHTING))
    assert both.startswith("codebook/b.yaml, line 2") and "codebook/a.yaml" in both
