"""Whoever posted a photo that breaks a rule gets its lesson; the words say how sure the records are of who that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from before_you_post.records import Assignment, Decision, DecisionKind, Outcome, SubjectKind, Trigger
from before_you_post.store import Store
from before_you_post.store.found import last_found
from before_you_post.training.desk import TrainingDesk
from handmade_audits import audit, finding, judged
from invented_learning import Clock, curriculum, lesson, opened_desk, passed, practice_folder, question

RULE = "hipaa-auth-not-expired"  # taught in the lesson "authorization"
DAY = date(2026, 3, 2)


def audited(place: Path, *channels: str, outcome: Outcome = Outcome.FAIL, rule: str = RULE, day: date = DAY) -> Path:
    """Keep an audit that found one broken photo on each of the channels."""
    folder = practice_folder(place)
    photos = (
        judged(
            "nose.jpg",
            channel=channel,
            findings=(finding(f"{channel}/profile/nose.jpg", rule, outcome=outcome),),
        )
        for channel in channels
    )
    Store(place / "home").practice(folder).save(audit(*photos, as_of=day))
    return folder


def desk_of(place: Path, clock: Clock | None = None) -> TrainingDesk:
    course = curriculum(
        lessons=[lesson("first"), lesson("authorization")],
        questions=[question(f"{slug}-{number}", slug) for slug in ("first", "authorization") for number in range(4)],
    )
    return opened_desk(place, clock, course)


def found(place: Path, person: str, clock: Clock | None = None) -> list[Assignment]:
    return [one for one in desk_of(place, clock).assignments(person) if one.trigger is Trigger.FINDING]


def test_the_only_one_who_publishes_there_gets_the_lesson(tmp_path: Path) -> None:
    audited(tmp_path, "website")

    (mine,) = found(tmp_path, "S-04")

    assert (mine.lesson, mine.due, mine.rule) == ("authorization", DAY + timedelta(days=30), RULE)
    assert mine.about == "website/profile/nose.jpg"
    assert mine.why == (
        "You publish on website. The audit of March 2, 2026 found something there (website/profile/nose.jpg) under "
        "“The authorization has ended and the photo is still up”."
    )
    assert found(tmp_path, "S-02") == []
    assert found(tmp_path, "S-01") == []


def test_several_who_publish_there_are_told_so(tmp_path: Path) -> None:
    audited(tmp_path, "instagram")

    for person in ("S-02", "S-04"):
        (mine,) = found(tmp_path, person)
        assert mine.why.startswith("You are one of those who publish on instagram.")


def test_where_nobody_is_on_record_it_comes_to_whoever_keeps_the_records(tmp_path: Path) -> None:
    audited(tmp_path, "brochure")

    (mine,) = found(tmp_path, "S-01")

    assert mine.why.startswith("Nobody is on record as publishing on brochure, so this comes to you.")
    assert found(tmp_path, "S-02") == found(tmp_path, "S-04") == []


def test_several_findings_of_one_lesson_are_one_assignment(tmp_path: Path) -> None:
    audited(tmp_path, "website", "instagram")

    (mine,) = found(tmp_path, "S-04")

    assert mine.why.endswith("1 more of what it found is taught in the same lesson.")


def test_whoever_left_counts_as_a_publisher_no_longer(tmp_path: Path) -> None:
    folder = audited(tmp_path, "brochure")
    staff = (folder / "staff.csv").read_text(encoding="utf-8").replace("2026-01-30,none", "2026-01-30,brochure")
    (folder / "staff.csv").write_text(staff, encoding="utf-8")

    assert len(found(tmp_path, "S-01")) == 1
    assert found(tmp_path, "S-03") == []


@pytest.mark.parametrize("outcome", [Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED])
def test_what_a_person_has_yet_to_judge_assigns_nothing(tmp_path: Path, outcome: Outcome) -> None:
    audited(tmp_path, "website", outcome=outcome)

    assert found(tmp_path, "S-04") == []


def test_a_rule_that_there_is_no_longer_assigns_nothing(tmp_path: Path) -> None:
    audited(tmp_path, "website", rule="a-rule-of-before")

    assert found(tmp_path, "S-04") == []


@pytest.mark.parametrize(
    ("kind", "until", "assigned"),
    [
        (DecisionKind.DISMISS, None, 0),
        (DecisionKind.WAIVE, DAY + timedelta(days=60), 0),
        (DecisionKind.WAIVE, DAY - timedelta(days=1), 1),
        (DecisionKind.CONFIRM, None, 1),
        (DecisionKind.REOPEN, None, 1),
    ],
)
def test_what_was_dismissed_or_waived_assigns_nothing(
    tmp_path: Path, kind: DecisionKind, until: date | None, assigned: int
) -> None:
    folder = audited(tmp_path, "website")
    decided = Decision(
        kind=kind,
        subject=SubjectKind.PANEL,
        about="website/profile/nose.jpg",
        rule=RULE,
        panel=1,
        by="Rosa Ames",
        reason="Looked up.",
        at=datetime.now(UTC),
        until=until,
    )
    store = Store(tmp_path / "home").practice(folder)
    store.decisions.add(decided)
    assert len(found(tmp_path, "S-04")) == assigned

    store.decisions.add(replace(decided, kind=DecisionKind.REOPEN, until=None))
    assert len(found(tmp_path, "S-04")) == 1


def test_the_days_run_from_the_first_audit_that_found_it(tmp_path: Path) -> None:
    audited(tmp_path, "website", day=DAY)
    audited(tmp_path, "website", day=DAY + timedelta(days=9))

    (mine,) = found(tmp_path, "S-04")

    assert mine.due == DAY + timedelta(days=30)


def test_it_is_done_once_the_lesson_is_passed_and_comes_back_with_a_new_finding(tmp_path: Path) -> None:
    clock = Clock()
    audited(tmp_path, "website")
    clock.on(days=1)
    passed(desk_of(tmp_path, clock), "S-04", "authorization")
    assert found(tmp_path, "S-04", clock) == []

    clock.on(days=5)
    audited(tmp_path, "website", "instagram", day=DAY + timedelta(days=5))

    (mine,) = found(tmp_path, "S-04", clock)
    assert mine.about == "instagram/profile/nose.jpg"


def test_a_finding_that_is_gone_assigns_nothing(tmp_path: Path) -> None:
    audited(tmp_path, "website")
    audited(tmp_path, day=DAY + timedelta(days=1))

    assert found(tmp_path, "S-04") == []


def test_nothing_is_made_where_no_audit_was_kept(tmp_path: Path) -> None:
    folder = practice_folder(tmp_path)

    assert last_found(tmp_path / "home", folder) is None
    assert not (tmp_path / "home").exists()
    audited(tmp_path, "website")
    assert last_found(tmp_path / "home", tmp_path / "another practice") is None
