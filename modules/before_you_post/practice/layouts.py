"""The tables of a practice folder, column by column.

This is the whole of what the office manager is asked for; ``docs/practice-folder.md`` and the README that ``init``
writes say the same in prose. Required columns are few: a practice seldom has everything, and a missing fact is
better shown as not checked than asked for until somebody invents it.
"""

from __future__ import annotations

from ..inputs.cells import DATE, TEXT, WORDS, YES_NO, one_of
from ..inputs.table import Column, Table
from ..records import PhotoKind
from .advertising_layout import ADVERTISEMENTS
from .form_layouts import AUTHORIZATIONS, FORM_VERSIONS
from .incident_layout import INCIDENTS
from .log_layouts import ANONYMOUS_PHOTOS, CHECKS, DISCLOSURES, REQUESTS
from .marks import MARKS
from .paper_layouts import CONVERSATIONS, DEVICES, POLICIES, RISK_ANALYSES, STAFF, VENDORS
from .photo_scopes import FILE, KIND_CELLS
from .states import STATE

PATIENTS = Table(
    name="patients",
    meaning="one row a patient",
    columns=(
        Column(name="patient", kind=TEXT, meaning="your own code for the patient", required=True, field="code"),
        Column(name="given_name", kind=TEXT, meaning="first name", also=("first name",)),
        Column(name="family_name", kind=TEXT, meaning="last name", also=("last name", "surname")),
        Column(name="other_names", kind=WORDS, meaning="nicknames, maiden name; several with ; between them"),
        Column(name="birth_date", kind=DATE, meaning="date of birth", also=("date of birth", "dob")),
        Column(name="state", kind=STATE, meaning="the state the patient lives in"),
        Column(name="medical_record_number", kind=TEXT, meaning="number of the chart", also=("mrn",)),
        Column(name="deceased_on", kind=DATE, meaning="the day the patient died, if so", also=("date of death",)),
        Column(name="on_staff", kind=YES_NO, meaning="does the patient work for you?"),
    ),
)

ORIGINALS = Table(
    name="originals",
    meaning="one row a photo of the library",
    columns=(
        Column(
            name="file", kind=FILE, meaning="the photo, as a path inside the library folder", required=True, field="id"
        ),
        Column(name="patient", kind=TEXT, meaning="code of the patient it shows"),
        Column(name="kind", kind=one_of(PhotoKind, KIND_CELLS), meaning="before, after or other"),
        Column(name="taken_on", kind=DATE, meaning="the day it was taken"),
        Column(name="area", kind=TEXT, meaning="the part of the body, in your words: nose"),
        Column(name="procedure", kind=TEXT, meaning="the procedure, in your words: rhinoplasty"),
        Column(
            name="marks",
            kind=MARKS,
            meaning="marks that identify, with their places if you like: tattoo 120,340,300,420; scar; or none",
        ),
    ),
)

NOT_PATIENT_PHOTOS = Table(
    name="not_patient_photos",
    meaning="one row a published picture that somebody looked at and that shows no patient (a logo, a building)",
    required=False,
    columns=(
        Column(name="file", kind=TEXT, meaning="name of the published file", required=True),
        Column(name="what", kind=TEXT, meaning="what it shows: logo, reception, stock photo", required=True),
        Column(name="decided_by", kind=TEXT, meaning="who looked at it", required=True),
        Column(name="decided_on", kind=DATE, meaning="when"),
    ),
)

FIRST = (PATIENTS, ORIGINALS, AUTHORIZATIONS, NOT_PATIENT_PHOTOS)  # what an audit of photos lives on
FURTHER_FOLDER = "further-tables"  # where the others may lie, so that a beginner's folder is not full of empty tables
FURTHER = (
    *(FORM_VERSIONS, CONVERSATIONS, DEVICES, STAFF, VENDORS, RISK_ANALYSES, POLICIES, INCIDENTS),
    *(ADVERTISEMENTS, REQUESTS, ANONYMOUS_PHOTOS, CHECKS, DISCLOSURES),
)
TABLES = (*FIRST, *FURTHER)
