"""The desk keeps what it is told, counts it fairly, and certifies what was passed and signed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from before_you_post.records import EntryKind, InputError, Purpose
from before_you_post.training.desk import LessonCard, TrainingDesk
from invented_learning import Clock, answer_all, curriculum, lesson, opened_desk, passed, question

RIGHT, WRONG = ["yes"], ["no"]


def card(desk: TrainingDesk, slug: str = "first", person: str = "S-02") -> LessonCard:
    return next(one for one in desk.cards(person) if one.lesson.slug == slug)


def test_a_lesson_is_new_then_begun_then_passed(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    assert card(desk).state == "new"

    attempt = desk.begin("S-02", "first")
    assert card(desk).state == "begun"
    answer_all(desk, attempt)
    result = desk.finish(attempt.id)

    assert (result.passed, result.right, result.asked, result.pass_mark) == (True, 3, 3, 0.8)
    assert (result.certificate, result.needs_attestation) == (None, True)
    assert (card(desk).state, card(desk).best) == ("begun", (3, 3))
    assert "sign" in card(desk).why or card(desk).due is not None
    certificate = desk.attest("S-02", "first")
    assert certificate is not None
    assert (certificate.name, certificate.right, certificate.asked) == ("Łukasz Nguyễn", 3, 3)
    assert (card(desk).state, card(desk).certificate) == ("passed", certificate)


def test_signing_first_and_passing_later_certifies_as_well(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    assert desk.attest("S-02", "first") is None
    attempt = desk.begin("S-02", "first")
    answer_all(desk, attempt)

    result = desk.finish(attempt.id)

    assert result.certificate is not None
    assert not result.needs_attestation
    assert desk.attest("S-02", "first") is None, "one certificate for one pass"
    assert len(desk.certificates("S-02")) == 1


def test_too_few_right_answers_do_not_pass_and_can_be_tried_again_without_end(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    for _ in range(4):
        attempt = desk.begin("S-02", "first")
        missed = next(one.question for one in attempt.asked if one.question != "first-critical")
        answer_all(desk, attempt, wrong=[missed])
        result = desk.finish(attempt.id)
        assert (result.passed, result.right, result.missed, result.missed_critical) == (False, 2, (missed,), ())
    assert card(desk).best == (2, 3)


def test_the_pass_mark_itself_passes(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path, more="training: {pass_mark: 80%, questions: 5}")
    attempt = desk.begin("S-02", "first")
    missed = next(one.question for one in attempt.asked if one.question != "first-critical")
    answer_all(desk, attempt, wrong=[missed])

    assert desk.finish(attempt.id).passed


@pytest.mark.parametrize(("word", "passes"), [("yes", False), ("no", True)])
def test_a_question_that_must_be_right_decides_whatever_the_score(tmp_path: Path, word: str, passes: bool) -> None:
    desk = opened_desk(tmp_path, more=f"training: {{pass_mark: 50%, questions: 5, critical_must_be_right: {word}}}")
    attempt = desk.begin("S-02", "first")
    answer_all(desk, attempt, wrong=["first-critical"])

    result = desk.finish(attempt.id)

    assert result.missed_critical == ("first-critical",)
    assert result.passed is passes


def test_an_unfinished_attempt_goes_on_where_it_stood(tmp_path: Path) -> None:
    first = opened_desk(tmp_path)
    attempt = first.begin("S-02", "first")
    first.answer(attempt.id, attempt.asked[1].question, RIGHT)

    again = opened_desk(tmp_path).begin("S-02", "first")

    assert again.id == attempt.id
    assert [one.answer for one in again.asked] == [None, RIGHT, None]
    assert opened_desk(tmp_path).begin("S-04", "first").id != attempt.id, "another person has their own"


def test_an_attempt_begun_before_a_question_changed_is_not_gone_on_with(tmp_path: Path) -> None:
    attempt = opened_desk(tmp_path).begin("S-02", "first")
    bank = curriculum().bank
    changed = [question(one, bank[one].lesson, version=2, critical=bank[one].critical) for one in bank]
    desk = opened_desk(tmp_path, course=curriculum(questions=changed))

    assert desk.begin("S-02", "first").id != attempt.id
    with pytest.raises(InputError, match="newer version"):
        desk.answer(attempt.id, attempt.asked[0].question, RIGHT)


def test_the_first_answer_to_a_question_counts(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)
    attempt = desk.begin("S-02", "first")
    asked = attempt.asked[0].question
    first, at = desk.answer(attempt.id, asked, WRONG)
    clock.on(minutes=3)

    second, again = desk.answer(attempt.id, asked, RIGHT)

    assert (first.right, second.right) == (False, False)
    assert at == again
    assert len([one for one in desk.entries("S-02") if one.kind is EntryKind.ANSWERED]) == 1


def test_two_desks_that_answer_at_once_count_once(tmp_path: Path) -> None:
    one, other = opened_desk(tmp_path), opened_desk(tmp_path)
    attempt = one.begin("S-02", "first")
    other.begin("S-02", "first")
    one.answer(attempt.id, attempt.asked[0].question, RIGHT)
    other.answer(attempt.id, attempt.asked[0].question, WRONG)
    for asked in attempt.asked[1:]:
        other.answer(attempt.id, asked.question, RIGHT)

    assert one.finish(attempt.id).right == 3
    assert other.finish(attempt.id).right == 3
    assert len([entry for entry in one.entries() if entry.kind is EntryKind.FINISHED]) == 1


def test_an_attempt_with_open_questions_is_not_counted(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    attempt = desk.begin("S-02", "first")
    desk.answer(attempt.id, attempt.asked[0].question, RIGHT)

    with pytest.raises(InputError, match="2 of 3 questions not answered"):
        desk.finish(attempt.id)


def test_what_a_browser_makes_up_is_refused(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    attempt = desk.begin("S-02", "first")
    absent = next(one for one in ("first-0", "first-1", "first-2", "first-3") if one not in
                  [asked.question for asked in attempt.asked])  # fmt: skip
    for refused in (
        lambda: desk.begin("S-02", "no-such-lesson"),
        lambda: desk.begin("S-99", "first"),
        lambda: desk.answer("no-such-attempt", "first-0", RIGHT),
        lambda: desk.answer(attempt.id, absent, RIGHT),
        lambda: desk.answer(attempt.id, attempt.asked[0].question, ["made up"]),
        lambda: desk.answer(attempt.id, attempt.asked[0].question, None),
        lambda: desk.practised("S-02", attempt.asked[0].question, RIGHT),
        lambda: desk.practised("S-02", "no-such-question", RIGHT),
        lambda: desk.attest("S-02", "no-such-lesson"),
    ):
        with pytest.raises(InputError):
            refused()
    assert [one.kind for one in desk.entries("S-02")] == [EntryKind.BEGAN]


def test_practice_is_kept_and_never_counted(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)

    marked, at = desk.practised("S-02", "first-before", WRONG)

    assert (marked.right, at) == (False, clock.at)
    assert desk.reviews_due("S-02") == ()
    clock.on(days=30)
    assert desk.reviews_due("S-02") == ()
    assert card(desk).best is None


def test_missed_questions_come_back_as_a_review_and_go_away(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)
    attempt = desk.begin("S-02", "first")
    missed = sorted(one.question for one in attempt.asked)[:2]
    answer_all(desk, attempt, wrong=missed)
    desk.finish(attempt.id)
    with pytest.raises(InputError, match="no questions"):
        desk.begin("S-02", "first", Purpose.REVIEW)

    for days, due in ((1, 2), (7, 2), (30, 2)):
        clock.on(days=days)
        assert len(desk.reviews_due("S-02")) == due
        review = desk.begin("S-02", "second", Purpose.REVIEW)
        assert sorted(one.question for one in review.asked) == missed, "whichever lesson it is asked from"
        answer_all(desk, review)
        result = desk.finish(review.id)
        assert (result.certificate, result.needs_attestation) == (None, False), "a review certifies nothing"
        assert desk.reviews_due("S-02") == ()
    clock.on(days=400)
    assert desk.reviews_due("S-02") == ()


def test_a_review_can_be_begun_without_a_lesson(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)
    attempt = desk.begin("S-02", "first")
    answer_all(desk, attempt, wrong=["first-critical"])
    clock.on(days=2)

    assert [one.question for one in desk.begin("S-02", "", Purpose.REVIEW).asked] == ["first-critical"]


def test_the_exam_asks_of_every_lesson_that_is_for_the_person(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)

    marketing, clinical = desk.begin("S-02", "final"), desk.begin("S-01", "final")

    assert marketing.purpose is Purpose.EXAM
    assert {one.question.partition("-")[0] for one in marketing.asked} == {"first", "second"}
    assert {one.question.partition("-")[0] for one in clinical.asked} == {"first"}
    assert len(marketing.asked) == 4
    answer_all(desk, marketing)
    desk.finish(marketing.id)
    certificate = desk.attest("S-02", "final")
    assert certificate is not None and certificate.lesson == "final"


def test_a_lesson_without_questions_says_so(tmp_path: Path) -> None:
    course = curriculum(lessons=[lesson("first"), lesson("empty")])

    with pytest.raises(InputError, match="no questions"):
        opened_desk(tmp_path, course=course).begin("S-02", "empty")


def test_cards_stand_in_the_order_of_the_course_and_say_for_whom(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)

    assert [(one.lesson.slug, one.for_me) for one in desk.cards("S-02")] == [
        ("first", True), ("second", True), ("final", True),
    ]  # fmt: skip
    assert [one.for_me for one in desk.cards("S-01")] == [True, False, True]


def test_a_leaver_has_cards_and_nothing_due(tmp_path: Path) -> None:
    clock = Clock()
    clock.on(days=-60)
    passed(opened_desk(tmp_path, clock), "S-03")

    desk = opened_desk(tmp_path)

    assert desk.assignments("S-03") == ()
    assert card(desk, person="S-03").state == "passed"


def test_the_questions_as_they_were_asked_stand_in_the_ledger_once(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    for person in ("S-02", "S-04"):
        attempt = desk.begin(person, "first")
        answer_all(desk, attempt)

    contents = [one.body for one in desk.entries() if one.kind is EntryKind.CONTENT]

    stems = [one["stem"] for one in contents if "question" in one]
    assert len(stems) == len(set(stems)) >= 3
    assert sum("question" not in one for one in contents) == 1
    assert desk.verify().whole


def test_a_late_desk_knows_what_an_earlier_one_wrote(tmp_path: Path) -> None:
    one, other = opened_desk(tmp_path), opened_desk(tmp_path)
    assert card(other).state == "new"
    passed(one, "S-02")

    assert card(other).state == "passed"


_LEARNER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from invented_learning import opened_desk, curriculum, lesson, question
many = curriculum(lessons=[lesson("first", draws=50)], questions=[question(f"first-{n}") for n in range(50)])
desk = opened_desk(Path(sys.argv[1]), course=many)
attempt = desk.begin("S-02", "first")
for one in attempt.asked:
    marked, at = desk.answer(attempt.id, one.question, ["yes"])
    print(one.question, flush=True)
"""


def test_every_answer_that_was_said_to_be_saved_survives_a_killed_program(tmp_path: Path) -> None:
    course = curriculum(lessons=[lesson("first", draws=50)], questions=[question(f"first-{n}") for n in range(50)])
    opened_desk(tmp_path, course=course)
    process = subprocess.Popen(
        [sys.executable, "-c", _LEARNER, str(tmp_path), str(Path(__file__).parent.parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(8)]
    os.kill(process.pid, signal.SIGKILL)
    said += [line.strip() for line in process.stdout.readlines()]
    process.wait()

    desk = opened_desk(tmp_path, course=course)
    attempt = desk.begin("S-02", "first")

    assert len(said) >= 8
    assert set(said) <= {one.question for one in attempt.asked if one.right}
    assert desk.verify().whole


def test_what_else_happened_can_be_noted(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    desk.note(EntryKind.ATTENDED, "S-02", {"lesson": "first", "by": "Rosa Ames", "minutes": 30})

    assert desk.entries("S-02")[-1].body["minutes"] == 30


def test_an_assignment_by_hand_is_due_until_it_is_passed(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)
    passed(desk, "S-02")
    clock.on(days=1)
    due = clock.at.date() + timedelta(days=7)
    desk.assign("Rosa Ames", "S-02", "first", due, "Please look at it once more.")
    mine = [one for one in desk.assignments("S-02") if one.lesson == "first"]

    assert [(one.due, one.why) for one in mine] == [(due, "Please look at it once more.")]
    assert card(desk).due == due
    clock.on(hours=1)
    passed(desk, "S-02")
    assert [one for one in desk.assignments("S-02") if one.lesson == "first"] == []
    with pytest.raises(InputError):
        desk.assign("Rosa Ames", "S-02", "no-such-lesson", due, "")
