"""Who works for the practice, read alone: signing in must not wait for a library of photos.

``files.load`` reads everything an audit needs; this reads practice.yaml and the table of staff, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..records import Practice, Problem, StaffMember
from .columns import read_columns
from .files import read_further
from .paper_layouts import STAFF
from .papers import read_staff
from .settings import read_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The practice and everybody in its table of staff, leavers too; ``file`` is where the table lies or should."""

    practice: Practice
    staff: tuple[StaffMember, ...]
    file: Path
    problems: tuple[Problem, ...]


def read_roster(folder: Path) -> Roster:
    """Read practice.yaml and the table of staff. Raises InputError when there is no readable practice.yaml."""
    folder = folder.resolve()
    practice, _, problems = read_settings(folder)
    own, own_problems = read_columns(folder)
    reading, more = read_further(folder, STAFF, own.get(STAFF.name))
    staff, staff_problems = read_staff(reading, practice.channels)
    return Roster(
        practice=practice,
        staff=staff,
        file=reading.path,
        problems=(*problems, *own_problems, *more, *reading.problems, *staff_problems),
    )
