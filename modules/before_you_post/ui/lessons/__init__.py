"""What a learner sees and uses: lessons, questions, the quiz, and the home page."""

from .golden import check_lesson
from .page import LessonPage, open_lesson

__all__ = ["LessonPage", "check_lesson", "open_lesson"]
