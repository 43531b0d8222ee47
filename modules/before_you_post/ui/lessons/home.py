"""The home page: every lesson with where one stands, what is due and why, and where to begin."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from ...records import InputError, Lesson
from ...report.days import in_words as day
from ...training.course import Course, load_course
from .. import assets as dashboard
from . import assets
from .learning import Learning, this_page
from .sign_in import SignIn
from .top import audience

if TYPE_CHECKING:
    from ...training.desk import Learner, LessonCard

Values = dict[str, Any]
_OFTEN = 4  # cards with one and the same reason: from here on it is said once
STATES = {"new": "Not started", "begun": "Begun", "passed": "Passed", "lapsed": "Take it again"}


def open_home() -> HomePage:
    """The home page of this kernel's practice. Raises InputError for a course that cannot be read."""
    return HomePage(load_course(), this_page())


class HomePage:
    """What the home page's notebook shows, from top to bottom."""

    def __init__(self, course: Course, learning: Learning) -> None:
        self._course = course
        self._learning = learning
        learning.warm_up()

    def top(self) -> HomeTop:
        """The practice, who is signed in, and how far they are."""
        return HomeTop(self._course, self._learning)

    def review(self) -> Any:
        """Questions that came back; nothing, where there are none."""
        from .review import Review  # noqa: PLC0415 - both know the quiz

        return Review(self._course, self._learning)

    def lessons(self) -> Lessons:
        """A card for every lesson, in the order of the course."""
        return Lessons(self._course, self._learning)


class HomeTop(SignIn):
    """The greeting of the home page."""

    _esm = assets.script("sign_in", "home_top")
    _css = assets.style("sign_in", "home")

    about = traitlets.Dict().tag(sync=True)
    progress = traitlets.Any(None).tag(sync=True)  # None = nobody is signed in

    def __init__(self, course: Course, learning: Learning) -> None:
        super().__init__(learning, about={"title": course.title})

    def look_again(self) -> None:
        """How far they are; for nobody, nothing."""
        learner = self.learning.learner
        if learner is None:
            self.progress = None
            return
        cards = self._tried(lambda: self.learning.desk.cards(learner.person)) or ()
        mine = [card for card in cards if card.for_me]
        self.progress = {
            "name": learner.name,
            "practice": self.learning.desk.practice_name(),
            "passed": sum(card.state == "passed" for card in mine),
            "of": len(mine),
            "overdue": sum(card.overdue for card in mine),
        }


class Lessons(anywidget.AnyWidget):
    """The cards. Whoever has not signed in sees the whole course, and where to begin."""

    _esm = "\n".join([dashboard.joined(("marks",), "js"), assets.script("home_lessons")])
    _css = assets.style("home")

    view = traitlets.Dict().tag(sync=True)

    def __init__(self, course: Course, learning: Learning) -> None:
        self._course = course
        self._learning = learning
        super().__init__()
        self._show()
        learning.watch(self._show)

    def _show(self) -> None:
        learner = self._learning.learner if self._learning.token else None
        self.view = self._of(learner) if learner else {"groups": [_plain_group(self._course)], "trouble": ""}

    def _of(self, learner: Learner) -> Values:
        try:
            cards = self._learning.desk.cards(learner.person)
        except InputError as error:
            words = f"{error.problem.found} ({error.problem.path}). {error.problem.remedy}"
            return {"groups": [_plain_group(self._course)], "trouble": words}
        first = _first(cards)
        mine = [_values(card, start=card.lesson.slug == first) for card in cards if card.for_me]
        others = [_values(card) for card in cards if not card.for_me]
        groups = [{"title": "Your lessons", "note": _said_once(mine), "cards": mine}]
        if others:
            note = "Made for other work than yours. You are welcome to take them."
            groups.append({"title": "More lessons", "note": note, "cards": others})
        return {"groups": groups, "trouble": ""}


def _said_once(cards: list[Values]) -> str:
    """A reason that most cards share, taken from them to be said once above; "" where there is none."""
    counts = Counter(card["why"] for card in cards if card["why"] and card["state"] != "lapsed")
    shared, count = max(counts.items(), key=lambda one: one[1], default=("", 0))
    if count < _OFTEN:
        return ""
    for card in cards:
        if card["why"] == shared and card["state"] != "lapsed":
            card["why"] = ""
    return shared.replace("needs this lesson", "needs these lessons")


def _first(cards: tuple[LessonCard, ...]) -> str | None:
    """Where to begin: what is due soonest, else what comes first in the course; ``None`` = everything is passed."""
    left = [card for card in cards if card.for_me and card.state != "passed"]
    return min(left, key=lambda card: card.due or date.max).lesson.slug if left else None


def _plain_group(course: Course) -> Values:
    cards = [_card(lesson, start=number == 0) for number, lesson in enumerate(course.lessons)]
    return {"title": "The lessons", "note": "", "cards": cards}


def _card(lesson: Lesson, *, start: bool) -> Values:
    return {
        "slug": lesson.slug,
        "title": lesson.title,
        "summary": lesson.summary,
        "minutes": lesson.minutes,
        "for": audience(lesson),
        "state": "",
        "state_words": "",
        "due": "",
        "overdue": False,
        "why": "",
        "start": start,
        "mine": False,
    }


def _values(card: LessonCard, *, start: bool = False) -> Values:
    passed = card.state == "passed"
    on = f" on {day(card.certificate.issued_at.date())}" if passed and card.certificate else ""
    due = "" if card.due is None or passed else f"{'Was due' if card.overdue else 'Due'} {day(card.due)}"
    return {
        **_card(card.lesson, start=start),
        "state": card.state,
        "state_words": f"{STATES[card.state]}{on}",
        "due": due,
        "overdue": card.overdue and not passed,
        "why": "" if passed else card.why,
        "mine": card.for_me,
    }
