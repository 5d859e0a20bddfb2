"""Every field of a report names where it was found, and how sure it is."""

import json

import pytest

from dateline.ingest.listed import Listed
from dateline.ingest.opening import opened
from dateline.ingest.report import ingest
from dateline.model.text import Known, LeftOut, Page, Report
from inputs_made import GOOD, PARAGRAPHS, STORY

PLAIN = f"""Coast Herald

Three killed in Tamra shelling

Published 2 March 2021

By Ann Writer

TAMRA (Reuters) - {STORY}
"""
FIELDS = ("title", "outlet", "agency", "byline", "dateline", "published", "updated", "language")


def told(report: Report) -> dict[str, tuple[str, str]]:
    return {origin.what: (origin.where, origin.sure) for origin in report.origins}


def html(head: str = "", body: str = PARAGRAPHS, title: str = "Three killed in Tamra shelling") -> Report:
    page = (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>"
    )
    return ingest(Page(name="a", data=page.encode()))


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def test_a_plain_page_names_the_lines_that_its_fields_stand_in() -> None:
    report = ingest(Page(name="a", data=PLAIN.encode()))
    assert told(report) == {
        "title": ("the headline's line", "likely"),
        "outlet": ("beside the headline", "likely"),
        "agency": ("the front of the story", "certain"),
        "byline": ("a byline", "certain"),
        "dateline": ("the front of the story", "certain"),
        "published": ("a date stamp", "certain"),
        "language": ("the words of the text", "certain"),
    }


def test_an_html_page_names_its_marks() -> None:
    stamped = linked(headline="Three killed in Tamra shelling", datePublished="2021-03-02", author="Ann Writer")
    report = html(stamped + '<meta property="og:site_name" content="Coast Herald">')
    found = told(report)
    assert found["title"] == ("JSON-LD headline", "certain")
    assert found["published"] == ("JSON-LD datePublished", "certain")
    assert found["byline"] == ("JSON-LD author", "certain")
    assert found["outlet"] == ("meta og:site_name", "certain")


def test_a_day_in_the_address_is_doubtful_and_gives_way_to_the_containers() -> None:
    canonical = '<link rel="canonical" href="https://www.post.example/2021/03/01/harbour">'
    found = told(html(canonical))
    assert (found["published"], found["outlet"][1]) == (("the page's address", "doubtful"), "doubtful")
    page = f"<!doctype html><html><head>{canonical}</head><body><article>{PARAGRAPHS}</article></body></html>"
    known = Known(published="2021-03-02", outlet="Harbour Post")
    report = ingest(Page(name="a", data=page.encode(), known=known))
    assert (report.published, report.outlet) == ("2021-03-02", "Harbour Post")
    assert told(report)["outlet"] == told(report)["published"] == ("the container", "likely")
    assert [clash.text_says for clash in report.clashes] == ["2021-03-01"]


def test_what_only_the_container_says_names_the_container() -> None:
    known = Known(title="Harbour shelled", published="2021-03-02", byline=("Ann Writer",))
    report = ingest(Page(name="a", data=STORY.encode(), known=known))
    assert {what: where for what, (where, _) in told(report).items() if where == "the container"} == dict.fromkeys(
        ("title", "published", "byline"), "the container"
    )
    link = ingest(Listed(name="a!b", url="https://post.example/b", reason="", known=known))
    assert told(link) == dict.fromkeys(("title", "byline", "published"), ("the container", "likely"))


def test_a_language_that_the_text_belies_is_not_the_pages_word() -> None:
    page = f'<!doctype html><html lang="{{}}"><body><article>{PARAGRAPHS}</article></body></html>'
    stated, belied = (ingest(Page(name="a", data=page.format(code).encode())) for code in ("en-GB", "fr"))
    assert told(stated)["language"] == ("<html lang>", "certain")
    assert (belied.language, told(belied)["language"]) == ("en", ("the words of the text", "certain"))


def test_the_report_says_which_cleaner_found_its_text() -> None:
    deep = "<div>" * 300 + PARAGRAPHS
    assert html().cleaner == "trafilatura"
    assert html(body=deep).cleaner == "plain"
    assert html(linked(articleBody=STORY), body="").cleaner == "articleBody"
    assert ingest(Page(name="a", data=PLAIN.encode())).cleaner == "plain"
    assert ingest(Page(name="a", data=b"Home\nMenu\n")).cleaner in ("plain", None)
    assert ingest(Page(name="a", data=b"")).cleaner is None


@pytest.mark.parametrize("kind", [*GOOD, "plain"])
def test_a_field_has_an_origin_if_and_only_if_it_was_found(kind: str) -> None:
    for one in opened(Page(name="in", data=PLAIN.encode() if kind == "plain" else GOOD[kind])):
        if not isinstance(one, LeftOut):
            report = ingest(one)
            assert [origin.what for origin in report.origins] == [*told(report)]
            assert {what for what in FIELDS if getattr(report, what)} == {*told(report)}
