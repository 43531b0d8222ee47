"""The cells that only a practice's own tables have."""

from __future__ import annotations

import dataclasses

import pytest

from before_you_post.inputs.table import Table
from before_you_post.practice.form_layouts import AUTHORIZATIONS, FORM_VERSIONS, PRINTED
from before_you_post.practice.layouts import NOT_PATIENT_PHOTOS, ORIGINALS, PATIENTS, TABLES
from before_you_post.practice.paper_layouts import CONVERSATIONS, DEVICES, POLICIES, RISK_ANALYSES, STAFF, VENDORS
from before_you_post.records import (
    AgreementTerm,
    Authorization,
    Conversation,
    ConversationTopic,
    Device,
    DeviceKind,
    FormKind,
    FormVersion,
    NotAPatientPhoto,
    Original,
    Patient,
    PhotoKind,
    PhotoPlace,
    PolicyKind,
    RiskAnalysis,
    SignerRole,
    StaffMember,
    Vendor,
    WrittenPolicy,
)

CHANNELS = next(column for column in AUTHORIZATIONS.columns if column.name == "channels").kind


@pytest.mark.parametrize(
    ("table", "column", "cell", "value"),
    [
        (ORIGINALS, "kind", "B4", PhotoKind.BEFORE),
        (ORIGINALS, "kind", "Post", PhotoKind.AFTER),
        (ORIGINALS, "kind", "baseline", PhotoKind.BEFORE),
        (AUTHORIZATIONS, "signer_role", "Self", SignerRole.PATIENT),
        (AUTHORIZATIONS, "signer_role", "Mother", SignerRole.PARENT),
        (AUTHORIZATIONS, "signer_role", "POA", SignerRole.REPRESENTATIVE),
        (AUTHORIZATIONS, "signer_role", "Administrator", SignerRole.EXECUTOR),
        (AUTHORIZATIONS, "form_kind", "Oral", FormKind.SPOKEN),
        (FORM_VERSIONS, "form_kind", "treatment consent", FormKind.TREATMENT_CONSENT),
        (DEVICES, "kind", "SD card", DeviceKind.CARD),
        (POLICIES, "kind", "Social media", PolicyKind.PHOTOS),
    ],
)
def test_cells_say_the_same_in_other_words(table: Table, column: str, cell: str, value: object) -> None:
    assert next(one for one in table.columns if one.name == column).kind.read(cell) is value


@pytest.mark.parametrize(
    ("table", "column", "cell", "values"),
    [
        (VENDORS, "agreement_terms", "HHS books; return", (AgreementTerm.BOOKS, AgreementTerm.RETURN)),
        (CONVERSATIONS, "topics", "use; Risks; use", (ConversationTopic.USE, ConversationTopic.HARM)),
        (RISK_ANALYSES, "scope", "Cameras; fax machine", (PhotoPlace.CAMERAS, "fax machine")),
        (FORM_VERSIONS, "states", "nevada; CA", ("NV", "CA")),
    ],
)
def test_lists_of_known_words_are_read_word_by_word(
    table: Table, column: str, cell: str, values: tuple[str, ...]
) -> None:
    assert next(one for one in table.columns if one.name == column).kind.read(cell) == values


def test_channels_may_also_be_separated_by_commas() -> None:
    assert CHANNELS.read("website, instagram;newsletter") == ("website", "instagram", "newsletter")


@pytest.mark.parametrize(("cell", "names"), [("none", ()), (",", None), (" ; ", None)])
def test_no_channel_is_an_answer_and_nothing_is_none(cell: str, names: object) -> None:
    assert CHANNELS.read(cell) == names


@pytest.mark.parametrize(
    ("table", "record", "known_otherwise"),
    [
        (PATIENTS, Patient, set()),
        (ORIGINALS, Original, {"path"}),
        (AUTHORIZATIONS, Authorization, {"document_sha256"}),
        (NOT_PATIENT_PHOTOS, NotAPatientPhoto, set()),
        (FORM_VERSIONS, FormVersion, set()),
        (DEVICES, Device, set()),
        (STAFF, StaffMember, set()),
        (VENDORS, Vendor, set()),
        (CONVERSATIONS, Conversation, set()),
        (RISK_ANALYSES, RiskAnalysis, set()),
        (POLICIES, WrittenPolicy, set()),
    ],
)
def test_every_field_of_a_record_has_its_column(table, record, known_otherwise) -> None:  # type: ignore[no-untyped-def]
    fields = {field.name for field in dataclasses.fields(record)}

    assert {column.field or column.name for column in table.columns} == fields - known_otherwise


def test_no_header_means_two_columns() -> None:
    for table in TABLES:
        names = [name for column in table.columns for name in (column.name, *column.also)]
        assert len(names) == len(set(names))


def test_what_a_version_prints_is_what_a_form_may_say_for_itself() -> None:
    assert set(PRINTED) <= set(AUTHORIZATIONS.columns)
    assert set(PRINTED) <= set(FORM_VERSIONS.columns)
