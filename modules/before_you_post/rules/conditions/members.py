"""Who works for the practice on a day, what they can open or publish, and when they were trained."""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import StaffMember
from .several import told


def works_here(member: StaffMember, day: date) -> bool:
    """The person works for the practice on that day: has not left, and was not hired later. The last day counts."""
    hired = member.hired_on is None or member.hired_on <= day
    return hired and (member.left_on is None or day <= member.left_on)


def opens_photos(member: StaffMember, day: date) -> bool:
    """The person can open patients' photos on that day, as far as it is recorded."""
    since, until = member.photo_access_from, member.photo_access_until
    return since is not None and since <= day and (until is None or day < until)


def reach(member: StaffMember, day: date) -> str | None:
    """What the person can do with patients' photos, in words; ``None`` where nothing is recorded that they can do."""
    can = [f"has had access to patients' photos since {member.photo_access_from}"] if opens_photos(member, day) else []
    can += [f"can publish on {told(member.publishes_on)}"] if member.publishes_on else []
    return " and ".join(can) or None


def trainings(member: StaffMember, day: date) -> tuple[date, ...]:
    """The days of training up to that day, earliest first. Empty too where nothing is recorded."""
    return tuple(each for each in member.trained_on or () if each <= day)
