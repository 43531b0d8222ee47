"""A sample photo in a lesson."""

from __future__ import annotations

import pytest

from before_you_post.ui.lessons.photo import Photo


def test_a_published_photo_has_its_picture_its_caption_and_words_for_it() -> None:
    shown = Photo("quillfeather", "website/who-is-it/eyes-barred-before.jpg", "A bar over the eyes.")
    assert shown.pictures["photo"].startswith(b"\xff\xd8\xff")
    assert shown.given == {"alt": "A woman's face with a black bar over the eyes", "caption": "A bar over the eyes."}


def test_an_original_of_the_library_is_shown_by_its_name() -> None:
    shown = Photo("quillfeather", None, "Before", "P-101/nose-front-before.jpg")
    assert shown.given["alt"] == "A photo of the nose, before treatment"


def test_a_photo_that_is_not_there_is_an_error_of_the_lesson() -> None:
    with pytest.raises(KeyError):
        Photo("quillfeather", "website/nothing.jpg")
