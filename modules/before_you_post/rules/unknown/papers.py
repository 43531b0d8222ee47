"""Facts about the practice, its forms, people, devices and vendors, each with the sentence that says it is not known.

``{about}`` stands for the id of what is asked about. A table that nobody keeps is named by one rule only, so that one
gap makes one finding.
"""

from __future__ import annotations

from collections.abc import Mapping

FACTS: Mapping[str, str] = {
    "office.papers.staff": "The practice keeps no list of its people (the table staff), so nobody can tell who may "
    "open patients' photos, who was trained, and who lost access on leaving.",
    "office.papers.vendors": "The practice keeps no list of those who work for it from outside (the table vendors), so "
    "nobody can tell who comes by patients' photos and under which agreement.",
    "office.papers.policies": "The practice keeps no list of its written policies (the table policies), so nobody can "
    "tell what is laid down about photos, sanctions, records and the privacy notice.",
    "office.papers.form_versions": "The practice keeps no list of its printed forms (the table form_versions), so "
    "nobody can tell who approved them and what they say.",
    "office.papers.risk_analyses": "No risk analysis is on file (the table risk_analyses). The Security Rule asks for "
    "one. If there is one, note it; if there never was, write “none” in the first row.",
    "office.papers.requests": "The practice keeps no list of patients who asked for their record (the table "
    "requests). If nobody has, write “none” in its first row.",
    "office.papers.checks": "Nobody noted when logs and live posts were last gone through (the table checks).",
    "office.papers.disclosures": "The practice keeps no list of what of a patient's record was given to whom (the "
    "table disclosures).",
    "office.devices": "The practice keeps no list of its cameras, phones and cards (the table devices), so nobody can "
    "tell what is encrypted, wiped, or somebody's own.",
    "office.cameras": "Nobody looked which cameras took the photos.",
    "office.practice.privacy_official": "It is not recorded in practice.yaml who answers for privacy "
    "(privacy_official). If nobody does, write “nobody”.",
    "office.practice.complaint_contact": "It is not recorded in practice.yaml whom patients complain to "
    "(complaint_contact). If there is nobody, write “nobody”.",
    "matter.member.trained_on": "It is not recorded whether and when {about} was trained on privacy. If never, write "
    "“none”.",
    "matter.member.hired_on": "It is not recorded since when {about} has worked here.",
    "matter.device.encrypted": "It is not recorded whether the photos on {about} are encrypted.",
    "matter.device.managed": "It is not recorded whether the practice can lock and wipe {about}.",
    "matter.device.photos_leave_by": "It is not recorded how photos get off {about} into the library.",
    "matter.vendor.direct_control": "It is not recorded whether {about} works under the practice's direct control, "
    "like staff, or on its own.",
    "matter.vendor.phi_access": "It is not recorded whether {about} makes, gets, stores or sends patient information "
    "for the practice.",
    "matter.vendor.agreement_terms": "It is not recorded what the agreement with {about} speaks of.",
    "matter.vendor.reports_within_days": "It is not recorded within how many days of a breach the agreement makes "
    "{about} tell the practice.",
    "matter.form.says_sold": "It is not recorded whether form {about} says that the practice is paid for the photos.",
    "matter.form.child_agreed": "It is not recorded whether the child agreed, too, when form {about} was signed.",
    "matter.form.minor_may_decide": "It is not recorded whether the minor of form {about} may, by law, consent to this "
    "care without a parent.",
}
