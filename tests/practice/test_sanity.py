"""Dates that can hardly be true are reported and kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from before_you_post.inputs.table import Table, read_table
from before_you_post.practice.form_layouts import AUTHORIZATIONS, FORM_VERSIONS
from before_you_post.practice.layouts import PATIENTS
from before_you_post.practice.paper_layouts import CONVERSATIONS, DEVICES, POLICIES, RISK_ANALYSES, STAFF, VENDORS
from before_you_post.practice.sanity import odd_dates

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("header", "row", "columns"),
    [
        ("signed_on,expires_on", "2025-06-01,2025-06-01", []),
        ("signed_on,expires_on", "2025-06-01,2025-05-31", ["expires_on"]),
        ("signed_on,revoked_on", "2025-06-01,2024-06-01", ["revoked_on"]),
        ("signed_on,event_happened_on", "2025-06-01,2024-06-01", ["event_happened_on"]),
        ("signed_on", "2026-11-22", []),
        ("signed_on", "2026-11-23", ["signed_on"]),
        ("expires_on", "2036-11-23", []),
        ("signed,signed_on", "no,2025-06-01", ["signed"]),
        ("signed,signed_on", "yes,2025-06-01", []),
    ],
)
def test_dates_of_a_form_must_follow_each_other(tmp_path: Path, header: str, row: str, columns: list[str]) -> None:
    (tmp_path / "authorizations.csv").write_text(f"authorization,patient,{header}\nA1,P1,{row}\n")
    reading = read_table(tmp_path, AUTHORIZATIONS)

    assert [problem.column for problem in odd_dates(reading, TODAY)] == columns
    assert len(reading.rows) == 1


def test_nobody_is_born_tomorrow(tmp_path: Path) -> None:
    (tmp_path / "patients.csv").write_text("patient,birth_date\nP1,2026-11-23\nP2,2026-11-22\n")

    assert [problem.row for problem in odd_dates(read_table(tmp_path, PATIENTS), TODAY)] == [2]


@pytest.mark.parametrize(
    ("table", "header", "row", "columns"),
    [
        (PATIENTS, "patient,birth_date,deceased_on", "P1,1940-01-02,1939-01-02", ["deceased_on"]),
        (STAFF, "person,hired_on,left_on", "S1,2025-06-01,2025-05-31", ["left_on"]),
        (STAFF, "person,trained_on", "S1,2025-06-01; 2026-11-23; 2026-11-24", ["trained_on", "trained_on"]),
        (STAFF, "person,photo_access_from,photo_access_until", "S1,2025-06-01,2025-06-01", []),
        (VENDORS, "vendor,phi_access,phi_access_from", "V,no,2025-06-01", ["phi_access"]),
        (VENDORS, "vendor,agreement_signed_on", "V,2026-11-23", ["agreement_signed_on"]),
        (CONVERSATIONS, "patient,held_on", "P1,2026-11-23", ["held_on"]),
        (RISK_ANALYSES, "done_on,next_on", "2026-02-02,2025-02-02", ["next_on"]),
        (RISK_ANALYSES, "done_on,next_on", "2026-02-02,2027-02-02", []),
        (POLICIES, "kind,approved_on,ended_on", "photos,2027-01-01,2026-01-01", ["ended_on"]),
        (DEVICES, "device,wiped_on,retired_on", "D1,2026-01-02,2026-01-01", ["retired_on"]),
        (FORM_VERSIONS, "form_version,approved_on,withdrawn_on", "1,2026-01-02,2026-01-01", ["withdrawn_on"]),
    ],
)
def test_dates_of_a_paper_must_follow_each_other(
    tmp_path: Path, table: Table, header: str, row: str, columns: list[str]
) -> None:
    (tmp_path / f"{table.name}.csv").write_text(f"{header}\n{row}\n")
    reading = read_table(tmp_path, table)

    assert [problem.column for problem in odd_dates(reading, TODAY)] == columns
    assert len(reading.rows) == 1


def test_an_audit_of_a_former_day_finds_no_day_in_the_future(tmp_path: Path) -> None:
    (tmp_path / "patients.csv").write_text("patient,birth_date\nP1,2026-11-23\n")
    (tmp_path / "authorizations.csv").write_text(
        "authorization,patient,signed_on,expires_on\nA1,P1,2036-01-02,2036-01-01\n"
    )

    assert list(odd_dates(read_table(tmp_path, PATIENTS), None)) == []
    assert [problem.column for problem in odd_dates(read_table(tmp_path, AUTHORIZATIONS), None)] == ["expires_on"]
