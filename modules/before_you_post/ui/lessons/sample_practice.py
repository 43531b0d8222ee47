"""One of the invented practices, read for the lessons: its photos, posts, papers and patients.

The practice is read once a process, by the readers of the audit, which takes about half a second; nobody looks into a
picture here. Which originals a published photo was made from is known, since the makers of the practice wrote it down
(``cases.csv``), so no library is searched.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock

from ... import sources
from ...collect.office import affairs
from ...photos.identifiers import Roster
from ...practice import PracticeFiles, load
from ...records import (
    Authorization,
    Evidence,
    Match,
    Matter,
    Original,
    Panel,
    Patient,
    PhotoFacts,
    Post,
    Published,
)
from ..practice_folder import SAMPLE

TODAY = date(2026, 11, 22)  # the day the lessons speak of; samples must not change with the calendar
_ONE_AT_A_TIME = Lock()  # widgets of one page ask on several threads
_NOT_SEEN = PhotoFacts(sha256="", byte_size=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePractice:
    """Everything on file in one sample practice, by id."""

    name: str  # of its folder
    files: PracticeFiles
    posts: Mapping[str, Post]
    published: Mapping[str, Published]
    made_from: Mapping[str, tuple[str, ...]]  # Published.id -> names of originals, also of pictures from elsewhere
    originals: Mapping[str, Original]
    patients: Mapping[str, Patient]
    forms: Mapping[str, Authorization]
    matters: Mapping[tuple[str, str], Matter]  # kind in words and id: ("device", "D-10")

    def originals_of(self, photo: str) -> tuple[Original, ...]:
        """The originals in the library that a published photo was made from, in reading order; may be empty."""
        return tuple(self.originals[name] for name in self.made_from.get(photo, ()) if name in self.originals)

    def evidence(self, photo: str) -> Evidence:
        """What is on file about a published photo, before anybody looks into it. Raises KeyError for none such."""
        published = self.published[photo]
        return Evidence(
            published=published,
            post=self.posts[published.post],
            photo=_NOT_SEEN,
            today=TODAY,
            policy=self.files.practice.policy,
            panels=tuple(self._panel(at, one) for at, one in enumerate(self.originals_of(photo), start=1)) or None,
            states=self.files.practice.states,
            hipaa_covered=self.files.practice.hipaa_covered,
        )

    def _panel(self, number: int, original: Original) -> Panel:
        patient = self.patients.get(original.patient or "")
        forms = tuple(form for form in self.files.authorizations if form.patient == original.patient)
        return Panel(
            number=number,
            match=Match(original=original.id, outline=()),
            originals=(original,),
            patient=patient,
            authorizations=forms if patient else None,
        )


def sample_practice(name: str) -> SamplePractice:
    """The sample practice of that name ("quillfeather"). Raises KeyError where there is none."""
    with _ONE_AT_A_TIME:
        return _read(name)


def folder_of(name: str) -> Path:
    """The folder of a sample practice. Raises KeyError where there is none."""
    folder = SAMPLE.parent / name
    if not name.isalpha() or not (folder / "practice.yaml").is_file():
        raise KeyError(name)
    return folder


@cache
def _read(name: str) -> SamplePractice:
    folder = folder_of(name)
    files = load(folder, today=TODAY)
    readings = [sources.read(channel) for channel in files.practice.channels]
    posts = {post.id: post for reading in readings for post in reading.posts}
    known = affairs(
        files,
        (),
        tuple(posts.values()),
        cameras={},
        roster=Roster(files.patients, practice=files.practice.name),
        today=TODAY,
    )
    return SamplePractice(
        name=name,
        files=files,
        posts=posts,
        published={photo.id: photo for reading in readings for photo in reading.published},
        made_from=_made_from(folder),
        originals={original.id: original for original in files.originals},
        patients={patient.code: patient for patient in files.patients},
        forms={form.id: form for form in files.authorizations},
        matters={(matter.kind.value, matter.id): matter for matter in known.matters},
    )


def _made_from(folder: Path) -> dict[str, tuple[str, ...]]:
    with (folder / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["photo"]: tuple(name.strip() for name in row["made_from"].split(";") if name.strip()) for row in rows}
