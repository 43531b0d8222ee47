"""What a state's medical board or its advertising law asks of those who practise there.

Privacy law follows the patient (``states.py``). The rules of a board bind those whom it licenses, so they are asked
where the practice is, wherever the patient lives.
"""

from __future__ import annotations

from ...law.state_packs import state_pack
from ..base import Subject

WITH_RULES_ON_CLAIMS = ("TX", "FL", "NY", "IL")  # whose own rules here speak of words that promise too much


def practises_in(code: str, subject: Subject) -> bool:
    """The practice is in the state with this postal code."""
    if subject.evidence is not None:
        return code in subject.evidence.states
    return subject.office is not None and code in subject.office.practice.states


def because_there(code: str) -> str:
    """Why that state's rules on advertising are asked, as a sentence."""
    pack = state_pack(code)
    return f"The law of {pack.name if pack else code} counts because the practice is there."
