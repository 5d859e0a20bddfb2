"""What comes in is opened: every kind told by content, and nothing lost on the way."""

import gzip
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.ingest.caps import Caps
from dateline.ingest.inputs import Options, inputs
from dateline.ingest.listed import Listed
from dateline.ingest.mapping import given
from dateline.ingest.opening import KINDS, Opened, most_bytes, opened
from dateline.ingest.pages import Unreadable
from dateline.ingest.report import ingest
from dateline.model.buffers import digest
from dateline.model.text import Container, Known, Page
from inputs_made import BAD, BOMB, GOOD, HTML, RECORD, STORY, URL, WHAT_BECOMES, feed, rows, sitemap, warc, zipped

SMALL = Caps(page_bytes=2_000, container_bytes=10_000)


def found(data: bytes, kind: str | None = None, caps: Caps | None = None, **fields: str) -> list[Opened]:
    return list(opened(Page(name="in", data=data), kind=kind, given=given(**fields), caps=caps or Caps()))


def only(data: bytes, kind: str | None = None, caps: Caps | None = None, **fields: str) -> Opened:
    (one,) = found(data, kind, caps, **fields)
    return one


@pytest.mark.parametrize("kind", GOOD)
def test_each_kind_is_told_by_content_and_gives_its_story(kind: str) -> None:
    reports = [ingest(one) for one in found(GOOD[kind])]
    assert [report.status for report in reports] == ["coded"] * (2 if kind == "jsonl" else 1)
    assert "Shells fell on the harbour of Tamra on Monday" in reports[0].text


@pytest.mark.parametrize("kind", BAD)
def test_what_cannot_be_coded_has_its_status_and_a_reason(kind: str) -> None:
    reports = [ingest(one) for one in found(BAD[kind])]
    assert [report.status for report in reports] == WHAT_BECOMES[kind]
    assert all(report.reason and "\n" not in report.reason for report in reports)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_an_ordinary_page_passes_through_as_it_is(kind: str) -> None:
    page = Page(name="in", data=GOOD[kind], known=Known(url=URL), came="url")
    assert next(opened(page)) is page


class Beginning:
    """Bytes of a page that are there from their first on only, and how many of them were wanted."""

    def __init__(self, data: bytes) -> None:
        self.data, self.wanted = data, list[int]()

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, asked: slice) -> bytes:
        assert asked.start is None and asked.step is None and (asked.stop or 0) > 0
        self.wanted.append(asked.stop)
        return self.data[asked]


@pytest.mark.parametrize("data", [STORY.encode() * 1_000, HTML + b"<div><p>The end, they said</p></div>" * 5_000])
def test_an_ordinary_page_is_told_by_its_beginning_alone(data: bytes) -> None:
    page = Page(name="in", data=Beginning(data))  # type: ignore[arg-type]
    assert list(opened(page)) == [page]
    assert sum(page.data.wanted) < 100_000 < len(data)


@pytest.mark.parametrize(("forced", "kept"), [("text", "<p>"), ("html", "harbour")])
def test_a_kind_that_is_asked_for_counts_before_what_the_content_looks_like(forced: str, kept: str) -> None:
    one = only(HTML, forced)
    assert isinstance(one, Page)
    assert one.came == forced
    assert (kept in ingest(one).text + str(ingest(one).dropped)) is True
    assert ("<p>" in ingest(one).text) == (forced == "text")


def test_markup_that_does_not_look_like_a_page_is_read_as_html_where_it_is_said_to_be() -> None:
    data = STORY.replace("three", "<b>three</b>").encode()
    assert "<b>" in ingest(only(data)).text
    assert "killing three sailors" in ingest(only(data, "html")).text


def test_a_list_asked_for_as_text_is_a_page() -> None:
    assert isinstance(only(GOOD["json"], "text"), Page)
    assert len(found(GOOD["jsonl"], "text")) == 1


def test_a_table_that_is_not_told_as_such_is_one_where_it_is_asked_for() -> None:
    data = f'what it says|x\n"{STORY}"|y\n'.encode()
    assert ingest(only(data)).text != ingest(only(data, "csv", text="what it says")).text
    assert ingest(only(data, "csv", text="what it says")).status == "coded"


def test_gzip_is_undone_before_the_kind_that_is_asked_for() -> None:
    one = only(gzip.compress(rows(body=STORY, day="2021-03-02")), "csv", text="body", date="day")
    assert ingest(one).published == "2021-03-02"


def test_fields_that_are_given_are_the_records() -> None:
    one = only(rows(a=STORY, b="Harbour under fire", c="2 March 2021", d=URL), text="a", title="b", date="c", url="d")
    assert isinstance(one, Page)
    assert one.known == Known(url=URL, title="Harbour under fire", published="2 March 2021")


def test_every_kind_can_be_asked_for_by_name_on_anything() -> None:
    for kind in (name for one in KINDS for name in one.names):
        for data in (*GOOD.values(), *BAD.values()):
            assert all(ingest(one).page for one in found(data, kind))


def test_a_link_is_no_page_and_says_where_it_leads() -> None:
    pages = found(feed(links=2))
    assert [type(one) for one in pages] == [Page, Listed, Listed]
    report = ingest(pages[1])
    assert (report.status, report.reason, report.title) == ("empty", f"only a link: {URL}-0", "More")
    assert ingest(only(sitemap())).reason == f"only a link: {URL}"
    assert len({ingest(one).id for one in pages}) == 3


def test_a_container_that_is_refused_is_known_by_its_bytes() -> None:
    one = only(BOMB)
    assert isinstance(one, Unreadable)
    assert (one.status, one.data, one.came) == ("quarantined", BOMB, "feed")
    assert ingest(one).id == f"sha256:{hashlib.sha256(BOMB).hexdigest()}"


def test_archives_in_archives_are_opened_and_end_at_the_cap() -> None:
    assert ingest(only(gzip.compress(zipped("archive/a.warc", warc())))).status == "coded"
    nested = warc()
    for _ in range(3):
        nested = warc(nested)
    one = only(nested)
    assert isinstance(one, Unreadable)
    assert one.status == "quarantined"
    assert "cap depth" in one.reason


def test_a_page_in_an_archive_keeps_what_its_container_knows() -> None:
    page = Page(name="in", data=gzip.compress(STORY.encode()), known=Known(outlet="Harbour Post"), came="url")
    (one,) = opened(page)
    assert ingest(one).outlet == "Harbour Post"


@pytest.mark.parametrize("kind", ["text", "html", "feed", "html.gz"])
def test_a_page_over_the_cap_is_too_large(kind: str) -> None:
    small = Caps(page_bytes=20)
    assert [ingest(one, small).status for one in found(GOOD[kind], caps=small)] == ["too_large"]


def test_a_container_may_be_larger_than_a_page_but_not_endless(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc"
    for count, statuses in ((8, ["coded"] * 8), (80, ["too_large"])):
        archive.write_bytes(warc() * count)
        options = Options(caps=SMALL)
        (page,) = inputs([str(archive)], None, options)
        assert isinstance(page, Page)
        assert [ingest(one, SMALL).status for one in opened(page, caps=SMALL)] == statuses
        assert len(page.data) <= SMALL.container_bytes + 1


@pytest.mark.parametrize(("kind", "large"), [("html", False), ("text", False), ("feed", False), ("csv", True),
                                             ("wacz", True), ("warc.gz", True), ("pdf", True)])  # fmt: skip
def test_no_more_is_read_of_a_file_than_its_kind_may_have(kind: str, large: bool) -> None:
    assert most_bytes(GOOD[kind], caps=SMALL) == (SMALL.container_bytes if large else SMALL.page_bytes)


def test_a_web_address_is_not_fetched_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetched(url: str, caps: Caps) -> Page:
        asked.append(url)
        return Page(name=url, data=GOOD["csv"], known=Known(url=url), came="url")

    monkeypatch.setattr("dateline.ingest.inputs.fetch", fetched)
    (page,) = inputs([URL], None, Options())
    assert isinstance(page, Unreadable)
    assert "--fetch" in page.reason
    assert asked == []
    (page,) = inputs([URL], None, Options(fetch=True))
    assert isinstance(page, Page)
    assert [one.name for one in opened(page)] == [f"{URL}!1"]
    assert asked == [URL]


def test_an_address_that_may_not_be_fetched_is_named_with_how_it_came() -> None:
    (page,) = inputs(["http://127.0.0.1/"], None, Options(fetch=True))
    assert isinstance(page, Unreadable)
    assert page.came == "url"


def test_a_reader_loads_its_library_only_for_its_own_kind() -> None:
    program = (
        "import sys; from dateline.ingest.opening import opened; from dateline.model.text import Page\n"
        f"list(opened(Page(name='a', data={HTML!r})))\n"
        "print([name for name in ('pypdf', 'lxml', 'trafilatura') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert ended.stdout == "[]\n"


def test_the_record_of_the_tests_is_one_that_every_reader_knows() -> None:
    assert only(GOOD["csv"]) == Page(
        name="in!1",
        data=STORY.strip("\n").encode() + b"\n",
        known=Known(url=URL, title=RECORD["title"], published=RECORD["date"]),
        came="table",
        container=Container(name="in", id=digest(GOOD["csv"])),
    )
