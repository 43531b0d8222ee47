"""A certificate is one page, says who passed what and when, and writes every name as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from before_you_post.records import Certificate
from before_you_post.report import typeface
from before_you_post.report.certificate import certificate_pdf, file_name

CERTIFICATE = Certificate(
    id="BYP-A2NVS-5254Q-5ODRN-YTCN7",
    person="S-07",
    name="Łukasz Nguyễn",
    lesson="before-after-collages",
    title="Before, after, and collages",
    issued_at=datetime(2026, 11, 22, 15, 42, 7, 123456, tzinfo=UTC),
    content="5f" * 32,
    right=5,
    asked=6,
    practice="Quillfeather Dermatology & Aesthetics",
    ledger="94" * 32,
)


def words(certificate: Certificate) -> str:
    reader = PdfReader(BytesIO(certificate_pdf(certificate)))
    assert len(reader.pages) == 1
    return reader.pages[0].extract_text()


def test_it_holds_everything_needed_to_check_it() -> None:
    text = words(CERTIFICATE)

    for part in (
        "Quillfeather Dermatology & Aesthetics",
        "Łukasz Nguyễn",
        "S-07",
        "Before, after, and collages",
        "November 22, 2026",
        "5 of 6",
        "2026-11-22, 15:42:07, UTC+0000",
        CERTIFICATE.id,
        CERTIFICATE.content,
        CERTIFICATE.ledger,
        "Training material",
        "not legal advice",
    ):
        assert part in text, part


@pytest.mark.parametrize(
    "name",
    ["Łukasz Nguyễn", "Zoë Ångström-Đỗ", "Αθηνά Παπαδοπούλου", "Светлана Ким", "O’Neill, María-José", "Şükrü Çağlar"],
)
def test_a_name_is_never_respelt(name: str) -> None:
    assert name in words(replace(CERTIFICATE, name=name))


def test_accents_that_are_typed_apart_are_written_as_one_letter() -> None:
    assert "Łukasz Nguyễn" in words(replace(CERTIFICATE, name="Łukasz Nguyê\u0303n"))


@pytest.mark.parametrize(
    ("name", "font"), [("王小明", "STSong-Light"), ("さくら", "HeiseiKakuGo-W5"), ("김민준", "HYGothic-Medium")]
)
def test_letters_our_fonts_lack_come_from_the_readers(name: str, font: str) -> None:
    assert list(typeface.runs(f"Kim {name}", typeface.SERIF)) == [(typeface.SERIF, "Kim "), (font, name)]
    assert certificate_pdf(replace(CERTIFICATE, name=name)).startswith(b"%PDF")


def test_a_very_long_name_is_made_smaller_and_stays_on_the_page() -> None:
    name = "Maximiliana Wilhelmina Alexandrovna von Hohenstein-Featherstonehaugh y Castellanos de la Vega"

    assert name in words(replace(CERTIFICATE, name=name))
    assert typeface.width(name, typeface.SERIF, typeface.fitting(name, typeface.SERIF, 30, 600)) <= 600.01


def test_the_same_certificate_gives_the_same_bytes() -> None:
    assert certificate_pdf(CERTIFICATE) == certificate_pdf(CERTIFICATE)


def test_the_name_of_the_file_names_nobody() -> None:
    assert file_name(CERTIFICATE) == "certificate-before-after-collages-a2nvs.pdf"


@pytest.mark.parametrize("font", [typeface.SERIF, typeface.SANS, typeface.BOLD])
def test_markup_in_a_name_is_text(font: str) -> None:
    assert typeface.markup("<b>A & B</b>", font) == "&lt;b&gt;A &amp; B&lt;/b&gt;"
