"""The tables of what a practice notes as it goes: patients' requests, decisions about photos, checks, disclosures.

All of them may be missing. A practice that never called a photo anonymous, for example, has no such decision to note.
"""

from __future__ import annotations

from ..inputs.cells import DATE, PROSE, TEXT, YES_NO, one_of
from ..inputs.table import Column, Table
from ..records import AnonymousRoute, CheckKind, RequestKind
from .paper_cells import known_or_own, spellings

_REQUESTS = spellings({RequestKind.ACCESS: ("copy", "records request"), RequestKind.AMENDMENT: ("correction", "amend")})
_ROUTES = spellings(
    {
        AnonymousRoute.EXPERT: ("expert", "expert opinion"),
        AnonymousRoute.LIST: ("safe harbour", "eighteen identifiers", "18 identifiers"),
    }
)
_CHECKS = spellings(
    {
        CheckKind.LOGS: ("log review", "audit log", "audit logs"),
        CheckKind.POSTS: ("posts", "sweep", "review of live posts"),
        CheckKind.REMINDER: ("reminder", "security reminders"),
    }
)
_DOCUMENT = "a file in this folder, or where it is kept"

REQUESTS = Table(
    name="requests",
    meaning="one row a patient who asked for their record, or asked to have it corrected",
    required=False,
    columns=(
        Column(name="request", kind=TEXT, meaning="your own number for it", required=True),
        Column(name="patient", kind=TEXT, meaning="code of the patient"),
        Column(name="kind", kind=one_of(RequestKind, _REQUESTS), meaning="access or amendment"),
        Column(name="received_on", kind=DATE, meaning="the day it came in"),
        Column(name="written", kind=YES_NO, meaning="was it in writing?"),
        Column(name="electronic", kind=YES_NO, meaning="was it for an electronic record that your system can give?"),
        Column(name="extended_on", kind=DATE, meaning="the day you wrote that it takes longer, if so"),
        Column(name="answered_on", kind=DATE, meaning="the day it was fulfilled, or refused in writing"),
        Column(name="photos_included", kind=YES_NO, meaning="were the photos among what was given?"),
    ),
)

ANONYMOUS_PHOTOS = Table(
    name="anonymous_photos",
    meaning="one row a photo that you treat as telling nobody who is in it (de-identified)",
    required=False,
    columns=(
        Column(name="photo", kind=TEXT, meaning="the photo, as a path, or in words", required=True),
        Column(
            name="route",
            kind=known_or_own(AnonymousRoute, _ROUTES),
            meaning="expert determination, safe harbor (all eighteen identifiers removed), or what was done instead",
        ),
        Column(name="decided_by", kind=TEXT, meaning="who decided it"),
        Column(name="decided_on", kind=DATE, meaning="when"),
        Column(name="known_to", kind=YES_NO, meaning="does anybody here know of somebody who could tell who it is?"),
        Column(name="document", kind=TEXT, meaning=f"the expert's report, or the list that was ticked: {_DOCUMENT}"),
    ),
)

CHECKS = Table(
    name="checks",
    meaning="one row a time somebody went through logs or live posts, or reminded everybody of security",
    required=False,
    columns=(
        Column(
            name="kind",
            kind=known_or_own(CheckKind, _CHECKS),
            meaning="access logs, live posts, security reminder",
            required=True,
        ),
        Column(name="done_on", kind=DATE, meaning="the day", required=True),
        Column(name="done_by", kind=TEXT, meaning="who did it"),
        Column(name="document", kind=TEXT, meaning=f"what was noted: {_DOCUMENT}"),
    ),
)

DISCLOSURES = Table(
    name="disclosures",
    meaning="one row a time something of a patient's record was given to somebody outside",
    required=False,
    columns=(
        Column(name="patient", kind=TEXT, meaning="code of the patient", required=True),
        Column(name="given_on", kind=DATE, meaning="the day"),
        Column(name="given_to", kind=TEXT, meaning="to whom"),
        Column(name="what", kind=PROSE, meaning="what it was"),
        Column(name="purpose", kind=PROSE, meaning="what for"),
    ),
)
