"""What a practice does again and again, and when it was done last."""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...law.clocks import after
from ...records import CheckKind, Office
from ..base import Observation

NO_NUMBER = "The law names no number of days, so a person decides."


def overdue(office: Office, kind: CheckKind, day: date, what: str) -> Observation | None:
    """What was last done longer ago than the practice's own policy allows. ``what`` = "gone through the logs"."""
    allowed = office.practice.policy.check_days
    done = [one.done_on for one in office.papers.checks or () if one.kind == kind and one.done_on <= day]
    if done and day <= after(max(done), allowed):
        return None
    said = f"It was last noted on {max(done)} that somebody had {what}" if done else f"Nobody noted having {what}"
    return Observation(text=f"{said}; the practice's own policy is every {allowed} days. {NO_NUMBER}", review=True)
