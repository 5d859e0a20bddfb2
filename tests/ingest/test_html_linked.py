"""The article among a page's JSON-LD."""

import json

from dateline.ingest.html_linked import Linked, linked_article

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge blown up near the port",
    "datePublished": "2022-05-06T07:08:09+03:00",
    "dateModified": "2022-05-06T09:30:00+03:00",
    "author": {"@type": "Person", "name": "Ann Writer"},
    "publisher": {"@type": "Organization", "name": "Coast Herald"},
}


def article(*scripts: object, titles: tuple[str, ...] = (), url: str | None = None) -> Linked:
    texts = [script if isinstance(script, str) else json.dumps(script) for script in scripts]
    found = linked_article(texts, titles, url)
    assert found is not None
    return found


def test_an_article_is_read_alone_in_a_list_and_in_a_graph() -> None:
    site = {"@type": "WebSite", "name": "Coast Herald"}
    for script in (ARTICLE, [site, ARTICLE], {"@graph": [site, ARTICLE]}, {"@type": "WebPage", "mainEntity": ARTICLE}):
        found = article(script)
        assert (found.headline, found.sure) == ("Bridge blown up near the port", "certain")
        assert (found.published, found.updated) == ("2022-05-06T07:08:09+03:00", "2022-05-06T09:30:00+03:00")
        assert (found.authors, found.publisher) == (("Ann Writer",), "Coast Herald")


def test_every_kind_of_news_article_counts_whatever_the_prefix() -> None:
    for kind in (
        "ReportageNewsArticle",
        "Article",
        "http://schema.org/NewsArticle",
        ["Thing", "BlogPosting"],
        "Report",
    ):
        assert article(ARTICLE | {"@type": kind}).sure == "certain"
    for kind in ("JobPosting", "Product", "SocialMediaPosting"):
        assert linked_article([json.dumps(ARTICLE | {"@type": kind})], (), None) is None


def test_of_several_articles_the_one_with_the_pages_headline_or_address_is_its_own() -> None:
    other = ARTICLE | {"headline": "Harvest begins in the hills", "url": "https://example.org/harvest"}
    found = article([other, ARTICLE], titles=("bridge blown up  near the port",))
    assert (found.headline, found.sure) == ("Bridge blown up near the port", "certain")
    assert article([ARTICLE, other], url="https://example.org/harvest").headline == "Harvest begins in the hills"
    assert article([other, ARTICLE]).sure == "likely"


def test_a_bare_web_page_is_less_sure_and_only_where_no_article_stands() -> None:
    page = {"@type": "WebPage", "name": "A page", "datePublished": "2022-05-01"}
    assert (article(page).published, article(page).sure) == ("2022-05-01", "likely")
    assert article([page, ARTICLE]).published == "2022-05-06T07:08:09+03:00"


def test_authors_are_found_by_their_id_in_lists_and_as_plain_names() -> None:
    person = {"@type": "Person", "@id": "#ann", "name": "Ann Writer"}
    graph = {"@graph": [ARTICLE | {"author": {"@id": "#ann"}}, person]}
    assert article(graph).authors == ("Ann Writer",)
    several = ["Ann Writer", {"name": ["Bo Scribe"]}, {"url": "x"}, "https://example.org/ann", 7]
    assert article(ARTICLE | {"author": several}).authors == ("Ann Writer", "Bo Scribe")


def test_the_publisher_is_no_author() -> None:
    assert article(ARTICLE | {"author": "Coast Herald"}).authors == ()


def test_spoilt_json_is_mended() -> None:
    text = json.dumps(ARTICLE)
    for spoilt in (f"<!-- {text} -->", f"//<![CDATA[\n{text}\n//]]>", f"{text};", text[:-1] + ",}"):
        assert article(spoilt).sure == "certain"
    assert article(text.replace("blown up", "blown\nup")).headline == "Bridge blown\nup near the port"


def test_of_json_beyond_mending_the_plain_fields_are_read_and_doubted() -> None:
    found = article(json.dumps(ARTICLE).replace('"@context":', '"@context" "x":'))
    assert (found.sure, found.headline, found.published) == (
        "doubtful",
        "Bridge blown up near the port",
        "2022-05-06T07:08:09+03:00",
    )
    assert (found.authors, found.publisher) == (("Ann Writer",), "Coast Herald")


def test_broken_json_that_speaks_of_no_article_says_nothing() -> None:
    assert linked_article(['{"@type": "Product", "headline": "Boots", "datePublished": "2020-01-01"'], (), None) is None


def test_a_broken_script_does_not_spoil_the_next() -> None:
    assert article('{"@type": "NewsArticle", ', ARTICLE).sure == "certain"


def test_json_made_to_hurt_is_survived() -> None:
    assert linked_article(["[" * 200_000, '{"a":' * 50_000, "\0", '"', "", "1e999999"], (), None) is None
    assert linked_article(['{"@type":"NewsArticle","author":{' * 20_000], (), None) is not None
    assert article(ARTICLE | {"headline": ["a"], "datePublished": 7, "publisher": None}).headline is None
