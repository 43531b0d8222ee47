"""The programs of the audit on one sample photo: what they found, and what nobody looked for."""

from __future__ import annotations

from typing import Any

import pytest

from before_you_post.records import PhotoFacts
from before_you_post.report import labels
from before_you_post.ui.lessons.check import Check
from trying import ask

BARRED = "website/who-is-it/eyes-barred-before.jpg"


@pytest.fixture(scope="module")
def shown() -> Any:
    return ask(Check("quillfeather", BARRED), do="look")


def test_a_face_behind_a_bar_is_found_and_boxed(shown: Any) -> None:
    assert [box["kind"] for box in shown["boxes"]] == ["face"]
    assert "1 thing" in shown["said"]


def test_everything_a_program_looks_for_is_named(shown: Any) -> None:
    assert set(labels.LOOKED_FOR.values()) <= {one["what"] for one in shown["looked"]}


def test_the_library_and_the_forms_are_told_as_not_looked_at(shown: Any) -> None:
    missing = {one["what"] for one in shown["not_looked"]}
    assert {labels.COMPARED["panels"], labels.COMPARED["authorizations"]} <= missing


def test_what_only_a_person_can_tell_stands_beside_it(shown: Any) -> None:
    assert shown["person"] == list(labels.FOR_A_PERSON)
    assert "a person decides" in shown["said"]


def test_a_file_that_cannot_be_opened_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = PhotoFacts(sha256="", byte_size=0, problem="The file ends too early.")
    monkeypatch.setattr("before_you_post.photos.facts.look", lambda path: broken)
    widget = Check("quillfeather", BARRED)
    assert ask(widget, do="look") is None
    assert widget.trouble == "The file ends too early."


def test_nothing_is_looked_at_before_the_learner_asks() -> None:
    widget = Check("quillfeather", BARRED)
    assert ask(widget, do="something else") is None
