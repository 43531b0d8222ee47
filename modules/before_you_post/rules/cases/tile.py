"""The near miss of rules about words: the clean case, were it no patient photo but a tile with words on it.

An invitation to an open house names a day and a telephone number, and a named person has noted that it shows no
patient. What only may identify somebody is then nobody's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...records import Evidence, Identifier, NotAPatientPhoto
from .clean import CLEAN, PANEL

NOTE = NotAPatientPhoto(
    file="nose.jpg",
    what="an invitation to our open house",
    decided_by="Wilhelmina Croft",
    decided_on=date(2026, 3, 1),
)


def tile(*found: Identifier) -> Evidence:
    """A tile in and around which these words were found."""
    nobody = replace(PANEL, originals=(), patient=None, authorizations=None)
    return replace(CLEAN, panels=(nobody,), identifiers=found, not_a_patient=NOTE)
