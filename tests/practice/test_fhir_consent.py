"""A FHIR Consent permits what it says in our codes, and in every doubt nothing, with the reason."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.practice.fhir_consent import permitted
from before_you_post.practice.fhir_files import find_consents
from before_you_post.practice.form_layouts import PRINTED
from before_you_post.records import Authorization, PhotoKind, PhotoScope, Problem, SignerRole
from invented_consents import REVISE, SYSTEM, Fields, bundle, concept, provenance, provision, r4, r5

ROSTER = {"p-001": "P-001"}
LOINC = "http://loinc.org"


def read(folder: Path, resource: Fields) -> tuple[list[Authorization], list[Problem]]:
    (folder / "authorizations.json").write_text(json.dumps(resource), encoding="utf-8")
    consents, problems = find_consents(folder)
    forms: list[Authorization] = []
    for consent in consents:
        more, unused = permitted(consent, ROSTER)
        forms += more
        problems += unused
    return forms, problems


@pytest.mark.parametrize("resource", [r4(), r5(), bundle(r4()), bundle(r5())], ids=["R4", "R5", "R4s", "R5s"])
def test_an_express_permission_becomes_an_authorization(tmp_path: Path, resource: Fields) -> None:
    forms, problems = read(tmp_path, resource)

    assert problems == []
    assert forms == [
        Authorization(
            id="A-17",
            patient="P-001",
            signed=True,
            signed_on=date(2026, 1, 12),
            signed_by="Zoë Marigold",
            signer_role=SignerRole.PATIENT,
            expires_on=date(2028, 1, 12),
            channels=("website",),
            document="scans/a17.pdf",
        )
    ]


@pytest.mark.parametrize("resource", [r4(), r5()], ids=["R4", "R5"])
def test_what_the_paper_says_is_not_invented_for_a_form_that_came_as_data(tmp_path: Path, resource: Fields) -> None:
    ((form,), _) = read(tmp_path, resource)

    silent = ("form_version", "blanks", "paid_by", "required_for_care", "known_false", "copy_given_on")
    assert {getattr(form, name) for name in (*silent, *(column.name for column in PRINTED))} == {None}


BOTH = [
    pytest.param({"status": "draft"}, "status", id="draft"),
    pytest.param({"status": "entered-in-error"}, "status", id="entered in error"),
    pytest.param({"status": "rejected"}, "status", id="rejected"),
    pytest.param({"status": "proposed"}, "status", id="proposed"),
    pytest.param({"status": "not-done"}, "status", id="not done"),
    pytest.param({"status": "inactive"}, "status", id="inactive since nobody knows when"),
    pytest.param({"modifierExtension": [{"url": "https://x.example", "valueBoolean": True}]}, "modifierExtension"),
    pytest.param({"implicitRules": "https://x.example"}, "implicitRules"),
    pytest.param({"provision": None}, "provision", id="no provision"),
]
ONLY_R4 = [
    *(
        pytest.param({"scope": concept("http://terminology.hl7.org/CodeSystem/consentscope", code)}, "scope", id=code)
        for code in ("treatment", "research", "adr", "unheard-of")
    ),
    pytest.param({"scope": concept("https://x.example", "patient-privacy")}, "scope", id="scope of another system"),
    pytest.param({"scope": {"text": "privacy"}}, "scope", id="scope in words"),
]
ONLY_R5 = [
    pytest.param({"decision": "deny"}, "decision", id="deny"),
    pytest.param({"decision": None}, "decision", id="undecided"),
]


@pytest.mark.parametrize(
    ("make", "changed", "where"),
    [
        *(pytest.param(r4, *one.values, id=f"R4 {one.id}") for one in BOTH + ONLY_R4),
        *(pytest.param(r5, *one.values, id=f"R5 {one.id}") for one in BOTH + ONLY_R5),
    ],
)
def test_a_consent_of_another_kind_permits_nothing_and_says_why(
    tmp_path: Path, make: Callable[..., Fields], changed: Fields, where: str
) -> None:
    forms, (problem,) = read(tmp_path, make(**changed))

    assert forms == []
    assert problem.column == f"Consent/A-17 {where}"
    assert "permits nothing" in problem.remedy


NARROWED: list[Any] = [
    ({"action": None}, "action"),
    ({"action": [concept("http://terminology.hl7.org/CodeSystem/consentaction", "disclose")]}, "action"),
    ({"action": [concept(f"{SYSTEM}action", "publish-photos"), concept(LOINC, "x")]}, "action"),
    ({"action": [{"text": "publish photos"}]}, "action"),
    ({"purpose": None}, "purpose"),
    ({"purpose": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HMARKT"}]}, "purpose"),
    ({"purpose": [{"system": "https://x.example", "code": "website"}]}, "purpose"),
    ({"actor": [{"role": {"text": "x"}, "reference": {"reference": "Organization/1"}}]}, "actor"),
    ({"securityLabel": [{"system": LOINC, "code": "R"}]}, "securityLabel"),
    ({"dataPeriod": {"start": "2026-01-01"}}, "dataPeriod"),
    ({"modifierExtension": [{"url": "https://x.example", "valueBoolean": True}]}, "modifierExtension"),
    ({"code": [concept(LOINC, "72170-4")]}, "code"),
    ({"code": [{"text": "before"}]}, "code"),
    ({"period": {"end": "2028"}}, "period.end"),
    ({"period": {"start": "2026-02"}}, "period.start"),
    ({"period": {"start": "2026-02-01", "end": "2028-01-01"}}, "period.start"),
    ({"provision": [{"purpose": [{"system": f"{SYSTEM}channel", "code": "instagram"}]}]}, "provision"),
]


@pytest.mark.parametrize(("changed", "where"), NARROWED)
@pytest.mark.parametrize("is_r5", [False, True], ids=["R4", "R5"])
def test_a_provision_that_is_not_wholly_understood_permits_nothing(
    tmp_path: Path, changed: Fields, where: str, is_r5: bool
) -> None:
    one = provision(r5=is_r5, **changed)

    forms, problems = read(tmp_path, r5(provision=[provision(r5=True), one]) if is_r5 else r4(provision=one))

    assert forms == []
    assert problems[-1].column is not None
    assert problems[-1].column.endswith(where)


@pytest.mark.parametrize("kind", ["deny", None, "Permit"])
def test_a_provision_of_r4_that_does_not_say_permit_permits_nothing(tmp_path: Path, kind: str | None) -> None:
    forms, problems = read(tmp_path, r4(provision=provision(type=kind)))

    assert forms == []
    assert len(problems) == 1


def test_a_purpose_we_do_not_know_permits_nothing_beside_one_we_know(tmp_path: Path) -> None:
    purposes = [{"system": f"{SYSTEM}channel", "code": "website"}, {"system": "https://x.example", "code": "instagram"}]

    (form,), (problem,) = read(tmp_path, r4(provision=provision(purpose=purposes)))

    assert form.channels == ("website",)
    assert "instagram" in problem.found


def test_provisions_of_r5_stay_apart_so_that_no_photo_reaches_the_other_channel(tmp_path: Path) -> None:
    before = {"code": [concept(f"{SYSTEM}photo-kind", "before")]}
    after = {"code": [concept(f"{SYSTEM}photo-kind", "after")], "period": {"end": "2027-01-01"}}
    provisions = [provision("website", r5=True, **before), provision("instagram", r5=True, **after)]

    forms, _ = read(tmp_path, r5(provision=provisions))

    assert [(form.id, form.channels, form.photos, form.expires_on) for form in forms] == [
        ("A-17 (1)", ("website",), (PhotoScope(kind=PhotoKind.BEFORE),), date(2028, 1, 12)),
        ("A-17 (2)", ("instagram",), (PhotoScope(kind=PhotoKind.AFTER),), date(2027, 1, 1)),
    ]


def data(meaning: str = "instance", **reference: Any) -> Fields:
    return {"meaning": meaning, "reference": reference}


PHOTO = data(identifier={"system": f"{SYSTEM}photo", "value": "2026/nose.jpg"})


@pytest.mark.parametrize(
    ("entries", "others", "names"),
    [
        ([PHOTO], [], ["2026/nose.jpg"]),
        ([data(reference="Media/m1")], [{"resourceType": "Media", "id": "m1", "content": {"url": "a.jpg"}}], ["a.jpg"]),
        (
            [data(reference="DocumentReference/d1")],
            [{"resourceType": "DocumentReference", "id": "d1", "content": [{"attachment": {"url": "b.jpg"}}]}],
            ["b.jpg"],
        ),
        ([data(reference="Media/gone")], [], ["Media/gone"]),
        ([PHOTO, data("related", reference="Encounter/1")], [], ["2026/nose.jpg"]),
        ([data("authoredby", reference="Practitioner/1")], [], []),
    ],
)
def test_references_to_data_are_the_photos_meant_and_others_fit_none(
    tmp_path: Path, entries: list[Fields], others: list[Fields], names: list[str]
) -> None:
    (form,), _ = read(tmp_path, bundle(r4(provision=provision(data=entries)), *others))

    assert form.photos == tuple(PhotoScope(original=name) for name in names)


def test_photos_by_kind_and_by_name_at_once_could_mean_two_things(tmp_path: Path) -> None:
    both = provision(data=[PHOTO], code=[concept(f"{SYSTEM}photo-kind", "before")])

    assert read(tmp_path, r4(provision=both))[0] == []


def test_a_consent_revoked_on_a_known_day_is_a_form_that_ended_then(tmp_path: Path) -> None:
    forms, problems = read(tmp_path, bundle(r4(status="inactive"), provenance()))

    assert [form.revoked_on for form in forms] == [date(2026, 5, 4)]
    assert problems == []


@pytest.mark.parametrize(
    "other",
    [
        provenance(activity=None),
        provenance(activity=concept("x", "CREATE")),
        provenance(recorded="2026-05"),
        {**provenance(), "target": [{"reference": "Consent/A-18"}]},
    ],
)
def test_an_inactive_consent_without_the_day_of_revocation_permits_nothing(tmp_path: Path, other: Fields) -> None:
    forms, (problem,) = read(tmp_path, bundle(r4(status="inactive"), other))

    assert forms == []
    assert "inactive" in problem.found


def test_the_first_of_two_revocations_counts(tmp_path: Path) -> None:
    second = {**provenance("2026-03-01T00:00:00Z"), "id": "V2", "activity": REVISE}

    assert read(tmp_path, bundle(r4(status="inactive"), provenance(), second))[0][0].revoked_on == date(2026, 3, 1)


def test_without_a_scan_nobody_knows_whether_it_was_signed(tmp_path: Path) -> None:
    (form,), (problem,) = read(tmp_path, r4(sourceAttachment=None))

    assert form.signed is None
    assert problem.column == "Consent/A-17 source"


def test_a_scan_inside_the_resource_is_known_by_its_bytes(tmp_path: Path) -> None:
    inside = {"contentType": "application/pdf", "data": base64.b64encode(b"signed").decode()}

    (form,), _ = read(tmp_path, r4(sourceAttachment=inside))

    assert (form.document, form.document_sha256) == (None, hashlib.sha256(b"signed").hexdigest())


def test_a_day_of_signature_that_is_only_a_month_is_no_day(tmp_path: Path) -> None:
    (form,), (problem,) = read(tmp_path, r4(dateTime="2026-01"))

    assert form.signed_on is None
    assert problem.column == "Consent/A-17 dateTime"


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["permit", "active", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([*{**r4(), **r5()}, *provision(), "actor", "contained", "securityLabel", "data", "provision"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=st.sampled_from([r4, r5]), change=st.tuples(KEYS, ANYTHING), inside=st.booleans(), other=ANYTHING)
def test_whatever_a_resource_holds_it_is_read_or_refused_with_a_reason(
    tmp_path: Path, base: Callable[..., Fields], change: tuple[str, object], inside: bool, other: object
) -> None:
    resource = base()
    key, value = change
    part = resource["provision"] if base is r4 else resource["provision"][0]
    (part if inside and isinstance(part, dict) else resource)[key] = value
    stranger = {"resourceType": "RelatedPerson", "id": "R1", **(other if isinstance(other, dict) else {})}

    forms, problems = read(tmp_path, bundle(resource, stranger))

    assert problems or all(form.channels == ("website",) for form in forms)
    assert forms or problems
