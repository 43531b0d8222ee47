"""A proposal names what headers mean and why; a person has the last word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from before_you_post.practice.layouts import TABLES
from before_you_post.practice.proposal import Proposal, propose
from before_you_post.practice.usual_names import USUAL_NAMES
from before_you_post.records import InputError


def proposed(folder: Path, text: str) -> Proposal:
    (folder / "log.csv").write_text(text, encoding="utf-8")
    return propose(folder / "log.csv")


def meanings(proposal: Proposal) -> dict[str, str | None]:
    return {one.header: one.column for one in proposal.suggestions}


def test_a_consent_log_with_a_title_and_several_sheets_is_understood(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Ask Ann before you change this"
    sheet = book.create_sheet("Log")
    header = [
        "Form #",
        "Pt #",
        "Date signed",
        "Relationship",
        "OK for",
        "Which photos",
        "Exp. date",
        "Withdrawn",
        "Room",
    ]
    row = ["A-1", "P-001", date(2026, 1, 2), "self", "website", "B4; post-op nose", date(2027, 1, 1), None, "4"]
    for cells in (["Consent log"], [], header, row, ["Total", 1]):
        sheet.append(cells)
    book.save(tmp_path / "log.xlsx")

    proposal = propose(tmp_path / "log.xlsx")

    assert (proposal.table.name, proposal.sheet, proposal.row, proposal.missing()) == ("authorizations", "Log", 3, ())
    assert meanings(proposal) == {
        "Form #": "authorization",
        "Pt #": "patient",
        "Date signed": "signed_on",
        "Relationship": "signer_role",
        "OK for": "channels",
        "Which photos": "photos",
        "Exp. date": "expires_on",
        "Withdrawn": "revoked_on",
        "Room": None,
    }
    assert proposal.columns().ignored == ("Room",)


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        ("Pt ID;Last;First;DOB;St\n1;Quill;Zoë;6/3/1990;CA\n", "patients", ("patient", "family_name", "given_name")),
        (
            "Image,Pt ID,Pre/Post,Photo Date\na.jpg,1,pre,6/3/1990\n",
            "originals",
            ("file", "patient", "kind", "taken_on"),
        ),
        ("File name,Shows,Checked by\na.jpg,logo,Ann\n", "not_patient_photos", ("file", "what", "decided_by")),
    ],
)
def test_the_table_is_the_one_whose_columns_fit_best(
    tmp_path: Path, text: str, table: str, expected: tuple[str, ...]
) -> None:
    proposal = proposed(tmp_path, text)

    assert proposal.table.name == table
    assert set(expected) <= set(meanings(proposal).values())
    assert proposal.missing() == ()


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        (
            "Employee,Position,Hire date,HIPAA training,Attestation\nA. Quill,nurse,1/6/2025,2/3/2025,2/3/2025\n",
            "staff",
            ("person", "role", "hired_on", "trained_on", "attested_on"),
        ),
        (
            "Company,Service,Has PHI,BAA date,BAA terms\nBright,web design,yes,1/20/2025,safeguards; reporting\n",
            "vendors",
            ("vendor", "role", "phi_access", "agreement_signed_on", "agreement_terms"),
        ),
        (
            "Asset tag,Type,Manufacturer,Serial No.,MDM\nCAM-1,camera,Larkfield,2290417,no\n",
            "devices",
            ("device", "kind", "make", "serial", "managed"),
        ),
        (
            "Pt #,Form #,Date discussed,Discussed by,Topics covered\nP-1,A-1,1/6/2025,R. Ames,use; retract\n",
            "conversations",
            ("patient", "authorization", "held_on", "held_by", "topics"),
        ),
        (
            "Date completed,Performed by,Systems,Next due\n1/6/2025,Tidewater IT,cameras; phones,1/6/2026\n",
            "risk_analyses",
            ("done_on", "done_by", "scope", "next_on"),
        ),
        (
            "Policy,Version,Effective date,Last reviewed,Attorney review\nSocial media,2,1/6/2025,1/6/2026,1/6/2025\n",
            "policies",
            ("kind", "version", "approved_on", "reviewed_on", "counsel_reviewed_on"),
        ),
        (
            "Form version,Form type,Standalone,Font size,Reading level\n2025-3,authorization,yes,14,8\n",
            "form_versions",
            ("form_version", "form_kind", "stands_alone", "font_points", "reading_grade"),
        ),
    ],
)
def test_the_further_tables_are_known_by_their_usual_headers(
    tmp_path: Path, text: str, table: str, expected: tuple[str, ...]
) -> None:
    proposal = proposed(tmp_path, text)

    assert proposal.table.name == table
    assert tuple(meanings(proposal).values()) == expected


def test_our_own_headers_mean_themselves(tmp_path: Path) -> None:
    for table in TABLES:
        proposal = proposed(tmp_path, ",".join(table.header()) + "\n")

        assert proposal.table.name == table.name
        assert meanings(proposal) == {name: name for name in table.header()}


def test_the_cells_below_a_header_count_too(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, "Pt #,First,Signed,Form\nP1,Zoë,2026-01-02,A1\nP2,Bea,2026-01-03,A2\n")

    signed = next(one for one in proposal.suggestions if one.header == "Signed")
    assert signed.column != "signed"
    assert signed.samples == ("2026-01-02", "2026-01-03")


def test_a_correction_takes_the_meaning_from_the_header_that_had_it(tmp_path: Path) -> None:
    proposal = proposed(tmp_path, "Pt #,Chart,First\nP1,7,Zoë\n").with_meaning("Chart", "patient")

    assert (meanings(proposal)["Chart"], meanings(proposal)["Pt #"]) == ("patient", None)
    with pytest.raises(KeyError):
        proposal.with_meaning("Shoe", "patient")
    with pytest.raises(ValueError):
        proposal.with_meaning("Chart", "shoe")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7"])
def test_a_file_without_a_table_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "log.csv").write_bytes(data)

    with pytest.raises(InputError):
        propose(tmp_path / "log.csv")


def test_usual_names_are_those_of_columns_there_are() -> None:
    assert set(USUAL_NAMES) <= {column.name for table in TABLES for column in table.columns}
