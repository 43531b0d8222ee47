"""An invented office that has been learning for months: what its people answered, passed, missed and left undone.

Everything is done through the desk, with a clock that a test sets; so the records are those that a real office makes.
"""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from before_you_post.records import Attempt, EntryKind, Question
from before_you_post.store.training import TrainingStore
from before_you_post.training.curriculum import load_curriculum
from before_you_post.training.desk import TrainingDesk
from before_you_post.training.grading import solution
from before_you_post.ui.lessons.learning import Learning
from before_you_post.ui.lessons.records import RecordsPage
from invented_learning import Clock, practice_folder

MANAGER = "S-01"
HOSTILE = "<img src=x onerror=alert(1)>"
STAFF = f"""\
person,name,role,hired_on,left_on,publishes_on
S-01,Rosa Ames,office manager and privacy officer,2019-05-06,,none
S-02,Dr. Imre Castellane,dermatologist,2014-09-01,,none
S-03,Dr. Noor Vandersloot,facial plastic surgeon,2018-02-12,,none
S-04,Ida Quill,nurse,2021-02-01,,none
S-05,Łukasz Nguyễn,social media,2023-03-06,,instagram
S-06,Wilhelmina Farthingale-Okonkwo,front desk,2020-08-17,,website; brochure
S-07,Tobias Renn,medical assistant and photographer,2022-01-10,,none
S-08,Mara Ellingboe,aesthetician,2024-06-03,,none
S-09,Odd Berg,medical assistant,2020-01-06,2026-05-29,none
S-10,{HOSTILE},front desk,2025-11-03,,none
S-11,Priya Holm,billing,2021-10-04,,none
S-12,Jonas Tveit,front desk,2026-10-19,,none
"""
# of each person: the day they begin, the share they know, how many lessons they take
PLANS = {
    "S-01": (date(2026, 1, 12), 0.98, 99),
    "S-02": (date(2026, 2, 3), 0.85, 9),
    "S-03": (date(2026, 4, 20), 0.7, 3),
    "S-04": (date(2026, 1, 19), 0.9, 99),
    "S-05": (date(2026, 3, 9), 0.6, 8),
    "S-06": (date(2025, 10, 6), 0.85, 12),
    "S-07": (date(2026, 2, 16), 0.8, 7),
    "S-08": (date(2026, 6, 1), 0.75, 6),
    "S-09": (date(2026, 1, 26), 0.8, 5),
    "S-10": (date(2026, 9, 14), 0.55, 2),
}
FEW = {person: (PLANS[person][0], 0.9, most) for person, most in (("S-04", 12), ("S-05", 4), ("S-06", 5), ("S-09", 2))}
TODAY = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


@dataclass
class Office:
    """The desk of the office, its clock and its folders."""

    desk: TrainingDesk
    clock: Clock
    folder: Path
    home: Path


@cache
def shared_office() -> Office:
    """An office with some months of learning, for tests that only look at it: each answer is written to the disk."""
    place = Path(tempfile.mkdtemp(prefix="office-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return busy_office(place, FEW)


def empty_office(place: Path, staff: str = STAFF) -> Office:
    """The office before anybody learned anything."""
    folder, clock = practice_folder(place, staff=staff), Clock(TODAY)
    home = place / "home"
    desk = TrainingDesk(folder, store=TrainingStore(home), now=clock, curriculum=load_curriculum())
    return Office(desk, clock, folder, home)


def busy_office(place: Path, plans: dict[str, tuple[date, float, int]] | None = None) -> Office:
    """The office after a year: most have taken most lessons, somebody left, somebody has just begun."""
    office = empty_office(place)
    days = [visit for person, plan in (plans or PLANS).items() for visit in _visits(office.desk, person, *plan)]
    for at, person, slug, knows in sorted(days):
        office.clock.at = at
        if office.desk.hired_on(person) and person in {one.person for one in office.desk.roster()}:
            _take(office, person, slug, knows)
    office.clock.at = datetime(2026, 10, 20, 9, 0, tzinfo=UTC)
    office.desk.assign("Rosa Ames", "S-05", "channels", date(2026, 11, 6), "You asked how long stories stay visible.")
    office.desk.note(
        EntryKind.ATTENDED,
        "S-04",
        {"title": "Staff meeting", "led_by": "Rosa Ames", "lessons": ["Every channel counts"]},
    )
    for person in ("S-04", "S-05"):
        office.desk.choose_pin(person, "482915")
    office.clock.at = TODAY
    return office


def crowd(number: int) -> str:
    """A table of staff with so many people."""
    rows = [f"P-{one:03},Person {one:03},nurse,2024-01-{one % 28 + 1:02},,none" for one in range(number)]
    return "\n".join(["person,name,role,hired_on,left_on,publishes_on", "S-01,Rosa Ames,office manager,,,none", *rows])


def _visits(
    desk: TrainingDesk, person: str, begins: date, knows: float, most: int
) -> list[tuple[datetime, str, str, float]]:
    chance = random.Random(person)  # noqa: S311 - an invented office
    audiences = next(one.audiences for one in desk.everyone() if one.person == person)
    mine = [one for one in desk.curriculum.course.lessons if set(one.audience).intersection(audiences)][:most]
    at = datetime(begins.year, begins.month, begins.day, 12, 5, tzinfo=UTC)
    found = []
    for lesson in mine:
        found.append((at, person, lesson.slug, knows))
        at += timedelta(days=chance.randint(1, 12), minutes=chance.randint(0, 90))
    return [visit for visit in found if visit[0] < TODAY]


def _take(office: Office, person: str, slug: str, knows: float) -> None:
    """Up to three tries at a lesson, and the signature after the one that passes."""
    chance = random.Random(f"{person} {slug}")  # noqa: S311
    for attempt_number in range(3):
        attempt = office.desk.begin(person, slug)
        _answer(office, attempt, chance, knows + 0.1 * attempt_number)
        office.clock.on(minutes=6)
        if office.desk.finish(attempt.id).passed:
            office.desk.attest(person, slug)
            return
        office.clock.on(minutes=4)


def _answer(office: Office, attempt: Attempt, chance: random.Random, knows: float) -> None:
    bank = office.desk.curriculum.bank
    for one in attempt.asked:
        if one.answer is None:
            question = bank[one.question]
            right = chance.random() < knows - 0.06 * (question.difficulty - 1)
            office.desk.answer(attempt.id, one.question, solution(question) if right else _wrong(question, chance))


def _wrong(question: Question, chance: random.Random) -> object:
    """An answer of the right shape that is wrong."""
    right = solution(question)
    if isinstance(right, str):
        return "1999-01-01" if "-" in right else str(chance.randint(400, 900))
    if isinstance(right, dict):
        values = sorted(set(right.values()))
        return {key: values[(values.index(value) + 1) % len(values)] for key, value in right.items()}
    wrong = [one.id for one in question.options if one.id not in right]
    return [chance.choice(wrong)] if wrong else list(reversed(right))


def office_page(place: str, at: datetime = TODAY) -> RecordsPage:
    """The manager's page of the office whose folder and records lie in that place."""
    clock, home = Clock(at), Path(place) / "home"
    folder = Path(place) / "practice"
    learning = Learning(lambda: TrainingDesk(folder, store=TrainingStore(home), now=clock))
    return RecordsPage(learning, now=clock, home=home)
