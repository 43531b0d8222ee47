"""The one door to training records: who may sign in, what is due, what was answered, and what is certified.

The lessons, the home page, the manager's page and the staff session all ask here, and nowhere else. What the desk is
told stands in the ledger before it answers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from ..records import (
    Assignment,
    Attempt,
    Certificate,
    EntryKind,
    LedgerEntry,
    Lesson,
    Marked,
    Purpose,
    Question,
    QuestionUse,
    Standing,
    TrainingSettings,
)
from ..store.training import PracticeTraining, TrainingStore
from .assignments import open_assignments
from .attempts import Attempts, Result
from .bank import load_bank
from .cards import LessonCard, card
from .certificates import new_certificate, standings
from .content import Content, content_of
from .course import Course, load_course
from .drawing import draw
from .entrance import Entrance, SignInError
from .history import History, certificate_body
from .people import Learner, read_people, refused_nobody

__all__ = ["Learner", "LessonCard", "Result", "SignInError", "TrainingDesk"]

ATTESTATION = "I have read and understood this lesson, and I will work by it."


def local_now() -> datetime:
    """This moment, by the clock and the time zone of this machine."""
    return datetime.now().astimezone()


class TrainingDesk:
    """The training of one practice. Raises InputError where its folder or the records cannot be read."""

    def __init__(
        self, folder: Path, *, store: TrainingStore | None = None, now: Callable[[], datetime] = local_now
    ) -> None:
        self._folder = folder
        self._now = now
        self._kept: PracticeTraining = (store or TrainingStore()).practice(folder)
        self._people = read_people(folder)
        self._course: Course = load_course()
        self._bank: dict[str, Question] = {one.id: one for one in load_bank()}
        self._entrance = Entrance(self._kept, now)
        self._read = History()
        self._attempts = Attempts(self._kept.ledger, self._history, self._bank, self.settings, now)

    @property
    def settings(self) -> TrainingSettings:
        """What the practice decides about its training."""
        return self._people.practice.training

    # -- people and signing in

    def practice_name(self) -> str:
        """The name of the practice."""
        return self._people.practice.name

    def roster(self) -> tuple[Learner, ...]:
        """Who may sign in today, by name: everybody in the table of staff whose last day is not over."""
        today = self._now().date()
        return tuple(one for one in self.everyone() if one.left_on is None or one.left_on >= today)

    def everyone(self) -> tuple[Learner, ...]:
        """Everybody in the table of staff by name, those who left too."""
        chosen = self._kept.chosen()
        people = (self._people.learner(one, has_pin=one.person in chosen) for one in self._people.staff)
        return tuple(sorted(people, key=lambda one: (one.name.casefold(), one.person)))

    def nobody(self) -> str:
        """Where there is nobody who could sign in: why, and what to do, in words for the page; else ""."""
        problem = self._people.nobody
        return "" if problem is None else f"{problem.path}: {problem.found}. {problem.remedy}"

    def sign_in(self, person: str, pin: str) -> str:
        """Return a session token. Raises SignInError, with words for the page."""
        return self._entrance.sign_in(self._may_enter(person), pin)

    def choose_pin(self, person: str, pin: str, start_code: str = "") -> str:
        """Keep somebody's first PIN and return a session token. Raises SignInError, with words for the page."""
        return self._entrance.choose_pin(self._may_enter(person), pin, start_code)

    def reset_pin(self, person: str, by: str) -> None:
        """Take a person's PIN away, so that they choose another. Raises InputError for one who is not on the list."""
        self._learner(person)
        self._entrance.reset_pin(person, by)

    def who(self, token: str) -> Learner | None:
        """Who is signed in with that token; None where nobody is, or no longer."""
        person = self._kept.session(token, self._now())
        return next((one for one in self.roster() if one.person == person), None) if person else None

    def sign_out(self, token: str) -> None:
        """End a session."""
        self._kept.close_session(token)

    def session_for(self, identity: str) -> str | None:
        """A session for somebody whom a proxy has identified by code or by name; None for anybody else."""
        wanted = identity.strip().casefold()
        alike = [one for one in self.roster() if wanted in (one.person.casefold(), one.name.casefold())]
        return self._entrance.let_in(alike[0], "proxy") if wanted and len(alike) == 1 else None

    def start_code(self) -> str | None:
        """A new start code to print, where somebody who keeps the records has no PIN yet; else None."""
        waiting = any(one.manager and not one.has_pin for one in self.roster())
        return self._entrance.new_start_code() if waiting else None

    # -- learning

    def cards(self, person: str) -> tuple[LessonCard, ...]:
        """One card a lesson, in the order of the course."""
        learner = self._learner(person)
        history, standing, due = self._history(), self.certificates(person), self.assignments(person)
        return tuple(
            card(lesson, learner, history=history, certificates=standing, due=due, today=self._today())
            for lesson in self._course.lessons
        )

    def practised(self, person: str, question_id: str, answer: object) -> tuple[Marked, datetime]:
        """Keep an answer to a question of use ``before`` or ``practice``: never counted. InputError for another."""
        self._learner(person)
        return self._attempts.practised(person, question_id, answer)

    def begin(self, person: str, lesson: str, purpose: Purpose = Purpose.LESSON) -> Attempt:
        """Begin an attempt, or go on with the unfinished one of the same content.

        Raises InputError where there is nothing to ask, or no such lesson.
        """
        self._learner(person)
        taught = self._lesson(lesson)
        if taught.exam and purpose is Purpose.LESSON:
            purpose = Purpose.EXAM
        content = self._content(taught)
        going_on = self._attempts.unfinished(person, lesson, purpose, content.digest)
        if going_on is not None:
            return going_on
        self._keep_content(content)
        return self._attempts.begin(
            person, taught, purpose, content.digest, lambda seed: self._draw(person, taught, purpose, seed)
        )

    def answer(self, attempt_id: str, question_id: str, answer: object) -> tuple[Marked, datetime]:
        """Keep an answer of an attempt; it is on the disk when this returns the time for “saved 10:42”."""
        return self._attempts.answer(attempt_id, question_id, answer)

    def finish(self, attempt_id: str) -> Result:
        """Count an attempt, and issue the certificate where it is passed and attested. InputError while any is open."""
        attempt = self._attempts.finish(attempt_id)
        missed, critical = self._attempts.missed(attempt)
        counts = bool(attempt.passed) and attempt.purpose is not Purpose.REVIEW
        certificate = self._certify(attempt.person, attempt.lesson) if counts else None
        return Result(
            attempt=attempt,
            passed=bool(attempt.passed),
            right=attempt.right,
            asked=len(attempt.asked),
            pass_mark=self.settings.pass_mark,
            missed=missed,
            missed_critical=critical,
            certificate=certificate,
            needs_attestation=counts and certificate is None,
        )

    def attest(self, person: str, lesson: str) -> Certificate | None:
        """“I have read and understood”: kept, and the certificate issued where the lesson is passed."""
        self._learner(person)
        content = self._content(self._lesson(lesson))
        self._keep_content(content)
        body = {"lesson": lesson, "content": content.digest, "words": ATTESTATION}
        self._kept.ledger.append(EntryKind.ATTESTED, person, body, self._now())
        return self._certify(person, lesson)

    def reviews_due(self, person: str) -> tuple[str, ...]:
        """Ids of missed questions that came back."""
        return ()

    def assignments(self, person: str) -> tuple[Assignment, ...]:
        """What somebody has to take and has not yet, the most urgent first."""
        return open_assignments(self._history(), person)

    def certificates(self, person: str) -> tuple[Standing, ...]:
        """A person's certificates, newest first, and whether each still holds."""
        return standings(self._history(), person, self._contents(), self.settings, self._today())

    def assign(self, by: str, person: str, lesson: str, due: date, why: str) -> None:
        """Assign a lesson by hand. Raises InputError for a person or lesson there is not."""
        self._learner(person)
        body = {"by": by, "lesson": self._lesson(lesson).slug, "due": due.isoformat(), "why": why}
        self._kept.ledger.append(EntryKind.ASSIGNED, person, body, self._now())

    def entries(self, person: str | None = None) -> tuple[LedgerEntry, ...]:
        """The ledger of this practice, oldest first; of one person where one is named."""
        return self._kept.ledger.entries(person)

    # -- within

    def _today(self) -> date:
        return self._now().date()

    def _history(self) -> History:
        return self._read.read(self._kept.ledger.entries(after=self._read.last))

    def _may_enter(self, person: str) -> Learner:
        for learner in self.roster():
            if learner.person == person:
                return learner
        raise SignInError("This name is not on the list of staff today. Please ask whoever keeps the records.")

    def _learner(self, person: str) -> Learner:
        member = self._people.member(person)
        if member is None:
            raise refused_nobody(self._people)
        return self._people.learner(member, has_pin=False)

    def _lesson(self, slug: str) -> Lesson:
        return self._course.lesson(slug)

    def _content(self, lesson: Lesson) -> Content:
        return content_of(lesson, self._course, self._bank.values())

    def _contents(self) -> dict[str, Content]:
        return {lesson.slug: self._content(lesson) for lesson in self._course.lessons}

    def _keep_content(self, content: Content) -> None:
        if content.digest not in self._history().contents:
            body = {"digest": content.digest, **content.parts()}
            self._kept.ledger.append(EntryKind.CONTENT, "", body, self._now())

    def _draw(self, person: str, lesson: Lesson, purpose: Purpose, seed: str) -> tuple[Question, ...]:
        wanted = [
            one
            for one in self._bank.values()
            if one.use is QuestionUse.QUIZ and (lesson.exam or one.lesson == lesson.slug)
        ]
        return draw(wanted, self.settings.questions or lesson.draws, seed=seed)

    def _certify(self, person: str, slug: str) -> Certificate | None:
        lesson = self._lesson(slug)
        made = new_certificate(
            self._history(),
            learner=self._learner(person),
            lesson=lesson,
            content=self._content(lesson).digest,
            practice=self.practice_name(),
            ledger=self._kept.ledger.last_hash(),
            at=self._now(),
        )
        if made is not None:
            self._kept.ledger.append(EntryKind.CERTIFICATE, person, certificate_body(made), self._now())
        return made
