"""What a learner sees and uses: lessons, questions, the quiz, and the home page."""

from .golden import check_lesson
from .home import HomePage, open_home
from .page import LessonPage, open_lesson

__all__ = ["HomePage", "LessonPage", "check_lesson", "open_home", "open_lesson"]
