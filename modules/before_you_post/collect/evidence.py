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
    MatchDecision,
    Matter,
    Office,
    PhotoFacts,
    Post,
    Problem,
    Published,
    Reading,
    WithoutPhoto,
)
from .beside import with_renditions
from .crew import Crew, Progress, quiet
from .filing import Filing
from .office import affairs, with_decisions
from .pairing import with_pairs
from .pictures import look_through
from .post_notes import PostNotes
from .reviewed import last_words


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
    match_decisions: Sequence[MatchDecision] = (),
) -> Collected:
    """Collect the evidence about every published photo of a practice, channel by channel in the order read.

    ``index_folder`` keeps the library index and ``cache`` what was seen in each file; a second run looks only at what
    changed. ``workers`` processes share the work: ``None`` = one a core, ``0`` = none, everything in this process. What
    reviewers said about matches (``match_decisions``) stands. Never raises for bad files: an original that cannot be
    opened is a Problem; a published photo that cannot is evidence with ``photo.problem`` set and nothing compared.
    """
    readings = [sources.read(channel) for channel in files.practice.channels]
    published = [photo for reading in readings for photo in reading.published]
    crew, said = Crew(progress, workers), last_words(match_decisions)
    pictures = look_through(files, published, said, index_folder=index_folder, cache=cache, crew=crew)
    desk = _Desk.of(files, Filing(files, published, pictures), today)
    posts = {post.id: post for reading in readings for post in reading.posts}
    evidence = [
        desk.evidence(photo, posts[photo.post], with_renditions(photo, pictures.seen[photo.path], cache))
        for photo in published
    ]
    read = (problem for reading in readings for problem in reading.problems)
    idle = desk.notes.idle(posts.values(), files.practice.folder)
    problems = (*files.problems, *read, *pictures.problems, *desk.filing.problems, *idle)
    evidence = with_pairs(evidence, cache, crew)
    rest = affairs(files, evidence, tuple(posts.values()), cameras=pictures.cameras, roster=desk.roster, today=today)
    return Collected(
        evidence=tuple(evidence),
        problems=problems,
        originals=pictures.originals,
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
    notes: PostNotes
    today: date

    @classmethod
    def of(cls, files: PracticeFiles, filing: Filing, today: date) -> _Desk:
        """The desk of one practice."""
        roster = Roster(files.patients, practice=files.practice.name)
        return cls(filing=filing, roster=roster, files=files, notes=PostNotes(files.papers.advertisements), today=today)

    def evidence(self, published: Published, post: Post, photo: PhotoFacts) -> Evidence:
        """All about one photo."""
        one = Evidence(
            published=published,
            post=post,
            photo=photo,
            today=self.today,
            policy=self.files.practice.policy,
            panels=self.filing.panels(published),
            not_a_patient=self.filing.not_a_patient(published),
            devices=self.files.devices,
            states=self.files.practice.states,
            hipaa_covered=self.files.practice.hipaa_covered,
        )
        named = self.roster.find(published, post, photo, one.policy, shown=_shown(one))
        noted = replace(one, identifiers=named, advertisement=self.notes.about(post))
        return with_decisions(noted, self.files.papers.anonymous)


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
