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
from ..records import Evidence, Problem, Reading, WithoutPhoto
from .crew import Crew, Progress, quiet
from .filing import Filing
from .looking import find_originals, look_at, read_library, with_renditions


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Every published photo with its evidence, everything that could not be read, and the size of the library."""

    evidence: tuple[Evidence, ...]
    problems: tuple[Problem, ...]
    originals: int
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
    seen = look_at(published, cache, crew)
    matches, given_up = find_originals(seen, index, cache, crew)
    filing = Filing(files, published, {path: fact.sha256 for path, fact in seen.items()})
    roster = Roster(files.patients)
    posts = {post.id: post for reading in readings for post in reading.posts}
    evidence = []
    for photo in published:
        photo_facts = with_renditions(photo, seen[photo.path], cache)
        found = matches.get(photo_facts.sha256)
        one = Evidence(
            published=photo,
            post=posts[photo.post],
            photo=photo_facts,
            today=today,
            policy=files.practice.policy,
            panels=None if found is None else filing.panels(found),
            not_a_patient=filing.not_a_patient(photo),
        )
        named = roster.find(photo, one.post, photo_facts, one.policy, shown=_shown(one))
        evidence.append(replace(one, identifiers=named))
    problems = (
        *files.problems,
        *(problem for reading in readings for problem in reading.problems),
        *unreadable,
        *given_up,
        *filing.problems,
    )
    return Collected(
        evidence=tuple(evidence), problems=problems, originals=len(index), without_photo=_without_photo(readings)
    )


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
