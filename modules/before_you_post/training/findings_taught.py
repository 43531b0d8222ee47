"""Whoever posted a photo that breaks a rule takes the lesson of that rule.

An audit knows the channel a photo stands on, and the table of staff knows who publishes there. That is as near as the
records come: so the words say “one of those who publish on instagram” where there are several.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from ..records import Assignment, DecisionKind, Practice, StaffMember, Trigger
from ..report.days import in_words
from ..report.decided import Decisions
from ..rules import load_rules
from ..store.found import Broken, LastFound

_SETTLES = (DecisionKind.DISMISS, DecisionKind.WAIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One finding and the lesson it asks for."""

    broken: Broken
    lesson: str
    title: str  # of the rule
    channel: str


def still_open(found: LastFound | None, practice: Practice) -> tuple[Taught, ...]:
    """The findings that ask for a lesson: those a person dismissed, or waived until later, do not."""
    if found is None:
        return ()
    last = {(one.subject, one.about, one.rule, one.panel): one for one in found.decisions}
    decided = Decisions(last=last, as_of=found.as_of, kept_at=found.kept_at)
    rules = {rule.id: rule for rule in load_rules()}
    taught = []
    for broken in found.broken:
        rule, channel = rules.get(broken.finding.rule), _channel(broken.finding.about, practice)
        if rule is not None and channel and not _settled(decided, broken):
            taught.append(Taught(broken=broken, lesson=rule.lesson, title=rule.title, channel=channel))
    return tuple(taught)


def assignments(
    person: StaffMember, taught: Iterable[Taught], staff: Iterable[StaffMember], *, manager: bool, days: int
) -> tuple[Assignment, ...]:
    """One assignment a lesson for somebody; ``staff``: whoever works here now; due so many days after it was found."""
    publishers: dict[str, list[str]] = {}
    for one in staff:
        for channel in one.publishes_on or ():
            publishers.setdefault(channel, []).append(one.person)
    mine: dict[str, list[Taught]] = {}
    for one_taught in taught:
        those = publishers.get(one_taught.channel, [])
        if person.person in those or (manager and not those):
            mine.setdefault(one_taught.lesson, []).append(one_taught)
    return tuple(
        _assignment(person, lesson, found, publishers.get(found[0].channel, []), days) for lesson, found in mine.items()
    )


def _assignment(person: StaffMember, lesson: str, found: list[Taught], those: list[str], days: int) -> Assignment:
    latest = max(one.broken.since for one in found)
    first = next(one for one in found if one.broken.since == latest)
    finding = first.broken.finding
    who = f"You publish on {first.channel}"
    if len(those) > 1:
        who = f"You are one of those who publish on {first.channel}"
    elif not those:
        who = f"Nobody is on record as publishing on {first.channel}, so this comes to you"
    more = "" if len(found) == 1 else f" {len(found) - 1} more of what it found is taught in the same lesson."
    why = f"{who}. The audit of {in_words(latest)} found something there ({finding.about}) under “{first.title}”.{more}"
    return Assignment(
        person=person.person,
        lesson=lesson,
        due=latest + timedelta(days=days),
        trigger=Trigger.FINDING,
        why=why,
        rule=finding.rule,
        about=finding.about,
    )


def _settled(decided: Decisions, broken: Broken) -> bool:
    standing = decided.about(broken.finding)
    return standing is not None and standing.holds and standing.decision.kind in _SETTLES


def _channel(about: str, practice: Practice) -> str | None:
    names = [channel.name for channel in practice.channels if about.startswith(f"{channel.name}/")]
    return max(names, key=len, default=None)
