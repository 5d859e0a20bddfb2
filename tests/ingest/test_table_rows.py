"""Exports as tables."""

import csv
import io

import pytest

from dateline.ingest.caps import Caps
from dateline.ingest.listed import Listed
from dateline.ingest.mapping import Mapping, given
from dateline.ingest.pages import Unreadable
from dateline.ingest.table import is_it, open_it
from dateline.model.text import Known, Page

TEXT = 'Two people, a mayor said,\nwere killed; "shells fell" on the market.'
HEADER = ["url", "title", "text", "date"]
ROW = ["https://example.org/a", "Market hit", TEXT, "2024-05-08"]


def table(*rows: list[str], mark: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark).writerows(rows)
    return out.getvalue().encode(encoding)


def opened(data: bytes, mapping: Mapping | None = None, caps: Caps | None = None) -> list[Page | Unreadable | Listed]:
    return list(open_it(Page(name="t.csv", data=data), caps or Caps(), mapping))


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_known_and_read_whatever_parts_its_cells(mark: str, encoding: str) -> None:
    data = table(HEADER, ROW, ROW, mark=mark, encoding=encoding)
    assert is_it(data)
    assert opened(data)[0] == Page(
        name="t.csv!1",
        data=TEXT.encode(),
        came="table",
        known=Known(url=ROW[0], title="Market hit", published="2024-05-08"),
    )
    assert [one.name for one in opened(data)] == ["t.csv!1", "t.csv!2"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Title, text and nothing else",
        "ALEPPO, Syria, May 8 (Wire) - Shells fell.\nThe army, the rebels, and others said so, twice.\n",
        "Aleppo, Syria\nSmoke, fire\nDust, ash\n",
        "One line.\nAnother line.\nA third; with a semicolon.\n",
        "<html><body><p>a, b, c</p>\n<p>d, e, f</p></body></html>",
        "text\nonly one column\n",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert not is_it(text.encode())


def test_a_table_of_unknown_fields_is_known_by_its_even_rows() -> None:
    assert is_it(b"kop,inhoud,dag\na,b,c\nd,e,f\n")
    assert not is_it(b"kop,inhoud,dag\na,b\nd,e,f\n")


def test_a_cell_in_a_table_that_is_cut_off_for_the_test_may_be_half() -> None:
    assert is_it(table(HEADER, [ROW[0], ROW[1], "word " * 20_000, ROW[3]], ROW))


def test_columns_with_dots_and_capitals_are_fields() -> None:
    data = table(["Source.0.Name", "Date.Created", "TITLE", "Body"], ["Nile Watch", "2024-05-08", "T", TEXT])
    (page,) = opened(data, given(outlet="source.0.name", date="date.created"))
    assert isinstance(page, Page)
    assert page.known == Known(title="T", outlet="Nile Watch", published="2024-05-08")


def test_a_named_column_is_taken() -> None:
    data = table(["kop", "inhoud"], ["T", TEXT])
    (without,), (page,) = opened(data), opened(data, given(text="inhoud", title="kop"))
    assert isinstance(without, Unreadable)
    assert "--text-field" in without.reason
    assert isinstance(page, Page)
    assert page.data == TEXT.encode()


def test_a_table_of_links_is_listed() -> None:
    data = table(["URL", "MobileURL", "Date", "Title"], ["https://example.org/a", "", "2024-05-08 06:30:00", "T"])
    (one,) = opened(data)
    assert isinstance(one, Listed)
    assert one.url == "https://example.org/a"


def test_short_rows_are_read_and_rows_with_too_many_cells_are_told() -> None:
    data = table(HEADER, [*ROW, "too", "many"], ROW[:3], ["", "", "", ""], [*ROW, ""])
    found = opened(data)
    assert [type(one) for one in found] == [Unreadable, Page, Page]
    assert isinstance(found[0], Unreadable)
    assert "row 1 has more cells than the header" in found[0].reason


def test_a_quote_that_never_closes_loses_no_row_before_it() -> None:
    found = opened(table(HEADER, ROW) + b'https://example.org/b,"open,x,y\nz')
    assert isinstance(found[0], Page)
    assert len(found) == 2


def test_huge_cells_are_read_and_the_limit_of_the_csv_module_stays_as_it_was() -> None:
    before = csv.field_size_limit()
    reading = open_it(Page(name="t.csv", data=table(HEADER, ["u", "t", "word " * 300_000, "d"], ROW)), Caps())
    page = next(reading)
    assert isinstance(page, Page)
    assert len(page.data) == 1_500_000
    assert csv.field_size_limit() == before
    assert isinstance(next(reading), Page)


def test_empty_tables_and_tables_over_the_cap_are_told() -> None:
    (wide,) = opened(b"a," * 2_000 + b"\n1\n")
    reason = "the table has more than 1,000 columns (cap columns)"
    assert wide == Unreadable(name="t.csv", reason=reason, status="too_large")
    for data in (b"", b",,,\n", table(HEADER), table(HEADER, ["", "", " ", ""])):
        assert opened(data) == [Page(name="t.csv", data=b"", came="table")]
    for large in (table(HEADER, ROW, ["u", "t", "x" * 5_000]), table(HEADER, ROW, ["u", "t", '"' + "x\n" * 5_000])):
        first, last = opened(large, caps=Caps(page_bytes=4_000))
        assert isinstance(first, Page)
        assert (last.name, last.status) == ("t.csv", "too_large")
        assert "larger than 0.004 MB (cap page_bytes)" in last.reason


def test_nul_bytes_do_not_stop_a_table() -> None:
    found = opened(table(HEADER, ["u", "t", "text\0with nul", "d"], ROW))
    assert [one.data for one in found if isinstance(one, Page)] == [b"textwith nul", TEXT.encode()]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b'"' * 1_000_000, ""),
        (b"," * 1_000_000, ""),
        (b'a,b\n"' + b'""\n' * 1_000_000, "record 1 has no text"),
        (b"text,url\n" + b"\n" * 1_000_000, ""),
    ],
    ids="quotes commas one-cell no-rows".split(),
)
def test_hostile_tables_are_read_to_their_end(data: bytes, refusal: str) -> None:
    """A million of each: to look at all the others again for every one would take minutes."""
    assert not is_it(data)
    (one,) = opened(data)
    assert one.reason.startswith(refusal) if refusal else one == Page(name="t.csv", data=b"", came="table")


@pytest.mark.parametrize("mark", [";", ",", "|", "\t", "^"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_line_that_tells_spreadsheets_the_mark_is_heeded_and_no_header(mark: str, encoding: str) -> None:
    data = (f"sep={mark}\r\n" + table(HEADER, ROW, mark=mark).decode()).encode(encoding)
    assert is_it(data)
    (page,) = opened(data)
    assert isinstance(page, Page)
    assert (page.name, page.data.decode()) == ("t.csv!1", TEXT)


def test_uneven_rows_under_a_known_header_do_not_make_the_table_a_text() -> None:
    data = table(HEADER, ROW[:3], [*ROW, "more", "and more"])
    assert is_it(data)
    first, second = opened(data)
    assert isinstance(first, Page)
    assert isinstance(second, Unreadable)
    assert "row 2 has more cells" in second.reason


def test_one_uneven_row_among_even_ones_of_unknown_fields_is_no_matter() -> None:
    assert is_it(table(["kop", "dag", "inhoud"], ["a", "b", "c"], ["a", "b"], ["a", "b", "c"]))
    assert not is_it(table(["kop", "dag", "inhoud"], ["a"], ["a", "b"], ["a", "b", "c"]))


def test_one_row_under_four_field_names_is_a_table() -> None:
    assert is_it(table(["event_id", "event_date", "actor1", "notes"], ["1", "2 May 2024", "Army", "Shells fell."]))
    assert not is_it(b"Aleppo, Homs, Hama, Idlib\nThe army said.\nShells fell, it said, on both towns.\n")
    assert not is_it(b"Aleppo, Homs, Hama, Idlib\nfell, rose, stood, waited\n")
