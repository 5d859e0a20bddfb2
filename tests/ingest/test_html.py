"""Pages of HTML."""

from dateline.ingest.html import read_html

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
