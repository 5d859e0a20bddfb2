"""Pages of HTML."""

import json

import pytest

from dateline.ingest.decode import decode
from dateline.ingest.html import read_html
from dateline.ingest.plain import Story

PAGE = """<!DOCTYPE html><html lang="en-GB"><head>
<title>Shells hit market in harbour town | Coast Herald</title>
<meta property="og:site_name" content="Coast Herald">
<meta property="article:published_time" content="2021-03-04T10:20:00+02:00">
<meta name="author" content="Ann Writer"><script>var a = "<p>no text</p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>
<h1>Shells hit market in harbour town</h1><p>By Ann Writer</p>
<p>EXAMPLIA (Reuters) - At least six people were killed when artillery shells hit a crowded market on Wednesday,
the mayor of the town said.</p><div>Advertisement</div>
<p>Residents told reporters that the shells were fired from hills held by rebels, who denied it on Thursday.</p>
<p>The government said it had sent two hundred soldiers, and that the road to the capital had been closed.</p>
</article><footer>© 2021 Coast Herald &amp; Sons. <a href="/p">Privacy policy</a></footer></body></html>"""


def test_the_story_and_its_metadata_are_read() -> None:
    story = read_html(PAGE)
    assert story.text.startswith("At least six people")
    assert story.text.endswith("had been closed.")
    assert story.text.count("\n\n") == 2
    assert (story.title, story.outlet, story.byline) == (
        "Shells hit market in harbour town",
        "Coast Herald",
        ("Ann Writer",),
    )
    assert (story.dateline, story.agency, story.language) == ("EXAMPLIA", "Reuters", "en-GB")
    assert story.dating.published == "2021-03-04T10:20+02:00"


def test_what_was_left_out_keeps_its_place_in_the_page() -> None:
    dropped = {drop.text: drop for drop in read_html(PAGE).dropped}
    assert set(dropped) == {"Home World", "Advertisement", "© 2021 Coast Herald & Sons. Privacy policy"}
    advert = dropped["Advertisement"]
    assert PAGE[advert.page_start : advert.page_end] == "Advertisement"
    footer = dropped["© 2021 Coast Herald & Sons. Privacy policy"]
    assert PAGE[footer.page_start : footer.page_end].startswith("© 2021")


def test_a_page_that_the_reader_cannot_use_is_read_as_lines() -> None:
    story = read_html("<html lang='en'><body><p>Home</p></body></html>")
    assert (story.text, story.language) == ("", "en")


def test_broken_html_does_not_stop_anything() -> None:
    for page in ("<html><body>" + "<script>" * 2000, "<html>" + "<" * 5000, "<html><body><p>x</p><!-- never closed"):
        assert isinstance(read_html(page).text, str)


STORY = (
    "<p>At least six people were killed when artillery shells hit a crowded market on Wednesday, the mayor said.</p>"
    "<p>Residents told reporters that the shells were fired from hills held by rebels, who denied it on Thursday.</p>"
    "<p>The government said it had sent two hundred soldiers, and that the road to the capital had been closed.</p>"
)
BODY = "Six people were killed when shells hit the market.\n\nRebels denied that they had fired them on Wednesday."


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


def page(head: str = "", body: str = STORY, above: str = "") -> str:
    headline = "<h1>Shells hit market in harbour town</h1>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{above}<article>{headline}{body}</article></body></html>"


def test_what_found_the_text_is_told() -> None:
    assert read_html(PAGE).cleaner == "trafilatura"
    assert read_html("<html><body><p>Home</p></body></html>").cleaner == "plain"


def test_an_html_story_is_a_story_with_its_sources() -> None:
    story = read_html(PAGE)
    assert isinstance(story, Story)
    published = story.metadata.published
    assert published and (published.where, published.sure) == ("meta article:published_time", "certain")


def test_the_body_in_json_ld_is_read_where_no_text_is_found() -> None:
    empty = (
        f"<html><head>{linked(headline='Shells hit market', articleBody=BODY)}</head><body><div></div></body></html>"
    )
    story = read_html(empty)
    assert (story.cleaner, story.title) == ("articleBody", "Shells hit market")
    assert story.text == BODY
    deep = empty.replace("<div></div>", "<div>" * 300)
    assert (read_html(deep).cleaner, read_html(deep).text) == ("articleBody", BODY)
    marked = f"<html><head>{linked(articleBody='<p>' + BODY.replace(chr(10) * 2, '</p><p>') + '</p>')}</head></html>"
    assert read_html(marked).text == BODY


@pytest.mark.parametrize("depth", [260, 5_000])
def test_tags_nested_too_deep_for_the_parser_lose_nothing(depth: int) -> None:
    deep = page(
        linked(datePublished="2022-05-01"), STORY + "<div>" * depth + "<p>The last word was had by the mayor.</p>"
    )
    story = read_html(deep)
    assert story.cleaner == "plain"
    assert story.text.startswith("At least six people")
    assert story.text.endswith("The last word was had by the mayor.")
    assert (story.title, story.dating.published) == ("Shells hit market in harbour town", "2022-05-01")


def test_plain_text_in_html_keeps_its_paragraphs() -> None:
    lines = STORY.replace("<p>", "").split("</p>")
    for typed in ("<pre>{}</pre>", "{}"):
        story = read_html(f"<html><body>{typed.format((chr(10) * 2).join(lines))}</body></html>")
        assert story.text.split("\n\n") == lines[:3]


def test_what_the_plain_cleaner_drops_keeps_its_place_in_the_page() -> None:
    deep = page(body="<p>Advertisement</p>" + STORY + "<div>" * 300 + "<p>Read more: Harvest begins in the hills</p>")
    dropped = {drop.text: deep[drop.page_start : drop.page_end] for drop in read_html(deep).dropped}
    assert dropped["Advertisement"] == "Advertisement"
    assert all(text in place for text, place in dropped.items())


def test_published_and_updated_are_never_mixed_up() -> None:
    story = read_html(page(linked(dateModified="2022-05-04T10:00:00Z")))
    assert (story.dating.published, story.dating.updated) == (None, "2022-05-04T10:00+00:00")


def test_the_pages_stamp_and_the_storys_day_are_both_kept_where_they_clash() -> None:
    body = "<p>EXAMPLIA, 1 May 2022 (Reuters) - " + STORY.removeprefix("<p>")
    story = read_html(page(linked(datePublished="2022-05-04T10:00:00Z"), body))
    assert story.dating.published == "2022-05-04T10:00+00:00"
    assert [(clash.page_says, clash.text_says) for clash in story.dating.clashes] == [("2022-05-04", "2022-05-01")]
    same = read_html(page(linked(datePublished="2022-05-01T10:00:00Z"), body))
    assert (same.dating.published, same.dating.clashes) == ("2022-05-01T10:00+00:00", ())


def test_a_doubtful_date_gives_way_to_the_stamp_that_readers_see() -> None:
    canonical = '<link rel="canonical" href="https://example.org/2022/05/09/market">'
    stamp = '<div class="info">Published: 2 May 2022</div>'
    assert read_html(page(canonical, stamp + STORY)).dating.published == "2022-05-02"
    assert read_html(page(canonical)).dating.published == "2022-05-09"


def test_the_day_on_which_the_page_was_saved_is_not_that_of_the_story() -> None:
    today = "<div>Sunday, 8 May 2022</div><div>Weather</div>"
    assert read_html(page(above=today)).dating.published is None


def test_the_name_of_the_site_is_no_part_of_the_headline() -> None:
    head = '<meta property="og:site_name" content="The Daily Example"><title>{}</title>'
    for written in ("Shells hit market in town - The Daily Example", "Shells hit market in town | the daily example"):
        story = read_html(page(head.format(written)).replace("<h1>Shells hit market in harbour town</h1>", ""))
        assert (story.title, story.outlet) == ("Shells hit market in town", "The Daily Example")


def test_an_agency_that_signs_is_the_agency_and_no_byline() -> None:
    story = read_html(page(linked(author=[{"name": "Reuters"}, {"name": "Ann Writer"}], publisher="Coast Herald")))
    assert (story.agency, story.byline, story.outlet) == ("Reuters", ("Ann Writer",), "Coast Herald")


def test_nuls_and_half_surrogates_are_survived_and_move_nothing() -> None:
    spoilt = PAGE.replace("Residents told", "Resi\0dents \ud800told")
    story = read_html(spoilt)
    assert "\0" not in story.text and "\ud800" not in story.text
    story.text.encode("utf-8")
    advert = next(drop for drop in story.dropped if drop.text == "Advertisement")
    assert spoilt[advert.page_start : advert.page_end] == "Advertisement"


@pytest.mark.parametrize("charset", ["utf-16", "shift_jis", "cp1251", "no-such-charset", "utf-8"])
def test_a_wrong_charset_leaves_the_story_readable(charset: str) -> None:
    data = page(f'<meta charset="{charset}">').encode("utf-8")
    assert read_html(decode(data)).text.startswith("At least six people")


@pytest.mark.parametrize("piece", ["<div>", "<table>", "<ul><li>", "<font>", "<!", "<html ", "&amp;", "<b a=", "\n "])
def test_thousands_of_one_thing_are_survived(piece: str) -> None:
    assert isinstance(read_html("<html><body>" + STORY + piece * 15_000).text, str)


def test_adverts_and_menus_of_amp_and_a_stamp_by_itself_are_no_story() -> None:
    page = """<!doctype html><html ⚡ lang="en"><head><title>Shells hit Azmar</title></head><body>
      <amp-sidebar><ul><li>Home</li><li>Sport</li></ul></amp-sidebar>
      <article><h1>Shells hit Azmar</h1><time datetime="2021-06-15T08:00:00+02:00">15 June</time>
      <p>Shells hit a market in Azmar on Monday and killed nine people who had queued for bread, medics said.</p>
      <amp-ad width="300">Buy two get one free, only 9.99</amp-ad>
      <p>The army denied on <time datetime="2021-06-15">Tuesday</time> that it had fired on the town from the hills.</p>
      </article></body></html>"""
    story = read_html(page)
    assert "Buy two" not in story.text
    assert "Sport" not in story.text
    assert "15 June" not in story.text
    assert "denied on Tuesday that" in story.text
    assert story.dating.published == "2021-06-15T08:00+02:00"
