"""A Google Business Profile gives photos, updates, and answers to reviews, which disclose in words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Reading
from before_you_post.sources.google_business import read, recognises

KEYS = ["reviews", "reviewReply", "comment", "name", "title", "media", "state", "createTime", "description", "summary"]
HOME = "Takeout/Google Business Profile/account-1/location-2"


def profile(folder: Path, files: dict[str, Any]) -> Path:
    for name, value in files.items():
        path = folder / HOME / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return folder


def review(reply: Any, number: str = "AbC") -> dict[str, Any]:
    return {
        "name": f"accounts/1/locations/2/reviews/{number}",
        "reviewer": {"displayName": "Zoë Quill"},
        "starRating": "ONE",
        "comment": "My nose hurts",
        "createTime": "2026-06-01T10:00:00Z",
        **({"reviewReply": reply} if reply is not None else {}),
    }


def reading(folder: Path) -> Reading:
    return read(Channel(name="google", folder=str(folder)), open_tree(folder))


def test_an_answer_to_a_review_is_a_post_in_words_without_the_reviewer(tmp_path: Path) -> None:
    reply = {"comment": "We were glad to treat you.", "updateTime": "2026-06-03T10:00:00.5Z"}
    profile(tmp_path, {"data.json": {"title": "Quillfeather"}, "reviews.json": {"reviews": [review(reply)]}})

    found = reading(tmp_path)

    assert found == Reading(
        posts=(
            Post(
                id="google/location-2/reviews/AbC",
                channel="google",
                source="google_business",
                title="Quillfeather: answer to a review",
                text="We were glad to treat you.",
                published_on=date(2026, 6, 3),
            ),
        )
    )
    assert "Zoë" not in repr(found)
    assert "nose" not in repr(found)


def test_reviews_without_an_answer_are_no_posts(tmp_path: Path) -> None:
    reviews = [review(None), review({}), review({"comment": "  "}), review("?"), "no review", None]
    profile(tmp_path, {"reviews-Token.json": {"reviews": reviews}, "reviews.json": {"reviews": None}})

    assert reading(tmp_path) == Reading()


def test_a_photo_is_read_with_what_lies_beside_it(tmp_path: Path) -> None:
    told = {
        "mediaFormat": "PHOTO",
        "description": "A nose",
        "createTime": "2026-06-03T10:00:00Z",
        "googleUrl": "https://maps.example/1",
        "sourceUrl": "https://quillfeather.example/nose.jpg",
    }
    profile(tmp_path, {"media-a1.json": told, "a1.jpeg": b"x", "media-b2.jpg": b"x", "media-b2.json": told})

    found = reading(tmp_path)

    assert [one.id for one in found.published] == [
        "google/location-2/a1.jpeg/a1.jpeg",
        "google/location-2/media-b2.jpg/media-b2.jpg",
    ]
    assert {(one.caption, one.url) for one in found.published} == {("A nose", "https://quillfeather.example/nose.jpg")}
    assert {post.published_on for post in found.posts} == {date(2026, 6, 3)}
    assert found.problems == ()


def test_an_update_shows_the_photos_beside_it(tmp_path: Path) -> None:
    told = {"summary": "New laser", "event": {"title": "Open day"}, "createTime": "2026-06-03T10:00:00Z", "media": [{}]}
    profile(tmp_path, {"localPost-9/data.json": told, "localPost-9/photo.png": b"x"})

    found = reading(tmp_path)

    assert [(post.id, post.text) for post in found.posts] == [("google/location-2/localPost-9", "Open day\nNew laser")]
    assert [one.post for one in found.published] == ["google/location-2/localPost-9"]
    assert found.problems == ()


def test_an_update_google_refused_is_counted(tmp_path: Path) -> None:
    profile(tmp_path, {"localPost-9/data.json": {"summary": "No", "state": "REJECTED"}})

    found = reading(tmp_path)

    assert found.posts == ()
    assert [problem.found for problem in found.problems] == ["1 update that Google refused"]


def test_descriptions_without_a_photo_and_unknown_files_are_said(tmp_path: Path) -> None:
    files = {"media-a1.json": {}, "localPost-9/data.json": {"media": [{}, {}]}, "questions.json": []}
    profile(tmp_path, files)

    missing, unknown = reading(tmp_path).problems

    assert "2 descriptions of photos without the photo beside" in missing.found
    assert "questions.json" in unknown.found


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b"<html>", b"7"])
def test_damaged_files_are_problems_and_the_rest_is_read(tmp_path: Path, data: bytes) -> None:
    names = ("data.json", "reviews-1.json", "media-a.json", "localPost-9/data.json")
    good = {"reviews.json": {"reviews": [review({"comment": "Thank you"})]}, "a.jpg": b"x"}
    profile(tmp_path, {**dict.fromkeys(names, data), **good})

    found = reading(tmp_path)

    assert [post.text for post in found.posts if post.text] == ["Thank you"]
    assert [one.file_name for one in found.published] == ["a.jpg"]
    assert len(found.problems) == (1 if data == b"7" else 4)


ANYTHING = some.recursive(
    some.none() | some.text() | some.integers(),
    lambda inner: some.lists(inner) | some.dictionaries(some.sampled_from(KEYS), inner),
    max_leaves=8,
)


@settings(max_examples=60)
@given(values=some.lists(ANYTHING, min_size=4, max_size=4))
def test_any_file_may_hold_anything(tmp_path_factory: Any, values: list[Any]) -> None:
    names = ("data.json", "reviews-1.json", "media-a.json", "localPost-9/data.json")
    good = {"reviews.json": {"reviews": [review({"comment": "Thank you"})]}, "a.jpg": b"x"}
    folder = profile(tmp_path_factory.mktemp("google"), {**dict(zip(names, values, strict=True)), **good})

    found = reading(folder)

    assert "Thank you" in [post.text for post in found.posts]
    assert "a.jpg" in [one.file_name for one in found.published]


def test_a_profile_is_recognised_by_its_folders(tmp_path: Path) -> None:
    assert recognises(open_tree(profile(tmp_path / "a", {"data.json": {}})))
    cut = tmp_path / "b/account-1/location-2"
    cut.mkdir(parents=True)
    assert not recognises(open_tree(tmp_path / "b"))
    (cut / "reviews.json").write_text("{}")
    assert recognises(open_tree(tmp_path / "b"))
    assert not recognises(open_tree(tmp_path / "b/account-1"))
