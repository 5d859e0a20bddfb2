"""Which fields of a record hold what."""

from typing import Any

import pytest

from dateline.ingest.mapping import Mapping, choose, given, has_text, mappings, parse_mappings, records_in, values
from dateline.model.errors import DataError

NEST: dict[str, Any] = {
    "fields": {"body": "the body", "source": [{"name": "First"}, {"name": "Second"}], "count": 12, "empty": " "},
    "date.created": "2024-05-08",
    "Title": "A headline",
}
READY = """
mappings:
  - {name: one, tell: [a, [b, c]], text: [a], url: [d]}
lists: [rows]
languages: {en: [english]}
"""


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("fields.body", ("the body",)),
        ("fields.source.0.name", ("First",)),
        ("fields.source.1.name", ("Second",)),
        ("fields.source.name", ("First", "Second")),
        ("fields.source.7.name", ()),
        ("fields.count", ("12",)),
        ("fields.empty", ()),
        ("fields.body.more", ()),
        ("date.created", ("2024-05-08",)),
        ("title", ("A headline",)),
        ("fields", ()),
        ("gone", ()),
        ("fields.source.99999999999.name", ()),
    ],
)
def test_a_path_finds_the_words_that_stand_there(path: str, found: tuple[str, ...]) -> None:
    assert values(NEST, (path,)) == found


def test_the_first_path_that_holds_something_counts() -> None:
    assert values(NEST, ("gone", "fields.empty", "Title", "fields.body")) == ("A headline",)


@pytest.mark.parametrize("nothing", ["None", "null", "NaN", "NaT", "", "  ", "[]", None, True, {}, []])
def test_what_scripts_write_for_nothing_is_nothing(nothing: object) -> None:
    assert values({"a": nothing, "b": "x"}, ("a", "b")) == ("x",)


def test_a_path_through_nested_lists_ends() -> None:
    nest: Any = "deep"
    for _ in range(500):
        nest = [nest]
    assert values({"a": nest}, ("a.b",)) == ()


RECORDS: dict[str, dict[str, Any]] = {
    "ReliefWeb API": {"id": "1", "href": "u", "fields": {"title": "t", "body-html": "<p>b</p>"}},
    "ReliefWeb report": {"title": "t", "body": "b", "date": {"created": "d"}, "source": [{"name": "n"}]},
    "GDELT document list": {"url": "u", "title": "t", "seendate": "20240508T063000Z", "domain": "d"},
    "GDELT table": {"URL": "u", "MobileURL": "", "Date": "d", "Title": "t"},
    "news-please": {"maintext": "m", "text": None, "date_publish": "d", "source_domain": "s", "title": "t"},
    "trafilatura": {"title": "t", "text": "x", "source": "u", "source-hostname": "s", "date": "d", "hostname": "h"},
    "newspaper": {"url": "u", "title": "t", "text": "x", "publish_date": "d", "authors": ["A B"], "meta_lang": "en"},
    "schema.org article": {"@type": "NewsArticle", "headline": "h", "articleBody": "b"},
    "ninjs 1": {"uri": "u", "body_xhtml": "<p>b</p>", "headline": "h", "versioncreated": "v"},
    "ninjs 2": {"uri": "u", "bodies": [{"value": "b"}], "headlines": [{"value": "h"}]},
    "JSON Feed item": {"id": "1", "url": "u", "title": "t", "content_text": "c", "date_published": "d"},
    "WordPress post": {"link": "u", "title": {"rendered": "t"}, "content": {"rendered": "<p>c</p>"}},
    "Guardian Open Platform": {"webUrl": "u", "webTitle": "t", "webPublicationDate": "d", "fields": {"bodyText": "b"}},
    "NewsAPI article": {"url": "u", "title": "t", "publishedAt": "d", "urlToImage": None, "content": "cut …"},
    "article": {"url": "u", "title": "t", "text": "x", "date": "d"},
    "link": {"link": "u", "headline": "h"},
}  # fmt: skip


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_of_each_kind_is_known_by_its_fields(name: str) -> None:
    chosen = choose(RECORDS[name])
    assert chosen is not None
    assert chosen.name == name


def test_every_ready_mapping_has_its_record_here() -> None:
    assert {mapping.name for mapping in mappings().ready} == RECORDS.keys()


@pytest.mark.parametrize("name", RECORDS)
def test_titles_and_addresses_are_found_where_the_record_has_them(name: str) -> None:
    chosen = choose(RECORDS[name])
    assert chosen is not None
    assert values(RECORDS[name], chosen.title) in {("t",), ("h",)}
    assert values(RECORDS[name], chosen.url) in {("u",), ()}


def test_lists_of_links_and_cut_off_texts_have_no_text() -> None:
    without = {name for name, record in RECORDS.items() if not has_text(record)}
    assert without == {"GDELT document list", "GDELT table", "NewsAPI article", "link"}


@pytest.mark.parametrize("record", [{}, {"foo": "x", "bar": "y"}, [], "text", None, 3])
def test_a_record_without_telling_fields_has_no_mapping(record: object) -> None:
    assert choose(record) is None


def test_given_fields_take_the_place_of_the_ready_ones() -> None:
    ready = Mapping(text=("text",), html=("html",), title=("title",), date=("date",))
    mine = ready.under(given(text="content.body", date="when", title=None))
    assert (mine.text, mine.html, mine.title, mine.date) == (("content.body",), (), ("title",), ("when",))
    assert ready.under(given(html="raw")).text == ()
    assert ready.under(given(url="link")).html == ("html",)
    assert ready.under(None) == ready
    assert given(text=None, title="") is None


def test_the_list_in_an_object_is_found_and_a_record_is_no_list() -> None:
    article = {"title": "t", "text": "x"}
    assert records_in({"status": "ok", "articles": [article]}) == ([article], None)
    assert records_in({"hits": {"total": 1, "hits": [article]}}) == ([article], None)
    assert records_in({"title": "t", "text": "x", "items": [{"a": 1}]}) is None
    assert records_in({"articles": []}) is None
    assert records_in({"articles": ["a", "b"]}) is None
    assert records_in([article]) is None


OWN = [{"kop": "A", "deel": [{"t": "one"}, {"t": "two"}]}, {"kop": "B", "deel": [{"t": "three"}]}]


@pytest.mark.parametrize(
    "mapping",
    [
        given(text="eigen.deel.t", title="eigen.kop"),
        given(text="deel.t", title="kop"),
        given(text="eigen.deel.t", title="kop", records="eigen"),
    ],
)
def test_a_list_under_any_key_is_found_by_the_fields_or_named(mapping: Mapping) -> None:
    found = records_in({"eigen": OWN}, mapping)
    assert found is not None
    records, fields = found
    assert records == OWN
    assert [values(one, fields.text) for one in records] == [("one", "two"), ("three",)]
    assert [values(one, fields.title) for one in records] == [("A",), ("B",)]


def test_paragraphs_are_no_records() -> None:
    whole = {"paragraphs": [{"t": "one"}, {"t": "two"}]}
    assert records_in(whole, given(text="paragraphs.t")) is None
    assert records_in({"title": "A", "parts": [{"t": "one", "n": 1}]}, given(text="parts.t")) is None


def test_of_linked_data_only_the_articles_are_records() -> None:
    article = {"@type": ["Thing", "NewsArticle"], "headline": "h"}
    assert records_in({"@graph": [{"@type": "WebSite", "name": "n"}, article]}) == ([article], None)


def test_ready_mappings_are_read_from_their_file() -> None:
    read = parse_mappings(READY)
    (one,) = read.ready
    assert one == Mapping(name="one", tell=(("a",), ("b", "c")), text=("a",), url=("d",))
    assert one.tells({"a": None, "c": 1})
    assert not one.tells({"a": "x"})
    assert read.lists == ("rows",)
    assert read.languages == {"en": "en", "english": "en"}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("text: [a]", "txet: [a]", "unknown part 'txet'"),
        ("text: [a], url: [d]", "title: [a]", "needs tell, and a text, html, markdown or url"),
        ("tell: [a, [b, c]], ", "", "needs tell"),
        ("text: [a]", "text: a", "write text as a list"),
        ("name: one, ", "", "has a name"),
        ("lists: [rows]", "", "write the parts"),
        ("  - {name: one", "  - {name: one, tell: [z], url: [z]}\n  - {name: one", "'one' stands twice"),
    ],
)
def test_a_mapping_that_breaks_its_rules_is_refused_in_one_line(old: str, new: str, complaint: str) -> None:
    assert old in READY
    with pytest.raises(DataError, match=complaint) as caught:
        parse_mappings(READY.replace(old, new))
    assert "\n" not in str(caught.value)
