"""A person's training record for somebody who has to be shown it, as files; that they were made is recorded, too."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..records import EntryKind, InputError, Problem
from ..report.transcript import Transcript, transcript
from ..report.transcript_csv import transcript_csv
from ..report.transcript_pdf import transcript_pdf
from ..report.writing import refuse_published, write_whole
from .days import local_now
from .desk import TrainingDesk


def transcript_of(desk: TrainingDesk, person: str) -> Transcript:
    """Everything on record about one person, leavers too. Raises InputError for one who is nowhere on record."""
    learner = next((one for one in desk.everyone() if one.person == person), None)
    entries = desk.entries()
    mine = [entry for entry in entries if entry.person == person]
    if learner is None and not mine:
        raise InputError(
            Problem(
                path=str(desk.folder),
                found=f"nobody with the code {person!r}, and no record of one",
                expected=f"one of {', '.join(one.person for one in desk.everyone()) or 'nobody yet'}",
                remedy="Check the code: it stands in the column person of the table of staff.",
            )
        )
    named = [entry.body["name"] for entry in mine if entry.kind is EntryKind.CERTIFICATE]
    return transcript(
        entries,
        practice=desk.practice_name(),
        person=person,
        name=learner.name if learner else named[-1] if named else person,
        role=learner.role if learner else "",
        hired_on=desk.hired_on(person),
        left_on=learner.left_on if learner else None,
        titles={lesson.slug: lesson.title for lesson in desk.curriculum.course.lessons},
        chain=desk.verify(),
        made_at=local_now(),
    )


def export(desk: TrainingDesk, person: str, out: Path, *, by: str) -> tuple[Path, ...]:
    """Write the record as PDF and CSV into a folder, and note that in the ledger. Returns the paths.

    Raises InputError where the folder is one of published files, or cannot be written.
    """
    made = transcript_of(desk, person)
    name = f"training-record-{_word(person)}-{made.made_at:%Y%m%d}"
    files = {f"{name}.pdf": transcript_pdf(made), f"{name}.csv": transcript_csv(made)}
    refuse_published(out, desk.practice)
    try:
        paths = tuple(write_whole(out / file, content) for file, content in files.items())
    except OSError as error:
        raise InputError(
            Problem(
                path=str(out),
                found=error.strerror or str(error),
                expected="a folder to write the record to",
                remedy="Name a folder you may write to with --out.",
            )
        ) from error
    digests = {file: hashlib.sha256(content).hexdigest() for file, content in files.items()}
    desk.note(EntryKind.EXPORTED, person, {"by": by, "files": digests})
    return paths


def _word(person: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", person).strip("-") or "person"
