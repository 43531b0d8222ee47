"""Who a FHIR Consent is about, and who signed it.

A reference is taken for a patient only where its identifier or its id is a code of the patients table. Names are
never compared: two patients may share one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..inputs.quoting import listed
from ..records import Problem, SignerRole
from . import fhir_codes as codes
from .fhir_files import FoundConsent, Resource, objects
from .joins import alike


def patient_code(consent: FoundConsent, roster: Mapping[str, str]) -> tuple[str | None, list[Problem]]:
    """The code of the patient a Consent is about, or None and why it cannot be told."""
    where = "subject" if consent.is_r5 else "patient"
    candidates = _codes(consent, consent.resource.get(where) or {})
    known = {roster[one] for one in map(alike, candidates) if one in roster}
    if len(known) == 1:
        return known.pop(), []
    found = listed(sorted(candidates)) if candidates else "no patient"
    expected = "the code of one patient of the patients table, as id or as identifier"
    return None, [consent.problem(where, found, expected, "Add the patient there, or correct it. It permits nothing.")]


def signer(consent: FoundConsent, patient: str) -> tuple[SignerRole | None, str | None, str | None, list[Problem]]:
    """What the signer is to the patient, the signer's name, why they may sign, and what was not understood."""
    where = "grantor" if consent.is_r5 else "performer"
    people = objects(consent.resource.get(where))
    if len(people) != 1:
        remedy = "Read as signed by somebody unknown."
        return None, None, None, [consent.problem(where, f"{len(people)} people", "the one who signed", remedy)]
    reference = people[0]
    name = reference.get("display") if isinstance(reference.get("display"), str) else None
    about = consent.resource.get("subject" if consent.is_r5 else "patient") or {}
    same = bool(reference.get("reference")) and reference.get("reference") == about.get("reference")
    if same or alike(patient) in map(alike, _codes(consent, reference) if _is_patient(consent, reference) else ()):
        return SignerRole.PATIENT, name, None, []
    related = _relationships(consent, reference, about, patient)
    roles = {codes.SIGNERS[code] for code in related if code in codes.SIGNERS}
    if len(roles) == 1:
        role, authority = roles.pop()
        return role, name, authority, []
    expected = f"the patient, or a RelatedPerson with one relationship: {', '.join(codes.SIGNERS)}"
    remedy = "Read as signed by somebody unknown."
    found = f"a signer who is not the patient, with {len(roles)} relationships we know"
    return None, name, None, [consent.problem(where, found, expected, remedy)]


def _is_patient(consent: FoundConsent, reference: Resource) -> bool:
    target = consent.others.get(str(reference.get("reference") or ""), {})
    kinds = (reference.get("type"), target.get("resourceType"), str(reference.get("reference") or "").partition("/")[0])
    return "Patient" in kinds


def _codes(consent: FoundConsent, reference: Resource) -> set[str]:
    """Everything by which a reference names a patient: its identifier, its id, the identifiers of what it points to."""
    said = str(reference.get("reference") or "")
    target = consent.others.get(said, {})
    identifiers = [*objects(reference.get("identifier")), *objects(target.get("identifier"))]
    names: list[Any] = [one.get("value") for one in identifiers]
    if not said.startswith("#"):
        names += [said.rpartition("/")[2], target.get("id")]
    return {name for name in names if isinstance(name, str) and name}


def _relationships(consent: FoundConsent, reference: Resource, about: Resource, patient: str) -> list[str]:
    """The codes of what a RelatedPerson is to this patient; none where the person is related to somebody else."""
    target = consent.others.get(str(reference.get("reference") or ""), {})
    whose = objects(target.get("patient"))
    mine = any(
        one.get("reference") == about.get("reference") or alike(patient) in map(alike, _codes(consent, one))
        for one in whose
    )
    if target.get("resourceType") != "RelatedPerson" or not mine:
        return []
    coded = [one for concept in objects(target.get("relationship")) for one in objects(concept.get("coding"))]
    return [str(one.get("code")) for one in coded if one.get("system") == codes.ROLE_SYSTEM]
