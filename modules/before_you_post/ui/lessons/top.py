"""The top of a lesson: its title, how long it takes, whom it is for, and who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from ...records import Audience, InputError, Lesson
from ...report.days import in_words as day
from . import assets
from .learning import Learning
from .sign_in import SignIn

if TYPE_CHECKING:
    from ...training.desk import LessonCard

Values = dict[str, Any]
AUDIENCES = {
    Audience.EVERYONE: "everyone",
    Audience.MARKETING: "people who post",
    Audience.CLINICAL: "clinical staff",
    Audience.MANAGERS: "managers",
    Audience.VENDORS: "outside firms",
}


class Top(SignIn):
    """The first thing of a lesson's page."""

    _esm = assets.script("sign_in", "top")
    _css = assets.style("sign_in")

    about = traitlets.Dict().tag(sync=True)
    standing = traitlets.Unicode("").tag(sync=True)  # what the learner has to know about this lesson and themselves

    def __init__(self, lesson: Lesson, learning: Learning) -> None:
        self._lesson = lesson
        about = {"title": lesson.title, "summary": lesson.summary, "minutes": lesson.minutes, "for": audience(lesson)}
        super().__init__(learning, about=about)

    def look_again(self) -> None:
        """Say where the learner stands with this lesson."""
        learner = self.learning.learner
        self.standing = ""
        if learner is not None:
            try:
                cards = self.learning.desk.cards(learner.person)
            except InputError:
                return  # a table that cannot be read is told on the home page; the lesson can be taken all the same
            self.standing = next((standing(card) for card in cards if card.lesson.slug == self._lesson.slug), "")


def audience(lesson: Lesson) -> str:
    """Whom a lesson is for, in words."""
    names = [AUDIENCES[one] for one in lesson.audience]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} and {names[-1]}"


def standing(card: LessonCard) -> str:
    """Where somebody stands with a lesson, in a sentence or two; "" where there is nothing to say."""
    parts = []
    if card.state == "passed" and card.certificate is not None:
        parts.append(f"You passed this lesson on {day(card.certificate.issued_at.date())}.")
    elif card.state == "lapsed":
        parts.append("You passed this lesson before. Please take it again.")
    if card.due is not None and card.state != "passed":
        parts.append(f"It was due on {day(card.due)}." if card.overdue else f"It is due on {day(card.due)}.")
    if card.why and card.state != "passed":
        parts.append(card.why)
    return " ".join(parts)
