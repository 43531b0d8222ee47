"""What California asks of a form beyond HIPAA: its Confidentiality of Medical Information Act, Civil Code 56.11.

State law that protects patients more stands beside HIPAA (45 CFR 160.203(b)). It counts where the practice is in
California and where the patient lives there: of the two, the stricter is followed.
"""

# mypy: strict-optional

from __future__ import annotations

from ...records import Authorization, Evidence, Panel

POINTS = 14  # Civil Code 56.11(b)(1)


def in_california(panel: Panel, evidence: Evidence) -> bool:
    """California's law counts for this patient's photo."""
    return "CA" in evidence.states or (panel.patient is not None and panel.patient.state == "CA")


def because(panel: Panel, evidence: Evidence) -> str:
    """Why it counts, as a sentence."""
    if "CA" in evidence.states:
        return "California's law counts because the practice is there."
    code = panel.patient.code if panel.patient else ""
    return f"California's law counts because patient {code} lives there."


def large_enough(form: Authorization) -> bool | None:
    """The smallest print has 14 points or more; a form written by hand is recorded as large enough."""
    return None if form.font_points is None else form.font_points >= POINTS


def kept_apart(form: Authorization) -> bool | None:
    """The form stands apart from any other text, and its signature serves no other purpose."""
    if form.stands_alone is False:
        return False
    return form.separate_signature
