"""Exports in JSON."""

import json
from typing import Any

import pytest

from dateline.ingest.caps import Caps
from dateline.ingest.listed import Listed
from dateline.ingest.mapping import Mapping, given
from dateline.ingest.pages import Unreadable
from dateline.ingest.records import is_it, open_it
from dateline.ingest.report import ingest
from dateline.model.text import Known, Page

TEXT = "Two people were killed on Monday when shells fell on the main market, the mayor said."
ARTICLE = {"url": "https://example.org/a", "title": "Market hit", "text": TEXT, "date": "2024-05-08"}


def opened(data: object, mapping: Mapping | None = None, caps: Caps | None = None) -> list[Page | Unreadable | Listed]:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return list(open_it(Page(name="dump.json", data=raw), caps or Caps(), mapping))


def the_page(record: dict[str, Any], mapping: Mapping | None = None) -> Page:
    (one,) = opened(record, mapping)
    assert isinstance(one, Page)
    return one


def known(record: dict[str, Any]) -> Known:
    found = the_page(record).known
    assert found is not None
    return found


@pytest.mark.parametrize(
    "data",
    [b'{"a": 1}', b' [\n {"a": 1}]', b'\xef\xbb\xbf{"a": 1}\n{"a": 2}', '{"a": 1}'.encode("utf-16"), b'{"cut": "of'],
)
def test_json_with_an_object_is_known_by_its_beginning(data: bytes) -> None:
    assert is_it(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"[AFP] The army said", b"{{ template }}", b"[1, 2]", b'"text"', b'{"quoted" words}', b"<html>", b"[]"],
)
def test_text_that_begins_with_a_bracket_is_no_json(data: bytes) -> None:
    assert not is_it(data)


def test_a_record_becomes_a_page_with_what_it_says_of_itself() -> None:
    assert opened(ARTICLE) == [
        Page(
            name="dump.json!1",
            data=TEXT.encode(),
            came="json",
            known=Known(url="https://example.org/a", title="Market hit", published="2024-05-08"),
        )
    ]


def test_lists_objects_with_lists_and_lines_give_the_same_pages() -> None:
    second = {**ARTICLE, "title": "Army denies it"}
    shapes = (
        json.dumps([ARTICLE, second], indent=2).encode(),
        json.dumps({"status": "ok", "articles": [ARTICLE, second]}).encode(),
        f"{json.dumps(ARTICLE)}\n\n{json.dumps(second)}\n".encode(),
        f"{json.dumps(ARTICLE)}\r\n{json.dumps(second)}".encode(),
        f"{json.dumps(ARTICLE, indent=2)}\n{json.dumps(second, indent=2)}".encode(),
        json.dumps([ARTICLE, second]).encode("utf-16"),
    )
    first, *others = (opened(shape) for shape in shapes)
    assert [page.name for page in first] == ["dump.json!1", "dump.json!2"]
    assert all(isinstance(page, Page) and page.data == TEXT.encode() for page in first)
    assert all(other == first for other in others)


def test_reports_of_reliefweb_come_in_both_shapes() -> None:
    fields = {
        "title": "Flash update",
        "body": f"**Bold** {TEXT}",
        "body-html": f"<p><strong>Bold</strong> {TEXT}</p>",
        "date": {"created": "2024-05-08T00:00:00+00:00", "original": "2024-05-07T00:00:00+00:00"},
        "source": [{"name": "Nile Relief Watch"}],
        "language": [{"name": "English", "code": "en"}],
        "url_alias": "https://example.org/report/1",
    }
    wrapped = opened({"data": [{"id": "1", "href": "https://example.org/v2/1", "fields": fields}]})
    bare = opened([fields])
    assert wrapped == bare
    (page,) = bare
    assert isinstance(page, Page)
    assert b"<strong>" in page.data
    assert page.known == Known(
        url="https://example.org/report/1",
        title="Flash update",
        published="2024-05-07T00:00:00+00:00",
        outlet="Nile Relief Watch",
        language="en",
    )


def test_a_list_of_gdelt_is_listed_with_its_links() -> None:
    hit = {"url": "https://example.org/a", "title": "T", "seendate": "20240508T063000Z", "domain": "example.org",
           "language": "English"}  # fmt: skip
    (one,) = opened({"articles": [hit]})
    assert isinstance(one, Listed)
    assert one.name == "dump.json!1"
    assert one.url == "https://example.org/a"
    assert one.known == Known(
        url=one.url, title="T", published="2024-05-08T06:30:00Z", outlet="example.org", language="en"
    )
    assert "record 1 has no text" in one.reason


def test_linked_data_give_outlet_authors_and_both_dates() -> None:
    article = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", "articleBody": TEXT,
        "datePublished": "2024-05-08T06:30:00+02:00", "dateModified": "2024-05-09", "inLanguage": "en-GB",
        "author": [{"@type": "Person", "name": "Amna Osman"}, {"@type": "Person", "name": "Idris Tahir"}],
        "publisher": {"@type": "Organization", "name": "Nile Courier"},
        "mainEntityOfPage": {"@id": "https://example.org/h"},
    }  # fmt: skip
    assert known(article) == Known(
        url="https://example.org/h", title="H", published="2024-05-08T06:30:00+02:00", updated="2024-05-09",
        outlet="Nile Courier", byline=("Amna Osman", "Idris Tahir"), language="en-GB",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("By Amna Osman and Idris Tahir", ("Amna Osman", "Idris Tahir")),
        ("Amna Osman, Idris Tahir", ("Amna Osman", "Idris Tahir")),
        ("Osman, Amna", ("Osman, Amna",)),
        ("Amna Osman; Idris Tahir", ("Amna Osman", "Idris Tahir")),
        (["Amna Osman", "Idris Tahir"], ("Amna Osman", "Idris Tahir")),
        ("['Amna Osman', \"Sean O'Dea\"]", ("Amna Osman", "Sean O'Dea")),
        ("https://example.org/authors/1", ()),
        ("None", ()),
        (None, ()),
    ],
)
def test_authors_are_told_apart(author: object, byline: tuple[str, ...]) -> None:
    assert known({**ARTICLE, "author": author}).byline == byline


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("20240508T063000Z", "2024-05-08T06:30:00Z"),
        ("20240508063000", "2024-05-08T06:30:00"),
        ("20240508", "2024-05-08"),
        (1715149800, "2024-05-08T06:30:00Z"),
        (1715149800000, "2024-05-08T06:30:00Z"),
        (1715149800.5, "2024-05-08T06:30:00Z"),
        ("8 May 2024, 6.30 am", "8 May 2024, 6.30 am"),
        ("None", None),
    ],
)
def test_dates_stand_as_written_and_numbers_become_iso(date: object, published: str | None) -> None:
    assert known({**ARTICLE, "date": date}).published == published


@pytest.mark.parametrize(
    ("language", "code"), [("en", "en"), ("en_GB", "en_GB"), ("English", "en"), ("SPANISH", "es"), ("Klingon", None)]
)
def test_a_language_is_its_code_or_unknown(language: str, code: str | None) -> None:
    assert known({**ARTICLE, "language": language}).language == code


def test_references_in_titles_are_read_and_endless_titles_are_none() -> None:
    assert known({**ARTICLE, "title": "Army &amp; rebels\n talk"}).title == "Army & rebels talk"
    assert known({**ARTICLE, "title": "x" * 100_000}).title is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "/relative", "https://a b", 7])
def test_what_is_no_web_address_is_no_link(url: object) -> None:
    assert known({**ARTICLE, "url": url}).url is None
    (one,) = opened({"url": url, "title": "T"})
    assert isinstance(one, Unreadable)


def test_the_html_of_a_record_is_read_before_its_text_and_as_html() -> None:
    page = the_page({**ARTICLE, "html": f"<p>{TEXT}</p>"})
    assert page.data == f"<html><body><p>{TEXT}</p></body></html>".encode()
    report = ingest(page)
    assert report.status == "coded"
    assert report.text == TEXT


def test_paragraphs_in_a_list_stay_paragraphs() -> None:
    assert the_page({**ARTICLE, "text": [TEXT, "More."]}).data == f"{TEXT}\n\nMore.".encode()


def test_a_named_field_is_taken_and_a_missing_one_is_told() -> None:
    odd = {"kop": "T", "inhoud": {"tekst": TEXT}}
    (one,) = opened(odd)
    assert isinstance(one, Unreadable)
    assert one.reason == "record 1 has no text: name the field with --text-field (its fields: kop, inhoud)"
    page = the_page(odd, given(text="inhoud.tekst", title="kop"))
    assert page.data == TEXT.encode()
    assert page.known == Known(title="T")


def test_a_broken_line_is_told_by_its_number_and_the_rest_goes_on() -> None:
    lines = [json.dumps(ARTICLE), '{"title": "cut off', "no json", json.dumps(ARTICLE) * 2, json.dumps(ARTICLE)]
    found = opened("\n".join(lines).encode())
    assert [type(one) for one in found] == [Page, Unreadable, Unreadable, Unreadable, Page]
    assert [one.name for one in found] == [f"dump.json!{number}" for number in range(1, 6)]
    assert [one.reason for one in found[1:4] if isinstance(one, Unreadable)] == [
        f"line {number} is not one JSON object" for number in (2, 3, 4)
    ]


def test_lines_whose_first_is_broken_are_read_all_the_same() -> None:
    found = opened(f'{{"title": "cut off\n{json.dumps(ARTICLE)}\n'.encode())
    assert [type(one) for one in found] == [Unreadable, Page]


def test_of_a_list_that_breaks_off_what_came_before_is_read() -> None:
    whole = json.dumps([ARTICLE, ARTICLE]).encode()
    cut_inside, cut_between = opened(whole[:-20]), opened(whole[:-1])
    assert [type(one) for one in cut_inside] == [Page, Unreadable]
    assert [type(one) for one in cut_between] == [Page, Page, Unreadable]


def test_a_broken_object_is_unreadable_with_its_line() -> None:
    (one,) = opened(b'{"title": "a",\n "text": oops}')
    assert isinstance(one, Unreadable)
    assert "line 2 is not JSON" in one.reason


def test_deep_nesting_is_survived() -> None:
    deep = b'{"a":' + b"[" * 100_000
    for data in (deep, deep + b"]" * 100_000 + b"}", b"[" + deep, deep + b"\n" + json.dumps(ARTICLE).encode()):
        found = opened(data)
        assert isinstance(found[0], Unreadable)
        assert "nested too deep" in found[0].reason or "not one JSON object" in found[0].reason
    assert isinstance(found[-1], Page)


def test_records_that_are_no_objects_are_unreadable() -> None:
    found = opened([ARTICLE, "text", 3, None, ["x"]])
    assert [type(one) for one in found] == [Page, Unreadable, Unreadable, Unreadable, Unreadable]


def test_strange_characters_in_a_text_do_not_stop_it() -> None:
    page = the_page({**ARTICLE, "text": f"\ud800{TEXT}\x00\x1f"})
    assert TEXT.encode() in page.data
    assert b"\x00" not in page.data
    assert ingest(page).status == "coded"


def test_numbers_of_endless_length_do_not_stop_the_others() -> None:
    found = opened(f'{{"n": {"9" * 10_000}}}\n{json.dumps(ARTICLE)}'.encode())
    assert [type(one) for one in found] == [Unreadable, Page]


def test_a_text_over_the_cap_ends_as_too_large() -> None:
    assert ingest(the_page({**ARTICLE, "text": "word " * 500_000})).status == "too_large"


def test_a_record_over_the_caps_is_refused_with_the_cap() -> None:
    for large in ({**ARTICLE, "more": "x" * 4_000_000}, {**ARTICLE, "more": [{}] * 1_000_000}):
        found = opened([ARTICLE, large], caps=Caps(page_bytes=2_000_000, json_parts=200_000))
        assert [type(one) for one in found[:2]] == [Page, Unreadable]
        assert isinstance(found[1], Unreadable)
        assert found[1].status == "too_large"
        assert ("cap page_bytes" if "x" in large["more"] else "cap json_parts") in found[1].reason
    lines = "\n".join(map(json.dumps, (ARTICLE, large, ARTICLE))).encode()
    assert [type(one) for one in opened(lines, caps=Caps(json_parts=200_000))] == [Page, Unreadable, Page]


def test_records_are_the_same_however_the_export_is_cut_into_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window is far smaller here than a record, and ends at every place of it."""
    many = [{**ARTICLE, "url": f"https://post.example/{number}", "n": [[number, {"é": '\\"'}]]} for number in range(9)]
    written = [
        json.dumps(many),
        json.dumps(many, indent=1),
        "\n".join(map(json.dumps, many)),
        json.dumps({"docs": many}),
    ]
    written += ["\n".join(json.dumps(one, indent=1) for one in many)]
    whole = [[one.name for one in opened(text.encode())] for text in written]
    for step in (1, 7, 64):
        monkeypatch.setattr("dateline.ingest.streamed._STEP", step)
        assert [[one.name for one in opened(text.encode())] for text in written] == whole
    assert all(len(names) == 9 for names in whole)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_export_in_another_encoding_is_read_as_it_was_written(encoding: str) -> None:
    (one,) = opened(json.dumps([{**ARTICLE, "text": "Café “Ägäis” was hit."}], ensure_ascii=False).encode(encoding))
    assert isinstance(one, Page)
    assert one.data.decode() == "Café “Ägäis” was hit."


def test_what_is_nested_without_end_is_quarantined() -> None:
    found = opened(b'{"a": ' + b"[" * 200_000)
    assert [(type(one), getattr(one, "status", None)) for one in found] == [(Unreadable, "quarantined")]


@pytest.mark.parametrize("data", [b"[]", b"[ ]", b"", b" \n"])
def test_an_export_without_records_is_an_empty_page(data: bytes) -> None:
    (one,) = opened(data)
    assert isinstance(one, Page)
    assert ingest(one).status == "empty"


def test_what_stands_behind_a_list_is_told() -> None:
    found = opened(json.dumps([ARTICLE]).encode() + b"\n" + json.dumps([ARTICLE]).encode())
    assert [type(one) for one in found] == [Page, Unreadable]


def test_a_flood_of_broken_records_is_given_up() -> None:
    found = opened(b'{"a": 1}\n' + b"1\n" * 5_000, caps=Caps(broken_records=20))
    assert len(found) == 21
    assert isinstance(found[-1], Unreadable)
    assert found[-1].reason == "20 records in a row could not be read: the rest is left out (cap broken_records)"


def test_a_line_that_never_closes_does_not_reach_into_those_behind_it() -> None:
    """Ten megabytes: to look for the end of each line in all that follows would take minutes."""
    line = b'{"a": [' + b"1," * 5_000 + b"\n"
    *found, _ = opened(line * 1_000, caps=Caps(broken_records=1_000))
    assert all(isinstance(one, Unreadable) for one in found)
    assert [one.reason for one in found] == [f"line {number} is not one JSON object" for number in range(1, 1_001)]


def test_the_named_list_is_read_record_by_record_and_a_missing_one_is_told() -> None:
    data = json.dumps({"status": "ok", "eigen": {"stukken": [{"a": "One fell."}, {"a": "Two fell."}]}}).encode()
    found = opened(data, given(text="a", records="eigen.stukken"))
    assert [(one.name, one.data) for one in found if isinstance(one, Page)] == [
        ("dump.json!1", b"One fell."),
        ("dump.json!2", b"Two fell."),
    ]
    (missing,) = opened(data, given(text="a", records="eigen.lijst"))
    assert isinstance(missing, Unreadable)
    assert "--records-field" in missing.reason


def test_a_record_of_too_many_parts_is_refused_however_short_and_the_next_is_read() -> None:
    data = json.dumps([{"text": "One.", "parts": [[]] * 3_000}, {"text": "Two."}]).encode()
    first, second = opened(data, None, Caps(json_parts=1_000))
    assert isinstance(first, Unreadable)
    assert (first.status, "cap json_parts" in first.reason) == ("too_large", True)
    assert isinstance(second, Page)
