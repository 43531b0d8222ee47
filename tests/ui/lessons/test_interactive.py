"""What things to try share: one working at a time, and words for whatever goes wrong."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import pytest

from before_you_post.photos.refusal import PictureError
from before_you_post.ui.lessons import interactive
from before_you_post.ui.lessons.interactive import FAULT, Interactive, Pictures, Values
from trying import ask


class Thing(Interactive):
    """Answers with what it is given, or fails as it is told to."""

    _esm = "export default {}"

    def asked(self, content: Mapping[str, Any]) -> None:
        self.work("Thinking…", lambda: self._made(str(content["do"])))

    def _made(self, wanted: str) -> tuple[Values, Pictures]:
        if wanted == "picture":
            raise PictureError("The file is not there.")
        if wanted == "fault":
            raise RuntimeError("a patient's name")
        return {"said": wanted}, {wanted: b"jpeg"}


def test_an_answer_is_shown_and_its_pictures_are_added_to_those_there() -> None:
    thing = Thing({}, {"photo": b"first"})
    assert ask(thing, do="look") == {"said": "look"}
    assert thing.pictures == {"photo": b"first", "look": b"jpeg"}


def test_a_picture_that_cannot_be_opened_says_why() -> None:
    thing = Thing({})
    assert ask(thing, do="picture") is None
    assert thing.trouble == "The file is not there."


def test_a_fault_of_the_program_is_told_without_its_message(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Exception] = []
    monkeypatch.setattr(interactive, "written_down", written.append)
    thing = Thing({})
    ask(thing, do="fault")
    assert thing.trouble == FAULT
    assert "patient" not in thing.trouble
    assert [str(error) for error in written] == ["a patient's name"]


def test_the_next_answer_takes_the_trouble_away() -> None:
    thing = Thing({})
    ask(thing, do="picture")
    ask(thing, do="look")
    assert thing.trouble == ""


def test_nothing_is_begun_while_something_is_being_done() -> None:
    thing = Thing({})
    thing._hand_back = lambda work: work()
    go, begun = threading.Event(), list[int]()

    def slow() -> tuple[Values, Pictures]:
        begun.append(1)
        go.wait(30)
        return {}, {}

    thing.work("Slowly…", slow)
    thing.work("Again…", slow)
    assert thing.working == "Slowly…"
    go.set()
    while thing.working:
        pass
    assert begun == [1]


def test_what_is_no_message_is_passed_over() -> None:
    thing = Thing({})
    thing._receive(thing, "look", [])
    assert thing.shown is None
