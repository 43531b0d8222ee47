"""The scan of a signed form: only the bytes the audit read, and only what a browser may be given."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from before_you_post.records import Authorization
from before_you_post.ui import signed_form
from before_you_post.ui.signed_form import FormError, open_form

PDF = b"%PDF-1.4\n%%EOF\n"


def filed(folder: Path, data: bytes, name: str = "forms/A-1.pdf") -> Authorization:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    checksum = hashlib.sha256(data).hexdigest()
    return Authorization(id="A-1", patient="P-1", document=name, document_sha256=checksum)


def picture(kind: str, **how: object) -> bytes:
    written = BytesIO()
    Image.new("RGB", (60, 80), "white").save(written, kind, **how)  # type: ignore[arg-type]
    return written.getvalue()


def reason(form: Authorization, folder: Path) -> str:
    with pytest.raises(FormError) as refused:
        open_form(form, folder)
    return refused.value.reason


def test_a_pdf_is_handed_over_as_it_is(tmp_path: Path) -> None:
    scan = open_form(filed(tmp_path, PDF), tmp_path)
    assert (scan.data, scan.media, scan.ending) == (PDF, "application/pdf", "pdf")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_is_written_anew_without_what_travels_in_it(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Ottoline Featherstone"
    scan = open_form(filed(tmp_path, picture(kind, exif=exif), "scan.bin"), tmp_path)
    assert (scan.media, scan.ending) == ("image/jpeg", "jpg")
    assert scan.data.startswith(b"\xff\xd8\xff")
    assert b"Featherstone" not in scan.data


def test_a_file_that_changed_since_the_audit_is_not_opened(tmp_path: Path) -> None:
    form = filed(tmp_path, PDF)
    (tmp_path / "forms/A-1.pdf").write_bytes(PDF + b" ")
    assert reason(form, tmp_path) == "The file has changed since it was checked. Check again; then it can be opened."


def test_a_file_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    form = filed(tmp_path, PDF)
    (tmp_path / "forms/A-1.pdf").unlink()
    assert "not there any more" in reason(form, tmp_path)


def test_what_is_no_file_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "forms.pdf").mkdir()
    form = Authorization(id="A-1", patient="P-1", document="forms.pdf", document_sha256="0" * 64)
    assert "cannot be read" in reason(form, tmp_path)


@pytest.mark.parametrize(
    "data", [b"<html><script>alert(1)</script>", b" %PDF-1.4", b"PK\x03\x04", b"GIF89a", b"", b"MZ"]
)
def test_the_first_bytes_decide_whatever_the_name_says(tmp_path: Path, data: bytes) -> None:
    assert "Only PDF, JPEG, PNG, TIFF and WebP" in reason(filed(tmp_path, data), tmp_path)


def test_a_damaged_picture_says_so(tmp_path: Path) -> None:
    assert "cut short" in reason(filed(tmp_path, picture("JPEG")[:300]), tmp_path)


def test_of_several_pages_in_one_tiff_none_is_shown_alone(tmp_path: Path) -> None:
    second = Image.new("RGB", (60, 80), "black")
    assert "has 2 pages" in reason(filed(tmp_path, picture("TIFF", save_all=True, append_images=[second])), tmp_path)


def test_a_very_large_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signed_form, "LARGEST", len(PDF) - 1)
    assert "larger than" in reason(filed(tmp_path, PDF), tmp_path)


def test_a_path_that_leads_out_of_the_practice_is_not_followed(tmp_path: Path) -> None:
    form = filed(tmp_path, PDF, "outside.pdf")
    assert "outside" in reason(
        Authorization(id="A", patient="P", document="../outside.pdf", document_sha256=form.document_sha256),
        tmp_path / "practice",
    )


def test_a_form_kept_in_a_drawer_has_nothing_to_open(tmp_path: Path) -> None:
    assert reason(Authorization(id="A-1", patient="P-1", document="drawer 3"), tmp_path).startswith("No file")
