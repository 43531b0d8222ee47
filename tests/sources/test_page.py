"""The photos and the words of a page, as a visitor meets them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.sources.page import Shown, photo_addresses, plain_text, read_page

SITE = "https://quillfeather.example/wp-content/uploads"


def test_an_image_of_the_block_editor_is_shown_with_its_words() -> None:
    html = (
        f'<!-- wp:image {{"id":611}} --><figure class="wp-block-image"><a href="{SITE}/nose.jpg">'
        f'<img src="{SITE}/nose-300x200.jpg" srcset="{SITE}/nose-300x200.jpg 300w, {SITE}/nose-600x400.jpg 600w" '
        'alt="A nose" class="wp-image-611"/></a><figcaption>Six <em>weeks</em> on</figcaption></figure>'
    )

    assert read_page(html).shown[0] == Shown(
        urls=(
            f"{SITE}/nose-300x200.jpg",
            f"{SITE}/nose-300x200.jpg",
            f"{SITE}/nose-600x400.jpg",
            f"{SITE}/nose.jpg",
        ),
        attachment=611,
        alt_text="A nose",
        caption="Six weeks on",
    )


@pytest.mark.parametrize(
    "html",
    [
        '<!-- wp:gallery {"ids":[611,"612"]} /-->',
        '<!-- wp:media-text {"mediaId":611} --><!-- wp:cover {"id":612,"url":"x"} -->',
        "[gallery columns=2 ids='611, 612']",
        '[gallery include="611,612"]',
        '[vc_row][vc_single_image image="611"][before_after before="611" after="612"]',
        '<img data-id="611"><img class="size-full wp-image-612 alignleft">',
    ],
)
def test_photos_are_found_by_their_numbers(html: str) -> None:
    page = read_page(html)

    assert {shown.attachment for shown in page.shown} - {None} == {611, 612}
    assert not page.whole_gallery


def test_a_gallery_without_numbers_shows_everything_uploaded_to_the_page() -> None:
    assert read_page("[gallery]").whole_gallery
    assert not read_page("no gallery").whole_gallery


def test_the_words_of_a_caption_shortcode_belong_to_its_photo() -> None:
    page = read_page('[caption id="attachment_9" width="300"]<img src="/a.jpg"/> Zoë at six weeks[/caption]<p>End</p>')

    assert page.shown[0].caption == "Zoë at six weeks"
    assert page.text == "Zoë at six weeks\nEnd"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/a.jpg">see</a>',
        "<div style=\"background-image: url('/a.jpg')\"></div>",
        '<video src="/film.mp4" poster="/a.jpg"></video>',
        '<picture><source srcset="/a.jpg 1x"></picture>',
        '<img src="data:image/gif;base64,R0" data-lazy-src="/a.jpg">',
        '<a href="/a.jpg"><img alt=""></a>',
    ],
)
def test_photos_are_found_wherever_html_hides_them(html: str) -> None:
    assert "/a.jpg" in [url for shown in read_page(html).shown for url in shown.urls]


@pytest.mark.parametrize("html", ['<a href="/page">x</a>', '<a href="/a.pdf">x</a>', '<video src="/film.mp4">'])
def test_pages_and_films_are_no_photos(html: str) -> None:
    assert [url for shown in read_page(html).shown for url in shown.urls] == []


def test_addresses_are_found_in_the_settings_of_page_builders() -> None:
    settings = (
        '[{"url":"https:\\/\\/quillfeather.example\\/wp-content\\/uploads\\/a.jpg","x":"https://b.example/c.css"}]'
    )

    assert photo_addresses(settings) == (f"{SITE}/a.jpg",)
    assert photo_addresses(f"&quot;{SITE}/b.png?w=1&amp;h=2&quot;") == (f"{SITE}/b.png?w=1&h=2",)


def test_words_of_two_paragraphs_stay_two_words_and_code_is_no_text() -> None:
    html = "<style>p{}</style><p>Zoë <b>Qu</b>ill</p><p>six&nbsp;weeks<br>on</p>"
    html += "<script>alert('x')</script>tail<!-- no -->!"

    assert plain_text(html) == "Zoë Quill\nsix weeks\non\ntail!"


@pytest.mark.parametrize("html", ["", "  ", "<!-- only -->", "\x00", "<", "</p>", "<?xml version='1.0' encoding='x'?>"])
def test_a_page_with_nothing_on_it_says_nothing(html: str) -> None:
    assert read_page(html).shown == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<img src=",
                "'/a.jpg'",
                ">",
                "[gallery",
                " ids=",
                "]",
                "[caption",
                "[/caption]",
                "<!-- wp:x {",
                "} -->",
                '"id":',
                "9" * 30,
                "<figure>",
                "<figcaption>",
                "é",
                "\0",
                "&#0;",
                "&amp;",
                "url(",
                "style='",
                "<script>",
                "\\/",
            ]
        )
    ).map("".join)
)
def test_no_page_stops_the_reader(html: str) -> None:
    read_page(html)


@pytest.mark.parametrize(
    "piece", ["[caption", "[/caption][caption]", "[a ", "<div>", "url(", "https://", "<!-- wp:a {", "<a href='x'>"]
)
def test_a_page_made_to_be_slow_is_not(piece: str) -> None:
    read_page(piece * 30_000)
