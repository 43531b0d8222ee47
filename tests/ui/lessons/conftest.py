"""A practice's desk with the small lesson, for the tests of the lessons' widgets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from before_you_post.store.training import TrainingStore
from before_you_post.training import desk as desk_module
from before_you_post.training.curriculum import Curriculum
from before_you_post.training.desk import TrainingDesk
from before_you_post.ui import handing_back
from before_you_post.ui.lessons.learning import Learning
from before_you_post.ui.practice_folder import SAMPLE
from tried_lesson import COURSE, quiz_questions, tried_questions

PIN = "482915"
STAFF = "S-04"  # Corwin Halloway-Stone, medical assistant and photographer
MANAGER = "S-01"  # Beatrix Lindqvist-Hale, the privacy officer


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **time: int) -> None:
        self.at += timedelta(**time)


class Page:
    """Stands for the browser's page of one widget: says what a page says, and hears what it would hear."""

    def __init__(self, widget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.widget = widget
        self.heard: list[dict[str, Any]] = []
        self.files: list[bytes] = []
        monkeypatch.setattr(widget, "send", self._hear)

    def _hear(self, content: dict[str, Any], buffers: list[bytes] | None = None) -> None:
        self.heard.append(content)
        self.files.extend(buffers or [])

    def say(self, do: str, **more: Any) -> None:
        self.widget._receive(self.widget, {"do": do, **more}, [])

    def told(self, tell: str) -> list[dict[str, Any]]:
        return [one for one in self.heard if one["tell"] == tell]


@pytest.fixture(autouse=True)
def no_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright leaves a loop behind that looks as if it ran; these tests have none, whatever ran before them."""

    def none() -> None:
        raise RuntimeError

    monkeypatch.setattr(handing_back.asyncio, "get_running_loop", none)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> TrainingDesk:
    """The sample practice's people, a course of the small lesson only, and records that begin empty."""
    bank = {one.id: one for one in (*quiz_questions(), *tried_questions().values())}
    monkeypatch.setattr(desk_module, "load_curriculum", lambda: Curriculum(course=COURSE, bank=bank))
    return TrainingDesk(SAMPLE, store=TrainingStore(tmp_path), now=clock)


@pytest.fixture
def learning(desk: TrainingDesk) -> Learning:
    return Learning(lambda: desk)


@pytest.fixture
def corwin(learning: Learning) -> Learning:
    """The learning of a page where Corwin, who is no manager, is signed in."""
    assert learning.enter(learning.desk.choose_pin(STAFF, PIN)) is not None
    return learning


@pytest.fixture
def page_class() -> type[Page]:
    """How a test stands in for the browser; test modules cannot import this file."""
    return Page
