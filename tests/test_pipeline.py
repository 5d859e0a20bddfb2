"""The runner: every page comes out, in its place, whatever happens to the others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import pipeline
from dateline.ingest.caps import Caps
from dateline.ingest.inputs import Options, inputs
from dateline.ingest.opening import Opened
from dateline.ingest.pages import Unreadable, pages
from dateline.model.errors import DataError
from dateline.model.event import Coded
from dateline.model.text import Page, Reading, Report, Status
from dateline.pipeline import Coder, open_all
from inputs_made import BAD, GOOD, WHAT_BECOMES

STORY = (
    "Shells fell on the harbour of Tamra on Monday, killing three sailors, the mayor said.\n\n"
    "Residents of the town said that the firing had begun before dawn and had lasted for about an hour.\n"
)
GERMAN = (
    "Am Montag fielen Granaten auf den Hafen der Stadt, und drei Seeleute starben, sagte der Bürgermeister.\n\n"
    "Die Bewohner der Stadt sagten, dass der Beschuss vor dem Morgen begonnen habe und eine Stunde gedauert habe.\n\n"
    "Die Regierung hat sich zu dem Angriff noch nicht geäußert, und auch die Rebellen schwiegen bis zum Abend.\n"
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def a_page(name: str, text: str = STORY) -> Page:
    return Page(name=name, data=text.encode())


def statuses(found: Iterable[Coded]) -> list[tuple[str, str]]:
    return [(coded.report.page, coded.report.status) for coded in found]


def test_each_kind_of_page_gets_its_status(coder: Coder, tmp_path: Path) -> None:
    files = {"1-good.txt": STORY.encode(), "2-empty.txt": b" \n", "3-german.txt": GERMAN.encode(),
             "4-binary.pdf": b"%PDF-1.7\x00\x01"}  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in [*files, "5-missing.txt"]]
    found = list(coder.code_many(pages(paths, None)))
    assert [status for _, status in statuses(found)] == ["coded", "empty", "unsupported_language", "failed", "failed"]
    assert [coded.report.page for coded in found] == paths
    assert all(coded.report.reason for coded in found[1:])
    assert [bool(coded.events) for coded in found] == [True, False, False, False, False]


def test_a_page_is_known_by_its_bytes_also_where_it_fails(coder: Coder) -> None:
    good, bad = coder.code_many([a_page("a"), Page(name="b", data=b"%PDF-1.7\x00")])
    assert good.report.id == f"sha256:{sha256(STORY.encode()).hexdigest()}"
    assert bad.report.id == f"sha256:{sha256(b'%PDF-1.7' + bytes(1)).hexdigest()}"
    unread = coder.code(Unreadable(name="gone", reason="No such file or directory"))
    assert unread.report.id == f"sha256:{sha256(b'gone').hexdigest()}"
    assert unread.report.reason == "No such file or directory"


def fail_at(page: str, error: Exception) -> None:
    if page == "bad":
        raise error


def fails_in_ingest(monkeypatch: pytest.MonkeyPatch, coder: Coder, error: Exception) -> None:
    whole = pipeline.ingest

    def step(page: Opened, caps: Caps, *more: frozenset[str]) -> Report:
        fail_at(page.name, error)
        return whole(page, caps, *more)

    monkeypatch.setattr(pipeline, "ingest", step)


def fails_in_the_parser(monkeypatch: pytest.MonkeyPatch, coder: Coder, error: Exception) -> None:
    class Breaking:
        def __init__(self, whole: object) -> None:
            self._whole = whole

        def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
            reports = list(reports)
            for report in reports:
                fail_at(report.page, error)
            return self._whole.read_many(reports)  # type: ignore[attr-defined,no-any-return]

    monkeypatch.setattr(coder, "_parser", Breaking(coder._parser))


def fails_in_extract(monkeypatch: pytest.MonkeyPatch, coder: Coder, error: Exception) -> None:
    whole = pipeline.extract

    def step(reading: Reading, *known: object) -> object:
        fail_at(reading.report.page, error)
        return whole(reading, *known)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract", step)


FAILURES = [fails_in_ingest, fails_in_the_parser, fails_in_extract]


@pytest.mark.parametrize("failing", FAILURES)
def test_a_page_that_brings_a_step_down_fails_alone_with_its_reason(
    failing: object, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, coder, ValueError("a broken thing"))  # type: ignore[operator]
    found = list(coder.code_many([a_page("a"), a_page("bad"), a_page("c")]))
    assert statuses(found) == [("a", "coded"), ("bad", "failed"), ("c", "coded")]
    assert found[1].report.reason == "ValueError: a broken thing"
    assert found[1].report.id == found[0].report.id
    assert found[0].events == found[2].events != ()


@pytest.mark.parametrize("failing", [fails_in_ingest, fails_in_extract])
def test_a_data_file_that_breaks_its_rules_is_no_fault_of_a_page(
    failing: object, coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, coder, DataError("words.yaml: a class is missing"))  # type: ignore[operator]
    with pytest.raises(DataError, match=r"words\.yaml"):
        list(coder.code_many([a_page("a"), a_page("bad")]))


def test_pages_come_out_in_their_order_over_many_batches(coder: Coder) -> None:
    count = 2 * pipeline._BATCH + 3
    given = [a_page(f"{n}", STORY if n % 3 else "") for n in range(count)]
    found = statuses(coder.code_many(iter(given)))
    assert found == [(f"{n}", "coded" if n % 3 else "empty") for n in range(count)]


def test_no_page_is_read_before_its_batch_is_asked_for(coder: Coder) -> None:
    taken: list[int] = []

    def counted() -> Iterator[Page]:
        for n in range(10 * pipeline._BATCH):
            taken.append(n)
            yield a_page(f"{n}", "")

    next(coder.code_many(counted()))
    assert len(taken) == pipeline._BATCH


EVERYTHING = GOOD | BAD | {"german": GERMAN.encode(), "large": b"word " * 500_000}
STATES: dict[str, list[str]] = {"german": ["unsupported_language"], "large": ["too_large"], "gone": ["failed"]}
EXPECTED = {kind: ["coded"] * (2 if kind == "jsonl" else 1) for kind in GOOD} | WHAT_BECOMES | STATES


def one_of(kind: str) -> Page | Unreadable:
    data = EVERYTHING.get(kind)
    return Unreadable(name=kind, reason="not there") if data is None else Page(name=kind, data=data)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(sorted(EXPECTED)), max_size=12))
def test_of_any_mixture_every_page_ends_in_one_state_and_the_counts_add_up(coder: Coder, kinds: list[str]) -> None:
    read: list[Opened] = []

    def counted() -> Iterator[Opened]:
        for page in open_all(map(one_of, kinds), Options()):
            read.append(page)
            yield page

    found = list(coder.code_many(counted()))
    assert [coded.report.page for coded in found] == [page.name for page in read]
    assert [coded.report.status for coded in found] == [status for kind in kinds for status in EXPECTED[kind]]
    counts = Counter(coded.report.status for coded in found)
    assert sum(counts[status] for status in get_args(Status)) == len(read)
    assert all(coded.report.reason for coded in found if coded.report.status != "coded")


def test_the_test_of_mixtures_has_every_kind(coder: Coder) -> None:
    found = list(coder.code_many(open_all(map(one_of, EXPECTED), Options())))
    assert {coded.report.status for coded in found} == {*get_args(Status)} - {"copy"}
    assert all(coded.events for coded in found if coded.report.status == "coded")


def test_a_folder_tree_with_archives_is_read_to_the_last_page(coder: Coder, tmp_path: Path) -> None:
    for number, (kind, data) in enumerate(sorted((GOOD | BAD).items())):
        folder = tmp_path / f"{number % 3}" / "deep"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / kind).write_bytes(data)
    read = list(open_all(inputs([str(tmp_path)], None, Options()), Options()))
    found = Counter(coded.report.status for coded in coder.code_many(read))
    assert found == Counter(status for kind in GOOD | BAD for status in EXPECTED[kind])


def test_a_reader_that_breaks_down_loses_only_the_rest_of_its_container(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(page: Page, options: Options) -> Iterator[Opened]:
        yield replace(page, name=f"{page.name}!1")
        fail_at(page.name, ZeroDivisionError("no such record"))

    monkeypatch.setattr(pipeline, "opened_by", breaking)
    found = list(open_all([a_page("a"), a_page("bad"), a_page("c")], Options()))
    assert [page.name for page in found] == ["a!1", "bad!1", "bad", "c!1"]
    assert isinstance(found[2], Unreadable)
    assert found[2].reason == "ZeroDivisionError: no such record"


def test_a_text_of_too_many_sentences_is_too_large(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder, "_caps", Caps(sentences=1))
    report = coder.code(a_page("a")).report
    assert (report.status, report.reason) == ("too_large", "the text has more than 1 sentences (cap sentences)")


def test_a_text_that_would_keep_the_parser_for_minutes_is_not_given_to_it(coder: Coder) -> None:
    endless = coder.code(a_page("a", "Shells hit the market and " * 60_000)).report
    many = coder.code(a_page("b", "Shells hit the market in Tamra. " * 50_000)).report
    assert (endless.status, many.status) == ("too_large", "too_large")
    assert endless.reason == "a sentence is longer than 10,000 characters (cap sentence_chars)"
    assert many.reason == "the text has more than 5,000 sentences (cap sentences)"


def test_what_repeats_on_the_pages_of_a_site_is_no_story(coder: Coder) -> None:
    slogan = "The Valley Courier has reported from the valley since 1931, and its readers keep the press running."
    parts = (
        "Shells hit {town} again",
        "Shells hit a market in {town} on Monday and killed nine people, medics said.",
        slogan,
        "The mayor of {town} said that two clinics had taken in the wounded.",
        "© 2021 Valley Courier",
    )
    pages = [
        Page(name=f"{town}.txt", data="\n\n".join(parts).format(town=town).encode())
        for town in ("Azmar", "Birak", "Selm")
    ]
    texts = [coded.report.text for coded in coder.code_many(pages)]
    assert all("market" in text and "mayor" in text for text in texts)
    assert not any(slogan in text for text in texts)
