"""A project from end to end: what is coded with it, what tells of it, and what the command line says."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.evaluate.codebook import check, run_examples
from dateline.knowledge.open_project import open_project
from dateline.knowledge.project import OWN, Project, at_work, using
from dateline.knowledge.types import BUILT_IN
from dateline.knowledge.versions import current
from dateline.model.errors import DatelineError
from dateline.model.text import Page
from dateline.pipeline import Coder
from dateline.publish.lines import event_line
from dateline.publish.schema import schema
from dateline.store.store import Store
from projects_made import SIGHTING, WHOLE, written

STORY = (
    "KALMA, Sudan, May 3 (Fen Wire) - Two drones were seen over Old Fen Wells on Monday, a farmer attested.\n\n"
    "Fighters of the Guard of the Fen attacked a convoy near Bir Fen in Sudan on Tuesday, killing four soldiers.\n"
)
PAGE = Page(name="story.txt", data=STORY.encode())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("fen"))


@pytest.fixture(scope="module")
def project(folder: Path) -> Project:
    return open_project(folder)


@pytest.fixture(scope="module")
def coder(project: Project) -> Coder:
    return Coder(project=project)


@pytest.fixture(scope="module")
def plain() -> Coder:
    return Coder()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def types(coder: Coder) -> set[str]:
    return {event.claim.type for event in coder.code(PAGE).events}


def test_a_new_type_is_coded_with_its_codes_and_passes_the_judge(coder: Coder) -> None:
    (seen,) = (event for event in coder.code(PAGE).events if event.claim.type == "drone_sighting")
    assert seen.codes.acled == ("Strategic developments", "Other")
    assert seen.codes.ucdp is None
    assert 0 < seen.claim.likelihood <= 1


def test_the_projects_actors_places_and_verbs_are_found(coder: Coder) -> None:
    seen, attack = coder.code(PAGE).events
    assert [source.name for source in seen.claim.sources] == ["farmer"]
    assert [(place.name, place.lat, place.country) for place in seen.places] == [("Old Fen Wells", 13.5, "SD")]
    assert [(actor.id, actor.kind) for actor in attack.agents] == [("fen-guard", "identity militia")]
    assert [place.lat for place in attack.places] == [13.5]


def test_a_coder_keeps_its_project_wherever_it_is_called(coder: Coder, plain: Coder) -> None:
    with ThreadPoolExecutor(2) as pool:
        with_project, without = pool.map(types, (coder, plain))
    assert "drone_sighting" in with_project
    assert "drone_sighting" not in without
    assert at_work() is OWN


def test_between_two_pages_nothing_is_at_work(coder: Coder) -> None:
    coming: Iterator[object] = coder.code_many([PAGE, PAGE])
    next(coming)
    assert at_work() is OWN


def test_the_printed_line_tells_the_project_and_fits_its_schema(coder: Coder, project: Project) -> None:
    (seen, _) = coder.code(PAGE).events
    with using(project):
        line = event_line("story.txt", seen, current())
        jsonschema.validate(line, schema())
    assert line["made_by"]["codebook"].startswith("1+")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(line, schema())


def test_the_database_keeps_which_project_coded_a_page_and_what_that_was(
    coder: Coder, project: Project, tmp_path: Path
) -> None:
    other = Page(name="other.txt", data=STORY.replace("Monday", "Thursday").replace("four", "nine").encode())
    with Store.open(tmp_path / "d.db") as store:
        with using(project):
            store.add(PAGE, coder.code(PAGE))
        store.add(other, coder.code(other))
        assert {page.name: page.project for page in store.pages()} == {"story.txt": project.name, "other.txt": None}
        (kept,) = store.projects()
        assert (kept, [file.text for _, file in kept.files]) == (project, [file.text for _, file in project.files])
        assert store.codebook(PAGE) != store.codebook(other)


def test_examples_of_a_project_run_and_its_own_failures_are_named(folder: Path, tmp_path: Path) -> None:
    with using(open_project(folder)):
        assert check(["drone_sighting"]) == []
    false = SIGHTING.replace("The firm showed a new drone", "Farmers saw a drone")
    with using(open_project(written(tmp_path, WHOLE | {"codebook/drone_sighting.yaml": false}))):
        (failure,) = check(["drone_sighting"])
    assert failure.problem == "coded as drone_sighting"


def test_a_project_answers_for_the_examples_that_only_fail_with_it(tmp_path: Path) -> None:
    rival = SIGHTING.replace("verb: [see, spot]", "verb: [besiege]").replace("    object: [drone]\n", "")
    rival = rival.replace("group: forces", "group: territory").replace("agent: []", "agent: []\n    rank: 9")
    with using(open_project(written(tmp_path, {"codebook/drone_sighting.yaml": rival}))):
        broken = {failure.text for failure in check(["siege"])}
    before = {failure.text for failure in run_examples(["siege"])}
    assert broken and not broken & before


def test_the_command_line_codes_with_a_project_and_leaves_it_behind(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    page = str(tmp_path / "story.txt")
    lines = [json.loads(line) for line in run("code", page, "--project", str(folder)).stdout.splitlines()]
    assert "drone_sighting" in [line.get("type") for line in lines]
    assert "drone_sighting" not in run("code", page).stdout


def test_schema_and_codebook_know_the_types_of_a_project(folder: Path) -> None:
    assert "drone_sighting" in run("schema", "--project", str(folder)).stdout
    assert "drone_sighting" in run("codebook", "--project", str(folder)).stdout
    assert "drone_sighting" not in run("schema").stdout


def test_events_can_be_asked_for_by_a_type_of_the_project(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    db, own = ("--db", str(tmp_path / "d.db")), ("--project", str(folder))
    added = run("add", str(tmp_path / "story.txt"), *db, *own)
    assert added.exit_code == 0, added.output
    found = run("events", "--type", "drone_sighting", "--format", "jsonl", *db, *own)
    assert len(found.stdout.splitlines()) == 1
    assert run("events", "--type", "drone_sighting", *db).exit_code == 2
    assert json.loads(run("pages", "--format", "jsonl", *db).stdout)["project"] == folder.name
    assert run("incidents", "--format", "jsonl", *db).exit_code == 0


def test_pages_that_were_coded_otherwise_are_counted(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    page, db = str(tmp_path / "story.txt"), ("--db", str(tmp_path / "d.db"))
    run("add", page, *db)
    assert "coded with another codebook" not in run("add", page, *db).stderr
    assert "coded with another codebook: 1 of those there" in run("add", page, *db, "--project", str(folder)).stderr


def test_init_writes_a_project_that_passes_its_own_check(tmp_path: Path) -> None:
    made = run("init", str(tmp_path / "new"))
    assert made.exit_code == 0
    assert "next: " in made.stdout
    new = open_project(tmp_path / "new")
    with using(new):
        own = [kind for kind in schema()["$defs"]["event"]["properties"]["type"]["enum"] if kind not in BUILT_IN]
    checked = run("codebook", "check", *own, "--project", str(tmp_path / "new"))
    assert (own, checked.exit_code) == (["drone_sighting"], 0), checked.output


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text("mine", encoding="utf-8")
    refused = run("init", str(tmp_path))
    assert (refused.exit_code, (tmp_path / "actors.yaml").read_text(encoding="utf-8")) == (2, "mine")
    assert "nothing is overwritten" in refused.stderr
    assert run("init", str(tmp_path / "actors.yaml")).exit_code == 2


def test_a_project_with_a_slip_ends_the_run_before_the_first_page(tmp_path: Path) -> None:
    written(tmp_path, {"actors.yaml": "- {id: a, name: A, role: army}"})
    with pytest.raises(DatelineError, match="line 1: a: 'army' is no role"):
        open_project(tmp_path)
    assert isinstance(run("code", "-", "--project", str(tmp_path)).exception, DatelineError)
    assert at_work() is OWN
