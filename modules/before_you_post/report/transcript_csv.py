"""A transcript as a table for a spreadsheet: one row a line of the ledger."""

from __future__ import annotations

import csv
from datetime import UTC
from io import StringIO

from .csv_cells import plain
from .transcript import Line, Transcript

COLUMNS = (
    "entry", "at_utc", "what", "lesson", "title", "attempt", "question", "version", "question_text", "options",
    "answer", "right", "score", "detail", "keep_until", "previous_hash", "hash",
)  # fmt: skip


def transcript_csv(transcript: Transcript) -> bytes:
    """The table, in UTF-8 with the mark by which spreadsheets know it. A cell that a spreadsheet would take for a
    formula begins with an apostrophe."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in transcript.lines:
        writer.writerow([plain(cell) for cell in _row(line)])
    return lines.getvalue().encode("utf-8-sig", "backslashreplace")


def _row(line: Line) -> list[str]:
    entry, told = line.entry, line.told
    return [
        str(entry.number),
        entry.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
        told.what,
        told.lesson,
        told.title,
        told.attempt,
        told.question,
        "" if told.version is None else str(told.version),
        told.stem,
        " | ".join(told.options),
        told.answer,
        "" if told.right is None else "right" if told.right else "wrong",
        told.score,
        told.detail,
        line.kept,
        entry.previous,
        entry.hash,
    ]
