"""What a learner sees and uses: lessons, questions, the quiz, and the home page; and the pages of managers."""

from __future__ import annotations

from typing import Any

from .golden import check_lesson
from .home import HomePage, open_home
from .page import LessonPage, open_lesson

__all__ = ["HomePage", "LessonPage", "check_lesson", "open_home", "open_lesson", "open_records", "open_session"]


def open_records() -> Any:
    """The manager's page of this kernel's practice; where the server asks for it, a manager signs in first."""
    from .records import records_page  # noqa: PLC0415 - brings the whole desk, and lessons open without it

    return records_page()


def open_session() -> Any:
    """The page of a staff session: for whoever leads it, and for everybody who takes part."""
    from .session import open_session as session_page  # noqa: PLC0415 - as above

    return session_page()
