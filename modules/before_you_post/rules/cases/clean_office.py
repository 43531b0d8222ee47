"""The clean case of everything but photos: a practice whose papers are in order. Cases change one thing of it.

The practice is invented, and so is everybody who works there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...records import Matter, Office, SubjectKind
from ..base import OfficeCase
from .clean import FORM, PATIENT, SAME, Changes
from .clean_incident import INCIDENT, INCIDENTS
from .clean_papers import CAMERAS, DEVICE, MEMBER, PAPERS, PRACTICE, VENDOR
from .clean_post import ADVERTISEMENT, CONVERSATION, POST

TODAY = date(2026, 11, 22)
OFFICE = Office(
    practice=PRACTICE,
    today=TODAY,
    papers=replace(PAPERS, advertisements=(ADVERTISEMENT,), conversations=(CONVERSATION,), incidents=INCIDENTS),
    patients=(PATIENT,),
    authorizations=(FORM,),
    devices=(DEVICE,),
    cameras=CAMERAS,
    channels_used=("website",),
)
MATTERS: dict[SubjectKind, Matter] = {
    SubjectKind.PRACTICE: Matter(kind=SubjectKind.PRACTICE, id="practice"),
    SubjectKind.POST: POST,
    SubjectKind.FORM: Matter(kind=SubjectKind.FORM, id=FORM.id, form=FORM, patient=PATIENT, relied_on_until=TODAY),
    SubjectKind.STAFF: Matter(kind=SubjectKind.STAFF, id=MEMBER.person, member=MEMBER),
    SubjectKind.DEVICE: Matter(kind=SubjectKind.DEVICE, id=DEVICE.id, device=DEVICE),
    SubjectKind.VENDOR: Matter(kind=SubjectKind.VENDOR, id=VENDOR.vendor, vendor=VENDOR),
    SubjectKind.INCIDENT: Matter(kind=SubjectKind.INCIDENT, id=INCIDENT.incident, incident=INCIDENT),
}


def case(
    kind: SubjectKind,
    *,
    matter: Changes = SAME,
    papers: Changes = SAME,
    practice: Changes = SAME,
    office: Changes = SAME,
) -> OfficeCase:
    """The clean case of one kind of matter with one thing changed. Names are the fields of the records."""
    parts = {
        "papers": replace(OFFICE.papers, **papers),
        "practice": replace(OFFICE.practice, **practice),
        **office,
    }
    return OfficeCase(office=replace(OFFICE, **parts), matter=replace(MATTERS[kind], **matter))
