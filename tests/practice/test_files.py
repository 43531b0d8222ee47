"""A practice folder is read whole; what cannot be read is said and never stops the rest."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from before_you_post.practice import load, scaffold
from before_you_post.records import Authorization, Original, PhotoKind, PhotoScope, Problem, SignerRole

TODAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A practice with one patient, one photo and one form, in which nothing is wrong."""
    scaffold(tmp_path / "practice")
    folder = (tmp_path / "practice").resolve()
    write(folder, "patients", "patient,given_name,family_name\n007,Zoë,Quill\n")
    write(folder, "originals", "file,patient,kind,area\nnose.jpg,007,before,nose\n")
    write(folder, "authorizations", "authorization,patient,channels,photos\nA1,007,website,before\n")
    (folder / "originals/nose.jpg").write_bytes(b"x")
    return folder


def write(folder: Path, table: str, text: str) -> None:
    (folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")


def one_problem(folder: Path) -> Problem:
    (problem,) = load(folder, today=TODAY).problems
    return problem


def test_a_practice_in_order_is_read_without_a_problem(folder: Path) -> None:
    files = load(folder, today=TODAY)

    assert files.problems == ()
    assert [(patient.code, patient.given_name) for patient in files.patients] == [("007", "Zoë")]
    assert files.originals == (
        Original(
            id="nose.jpg",
            path=str(folder / "originals/nose.jpg"),
            patient="007",
            kind=PhotoKind.BEFORE,
            area="nose",
        ),
    )
    assert files.authorizations == (
        Authorization(id="A1", patient="007", channels=("website",), photos=(PhotoScope(kind=PhotoKind.BEFORE),)),
    )
    assert files.not_patients == ()


def test_every_column_of_a_form_reaches_its_record(folder: Path) -> None:
    header = "authorization,patient,form_version,signed,signed_on,signed_by,signer_role,authority,expires_on,"
    header += "expires_when,event_happened_on,revoked_on,channels,photos,may_name,document"
    row = 'A1,007,v3,yes,2024-01-02,Zoë Quill,Guardian,"court order, 2020",2025-01-02,end of treatment,2024-03-01,'
    row += "2024-02-01,Website; e-mail,after nose;nose.jpg,no,scans/a1.pdf"
    write(folder, "authorizations", f"{header}\n{row}\n")

    (form,) = load(folder, today=TODAY).authorizations

    assert form == Authorization(
        id="A1",
        patient="007",
        form_version="v3",
        signed=True,
        signed_on=date(2024, 1, 2),
        signed_by="Zoë Quill",
        signer_role=SignerRole.GUARDIAN,
        authority="court order, 2020",
        expires_on=date(2025, 1, 2),
        expires_when="end of treatment",
        event_happened_on=date(2024, 3, 1),
        revoked_on=date(2024, 2, 1),
        channels=("website", "e-mail"),
        photos=(PhotoScope(kind=PhotoKind.AFTER, area="nose"), PhotoScope(original="nose.jpg")),
        may_name=False,
        document="scans/a1.pdf",
    )


def test_excel_tables_are_read_like_csv(folder: Path) -> None:
    before = load(folder, today=TODAY)
    for name in ("patients", "originals", "authorizations"):
        rows = [line.split(",") for line in (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()]
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        (folder / f"{name}.csv").unlink()
        book.save(folder / f"{name}.xlsx")

    assert load(folder, today=TODAY) == before


@pytest.mark.parametrize("table", ["patients", "originals", "authorizations"])
def test_a_missing_table_is_a_problem_and_no_crash(folder: Path, table: str) -> None:
    (folder / f"{table}.csv").unlink()

    assert any(problem.found == "no such file" for problem in load(folder, today=TODAY).problems)


def test_a_missing_optional_table_is_fine(folder: Path) -> None:
    (folder / "not_patient_photos.csv").unlink()

    assert load(folder, today=TODAY).problems == ()


def test_pictures_of_no_patient_are_read(folder: Path) -> None:
    write(folder, "not_patient_photos", "file,what,decided_by\nlogo.png,our logo,R. Ames\n")

    (picture,) = load(folder, today=TODAY).not_patients

    assert (picture.file, picture.what, picture.decided_by, picture.decided_on) == (
        "logo.png",
        "our logo",
        "R. Ames",
        None,
    )


def test_a_photo_of_an_unknown_patient_is_a_photo_of_nobody_known(folder: Path) -> None:
    write(folder, "originals", "file,patient\nnose.jpg,008\n")

    assert load(folder, today=TODAY).originals[0].patient is None
    assert "'008'" in one_problem(folder).found


def test_a_form_of_an_unknown_patient_is_kept_and_reported_once_for_its_code(folder: Path) -> None:
    write(folder, "authorizations", "authorization,patient\nA1,008\nA2,008\n")

    assert [form.patient for form in load(folder, today=TODAY).authorizations] == ["008", "008"]
    assert "1 more row" in one_problem(folder).found


def test_codes_and_channels_are_joined_without_regard_to_capitals(folder: Path) -> None:
    write(folder, "patients", "patient\nZ-7\n")
    write(folder, "originals", "file,patient\nnose.jpg,z-7\n")
    write(folder, "authorizations", "authorization,patient,channels\nA1,z-7,WEBSITE\n")

    files = load(folder, today=TODAY)

    assert (files.originals[0].patient, files.authorizations[0].patient) == ("Z-7", "Z-7")
    assert files.authorizations[0].channels == ("website",)


def test_a_form_that_names_a_photo_nobody_has_is_reported(folder: Path) -> None:
    write(folder, "authorizations", "authorization,patient,photos\nA1,007,chin.jpg; NOSE.JPG\n")

    scopes = load(folder, today=TODAY).authorizations[0].photos

    assert scopes == (PhotoScope(original="chin.jpg"), PhotoScope(original="nose.jpg"))
    assert one_problem(folder).row == 2


def test_a_patient_in_two_rows_is_read_once(folder: Path) -> None:
    write(folder, "patients", "patient,given_name\n007,Zoë\n007,Bea\n")

    assert [patient.given_name for patient in load(folder, today=TODAY).patients] == ["Zoë"]
    assert one_problem(folder).row == 3


def test_two_forms_with_one_number_are_both_used_since_one_may_revoke(folder: Path) -> None:
    write(folder, "authorizations", "authorization,patient,revoked_on\nA1,007,\nA1,007,2025-01-01\n")

    forms = load(folder, today=TODAY).authorizations

    assert [(form.id, form.revoked_on) for form in forms] == [("A1", None), ("A1 (row 3)", date(2025, 1, 1))]
    assert one_problem(folder).column == "authorization"


def test_a_form_whose_revocation_cannot_be_read_speaks_for_no_photo(folder: Path) -> None:
    write(folder, "authorizations", "authorization,patient,revoked_on\nA1,007,last spring\n")

    assert load(folder, today=TODAY).authorizations == ()
    assert one_problem(folder).column == "revoked_on"


def test_one_bad_row_of_each_kind_leaves_the_others_standing(folder: Path) -> None:
    write(folder, "patients", "patient,birth_date\n007,1990-01-01\n,1990-01-01\n008,soon\n009,2000-01-01,x\n010,\n")

    files = load(folder, today=TODAY)

    assert [patient.code for patient in files.patients] == ["007", "008", "010"]
    assert [problem.row for problem in files.problems] == [3, 4, 5]


def test_without_a_day_given_dates_are_compared_with_the_machines_own(folder: Path) -> None:
    tomorrow = date.today() + timedelta(days=1)
    write(folder, "patients", f"patient,birth_date\n007,{tomorrow}\n")

    assert [problem.column for problem in load(folder).problems] == ["birth_date"]
    assert load(folder, today=tomorrow).problems == ()


def test_looking_back_what_was_entered_since_is_no_problem(folder: Path) -> None:
    write(folder, "authorizations", "authorization,patient,signed_on\nA1,007,2020-02-01\n")

    files = load(folder, today=date(2020, 1, 1))

    assert files.problems == ()
    assert files.authorizations[0].signed_on == date(2020, 2, 1)


def test_codes_alone_are_enough(folder: Path) -> None:
    write(folder, "patients", "patient\n007\n")

    files = load(folder)

    assert files.problems == ()
    assert (files.originals[0].patient, files.authorizations[0].patient) == ("007", "007")


def test_the_scan_of_a_form_is_linked_by_its_bytes(folder: Path) -> None:
    (folder / "a1.pdf").write_bytes(b"signed")
    write(folder, "authorizations", "authorization,patient,document\nA1,007,a1.pdf\nA2,007,a2.pdf\n")

    files = load(folder)

    assert [bool(form.document_sha256) for form in files.authorizations] == [True, False]
    assert [(problem.row, problem.column) for problem in files.problems] == [(3, "document")]


def test_a_channel_may_be_an_export_in_a_zip(folder: Path) -> None:
    (folder / "export.zip").write_bytes(b"PK")
    text = (folder / "practice.yaml").read_text(encoding="utf-8")
    (folder / "practice.yaml").write_text(text.replace("published/instagram", "export.zip"), encoding="utf-8")

    files = load(folder)

    assert files.problems == ()
    assert files.practice.channels[1].folder == str(folder / "export.zip")
