"""FHIR Consents of people who do not exist, written from the published resource definitions of R4 and R5."""

from __future__ import annotations

import copy
from typing import Any

Fields = dict[str, Any]

SYSTEM = "https://before-you-post.example/"
REVISE = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-DataOperation", "code": "UPDATE"}]}


def concept(system: str, code: str) -> Fields:
    """A CodeableConcept with one code."""
    return {"coding": [{"system": system, "code": code}]}


def provision(*channels: str, r5: bool = False, **changed: Any) -> Fields:
    """A provision that permits to publish on these channels; ``changed`` adds or, with None, takes away."""
    fields = {
        **({} if r5 else {"type": "permit"}),
        "action": [concept(f"{SYSTEM}action", "publish-photos")],
        "purpose": [{"system": f"{SYSTEM}channel", "code": name} for name in channels or ("website",)],
        **changed,
    }
    return {key: value for key, value in fields.items() if value is not None}


def r4(**changed: Any) -> Fields:
    """An R4 Consent that permits to publish on the website."""
    fields = {
        "resourceType": "Consent",
        "id": "A-17",
        "status": "active",
        "scope": concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
        "category": [concept("http://loinc.org", "59284-0")],
        "patient": {"reference": "Patient/P-001"},
        "dateTime": "2026-01-12T10:00:00-08:00",
        "performer": [{"reference": "Patient/P-001", "display": "Zoë Marigold"}],
        "sourceAttachment": {"contentType": "application/pdf", "url": "scans/a17.pdf"},
        "provision": provision(period={"end": "2028-01-12"}),
        **changed,
    }
    return copy.deepcopy({key: value for key, value in fields.items() if value is not None})


def r5(**changed: Any) -> Fields:
    """An R5 Consent that permits to publish on the website."""
    fields = {
        "resourceType": "Consent",
        "id": "A-17",
        "status": "active",
        "subject": {"reference": "Patient/P-001"},
        "date": "2026-01-12",
        "grantor": [{"reference": "Patient/P-001", "display": "Zoë Marigold"}],
        "sourceAttachment": [{"contentType": "application/pdf", "url": "scans/a17.pdf"}],
        "decision": "permit",
        "period": {"end": "2028-01-12"},
        "provision": [provision(r5=True)],
        **changed,
    }
    return copy.deepcopy({key: value for key, value in fields.items() if value is not None})


def bundle(*resources: Fields) -> Fields:
    """A collection of resources."""
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in resources]}


def related(*codes: str, patient: str = "Patient/P-001") -> Fields:
    """A person related to a patient by these codes."""
    roles = [concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", code) for code in codes]
    return {"resourceType": "RelatedPerson", "id": "R1", "patient": {"reference": patient}, "relationship": roles}


def provenance(recorded: str = "2026-05-04T09:00:00Z", activity: Fields | None = REVISE) -> Fields:
    """The note that a Consent was revoked."""
    fields: Fields = {"resourceType": "Provenance", "id": "V1", "target": [{"reference": "Consent/A-17"}]}
    return {**fields, "recorded": recorded, **({"activity": activity} if activity else {})}
