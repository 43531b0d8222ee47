"""Whether a state's law counts for what is judged, and why.

State law that protects patients more stands beside HIPAA (45 CFR 160.203(b)). It counts where the practice is in that
state and where the patient lives there. Each state's rules are asked by themselves, so the strictest always speaks.
"""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Iterator

from ...law.state_packs import state_pack
from ...records import Patient
from ..base import Subject


def counts(code: str, subject: Subject) -> bool:
    """The law of the state with this postal code counts for the subject."""
    return code in _practice(subject) or any(one.state == code for one in _patients(subject))


def because(code: str, subject: Subject) -> str | None:
    """Why it counts, as a sentence; ``None`` where it does not."""
    pack = state_pack(code)
    state = pack.name if pack else code
    if code in _practice(subject):
        return f"The law of {state} counts because the practice is there."
    patient = next((one.code for one in _patients(subject) if one.state == code), None)
    return f"The law of {state} counts because patient {patient} lives there." if patient else None


def _practice(subject: Subject) -> tuple[str, ...]:
    if subject.evidence:
        return subject.evidence.states
    return subject.office.practice.states if subject.office else ()


def _patients(subject: Subject) -> Iterator[Patient]:
    """Patients who can be seen or whose form it is."""
    if subject.panel is not None:
        shown = [subject.panel.patient]
    elif subject.evidence is not None:
        shown = [panel.patient for panel in subject.evidence.panels or ()]
    elif subject.matter is not None:
        shown = [subject.matter.patient, *(subject.matter.shown or ())]
    else:
        shown = []
    yield from (patient for patient in shown if patient)
