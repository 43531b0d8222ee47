"""A device on the practice's list: what it is called, whether it is still in use, whether photos lie on a card."""

# mypy: strict-optional

from __future__ import annotations

from ...records import Device, DeviceKind
from ..base import Subject


def in_use(subject: Subject) -> bool:
    """The device has not been sold, given back or destroyed by that day. On its last day it has."""
    device = subject.matter.device if subject.matter else None
    if device is None or subject.day is None:
        return False
    return device.retired_on is None or subject.day < device.retired_on


def has_card(device: Device) -> bool:
    """Photos lie on a card that can be taken out, or the device is one."""
    return bool(device.memory_card) or device.kind is DeviceKind.CARD


def kit_named(device: Device) -> str:
    """The device as a reader knows it: "D-1 (camera, Larkfield L-200)"."""
    make, model = device.make or "", device.model or ""
    called = model if make and model.casefold().startswith(make.casefold()) else f"{make} {model}".strip()
    about = ", ".join(filter(None, (device.kind, called)))
    return f"{device.id} ({about})" if about else device.id
