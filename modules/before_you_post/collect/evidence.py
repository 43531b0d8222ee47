"""Collect everything that is known about every published photo, before anybody judges it.

Reads the channels, brings the library index up to date, looks at every published photo and finds its originals, then
puts beside each panel the patient and the forms on file. What was worked out for the same bytes before is taken from
the cache; words around a photo and what is on file are always read anew, because they change without the photo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .. import sources
from ..photos.identifiers import Roster
from ..practice import PracticeFiles
from ..records import (
    Evidence,
    Match,
    Matter,
    Office,
    PhotoFacts,
    Post,
    Problem,
    Published,
    Reading,
    WithoutPhoto,
)
from .beside import read_cameras, with_renditions
from .crew import Crew, Progress, quiet
from .filing import Filing
from .looking import find_originals, look_at, read_library
from .office import affairs, with_advertisement


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Every published photo with its evidence, every other matter, and everything that could not be read."""

    evidence: tuple[Evidence, ...]
    problems: tuple[Problem, ...]
    originals: int
    office: Office
    matters: tuple[Matter, ...]
    without_photo: tuple[WithoutPhoto, ...] = ()


def collect(
    files: PracticeFiles,
    *,
    index_folder: Path,
    cache: MutableMapping[str, str],
    today: date,
    progress: Progress = quiet,
    workers: int | None = None,
) -> Collected:
    """Collect the evidence about every published photo of a practice, channel by channel in the order read.

    ``index_folder`` keeps the library index and ``cache`` what was seen in each file; a second run looks only at what
    changed. ``workers`` processes share the work: ``None`` = one a core, ``0`` = none, everything in this process.
    Never raises for bad files: an original that cannot be opened is a Problem; a published photo that cannot is
    evidence with ``photo.problem`` set and nothing compared.
    """
    crew = Crew(progress, workers)
    readings = [sources.read(channel) for channel in files.practice.channels]
    published = [photo for reading in readings for photo in reading.published]
    index, unreadable = read_library(files.originals, index_folder, crew)
    off = files.practice.policy.detectors_off
    seen = look_at(published, off, cache, crew)
    matches, given_up = find_originals(seen, index, cache, crew)
    cameras = read_cameras(matches.values(), off, index, cache, crew)
    filing = Filing(files, published, {path: fact.sha256 for path, fact in seen.items()}, cameras)
    desk = _Desk(filing=filing, roster=Roster(files.patients, practice=files.practice.name), files=files, today=today)
    posts = {post.id: post for reading in readings for post in reading.posts}
    evidence = []
    for photo in published:
        known = with_renditions(photo, seen[photo.path], cache)
        evidence.append(desk.evidence(photo, posts[photo.post], known, matches.get(known.sha256)))
    problems = (
        *files.problems,
        *(problem for reading in readings for problem in reading.problems),
        *unreadable,
        *sorted(given_up, key=lambda problem: problem.path),  # they come as they are done
        *filing.problems,
    )
    rest = affairs(files, evidence, tuple(posts.values()), cameras=cameras, roster=desk.roster, today=today)
    return Collected(
        evidence=tuple(evidence),
        problems=problems,
        originals=len(index),
        office=rest.office,
        matters=rest.matters,
        without_photo=_without_photo(readings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What is needed to put a photo's evidence together once the photo was looked at."""

    filing: Filing
    roster: Roster
    files: PracticeFiles
    today: date

    def evidence(
        self, published: Published, post: Post, photo: PhotoFacts, found: tuple[Match, ...] | None
    ) -> Evidence:
        """All about one photo; ``found`` = its matches, None = not compared with the library."""
        one = Evidence(
            published=published,
            post=post,
            photo=photo,
            today=self.today,
            policy=self.files.practice.policy,
            panels=None if found is None else self.filing.panels(found),
            not_a_patient=self.filing.not_a_patient(published),
            devices=self.files.devices,
            states=self.files.practice.states,
            hipaa_covered=self.files.practice.hipaa_covered,
        )
        named = self.roster.find(published, post, photo, one.policy, shown=_shown(one))
        return with_advertisement(replace(one, identifiers=named), self.files.papers.advertisements)


def _without_photo(readings: Sequence[Reading]) -> tuple[WithoutPhoto, ...]:
    """Posts nobody can say anything about here; they are counted, so that silence about them is not taken for clear."""
    with_photo = {photo.post for reading in readings for photo in reading.published}
    bare = Counter(post.channel for reading in readings for post in reading.posts if post.id not in with_photo)
    return tuple(WithoutPhoto(channel=channel, posts=posts) for channel, posts in bare.items())


def _shown(evidence: Evidence) -> frozenset[str] | None:
    """Codes of the patients in the photo; None when not everybody in it is known."""
    if evidence.not_a_patient:
        return frozenset()
    patients = [panel.patient for panel in evidence.panels or ()] or [None]
    return frozenset(patient.code for patient in patients if patient) if all(patients) else None
