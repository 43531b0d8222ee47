"""docs/practice-folder.md names every column there is, and its examples can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from before_you_post.inputs.table import Table, read_table
from before_you_post.practice import fhir_codes
from before_you_post.practice.columns import read_columns
from before_you_post.practice.form_layouts import AUTHORIZATIONS, PRINTED
from before_you_post.practice.layouts import TABLES
from before_you_post.practice.scaffold import scaffold
from before_you_post.practice.settings import read_settings
from before_you_post.sources.folder import CAPTIONS

DOCUMENT = (Path(__file__).parents[2] / "docs/practice-folder.md").read_text(encoding="utf-8")


def section(table: Table) -> str:
    heading = "## What you have published" if table is CAPTIONS else f"## {table.name}\n"
    return DOCUMENT.partition(heading)[2].partition("\n## ")[0]


@pytest.mark.parametrize("table", [*TABLES, CAPTIONS], ids=lambda table: table.name)
def test_the_documented_columns_are_those_that_are_read(table: Table) -> None:
    documented = re.findall(r"^\| `(\w+)`( \*)? \|", section(table), re.MULTILINE)
    elsewhere = PRINTED if table is AUTHORIZATIONS else ()

    assert documented == [
        (column.name, " *" if column.required else "") for column in table.columns if column not in elsewhere
    ]


def test_what_a_form_says_like_its_version_is_documented_once() -> None:
    assert f"`{PRINTED[0].name}` to `{PRINTED[-1].name}`" in section(AUTHORIZATIONS)


@pytest.mark.parametrize("table", [*TABLES, CAPTIONS], ids=lambda table: table.name)
def test_the_documented_example_is_read_without_a_problem(tmp_path: Path, table: Table) -> None:
    example = section(table).partition("```csv\n")[2].partition("```")[0]
    (tmp_path / f"{table.name}.csv").write_text(example, encoding="utf-8")

    reading = read_table(tmp_path, table)

    assert reading.problems == ()
    assert len(reading.rows) == 1


def test_the_documented_mapping_of_columns_is_read_without_a_problem(tmp_path: Path) -> None:
    scaffold(tmp_path)
    example = DOCUMENT.partition("```\ncolumns:\n")[2].partition("```")[0]
    with (tmp_path / "practice.yaml").open("a", encoding="utf-8") as file:
        file.write(f"columns:\n{example}")

    columns, problems = read_columns(tmp_path.resolve())

    assert problems == ()
    assert set(columns["authorizations"].header) == {"authorization", "patient", "signed_on", "revoked_on"}
    assert columns["authorizations"].ignored == ("Room",)


def test_the_documented_codes_of_fhir_are_those_that_permit() -> None:
    systems = (fhir_codes.ACTION_SYSTEM, fhir_codes.CHANNEL_SYSTEM, fhir_codes.KIND_SYSTEM, fhir_codes.PHOTO_SYSTEM)

    assert set(re.findall(r"`(https://before-you-post.example/[a-z-]+)`", DOCUMENT)) == set(systems)
    assert f"`{fhir_codes.PUBLISH}`" in DOCUMENT
    assert f"`{fhir_codes.PRIVACY}`" in DOCUMENT


def test_the_documented_settings_are_read_without_a_problem(tmp_path: Path) -> None:
    scaffold(tmp_path)
    (tmp_path / "practice.yaml").write_text(DOCUMENT.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")

    practice, library, problems = read_settings(tmp_path.resolve())

    assert problems == ()
    assert library is not None
    assert practice.hipaa_covered is True
