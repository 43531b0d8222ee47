"""Which audiences a role belongs to, who keeps the records, and what is said where there is nobody."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from before_you_post.records import Audience, InputError, StaffMember
from before_you_post.training.people import audiences_of, read_people
from invented_learning import Clock, opened_desk, practice_folder

E, M, C, B = Audience.EVERYONE, Audience.MARKETING, Audience.CLINICAL, Audience.MANAGERS


@pytest.mark.parametrize(
    ("role", "audiences"),
    [
        ("front desk", (E, M)),
        ("Front Desk lead", (E, M)),
        ("social media", (E, M)),
        ("website and brochures", (E, M)),
        ("facial plastic surgeon", (E, C)),
        ("Dermatologist", (E, C)),
        ("medical assistant and photographer", (E, C)),
        ("medical assistants", (E, C)),
        ("aesthetician", (E, C)),
        ("office manager and privacy officer", (E, B)),
        ("owner, surgeon", (E, C, B)),
        ("cleaner", (E,)),
        ("desktop publishing", (E,)),
        ("", (E,)),
        (None, (E,)),
    ],
)
def test_words_of_the_role_tell_the_audiences(
    tmp_path: Path, role: str | None, audiences: tuple[Audience, ...]
) -> None:
    practice = read_people(practice_folder(tmp_path)).practice

    assert audiences_of(StaffMember(person="A", role=role), practice) == audiences


def test_the_practices_own_word_on_a_role_counts_instead(tmp_path: Path) -> None:
    more = "training:\n  audiences:\n    Weekend helper: [marketing, clinical]\n    nurse: everyone\n"
    practice = read_people(practice_folder(tmp_path, more=more)).practice

    assert audiences_of(StaffMember(person="A", role="weekend  HELPER"), practice) == (E, M, C)
    assert audiences_of(StaffMember(person="A", role="nurse"), practice) == (E,)


def test_whoever_publishes_counts_as_marketing(tmp_path: Path) -> None:
    practice = read_people(practice_folder(tmp_path)).practice

    assert audiences_of(StaffMember(person="A", role="nurse", publishes_on=("instagram",)), practice) == (E, M, C)
    assert audiences_of(StaffMember(person="A", role="nurse", publishes_on=()), practice) == (E, C)


def test_the_privacy_official_keeps_the_records_unless_somebody_is_named(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    assert [one.name for one in desk.everyone() if one.manager] == ["Rosa Ames"]

    other = opened_desk(tmp_path, more="training: {managers: [S-04, 'łukasz nguyễn']}")
    assert [one.name for one in other.everyone() if one.manager] == ["Ida Quill", "Łukasz Nguyễn"]
    assert Audience.MANAGERS in other.everyone()[0].audiences


def test_the_roster_has_whoever_works_here_today_by_name(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path, Clock())

    assert [one.person for one in desk.roster()] == ["S-04", "S-01", "S-02"]
    assert [one.person for one in desk.everyone()] == ["S-04", "S-03", "S-01", "S-02"]
    assert desk.nobody() == ""


@pytest.mark.parametrize("staff", ["", "person,name,role\n"])
def test_without_staff_the_words_say_what_to_do(tmp_path: Path, staff: str) -> None:
    desk = opened_desk(tmp_path, staff=staff)

    assert desk.roster() == ()
    assert "staff.csv" in desk.nobody()
    assert "Add everybody who works for you" in desk.nobody()
    with pytest.raises(InputError, match="Add everybody"):
        desk.cards("S-01")


def test_somebody_added_to_the_table_can_sign_in_without_a_new_start(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path)
    file = tmp_path / "practice" / "staff.csv"
    file.write_text(file.read_text(encoding="utf-8") + "S-05,Nell Ito,front desk,2026-03-02,,none\n", encoding="utf-8")
    os.utime(file, ns=(1, 1))

    assert "S-05" in [one.person for one in desk.roster()]
    assert desk.who(desk.choose_pin("S-05", "481516")) is not None


def test_a_person_without_a_name_goes_by_the_code(tmp_path: Path) -> None:
    desk = opened_desk(tmp_path, staff="person,role\nS-01,nurse\n")

    assert desk.roster()[0].name == "S-01"
