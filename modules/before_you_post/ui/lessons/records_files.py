"""What a manager can save from the page: one person's whole record, one certificate, and the table of everybody."""

# Imported when asked for: what writes a PDF would keep every opening page waiting.
# ruff: noqa: PLC0415

from __future__ import annotations

import csv
import hashlib
import re
from io import StringIO

from ...records import Certificate, EntryKind
from ...report.csv_cells import plain
from ...training.desk import TrainingDesk
from ...training.records_view import Overview

PDF, CSV = "application/pdf", "text/csv;charset=utf-8"
FORMATS = {"pdf": PDF, "csv": CSV}
_COLUMNS = (
    "person", "name", "role", "left_on", "lessons_passed", "lessons_of_their_work", "overdue", "lapsed",
    "next_due", "next_lesson", "last_answer",
)  # fmt: skip


def whole_record(desk: TrainingDesk, person: str, wanted: str, *, by: str) -> tuple[bytes, str]:
    """Everything on record about one person in one of FORMATS: its bytes and its name. That it was saved is recorded.

    Raises InputError for somebody who is nowhere on record.
    """
    from ...report.transcript_csv import transcript_csv
    from ...report.transcript_pdf import transcript_pdf
    from ...training.exports import transcript_of

    made = transcript_of(desk, person)
    content = transcript_pdf(made) if wanted == "pdf" else transcript_csv(made)
    word = re.sub(r"[^A-Za-z0-9-]+", "-", person).strip("-") or "person"
    name = f"training-record-{word}-{made.made_at:%Y%m%d}.{wanted}"
    digest = hashlib.sha256(content).hexdigest()
    desk.note(EntryKind.EXPORTED, person, {"by": by, "files": {name: digest}})
    return content, name


def certificate_file(certificate: Certificate) -> tuple[bytes, str]:
    """One certificate as a PDF: its bytes and its name."""
    from ...report.certificate import certificate_pdf, file_name

    return certificate_pdf(certificate), file_name(certificate)


def table_of_people(seen: Overview) -> tuple[bytes, str]:
    """Everybody with where they stand, for a spreadsheet: its bytes and its name."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in seen.people:
        after = one.next_due
        cells = (
            one.learner.person,
            one.learner.name,
            one.learner.role,
            one.learner.left_on or "",
            one.passed,
            len(one.mine),
            len(one.overdue),
            len(one.lapsed),
            after.due if after is not None else "",
            after.lesson.title if after is not None else "",
            one.last_at.astimezone(seen.at.tzinfo).date() if one.last_at else "",
        )
        writer.writerow([plain(str(cell)) for cell in cells])
    return lines.getvalue().encode("utf-8-sig", "backslashreplace"), f"training-{seen.at:%Y%m%d}.csv"
