"""What a learner sees and uses: lessons, questions, the quiz, and the home page; and the manager's page of records."""

from __future__ import annotations

from typing import Any

from .golden import check_lesson
from .home import HomePage, open_home
from .page import LessonPage, open_lesson

__all__ = ["HomePage", "LessonPage", "check_lesson", "open_home", "open_lesson", "open_records"]


def open_records() -> Any:
    """The manager's page of this kernel's practice; where the server asks for it, a manager signs in first."""
    from .records import records_page  # noqa: PLC0415 - brings the whole desk, and lessons open without it

    return records_page()
