"""What the print says is recorded once a version, and never invented for a form that says nothing."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.practice import load, scaffold
from before_you_post.practice.form_layouts import PRINTED
from before_you_post.practice.form_versions import completed
from before_you_post.records import Authorization, FormKind, FormVersion

FORM = Authorization(id="A1", patient="007", form_version="2025-3")
VERSION = FormVersion(form_version="2025-3", form_kind=FormKind.AUTHORIZATION, says_paid=False, font_points=14.0)
ANSWERS = st.fixed_dictionaries(
    {
        column.name: st.none() | st.booleans()
        for column in PRINTED
        if column.name.startswith(("names", "says", "states"))
    }
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scaffold(tmp_path / "practice")
    practice = tmp_path / "practice"
    write(practice, "patients", "patient\n007\n")
    write(
        practice, "authorizations", "authorization,patient,form_version,says_paid\nA1,007,2025-3,yes\nA2,007,2025-3,\n"
    )
    return practice


def write(folder: Path, table: str, text: str) -> None:
    (folder / f"{table}.csv").write_text(text, encoding="utf-8")


def test_a_form_says_what_its_version_says_unless_it_says_otherwise(folder: Path) -> None:
    write(folder, "form_versions", "form_version,form_kind,says_paid,font_points\n 2025-3,authorization,no,14\n")

    files = load(folder)

    assert files.problems == ()
    assert [form.says_paid for form in files.authorizations] == [True, False]
    assert {(form.form_kind, form.font_points, form.stands_alone) for form in files.authorizations} == {
        (FormKind.AUTHORIZATION, 14.0, None)
    }
    assert files.papers.form_versions == (VERSION,)


def test_without_a_table_of_versions_nothing_is_invented_and_nothing_is_asked_for(folder: Path) -> None:
    files = load(folder)

    assert files.problems == ()
    assert files.papers.form_versions is None
    assert [form.says_paid for form in files.authorizations] == [True, None]


def test_a_version_that_is_used_and_not_described_is_reported_once(folder: Path) -> None:
    write(folder, "form_versions", "form_version,says_paid\n2024-1,no\n")

    files = load(folder)

    (problem,) = files.problems
    assert (problem.row, problem.column, Path(problem.path).name) == (2, "form_version", "authorizations.csv")
    assert "'2025-3'" in problem.found
    assert "1 more row" in problem.found
    assert [form.says_paid for form in files.authorizations] == [True, None]


def test_a_version_in_two_rows_is_read_from_the_first(folder: Path) -> None:
    write(folder, "form_versions", "form_version,font_points\n2025-3,14\n2025-3,8\n")

    files = load(folder)

    assert [(problem.row, problem.column) for problem in files.problems] == [(3, "form_version")]
    assert {form.font_points for form in files.authorizations} == {14.0}


def test_a_form_of_no_version_is_left_as_it_is() -> None:
    form = dataclasses.replace(FORM, form_version=None)

    assert completed([form], [VERSION]) == (form,)


@given(own=ANSWERS, printed=ANSWERS)
def test_a_forms_own_words_always_win_and_only_gaps_are_filled(
    own: dict[str, bool | None], printed: dict[str, bool | None]
) -> None:
    (form,) = completed([dataclasses.replace(FORM, **own)], [FormVersion(form_version="2025-3", **printed)])

    for name, said in own.items():
        assert getattr(form, name) is (printed[name] if said is None else said)
    assert dataclasses.replace(form, **own) == dataclasses.replace(FORM, **own)
