"""Vendors: whether one works on its own, and so needs an agreement."""

# mypy: strict-optional

from __future__ import annotations

from ..base import Subject


def on_its_own(subject: Subject) -> bool:
    """The vendor is not known to work under the practice's direct control, as staff does (45 CFR 160.103)."""
    vendor = subject.matter.vendor if subject.matter else None
    return vendor is not None and not vendor.direct_control


def under_agreement(subject: Subject) -> bool:
    """It works on its own, has access to patient information, and an agreement with it is signed."""
    vendor = subject.matter.vendor if subject.matter else None
    return on_its_own(subject) and vendor is not None and bool(vendor.phi_access and vendor.agreement_signed_on)
