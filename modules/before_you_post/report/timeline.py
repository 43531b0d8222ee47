"""One photo's days in order: taken, signed, posted, ended, revoked, taken down; and whether a form covered it when.

"Never covered" and "no longer covered" are two things. The first went out without permission, and asks what has to
be done about that; the second was permitted, and asks only that it be taken down. Both are told here from the same
conditions that the rules read (``rules/conditions/governing.py``), so the words cannot disagree with the findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..records import Authorization, Evidence, Panel
from ..rules.conditions.endings import ended_on, ending, ending_part, not_expired, not_revoked
from ..rules.conditions.governing import governing, set_aside, validity
from . import labels, phrases


class Step(StrEnum):
    """What happened on a day. Of one day, in this order."""

    TAKEN = "taken"
    SIGNED = "signed"
    POSTED = "posted"
    ENDED = "ended"
    REVOKED = "revoked"
    REMOVED = "removed"
    TODAY = "today"


class Cover(StrEnum):
    """Whether a form covered a panel while it was up."""

    COVERED = "covered"  # nothing is known against the form on either day
    NEVER = "never covered"
    WITHDRAWN = "no longer covered"  # the form ended or was revoked while the photo was up
    LATER = "covered later"  # not when it was posted
    UNKNOWN = "not known"


COVERS: Mapping[Cover, str] = {
    Cover.COVERED: "Covered, as far as is known",
    Cover.NEVER: "Never covered",
    Cover.WITHDRAWN: "No longer covered",
    Cover.LATER: "Covered only later",
    Cover.UNKNOWN: "Cannot be told",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened on one day."""

    on: date
    step: Step
    words: str
    form: str | None = None  # Authorization.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """Whether one panel was covered, in a sentence."""

    panel: int  # Panel.number
    cover: Cover
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything with a date about one photo, oldest first, and what has none."""

    moments: tuple[Moment, ...]
    undated: tuple[str, ...]  # what is not recorded, in words
    covered: tuple[Covered, ...]  # one a panel; empty for what is no patient photo or was not compared


def timeline(evidence: Evidence) -> Timeline:
    """The days of one photo. Pure: nothing but the evidence is read."""
    several = len(evidence.panels or ()) > 1
    moments, undated = set[Moment](), dict[str, None]()
    post = evidence.post
    if post.published_on:
        moments.add(Moment(on=post.published_on, step=Step.POSTED, words=phrases.posted_on_channel(post.channel)))
    else:
        undated[phrases.POSTED_UNDATED] = None
    if post.removed_on:
        moments.add(Moment(on=post.removed_on, step=Step.REMOVED, words=phrases.TAKEN_DOWN))
    moments.add(Moment(on=evidence.today, step=Step.TODAY, words=phrases.TODAY))
    for panel in () if set_aside(evidence) else evidence.panels or ():
        for one in (*_taken(panel, several), *_forms(panel, evidence)):
            if isinstance(one, Moment):
                moments.add(one)
            else:
                undated[one] = None
    steps = list(Step)
    order = sorted(moments, key=lambda one: (one.on, steps.index(one.step), one.words))
    covered = () if set_aside(evidence) else tuple(_covered(panel, evidence) for panel in evidence.panels or ())
    return Timeline(moments=tuple(order), undated=tuple(undated), covered=covered)


def _taken(panel: Panel, several: bool) -> Iterator[Moment | str]:
    which = f" (picture {panel.number})" if several else ""
    for original in panel.originals:
        kind = f"{labels.PHOTO_KINDS[original.kind]} photo" if original.kind else "Photo"
        if original.taken_on:
            yield Moment(on=original.taken_on, step=Step.TAKEN, words=f"{kind} taken{which}")
        else:
            yield phrases.taken_undated(original.id)


def _forms(panel: Panel, evidence: Evidence) -> Iterator[Moment | str]:
    for form in _that_spoke(panel, evidence):
        if form.signed_on:
            yield Moment(on=form.signed_on, step=Step.SIGNED, words="Authorization signed", form=form.id)
        else:
            yield phrases.signed_undated(form.id)
        if ended_on(form) is not None:
            event = ending_part(form) == "event_happened_on"
            day = form.event_happened_on if event else form.expires_on
            words = f"The event came that ends it: {form.expires_when}" if event else "Authorization’s last day"
            yield Moment(on=day or evidence.today, step=Step.ENDED, words=words, form=form.id)
        if form.revoked_on:
            yield Moment(on=form.revoked_on, step=Step.REVOKED, words="Authorization revoked", form=form.id)


def _that_spoke(panel: Panel, evidence: Evidence) -> tuple[Authorization, ...]:
    """The forms that spoke for the panel on the day of posting, at its last day up, and today."""
    days = (evidence.post.published_on, _last_day(evidence), evidence.today)
    spoke = (governing(panel, evidence, day) for day in days)
    return tuple({form.id: form for form in spoke if form}.values())


def _last_day(evidence: Evidence) -> date:
    removed = evidence.post.removed_on
    return removed if removed is not None and removed <= evidence.today else evidence.today


def _covered(panel: Panel, evidence: Evidence) -> Covered:
    cover, words = _told(panel, evidence)
    return Covered(panel=panel.number, cover=cover, words=words)


def _told(panel: Panel, evidence: Evidence) -> tuple[Cover, str]:
    posted, last = evidence.post.published_on, _last_day(evidence)
    up = last == evidence.today and evidence.post.removed_on != last
    if panel.patient is None or panel.authorizations is None:
        return Cover.UNKNOWN, phrases.NOBODYS_FORM
    if posted is None:
        return Cover.UNKNOWN, phrases.POSTED_UNKNOWN
    then, now = governing(panel, evidence, posted), governing(panel, evidence, last)
    good_then, good_now = _holds(then, panel, evidence, posted), _holds(now, panel, evidence, last)
    if then and good_then and now and good_now:
        return Cover.COVERED, phrases.covered(then.id, now.id, up=up)
    if then and good_then:
        return Cover.WITHDRAWN, phrases.withdrawn(_why_ended(then, last), None if up else last)
    if now and good_now:
        return Cover.LATER, phrases.covered_later(now.id, now.signed_on)
    return Cover.NEVER, phrases.never_covered(bool(panel.authorizations), up=up)


def _holds(form: Authorization | None, panel: Panel, evidence: Evidence, day: date) -> bool:
    """Nothing is known against the form on that day; what nobody recorded is not held against it."""
    return (
        form is not None
        and panel.patient is not None
        and False not in validity(form, panel.patient, panel, evidence, day)
    )


def _why_ended(form: Authorization, last: date) -> str | None:
    if not not_revoked(form, last):
        return f"was revoked on {form.revoked_on}"
    return None if not_expired(form, last) else ending(form)
