"""What is on file about the practice itself, and every matter besides photos that the rules ask about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..photos.identifiers import Roster
from ..practice import PracticeFiles
from ..records import (
    AnonymousPhoto,
    Camera,
    Evidence,
    Matter,
    Office,
    Patient,
    Post,
    SeenCamera,
    SubjectKind,
)
from .post_notes import PostNotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Affairs:
    """Everything besides photos: the practice's papers as a whole, and each matter by itself."""

    office: Office
    matters: tuple[Matter, ...]  # by kind and id


def affairs(
    files: PracticeFiles,
    evidence: Sequence[Evidence],
    posts: Sequence[Post],
    *,
    cameras: Mapping[str, tuple[Camera, ...]],
    roster: Roster,
    today: date,
) -> Affairs:
    """Put together what is not about one photo. ``cameras`` tells what took the originals, by Original.id."""
    office = Office(
        practice=files.practice,
        today=today,
        papers=files.papers,
        patients=files.patients,
        authorizations=files.authorizations,
        devices=files.devices,
        cameras=_cameras(evidence, cameras),
        channels_used=tuple(sorted({post.channel for post in posts})),
    )
    matters = [
        Matter(kind=SubjectKind.PRACTICE, id="practice"),
        *_posts(files, evidence, posts, roster),
        *_forms(files),
        *(Matter(kind=SubjectKind.STAFF, id=one.person, member=one) for one in files.papers.staff or ()),
        *(Matter(kind=SubjectKind.DEVICE, id=one.id, device=one) for one in files.devices or ()),
        *(Matter(kind=SubjectKind.VENDOR, id=one.vendor, vendor=one) for one in files.papers.vendors or ()),
        *(Matter(kind=SubjectKind.INCIDENT, id=one.incident, incident=one) for one in files.papers.incidents or ()),
    ]
    kinds = list(SubjectKind)
    return Affairs(office=office, matters=tuple(sorted(matters, key=lambda one: (kinds.index(one.kind), one.id))))


def with_decisions(evidence: Evidence, anonymous: Sequence[AnonymousPhoto] | None) -> Evidence:
    """The evidence of a photo with the practice's decisions that it, or an original in it, tells nobody."""
    names = {evidence.published.id, *(panel.match.original for panel in evidence.panels or ())}
    return replace(evidence, anonymous=tuple(one for one in anonymous or () if one.photo in names))


def _posts(
    files: PracticeFiles, evidence: Sequence[Evidence], posts: Sequence[Post], roster: Roster
) -> Iterator[Matter]:
    photos: dict[str, list[Evidence]] = {}
    notes = PostNotes(files.papers.advertisements)
    for one in evidence:
        photos.setdefault(one.post.id, []).append(one)
    for post in posts:
        mine = photos.get(post.id, [])
        yield Matter(
            kind=SubjectKind.POST,
            id=post.id,
            post=post,
            photos=len(mine),
            advertisement=notes.about(post),
            shown=_shown(mine),
            identifiers=None if mine else roster.find_in_post(post, files.practice.policy),
        )


def _shown(photos: Sequence[Evidence]) -> tuple[Patient, ...] | None:
    """The patients in a post's photos; None where not everybody in them is known."""
    patients = []
    for one in photos:
        if one.not_a_patient is None:
            patients += [panel.patient for panel in one.panels or ()] or [None]
    known = {patient.code: patient for patient in patients if patient}
    return None if None in patients else tuple(known[code] for code in sorted(known))


def _forms(files: PracticeFiles) -> Iterator[Matter]:
    """Every form on file. Which photos rely on it is settled by whoever judges them."""
    patients = {patient.code: patient for patient in files.patients}
    for form in files.authorizations:
        yield Matter(kind=SubjectKind.FORM, id=form.id, form=form, patient=patients.get(form.patient))


def _cameras(evidence: Sequence[Evidence], cameras: Mapping[str, tuple[Camera, ...]]) -> tuple[SeenCamera, ...]:
    seen: dict[Camera, set[str]] = {}
    for name, found in cameras.items():
        for camera in found:
            seen.setdefault(camera, set()).add(name)
    for one in evidence:
        for camera in one.photo.cameras or ():
            seen.setdefault(camera, set()).add(one.published.id)
    order = sorted(seen, key=lambda camera: (camera.make or "", camera.model or "", camera.serial or ""))
    return tuple(SeenCamera(camera=camera, seen_in=tuple(sorted(seen[camera]))) for camera in order)
