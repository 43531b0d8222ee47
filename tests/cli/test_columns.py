"""“before-you-post map” shows what it thinks, lets a person correct it, and writes only what was agreed to."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from before_you_post.cli import main
from before_you_post.practice import load, scaffold
from before_you_post.practice.columns import read_columns

LOG = "Consent log\nForm #;Pt #;Signed on;Room\nA-1;007;2026-01-02;4\n"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A practice folder with one patient and a consent log of its own making."""
    scaffold(tmp_path / "practice")
    (tmp_path / "practice/patients.csv").write_text("patient\n007\n", encoding="utf-8")
    (tmp_path / "practice/log.csv").write_text(LOG, encoding="utf-8")
    return (tmp_path / "practice/log.csv").resolve()


def run(*arguments: str | Path, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["map", *map(str, arguments)], input=answers)


def header(log: Path) -> dict[str, str]:
    return dict(read_columns(log.parent)[0]["authorizations"].header)


def test_the_proposal_is_kept_when_it_is_agreed_to_and_read_from_then_on(log: Path) -> None:
    result = run(log, answers="keep\n")

    assert result.exit_code == 0
    assert "007" in result.output
    assert header(log) == {"authorization": "Form #", "patient": "Pt #", "signed_on": "Signed on"}
    files = load(log.parent)
    assert [(form.id, form.patient) for form in files.authorizations] == [("A-1", "007")]
    assert files.problems == ()


@pytest.mark.parametrize("answers", ["stop\n", "", "4\n"])
def test_nothing_is_written_before_somebody_agreed(log: Path, answers: str) -> None:
    before = (log.parent / "practice.yaml").read_bytes()

    assert run(log, answers=answers).exit_code == 1
    assert (log.parent / "practice.yaml").read_bytes() == before


def test_a_row_is_corrected_by_its_number(log: Path) -> None:
    run(log, answers="9\n4\nform_version\n3\n-\nkeep\n")

    assert header(log) == {"authorization": "Form #", "patient": "Pt #", "form_version": "Room"}


def test_a_correction_may_be_given_at_once(log: Path) -> None:
    result = run(log, "--set", "Room=form_version", "--set", "Signed on=-", "--yes")

    assert result.exit_code == 0
    assert header(log) == {"authorization": "Form #", "patient": "Pt #", "form_version": "Room"}


@pytest.mark.parametrize("wrong", ["Shoe=patient", "Room=shoe", "Room"])
def test_a_correction_of_what_is_not_there_is_refused(log: Path, wrong: str) -> None:
    result = run(log, "--set", wrong, "--yes")

    assert result.exit_code == 2
    assert "there is no" in result.output
    assert "columns" not in (log.parent / "practice.yaml").read_text(encoding="utf-8")


def test_a_table_without_a_practice_above_it_needs_to_be_told_which(tmp_path: Path, log: Path) -> None:
    elsewhere = tmp_path / "log.csv"
    elsewhere.write_text(LOG, encoding="utf-8")

    assert run(elsewhere, "--yes").exit_code == 2
    assert run(elsewhere, "--yes", "--practice", log.parent).exit_code == 0
    assert read_columns(log.parent)[0]["authorizations"].file == elsewhere.resolve()


def test_a_required_column_that_nothing_stands_for_is_said(log: Path) -> None:
    assert "patient" in run(log, "--set", "Pt #=-", "--yes").output.splitlines()[-1]


def test_a_table_can_be_named(log: Path) -> None:
    assert run(log, "--table", "visits", "--yes").exit_code == 2
    assert run(log, "--table", "originals", "--yes").exit_code == 0
    assert set(read_columns(log.parent)[0]) == {"originals"}
