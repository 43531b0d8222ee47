"""A practice folder, read into records: the practice, its patients, its photo library, its authorizations.

Whatever cannot be read comes back as a Problem beside what could; one bad row never stops an audit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..inputs.quoting import quoted
from ..inputs.table import Row, TableReading, read_table
from ..records import Authorization, NotAPatientPhoto, Original, Patient, Practice, Problem
from .columns import read_columns
from .fhir_consent import permitted
from .fhir_files import FoundConsent, find_consents
from .forms import FormEntry, alike, join_forms
from .layouts import AUTHORIZATIONS, NOT_PATIENT_PHOTOS, ORIGINALS, PATIENTS
from .library import read_library
from .sanity import odd_dates
from .settings import read_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFiles:
    """Everything a practice folder says, and every Problem met while reading it."""

    practice: Practice
    patients: tuple[Patient, ...] = ()
    originals: tuple[Original, ...] = ()
    authorizations: tuple[Authorization, ...] = ()
    not_patients: tuple[NotAPatientPhoto, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(folder: Path, *, today: date | None = None) -> PracticeFiles:
    """Read a practice folder. Raises InputError when there is no readable practice.yaml, and for nothing else.

    ``today`` is the day of the audit, the machine's own day by default. Dates are searched for some in the future
    unless it is a former day: looking back, what was entered since is no mistake.
    """
    folder = folder.resolve()
    practice, library, settings_problems = read_settings(folder)
    own, own_problems = read_columns(folder)
    consents, consent_problems = find_consents(folder)
    papers = replace(AUTHORIZATIONS, required=not (consents or consent_problems))
    tables = [
        read_table(folder, table, own.get(table.name)) for table in (PATIENTS, ORIGINALS, papers, NOT_PATIENT_PHOTOS)
    ]
    patient_rows, original_rows, form_rows, other_rows = tables
    patients, repeated = _patients(patient_rows)
    codes = {alike(patient.code): patient.code for patient in patients}
    originals, names, library_problems = read_library(library, original_rows)
    entries, unused = _entries(form_rows, consents, codes)
    forms, form_problems = join_forms(entries, folder, codes, practice.channels, names)
    return PracticeFiles(
        practice=practice,
        patients=patients,
        originals=tuple(_of_known_patient(original, codes) for original in originals),
        authorizations=forms,
        not_patients=tuple(_not_a_patient(row) for row in other_rows.rows),
        problems=(
            *settings_problems,
            *own_problems,
            *(problem for table in tables for problem in table.problems),
            *repeated,
            *library_problems,
            *_unknown_patients(original_rows, codes, "It is used as a photo of nobody known."),
            *consent_problems,
            *unused,
            *form_problems,
            *_unknown_patients(form_rows, codes, "Until then the form speaks for no photo."),
            *(problem for table in tables for problem in odd_dates(table, _latest(today))),
        ),
    )


def _latest(today: date | None) -> date | None:
    now = date.today()
    return now if today is None else today if today >= now else None


def _entries(
    reading: TableReading, consents: Iterable[FoundConsent], codes: Mapping[str, str]
) -> tuple[list[FormEntry], list[Problem]]:
    """Every form, from the table and from FHIR, and what of the latter was not used."""
    entries = [
        FormEntry(Authorization(**row.fields(AUTHORIZATIONS)), str(reading.path), row.number) for row in reading.rows
    ]
    problems: list[Problem] = []
    for consent in consents:
        forms, more = permitted(consent, codes)
        entries.extend(FormEntry(form, consent.path) for form in forms)
        problems.extend(more)
    return entries, problems


def _patients(reading: TableReading) -> tuple[tuple[Patient, ...], list[Problem]]:
    patients: dict[str, Patient] = {}
    problems = []
    for row in reading.rows:
        patient = Patient(**row.fields(PATIENTS))
        if alike(patient.code) in patients:
            problems.append(_repeated(reading, row, "patient", "Keep one row a patient. This one was left out."))
        else:
            patients[alike(patient.code)] = patient
    return tuple(patients.values()), problems


def _repeated(reading: TableReading, row: Row, column: str, remedy: str) -> Problem:
    return Problem(
        path=str(reading.path),
        row=row.number,
        column=column,
        found=f"{quoted(row.cells[column])}, which stands in a row above",
        expected=f"a different {column} in every row",
        remedy=remedy,
    )


def _of_known_patient(original: Original, codes: Mapping[str, str]) -> Original:
    return replace(original, patient=codes.get(alike(original.patient))) if original.patient else original


def _not_a_patient(row: Row) -> NotAPatientPhoto:
    return NotAPatientPhoto(**{"decided_on": None, **row.fields(NOT_PATIENT_PHOTOS)})


def _unknown_patients(reading: TableReading, codes: Mapping[str, str], what_happens: str) -> Iterable[Problem]:
    """One Problem for each code that is not on the roster, at the first row that has it."""
    rows: dict[str, list[Row]] = {}
    for row in reading.rows:
        if (code := row.cells.get("patient")) and alike(code) not in codes:
            rows.setdefault(code, []).append(row)
    for code, having in rows.items():
        more = f", also in {len(having) - 1} more rows" if len(having) > 1 else ""
        yield Problem(
            path=str(reading.path),
            row=having[0].number,
            column="patient",
            found=f"{quoted(code)}, who is not in the patients table{more}",
            expected="the code of a patient in the patients table",
            remedy=f"Add the patient there, or correct the code. {what_happens}",
        )
