"""What somebody has to take, by when, and why: worked out from the records each time, and kept nowhere.

Only what a manager assigned by hand is kept. Everything else follows from the table of staff, the course, the
certificates and the last audit; so it is right again as soon as one of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from ..records import Assignment, Lesson, StaffMember, Standing, TrainingSettings, Trigger
from ..report.days import in_words
from . import findings_taught
from .content import Content
from .days import months_later
from .findings_taught import Taught
from .history import History
from .people import Learner

TEXAS_DAYS = 90  # Tex. Health & Safety Code 181.101(a): training by the 90th day after the day of hire
TEXAS_CHANGE_DAYS = 365  # 181.101(c): after a change that concerns somebody's duties, within a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What assignments are worked out from, besides the person."""

    lessons: Sequence[Lesson]
    contents: Mapping[str, Content]  # by slug, as the lessons stand now
    history: History
    settings: TrainingSettings
    texas: bool  # the practice has a place there
    staff: Sequence[StaffMember]  # whoever works here today
    taught: Sequence[Taught]  # by the findings of the last audit
    today: date
    zone: tzinfo | None  # where days are counted

    @property
    def began(self) -> date:
        """The first day of training records here: nobody can have taken a lesson before."""
        first = self.history.first_at
        return self.today if first is None else first.astimezone(self.zone).date()


def open_assignments(
    member: StaffMember, learner: Learner, certificates: Iterable[Standing], about: Situation
) -> tuple[Assignment, ...]:
    """What a person has to take and has not yet, the most urgent first. Nothing for somebody who left.

    ``certificates``: the person's own, newest first.
    """
    if all(one.person != member.person for one in about.staff):
        return ()
    last: dict[str, Standing] = {}
    for standing in certificates:
        last.setdefault(standing.certificate.lesson, standing)
    found = [
        *_by_role(member, learner, last, about),
        *_by_finding(member, learner, last, about),
        *_by_hand(member, about),
    ]
    places = {lesson.slug: place for place, lesson in enumerate(about.lessons)}
    return tuple(sorted(found, key=lambda one: (one.due, places.get(one.lesson, len(places)))))


def _by_role(
    member: StaffMember, learner: Learner, last: Mapping[str, Standing], about: Situation
) -> Iterator[Assignment]:
    for lesson in about.lessons:
        if not set(lesson.audience).intersection(learner.audiences):
            continue
        standing = last.get(lesson.slug)
        if standing is None:
            yield _first(member, lesson, about)
        elif standing.certificate.content != about.contents[lesson.slug].digest:
            yield _changed(member, lesson, standing, about)
        else:
            issued = standing.certificate.issued_at.astimezone(about.zone).date()
            due = months_later(issued, about.settings.refresher_months)
            if about.today >= due - timedelta(days=about.settings.change_days):
                why = f"You passed it on {in_words(issued)}. Your practice asks for a refresher every "
                yield _due(member, lesson, due, Trigger.ANNUAL, f"{why}{about.settings.refresher_months} months.")


def _first(member: StaffMember, lesson: Lesson, about: Situation) -> Assignment:
    """A lesson never passed: due after hire, or after the first day of these records for those who were there."""
    days = timedelta(days=about.settings.new_hire_days)
    hired = member.hired_on
    if hired is not None and hired >= about.began:
        due, trigger = hired + days, Trigger.HIRED
        why = f"You began on {in_words(hired)}; it is due within {days.days} days."
    else:
        due, trigger = about.began + days, Trigger.ROLE
        work = f"Your work ({member.role})" if member.role else "Your work here"
        why = f"{work} needs this lesson."
    if not about.texas or hired is None:
        return _due(member, lesson, due, trigger, why)
    by_law = hired + timedelta(days=TEXAS_DAYS)
    trained = any(day <= by_law for day in member.trained_on or ())
    if due <= by_law or trained:
        return _due(member, lesson, due, trigger, why)
    why = f"Texas asks for training within {TEXAS_DAYS} days of hire, so by {in_words(by_law)}; none is on record."
    return _due(member, lesson, by_law, Trigger.STATE, why)


def _changed(member: StaffMember, lesson: Lesson, standing: Standing, about: Situation) -> Assignment:
    first_seen = about.history.contents.get(about.contents[lesson.slug].digest)
    since = first_seen[0].astimezone(about.zone).date() if first_seen else about.today
    days = about.settings.change_days
    if about.texas:
        days = min(days, TEXAS_CHANGE_DAYS)
    return _due(member, lesson, since + timedelta(days=days), Trigger.CHANGED, standing.reason)


def _by_finding(
    member: StaffMember, learner: Learner, last: Mapping[str, Standing], about: Situation
) -> Iterator[Assignment]:
    days = about.settings.change_days
    for assignment in findings_taught.assignments(
        member, about.taught, about.staff, manager=learner.manager, days=days
    ):
        found = assignment.due - timedelta(days=days)
        standing = last.get(assignment.lesson)
        if standing is None or standing.certificate.issued_at.astimezone(about.zone).date() < found:
            yield assignment


def _by_hand(member: StaffMember, about: Situation) -> Iterator[Assignment]:
    passed = [(one.lesson, one.issued_at) for one in about.history.certificates if one.person == member.person]
    for assignment, at in about.history.assigned:
        mine = assignment.person == member.person
        if mine and not any(lesson == assignment.lesson and issued > at for lesson, issued in passed):
            yield assignment


def _due(member: StaffMember, lesson: Lesson, due: date, trigger: Trigger, why: str) -> Assignment:
    return Assignment(person=member.person, lesson=lesson.slug, due=due, trigger=trigger, why=why)
