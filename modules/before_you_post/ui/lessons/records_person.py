"""One person's training in full, as a manager reads it: lessons, attempts, certificates, and what was assigned why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from ...records import Assignment, Attempt, EntryKind, LedgerEntry, Purpose, Standing, Trigger
from ...report.days import clock
from ...report.days import in_words as day
from ...training.cards import LessonCard
from ...training.desk import TrainingDesk
from ...training.records_view import Overview, PersonStanding
from .records_people import state_words

Values = dict[str, Any]
DAYS_TO_TAKE_IT = 14  # what the form proposes for a lesson assigned by hand
TRIGGERS = {
    Trigger.HIRED: "New here",
    Trigger.ROLE: "Their work",
    Trigger.STATE: "State law",
    Trigger.CHANGED: "The lesson changed",
    Trigger.ANNUAL: "Refresher",
    Trigger.FINDING: "A finding of the audit",
    Trigger.ASSIGNED: "Assigned by hand",
}


def person_in_full(desk: TrainingDesk, seen: Overview, one: PersonStanding) -> Values:
    """Everything the page shows about one person. Raises InputError where the table of staff lost them meanwhile."""
    person, today = one.learner.person, seen.at.date()
    due = desk.assignments(person)
    attempts = sorted(seen.history.of(person), key=lambda attempt: attempt.began_at, reverse=True)
    taken = [_attempt(attempt, seen) for attempt in attempts]
    return {
        "person": person,
        "name": one.learner.name,
        "gone": one.gone,
        "pin": one.learner.has_pin,
        "manager": one.learner.manager,
        "facts": [{"name": name, "words": words} for name, words in _facts(desk, seen, one)],
        "lessons": [
            _lesson(card, one, attempts, [each for each in due if each.lesson == card.lesson.slug])
            for card in sorted(one.cards, key=lambda card: card.due or date.max)
            if _matters(card)
        ],
        "attempts": taken,
        "certificates": [_certificate(each) for each in desk.certificates(person)],
        "attended": [_attended(entry, seen) for entry in desk.entries(person) if entry.kind is EntryKind.ATTENDED],
        "today": today.isoformat(),
        "due": (today + timedelta(days=DAYS_TO_TAKE_IT)).isoformat(),
        "offered": [{"value": slug, "label": title} for slug, title in seen.titles.items()],
    }


def _facts(desk: TrainingDesk, seen: Overview, one: PersonStanding) -> Iterator[tuple[str, str]]:
    learner, hired = one.learner, desk.hired_on(one.learner.person)
    yield "Code", learner.person
    yield "Role", learner.role or "not recorded"
    yield "First day", day(hired) if hired else "not recorded"
    if learner.left_on is not None:
        yield "Last day", day(learner.left_on)
    yield "Last answer", moment(one.last_at, seen) if one.last_at else "none yet"
    practised = sum(answer.attempt is None and answer.person == learner.person for answer in seen.history.answers)
    if practised:
        yield "Practice", f"{practised} answers besides the quizzes; they never count"
    yield "PIN", "chosen" if learner.has_pin else "not chosen yet"
    if learner.manager:
        yield "Records", "may open this page"


def moment(at: datetime, seen: Overview) -> str:
    """A day and a time as the office's clock says it."""
    here = at.astimezone(seen.at.tzinfo)
    return f"{day(here.date())}, {clock(here)}"


def _matters(card: LessonCard) -> bool:
    return card.for_me or card.state != "new" or card.due is not None


def _lesson(card: LessonCard, one: PersonStanding, attempts: list[Attempt], due: list[Assignment]) -> Values:
    """One lesson, with every reason why it is open; of one that lapsed and is not assigned, why it lapsed."""
    tries = [each for each in attempts if each.lesson == card.lesson.slug and each.purpose is not Purpose.REVIEW]
    return {
        "slug": card.lesson.slug,
        "title": card.lesson.title,
        "state": "late" if card.overdue else card.state,
        "words": state_words(card, gone=one.gone),
        "why": [{"cause": TRIGGERS[each.trigger], "words": each.why} for each in due]
        or ([{"cause": "Lapsed", "words": card.why}] if card.state == "lapsed" else []),
        "tries": len(tries),
        "best": f"{card.best[0]} of {card.best[1]}" if card.best else "",
        "for_me": card.for_me,
    }


def _attempt(one: Attempt, seen: Overview) -> Values:
    review = one.purpose is Purpose.REVIEW
    missed = [asked for asked in one.asked if asked.right is False]
    return {
        "title": "Review of what was missed" if review else seen.titles.get(one.lesson, one.lesson),
        "at": moment(one.ended_at or one.began_at, seen),
        "score": f"{one.right} of {len(one.asked)}",
        "state": "begun" if one.ended_at is None else "review" if review else "passed" if one.passed else "missed",
        "words": _attempt_words(one, review=review),
        "missed": [_stem(asked.question, asked.version, seen) for asked in missed],
    }


def _attempt_words(one: Attempt, *, review: bool) -> str:
    if one.ended_at is None:
        return "Not finished"
    if review:
        return "Review: never counted"
    return "Passed" if one.passed else "Not passed yet"


def _stem(question: str, version: int, seen: Overview) -> str:
    asked = seen.bank.get(question)
    if asked is None:
        return f"{question} (a question that the course has no longer)"
    return asked.stem if asked.version == version else f"{asked.stem} (an earlier wording was asked)"


def _certificate(one: Standing) -> Values:
    made = one.certificate
    return {
        "id": made.id,
        "title": made.title,
        "on": day(made.issued_at.date()),
        "score": f"{made.right} of {made.asked}",
        "holds": one.holds,
        "reason": one.reason,
    }


def _attended(entry: LedgerEntry, seen: Overview) -> Values:
    """A staff session somebody was at, as the ledger has it."""
    title, led_by = (str(entry.body.get(name) or "") for name in ("title", "led_by"))
    lessons = entry.body.get("lessons")
    about = ", ".join(str(each) for each in lessons) if isinstance(lessons, list) else ""
    parts = (title or "Staff session", f"led by {led_by}" if led_by else "", f"about {about}" if about else "")
    return {"at": moment(entry.at, seen), "words": ", ".join(part for part in parts if part)}
