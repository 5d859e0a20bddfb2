"""What is kept of how a page came: its own bytes, and the file that it was taken out of."""

from dataclasses import replace

import pytest

from dateline.ingest.opening import opened
from dateline.ingest.report import ingest
from dateline.model.buffers import digest
from dateline.model.event import Coded
from dateline.model.text import Container, LeftOut, Page
from dateline.store import rows
from dateline.store.store import Store
from inputs_made import GOOD, HTML, pdf, warc


def added(store: Store, page: Page) -> list[str]:
    """The ids of what a page holds, all of it kept."""
    ids = []
    for one in opened(page):
        if isinstance(one, LeftOut):
            store.keep_container(one)
        else:
            assert isinstance(one, Page)
            store.add(one, Coded(report=ingest(one)))
            ids.append(ingest(one).id)
    return ids


@pytest.mark.parametrize("kind", GOOD)
def test_every_page_keeps_the_bytes_that_it_is_known_by(store: Store, kind: str) -> None:
    for page_id in added(store, Page(name="in", data=GOOD[kind])):
        kept = store.data(page_id)
        assert kept is not None
        assert digest(kept) == page_id


def test_a_pdf_file_is_kept_as_it_came_and_not_as_its_text(store: Store) -> None:
    (page_id,) = added(store, Page(name="a.pdf", data=pdf()))
    assert store.data(page_id) == pdf()
    assert page_id == digest(pdf())


def test_a_page_in_another_charset_is_kept_as_it_came(store: Store) -> None:
    page = HTML.replace(b"Tamra", "Тамра".encode("cp1251"))
    archive = warc(page, b"text/html; charset=windows-1251")
    (page_id,) = added(store, Page(name="a.warc", data=archive))
    assert store.data(page_id) == page
    kept = store.coded(page_id)
    assert kept is not None
    assert "Тамра" in kept.report.text


@pytest.mark.parametrize("kind", ["warc", "feed", "jsonl", "csv", "mhtml", "html.gz", "wacz"])
def test_a_page_names_the_file_that_it_was_taken_out_of(store: Store, kind: str) -> None:
    added(store, Page(name="in", data=GOOD[kind]))
    for page in store.pages():
        assert (page.container, page.container_id) == ("in", digest(GOOD[kind]))


def test_a_page_that_lies_by_itself_was_taken_out_of_nothing(store: Store) -> None:
    added(store, Page(name="in", data=HTML))
    (page,) = store.pages()
    assert (page.came, page.container, page.container_id) == ("file", None, None)


def test_records_of_an_archive_that_hold_no_page_are_counted(store: Store) -> None:
    archive = warc() + warc().replace(b"WARC-Type: response", b"WARC-Type: request")
    for _ in range(2):
        added(store, Page(name="a.warc", data=archive))
    (found,) = store.containers()
    assert found.container == Container(name="a.warc", id=digest(archive))
    assert found.words == "1 record holds no page: 1 request"


def test_of_a_file_too_large_to_keep_size_and_digest_are_kept(
    store: Store, page: Page, coded: Coded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_KEPT", 10)
    report = replace(coded.report, id=page.id)
    store.add(page, Coded(report=report))
    (kept,) = store.pages()
    assert (kept.id, kept.size, store.data(page.id)) == (page.id, len(page.data), None)
    assert store.data("sha256:no such") is None
