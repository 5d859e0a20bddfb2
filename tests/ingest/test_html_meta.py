"""What HTML pages say of themselves."""

import json

import pytest

from dateline.ingest.html_marks import Found
from dateline.ingest.html_meta import Metadata, metadata


def about(head: str = "", body: str = "<p>Nothing.</p>", attributes: str = "") -> Metadata:
    return metadata(f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>")


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def value(found: Found | None) -> str | None:
    return found.value if found else None


def where(found: Found | None) -> tuple[str, str, str] | None:
    return (found.value, found.where, found.sure) if found else None


def test_a_page_that_says_nothing_has_no_metadata() -> None:
    assert about() == Metadata()
    for page in ("", " ", "\0", "no tags at all", "<", "<html>"):
        assert metadata(page) == Metadata()


def test_json_ld_counts_before_open_graph_and_that_before_other_names() -> None:
    tags = meta("pubdate", "2022-05-03", "name"), meta("article:published_time", "2022-05-02T10:00:00Z")
    all_three = linked(datePublished="2022-05-01T10:00:00+02:00") + "".join(tags)
    assert where(about(all_three).published) == ("2022-05-01T10:00+02:00", "JSON-LD datePublished", "certain")
    assert where(about("".join(tags)).published) == (
        "2022-05-02T10:00+00:00",
        "meta article:published_time",
        "certain",
    )
    assert where(about(tags[0]).published) == ("2022-05-03", "meta pubdate", "likely")


def test_broken_json_ld_counts_behind_what_is_certain() -> None:
    broken = '<script type="application/ld+json">{"@type":"NewsArticle" "datePublished":"2022-05-01"</script>'
    assert where(about(broken).published) == ("2022-05-01", "JSON-LD datePublished", "doubtful")
    assert value(about(broken + meta("article:published_time", "2022-05-02")).published) == "2022-05-02"
    assert value(about(broken + meta("pubdate", "2022-05-03", "name")).published) == "2022-05-01"


def test_a_date_that_is_not_said_to_be_whose_is_doubtful() -> None:
    assert where(about(meta("date", "2022-05-03", "name")).published) == ("2022-05-03", "meta date", "doubtful")
    both = meta("date", "2022-05-03", "name") + meta("pubdate", "2022-05-01", "name")
    assert value(about(both).published) == "2022-05-01"
    assert where(about(meta("pubdate", "04/05/2022", "name")).published) == ("2022-05-04", "meta pubdate", "doubtful")


def test_a_change_is_never_taken_for_the_publication() -> None:
    for head, body in (
        (linked(dateModified="2022-05-04"), ""),
        (meta("article:modified_time", "2022-05-04"), ""),
        (meta("og:updated_time", "2022-05-04"), ""),
        ("", '<p>Last updated: <time datetime="2022-05-04">4 May</time></p>'),
        ("", '<time class="updated" datetime="2022-05-04">4 May</time>'),
        ("", '<time itemprop="dateModified" datetime="2022-05-04">4 May</time>'),
    ):
        found = about(head, body)
        assert (found.published, value(found.updated)) == (None, "2022-05-04")


def test_a_change_before_the_publication_is_no_change() -> None:
    found = about(linked(datePublished="2022-05-04T10:00:00Z", dateModified="2019-01-01T00:00:00Z"))
    assert (value(found.published), found.updated) == ("2022-05-04T10:00+00:00", None)


@pytest.mark.parametrize("written", ["1970-01-01T00:00:00Z", "0001-01-01", "2022-13-40", "yesterday", "", "20"])
def test_a_date_that_cannot_be_gives_way_to_the_next(written: str) -> None:
    assert about(linked(datePublished=written)).published is None
    assert value(about(linked(datePublished=written) + meta("pubdate", "2022-05-03", "name")).published) == "2022-05-03"


def test_the_time_zone_is_kept_as_stated_and_none_is_made_up() -> None:
    for written, read in (
        ("2022-05-01T23:30:00-0500", "2022-05-01T23:30-05:00"),
        ("2022-05-01T23:30:00.000Z", "2022-05-01T23:30+00:00"),
        ("2022-05-01 23:30", "2022-05-01T23:30"),
        ("Sun, 01 May 2022 23:30:00 GMT", "2022-05-01T23:30+00:00"),
    ):
        assert value(about(linked(datePublished=written)).published) == read


def test_day_or_month_first_is_decided_by_the_pages_other_dates() -> None:
    ambiguous = meta("pubdate", "05/04/2022", "name")
    assert value(about(ambiguous + meta("lastmod", "05/28/2022", "name")).published) == "2022-05-04"
    assert value(about(ambiguous + meta("lastmod", "28/04/2022", "name")).published) == "2022-04-05"


def test_times_are_sure_as_far_as_the_page_says_what_they_are() -> None:
    marked = '<time itemprop="datePublished" datetime="2022-05-01T08:00+02:00"></time>'
    assert where(about(body=marked).published) == ("2022-05-01T08:00+02:00", "<time itemprop> published", "certain")
    called = '<p>Published <time datetime="2022-05-01">1 May</time></p>'
    assert where(about(body=called).published) == ("2022-05-01", "<time> published", "likely")
    bare = '<time datetime="2022-05-01">1 May</time>'
    assert where(about(body=bare).published) == ("2022-05-01", "<time>", "doubtful")


def test_bare_times_of_different_days_say_nothing() -> None:
    assert about(body='<time datetime="2022-05-01"></time><p><time datetime="2022-05-02"></time></p>').published is None


def test_the_address_gives_the_day_where_nothing_else_does() -> None:
    canonical = '<link rel="canonical" href="https://www.example.org/news/2022/05/01/bridge.html">'
    found = about(canonical)
    assert where(found.published) == ("2022-05-01", "the page's address", "doubtful")
    assert where(found.url) == ("https://www.example.org/news/2022/05/01/bridge.html", "link canonical", "certain")
    assert where(found.outlet) == ("example.org", "host of link canonical", "doubtful")
    assert about('<link rel="canonical" href="https://example.org/2022/13/99/x">').published is None


def test_an_amp_page_is_known_by_the_address_of_the_page_it_stands_for() -> None:
    head = '<link rel="canonical" href="https://example.org/bridge">' + linked(headline="Bridge blown up at dawn")
    found = about(head, attributes="amp lang='en-GB'")
    assert (value(found.url), value(found.title)) == ("https://example.org/bridge", "Bridge blown up at dawn")
    assert where(found.language) == ("en-GB", "<html lang>", "certain")


def test_an_address_that_is_none_is_left_out() -> None:
    assert about('<link rel="canonical" href="/bridge">' + meta("og:url", "https://example.org/b")).url == Found(
        value="https://example.org/b", where="meta og:url", sure="likely"
    )
    assert about(meta("og:url", "javascript:alert(1)")).url is None


def test_titles_in_their_order_of_trust() -> None:
    heading = "<h1>Bridge <b>blown up</b></h1>"
    assert where(about("<title>T</title>" + meta("og:title", "O"), heading).title) == ("O", "meta og:title", "certain")
    assert where(about("<title>T</title>", heading).title) == ("Bridge blown up", "<h1>", "likely")
    assert where(about("<title>T</title>", heading * 2).title) == ("T", "<title>", "doubtful")
    cut_off = linked(headline="Bridge blown up near the…")
    assert value(about(cut_off + meta("og:title", "Bridge blown up near the port")).title) == (
        "Bridge blown up near the port"
    )


def test_the_publisher_is_the_outlet() -> None:
    publisher = linked(publisher={"name": "Coast Herald Ltd"})
    assert where(about(publisher).outlet) == ("Coast Herald Ltd", "JSON-LD publisher", "certain")
    assert value(about(publisher + meta("og:site_name", "Coast Herald")).outlet) == "Coast Herald"
    assert value(about(meta("article:publisher", "https://example.org/page")).outlet) is None


def test_bylines_come_from_one_place_without_by_and_addresses() -> None:
    names = linked(author=[{"name": "By Ann Writer"}, {"name": "Bo Scribe"}]) + meta("author", "Someone Else", "name")
    assert [found.value for found in about(names).byline] == ["Ann Writer", "Bo Scribe"]
    for no_name in ("https://example.org/ann", "ann@example.org", "@annwrites"):
        assert about(meta("article:author", no_name)).byline == ()
    element = '<div class="byline">By Ann Writer</div>'
    assert [where(found) for found in about(body=element).byline] == [("Ann Writer", "element of the author", "likely")]


def test_readers_who_comment_are_no_authors() -> None:
    assert about(body='<div class="comments"><a rel="author" href="#">Angry Reader</a></div>').byline == ()


def test_the_language_has_the_form_of_a_code() -> None:
    assert value(about(attributes='lang="fr"').language) == "fr"
    assert where(about(meta("og:locale", "en_US"), attributes='lang="{{lang}}"').language) == (
        "en_US",
        "meta og:locale",
        "likely",
    )


def test_character_references_and_half_surrogates_are_resolved() -> None:
    found = about(linked(headline="Army &amp; rebels agree", articleBody="One \ud800 two"))
    assert (value(found.title), value(found.body)) == ("Army & rebels agree", "One ? two")


def test_thousands_of_tags_and_times_are_survived() -> None:
    many = "".join(meta(f"x{n}", "y") for n in range(5_000))
    times = '<p>Updated <time datetime="2022-05-01"></time></p>' * 5_000
    assert value(about(many, times).updated) == "2022-05-01"


def test_what_may_be_another_storys_counts_behind_the_pages_own_tags() -> None:
    others = [
        {"@type": "NewsArticle", "headline": name, "datePublished": f"2022-06-0{n}", "articleBody": "Grapes."}
        | {"author": "Bo Scribe"}
        for n, name in enumerate(("Harvest begins", "Harvest ends"), 1)
    ]
    script = f'<script type="application/ld+json">{json.dumps(others)}</script>'
    own = (
        meta("article:published_time", "2022-05-02") + meta("author", "Ann Writer", "name") + meta("og:title", "Bridge")
    )
    found = about(script + own)
    assert (value(found.published), value(found.title), found.body) == ("2022-05-02", "Bridge", None)
    assert [one.value for one in found.byline] == ["Ann Writer"]
    assert where(about(script).published) == ("2022-06-01", "JSON-LD datePublished", "likely")
