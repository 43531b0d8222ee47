"""The scan of a form is tied to it by its bytes, and to one patient only."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from before_you_post.practice.scans import link_scan, shared_scans
from before_you_post.records import Authorization


def form(document: str | None, number: str = "A1", patient: str = "P1") -> Authorization:
    return Authorization(id=number, patient=patient, document=document)


@pytest.mark.parametrize("document", ["scans/a1.pdf", "scans\\a1.pdf", "{folder}/scans/a1.pdf"])
def test_the_bytes_of_a_scan_are_kept_as_a_checksum(tmp_path: Path, document: str) -> None:
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans/a1.pdf").write_bytes(b"signed")

    linked, troubles = link_scan(form(document.format(folder=tmp_path)), tmp_path)

    assert linked.document_sha256 == hashlib.sha256(b"signed").hexdigest()
    assert troubles == []


@pytest.mark.parametrize("document", ["drawer 3", "https://ehr.example/forms/1.pdf", None, "see chart, p. 4"])
def test_words_about_where_a_form_is_kept_name_no_file(tmp_path: Path, document: str | None) -> None:
    assert link_scan(form(document), tmp_path) == (form(document), [])


@pytest.mark.parametrize(
    ("document", "found"),
    [("a1.pdf", "not there"), ("../a1.pdf", "outside"), ("folder.pdf", "cannot be read"), ("a\0.pdf", "outside")],
)
def test_a_scan_that_is_missing_or_elsewhere_is_a_problem(tmp_path: Path, document: str, found: str) -> None:
    practice = tmp_path / "practice"
    (practice / "folder.pdf").mkdir(parents=True)
    (tmp_path / "a1.pdf").write_bytes(b"")

    linked, ((column, said, _, _),) = link_scan(form(document), practice)

    assert linked.document_sha256 is None
    assert column == "document"
    assert found in said


def test_a_link_that_leads_out_of_the_practice_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "practice").mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"x")
    (tmp_path / "practice/a1.pdf").symlink_to(tmp_path / "secret.pdf")

    assert link_scan(form("a1.pdf"), tmp_path / "practice")[0].document_sha256 is None


def test_one_scan_for_two_patients_is_a_problem_of_both_forms_and_for_one_patient_of_none(tmp_path: Path) -> None:
    for name, content in (("a.pdf", b"1"), ("b.pdf", b"1"), ("c.pdf", b"2"), ("d.pdf", b"2")):
        (tmp_path / name).write_bytes(content)
    forms = [form("a.pdf", "A", "P1"), form("b.pdf", "B", "P2"), form("c.pdf", "C", "P3"), form("d.pdf", "D", "P3")]

    shared = list(shared_scans([link_scan(one, tmp_path)[0] for one in forms]))

    assert [(number, trouble[0]) for number, trouble in shared] == [("A", "document"), ("B", "document")]
    assert "'B'" in shared[0][1][1]
