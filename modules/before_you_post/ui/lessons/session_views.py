"""What the pages of a staff session are sent, stage by stage.

Whoever takes part learns which option is right only once the answer is shown, and nobody learns what another one
answered: of answers, only their number is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ...records import Marked, Minutes, Question, QuestionUse, Told
from ...report.days import clock
from ...report.days import in_words as day
from ...training.grading import grade
from .question import explained, in_shown_order, shown

if TYPE_CHECKING:
    from ...records import OptionCount
    from ...training.desk import Learner
    from ...training.session import Running, StaffSession

Values = dict[str, Any]
NOT_ANSWERED = "You did not answer this one. Here is what is right, and why."
KEPT = "Kept in your training record as practice. It is never counted."
_USES = {QuestionUse.QUIZ: "may come in a quiz, too"}


def setup(session: StaffSession, learner: Learner | None) -> Values:
    """Before a session: plans, the day, who leads and who is there; and the minutes of former ones."""
    from ...training.session_plans import MONTHS  # noqa: PLC0415 - not before somebody is there

    today = session.today()
    return {
        "stage": "setup",
        "practice": session.desk.practice_name(),
        "nobody": session.desk.nobody(),
        "today": today.isoformat(),
        "months": [name for name, _, _ in MONTHS],
        "month": today.month - 1,
        "people": [{"person": one.person, "name": one.name, "role": one.role} for one in session.desk.roster()],
        "leader": learner.person if learner else "",
        "lessons": _lessons(session),
        "former": [
            {"session": one.session, "day": day(one.held_on), "title": one.title, "present": len(one.present)}
            for one in session.minutes()
        ],
    }


def choice(session: StaffSession, running: Running) -> Values:
    """For a manager, while somebody else leads."""
    return {"stage": "choice", "id": running.id, "title": running.agenda.title, "leader": _leader(session, running)}


def screen(session: StaffSession, running: Running) -> Values:
    """The big screen."""
    step = running.agenda.steps[running.step]
    asked = session.bank.get(running.question or "")
    return {
        "stage": "screen",
        "id": running.id,
        "title": running.agenda.title,
        "day": day(running.held_on),
        "minutes": running.minutes,
        "planned": running.agenda.minutes,
        "steps": [{"title": one.title, "minutes": one.minutes} for one in running.agenda.steps],
        "step": running.step,
        "step_minutes": running.step_minutes,
        "say": list(step.say),
        "questions": [_to_ask(session.bank[one], running) for one in step.questions if one in session.bank],
        "asked": shown(asked, running.id) if asked else None,
        "shown": running.shown,
        "answered": session.answered(running.id, asked.id) if asked else 0,
        "hands": dict(session.hands(running.id, asked.id)) if asked else {},
        "counts": _counts(asked, session.counts(running.id, asked.id), running.id) if asked and running.shown else [],
        "people": [
            {"person": one.person, "name": one.name, "here": one.person in running.people,
             "own": running.people.get(one.person, False)}
            for one in session.desk.roster()
        ],
        "notes": _notes(running),
    }  # fmt: skip


def minutes(written: Minutes) -> Values:
    """After a session: what was written down."""
    return {
        "stage": "minutes",
        "session": written.session,
        "title": written.title,
        "when": f"{day(written.held_on)}, {clock(written.began_at)} to {clock(written.ended_at)}",
        "leader": written.led_by,
        "present": [one.name for one in written.present],
        "away": list(written.away),
        "lessons": [title for _, title in written.lessons],
        "left_out": [title for title, _, reached in written.agenda if not reached],
        "asked": [
            {
                "stem": one.stem,
                "answers": one.answers,
                "hands": sum(option.hands for option in one.options),
                "right": [option.text for option in one.options if option.right],
            }
            for one in written.asked
        ],
        "notes": [{"label": label, "text": text} for label, text in written.notes],
    }


def waiting(*, may_lead: bool) -> Values:
    """On somebody's own device, while no session is open."""
    return {"stage": "wait", "may_lead": may_lead}


def device(session: StaffSession, running: Running, learner: Learner, *, may_lead: bool) -> Values:
    """On somebody's own device: the question on the screen, what they answered, and at the end why."""
    asked = session.bank.get(running.question or "")
    given = session.answer_of(running.id, learner.person, asked.id) if asked else None
    marked = None
    if asked and running.shown:
        answer = given if given is not None else []
        told = explained(asked, answer, grade(asked, answer) if given is not None else _unanswered(asked))
        marked = told if given is not None else {**told, "verdict": NOT_ANSWERED}
        marked["kept"] = KEPT if given is not None else ""
    return {
        "stage": "device",
        "id": running.id,
        "title": running.agenda.title,
        "leader": _leader(session, running),
        "step": running.agenda.steps[running.step].title,
        "here": learner.person in running.people,
        "asked": shown(asked, running.id) if asked else None,
        "given": given,
        "marked": marked,
        "may_lead": may_lead,
    }


def _lessons(session: StaffSession) -> list[Values]:
    """What can be chosen for a plan of one's own, lesson by lesson."""
    from ...training.session_plans import askable  # noqa: PLC0415 - not before somebody is there

    questions = askable(session.bank.values())
    return [
        {"title": lesson.title, "questions": of_it}
        for lesson in session.desk.curriculum.course.lessons
        if (of_it := [_to_choose(one) for one in questions if one.lesson == lesson.slug])
    ]


def _to_choose(question: Question) -> Values:
    case = "with a case" if question.case is not None else ""
    told = [words for words in (case, _USES.get(question.use, "")) if words]
    return {"id": question.id, "stem": question.stem, "told": "; ".join(told)}


def _to_ask(question: Question, running: Running) -> Values:
    return {"id": question.id, "stem": question.stem, "done": running.asked.get(question.id, False)}


def _counts(question: Question, counts: Iterable[OptionCount], seed: str) -> list[Values]:
    by_id = {one.option: one for one in counts}
    total = max(1, sum(one.own + one.hands for one in by_id.values()))
    return [
        {
            "id": option.id,
            "text": option.text,
            "right": option.right,
            "why": option.why,
            "own": by_id[option.id].own,
            "hands": by_id[option.id].hands,
            "share": round(100 * (by_id[option.id].own + by_id[option.id].hands) / total),
        }
        for option in in_shown_order(question, seed)
    ]


def _notes(running: Running) -> list[Values]:
    from ...training.session_minutes import NOTES  # noqa: PLC0415 - not before somebody is there

    return [{"name": name, "label": label, "text": running.notes.get(name, "")} for name, label in NOTES.items()]


def _leader(session: StaffSession, running: Running) -> str:
    return next((one.name for one in session.desk.everyone() if one.person == running.led_by), "")


def _unanswered(question: Question) -> Marked:
    told = tuple(Told(option=one.id, chosen=False, right=not one.right, why=one.why) for one in question.options)
    return Marked(right=False, told=told)
