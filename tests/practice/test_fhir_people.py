"""Who a Consent is about and who signed it is told by codes, never by names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from before_you_post.practice.fhir_files import find_consents
from before_you_post.practice.fhir_people import patient_code, signer
from before_you_post.records import SignerRole
from invented_consents import Fields, bundle, r4, r5, related

ROSTER = {"p-001": "P-001", "p-002": "P-002"}
PATIENT = {"resourceType": "Patient", "id": "x1", "identifier": [{"system": "https://q.example", "value": "P-001"}]}


def read(folder: Path, *resources: Fields) -> tuple[str | None, SignerRole | None, str | None]:
    (folder / "authorizations.json").write_text(json.dumps(bundle(*resources)), encoding="utf-8")
    ((consent,), _) = find_consents(folder)
    code, _ = patient_code(consent, ROSTER)
    role, _, authority, _ = signer(consent, "P-001")
    return code, role, authority


@pytest.mark.parametrize(
    "reference",
    [
        {"reference": "Patient/P-001"},
        {"reference": "https://ehr.example/fhir/Patient/p-001"},
        {"identifier": {"value": "P-001"}},
        {"reference": "Patient/x1"},
    ],
)
def test_a_patient_is_known_by_id_or_identifier(tmp_path: Path, reference: Fields) -> None:
    assert read(tmp_path, r4(patient=reference), PATIENT)[0] == "P-001"
    assert read(tmp_path, r5(subject=reference), PATIENT)[0] == "P-001"


@pytest.mark.parametrize(
    "reference",
    [
        {"display": "Zoë Marigold"},
        {"reference": "Patient/P-009"},
        {"reference": "Patient/P-001", "identifier": {"value": "P-002"}},
    ],
)
def test_a_patient_who_is_unknown_or_could_be_two_is_none(tmp_path: Path, reference: Fields) -> None:
    assert read(tmp_path, r4(patient=reference))[0] is None


@pytest.mark.parametrize(
    ("codes", "role", "authority"),
    [
        (("MTH",), SignerRole.PARENT, "mother"),
        (("GUARD",), SignerRole.GUARDIAN, "guardian"),
        (("HPOWATT",), SignerRole.REPRESENTATIVE, "health-care power of attorney"),
        (("FRND",), None, None),
        (("MTH", "GUARD"), None, None),
        ((), None, None),
    ],
)
def test_a_related_person_signs_as_what_the_relationship_says(
    tmp_path: Path, codes: tuple[str, ...], role: SignerRole | None, authority: str | None
) -> None:
    by = [{"reference": "RelatedPerson/R1"}]

    assert read(tmp_path, r4(performer=by), related(*codes))[1:] == (role, authority)
    assert read(tmp_path, r5(grantor=by), related(*codes))[1:] == (role, authority)


def test_a_mother_of_somebody_else_is_nobody_we_know(tmp_path: Path) -> None:
    by = [{"reference": "RelatedPerson/R1"}]

    assert read(tmp_path, r4(performer=by), related("MTH", patient="Patient/P-002"))[1:] == (None, None)


@pytest.mark.parametrize(
    "people",
    [None, [{"reference": "Patient/P-001"}, {"reference": "Practitioner/1"}], [{"reference": "Practitioner/P-001"}]],
)
def test_a_signer_in_doubt_is_not_taken_for_the_patient(tmp_path: Path, people: list[Fields] | None) -> None:
    assert read(tmp_path, r4(performer=people))[1] is None
