"""The ready agendas are those of the facilitator's guide, and everything they ask can be asked."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from before_you_post.law.rows import every_row
from before_you_post.records import Agenda, InputError, Question
from before_you_post.rules import load_rules
from before_you_post.training.course import load_course
from before_you_post.training.curriculum import load_curriculum
from before_you_post.training.option_rules import complaint_about
from before_you_post.training.session_plans import (
    ASKED_ALOUD,
    MONTHS,
    MOST,
    askable,
    chosen_questions,
    fifteen_minutes,
    forty_five_minutes,
    with_own,
)
from before_you_post.training.session_questions import OWN

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs/facilitators-guide.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bank() -> dict[str, Question]:
    return with_own(load_curriculum().bank)


def times(heading: str) -> list[tuple[int, int]]:
    part = GUIDE.partition(f"## {heading}")[2].partition("\n## ")[0]
    return [(int(a), int(b)) for a, b in re.findall(r"^\| (\d+) – (\d+) \|", part, re.M)]


@pytest.mark.parametrize(
    ("heading", "agenda"),
    [("The 45-minute session", forty_five_minutes()), ("The 15-minute session", fifteen_minutes(0))],
    ids=["45", "15"],
)
def test_the_times_are_those_of_the_guide(heading: str, agenda: Agenda) -> None:
    assert [end - start for start, end in times(heading)] == [step.minutes for step in agenda.steps]


def test_the_months_ask_what_the_guide_asks() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", GUIDE, re.M)
    asked = {int(number): words for number, _, words in rows}
    assert len(asked) == len(MONTHS) == 12
    for number, (name, _, _) in enumerate(MONTHS, 1):
        assert asked[number].split()[-2:] == name.split()[-2:], f"month {number}"


def test_every_photo_of_a_month_is_the_one_its_question_is_about(bank: dict[str, Question]) -> None:
    rows = re.findall(r"^\| (\d+) \| `(.+?)` \|", GUIDE, re.M)
    for number, photo in rows:
        [question] = MONTHS[int(number) - 1][2]
        case = bank[question].case
        assert case is not None, question
        assert case.photo == photo, question


def test_every_question_of_a_plan_can_be_put_to_a_room(bank: dict[str, Question]) -> None:
    plans = [forty_five_minutes(), *map(fifteen_minutes, range(len(MONTHS)))]
    for question in (one for plan in plans for step in plan.steps for one in step.questions):
        assert bank[question].kind in ASKED_ALOUD, question


def test_every_lesson_of_a_plan_is_in_the_course() -> None:
    slugs = set(load_course().slugs())
    plans = [forty_five_minutes(), *map(fifteen_minutes, range(len(MONTHS)))]
    assert {step.lesson for plan in plans for step in plan.steps if step.lesson} <= slugs


@pytest.mark.parametrize("question", OWN, ids=lambda one: one.id)
def test_questions_of_sessions_only_are_as_sound_as_those_of_the_bank(question: Question) -> None:
    assert complaint_about(question) is None
    assert question.id not in load_curriculum().bank
    known = {rule.id for rule in load_rules()} | {row.id for row in every_row()}
    assert set(question.rules) <= known


def test_what_they_say_of_a_photo_is_what_the_audit_finds() -> None:
    with (ROOT / "sample_data/quillfeather/expected_findings.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    hand = [row for row in found if any("spots-gone.jpg" in cell for cell in row)]
    assert [("ftc-deceptive-image" in row, "needs_review" in row) for row in hand] == [(True, True)]
    assert not [row for row in found if "website/face-lift/lift-front-pair.jpg" in row]


def test_an_agenda_of_one_s_own_goes_lesson_by_lesson(bank: dict[str, Question]) -> None:
    chosen = [bank[one] for one in ("identifies-bar-and-no-form", "device-straight-from-the-phone")]
    agenda = chosen_questions([*chosen, chosen[0]][:2], {"what-identifies": "What identifies a person"})
    assert [step.title for step in agenda.steps] == [
        "What identifies a person",
        "devices-and-storage",
        "What we change",
    ]
    assert agenda.minutes == 15


def test_an_agenda_of_nothing_or_of_too_much_is_refused(bank: dict[str, Question]) -> None:
    for chosen in ([], askable(bank.values())[: MOST + 1]):
        with pytest.raises(InputError):
            chosen_questions(chosen, {})
