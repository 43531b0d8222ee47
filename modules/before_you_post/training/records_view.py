"""Everybody's training at one moment: who is trained on what, what is overdue, and how the questions work.

The manager's page shows this. It is worked out from the desk anew each time somebody looks, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ..law.rows import every_row
from ..records import Question
from ..rules import load_rules
from .cards import LessonCard
from .days import local_now
from .desk import TrainingDesk
from .history import History
from .people import Learner
from .statistics import QuestionFigures, RuleFigures, question_figures, rule_figures


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStanding:
    """One person and where they stand with every lesson."""

    learner: Learner
    cards: tuple[LessonCard, ...]  # of every lesson, in the order of the course
    gone: bool  # their last day of work is over
    last_at: datetime | None  # when they last answered a question; None = never

    @property
    def mine(self) -> tuple[LessonCard, ...]:
        """The lessons that are for this person's work."""
        return tuple(card for card in self.cards if card.for_me)

    @property
    def passed(self) -> int:
        """How many of their own lessons they have passed, and still hold."""
        return sum(card.state == "passed" for card in self.mine)

    @property
    def overdue(self) -> tuple[LessonCard, ...]:
        """Lessons that were due before today, assigned ones too. Of somebody who left: none."""
        return tuple(card for card in self.cards if card.overdue)

    @property
    def lapsed(self) -> tuple[LessonCard, ...]:
        """Lessons whose last certificate holds no longer."""
        return tuple(card for card in self.cards if card.state == "lapsed")

    @property
    def next_due(self) -> LessonCard | None:
        """What is due next, overdue or not."""
        due = [card for card in self.cards if card.due is not None]
        return min(due, key=lambda card: card.due or date.max, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The training of the whole practice at one moment."""

    practice: str
    at: datetime
    people: tuple[PersonStanding, ...]  # by name; leavers too
    nobody: str  # why there is nobody, in words; "" = there is somebody
    history: History
    questions: tuple[QuestionFigures, ...]
    rules: tuple[RuleFigures, ...]  # the worst first
    bank: Mapping[str, Question]
    titles: Mapping[str, str]  # of lessons, by slug, in the order of the course

    @property
    def at_work(self) -> tuple[PersonStanding, ...]:
        """Those who work here today."""
        return tuple(one for one in self.people if not one.gone)

    def person(self, person: str) -> PersonStanding | None:
        """Who has that code."""
        return next((one for one in self.people if one.learner.person == person), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTitle:
    """What a rule is called, and the lesson that teaches it."""

    title: str
    lesson: str | None  # slug


def overview(desk: TrainingDesk, *, now: Callable[[], datetime] = local_now) -> Overview:
    """Look at everything now. Raises InputError where the practice's files or the records cannot be read."""
    at = now()
    history = History().read(desk.entries())
    last: dict[str, datetime] = {}
    for answer in history.answers:
        last[answer.person] = answer.at
    here = {one.person for one in desk.roster()}
    everyone = desk.everyone()
    cards = desk.cards_of(one.person for one in everyone)
    people = tuple(
        PersonStanding(
            learner=one,
            cards=cards[one.person],
            gone=one.person not in here,
            last_at=last.get(one.person),
        )
        for one in everyone
    )
    bank, attempts = desk.curriculum.bank, tuple(history.attempts.values())
    return Overview(
        practice=desk.practice_name(),
        at=at,
        people=people,
        nobody=desk.nobody(),
        history=history,
        questions=question_figures(attempts, bank),
        rules=rule_figures(attempts, bank),
        bank=bank,
        titles={lesson.slug: lesson.title for lesson in desk.curriculum.course.lessons},
    )


def rule_titles() -> dict[str, RuleTitle]:
    """The name and the lesson of everything a question may be about, by id: rows of the law notes, and rules."""
    found = {row.id: RuleTitle(title=_sentence(row.about), lesson=row.lesson) for row in every_row()}
    return found | {rule.id: RuleTitle(title=rule.title, lesson=rule.lesson) for rule in load_rules()}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}"
