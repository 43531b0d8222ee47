"""Signing in: an own PIN, a start code for whoever keeps the records, and a pause after five wrong tries."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from before_you_post.records import EntryKind
from before_you_post.store.training import FILE
from before_you_post.training.desk import SignInError, TrainingDesk
from invented_learning import Clock, opened_desk

PIN = "481516"


def refused(desk: TrainingDesk, person: str, pin: str) -> str:
    with pytest.raises(SignInError) as error:
        desk.sign_in(person, pin)
    return error.value.reason


def test_somebody_chooses_a_pin_and_signs_in_with_it(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    assert "no PIN yet" in refused(desk, "S-02", PIN)

    first = desk.choose_pin("S-02", PIN)
    again = desk.sign_in("S-02", PIN)

    for token in (first, again):
        learner = desk.who(token)
        assert learner is not None
        assert (learner.person, learner.name, learner.has_pin) == ("S-02", "Łukasz Nguyễn", True)
    desk.sign_out(first)
    assert desk.who(first) is None
    assert desk.who(again) is not None


def test_a_pin_that_was_chosen_is_not_chosen_again_by_somebody_else(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    desk.choose_pin("S-02", PIN)

    with pytest.raises(SignInError, match="chosen for this name already"):
        desk.choose_pin("S-02", "271828")


def test_five_wrong_tries_make_a_pause_of_five_minutes(tmp_path: Path) -> None:
    clock = Clock()
    desk = opened_desk(tmp_path, clock)
    desk.choose_pin("S-02", PIN)

    words = [refused(desk, "S-02", "000000") for _ in range(5)]

    assert "4 more tries" in words[0]
    assert "1 more try." in words[3]
    assert "wait 5 minutes" in words[4]
    assert "wait 5 minutes" in refused(desk, "S-02", PIN)
    clock.on(minutes=4, seconds=30)
    assert "wait 1 minute," in refused(desk, "S-02", PIN)
    clock.on(minutes=1)
    assert desk.who(desk.sign_in("S-02", PIN)) is not None
    assert [one.body for one in desk.entries("S-02") if one.kind is EntryKind.LOCKED] == [{"tries": 5}]


def test_a_right_pin_forgives_the_wrong_ones_before(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    desk.choose_pin("S-02", PIN)
    for _ in range(3):
        for _ in range(4):
            refused(desk, "S-02", "000000")
        desk.sign_in("S-02", PIN)


def test_another_persons_wrong_tries_lock_nobody_else(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    desk.choose_pin("S-02", PIN)
    desk.choose_pin("S-04", PIN)
    for _ in range(5):
        refused(desk, "S-04", "000000")

    assert desk.who(desk.sign_in("S-02", PIN)) is not None


def test_whoever_keeps_the_records_needs_the_start_code_that_was_printed(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    with pytest.raises(SignInError, match="needs a start code"):
        desk.choose_pin("S-01", PIN)
    former, code = desk.start_code(), desk.start_code()
    assert former is not None and code is not None
    wrong = "000000" if code != "000000" else "111112"
    with pytest.raises(SignInError, match="type the start code"):
        desk.choose_pin("S-01", PIN)
    with pytest.raises(SignInError, match="not right"):
        desk.choose_pin("S-01", PIN, wrong)

    learner = desk.who(desk.choose_pin("S-01", PIN, code))

    assert learner is not None and learner.manager
    assert desk.start_code() is None


def test_a_start_code_serves_once(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path, more="training: {managers: [S-01, S-04]}")
    code = desk.start_code()
    assert code is not None
    desk.choose_pin("S-01", PIN, code)

    with pytest.raises(SignInError, match="needs a start code"):
        desk.choose_pin("S-04", PIN, code)
    assert desk.start_code() is not None


def test_a_start_code_cannot_be_tried_out(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    code = desk.start_code()
    assert code is not None
    for guess in range(5):
        with pytest.raises(SignInError):
            desk.choose_pin("S-01", PIN, f"x{guess}")

    with pytest.raises(SignInError, match="too many wrong tries"):
        desk.choose_pin("S-01", PIN, code)


def test_a_reset_pin_ends_every_session_and_is_on_record(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    token = desk.choose_pin("S-02", PIN)

    desk.reset_pin("S-02", "Rosa Ames")

    assert desk.who(token) is None
    assert "no PIN yet" in refused(desk, "S-02", PIN)
    assert [one.body for one in desk.entries("S-02") if one.kind is EntryKind.PIN_RESET] == [{"by": "Rosa Ames"}]
    assert desk.who(desk.choose_pin("S-02", "271828")) is not None


def test_a_pin_put_into_the_file_by_hand_opens_nothing(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    desk.choose_pin("S-02", PIN)
    desk.choose_pin("S-04", "271828")
    with sqlite3.connect(tmp_path / "home" / FILE) as file:
        file.execute("UPDATE secrets SET hash = (SELECT hash FROM secrets WHERE person = 'S-02') WHERE person = 'S-04'")

    assert "changed outside this program" in refused(desk, "S-04", PIN)


def test_whoever_left_cannot_sign_in_and_is_signed_out(tmp_path: Path) -> None:
    clock = Clock()
    clock.on(days=-40)
    desk = opened_desk(tmp_path, clock)
    clock.at = clock.at.replace(month=1, day=30, hour=8)
    token = desk.choose_pin("S-03", PIN)
    clock.on(hours=11)
    token = desk.sign_in("S-03", PIN)
    assert desk.who(token) is not None, "the last day of work counts"
    clock.on(hours=6)

    assert desk.who(token) is None
    assert "not on the list" in refused(desk, "S-03", PIN)
    assert desk.session_for("Odd Berg") is None


def test_a_person_nobody_knows_cannot_sign_in(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)

    assert "not on the list" in refused(desk, "S-99", PIN)
    with pytest.raises(SignInError):
        desk.choose_pin("", PIN)


def test_behind_a_proxy_code_or_name_is_enough_but_never_half_of_one(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)

    for identity in ("S-02", "s-02", " łukasz nguyễn "):
        token = desk.session_for(identity)
        assert token is not None
        assert desk.who(token) is not None
    for identity in ("", "Łukasz", "S-0", "*"):
        assert desk.session_for(identity) is None


def test_two_people_of_one_name_are_not_mistaken_for_each_other(tmp_path: Path) -> None:
    staff = "person,name,role\nA,Sam Lee,nurse\nB,Sam Lee,surgeon\n"
    desk = opened_desk(tmp_path, staff=staff)

    assert desk.session_for("Sam Lee") is None
    assert desk.session_for("B") is not None


def test_no_pin_and_no_code_is_ever_in_the_ledger(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    code = desk.start_code()
    assert code is not None
    desk.choose_pin("S-01", PIN, code)
    refused(desk, "S-01", "314159")
    desk.sign_in("S-01", PIN)

    said = "".join(str(entry.body) for entry in desk.entries())

    assert PIN not in said and code not in said and "314159" not in said and "argon2" not in said
