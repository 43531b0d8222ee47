"""A practice folder, read into records: the practice, its patients, its photo library, its authorizations.

Whatever cannot be read comes back as a Problem beside what could; one bad row never stops an audit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from ..inputs.quoting import quoted
from ..inputs.table import ColumnMap, Row, Table, TableReading, read_table
from ..records import Authorization, Device, NotAPatientPhoto, Original, Papers, Patient, Practice, Problem
from .columns import read_columns
from .fhir_consent import permitted
from .fhir_files import FoundConsent, find_consents
from .form_layouts import AUTHORIZATIONS
from .form_versions import completed
from .forms import FormEntry, join_forms
from .incidents import joined_incidents, strange_incidents
from .joins import alike, not_found, repeated
from .layouts import FIRST, FURTHER, FURTHER_FOLDER, NOT_PATIENT_PHOTOS, PATIENTS
from .library import read_library
from .papers import Readings, joined_conversations, misplaced_conversations, read_papers
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
    devices: tuple[Device, ...] | None = None  # None = the practice keeps no list of them
    papers: Papers = field(default_factory=Papers)
    problems: tuple[Problem, ...] = ()


def load(folder: Path, *, today: date | None = None) -> PracticeFiles:
    """Read a practice folder. Raises InputError when there is no readable practice.yaml, and for nothing else.

    ``today`` is the day of the audit, the machine's own day by default. Dates are searched for some in the future
    unless it is a former day: looking back, what was entered since is no mistake.
    """
    folder = folder.resolve()
    practice, library, settings_problems = read_settings(folder)
    consents, consent_problems = find_consents(folder)
    readings, table_problems = _read_tables(folder, forms_needed=not (consents or consent_problems))
    patients, twice = _patients(readings["patients"])
    codes = {alike(patient.code): patient.code for patient in patients}
    originals, names, library_problems = read_library(library, readings["originals"])
    entries, unused = _entries(readings["authorizations"], consents, codes)
    forms, form_problems = join_forms(entries, folder, codes, practice.channels, names)
    own = read_papers(readings, folder, practice.channels)
    return PracticeFiles(
        practice=practice,
        patients=patients,
        originals=tuple(_of_known_patient(original, codes) for original in originals),
        authorizations=completed(forms, own.papers.form_versions or ()),
        not_patients=tuple(_not_a_patient(row) for row in readings["not_patient_photos"].rows),
        devices=own.devices,
        papers=joined_incidents(joined_conversations(own.papers, codes, forms), codes),
        problems=(
            *settings_problems,
            *table_problems,
            *twice,
            *library_problems,
            *consent_problems,
            *unused,
            *form_problems,
            *own.problems,
            *_strangers(readings, codes),
            *_undescribed_versions(readings, own.papers),
            *misplaced_conversations(readings["conversations"], forms),
            *strange_incidents(readings["incidents"], codes, own.papers.vendors),
            *(problem for table in readings.values() for problem in odd_dates(table, _latest(today))),
        ),
    )


def _read_tables(folder: Path, *, forms_needed: bool) -> tuple[Readings, list[Problem]]:
    """Every table by its name, as the practice calls its columns. Without FHIR, the table of forms must be there."""
    own, own_problems = read_columns(folder)
    problems = list(own_problems)
    readings: dict[str, TableReading] = {}
    for table in FIRST:
        asked = replace(table, required=forms_needed) if table is AUTHORIZATIONS else table
        readings[table.name] = read_table(folder, asked, own.get(table.name))
    for table in FURTHER:
        readings[table.name], more = read_further(folder, table, own.get(table.name))
        problems.extend(more)
    return readings, [*problems, *(problem for reading in readings.values() for problem in reading.problems)]


def read_further(folder: Path, table: Table, own: ColumnMap | None) -> tuple[TableReading, list[Problem]]:
    """A table that may lie beside the first ones, or else in the folder for further ones."""
    first, second = read_table(folder, table, own), read_table(folder / FURTHER_FOLDER, table)
    if own is None and not first.path.is_file():
        return second, list(first.problems)
    if not second.rows or (own and own.file.resolve() == second.path.resolve()):
        return first, []
    remedy = f"It was not read, {quoted(first.path.name)} was. Keep one of them."
    found = f"rows in {FURTHER_FOLDER} besides {quoted(first.path.name)}"
    problem = Problem(path=str(second.path), found=found, expected=f"one file of {table.name}", remedy=remedy)
    return first, [problem]


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
    rows, problems = repeated(reading, ("patient",))
    return tuple(Patient(**row.fields(PATIENTS)) for row in rows), problems


def _of_known_patient(original: Original, codes: Mapping[str, str]) -> Original:
    return replace(original, patient=codes.get(alike(original.patient))) if original.patient else original


def _not_a_patient(row: Row) -> NotAPatientPhoto:
    return NotAPatientPhoto(**{"decided_on": None, **row.fields(NOT_PATIENT_PHOTOS)})


def _strangers(readings: Readings, codes: Mapping[str, str]) -> Iterator[Problem]:
    """A Problem for each code that is not on the roster, in each table that has it."""
    so_far = {
        "originals": "It is used as a photo of nobody known.",
        "authorizations": "Until then the form speaks for no photo.",
        "conversations": "Until then the conversation speaks for nobody.",
        "requests": "The request is counted all the same.",
        "disclosures": "The disclosure is counted all the same.",
    }
    for table, what_happens in so_far.items():
        yield from not_found(
            readings[table],
            "patient",
            codes,
            found="who is not in the patients table",
            expected="the code of a patient in the patients table",
            remedy=f"Add the patient there, or correct the code. {what_happens}",
        )


def _undescribed_versions(readings: Readings, papers: Papers) -> Iterable[Problem]:
    """A Problem for each form version that is used and not described, where versions are described at all."""
    if papers.form_versions is None:
        return ()
    return not_found(
        readings["authorizations"],
        "form_version",
        {alike(version.form_version) for version in papers.form_versions},
        found="which is not in the form_versions table",
        expected="a form version of that table",
        remedy="Add a row for it there, or correct the name. Until then nobody knows what its print says.",
    )
