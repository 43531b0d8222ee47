"""A device is named as people know it, and counts until it leaves the practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from before_you_post.records import Device, DeviceKind, SubjectKind
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean_office import MATTERS, OFFICE
from before_you_post.rules.cases.clean_papers import DEVICE
from before_you_post.rules.conditions.kit import has_card, in_use, kit_named

DAY = date(2026, 11, 22)


def subject(device: Device) -> Subject:
    return Subject(office=OFFICE, matter=replace(MATTERS[SubjectKind.DEVICE], device=device), day=DAY)


@pytest.mark.parametrize(
    ("retired", "used"), [(None, True), (date(2026, 11, 23), True), (DAY, False), (date(2026, 11, 21), False)]
)
def test_a_device_is_in_use_until_the_day_it_leaves(retired: date | None, used: bool) -> None:
    assert in_use(subject(replace(DEVICE, retired_on=retired))) is used


def test_a_card_is_one_itself_or_lies_in_a_device() -> None:
    assert has_card(Device(id="D", kind=DeviceKind.CARD))
    assert has_card(Device(id="D", kind=DeviceKind.CAMERA, memory_card=True))
    assert not has_card(Device(id="D", kind=DeviceKind.CAMERA, memory_card=False))
    assert not has_card(Device(id="D"))


@pytest.mark.parametrize(
    ("device", "name"),
    [
        (DEVICE, "D-1 (camera, Larkfield L-200)"),
        (replace(DEVICE, model="Larkfield L-200"), "D-1 (camera, Larkfield L-200)"),
        (Device(id="D-2", model="One"), "D-2 (One)"),
        (Device(id="D-3", kind=DeviceKind.PHONE), "D-3 (phone)"),
        (Device(id="D-4"), "D-4"),
    ],
)
def test_a_device_is_named_by_what_is_known_of_it(device: Device, name: str) -> None:
    assert kit_named(device) == name
