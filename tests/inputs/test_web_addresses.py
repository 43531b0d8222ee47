"""Web addresses get one spelling, and the website's own are told from others'."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.inputs.web_addresses import OwnSite, absolute, served_name

PAGE = "https://x.example/a/b.html"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../c d.jpg", "https://x.example/c%20d.jpg"),
        ("//cdn.example/q", "https://cdn.example/q"),
        ("HTTP://X.Example:80/a/../../b?x=1#f", "http://x.example/b?x=1"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
        ("/%2e%2e/a//b", "https://x.example/a//b"),
        ("%7Eq/%2f", "https://x.example/a/~q/%2F"),
        ("a%zz", "https://x.example/a/a%25zz"),
        ("ü.jpg", "https://x.example/a/%C3%BC.jpg"),
        ("https://müller.example", "https://xn--mller-kva.example/"),
        ("img\\n.jpg", "https://x.example/a/img/n.jpg"),
        ("https://x.example\\@evil.example/", "https://x.example/@evil.example/"),
        ("http://x.example//evil.example/b", "http://x.example//evil.example/b"),
        ("?p=1", "https://x.example/a/b.html?p=1"),
        (" \n/n.j\npg\t", "https://x.example/n.jpg"),
        ("/a/b/..", "https://x.example/a/"),
    ],
)
def test_an_address_gets_the_spelling_a_browser_would_ask_for(written: str, meant: str) -> None:
    assert absolute(written, PAGE) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "javascript:alert(1)",
        "data:image/png;base64,x",
        "file:///etc/passwd",
        "ftp://x.example/",
        "https://user:secret@x.example/",
        "http://x.example:99999/",
        "http://[::1/",
        "http://a b/",
        "x" * 5000,
    ],
)
def test_what_is_no_web_address_is_none(written: str) -> None:
    assert absolute(written, PAGE) is None


@given(st.text(max_size=60))
def test_an_address_in_one_spelling_stays_as_it_is(written: str) -> None:
    address = absolute(written, PAGE)
    if address is not None:
        assert absolute(address, "http://other.example/") == address
        assert address.isascii()
        assert urlsplit(address).scheme in ("http", "https")


@given(st.text(alphabet="/.\\%2eab", max_size=30))
def test_no_way_up_is_left_in_a_path(written: str) -> None:
    address = absolute(written, PAGE)
    assert address is None or not {".", ".."} & set(urlsplit(address).path.split("/"))


def test_the_served_name_is_what_a_person_reads() -> None:
    assert served_name("https://x.example/u/Jane%20Doe.jpg?x=1") == "Jane Doe.jpg"
    assert served_name("https://x.example/u/") == ""


def test_the_same_host_is_the_same_website_on_either_scheme_but_not_on_another_port() -> None:
    site = OwnSite.of("https://x.example/")
    assert site.owns("http://x.example/a")
    assert not site.owns("https://x.example:8443/a")
    assert not site.owns("https://www.x.example/a")
    assert not site.owns("https://x.example.evil.example/a")
    assert not OwnSite.of("http://x.example:8080/").owns("https://x.example:8080/")


def test_own_addresses_take_the_spelling_of_the_origin() -> None:
    site = OwnSite("https://www.x.example", frozenset({"x.example", "www.x.example"}))
    assert site.find("http://x.example/n.jpg", PAGE) == "https://www.x.example/n.jpg"
    assert site.find("https://cdn.example/n.jpg", PAGE) == "https://cdn.example/n.jpg"


def test_a_photo_shown_through_the_jetpack_relay_is_asked_for_at_home() -> None:
    site = OwnSite.of(PAGE)
    assert site.find("https://i0.wp.com/x.example/u/n.jpg?w=300", PAGE) == "https://x.example/u/n.jpg"
    assert site.find("https://i0.wp.com/y.example/u/n.jpg", PAGE) == "https://i0.wp.com/y.example/u/n.jpg"


@pytest.mark.parametrize(
    ("asked", "to", "origin"),
    [
        ("http://x.example/", "https://x.example/", "https://x.example"),
        ("https://x.example/", "https://www.x.example/home", "https://www.x.example"),
        ("http://www.x.example/", "https://x.example/", "https://x.example"),
        ("https://x.example/", "https://x.example.evil.example/", None),
        ("https://x.example/", "https://blog.x.example/", None),
        ("https://x.example/", "http://169.254.169.254/", None),
        ("https://x.example/", "https://x.example:8443/", None),
        ("http://x.example:8080/", "http://www.x.example:8080/", None),
    ],
)
def test_a_website_moves_only_to_https_and_to_its_twin(asked: str, to: str, origin: str | None) -> None:
    moved = OwnSite.of(asked).moved(to)
    assert (moved.origin if moved else None) == origin
