"""The minutes of a staff session: made when it ends, and read from the ledger ever after.

The law asks a practice to note that training took place and to keep the note for six years. What stands here is what
docs/facilitators-guide.md asks of minutes; nobody's answer stands in them, only how many gave it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ..records import AskedAloud, Attendee, LedgerEntry, Minutes, OptionCount, Question

if TYPE_CHECKING:
    from .desk import TrainingDesk
    from .session import Running


NOTES: Mapping[str, str] = {
    "where": "Where we met",
    "last": "What became of last time's tasks",
    "decided": "What we change: who does it, by when",
    "open": "Questions nobody could answer: who finds out, by when",
    "other": "Anything else",
    "next": "Day of the next session",
}
"""What whoever leads may write down, and what the minutes call it."""


def written_minutes(
    running: Running,
    desk: TrainingDesk,
    bank: Mapping[str, Question],
    counts: Mapping[str, tuple[int, tuple[OptionCount, ...]]],
    *,
    ended: datetime,
) -> Minutes:
    """The minutes as of now. ``counts``: by question, how many people answered, and what."""
    roster = desk.roster()
    names = {one.person: one.name for one in desk.everyone()}
    lessons = _lessons(running, bank, desk)
    return Minutes(
        session=running.id,
        practice=desk.practice_name(),
        held_on=running.held_on,
        began_at=running.began_at,
        ended_at=ended,
        title=running.agenda.title,
        led_by=names.get(running.led_by, ""),
        present=tuple(
            Attendee(person=one.person, name=one.name, role=one.role, own_device=running.people[one.person])
            for one in desk.everyone()
            if one.person in running.people
        ),
        away=tuple(one.name for one in roster if one.person not in running.people),
        agenda=tuple(
            (step.title, step.minutes, place in running.reached) for place, step in enumerate(running.agenda.steps)
        ),
        lessons=lessons,
        asked=tuple(_asked(bank[question], *count) for question, count in counts.items()),
        notes=tuple((label, text) for name, label in NOTES.items() if (text := running.notes.get(name, "").strip())),
    )


def minutes_body(minutes: Minutes) -> dict[str, Any]:
    """The minutes as the ledger has them."""
    return {
        "session": minutes.session,
        "practice": minutes.practice,
        "held_on": minutes.held_on.isoformat(),
        "began_at": minutes.began_at.isoformat(),
        "ended_at": minutes.ended_at.isoformat(),
        "title": minutes.title,
        "led_by": minutes.led_by,
        "present": [[one.person, one.name, one.role, one.own_device] for one in minutes.present],
        "away": list(minutes.away),
        "agenda": [list(one) for one in minutes.agenda],
        "lessons": [list(one) for one in minutes.lessons],
        "asked": [
            {
                "question": one.question,
                "version": one.version,
                "stem": one.stem,
                "answers": one.answers,
                "options": [[each.option, each.text, each.right, each.own, each.hands] for each in one.options],
            }
            for one in minutes.asked
        ],
        "notes": [list(one) for one in minutes.notes],
    }


def minutes_of(entry: LedgerEntry) -> Minutes:
    """The minutes of a line of the ledger; times are in the zone they were written in."""
    body = entry.body
    return Minutes(
        session=body["session"],
        practice=body["practice"],
        held_on=date.fromisoformat(body["held_on"]),
        began_at=datetime.fromisoformat(body["began_at"]),
        ended_at=datetime.fromisoformat(body["ended_at"]),
        title=body["title"],
        led_by=body["led_by"],
        present=tuple(
            Attendee(person=person, name=name, role=role, own_device=own) for person, name, role, own in body["present"]
        ),
        away=tuple(body["away"]),
        agenda=tuple((title, minutes, reached) for title, minutes, reached in body["agenda"]),
        lessons=tuple((slug, title) for slug, title in body["lessons"]),
        asked=tuple(
            AskedAloud(
                question=one["question"],
                version=one["version"],
                stem=one["stem"],
                answers=one["answers"],
                options=tuple(
                    OptionCount(option=option, text=text, right=right, own=own, hands=hands)
                    for option, text, right, own, hands in one["options"]
                ),
            )
            for one in body["asked"]
        ),
        notes=tuple((label, text) for label, text in body["notes"]),
    )


def attended_body(minutes: Minutes, attendee: Attendee) -> dict[str, Any]:
    """What the ledger says about one person who was there."""
    return {
        "session": minutes.session,
        "held_on": minutes.held_on.isoformat(),
        "title": minutes.title,
        "led_by": minutes.led_by,
        "lessons": [title for _, title in minutes.lessons],
        "own_device": attendee.own_device,
    }


def _lessons(running: Running, bank: Mapping[str, Question], desk: TrainingDesk) -> tuple[tuple[str, str], ...]:
    """Lessons of the steps that were reached, and of the questions that were asked, in the order of the course."""
    reached = {step.lesson for place, step in enumerate(running.agenda.steps) if place in running.reached}
    touched = reached | {bank[question].lesson for question in running.asked}
    return tuple((one.slug, one.title) for one in desk.curriculum.course.lessons if one.slug in touched)


def _asked(question: Question, answers: int, options: tuple[OptionCount, ...]) -> AskedAloud:
    return AskedAloud(
        question=question.id, version=question.version, stem=question.stem, answers=answers, options=options
    )
