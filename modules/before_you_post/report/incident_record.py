"""From a post that should not have gone out to a row of the table of incidents: what the audit knows, and no more.

What the audit cannot know (who looked at it, what the four factors come to, who was told) stays empty for a person to
fill in. The day of discovery is the day of the audit unless somebody says an earlier one: by then, somebody knew.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Any

from ..practice.incident_layout import INCIDENTS
from ..records import Audit, Evidence, Incident, JudgedPhoto, Matter, Patient, Post, SubjectKind


class UnknownSubjectError(LookupError):
    """No photo, post or incident of the audit has that id."""


def opened(audit: Audit, names: Sequence[str], *, discovered: date | None = None) -> Incident:
    """A new incident about photos, by Published.id, or about whole posts, by Post.id.

    Raises UnknownSubjectError for a name the audit does not know.
    """
    photos = found(audit, names)
    posts = _posts(audit, names, photos)
    words = [matter for matter in _matters(audit, SubjectKind.POST) if matter.id in names and not matter.photos]
    patients = None if words else people(photos)
    removed = [post.removed_on for post in posts]
    return Incident(
        incident=_next_code(audit),
        what=_what(posts, len(photos)),
        published=(*(photo.evidence.published.id for photo in photos), *(matter.id for matter in words)),
        patients=tuple(patient.code for patient in patients) if patients else _named(words),
        public=True if all(post.recipients is None for post in posts) else None,
        happened_on=min((post.published_on for post in posts if post.published_on), default=None),
        discovered_on=discovered or audit.as_of,
        taken_down_on=max((day for day in removed if day), default=None) if all(removed) else None,
        individuals=len(patients) if patients is not None else None,
        residents=_residents(patients),
    )


def recorded(audit: Audit, code: str) -> Incident:
    """The incident the practice wrote down under that code. Raises UnknownSubjectError where there is none."""
    for matter in _matters(audit, SubjectKind.INCIDENT):
        if matter.incident is not None and matter.id.casefold() == code.casefold():
            return matter.incident
    raise UnknownSubjectError(code)


def about(audit: Audit, incident: Incident) -> tuple[JudgedPhoto, ...]:
    """The photos of an incident that the audit still knows; a post that is gone from the exports has none."""
    wanted = set(incident.published or ())
    return tuple(photo for photo in audit.photos if _names(photo) & wanted)


def found(audit: Audit, names: Sequence[str]) -> tuple[JudgedPhoto, ...]:
    """The photos with these ids, and those of the posts with these ids, in the order of the audit.

    Raises UnknownSubjectError for a name of neither a photo nor a post.
    """
    known = {matter.id for matter in _matters(audit, SubjectKind.POST)}.union(*map(_names, audit.photos))
    for name in names:
        if name not in known:
            raise UnknownSubjectError(name)
    return tuple(photo for photo in audit.photos if _names(photo) & set(names))


def people(photos: Sequence[JudgedPhoto]) -> tuple[Patient, ...] | None:
    """The patients in the photos, by code; ``None`` where somebody in them is not known."""
    shown = [patient for photo in photos for patient in _shown(photo.evidence)]
    known = {patient.code: patient for patient in shown if patient}
    return None if None in shown else tuple(known[code] for code in sorted(known))


def row(incident: Incident, *, header: bool = True) -> str:
    """The incident as a line of incidents.csv, below the names of its columns. The table's own reader reads it back."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    if header:
        writer.writerow(INCIDENTS.header())
    writer.writerow([_cell(getattr(incident, column.field or column.name)) for column in INCIDENTS.columns])
    return lines.getvalue()


def _shown(evidence: Evidence) -> list[Patient | None]:
    return [panel.patient for panel in evidence.panels] if evidence.panels else [None]


def _residents(patients: tuple[Patient, ...] | None) -> tuple[tuple[str, int], ...] | None:
    states = [patient.state for patient in patients or ()]
    if not states or None in states:
        return None
    return tuple(sorted(Counter(state for state in states if state).items()))


def _named(words: Sequence[Matter]) -> tuple[str, ...] | None:
    """The patients whom posts without photos name, where anybody looked."""
    codes = {each.patient for matter in words for each in matter.identifiers or () if each.patient}
    return tuple(sorted(codes)) or None


def _matters(audit: Audit, kind: SubjectKind) -> Iterator[Matter]:
    return (judged.matter for judged in audit.matters if judged.matter.kind is kind)


def _names(photo: JudgedPhoto) -> set[str]:
    return {photo.evidence.published.id, photo.evidence.post.id}


def _posts(audit: Audit, names: Sequence[str], photos: Sequence[JudgedPhoto]) -> tuple[Post, ...]:
    posts = {photo.evidence.post.id: photo.evidence.post for photo in photos}
    for matter in _matters(audit, SubjectKind.POST):
        if matter.id in names and matter.post is not None:
            posts.setdefault(matter.id, matter.post)
    return tuple(posts.values())


def _what(posts: Sequence[Post], photos: int) -> str:
    channels = ", ".join(sorted({post.channel for post in posts}))
    if not photos:
        return f"Words about a patient were published on {channels}."
    thing = "A photo was" if photos == 1 else f"{photos} photos were"
    return f"{thing} published on {channels}; nothing on file permits that, or no longer."


def _next_code(audit: Audit) -> str:
    taken = {matter.id.casefold() for matter in _matters(audit, SubjectKind.INCIDENT)}
    numbers = (f"I-{audit.as_of.year}-{number:02}" for number in range(1, len(taken) + 2))
    return next(code for code in numbers if code.casefold() not in taken)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case True | False:
            return "yes" if value else "no"
        case tuple():
            return "; ".join(_part(each) for each in value) or "none"
    return _part(value)


def _part(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return str(value.value if isinstance(value, Enum) else value)
