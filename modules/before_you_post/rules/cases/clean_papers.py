"""The clean case of a practice's own papers: everybody is trained, every device accounted for, every policy in force.

The practice is invented, and so is everybody who works there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ...records import (
    AgreementTerm,
    AnonymousPhoto,
    AnonymousRoute,
    Camera,
    CheckKind,
    Device,
    DeviceKind,
    Disclosure,
    FormKind,
    FormVersion,
    NoticeStatement,
    Papers,
    PatientRequest,
    PhotoPlace,
    PhotoRoute,
    PolicyKind,
    Practice,
    RequestKind,
    RiskAnalysis,
    RoutineCheck,
    SeenCamera,
    StaffMember,
    Vendor,
    WrittenPolicy,
)
from .clean import FORM, PATIENT

PRACTICE = Practice(
    name="Quillfeather Dermatology & Aesthetics",
    folder="/practice",
    states=("OH",),
    hipaa_covered=True,
    hipaa_since=date(2003, 4, 14),
    channels=(),
    privacy_official="R. Ames",
    complaint_contact="R. Ames, 555-0142",
)
MEMBER = StaffMember(
    person="S-03",
    name="Rosalind Ames",
    role="marketing",
    hired_on=date(2025, 9, 1),
    photo_access_from=date(2025, 9, 15),
    publishes_on=("website",),
    own_login=True,
    trained_on=(date(2025, 9, 8), date(2026, 9, 7)),
    attested_on=date(2026, 9, 7),
)
DEVICE = Device(
    id="D-1",
    kind=DeviceKind.CAMERA,
    make="Larkfield",
    model="L-200",
    serial="2290417",
    owner="practice",
    managed=True,
    encrypted=True,
    memory_card=True,
    photos_leave_by=(PhotoRoute.CABLE,),
    wiped_on=date(2026, 11, 20),
)
VENDOR = Vendor(
    vendor="Brightquill Studio",
    role="web design",
    direct_control=False,
    phi_access=True,
    phi_access_from=date(2025, 2, 1),
    publishes_on=("website",),
    agreement_signed_on=date(2025, 1, 20),
    agreement_terms=tuple(AgreementTerm),
    reports_within_days=5,
)
VERSION = FormVersion(
    form_version=FORM.form_version or "",
    form_kind=FormKind.AUTHORIZATION,
    says_copy=True,
    waives_rights=False,
    forbids_reviews=False,
    states=("OH",),
    approved_on=date(2026, 1, 5),
    approved_by="Thorne & Vale, attorneys",
)
ANALYSIS = RiskAnalysis(done_on=date(2026, 2, 2), done_by="Tidewater IT", scope=tuple(PhotoPlace))
POLICIES = tuple(
    WrittenPolicy(
        kind=kind,
        version="2",
        approved_on=date(2026, 1, 15),
        reviewed_on=date(2026, 6, 1),
        counsel_reviewed_on=date(2026, 1, 10),
        it_reviewed_on=date(2026, 1, 12),
        notice_says=tuple(NoticeStatement) if kind is PolicyKind.NOTICE else None,
        names_photos=True if kind is PolicyKind.RECORD_SET else None,
    )
    for kind in PolicyKind
)
ACCESS = PatientRequest(
    request="R-04",
    patient=PATIENT.code,
    kind=RequestKind.ACCESS,
    received_on=date(2026, 5, 4),
    written=True,
    electronic=True,
    answered_on=date(2026, 5, 18),
    photos_included=True,
)
AMENDMENT = replace(ACCESS, request="R-05", kind=RequestKind.AMENDMENT, electronic=None, photos_included=None)
LISTED = AnonymousPhoto(
    photo="P-02/scar.jpg",
    route=AnonymousRoute.LIST,
    decided_by="R. Ames",
    decided_on=date(2026, 3, 3),
    known_to=False,
    document="drawer 2",
)
BY_EXPERT = replace(LISTED, photo="P-03/knee.jpg", route=AnonymousRoute.EXPERT, document="drawer 2, report of Dr. Vale")
CHECKS = tuple(RoutineCheck(kind=kind, done_on=date(2026, 10, 5), done_by="R. Ames") for kind in CheckKind)
DISCLOSURE = Disclosure(
    patient=PATIENT.code,
    given_on=date(2026, 5, 4),
    given_to="Larkfield Devices Inc.",
    what="two photos of the nose",
    purpose="a brochure under form A-101",
)
PAPERS = Papers(
    form_versions=(VERSION,),
    staff=(MEMBER,),
    vendors=(VENDOR,),
    risk_analyses=(ANALYSIS,),
    policies=POLICIES,
    requests=(ACCESS, AMENDMENT),
    anonymous=(LISTED, BY_EXPERT),
    checks=CHECKS,
    disclosures=(DISCLOSURE,),
)
CAMERAS = (SeenCamera(camera=Camera(make="Larkfield", model="L-200", serial="2290417"), seen_in=("P-01/after.jpg",)),)


def member(**changes: Any) -> dict[str, Any]:
    """The person on the staff with something changed, as part of a matter: ``case(STAFF, matter=member(...))``."""
    return {"member": replace(MEMBER, **changes)}


def device(**changes: Any) -> dict[str, Any]:
    """The camera with something changed, as part of a matter."""
    return {"device": replace(DEVICE, **changes)}


def vendor(**changes: Any) -> dict[str, Any]:
    """The vendor with something changed, as part of a matter."""
    return {"vendor": replace(VENDOR, **changes)}


def form(**changes: Any) -> dict[str, Any]:
    """The signed form with something changed, as part of a matter."""
    return {"form": replace(FORM, **changes)}


def version(**changes: Any) -> dict[str, Any]:
    """The printed form with something changed, as part of the papers."""
    return {"form_versions": (replace(VERSION, **changes),)}


def policy(kind: PolicyKind, **changes: Any) -> dict[str, Any]:
    """The policies, one of them with something changed, as part of the papers."""
    return {"policies": tuple(replace(one, **changes) if one.kind == kind else one for one in POLICIES)}


def without_policy(*kinds: PolicyKind) -> dict[str, Any]:
    """The policies without those of some kinds, as part of the papers."""
    return {"policies": tuple(one for one in POLICIES if one.kind not in kinds)}


def access(**changes: Any) -> dict[str, Any]:
    """A patient's request to see the record, with something changed, as part of the papers."""
    return {"requests": (replace(ACCESS, **changes), AMENDMENT)}


def amendment(**changes: Any) -> dict[str, Any]:
    """A patient's request to correct the record, with something changed, as part of the papers."""
    return {"requests": (ACCESS, replace(AMENDMENT, **changes))}


def checked(kind: CheckKind, **changes: Any) -> dict[str, Any]:
    """The checks, one of them with something changed, as part of the papers."""
    return {"checks": tuple(replace(one, **changes) if one.kind == kind else one for one in CHECKS)}
