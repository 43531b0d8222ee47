"""The door before a manager's page: nothing is made before a manager is there, and nothing stays after."""

from __future__ import annotations

from pathlib import Path

import pytest
from ipywidgets import HTML, VBox, Widget

from before_you_post.ui import open_dashboard
from before_you_post.ui.lessons.gate import Gate, guarded
from before_you_post.ui.lessons.learning import SIGN_IN, Learning


class Workshop:
    """Makes a page, and counts how often."""

    def __init__(self) -> None:
        self.made: list[VBox] = []

    def __call__(self) -> Widget:
        self.made.append(VBox([HTML("photos of patients")]))
        return self.made[-1]


@pytest.fixture
def required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SIGN_IN, "required")


@pytest.mark.usefixtures("required")
def test_nothing_is_made_for_nobody(learning: Learning) -> None:
    workshop = Workshop()
    gate = guarded(workshop, learning)
    assert isinstance(gate, Gate)
    assert workshop.made == []
    assert len(gate.children) == 1


@pytest.mark.usefixtures("required")
def test_nothing_is_made_for_somebody_who_is_no_manager_and_they_are_told_kindly(corwin: Learning) -> None:
    workshop = Workshop()
    gate = guarded(workshop, corwin)
    assert workshop.made == []
    assert gate.door.notice.startswith("This page is for managers.")


@pytest.mark.usefixtures("required")
def test_a_manager_sees_the_page_until_they_leave(learning: Learning) -> None:
    workshop = Workshop()
    gate = guarded(workshop, learning)
    code = learning.desk.start_code()
    assert code is not None
    learning.enter(learning.desk.choose_pin("S-01", "482915", code))
    [page] = workshop.made
    assert gate.children[1] is page
    inside = page.children[0]
    learning.leave()
    assert len(gate.children) == 1
    assert page.comm is None
    assert inside.comm is None
    assert gate.door.notice == ""


def test_where_nobody_has_to_sign_in_the_page_is_made_at_once(
    learning: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SIGN_IN, raising=False)
    workshop = Workshop()
    assert guarded(workshop, learning) is workshop.made[0]


@pytest.mark.usefixtures("required")
def test_the_dashboard_stands_behind_the_door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path / "home"))
    gate = open_dashboard(tmp_path)
    assert isinstance(gate, Gate)
    assert len(gate.children) == 1
