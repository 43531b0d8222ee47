"""Every way a page shows a photo is found, and nothing but web addresses comes out."""

from __future__ import annotations

import time
from datetime import date
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from before_you_post.website.html import see

PAGE = "https://quillfeather.example/gallery/"
OWN = "https://quillfeather.example"


def photos(html: str) -> list[tuple[str, ...]]:
    return [tuple(place.removeprefix(OWN) for place in sizes) for sizes in see(html.encode(), "utf-8", PAGE).photos]


def every(html: str) -> set[str]:
    return {place for sizes in photos(html) for place in sizes}


@pytest.mark.parametrize(
    "html",
    [
        "<img src='/n.jpg'>",
        "<img src=' /n.jpg\n'>",
        "<IMG SRC=/n.jpg>",
        "<img src='../n.jpg'>",
        "<base href='/'><img src='n.jpg'>",
        "<img src='dot.gif' data-src='/n.jpg'>",
        "<img data-lazy-src='/n.jpg'>",
        "<img data-srcset='/n.jpg 800w'>",
        "<img data-orig-file='/n.jpg'>",
        "<noscript><img src='/n.jpg'></noscript>",
        "<picture><source srcset='/n.jpg' media='(min-width: 9em)'><img src='/m.jpg'></picture>",
        "<div style='color:red;background-image:url(/n.jpg)'></div>",
        "<div style='background:url(&quot;/n.jpg&quot;)'></div>",
        "<style>.hero{background:url( '/n.jpg' ) no-repeat}</style>",
        "<section data-bg='/n.jpg'></section>",
        "<section data-background-image='url(/n.jpg)'></section>",
        "<div data-bgset='/n.jpg 1x'></div>",
        '<div data-settings=\'{"image":"https:\\/\\/quillfeather.example\\/n.jpg"}\'></div>',
        "<meta property='og:image' content='/n.jpg'>",
        "<meta name='twitter:image' content='/n.jpg'>",
        "<meta itemprop='image' content='/n.jpg'>",
        "<link rel='image_src' href='/n.jpg'>",
        "<link rel='preload' as='image' imagesrcset='/n.jpg 1x'>",
        '<script type=\'application/ld+json\'>{"@graph":[{"image":{"url":"/n.jpg"}}]}</script>',
        '<script type=\'application/ld+json\'>{"image":["/n.jpg"]}</script>',
        '<script>var photos=["https:\\/\\/quillfeather.example\\/n.jpg"]</script>',
        "<a href='/n.jpg'>larger</a>",
        "<a href='/n.jpg?x=1#y'>larger</a>",
        "<video poster='/n.jpg'></video>",
        "<input type=image src='/n.jpg'>",
        "<object data='/n.jpg'></object>",
        "<svg><image xlink:href='/n.jpg'/></svg>",
        "<table background='/n.jpg'><tr><td></table>",
        "<!-- <img src='https://quillfeather.example/n.jpg'> -->",
    ],
)
def test_a_photo_is_found_however_it_is_shown(html: str) -> None:
    assert {place.partition("?")[0] for place in every(html)} >= {"/n.jpg"}


def test_the_sizes_of_one_image_are_one_photo_the_largest_first() -> None:
    assert photos("<img src='/n.jpg' srcset='/n-3.jpg 300w, /n-9.jpg 900w,/n,6.jpg 600w'>") == [
        ("/n-9.jpg", "/n,6.jpg", "/n-3.jpg", "/n.jpg")
    ]


def test_the_grey_dot_in_front_of_a_lazy_photo_is_no_size_of_it() -> None:
    found = photos("<img src='/dot.gif' data-src='/n.jpg' data-srcset='/n-9.jpg 900w'>")
    assert ("/n-9.jpg", "/n.jpg") in found
    assert all("/dot.gif" not in sizes or sizes == ("/dot.gif",) for sizes in found)


def test_formats_of_a_picture_are_one_photo_and_other_crops_are_not() -> None:
    formats = photos("<picture><source type='image/webp' srcset='/n.webp'><img src='/n.jpg'></picture>")
    assert ("/n.jpg", "/n.webp") in formats
    crops = photos("<picture><source media='(max-width: 9em)' srcset='/face.jpg'><img src='/n.jpg'></picture>")
    assert not any({"/face.jpg", "/n.jpg"} <= set(sizes) for sizes in crops)


def test_fonts_and_scripts_are_no_photos() -> None:
    assert (
        every("<style>@font-face{src:url(/f.woff2)}</style><script src='/a.js'></script><a href='/b.html'>b</a>")
        == set()
    )


def test_a_colour_a_number_and_a_name_are_no_addresses() -> None:
    assert (
        every("<div data-bg='#ffffff'></div><section data-background=dark></section><img data-image=7 data-img=x>")
        == set()
    )


def test_the_name_of_a_photo_in_linked_data_is_not_its_address() -> None:
    graph = '{"primaryImageOfPage":{"@id":"https://quillfeather.example/a/#primaryimage"}}'
    assert every(f"<script type='application/ld+json'>{graph}</script>") == set()


def test_links_and_wordpress_s_interface_are_found() -> None:
    seen = see(
        b"<link rel='https://api.w.org/' href='/blog/wp-json/'><a href=next>n</a><a href='mailto:x@y.example'>m</a>"
        b"<iframe src='/frame'></iframe><a href='javascript:alert(1)'>j</a>",
        "utf-8",
        PAGE,
    )
    assert seen.links == (f"{OWN}/gallery/next", f"{OWN}/frame")
    assert seen.rest_root == f"{OWN}/blog/wp-json/"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta property='article:published_time' content='2025-05-01T23:30:00-07:00'>", date(2025, 5, 1)),
        ('<script type=\'application/ld+json\'>{"datePublished":"2024-02-29"}</script>', date(2024, 2, 29)),
        ("<time itemprop='datePublished' content='2023-01-02'></time>", date(2023, 1, 2)),
        ("<meta property='article:modified_time' content='2025-05-01'>", None),
        ("<meta property='article:published_time' content='last spring'>", None),
    ],
)
def test_the_posting_day_is_what_the_page_says_and_never_when_it_was_changed(head: str, day: date | None) -> None:
    assert see(head.encode(), "utf-8", PAGE).day == day


def test_the_title_is_the_one_for_sharing_else_the_page_s_own() -> None:
    assert see(b"<title>A | Site</title><meta property='og:title' content=' A  b '>", "utf-8", PAGE).title == "A b"
    assert see(b"<title>A\n| Site</title>", "utf-8", PAGE).title == "A | Site"


@pytest.mark.parametrize(
    "html",
    [
        "<img srcset='" + "," * 200_000 + "'>",
        "<style>" + "url(" * 200_000 + "</style>",
        "<div>" * 100_000 + "<img src=/n.jpg>",
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script>",
        "<img src='/n.jpg'" + " a" * 100_000 + ">",
        "https://" * 100_000,
    ],
    ids=["commas", "styles", "nesting", "json", "attributes", "addresses"],
)
def test_a_page_made_to_be_slow_is_read_in_seconds(html: str) -> None:
    begun = time.monotonic()
    photos(html)
    assert time.monotonic() - begun < 5


MARKUP = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(["<", ">", "='", "'", '"', "/", "&quot;", "<!--", "-->", "url(", ")", ",", " 2x", "//", "\\"]),
        st.sampled_from(["<img src=", "<img srcset='", "<a href='", "<style>", "<div style='", "<base href='", "\0"]),
        st.sampled_from(["<script type='application/ld+json'>", '{"image":', "<meta property='og:image' content='"]),
        st.sampled_from(["http://", "https://[", "javascript:", "data:image/png;base64,", "file:///", "a.jpg", "%zz"]),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKUP, st.sampled_from(["utf-8", "utf-16", "cp1252", "shift_jis"]))
@example("<img src='javascript:a.jpg'><a href='file:///a.jpg'><img src='//[::1/a.jpg'>", "utf-8")
@example("<base href='file:///etc/'><img src='a.jpg'>", "utf-8")
def test_no_page_makes_it_fail_or_yields_another_scheme(html: str, encoding: str) -> None:
    seen = see(html.encode("utf-8", "surrogatepass"), encoding, PAGE)
    for address in (*seen.links, *(place for sizes in seen.photos for place in sizes)):
        parts = urlsplit(address)
        assert parts.scheme in ("http", "https")
        assert parts.hostname
        assert address.isascii()
        assert not set(address) & set(' \t\r\n"<>\\#')
