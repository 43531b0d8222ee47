"""A certificate can be checked, holds as long as what was taught is the same, and says why it no longer does."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from before_you_post.records import Lesson, Question, Standing
from before_you_post.store.training import FILE
from before_you_post.training.certificates import certificate_id, fits
from before_you_post.training.content import Content, content_of, what_changed
from before_you_post.training.curriculum import Curriculum
from before_you_post.training.days import months_later
from invented_learning import Clock, curriculum, lesson, opened_desk, passed, question


def standing(place: Path, clock: Clock, course: Curriculum | None = None) -> Standing:
    return opened_desk(place, clock, course).certificates("S-02")[0]


def test_an_id_stands_for_every_field_of_its_certificate(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    passed(desk, "S-02")
    made = desk.certificates("S-02")[0].certificate

    assert made.id.startswith("BYP-")
    assert [len(group) for group in made.id.split("-")] == [3, 5, 5, 5, 5]
    assert fits(made)
    for change in (
        {"person": "S-04"},
        {"name": "Ida Quill"},
        {"lesson": "second"},
        {"title": "Another"},
        {"issued_at": made.issued_at.replace(year=2025)},
        {"content": "0" * 64},
        {"right": 2},
        {"asked": 4},
        {"practice": "Another"},
        {"ledger": "0" * 64},
    ):
        assert not fits(replace(made, **change)), change  # type: ignore[arg-type]
    assert certificate_id(made) == made.id


def test_a_number_is_looked_up_however_it_is_typed(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    passed(desk, "S-02")
    number = desk.certificates("S-02")[0].certificate.id

    for typed in (number, number.lower(), f" {number.replace('-', ' ')} "):
        assert desk.check(typed).words.startswith(
            "Łukasz Nguyễn passed “The first lesson” on 2026-03-02, with 3 of 3 right. It still holds."
        )
    for typed in ("", "BYP", number[:-1], f"{number}A"):
        assert desk.check(typed).standing is None


def test_a_certificate_whose_line_was_rewritten_does_not_pass_for_one(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    passed(desk, "S-02")
    number = desk.certificates("S-02")[0].certificate.id
    with sqlite3.connect(tmp_path / "home" / FILE) as file:
        file.execute("DROP TRIGGER ledger_no_update")
        file.execute("UPDATE ledger SET body = replace(body, '\"right\":3', '\"right\":2') WHERE kind = 'certificate'")

    found = opened_desk(tmp_path).check(number)

    assert found.standing is None
    assert "Have the records checked" in found.words


def test_a_certificate_names_the_ledgers_last_line_before_it(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    passed(desk, "S-02")

    issued = desk.entries("S-02")[-1]

    assert desk.certificates("S-02")[0].certificate.ledger == issued.previous


def test_an_unchanged_lesson_keeps_its_certificates(tmp_path: Path) -> None:
    clock = Clock()
    passed(opened_desk(tmp_path, clock), "S-02")
    clock.on(days=300)

    assert standing(tmp_path, clock).holds


def lessons(**changed: object) -> Sequence[Lesson]:
    return [lesson("first", **changed), lesson("second"), lesson("final", exam=True)]


def bank(*more: Question) -> list[Question]:
    kept = [one for one in curriculum().bank.values() if one.id not in {new.id for new in more}]
    return [*kept, *more]


@pytest.mark.parametrize(
    "course",
    [
        curriculum(lessons=lessons(title="A better title", minutes=9, summary="Other words.")),
        curriculum(questions=bank(question("first-0", stem="What about first zero? (a typing error less)"))),
        curriculum(questions=bank(question("first-0", version=2))),
        curriculum(questions=bank(question("first-new"))),
        curriculum(questions=bank(question("first-critical", critical=True, stem="The same, spelt better?"))),
    ],
    ids=[
        "words of the lesson",
        "a corrected question",
        "a new version",
        "a further question",
        "a critical one's words",
    ],
)
def test_corrections_and_further_questions_lapse_nothing(tmp_path: Path, course: Curriculum) -> None:
    clock = Clock()
    passed(opened_desk(tmp_path, clock), "S-02")

    assert standing(tmp_path, clock, course).holds


@pytest.mark.parametrize(
    ("course", "reason"),
    [
        (curriculum(lessons=lessons(version=2)), "revised on March 4, 2026: it is version 2 now, and you took 1"),
        (curriculum(questions=bank(question("first-critical", critical=True, version=2))), "must be right"),
        (curriculum(questions=bank(question("first-must", critical=True))), "must be right"),
        (curriculum(lessons=[lesson("second")]), "has this lesson no longer"),
    ],
    ids=["a new version", "a critical question changed", "a further critical one", "the lesson is gone"],
)
def test_a_material_change_lapses_certificates_and_says_what_changed(
    tmp_path: Path, course: Curriculum, reason: str
) -> None:
    clock = Clock()
    passed(opened_desk(tmp_path, clock), "S-02")
    clock.on(days=2)

    lapsed = standing(tmp_path, clock, course)

    assert not lapsed.holds
    assert reason in lapsed.reason


def test_the_day_of_a_change_is_the_day_it_was_first_seen(tmp_path: Path) -> None:
    clock, changed = Clock(), curriculum(lessons=lessons(version=2))
    passed(opened_desk(tmp_path, clock), "S-02")
    clock.on(days=2)
    opened_desk(tmp_path, clock, changed).begin("S-04", "first")
    clock.on(days=50)

    assert "on March 4, 2026" in standing(tmp_path, clock, changed).reason


def test_passing_again_puts_a_new_certificate_in_place_of_the_lapsed_one(tmp_path: Path) -> None:
    clock, changed = Clock(), curriculum(lessons=lessons(version=2))
    passed(opened_desk(tmp_path, clock), "S-02")
    clock.on(days=2)
    desk = opened_desk(tmp_path, clock, changed)
    assert next(one for one in desk.cards("S-02")).state == "lapsed"
    passed(desk, "S-02")

    new, old = desk.certificates("S-02")

    assert (new.holds, old.holds) == (True, False)
    assert "newer certificate of March 4, 2026" in old.reason
    assert next(one for one in desk.cards("S-02")).state == "passed"


def test_a_certificate_is_good_for_as_long_as_the_practice_says(tmp_path: Path) -> None:
    clock = Clock()
    passed(opened_desk(tmp_path, clock, more="training: {refresher_months: 6}"), "S-02")
    clock.on(days=184)
    assert standing(tmp_path, clock).holds
    clock.on(days=1)

    assert "more than 6 months old" in standing(tmp_path, clock).reason


def test_rules_that_a_lesson_gained_or_lost_are_named() -> None:
    old = Content(lesson="a", version=1, rules=("hipaa-auth-core", "x-gone"), critical=())
    day = date(2026, 3, 4)
    gained = Content(lesson="a", version=1, rules=("hipaa-auth-core", "x-gone", "x-new"), critical=())
    lost = Content(lesson="a", version=1, rules=("hipaa-auth-core",), critical=())

    assert what_changed(old.parts(), gained, day) == "On March 4, 2026 the lesson gained the rule “x-new”."
    assert what_changed(old.parts(), lost, day) == "On March 4, 2026 the lesson lost the rule “x-gone”."
    assert what_changed(None, lost, day) == "The lesson was revised on March 4, 2026."


def test_the_content_of_a_real_lesson_holds_its_rules() -> None:
    course = curriculum(lessons=[lesson("authorization")])
    content = content_of(course.course.lessons[0], course.course, ())

    assert len(content.rules) > 20
    assert len(content.digest) == 64


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 15), 3, date(2027, 2, 15)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
