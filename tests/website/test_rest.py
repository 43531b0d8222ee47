"""WordPress's own lists are read whatever they hold."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.website import rest

ROOT = "https://quillfeather.example/wp-json/"
LIST = f"{ROOT}wp/v2/posts?per_page=100&page=1"


def test_every_kind_the_website_opens_is_asked_for_and_its_machinery_is_not() -> None:
    kinds = {
        "post": {"rest_base": "posts", "rest_namespace": "wp/v2"},
        "patients": {"rest_base": "before-after"},
        "wp_block": {"rest_base": "blocks"},
        "nav_menu_item": {"rest_base": "menu-items"},
        "evil": {"rest_base": "../../x?y"},
        "odd": "nothing",
    }
    found = [wanted.address for wanted in rest.lists_of(json.dumps(kinds).encode(), ROOT)]
    assert found[:2] == [LIST, f"{ROOT}wp/v2/before-after?per_page=100&page=1"]
    assert all(address.startswith(f"{ROOT}wp/v2/") or "x%3Fy" in address for address in found)
    assert len(found) == 2


def test_an_interface_without_pretty_addresses_is_asked_all_the_same() -> None:
    root = "https://quillfeather.example/?rest_route=/"
    assert rest.types_address(root) == "https://quillfeather.example/?rest_route=/wp/v2/types"
    found = rest.lists_of(b'{"post":{"rest_base":"posts"}}', root)
    assert found[0].address == "https://quillfeather.example/?rest_route=/wp/v2/posts&per_page=100&page=1"


@pytest.mark.parametrize(("told", "pages"), [("3", [2, 3]), ("1", []), ("0", []), ("", []), ("many", []), ("-2", [])])
def test_further_lists_are_as_many_as_the_website_tells(told: str, pages: list[int]) -> None:
    assert [wanted.address for wanted in rest.further_lists(LIST, told)] == [f"{LIST[:-1]}{page}" for page in pages]


def test_only_the_first_list_leads_to_further_ones() -> None:
    assert rest.further_lists(LIST[:-1] + "2", "3") == ()


def test_a_page_has_its_day_title_and_every_photo_it_speaks_of() -> None:
    entry = {
        "type": "post",
        "link": "https://quillfeather.example/rhinoplasty/",
        "status": "publish",
        "date": "2025-05-01T23:59:00",
        "title": {"rendered": "Nose &amp; chin"},
        "content": {"rendered": '<img src="https://quillfeather.example/u/n.jpg">'},
        "acf": {"before": {"url": "https://cdn.example/b.jpg?w=1&h=2"}},
        "featured_media": 7,
    }
    (page,), media = rest.read_list(json.dumps([entry]).encode(), LIST)
    assert (page.day, page.title, page.attachment, media) == (date(2025, 5, 1), "Nose & chin", 7, ())
    assert page.photos == ("https://quillfeather.example/u/n.jpg", "https://cdn.example/b.jpg?w=1&h=2")


def test_a_photo_of_the_library_comes_with_its_sizes_and_what_was_uploaded() -> None:
    entry = {
        "id": 7,
        "type": "attachment",
        "media_type": "image",
        "source_url": "https://quillfeather.example/u/n-scaled.jpg",
        "alt_text": "A nose",
        "caption": {"rendered": "<p>After</p>"},
        "date": "2025-04-30T10:00:00",
        "media_details": {
            "original_image": "n.jpg",
            "sizes": {"medium": {"source_url": "https://quillfeather.example/u/n-300x200.jpg"}, "odd": None},
        },
    }
    pages, (media,) = rest.read_list(json.dumps([entry]).encode(), LIST)
    assert pages == ()
    assert media.sizes == ("https://quillfeather.example/u/n-300x200.jpg", "https://quillfeather.example/u/n.jpg")
    assert (media.number, media.alt_text, media.caption, media.day) == (7, "A nose", "<p>After</p>", date(2025, 4, 30))


@pytest.mark.parametrize("data", [b"", b"<html>", b"[]", b"{}", b'{"code":"rest_no_route"}', b"[" * 100_000])
def test_what_is_no_list_of_kinds_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        rest.lists_of(data, ROOT)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("id", "type", "link", "status", "date", "title", "source_url", "media_details", "featured_media")
ENTRY = st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, JSON))


@given(st.lists(ENTRY | JSON, max_size=3))
def test_entries_of_any_shape_are_read_or_passed_over(entries: list[Any]) -> None:
    pages, media = rest.read_list(json.dumps(entries).encode(), LIST)
    assert all(one.address.startswith("http") for one in (*pages, *media))
