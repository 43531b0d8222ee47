"""The four factors of a breach (45 CFR 164.402(2)), each with what the audit knows and room for what it cannot know.

Nothing is weighed here. That a fact stands below a factor says that it belongs there, not what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..records import Evidence, Incident, JudgedPhoto
from . import phrases
from .incident_photo import patients, seen_by
from .labels import IDENTIFIERS
from .sheet import Part, Points, Question

_ASKED = {
    "factor_data": (
        "5. Factor 1: what it was, and how easily it tells who",
        "Would family, colleagues or neighbours know the patient? From what? How intimate is it?",
    ),
    "factor_recipient": ("6. Factor 2: who got it", "Who else got it: shares, groups, the press, a search engine?"),
    "factor_viewed": (
        "7. Factor 3: whether it was really seen or taken",
        "Views, likes, comments, downloads, shares, as far as the network tells. Note where the numbers come from.",
    ),
    "factor_mitigated": (
        "8. Factor 4: how far the risk was reduced",
        "What was removed, by whom, when? Who confirmed in writing that copies are gone?",
    ),
}


def factors(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[Part]:
    """The four factors, in the order of the rule."""
    known = {
        "factor_data": _data,
        "factor_recipient": _recipients,
        "factor_viewed": _viewed,
        "factor_mitigated": _mitigated,
    }
    for field, (heading, asked) in _ASKED.items():
        facts = tuple(dict.fromkeys(known[field](incident, photos)))
        own = getattr(incident, field)
        answer = (f"On record: {own}",) if own else (Question(asked=asked, lines=3),)
        yield Part(heading=heading, blocks=(Points(items=facts or ("The audit knows nothing about it.",)), *answer))


def _data(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[str]:
    for photo in photos:
        evidence = photo.evidence
        yield f"{evidence.published.id}: patient {patients(evidence)}."
        yield _faces(evidence)
        yield from _marks(evidence)
        yield _words(evidence)
        yield _file(evidence)
    if incident.encrypted is not None:
        apart = phrases.recorded(incident.key_apart)
        yield f"Encrypted: {phrases.recorded(incident.encrypted)}; key kept apart: {apart}."


def _faces(evidence: Evidence) -> str:
    faces = evidence.photo.faces
    if faces is None:
        return "Nobody looked for faces."
    if not faces:
        return "A program found no face; programs miss faces, so look."
    return f"A program found {phrases.count(len(faces), 'face')}."


def _marks(evidence: Evidence) -> Iterator[str]:
    for panel in evidence.panels or ():
        if panel.marks is None:
            yield "Nobody recorded whether tattoos, birthmarks or scars can be seen."
        for visible in panel.marks or ():
            kind = visible.mark.kind.value
            cropped = ", outside of what the photo shows" if visible.shown == 0 else ""
            yield f"{kind[:1].upper()}{kind[1:]} on file{cropped}."


def _words(evidence: Evidence) -> str:
    found = evidence.identifiers
    if found is None:
        return "Nobody looked for names and numbers in and around the photo."
    kinds = dict.fromkeys(f"{IDENTIFIERS[each.kind].lower()} ({each.where})" for each in found)
    return f"Words that may tell who: {'; '.join(kinds) or 'none found'}."


def _file(evidence: Evidence) -> str:
    gps, metadata = evidence.photo.gps, evidence.photo.metadata
    if gps is None and metadata is None:
        return "Nobody looked what else is in the file."
    place = "holds the place where it was taken" if gps else "holds no place that was found"
    return f"The file {place}; {phrases.count(len(metadata or ()), 'other entry', 'other entries')} in its metadata."


def _recipients(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[str]:
    for photo in photos:
        yield f"{photo.evidence.published.id}: {seen_by(photo.evidence)}."
    if incident.public:
        yield "Recorded as public. Nobody who saw it is bound to keep it to themselves."
    if incident.vendor:
        yield f"It happened at {incident.vendor}."


def _viewed(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[str]:
    yield "Unknown to the audit: no export says who looked."
    for photo in photos:
        first = photo.evidence.post.published_on or (incident.happened_on if len(photos) == 1 else None)
        last = photo.evidence.post.removed_on or incident.taken_down_on or photo.evidence.today
        if first and first <= last:
            days = phrases.count((last - first).days + 1, "day")
            yield f"{photo.evidence.published.id} was up for {days}, from {first} to {last}."


def _mitigated(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[str]:
    for photo in photos:
        removed = photo.evidence.post.removed_on or incident.taken_down_on
        done = f"taken down on {removed}" if removed else "still up, as far as the audit knows"
        yield f"{photo.evidence.published.id}: {done}."
    yield f"Done besides: {phrases.recorded(incident.mitigation)}."
