"""Numbers with a label are what the label says; numbers with a shape of their own are worth a look."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.labelled import find_labelled, is_vin
from before_you_post.records import IdentifierKind as Kind


def labelled(text: str) -> set[tuple[Kind, bool]]:
    return {(hit.kind, hit.whole) for hit in find_labelled(text) if not hit.own}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SSN: 123-45-6789", Kind.SOCIAL_SECURITY),
        ("ssn 123456789", Kind.SOCIAL_SECURITY),
        ("Social Security No. 123 45 6789", Kind.SOCIAL_SECURITY),
        ("MRN 3004417", Kind.RECORD_NUMBER),
        ("MRN\n3004417", Kind.RECORD_NUMBER),
        ("mrn_3004417.jpg", Kind.RECORD_NUMBER),
        ("Chart # 48213", Kind.RECORD_NUMBER),
        ("Patient ID: QD-30412", Kind.RECORD_NUMBER),
        ("Member ID: XQJ 4471 2209", Kind.PLAN_NUMBER),
        ("Medicare number 1EG4-TE5-MK73", Kind.PLAN_NUMBER),
        ("Group No. 88120", Kind.PLAN_NUMBER),
        ("Acct # 88120045", Kind.ACCOUNT_NUMBER),
        ("Invoice 9920417", Kind.ACCOUNT_NUMBER),
        ("Driver's license RT448812", Kind.LICENCE_NUMBER),
        ("DL# RT448812", Kind.LICENCE_NUMBER),
        ("License plate: GHX 4821", Kind.VEHICLE),
        ("VIN 1M8GDM9AXKP042788", Kind.VEHICLE),
        ("S/N 20447718-003", Kind.DEVICE_NUMBER),
        ("(01)00888888888880(17)280531(10)A221", Kind.DEVICE_NUMBER),
    ],
)
def test_a_label_says_what_a_number_is(text: str, kind: Kind) -> None:
    assert labelled(text) == {(kind, True)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("123-45-6789", Kind.SOCIAL_SECURITY),
        ("SSN xxx-xx-6789", Kind.SOCIAL_SECURITY),
        ("1EG4-TE5-MK73", Kind.PLAN_NUMBER),
        ("1M8GDM9AXKP042788", Kind.VEHICLE),
        ("License # 35-048812", Kind.LICENCE_NUMBER),
        ("Lot no. 44718", Kind.DEVICE_NUMBER),
        ("patient-48213", Kind.RECORD_NUMBER),
    ],
)
def test_a_shape_is_worth_a_look(text: str, kind: Kind) -> None:
    assert labelled(text) == {(kind, False)}


@pytest.mark.parametrize(
    "text",
    [
        "000-45-6789",
        "666-45-6789",
        "900-45-6789",
        "123-00-6789",
        "member since 2019",
        "a group of 12000",
        "implant (size 2)",
        "patient number one",
        "case 12",
        "NPI 1234567890",
        "record 2026 results",
        "policy: no refunds",
        "1M8GDM9AXKP042789",
        "class SSS 100",
    ],
)
def test_what_is_no_such_number_is_left_alone(text: str) -> None:
    assert labelled(text) == set()


def test_the_check_digit_of_a_vehicle_tells_it_from_other_codes() -> None:
    assert is_vin("1M8GDM9AXKP042788")
    assert is_vin("11111111111111111") is False
    assert not is_vin("1M8GDM9A1KP042788")
    assert not is_vin("short")


def test_the_words_behind_a_number_are_no_part_of_it() -> None:
    for text, found in (
        ("If you spot license plate HQK 4471 on the road, honk", "license plate HQK 4471"),
        ("Acct # 8812-0045 on the bill", "Acct # 8812-0045"),
        ("Member ID: XQJ 4471 2209 approved", "Member ID: XQJ 4471 2209"),
    ):
        assert [text[hit.start : hit.end] for hit in find_labelled(text)] == [found]
