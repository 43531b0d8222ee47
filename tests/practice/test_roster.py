"""The people of a practice are read alone, with what is wrong in their table."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.practice import load
from before_you_post.practice.roster import read_roster
from before_you_post.records import InputError
from invented_learning import practice_folder

SAMPLES = Path(__file__).parents[2] / "sample_data"


@pytest.mark.parametrize("sample", ["quillfeather", "gorseland", "seagrass"])
def test_the_roster_has_whom_an_audit_reads(sample: str) -> None:
    whole = load(SAMPLES / sample)

    roster = read_roster(SAMPLES / sample)

    assert roster.staff == (whole.papers.staff or ())
    assert roster.practice == whole.practice


def test_what_is_wrong_in_the_table_is_told(tmp_path: Path) -> None:
    staff = "person,name,publishes_on,hired_on\nA,Ann,tiktok,31/31/2026\nA,Bob,none,\n"

    roster = read_roster(practice_folder(tmp_path, staff=staff))

    assert [(one.person, one.name) for one in roster.staff] == [("A", "Ann")]
    assert len(roster.problems) == 3


def test_a_table_in_the_folder_for_further_ones_counts(tmp_path: Path) -> None:
    folder = practice_folder(tmp_path, staff="")
    (folder / "further-tables").mkdir()
    (folder / "further-tables" / "staff.csv").write_text("person,name\nA,Ann\n", encoding="utf-8")

    assert [one.name for one in read_roster(folder).staff] == ["Ann"]


def test_a_practice_of_its_own_columns_is_read(tmp_path: Path) -> None:
    folder = practice_folder(
        tmp_path, staff="", more="columns:\n  staff:\n    file: people.csv\n    header: {person: Code, name: Who}\n"
    )
    (folder / "people.csv").write_text("Code,Who\n7,Ann\n", encoding="utf-8")

    assert [(one.person, one.name) for one in read_roster(folder).staff] == [("7", "Ann")]


def test_without_practice_yaml_there_is_no_roster(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_roster(tmp_path)
