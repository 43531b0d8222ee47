"""The command "records": checks, lists, exports and resets, and says how it went by its status."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from before_you_post.cli import main
from before_you_post.store.home import HOME_VARIABLE
from before_you_post.store.training import FILE
from before_you_post.training.desk import TrainingDesk
from invented_learning import opened_desk, passed, practice_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    made = practice_folder(tmp_path)
    TrainingDesk(made).choose_pin("S-02", "481516")
    return made


def certified(folder: Path) -> str:
    """The number of a certificate that somebody earned in a small course."""
    desk = opened_desk(folder.parent)
    passed(desk, "S-02")
    return desk.certificates("S-02")[0].certificate.id


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["records", *map(str, words)])


def test_verify_says_that_every_entry_fits(folder: Path) -> None:
    done = run("verify", folder)

    assert done.exit_code == 0
    assert "Every entry fits the one before: 2 entries." in done.output


def test_verify_names_the_first_entry_that_does_not_fit_and_ends_with_1(folder: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "home" / FILE) as file:
        file.execute("DROP TRIGGER ledger_no_update")
        file.execute("UPDATE ledger SET person = 'S-04' WHERE id = 2")

    done = run("verify", folder)

    assert done.exit_code == 1
    assert "Entry 2 (sign-in, S-04" in done.output
    assert "was changed" in done.output


def test_check_says_whose_certificate_it_is_and_that_it_lapsed(folder: Path) -> None:
    done = run("check", folder, certified(folder).lower().replace("-", " "))

    assert done.exit_code == 1, "the real course has no such lesson"
    assert "Łukasz Nguyễn passed “The first lesson”" in done.output
    assert "no longer holds. The course has this lesson no longer." in done.output


def test_check_does_not_know_a_number_that_was_never_given(folder: Path) -> None:
    done = run("check", folder, "BYP-AAAAA-BBBBB-CCCCC-DDDDD")

    assert done.exit_code == 1
    assert "No certificate with this number" in done.output


def test_list_has_everybody_and_when_they_left(folder: Path) -> None:
    done = run("list", folder)

    assert done.exit_code == 0
    assert "S-02: Łukasz Nguyễn: 0 of" in done.output
    assert "S-03: Odd Berg" in done.output
    assert "left on 2026-01-30" in done.output


def test_list_says_what_to_do_where_there_is_nobody(folder: Path) -> None:
    (folder / "staff.csv").unlink()

    done = run("list", folder)

    assert done.exit_code == 0
    assert "Add everybody who works for you" in done.output


def test_export_writes_both_files(folder: Path, tmp_path: Path) -> None:
    done = run("export", folder, "S-02", "--out", tmp_path / "out", "--by", "Rosa Ames")

    assert done.exit_code == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".csv", ".pdf"]


@pytest.mark.parametrize("verb", ["export", "reset-pin"])
def test_somebody_nobody_knows_ends_with_2(folder: Path, tmp_path: Path, verb: str) -> None:
    more = ["--out", str(tmp_path / "out")] if verb == "export" else []

    done = run(verb, folder, "S-99", *more)

    assert done.exit_code == 2
    assert "Check the code" in done.output


def test_a_reset_pin_can_be_chosen_anew(folder: Path) -> None:
    done = run("reset-pin", folder, "S-02", "--by", "Rosa Ames")

    assert done.exit_code == 0
    assert "Łukasz Nguyễn can choose a new PIN now" in done.output
    assert TrainingDesk(folder).choose_pin("S-02", "271828")


def test_a_folder_that_is_no_practice_ends_with_2(folder: Path, tmp_path: Path) -> None:
    assert run("list", tmp_path / "nowhere").exit_code == 2
