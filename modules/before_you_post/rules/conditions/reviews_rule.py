"""The Federal Trade Commission's rule on reviews and testimonials, which nobody could break before its first day.

A post that went up earlier and is still up is asked about today.
"""

from __future__ import annotations

from ...law.first_days import first_day
from ..base import Subject

SINCE = first_day("ftc-reviews-rule")


def in_force(subject: Subject) -> bool:
    """The rule was in force on the day that is asked about; where the posting day is not known, today's is."""
    return (subject.day or subject.office.today) >= SINCE
