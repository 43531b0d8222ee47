"""Words in or around a photo that name a person on the practice's roster, told in one way for every kind."""

from __future__ import annotations

from ..records import IdentifierKind
from .base import Observation, Subject


def hit(subject: Subject, kind: IdentifierKind, permitted: frozenset[str] = frozenset()) -> Observation | None:
    """What was found of one kind, leaving out the patients (codes) who permitted it.

    The whole name or number is a failure. A part of it may belong to anybody, so a person must look.
    """
    found = [i for i in subject.evidence.identifiers or () if i.kind is kind and i.patient not in permitted]
    whole = [identifier for identifier in found if identifier.whole]
    if not found:
        return None
    places = "; ".join(f"“{i.words}” ({i.where}; patient {i.patient})" for i in whole or found)
    if whole:
        return Observation(text=f"A patient's {kind} can be read: {places}.")
    return Observation(text=f"These words may be part of a patient's {kind}: {places}.", review=True)
