"""A practice folder, read into records: the practice, its patients, its photo library, its authorizations.

Whatever cannot be read comes back as a Problem beside what could; one bad row never stops an audit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..inputs.photo_names import PhotoNames
from ..inputs.quoting import quoted
from ..inputs.table import Row, TableReading, read_table
from ..records import Authorization, NotAPatientPhoto, Original, Patient, PhotoScope, Practice, Problem
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

    ``today`` is the day dates are compared with to find those in the future; the machine's own day by default.
    """
    folder = folder.resolve()
    practice, library, settings_problems = read_settings(folder)
    tables = [read_table(folder, table) for table in (PATIENTS, ORIGINALS, AUTHORIZATIONS, NOT_PATIENT_PHOTOS)]
    patient_rows, original_rows, form_rows, other_rows = tables
    patients, repeated = _patients(patient_rows)
    codes = {_alike(patient.code): patient.code for patient in patients}
    originals, names, library_problems = read_library(library, original_rows)
    channels = {_alike(channel.name): channel.name for channel in practice.channels}
    forms, form_problems = _forms(form_rows, codes, channels, names)
    return PracticeFiles(
        practice=practice,
        patients=patients,
        originals=tuple(_of_known_patient(original, codes) for original in originals),
        authorizations=forms,
        not_patients=tuple(_not_a_patient(row) for row in other_rows.rows),
        problems=(
            *settings_problems,
            *(problem for table in tables for problem in table.problems),
            *repeated,
            *library_problems,
            *_unknown_patients(original_rows, codes, "It is used as a photo of nobody known."),
            *form_problems,
            *_unknown_patients(form_rows, codes, "Until then the form speaks for no photo."),
            *(problem for table in tables for problem in odd_dates(table, today or date.today())),
        ),
    )


def _alike(word: str) -> str:
    return " ".join(word.casefold().split())


def _patients(reading: TableReading) -> tuple[tuple[Patient, ...], list[Problem]]:
    patients: dict[str, Patient] = {}
    problems = []
    for row in reading.rows:
        patient = Patient(**row.fields(PATIENTS))
        if _alike(patient.code) in patients:
            problems.append(_repeated(reading, row, "patient", "Keep one row a patient. This one was left out."))
        else:
            patients[_alike(patient.code)] = patient
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
    return replace(original, patient=codes.get(_alike(original.patient))) if original.patient else original


def _not_a_patient(row: Row) -> NotAPatientPhoto:
    return NotAPatientPhoto(**{"decided_on": None, **row.fields(NOT_PATIENT_PHOTOS)})


def _forms(
    reading: TableReading, codes: Mapping[str, str], channels: Mapping[str, str], names: PhotoNames
) -> tuple[tuple[Authorization, ...], list[Problem]]:
    forms: dict[str, Authorization] = {}
    problems: list[Problem] = []
    for row in reading.rows:
        form = Authorization(**row.fields(AUTHORIZATIONS))
        scopes, missing = _scopes(form.photos, names)
        problems.extend(_not_in_library(reading, row, name) for name in missing)
        if form.id in forms:
            # Left out, a second row could hide the day the patient took the form back.
            remedy = "Give every form its own number. Both rows were used."
            problems.append(_repeated(reading, row, "authorization", remedy))
            form = replace(form, id=f"{form.id} (row {row.number})")
        forms[form.id] = replace(
            form,
            patient=codes.get(_alike(form.patient), form.patient),
            channels=form.channels and tuple(channels.get(_alike(name), name) for name in form.channels),
            photos=scopes,
        )
    return tuple(forms.values()), problems


def _scopes(
    scopes: tuple[PhotoScope, ...] | None, names: PhotoNames
) -> tuple[tuple[PhotoScope, ...] | None, list[str]]:
    """The scopes with photos named as the library names them, and the photos it does not hold."""
    if scopes is None:
        return None, []
    found = {scope.original: names.find(scope.original) for scope in scopes if scope.original}
    named = tuple(
        replace(scope, original=found[scope.original] or scope.original) if scope.original else scope
        for scope in scopes
    )
    return named, [name for name, known in found.items() if known is None]


def _not_in_library(reading: TableReading, row: Row, name: str) -> Problem:
    return Problem(
        path=str(reading.path),
        row=row.number,
        column="photos",
        found=f"{quoted(name)}, which is not in the library",
        expected="a photo of the library, or before, after, other",
        remedy="Correct the name. The form was used; this part of it fits no photo.",
    )


def _unknown_patients(reading: TableReading, codes: Mapping[str, str], what_happens: str) -> Iterable[Problem]:
    """One Problem for each code that is not on the roster, at the first row that has it."""
    rows: dict[str, list[Row]] = {}
    for row in reading.rows:
        if (code := row.cells.get("patient")) and _alike(code) not in codes:
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
