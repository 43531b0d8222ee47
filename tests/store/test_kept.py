"""Audits are kept whole, and compared with the last audit that found something else."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import handmade_audits as handmade
from before_you_post.records import Audit, Change, ChangeKind, InputError, Outcome, SubjectKind, Verdict
from before_you_post.store import PracticeStore, Store

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (16, 17, 18))


@pytest.fixture
def kept(tmp_path: Path) -> PracticeStore:
    return Store(tmp_path / "home").practice(tmp_path / "practice")


def rows(tmp_path: Path, table: str) -> int:
    with closing(sqlite3.connect(tmp_path / "home" / "before-you-post.sqlite")) as file:
        return int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def good(as_of: date) -> Audit:
    return handmade.audit(handmade.judged("nose.jpg"), handmade.judged("chin.jpg"), as_of=as_of)


def bad(as_of: date) -> Audit:
    return handmade.audit(handmade.revoked("nose.jpg"), handmade.judged("chin.jpg"), as_of=as_of)


def change(kind: ChangeKind) -> tuple[Change, ...]:
    return (
        Change(
            kind=kind, subject=SubjectKind.PANEL, about="website/profile/nose.jpg", rule="hipaa-auth-revoked", panel=1
        ),
    )


def test_an_audit_is_read_back_as_it_was_kept(kept: PracticeStore) -> None:
    audit = handmade.audit(handmade.revoked("nose.jpg"), handmade.judged("chin.jpg"), problems=(handmade.PROBLEM,))

    saved = kept.save(audit)

    assert kept.latest() == saved
    assert saved.audit == audit


def test_nothing_is_kept_of_a_practice_never_audited(kept: PracticeStore) -> None:
    assert kept.latest() is None
    assert kept.history() == ()


def test_the_first_audit_has_nothing_to_be_compared_with(kept: PracticeStore) -> None:
    first = kept.save(bad(MONDAY))

    assert first.changes == ()
    assert first.previous is None


def test_what_is_new_fixed_and_came_back_is_told_from_audit_to_audit(kept: PracticeStore) -> None:
    kept.save(good(MONDAY))
    assert kept.save(bad(TUESDAY)).changes == change(ChangeKind.NEW)
    assert kept.save(good(WEDNESDAY)).changes == change(ChangeKind.FIXED)

    again = kept.save(bad(date(2026, 11, 19)))

    assert again.changes == change(ChangeKind.CAME_BACK)
    assert again.previous == WEDNESDAY


def test_opening_the_same_result_again_does_not_wipe_out_what_changed(kept: PracticeStore, tmp_path: Path) -> None:
    kept.save(good(MONDAY))
    first = kept.save(bad(TUESDAY))

    again = kept.save(bad(TUESDAY))

    assert again.changes == first.changes == change(ChangeKind.NEW)
    assert again.previous == MONDAY
    assert again.kept_at > first.kept_at
    assert rows(tmp_path, "audits") == 2


def test_a_later_audit_that_finds_the_same_still_tells_the_last_news(kept: PracticeStore) -> None:
    kept.save(good(MONDAY))
    kept.save(bad(TUESDAY))

    later = kept.save(bad(WEDNESDAY))

    assert later.changes == change(ChangeKind.NEW)
    assert later.previous == MONDAY
    assert kept.latest() == later


def test_where_nothing_ever_changed_the_last_audit_is_named(kept: PracticeStore) -> None:
    kept.save(bad(MONDAY))
    kept.save(bad(TUESDAY))

    third = kept.save(bad(WEDNESDAY))

    assert third.changes == ()
    assert third.previous == TUESDAY


def test_an_audit_as_of_a_former_day_is_not_compared_with_later_days(kept: PracticeStore) -> None:
    kept.save(good(MONDAY))
    kept.save(bad(WEDNESDAY))

    looking_back = kept.save(good(TUESDAY))

    assert looking_back.changes == ()
    assert looking_back.previous == MONDAY
    assert kept.latest() == looking_back
    assert kept.save(bad(WEDNESDAY)).changes == change(ChangeKind.NEW)


def test_a_photo_judged_as_before_is_stored_once(kept: PracticeStore, tmp_path: Path) -> None:
    kept.save(good(MONDAY))
    kept.save(bad(TUESDAY))

    assert rows(tmp_path, "photos") == 4
    assert rows(tmp_path, "judged") == 3


def test_checks_that_lacked_a_fact_are_no_news(kept: PracticeStore) -> None:
    unknown = handmade.finding("website/profile/nose.jpg", outcome=Outcome.NOT_CHECKED)
    kept.save(good(MONDAY))

    photo = handmade.judged("nose.jpg", verdict=Verdict.NOT_DETERMINED, findings=[unknown])

    assert kept.save(handmade.audit(photo, as_of=TUESDAY)).changes == ()


def test_history_is_told_oldest_first(kept: PracticeStore) -> None:
    for audit in (good(MONDAY), bad(TUESDAY)):
        kept.save(audit)

    assert kept.history() == (
        (MONDAY, frozenset()),
        (TUESDAY, frozenset({(SubjectKind.PANEL, "website/profile/nose.jpg", "hipaa-auth-revoked", 1)})),
    )


def test_history_looks_back_on_fifty_audits(kept: PracticeStore) -> None:
    for day in range(52):
        kept.save(good(date.fromordinal(MONDAY.toordinal() + day)))

    history = kept.history()

    assert len(history) == 50
    assert history[-1][0] == date.fromordinal(MONDAY.toordinal() + 51)


def test_a_photo_with_a_name_utf8_cannot_write_is_kept_and_compared(kept: PracticeStore) -> None:
    kept.save(handmade.audit(handmade.revoked("caf\udce9.jpg"), as_of=MONDAY))

    again = kept.save(handmade.audit(handmade.revoked("caf\udce9.jpg"), as_of=TUESDAY))

    assert again.changes == ()
    assert kept.latest() == again


def test_an_audit_that_cannot_be_written_whole_leaves_the_former_one(kept: PracticeStore, tmp_path: Path) -> None:
    former = kept.save(good(MONDAY))
    with closing(sqlite3.connect(tmp_path / "home" / "before-you-post.sqlite")) as file:
        file.execute("CREATE TRIGGER full BEFORE INSERT ON findings BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        file.commit()

    with pytest.raises(Exception, match="disk full"):
        kept.save(bad(TUESDAY))

    assert kept.latest() == former
    assert rows(tmp_path, "audits") == 1
    assert rows(tmp_path, "photos") == 2


_KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from sqlalchemy import Engine, event
sys.path.insert(0, sys.argv[2])
import handmade_audits as handmade
from before_you_post.store import Store

@event.listens_for(Engine, "before_cursor_execute")
def kill(connection, cursor, statement, *rest):
    if statement.startswith("INSERT INTO findings"):
        os._exit(9)

place = Path(sys.argv[1])
Store(place / "home").practice(place / "practice").save(handmade.audit(handmade.revoked("nose.jpg")))
"""


def test_a_program_killed_while_keeping_an_audit_leaves_the_former_one(kept: PracticeStore, tmp_path: Path) -> None:
    former = kept.save(good(MONDAY))

    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path), str(Path(__file__).parents[1])], check=False)

    assert killed.returncode == 9
    assert kept.latest() == former
    assert rows(tmp_path, "audits") == 1
    assert kept.save(bad(TUESDAY)).changes == change(ChangeKind.NEW)


def test_practices_are_kept_apart(tmp_path: Path) -> None:
    store = Store(tmp_path / "home")
    store.practice(tmp_path / "one").save(bad(MONDAY))

    assert store.practice(tmp_path / "other").latest() is None
    assert store.practice(tmp_path / "one").index_folder != store.practice(tmp_path / "other").index_folder


def test_a_home_inside_the_practice_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        Store(tmp_path / "practice" / "kept").practice(tmp_path / "practice")

    assert list(tmp_path.iterdir()) == []


def test_a_home_that_cannot_be_made_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file in the way", encoding="utf-8")

    with pytest.raises(InputError) as refused:
        Store(tmp_path / "home" / "kept").practice(tmp_path / "practice")

    assert "BEFORE_YOU_POST_HOME" in refused.value.problem.remedy
