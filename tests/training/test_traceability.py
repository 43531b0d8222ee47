"""The curriculum has no gap, and every kind of gap is named when there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from before_you_post.training.places import COURSE_FILE, LESSONS, QUIZZES
from before_you_post.training.traceability import Gap, gaps

TODAY = date(2026, 11, 22)


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    """A copy of the whole curriculum, to break."""
    shutil.copytree(QUIZZES, tmp_path / "quizzes")
    shutil.copytree(LESSONS, tmp_path / "lessons", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(COURSE_FILE, tmp_path / "course.toml")
    return tmp_path


def found_in(folder: Path, on: date = TODAY) -> tuple[Gap, ...]:
    return gaps(on, course_file=folder / "course.toml", quizzes=folder / "quizzes", lessons=folder / "lessons")


def test_nothing_is_missing_from_the_curriculum() -> None:
    assert gaps(TODAY) == ()


def changed(path: Path, there: str, instead: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert there in text
    path.write_text(text.replace(there, instead), encoding="utf-8")


def words(found: tuple[Gap, ...]) -> Iterator[str]:
    return (f"{gap.about}: {gap.words}" for gap in found)


def test_a_lesson_without_its_notebook_is_named(curriculum: Path) -> None:
    (curriculum / "lessons/authorization.ipynb").unlink()
    assert any(line.startswith("authorization: no lesson that can be read") for line in words(found_in(curriculum)))


def test_a_lesson_without_its_quiz_is_named(curriculum: Path) -> None:
    changed(curriculum / "lessons/authorization.ipynb", "lesson.quiz()", "lesson.rules()")
    assert Gap("authorization", "the lesson does not show lesson.quiz()") in found_in(curriculum)


def test_a_lesson_that_the_course_does_not_plan_is_named_with_its_rules(curriculum: Path) -> None:
    changed(curriculum / "course.toml", 'slug = "channels"', 'slug = "places"')
    found = list(words(found_in(curriculum)))
    assert any("names the lesson channels, which the course does not plan" in line for line in found)


def test_rules_and_claims_that_nobody_is_asked_about_are_named(curriculum: Path) -> None:
    (curriculum / "quizzes/posted-by-others.yaml").write_text(
        "lesson: posted-by-others\nquestions: []\n", encoding="utf-8"
    )
    found = list(words(found_in(curriculum)))
    assert any(line.startswith("S21: is asked") for line in found)
    assert any("questions to draw" in line for line in found)
    assert any("trap-review-reply: is taught, and no question asks it" in line for line in found)


def test_a_question_about_no_rule_is_named(curriculum: Path) -> None:
    path = curriculum / "quizzes/channels.yaml"
    changed(path, "hipaa-auth-channel", "hipaa-auth-chanel")
    assert any("hipaa-auth-chanel, which is no rule" in line for line in words(found_in(curriculum)))


def test_a_practice_question_that_no_lesson_shows_is_named(curriculum: Path) -> None:
    path = curriculum / "lessons/channels.ipynb"
    changed(path, "lesson.ask(", "lesson.photo(")
    assert any("the lesson does not ask it" in line for line in words(found_in(curriculum)))


def test_days_to_look_again_that_have_passed_are_named() -> None:
    assert any("was to be looked at again by" in gap.words for gap in gaps(date(2031, 1, 1)))
