"""Which photos a form describes is read as it is written; “any” is read too, and describes none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.practice.photo_scopes import FILE, PHOTOS, inside
from before_you_post.records import PhotoKind, PhotoScope

BEFORE, AFTER = PhotoKind.BEFORE, PhotoKind.AFTER


@pytest.mark.parametrize(
    ("cell", "scopes"),
    [
        ("before", [PhotoScope(kind=BEFORE)]),
        ("Before; After nose", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER, area="nose")]),
        ("before and after", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER)]),
        ("before/after photos upper lip", [PhotoScope(kind=kind, area="upper lip") for kind in (BEFORE, AFTER)]),
        ("before photos", [PhotoScope(kind=BEFORE)]),
        ("all before photos of the nose", [PhotoScope(kind=BEFORE, area="nose")]),
        ("2026\\before nose.jpg", [PhotoScope(original="2026/before nose.jpg")]),
        ("B4; post-op nose", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER, area="nose")]),
        ("Pre-Op/Post-Op photos", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER)]),
    ],
)
def test_photos_are_described_by_kind_and_area_or_by_name(cell: str, scopes: list[PhotoScope]) -> None:
    assert PHOTOS.read(cell) == tuple(scopes)


@pytest.mark.parametrize(
    "cell", ["any", "All", "all photos", "any and all media", "Any photos, videos and images of me", "everything"]
)
def test_any_photo_is_read_as_it_is_written_and_describes_none(cell: str) -> None:
    assert PHOTOS.read(cell) == (PhotoScope(),)


def test_none_is_an_answer_and_nothing_is_none() -> None:
    assert PHOTOS.read("None") == ()
    assert PHOTOS.read(";") is None


@pytest.mark.parametrize(
    "cell",
    ["post", "beforehand", "nose", "anyone", "before; bfore nose", "before; none", "../secret.jpg", "/etc/a.jpg"],
)
def test_a_description_that_could_mean_anything_is_refused_whole(cell: str) -> None:
    with pytest.raises(ValueError):
        PHOTOS.read(cell)


@pytest.mark.parametrize(
    "path", ["../a.jpg", "a/../../b.jpg", "/a.jpg", "C:\\a.jpg", "\\\\server\\a.jpg", "a\0.jpg", "."]
)
def test_a_path_that_leaves_the_library_is_refused(path: str) -> None:
    with pytest.raises(ValueError):
        inside(path)


@given(st.text(max_size=60))
def test_whatever_stands_there_is_read_or_refused(cell: str) -> None:
    for kind in (FILE, PHOTOS):
        try:
            value = kind.read(cell)
        except ValueError:
            continue
        for scope in value if kind is PHOTOS and value else ():
            assert scope.original is None or ".." not in scope.original.split("/")
