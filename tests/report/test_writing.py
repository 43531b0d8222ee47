"""A report is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

import handmade_audits as handmade
from before_you_post.records import InputError
from before_you_post.report.writing import refuse_published, write_whole


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "reports" / "november" / "audit.json", b"{}")

    assert path.read_bytes() == b"{}"
    assert [file.name for file in path.parent.iterdir()] == ["audit.json"]


def test_a_former_report_is_replaced(tmp_path: Path) -> None:
    write_whole(tmp_path / "audit.json", b"former")
    write_whole(tmp_path / "audit.json", b"new")

    assert (tmp_path / "audit.json").read_bytes() == b"new"


def test_a_failed_write_leaves_the_former_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "audit.json", b"former")

    def full(_: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_whole(tmp_path / "audit.json", b"new")

    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("audit.json", b"former")]


def test_a_report_is_not_written_among_what_is_published() -> None:
    with pytest.raises(InputError) as refused:
        refuse_published(handmade.FOLDER / "published" / "website" / "reports", handmade.PRACTICE)

    assert "website" in refused.value.problem.found


def test_a_report_may_lie_in_the_practice_folder() -> None:
    refuse_published(handmade.FOLDER / "reports" / "audit.json", handmade.PRACTICE)
