"""From which day New York asks that an advertisement says of an invented person that it is one."""

from __future__ import annotations

from ...law.first_days import first_day
from ...records import Shown
from ..base import Subject
from .boards import practises_in

SINCE = first_day("ny-synthetic-performer")


def asks_for_label(subject: Subject) -> bool:
    """The post shows somebody a computer made, and New York's law asks on that day that it says so.

    Where the posting day is not known, today's law is asked.
    """
    note = subject.matter.advertisement
    if note is None or note.shown is not Shown.AI or not practises_in("NY", subject):
        return False
    return (subject.day or subject.office.today) >= SINCE
