"""Which <time> elements speak of the page."""

from lxml.html import document_fromstring

from dateline.ingest.html_times import Time, times_in


def times(body: str) -> list[Time]:
    return list(times_in(document_fromstring(f"<html><body>{body}</body></html>")))


def kinds(body: str) -> list[str]:
    return [time.kind for time in times(body)]


def test_the_words_in_front_the_class_or_pubdate_say_what_it_is_the_date_of() -> None:
    assert kinds("<p>Posted on <time datetime=2022-05-01>x</time></p>") == ["published"]
    assert kinds("<p><b>First published:</b> <time datetime=2022-05-01>x</time></p>") == ["published"]
    assert kinds("<time pubdate datetime=2022-05-01>x</time>") == ["published"]
    assert kinds("<span class=entry-date><time datetime=2022-05-01>x</time></span>") == ["published"]
    assert kinds("<time datetime=2022-05-01>Updated 1 May</time>") == ["updated"]
    assert kinds("<div><time datetime=2022-05-01>x</time></div>") == ["bare"]


def test_two_dates_in_one_line_are_told_apart() -> None:
    line = "<p>Published <time datetime=2022-05-01>1 May</time>, updated <time datetime=2022-05-02>2 May</time></p>"
    assert [(time.kind, time.value) for time in times(line)] == [("published", "2022-05-01"), ("updated", "2022-05-02")]


def test_a_class_around_two_dates_speaks_of_neither() -> None:
    both = "<p class=published><time datetime=2022-05-01>a</time> <time datetime=2022-05-02>b</time></p>"
    assert kinds(both) == ["bare", "bare"]


def test_microdata_count_before_the_words_around() -> None:
    assert times("<p>Updated <time itemprop=datePublished datetime=2022-05-01>x</time></p>") == [
        Time(kind="published", value="2022-05-01", in_itemprop=True)
    ]


def test_dates_of_other_stories_menus_and_comments_are_left_out() -> None:
    for around in ("aside", "nav", "footer", "li", "a href=x"):
        assert times(f"<{around}><time datetime=2022-05-01>x</time></{around.split()[0]}>") == []
    for name in ("related-stories", "comment", "story-card", "sidebar"):
        assert times(f"<div class={name}><p><time datetime=2022-05-01>x</time></p></div>") == []
    assert len(times("<body class=has-sidebar><time datetime=2022-05-01>x</time></body>")) == 1


def test_without_the_attribute_the_words_count() -> None:
    assert [time.value for time in times("<time>1 May 2022</time><time></time>")] == ["1 May 2022"]


def test_microdata_count_on_any_element_but_a_place_is_no_date() -> None:
    spans = "<span itemprop=datePublished content=2022-05-01>x</span><span itemprop=dateline>Azmar</span>"
    assert times(spans) == [Time(kind="published", value="2022-05-01", in_itemprop=True)]
    assert times(f"<aside>{spans}</aside>") == []
