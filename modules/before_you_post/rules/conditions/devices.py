"""Is a camera one of the practice's own? By its serial number where both are known, else by maker and model."""

# mypy: strict-optional

from __future__ import annotations

import re
from collections.abc import Sequence

from ...records import Camera, Device


def listed(camera: Camera, devices: Sequence[Device]) -> bool:
    """Whether a device of the list may be this camera: nothing recorded about it says otherwise."""
    return any(_may_be(camera, device) for device in devices)


def words(camera: Camera) -> str:
    """The camera as a person would call it."""
    make, model = camera.make or "", camera.model or ""
    repeated = bool(make) and model.casefold().startswith(make.casefold())  # "Larkfield", "Larkfield L-200"
    name = model if repeated else f"{make} {model}".strip() or "a camera without a name"
    return f"{name} (serial number {camera.serial})" if camera.serial else name


def _may_be(camera: Camera, device: Device) -> bool:
    if camera.serial and device.serial:
        return _plain(camera.serial) == _plain(device.serial)
    if not camera.model or not device.model:
        return False  # a maker alone is no device
    # Makers differ in whether the model repeats their name: "NIKON CORPORATION", "NIKON D90".
    makes = tuple(_plain(make.split()[0]) for make in (camera.make, device.make) if make and make.split())
    model, own = (_without(_plain(name), makes) for name in (camera.model, device.model))
    return model == own and (len(makes) < 2 or makes[0] == makes[1])


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold().lstrip("0")


def _without(model: str, makes: Sequence[str]) -> str:
    for make in makes:
        model = model.removeprefix(make) or model
    return model
