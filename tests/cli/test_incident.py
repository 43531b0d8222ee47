"""``before-you-post incident`` writes a worksheet, a text or a row, and refuses what it cannot do in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from before_you_post import cli, store
from invented_audit import invented_kept

PHOTO = "instagram/reel-cover.jpg"


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    kept = invented_kept(tmp_path / "practice")
    asked: list[date] = []

    def audited(folder: Path, *, today: date, **_: Any) -> Any:
        asked.append(today)
        return kept

    monkeypatch.setattr(store, "audit_and_keep", audited)
    yield tmp_path / "practice"
    assert asked in ([], [date(2026, 11, 22)])


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, ["incident", *map(str, arguments), "--as-of", "2026-11-22"])


def test_a_worksheet_is_printed(practice: Path) -> None:
    result = run(practice, PHOTO, "--discovered", "2026-11-20")
    assert result.exit_code == 0
    assert "# Incident I-2026-01" in result.stdout
    assert "2027-01-19 (58 days left)" in result.stdout


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("w.html", "<!doctype html>"), ("w.MD", "# Incident"), ("row.csv", "incident,what,published")],
)
def test_a_file_is_written_in_the_form_its_name_asks_for(
    practice: Path, tmp_path: Path, name: str, beginning: str
) -> None:
    result = run(practice, PHOTO, "--out", tmp_path / "out" / name)
    assert result.exit_code == 0
    assert (tmp_path / "out" / name).read_text(encoding="utf-8").startswith(beginning)


def test_nothing_is_written_over(practice: Path, tmp_path: Path) -> None:
    (tmp_path / "w.html").write_text("mine", encoding="utf-8")
    result = run(practice, PHOTO, "--out", tmp_path / "w.html")
    assert result.exit_code == 2
    assert (tmp_path / "w.html").read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_among_what_is_published(practice: Path) -> None:
    result = run(practice, PHOTO, "--out", practice / "instagram" / "w.html")
    assert result.exit_code == 2
    assert not (practice / "instagram" / "w.html").exists()


def test_a_place_that_cannot_be_written_is_told(practice: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run(practice, PHOTO, "--out", tmp_path / "file" / "w.html")
    assert result.exit_code == 2
    assert "a place where a file can be written" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name photos or posts"),
        ((PHOTO, "--incident", "I-1"), "one of the two"),
        (("nowhere.jpg",), "the audit knows no nowhere.jpg"),
        (("--incident", "I-9"), "the audit knows no I-9"),
        ((PHOTO, "--out", "w.docx"), "a file that ends in .html, .md, .csv"),
    ],
)
def test_what_cannot_be_done_is_said(practice: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(practice, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
