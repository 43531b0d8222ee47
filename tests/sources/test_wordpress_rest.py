"""Saved answers of WordPress's own lists are joined with the uploads as an export is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources import read as read_channel
from before_you_post.sources.wordpress_rest import read, recognises
from invented_website import UPLOADS, item, website


def entry(number: int = 1, content: str = "", kind: str = "post", **fields: Any) -> dict[str, Any]:
    return {
        "id": number,
        "date": "2026-06-03T10:00:00",
        "guid": {"rendered": f"https://quillfeather.example/?p={number}"},
        "slug": f"page-{number}",
        "status": "publish",
        "type": kind,
        "link": f"https://quillfeather.example/page-{number}/",
        "title": {"rendered": f"Page &amp; {number}"},
        "content": {"rendered": content, "protected": False},
        **fields,
    }


def medium(number: int, file: str, parent: int | None = None, **fields: Any) -> dict[str, Any]:
    told = {"alt_text": "A nose", "caption": {"rendered": "<p>Zoë</p>"}, "media_type": "image", "post": parent}
    told |= {"media_details": {"file": file}, "source_url": f"{UPLOADS}/{file}", "status": "inherit"}
    return entry(number, kind="attachment", **(told | fields))


def saved(folder: Path, *files: str, **lists: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in lists.items():
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    for name in files:
        path = folder / "uploads" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def reading(folder: Path) -> Reading:
    return read(Channel(name="website", folder=str(folder)), open_tree(folder))


def test_a_page_and_its_photo_are_read_with_all_their_words(tmp_path: Path) -> None:
    page = entry(1, f'<p>Six weeks on.</p><img class="wp-image-9" src="{UPLOADS}/2026/06/nose.jpg">')
    saved(tmp_path, "2026/06/nose.jpg", posts=[page], media=[medium(9, "2026/06/nose.jpg")])

    assert reading(tmp_path) == Reading(
        posts=(
            Post(
                id="website/page-1",
                channel="website",
                source="wordpress_rest",
                title="Page & 1",
                text="Six weeks on.",
                url="https://quillfeather.example/page-1/",
                published_on=date(2026, 6, 3),
            ),
        ),
        published=(
            Published(
                id="website/page-1/nose.jpg",
                post="website/page-1",
                path=str(tmp_path / "uploads/2026/06/nose.jpg"),
                file_name="nose.jpg",
                caption="Zoë",
                alt_text="A nose",
                url=f"{UPLOADS}/2026/06/nose.jpg",
                other_names=("Page & 9",),
            ),
        ),
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"featured_media": 9},
        {"acf": {"before": f"{UPLOADS}/a.jpg"}},
        {"meta": [{"gallery": [f"{UPLOADS}/a.jpg"]}]},
        {"content": {"rendered": f'<img srcset="{UPLOADS}/a.jpg 2x">'}},
        {"kind": "ll_before_after", "featured_media": 9},
    ],
)
def test_photos_are_joined_to_their_page_however_it_names_them(tmp_path: Path, fields: dict[str, Any]) -> None:
    saved(tmp_path, "a.jpg", cases=[entry(1, **fields)], media_1=[medium(9, "a.jpg")])

    assert [one.id for one in reading(tmp_path).published] == ["website/page-1/a.jpg"]


def test_photos_no_page_shows_and_photos_without_a_file_are_published_too(tmp_path: Path) -> None:
    saved(tmp_path, "forgotten.jpg", media=[medium(9, "2026/06/gone.jpg")])

    found = reading(tmp_path)

    assert sorted(one.id for one in found.published) == [
        "website/uploads-not-shown/forgotten.jpg",
        "website/uploads-not-shown/gone.jpg",
    ]
    assert "gone.jpg" in found.problems[0].found


def test_lists_that_overlap_are_read_once_and_single_items_are_lists_of_one(tmp_path: Path) -> None:
    saved(tmp_path, posts_1=[entry(1), entry(2)], posts_2=[entry(2), entry(3)], page=entry(4, kind="page"))

    assert [post.id for post in reading(tmp_path).posts] == [
        "website/page-4",
        "website/page-1",
        "website/page-2",
        "website/page-3",
    ]


def test_what_the_public_cannot_see_is_left_out_and_counted(tmp_path: Path) -> None:
    saved(tmp_path, posts=[entry(1), entry(2, status="draft"), entry(3, status="private")])

    found = reading(tmp_path)

    assert [post.id for post in found.posts] == ["website/page-1"]
    assert "2 items that the public cannot see" in found.problems[0].found


def test_entries_without_a_number_or_kind_are_said(tmp_path: Path) -> None:
    bare = {"id": 5, "slug": "a", "title": {"rendered": "a"}}
    saved(tmp_path, posts=[entry(1), bare, {**entry(2), "id": True}])

    found = reading(tmp_path)

    assert len(found.posts) == 1
    assert [problem.found for problem in found.problems] == ["2 entries without a number or a kind, not read"]


def test_an_export_file_beside_says_the_same_and_is_read_instead(tmp_path: Path) -> None:
    saved(website(tmp_path, item(1)), posts=[entry(1)])

    found = read_channel(Channel(name="website", folder=str(tmp_path)))

    assert not recognises(open_tree(tmp_path))
    assert [post.source for post in found.posts] == ["wordpress"]


@pytest.mark.parametrize("value", [[], {}, [{"media": [{"uri": "a.jpg"}]}], "rendered", {"id": 1, "slug": ""}])
def test_other_json_is_not_recognised(tmp_path: Path, value: Any) -> None:
    saved(tmp_path, posts_1=value)

    assert not recognises(open_tree(tmp_path))


def test_a_list_cut_short_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    saved(tmp_path, pages=[entry(1, kind="page")])
    (tmp_path / "posts.json").write_text(json.dumps([entry(2)])[:-3])

    found = reading(tmp_path)

    assert [post.id for post in found.posts] == ["website/page-1"]
    assert ["no JSON" in problem.found for problem in found.problems] == [True]


def test_a_list_nested_beyond_reason_is_read_or_a_problem(tmp_path: Path) -> None:
    for depth in (300, 900, 950, 980, 100_000):
        folder = saved(tmp_path / str(depth))
        text = json.dumps([entry(1)])[:-2] + ', "acf": ' + "[" * depth + "]" * depth + "}]"
        (folder / "posts.json").write_text(text)

        found = reading(folder)

        assert len(found.posts) + len(found.problems) == 1


ANYTHING = some.recursive(some.none() | some.text() | some.integers() | some.booleans(), some.lists, max_leaves=5)
FIELDS = ["date", "status", "link", "title", "content", "slug", "featured_media", "media_details", "source_url", "post"]


@settings(max_examples=60)
@given(field=some.sampled_from(FIELDS), value=ANYTHING)
def test_any_field_may_be_anything(tmp_path_factory: Any, field: str, value: object) -> None:
    folder = saved(
        tmp_path_factory.mktemp("rest"),
        "a.jpg",
        posts=[entry(1), entry(2, **{field: value})],
        media=[medium(8, "a.jpg"), medium(9, "b.jpg", **{field: value})],
    )

    assert "website/page-1" in [post.id for post in reading(folder).posts]
