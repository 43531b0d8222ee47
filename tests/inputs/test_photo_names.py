"""A photo is found by its name as somebody wrote it, and never by the name of another."""

from __future__ import annotations

import unicodedata

from before_you_post.inputs.photo_names import PhotoNames


def test_capitals_accents_and_slashes_do_not_matter() -> None:
    names = PhotoNames.of("originals", [unicodedata.normalize("NFD", "Zoë/NOSE.jpg")])

    assert names.find("zoë\\nose.JPG") == unicodedata.normalize("NFD", "Zoë/NOSE.jpg")
    assert names.find("originals/zoë/nose.jpg") is not None
    assert names.find("./Zoë/nose.jpg") is not None
    assert names.find("zoe/nose.jpg") is None


def test_two_photos_that_differ_only_in_capitals_are_told_apart() -> None:
    names = PhotoNames.of("originals", ["a.jpg", "A.jpg"])

    assert names.find("A.jpg") == "A.jpg"
    assert names.find("A.JPG") is None
