"""What hides in a sample file, by the readers of the audit."""

from __future__ import annotations

import pytest

from before_you_post.ui.lessons.reveal import Reveal, hidden
from before_you_post.ui.lessons.sample_cases import path_of
from trying import ask

WITH_PLACE = "website/ink-and-light/upper-arm-session-3.jpg"
WITH_THUMBNAIL = "website/when-to-worry/lesion-close-before.jpg"


def test_place_time_device_and_program_are_told_each_with_why_it_matters() -> None:
    shown = ask(Reveal("quillfeather", WITH_PLACE), do="look")
    groups = {group["name"]: group for group in shown["groups"]}
    assert list(groups) == ["Where it was taken", "When it was taken", "What took it", "Programs and versions"]
    assert "degrees north" in groups["Where it was taken"]["items"][0]["value"]
    assert all(len(group["why"]) > 20 for group in groups.values())


def test_a_thumbnail_of_the_uncropped_photo_is_brought_out() -> None:
    widget = Reveal("quillfeather", WITH_THUMBNAIL)
    shown = ask(widget, do="look")
    [item] = shown["groups"][0]["items"]
    assert "It shows more than the photo" in item["value"]
    assert widget.pictures[item["picture"]].startswith(b"\xff\xd8\xff")


def test_a_clean_file_is_said_to_hold_nothing_that_was_found() -> None:
    values, pictures = hidden(path_of("quillfeather", photo="website/who-is-it/eyes-barred-before.jpg"))
    assert values["said"] == "Nothing was found beside it."
    assert (values["groups"], pictures) == ([], {})


def test_an_original_of_the_library_can_be_looked_into_too() -> None:
    widget = Reveal("quillfeather", "P-101/nose-front-before.jpg")
    widget.fetch()
    assert widget.given["where"] == "The original, as it lies in the library"
    assert ask(widget, do="look")["groups"] != []


def test_nothing_is_looked_at_before_the_learner_asks() -> None:
    assert Reveal("quillfeather", WITH_PLACE).shown is None


def test_a_file_that_is_not_there_is_an_error_of_the_lesson() -> None:
    with pytest.raises(KeyError):
        Reveal("quillfeather", "website/nothing.jpg").fetch()
