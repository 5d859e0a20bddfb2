"""Which knowledge is at work, and what a project's folder may hold."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.knowledge.actors import actors
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.open_project import open_project, write_start
from dateline.knowledge.own_places import own_places
from dateline.knowledge.project import OWN, PARTS, Project, at_work, per_project, read_project, using
from dateline.knowledge.reporting import reporting
from dateline.knowledge.types import BUILT_IN, TYPES
from dateline.knowledge.versions import current
from dateline.model.errors import DataError
from projects_made import SIGHTING, WHOLE, made, written


def refused(folder: Path) -> str:
    with pytest.raises(DataError) as caught:
        open_project(folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_project_adds_to_all_that_is_known_and_only_while_it_is_at_work(tmp_path: Path) -> None:
    with using(open_project(written(tmp_path))):
        assert "drone_sighting" in TYPES
        assert "drone_sighting" in load_codebook().entries
        assert actors().named("Guard of the Fen") is not None
        assert "attest" in reporting().verbs
        assert [place.row.names[0] for place in own_places() if place.row] == ["Old Fen Wells"]
    assert TYPES == BUILT_IN
    assert "drone_sighting" not in load_codebook().entries
    assert actors().named("Guard of the Fen") is None
    assert "attest" not in reporting().verbs
    assert own_places() == ()


def test_a_project_is_left_though_the_work_in_it_fails() -> None:
    with pytest.raises(ZeroDivisionError), using(made()):
        _ = 1 / 0
    assert at_work() is OWN


def test_two_projects_in_two_threads_do_not_mix() -> None:
    both_inside = Barrier(2, timeout=10)

    def names(whose: str) -> tuple[str, ...]:
        project = made(f"sha256:{whose}", actors=f"- {{id: {whose}, name: {whose} band, role: armed group}}")
        with using(project):
            both_inside.wait()
            found = [name for name in ("red", "blue") if actors().named(f"{name} band")]
            both_inside.wait()
            return (*found, current().codebook)

    with ThreadPoolExecutor(2) as pool:
        red, blue = pool.map(names, ("red", "blue"))
    assert red == ("red", "1+red")
    assert blue == ("blue", "1+blue")


def test_a_new_thread_begins_without_a_project() -> None:
    with using(made()), ThreadPoolExecutor(1) as pool:
        assert pool.submit(at_work).result() is OWN


def test_what_is_remembered_is_remembered_for_each_project_apart() -> None:
    asked: list[tuple[str, int]] = []

    @per_project
    def twice(number: int) -> int:
        asked.append((at_work().digest, number))
        return 2 * number

    one, other = made("sha256:one"), made("sha256:other")
    for project in (one, other, one):
        with using(project):
            assert (twice(3), twice(3)) == (6, 6)
    assert asked == [("sha256:one", 3), ("sha256:other", 3)]


def test_the_digest_is_of_the_texts_and_not_of_where_they_lie(tmp_path: Path) -> None:
    here, there = (read_project(written(tmp_path / name)) for name in ("here", "there"))
    changed = read_project(written(tmp_path / "changed", WHOLE | {"actors.yaml": WHOLE["actors.yaml"] + "# more\n"}))
    assert (here, here.digest) == (there, there.digest)
    assert changed != here


def test_a_project_can_be_handed_to_another_process(tmp_path: Path) -> None:
    project = read_project(written(tmp_path))
    sent: Project = pickle.loads(pickle.dumps(project))
    assert (sent, sent.files, hash(sent)) == (project, project.files, hash(project))


def test_the_version_of_the_codebook_tells_a_project_and_its_state(tmp_path: Path) -> None:
    project = read_project(written(tmp_path))
    with using(project):
        assert current().codebook == f"1+{project.digest.removeprefix('sha256:')[:12]}"
    assert current().codebook == "1"


def test_notes_and_hidden_files_are_not_read(tmp_path: Path) -> None:
    notes = {"README.md": "#", "notes/old.txt": "x", ".git/config.yaml": "x", "codebook/.swp": "x"}
    assert read_project(written(tmp_path, WHOLE | notes)) == read_project(written(tmp_path / "bare"))


@pytest.mark.parametrize(
    "name", ["actor.yaml", "codebook.yaml", "codebook/deep/x.yaml", "reporting.yml", "places.tsv", "sub/actors.yaml"]
)
def test_a_file_that_would_do_nothing_is_refused(tmp_path: Path, name: str) -> None:
    complaint = refused(written(tmp_path, {name: "x"}))
    assert complaint.startswith(f"{tmp_path / name}: ")
    assert all(part in complaint for part in PARTS)


def test_a_folder_that_is_not_there_or_empty_is_refused_with_the_way_to_make_one(tmp_path: Path) -> None:
    assert "dateline init" in refused(tmp_path / "nowhere")
    assert "dateline init" in refused(tmp_path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_bytes(b"- {id: a, name: Caf\xe9, role: ngo}")
    assert "save the file as UTF-8" in refused(tmp_path)


def test_the_project_to_start_from_is_sound_and_adds_one_of_each(tmp_path: Path) -> None:
    files = write_start(tmp_path / "new")
    with using(open_project(tmp_path / "new")):
        assert len(TYPES) == len(BUILT_IN) + 1
        assert len(own_places()) == 1
    assert {path.name for path in files} == {
        "README.md", "actors.yaml", "places.csv", "reporting.yaml", "drone_sighting.yaml",
    }  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.sampled_from(sorted(WHOLE)), data=st.data())
def test_a_file_with_a_slip_is_read_or_refused_in_one_line_that_names_it(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    lines = WHOLE[name].splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    slip = data.draw(
        st.sampled_from(["", "x: y\n", "- z\n", "  - [1, 2]\n", "a,b\n", "type: 3\n", "'\n", "{}\n", "on\n"])
    )
    folder = written(tmp_path, WHOLE | {name: "".join([*lines[:at], slip, *lines[at + 1 :]])})
    try:
        open_project(folder)
    except DataError as error:
        assert str(error).startswith(str(folder / name))
        assert "\n" not in str(error)


def test_the_example_of_a_slip_is_found_on_its_line(tmp_path: Path) -> None:
    text = SIGHTING.replace("definition:", "defintion:")
    complaint = refused(written(tmp_path, {"codebook/drone_sighting.yaml": text}))
    line = next(n for n, said in enumerate(text.splitlines(), 1) if said.startswith("defintion"))
    assert complaint == f"{tmp_path / 'codebook/drone_sighting.yaml'}, line {line}: unknown key 'defintion'"
