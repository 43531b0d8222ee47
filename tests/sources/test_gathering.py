"""Names stay apart and stay the same, and what is missing is said once."""

from __future__ import annotations

from pathlib import Path

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel
from before_you_post.sources.gathering import Gathering


def gathering(folder: Path) -> Gathering:
    return Gathering(Channel(name="x", folder=str(folder)), "test", open_tree(folder))


def test_posts_and_photos_of_one_name_are_numbered_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    found = gathering(tmp_path)

    for _ in range(3):
        post = found.post("june")
    found.photo(post, "a.jpg")
    found.photo(post, "a.jpg")

    assert [one.id for one in found.reading().posts] == ["x/june", "x/june~2", "x/june~3"]
    assert [one.id for one in found.reading().published] == ["x/june~3/a.jpg", "x/june~3/a.jpg~2"]


def test_names_are_given_quickly_however_many_are_alike(tmp_path: Path) -> None:
    found = gathering(tmp_path)

    ids = {found.post("june").id for _ in range(20_000)}

    assert len(ids) == 20_000


def test_a_missing_file_is_a_photo_where_it_should_lie(tmp_path: Path) -> None:
    found = gathering(tmp_path)
    found.photo(found.post("june"), "media/gone.jpg")

    reading = found.reading()

    assert [one.path for one in reading.published] == [str(tmp_path / "media/gone.jpg")]
    assert [problem.found for problem in reading.problems] == ["1 media file of the export missing: 'media/gone.jpg'"]


def test_what_is_set_apart_is_counted_by_kind(tmp_path: Path) -> None:
    found = gathering(tmp_path)
    for one, many in (("draft", "drafts"), ("story", "stories"), ("draft", "drafts")):
        found.set_apart(one, many, "Nothing to do.")

    assert [problem.found for problem in found.reading().problems] == ["2 drafts", "1 story"]
