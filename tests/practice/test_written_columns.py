"""What “map” writes into practice.yaml is read back, and nothing else in the file changes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.inputs.table import ColumnMap
from before_you_post.practice.columns import read_columns
from before_you_post.practice.scaffold import scaffold
from before_you_post.practice.settings import read_settings
from before_you_post.practice.written_columns import remember
from before_you_post.records import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scaffold(tmp_path / "practice")
    return (tmp_path / "practice").resolve()


def columns(folder: Path, **header: str) -> ColumnMap:
    return ColumnMap(
        file=folder / "Consent log 2026.xlsx", header=header or {"patient": "Pt #", "signed_on": "Date: on"}
    )


def test_what_is_written_is_read_back(folder: Path) -> None:
    kept = ColumnMap(file=folder / "log.ods", header={"patient": "Pt # “x”"}, sheet="2026", ignored=("- Notes", "yes"))

    remember(folder, "authorizations", kept)

    assert read_columns(folder) == ({"authorizations": kept}, ())
    assert read_settings(folder)[2] == ()


def test_remarks_and_every_other_line_stay_as_they_were(folder: Path) -> None:
    path = folder / "practice.yaml"
    before = path.read_text(encoding="utf-8") + "# the end\n"
    path.write_text(before, encoding="utf-8")

    remember(folder, "authorizations", columns(folder))
    remember(folder, "patients", columns(folder, patient="Nr"))

    assert path.read_text(encoding="utf-8").startswith(before)
    assert set(read_columns(folder)[0]) == {"authorizations", "patients"}


def test_only_the_lines_of_that_table_are_replaced_and_its_remarks_kept(folder: Path) -> None:
    path = folder / "practice.yaml"
    path.write_text(
        "name: Q  # ours\ncolumns:\n    patients: # Ann's list\n        file: a.csv\n        header:\n"
        "            patient: Nr\n            # ask Ann about this\n    originals:\n        file: b.csv\n"
        "        header: {file: Image}\n\n# where we publish\nchannels:\n  website: published/website\n",
        encoding="utf-8",
    )

    remember(folder, "patients", columns(folder, patient="No."))

    text = path.read_text(encoding="utf-8")
    assert text.startswith("name: Q  # ours\ncolumns:\n")
    assert text.endswith("\n\n# where we publish\nchannels:\n  website: published/website\n")
    assert "# ask Ann about this" in text
    assert {name: dict(one.header) for name, one in read_columns(folder)[0].items()} == {
        "patients": {"patient": "No."},
        "originals": {"file": "Image"},
    }


def test_line_ends_of_windows_are_kept(folder: Path) -> None:
    path = folder / "practice.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    remember(folder, "patients", columns(folder))

    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "last", ["columns: {patients: {file: a.csv, header: {patient: Nr}}}\n", "...\n", "columns: 7\n"]
)
def test_settings_into_which_nothing_can_be_put_safely_are_left_alone(folder: Path, last: str) -> None:
    path = folder / "practice.yaml"
    path.write_text(path.read_text(encoding="utf-8") + last, encoding="utf-8")
    before = path.read_bytes()

    with pytest.raises(InputError) as error:
        remember(folder, "originals", columns(folder))

    assert "Pt #" in error.value.problem.remedy
    assert path.read_bytes() == before
    assert not list(folder.glob(".practice-*"))


def test_a_file_elsewhere_is_kept_by_its_whole_path(folder: Path, tmp_path: Path) -> None:
    kept = ColumnMap(file=tmp_path / "log.csv", header={"patient": "Nr"})

    remember(folder, "patients", kept)

    assert read_columns(folder)[0] == {"patients": kept}


PRINTED = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=30)
HEADERS = PRINTED.filter(lambda text: text == text.strip())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headers=st.lists(
        st.text(st.characters(blacklist_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=30).filter(
            lambda text: text == text.strip()
        ),
        min_size=2,
        max_size=2,
    ),
    seed=st.integers(),
)
def test_any_header_survives(folder: Path, headers: list[str], seed: int) -> None:
    table = random.Random(seed).choice(["patients", "originals", "authorizations"])  # noqa: S311
    name = "file" if table == "originals" else "patient"
    kept = ColumnMap(file=folder / "log.csv", header={name: headers[0]}, ignored=(headers[1],))

    remember(folder, table, kept)

    assert read_columns(folder)[0][table] == kept
    assert yaml.safe_load((folder / "practice.yaml").read_text(encoding="utf-8"))["name"] == "My practice"
