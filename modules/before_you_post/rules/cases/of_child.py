"""The clean case of a form that a parent signed for a child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ...records import SignerRole
from .clean import FORM, PATIENT


def child(born: date, **changes: Any) -> dict[str, Any]:
    """A form signed by a parent for a child born that day, with something changed, as part of a matter."""
    signed = replace(FORM, signer_role=SignerRole.PARENT, authority="mother", child_agreed=True)
    return {"form": replace(signed, **changes), "patient": replace(PATIENT, birth_date=born)}
