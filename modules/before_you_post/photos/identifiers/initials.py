"""Find the initials of the patients in a photo: "O.F.", "patient OF".

Two letters mean nothing by themselves, so they count only for somebody who is known to be in the photo, and only
written as initials are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ...records import Patient
from .names import NameHit
from .words import tokens

_DOTTED = re.compile(r"(?<![\w.])([A-Z])\.\s?([A-Z])\.(?!\w)")
_LABELLED = re.compile(r"(?i:\b(?:patient|pt|client|initials))\W{1,3}([A-Z])\.?\s?([A-Z])\b\.?")


class Initials:
    """The initials of everybody on the roster."""

    def __init__(self, patients: Sequence[Patient]) -> None:
        self._initials: dict[str, frozenset[str]] = {}
        for patient in patients:
            given, family = tokens(patient.given_name or ""), tokens(patient.family_name or "")
            if given and family:
                first, last = given[0][0], family[0][0]
                self._initials[patient.code] = frozenset({first + last, last + first})

    def find(self, text: str, shown: Collection[str]) -> Iterator[NameHit]:
        """The initials of the patients ``shown`` (codes), given name or family name first."""
        places = {match.start(1): match for each in (_DOTTED, _LABELLED) for match in each.finditer(text) if shown}
        for match in places.values():
            letters = f"{match.group(1)}{match.group(2)}".casefold()
            for patient in sorted(shown):
                if letters in self._initials.get(patient, ()):
                    yield NameHit(patient, match.start(), match.end(), False, True)
