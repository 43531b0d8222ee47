"""A website's own list of its pages, in every form it may have."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.website.content import TooLargeError
from before_you_post.website.sitemap import read_sitemap

HERE = "https://quillfeather.example/sitemap.xml"
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"


def urls(*locations: str, extra: str = "") -> bytes:
    entries = "".join(f"<url><loc>{location}</loc>{extra}</url>" for location in locations)
    return f'<?xml version="1.0"?><urlset xmlns="{SPACE}" xmlns:image="{IMAGES}">{entries}</urlset>'.encode()


def test_pages_are_read_with_the_photos_named_for_them_and_without_a_posting_day() -> None:
    extra = "<lastmod>2025-05-01</lastmod><image:image><image:loc>/n.jpg</image:loc></image:image>"
    pages, more = read_sitemap(urls(" https://quillfeather.example/a ", extra=extra), HERE, 10**6)
    assert [(page.address, page.photos, page.day) for page in pages] == [
        ("https://quillfeather.example/a", ("https://quillfeather.example/n.jpg",), None)
    ]
    assert more == ()


def test_a_list_of_lists_leads_to_further_lists() -> None:
    data = f'<sitemapindex xmlns="{SPACE}"><sitemap><loc>/two.xml.gz</loc></sitemap></sitemapindex>'.encode()
    pages, more = read_sitemap(data, HERE, 10**6)
    assert pages == ()
    assert [wanted.address for wanted in more] == ["https://quillfeather.example/two.xml.gz"]


def test_a_packed_list_is_unpacked() -> None:
    assert len(read_sitemap(gzip.compress(urls("/a", "/b")), HERE, 10**6)[0]) == 2


def test_a_packed_bomb_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read_sitemap(gzip.compress(urls("/a") + b" " * 10**7), HERE, 10**6)


def test_a_plain_list_of_lines_is_read() -> None:
    pages, _ = read_sitemap(b"\xef\xbb\xbfhttps://quillfeather.example/a\nnonsense\n", HERE, 10**6)
    assert [page.address for page in pages] == ["https://quillfeather.example/a"]


@pytest.mark.parametrize("data", [b"<html><body>Not found</body></html>", b"<urlset><url><loc>/a</loc></ur"])
def test_what_is_no_sitemap_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="no "):
        read_sitemap(data, HERE, 10**6)


def test_entities_are_not_expanded_and_no_file_is_read() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE x [<!ENTITY e0 "/long">{bomb}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    data += "<urlset><url><loc>/&e11;</loc></url><url><loc>/&f;</loc></url><url><loc>/a</loc></url></urlset>"
    try:
        pages, _ = read_sitemap(data.encode(), HERE, 10**6)
    except ValueError:
        return
    assert {page.address for page in pages} <= {"https://quillfeather.example/", "https://quillfeather.example/a"}


@given(st.lists(st.one_of(st.text(max_size=10), st.sampled_from(["<urlset>", "<url>", "<loc>", "</loc>", "</url>"]))))
def test_no_list_makes_it_fail_otherwise(parts: list[str]) -> None:
    try:
        read_sitemap("".join(parts).encode("utf-8", "replace"), HERE, 10**6)
    except ValueError as error:
        assert str(error).startswith("no ")
