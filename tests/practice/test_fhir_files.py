"""Consents are found wherever the practice keeps them; what cannot be read says so and permits nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from before_you_post.practice import load, scaffold
from before_you_post.practice.fhir_files import find_consents
from invented_consents import bundle, r4, r5


def write(folder: Path, name: str, resource: object) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(resource), encoding="utf-8")


def test_files_beside_the_tables_and_in_their_own_folder_are_found(tmp_path: Path) -> None:
    write(tmp_path, "authorizations.json", r4(id="A"))
    write(tmp_path, "Authorizations 2026.json", bundle(r5(id="B"), {"resourceType": "Patient", "id": "p"}))
    write(tmp_path, "consents/c.json", r4(id="C"))
    write(tmp_path, "notes.json", r4(id="D"))

    consents, problems = find_consents(tmp_path)

    assert {(one.place, one.is_r5) for one in consents} == {
        ("Consent/A", False),
        ("Consent/B", True),
        ("Consent/C", False),
    }
    assert problems == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{", "no JSON"),
        ("[1]", "no resource"),
        ('{"resourceType": "Patient"}', "no Consent"),
        ('{"resourceType": "Bundle", "entry": 7}', "no Consent"),
        ("[" * 100_000, "no JSON"),
        (json.dumps(r4(colour="red")), "colour"),
        (json.dumps(r4(provision=[])), "provision"),
        (json.dumps({**r5(), "scope": {}}), "R4"),
    ],
)
def test_a_file_that_is_no_consent_is_a_problem(tmp_path: Path, text: str, found: str) -> None:
    (tmp_path / "authorizations.json").write_text(text, encoding="utf-8")

    consents, (problem,) = find_consents(tmp_path)

    assert consents == []
    assert found in problem.found


def test_of_two_versions_of_one_consent_none_is_used(tmp_path: Path) -> None:
    write(tmp_path, "authorizations.json", bundle(r4(), r4(status="inactive")))

    consents, problems = find_consents(tmp_path)

    assert consents == []
    assert [problem.column for problem in problems] == ["Consent/A-17 id"] * 2


def test_consents_without_an_id_are_not_taken_for_versions_of_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "consents" / name).mkdir(parents=True)
        write(tmp_path, f"consents/{name}/form.json", r4(id=None))

    assert len(find_consents(tmp_path)[0]) == 2


def test_a_part_that_is_null_is_no_part(tmp_path: Path) -> None:
    write(tmp_path, "authorizations.json", {**r4(), "scope": None})

    consents, (problem,) = find_consents(tmp_path)

    assert consents == []
    assert "scope" in problem.found


def test_a_link_out_of_the_practice_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "practice").mkdir()
    write(tmp_path, "elsewhere.json", r4())
    (tmp_path / "practice/authorizations.json").symlink_to(tmp_path / "elsewhere.json")

    assert find_consents(tmp_path / "practice") == ([], [])


def test_a_practice_may_have_its_forms_as_fhir_alone(tmp_path: Path) -> None:
    scaffold(tmp_path / "practice")
    folder = (tmp_path / "practice").resolve()
    (folder / "authorizations.csv").unlink()
    (folder / "patients.csv").write_text("patient\np-001\n", encoding="utf-8")
    (folder / "scans").mkdir()
    (folder / "scans/a17.pdf").write_bytes(b"signed")
    write(folder, "consents/a17.json", r4())

    files = load(folder)

    assert files.problems == ()
    assert [(form.patient, form.channels, bool(form.document_sha256)) for form in files.authorizations] == [
        ("p-001", ("website",), True)
    ]
