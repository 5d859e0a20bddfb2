"""Web addresses taken apart, strictly."""

import pytest

from dateline.ingest.urls import is_url, redirected, target
from dateline.model.errors import PageError


@pytest.mark.parametrize("name", ["https://example.org/a", "HTTP://example.org", "file:///etc/passwd", "ftp://a/b"])
def test_a_name_with_a_scheme_is_an_address(name: str) -> None:
    assert is_url(name)


@pytest.mark.parametrize("name", ["page.html", "-", "a/b://c", "C:\\pages\\a.html", "http.txt"])
def test_a_path_is_no_address(name: str) -> None:
    assert not is_url(name)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        (" https://EXAMPLE.org:443/a?b=c#part ", "https://example.org/a?b=c"),
        ("http://example.org:8080/a b/ü", "http://example.org:8080/a%20b/%C3%BC"),
        ("http://example.org./a", "http://example.org/a"),
        ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700:0:0::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("http://example.org/%41?q=%zz|", "http://example.org/%41?q=%zz%7C"),
        ("http://example.org/a\r\nX-Injected: 1", "http://example.org/aX-Injected:%201"),
    ],
)
def test_an_address_has_one_way_of_being_written(url: str, asked: str) -> None:
    assert target(url).url == asked


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://example.org:70/_x", "only http and https"),
        ("example.org/a", "only http and https"),
        ("https://me:secret@example.org/", "name or password"),
        ("https://@example.org/", "name or password"),
        ("http://good.example\\@bad.example/", "name or password"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:99999/", "no proper web address"),
        ("http://example.org:http/", "no proper web address"),
        ("http://[::1/", "no proper web address"),
        ("http://", "no proper name"),
        ("http://a..b/", "no proper name"),
        ("http://exa mple.org/", "no proper name"),
        ("http://127.0.0.1%2eexample.org/", "IPv6"),
        ("http://" + "a." * 200 + "org/", "no proper name"),
        ("http://example.org/" + "a" * 5_000, "longer than"),
    ],
)
def test_what_is_never_asked_for_is_refused_in_words(url: str, words: str) -> None:
    with pytest.raises(PageError, match=words):
        target(url)


def test_a_refusal_does_not_repeat_a_password() -> None:
    with pytest.raises(PageError) as error:
        target("https://me:secret@example.org/")
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://example.org/b"),
        ("c?d", "https://example.org/a/c?d"),
        ("//other.example/b", "https://other.example/b"),
        ("https:b", "https://example.org/a/b"),
        ("https://other.example/", "https://other.example/"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, url: str) -> None:
    assert redirected(target("https://example.org/a/"), location).url == url


@pytest.mark.parametrize("location", [None, "", "http://example.org/", "file:///a", "//[", "//a@b/", "//0x7f.1"])
def test_a_redirect_is_as_strictly_read_as_the_first_address(location: str | None) -> None:
    with pytest.raises(PageError):
        redirected(target("https://example.org/"), location)


def test_a_redirect_from_http_to_https_is_followed() -> None:
    assert redirected(target("http://example.org/"), "https://example.org/").scheme == "https"
