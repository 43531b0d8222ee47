"""From which day New York asks that an advertisement says of an invented person that it is one."""

from __future__ import annotations

from datetime import date

from ..law.figures import every_figure
from ..records import Shown
from .base import Subject
from .boards import practises_in

_FIGURES = "ny-synthetic-performer"  # id in the dated figures, which know the first day


def since() -> date:
    """The first day of New York's duty."""
    [day] = [figures.since for figures in every_figure() if figures.id == _FIGURES]
    return day or date.max


def asks_for_label(subject: Subject) -> bool:
    """The post shows somebody a computer made, and New York's law asks on that day that it says so.

    Where the posting day is not known, today's law is asked.
    """
    note = subject.matter.advertisement
    if note is None or note.shown is not Shown.AI or not practises_in("NY", subject):
        return False
    return (subject.day or subject.office.today) >= since()
