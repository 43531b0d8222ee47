"""The one door to training records: who may sign in, what is due, what was answered, and what is certified.

The lessons, the home page, the manager's page and the staff session all ask here, and nowhere else. What the desk is
told stands in the ledger before it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from ..records import (
    Assignment,
    Attempt,
    Certificate,
    ChainCheck,
    EntryKind,
    LedgerEntry,
    Marked,
    Practice,
    Purpose,
    Standing,
    TrainingSettings,
)
from ..store.found import last_found
from ..store.training import PracticeTraining, TrainingStore
from . import findings_taught, spacing
from .assignments import Situation, open_assignments
from .attempts import Attempts, Result
from .cards import LessonCard, card
from .certification import CertificateCheck, Certification
from .curriculum import Curriculum, load_curriculum
from .days import local_now
from .drawing import past
from .entrance import Entrance, SignInError
from .history import History
from .people import Learner
from .staff_list import StaffList

__all__ = ["CertificateCheck", "Learner", "LessonCard", "Result", "SignInError", "TrainingDesk"]

ATTESTATION = "I have read and understood this lesson."


class TrainingDesk:
    """The training of one practice. Raises InputError where its folder or the records cannot be read.

    ``now`` must know its time zone; ``curriculum`` is by default the course of this checkout.
    """

    def __init__(
        self,
        folder: Path,
        *,
        store: TrainingStore | None = None,
        now: Callable[[], datetime] = local_now,
        curriculum: Curriculum | None = None,
    ) -> None:
        store = store or TrainingStore()
        self._folder, self._home, self._now = folder, store.home, now
        self._kept: PracticeTraining = store.practice(folder)
        self._staff = StaffList(folder, self._kept.chosen, now)
        self._curriculum = curriculum or load_curriculum()
        self._entrance = Entrance(self._kept, now)
        self._read, self._reading = History(), Lock()
        self._attempts = Attempts(self._kept.ledger, self._history, self._curriculum.bank, lambda: self.settings, now)
        self._certification = Certification(self._kept.ledger, self._history, self._curriculum, self._attempts, now)

    @property
    def settings(self) -> TrainingSettings:
        """What the practice decides about its training."""
        return self.practice.training

    @property
    def practice(self) -> Practice:
        """The practice, from practice.yaml."""
        return self._staff.people().practice

    @property
    def folder(self) -> Path:
        """The practice's own folder."""
        return self._folder

    @property
    def curriculum(self) -> Curriculum:
        """The course and its questions."""
        return self._curriculum

    # -- people and signing in

    def practice_name(self) -> str:
        """The name of the practice."""
        return self.practice.name

    def roster(self) -> tuple[Learner, ...]:
        """Who may sign in today, by name: everybody in the table of staff whose last day is not over."""
        return self._staff.today()

    def everyone(self) -> tuple[Learner, ...]:
        """Everybody in the table of staff by name, those who left too."""
        return self._staff.everyone()

    def hired_on(self, person: str) -> date | None:
        """Somebody's first day of work, where it is on record."""
        return next((one.hired_on for one in self._staff.people().staff if one.person == person), None)

    def nobody(self) -> str:
        """Where there is nobody who could sign in: why, and what to do, in words for the page; else ""."""
        return self._staff.nobody()

    def sign_in(self, person: str, pin: str) -> str:
        """Return a session token. Raises SignInError, with words for the page."""
        return self._entrance.sign_in(self._may_enter(person), pin)

    def choose_pin(self, person: str, pin: str, start_code: str = "") -> str:
        """Keep somebody's first PIN and return a session token. Raises SignInError, with words for the page."""
        return self._entrance.choose_pin(self._may_enter(person), pin, start_code)

    def reset_pin(self, person: str, by: str) -> None:
        """Take a person's PIN away, so that they choose another. Raises InputError for one who is not on the list."""
        self._staff.learner(person)
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
        return self.cards_of((person,))[person]

    def cards_of(self, people: Iterable[str]) -> dict[str, tuple[LessonCard, ...]]:
        """The same for several people, by their codes: what the last audit found is read once for all of them."""
        held = {person: self.certificates(person) for person in people}
        situation = self._situation()
        return {person: self._cards(person, standing, situation) for person, standing in held.items()}

    def practised(self, person: str, question_id: str, answer: object) -> tuple[Marked, datetime]:
        """Keep an answer to a question of use ``before`` or ``practice``: never counted. InputError for another."""
        self._staff.member(person)
        return self._attempts.practised(person, question_id, answer)

    def begin(self, person: str, lesson: str, purpose: Purpose = Purpose.LESSON) -> Attempt:
        """Begin an attempt, or go on with the unfinished one of the same content.

        A review asks what came back in any lesson, whichever is named; "" names none. Raises InputError where there
        is nothing to ask, or no such lesson.
        """
        learner = self._staff.learner(person)
        taught = self._curriculum.lesson(lesson) if lesson or purpose is not Purpose.REVIEW else None
        if purpose is not Purpose.REVIEW:
            purpose = Purpose.EXAM if taught and taught.exam else Purpose.LESSON
        content = self._certification.keep_content(lesson) if lesson else ""
        going_on = self._attempts.unfinished(person, lesson, purpose, content)
        if going_on is not None:
            return going_on
        before = past(self._history(), person, self.reviews_due(person))
        return self._attempts.begin(
            person,
            lesson,
            purpose,
            content,
            lambda seed: self._curriculum.drawn(
                taught, purpose, count=self.settings.questions, audiences=learner.audiences, before=before, seed=seed
            ),
        )

    def answer(self, attempt_id: str, question_id: str, answer: object) -> tuple[Marked, datetime]:
        """Keep an answer of an attempt; it is on the disk when this returns the time for “saved 10:42”."""
        return self._attempts.answer(attempt_id, question_id, answer)

    def finish(self, attempt_id: str) -> Result:
        """Count an attempt, and issue the certificate where it is passed and attested. InputError while any is open."""
        attempt = self._attempts.finish(attempt_id)
        missed, critical = self._attempts.missed(attempt)
        counts = bool(attempt.passed) and attempt.purpose is not Purpose.REVIEW
        certificate = (
            self._certification.certify(self._staff.learner(attempt.person), attempt.lesson, self.practice_name())
            if counts
            else None
        )
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
        learner = self._staff.learner(person)
        body = {"lesson": lesson, "content": self._certification.keep_content(lesson), "words": ATTESTATION}
        self._kept.ledger.append(EntryKind.ATTESTED, person, body, self._now())
        return self._certification.certify(learner, lesson, self.practice_name())

    def reviews_due(self, person: str) -> tuple[str, ...]:
        """Ids of missed questions that came back, the longest due first."""
        mine = (one for one in self._history().answers if one.person == person)
        quiz = {one.id for one in self._curriculum.quiz(self._curriculum.course.slugs())}
        ready = spacing.due(spacing.returns(mine, self._now().tzinfo), self._today())
        return tuple(question for question in ready if question in quiz)

    def assignments(self, person: str) -> tuple[Assignment, ...]:
        """What somebody has to take and has not yet, the most urgent first."""
        held = self.certificates(person)
        return self._assigned(person, held, self._situation())

    def certificates(self, person: str) -> tuple[Standing, ...]:
        """A person's certificates, newest first, and whether each still holds."""
        return self._certification.standings(person, self.settings)

    def check(self, certificate_id: str) -> CertificateCheck:
        """What the records say about the number of a certificate that somebody shows."""
        return self._certification.check(certificate_id, self.settings)

    def assign(self, by: str, person: str, lesson: str, due: date, why: str) -> None:
        """Assign a lesson by hand. Raises InputError for a person or lesson there is not."""
        self._staff.member(person)
        body = {"by": by, "lesson": self._curriculum.lesson(lesson).slug, "due": due.isoformat(), "why": why}
        self._kept.ledger.append(EntryKind.ASSIGNED, person, body, self._now())

    # -- the record

    def entries(self, person: str | None = None) -> tuple[LedgerEntry, ...]:
        """The ledger of this practice, oldest first; of one person where one is named."""
        return self._kept.ledger.entries(person)

    def verify(self) -> ChainCheck:
        """Read the whole ledger, and name the first entry that does not fit."""
        return self._kept.ledger.verify()

    def note(self, kind: EntryKind, person: str, body: dict[str, object]) -> LedgerEntry:
        """Write down what else happened to somebody: a session attended, an export. ``body``: JSON, no fractions."""
        return self._kept.ledger.append(kind, person, body, self._now())

    # -- within

    def _today(self) -> date:
        return self._now().date()

    def _history(self) -> History:
        with self._reading:  # pages may ask on a thread
            return self._read.read(self._kept.ledger.entries(after=self._read.last))

    def _may_enter(self, person: str) -> Learner:
        for learner in self.roster():
            if learner.person == person:
                return learner
        raise SignInError("This name is not on the list of staff today. Please ask whoever keeps the records.")

    def _cards(self, person: str, held: tuple[Standing, ...], situation: Situation) -> tuple[LessonCard, ...]:
        learner, due = self._staff.learner(person), self._assigned(person, held, situation)
        return tuple(
            card(lesson, learner, history=situation.history, certificates=held, due=due, today=situation.today)
            for lesson in situation.lessons
        )

    def _assigned(self, person: str, held: tuple[Standing, ...], situation: Situation) -> tuple[Assignment, ...]:
        member, learner = self._staff.member(person), self._staff.learner(person)
        return open_assignments(member, learner, held, situation)

    def _situation(self) -> Situation:
        self._certification.note_changes()
        return Situation(
            lessons=self._curriculum.course.lessons,
            contents=self._curriculum.contents,
            history=self._history(),
            settings=self.settings,
            texas="TX" in self.practice.states,
            staff=self._staff.at_work(),
            taught=findings_taught.still_open(last_found(self._home, self._folder), self.practice),
            today=self._today(),
            zone=self._now().tzinfo,
        )
