"""A camera is told by its number where both numbers are known, and by its maker and model otherwise."""

from __future__ import annotations

import pytest

from before_you_post.records import Camera, Device
from before_you_post.rules.conditions.devices import listed, words

NUMBERED = Device(id="D-1", make="Larkfield", model="L-90", serial="0031188")
PHONE = Device(id="D-2", make="Alder", model="Alder One")


@pytest.mark.parametrize(
    "camera",
    [
        Camera(make="Larkfield", model="L-90", serial="0031188"),
        Camera(make="Larkfield", model="L-90", serial="31188"),  # programs drop leading zeros
        Camera(serial="0031188"),
        Camera(make="LARKFIELD Optical Corp.", model="Larkfield L90"),
        Camera(make="Alder", model="One"),
        Camera(make="Alder", model="One", serial="X-77"),  # the list has no number to compare with
    ],
)
def test_a_camera_of_the_practice_is_recognised(camera: Camera) -> None:
    assert listed(camera, (NUMBERED, PHONE))


@pytest.mark.parametrize(
    "camera",
    [
        Camera(make="Larkfield", model="L-90", serial="0031189"),  # another one of the same model
        Camera(make="Larkfield", model="L-9"),
        Camera(make="Larkfield"),
        Camera(make="Fern", model="One"),
        Camera(serial="5"),
    ],
)
def test_another_camera_is_not(camera: Camera) -> None:
    assert not listed(camera, (NUMBERED, PHONE))


def test_a_camera_is_named_as_people_name_it() -> None:
    assert words(Camera(make="Fern", model="7", serial="A1")) == "Fern 7 (serial number A1)"
    assert words(Camera(make="Fern", model="Fern 7")) == "Fern 7"
    assert words(Camera(make="Fern")) == "Fern"
    assert words(Camera(serial="A1")) == "a camera without a name (serial number A1)"
