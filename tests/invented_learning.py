"""A small invented course, a practice with staff, and a clock that stands where a test puts it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from before_you_post.records import (
    Attempt,
    Audience,
    Lesson,
    Option,
    Question,
    QuestionKind,
    QuestionUse,
)
from before_you_post.store.training import TrainingStore
from before_you_post.training.course import Course
from before_you_post.training.curriculum import Curriculum
from before_you_post.training.desk import TrainingDesk

STAFF = """\
person,name,role,hired_on,left_on,publishes_on
S-01,Rosa Ames,office manager,2019-05-06,,none
S-02,Łukasz Nguyễn,social media,2021-03-01,,instagram
S-03,Odd Berg,medical assistant,2020-01-06,2026-01-30,none
S-04,Ida Quill,nurse,2026-02-02,,instagram; website
"""
PRACTICE = """\
name: Plumtree Skin
states: [{states}]
privacy_official: Rosa Ames
channels:
  instagram: published/instagram
  website: published/website
  brochure: published/brochure
{more}
"""


@dataclass
class Clock:
    """Says the time a test has set."""

    at: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 9, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def on(self, **later: float) -> None:
        self.at += timedelta(**later)


def question(name: str, lesson: str = "first", **changed: object) -> Question:
    options = (
        Option(id="yes", text="Yes, ask", right=True, why="Because it is so."),
        Option(id="no", text="No, post", right=False, why="Because it is not so."),
        Option(id="maybe", text="Perhaps", right=False, why="Because nobody knows."),
    )
    values: dict[str, object] = {
        "id": name,
        "lesson": lesson,
        "version": 1,
        "kind": QuestionKind.SINGLE,
        "use": QuestionUse.QUIZ,
        "stem": f"What about {name}?",
        "options": options,
        "rules": (f"rule-{name}",),
        "claims": (),
        "difficulty": 1,
    }
    return Question(**(values | changed))  # type: ignore[arg-type]


def lesson(slug: str, **changed: object) -> Lesson:
    values: dict[str, object] = {
        "slug": slug,
        "title": f"The {slug} lesson",
        "summary": "What it is about.",
        "minutes": 5,
        "audience": (Audience.EVERYONE,),
        "claims": (),
        "draws": 3,
    }
    return Lesson(**(values | changed))  # type: ignore[arg-type]


def curriculum(lessons: Iterable[Lesson] | None = None, questions: Iterable[Question] | None = None) -> Curriculum:
    """Two lessons of six questions each and an exam; the second lesson is for marketing."""
    lessons = lessons or (
        lesson("first"),
        lesson("second", audience=(Audience.MARKETING,)),
        lesson("final", exam=True, draws=4),
    )
    questions = questions or (
        *(question(f"first-{number}") for number in range(5)),
        question("first-critical", critical=True),
        *(question(f"second-{number}", "second") for number in range(6)),
        question("first-before", use=QuestionUse.BEFORE),
    )
    return Curriculum(course=Course(title="A course", lessons=tuple(lessons)), bank={one.id: one for one in questions})


def practice_folder(place: Path, *, staff: str = STAFF, states: str = "OH", more: str = "") -> Path:
    folder = place / "practice"
    for channel in ("instagram", "website", "brochure"):
        (folder / "published" / channel).mkdir(parents=True, exist_ok=True)
    (folder / "originals").mkdir(exist_ok=True)
    (folder / "practice.yaml").write_text(PRACTICE.format(states=states, more=more), encoding="utf-8")
    if staff:
        (folder / "staff.csv").write_text(staff, encoding="utf-8")
    return folder


def opened_desk(
    place: Path, clock: Clock | None = None, course: Curriculum | None = None, **practice: str
) -> TrainingDesk:
    """A desk of the invented practice; its records lie in ``place / "home"``."""
    folder = place / "practice"
    if practice or not folder.exists():
        folder = practice_folder(place, **practice)
    store = TrainingStore(place / "home")
    return TrainingDesk(folder, store=store, now=clock or Clock(), curriculum=course or curriculum())


def answer_all(desk: TrainingDesk, attempt: Attempt, *, wrong: Iterable[str] = ()) -> None:
    wrong = set(wrong)
    for one in attempt.asked:
        desk.answer(attempt.id, one.question, ["no" if one.question in wrong else "yes"])


def passed(desk: TrainingDesk, person: str, slug: str = "first") -> None:
    """The person passes a lesson and signs."""
    attempt = desk.begin(person, slug)
    answer_all(desk, attempt)
    desk.finish(attempt.id)
    assert desk.attest(person, slug) is not None
