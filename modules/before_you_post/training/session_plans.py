"""The agendas of docs/facilitators-guide.md, ready to lead: 45 minutes once a year, 15 minutes a month.

The cases ask questions of the bank where it has a fitting one. Two photos of the guide have none; their questions stand
in ``session_questions.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..records import Agenda, InputError, Problem, Question, QuestionKind, Step
from .session_questions import OWN

ASKED_ALOUD = (QuestionKind.SINGLE, QuestionKind.TRUE_FALSE, QuestionKind.DECISION, QuestionKind.SEVERAL)
"""Kinds that a room can answer by hands, too: a count for each option says it all."""

MOST = 20  # questions of an agenda of one's own
_EACH = 5  # minutes
_LOOK = "Look first, and say nothing. Then everybody answers."
_CAUGHT = "What would have caught this here?"
_CASE = (_LOOK, "What did you see? One from each side.", _CAUGHT)
_RULES = (
    "No real patients. All patients here are invented, and all pictures were made by a program.",
    "Nobody is to blame. We look at what made a mistake easy.",
    "“I don't know” is a good answer. We write it down and find out.",
)
_CHECKLIST = (
    "In pairs: the checklist, on one real post of ours that shows no patient.",
    "One reads the steps, the other checks.",
    "Which step would have been hard with a patient in it?",
)
_CHANGE = (
    "What is the one thing that would make this easier here?",
    "Choose two, no more. Who does it, and by when? Write it into the notes.",
)
_WHOM = (
    "Keep a copy, take it down, call. In that order, and without waiting.",
    "Say aloud: whom would you call?",
)


def forty_five_minutes() -> Agenda:
    """The session for once a year, or for a new team."""
    return Agenda(
        title="The 45-minute session",
        steps=(
            Step(title="Welcome: why we are here, and three rules", minutes=4, say=_RULES),
            _case("Case 1: the bar over the eyes", "what-identifies", *_BAR, "checklist-bar-with-a-form"),
            _case("Case 2: the other place", "vendors", *_PLACE),
            _case("Case 3: the hand in the letter", "truth-in-advertising", *_HAND),
            _case("Case 4: straight from the phone", "devices-and-storage", *_PHONE),
            Step(
                title="The post that should not be there: what do we do?",
                minutes=6,
                say=_WHOM,
                lesson="when-it-goes-wrong",
                questions=("wrong-deleted-within-the-hour",),
            ),
            Step(title="The checklist, in pairs", minutes=8, say=_CHECKLIST, lesson="before-you-post"),
            Step(title="Two things we change, who does them, by when", minutes=5, say=_CHANGE),
            Step(title="Sign the list. Thank you.", minutes=2),
        ),
    )


def fifteen_minutes(month: int) -> Agenda:
    """The session for a monthly staff meeting, with one of MONTHS, counted from 0."""
    name, lesson, questions = MONTHS[month]
    return Agenda(
        title=f"The 15-minute session: {name}",
        steps=(
            Step(title="One photo, one question", minutes=1, say=("All patients are invented.",)),
            Step(title=f"The case: {name}", minutes=5, say=_CASE, lesson=lesson, questions=questions),
            Step(title="Could this happen here?", minutes=4, say=(_CAUGHT, "What would a patient say?")),
            Step(
                title="One thing to change: who, by when",
                minutes=3,
                say=("Look at last month's: is it done?", "Write it into the notes."),
            ),
            Step(title="Sign the list. Thank you.", minutes=2),
        ),
    )


def chosen_questions(questions: Sequence[Question], titles: Mapping[str, str]) -> Agenda:
    """An agenda of one's own: the chosen questions, lesson by lesson. Raises InputError for none, or too many."""
    if not 1 <= len(questions) <= MOST:
        raise InputError(
            Problem(
                path="the session",
                found=f"{len(questions)} questions chosen",
                expected=f"from 1 to {MOST} questions",
                remedy="Tick the questions you want to ask.",
            )
        )
    lessons = list(dict.fromkeys(question.lesson for question in questions))
    steps = [
        Step(
            title=titles.get(slug, slug),
            minutes=_EACH * len(ids),
            say=(_LOOK,),
            lesson=slug,
            questions=ids,
        )
        for slug in lessons
        if (ids := tuple(question.id for question in questions if question.lesson == slug))
    ]
    return Agenda(title="A session of our own", steps=(*steps, Step(title="What we change", minutes=5, say=_CHANGE)))


def askable(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Those that can be put to a room, in the order of the bank."""
    return tuple(question for question in questions if question.kind in ASKED_ALOUD)


def with_own(bank: Mapping[str, Question]) -> dict[str, Question]:
    """The bank and the questions that only sessions ask."""
    return {**bank, **{question.id: question for question in OWN}}


def _case(title: str, lesson: str, *questions: str) -> Step:
    return Step(title=title, minutes=5, say=_CASE, lesson=lesson, questions=questions)


_BAR = ("identifies-bar-and-no-form",)
_PLACE = ("place-same-photo-elsewhere",)
_HAND = ("session-hand-in-the-letter",)
_PHONE = ("device-straight-from-the-phone",)

MONTHS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Does a bar replace a form?", "what-identifies", _BAR),
    ("Does one form cover every place?", "channels", _PLACE),
    ("She signed for the after photo. And the before?", "before-after-collages", ("pair-front-collage",)),
    ("The form was good when we posted it. And today?", "authorization", ("auth-form-ran-out",)),
    ("She posted it herself. May we share it?", "posted-by-others", ("others-her-own-picture",)),
    ("Look around the photo. Where is his name?", "what-identifies", ("identifies-name-in-the-address",)),
    ("Is it true?", "truth-in-advertising", _HAND),
    ("What hides in the file?", "devices-and-storage", _PHONE),
    ("It is cropped. Is that enough?", "what-identifies", ("identifies-cheek-with-hidden-face",)),
    ("She works here. Does she need a form?", "phi-and-the-record", ("record-colleague-as-patient",)),
    ("A lost camera card. Whom do you call, and when?", "when-it-goes-wrong", ("session-lost-card",)),
    ("Nothing was found here. What did somebody do right?", "authorization", ("session-what-is-right",)),
)
"""The guide's twelve cases: the question it asks, the lesson, and the questions of the bank."""
