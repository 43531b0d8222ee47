"""A sample photo in a lesson."""

from __future__ import annotations

import pytest

from before_you_post.ui.lessons.photo import Photo
from served_dashboard import wait_until
from trying import ask


def test_a_published_photo_has_its_picture_its_caption_and_words_for_it() -> None:
    shown = Photo("quillfeather", "website/who-is-it/eyes-barred-before.jpg", "A bar over the eyes.")
    assert (shown.arrived, shown.pictures) == (False, {})
    shown.fetch()
    assert shown.arrived
    assert shown.pictures["photo"].startswith(b"\xff\xd8\xff")
    assert shown.given == {"alt": "A woman's face with a black bar over the eyes", "caption": "A bar over the eyes."}


def test_an_original_of_the_library_is_shown_by_its_name() -> None:
    shown = Photo("quillfeather", None, "Before", "P-101/nose-front-before.jpg")
    shown.fetch()
    assert shown.given["alt"] == "A photo of the nose, before treatment"


def test_the_page_gets_the_picture_when_it_is_shown_and_asks_once() -> None:
    shown = Photo("quillfeather", "website/who-is-it/eyes-barred-before.jpg")
    ask(shown, do="here")
    ask(shown, do="here")
    assert wait_until(lambda: shown.arrived)
    assert list(shown.pictures) == ["photo"]


def test_a_learner_is_told_where_the_picture_cannot_be_had() -> None:
    shown = Photo("quillfeather", "website/nothing.jpg")
    ask(shown, do="here")
    assert wait_until(lambda: shown.trouble != "")
    assert "fault in this program" in shown.trouble


def test_a_photo_that_is_not_there_is_an_error_of_the_lesson() -> None:
    with pytest.raises(KeyError):
        Photo("quillfeather", "website/nothing.jpg").fetch()
