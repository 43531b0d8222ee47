"""The cells that only a practice's own tables have."""

from __future__ import annotations

import dataclasses

import pytest

from before_you_post.inputs.table import Table
from before_you_post.practice.layouts import AUTHORIZATIONS, NOT_PATIENT_PHOTOS, ORIGINALS, PATIENTS, TABLES, inside
from before_you_post.records import (
    Authorization,
    NotAPatientPhoto,
    Original,
    Patient,
    PhotoKind,
    PhotoScope,
    SignerRole,
)

BEFORE, AFTER = PhotoKind.BEFORE, PhotoKind.AFTER
PHOTOS = next(column for column in AUTHORIZATIONS.columns if column.name == "photos").kind
CHANNELS = next(column for column in AUTHORIZATIONS.columns if column.name == "channels").kind


@pytest.mark.parametrize(
    ("cell", "scopes"),
    [
        ("before", [PhotoScope(kind=BEFORE)]),
        ("Before; After nose", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER, area="nose")]),
        ("before and after", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER)]),
        ("before/after photos upper lip", [PhotoScope(kind=kind, area="upper lip") for kind in (BEFORE, AFTER)]),
        ("before photos", [PhotoScope(kind=BEFORE)]),
        ("2026\\before nose.jpg", [PhotoScope(original="2026/before nose.jpg")]),
    ],
)
def test_photos_are_described_by_kind_and_area_or_by_name(cell: str, scopes: list[PhotoScope]) -> None:
    assert PHOTOS.read(cell) == tuple(scopes)


@pytest.mark.parametrize(
    ("cell", "scopes"),
    [
        ("B4; post-op nose", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER, area="nose")]),
        ("Pre-Op/Post-Op photos", [PhotoScope(kind=BEFORE), PhotoScope(kind=AFTER)]),
    ],
)
def test_other_words_for_before_and_after_are_understood(cell: str, scopes: list[PhotoScope]) -> None:
    assert PHOTOS.read(cell) == tuple(scopes)


@pytest.mark.parametrize(
    ("table", "column", "cell", "value"),
    [
        (ORIGINALS, "kind", "B4", BEFORE),
        (ORIGINALS, "kind", "Post", AFTER),
        (ORIGINALS, "kind", "baseline", BEFORE),
        (AUTHORIZATIONS, "signer_role", "Self", SignerRole.PATIENT),
        (AUTHORIZATIONS, "signer_role", "Mother", SignerRole.PARENT),
        (AUTHORIZATIONS, "signer_role", "POA", SignerRole.REPRESENTATIVE),
    ],
)
def test_cells_say_the_same_in_other_words(table: Table, column: str, cell: str, value: object) -> None:
    assert next(one for one in table.columns if one.name == column).kind.read(cell) is value


@pytest.mark.parametrize(
    "cell", ["all", "post", "beforehand", "nose", "before; bfore nose", "../secret.jpg", "/etc/a.jpg"]
)
def test_a_description_that_could_mean_anything_is_refused_whole(cell: str) -> None:
    with pytest.raises(ValueError):
        PHOTOS.read(cell)


def test_channels_may_also_be_separated_by_commas() -> None:
    assert CHANNELS.read("website, instagram;newsletter") == ("website", "instagram", "newsletter")


@pytest.mark.parametrize("path", ["../a.jpg", "a/../../b.jpg", "/a.jpg", "C:\\a.jpg", "\\\\server\\a.jpg", "a\0.jpg"])
def test_a_path_that_leaves_the_library_is_refused(path: str) -> None:
    with pytest.raises(ValueError):
        inside(path)


@pytest.mark.parametrize(
    ("table", "record", "known_otherwise"),
    [
        (PATIENTS, Patient, set()),
        (ORIGINALS, Original, {"path"}),
        (AUTHORIZATIONS, Authorization, {"document_sha256"}),
        (NOT_PATIENT_PHOTOS, NotAPatientPhoto, set()),
    ],
)
def test_every_field_of_a_record_has_its_column(table, record, known_otherwise) -> None:  # type: ignore[no-untyped-def]
    fields = {field.name for field in dataclasses.fields(record)}

    assert {column.field or column.name for column in table.columns} == fields - known_otherwise


def test_no_header_means_two_columns() -> None:
    for table in TABLES:
        names = [name for column in table.columns for name in (column.name, *column.also)]
        assert len(names) == len(set(names))
