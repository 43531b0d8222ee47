"""A transcript on paper: who, what the check of the ledger found, and every line with its hash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from . import typeface
from .certificate import CALM_LINE
from .paper import ACCENT, INK, SOFT, pages
from .transcript import RETENTION, Line, Transcript

_TITLE = ParagraphStyle("title", fontName=typeface.SERIF, fontSize=20, leading=26, textColor=INK, spaceAfter=8)
_TEXT = ParagraphStyle("text", fontName=typeface.SANS, fontSize=9.5, leading=13.5, textColor=INK, spaceAfter=4)
_HEAD = ParagraphStyle("head", parent=_TEXT, fontName=typeface.BOLD, textColor=ACCENT, spaceBefore=8, spaceAfter=1)
_INSET = ParagraphStyle("inset", parent=_TEXT, leftIndent=14, spaceAfter=1)
_SMALL = ParagraphStyle("small", parent=_TEXT, fontSize=7, leading=9, textColor=SOFT, spaceAfter=1)


def transcript_pdf(transcript: Transcript) -> bytes:
    """The transcript, letter size. The same transcript always gives the same bytes."""
    return pages(
        [*_front(transcript), *_lines(transcript)],
        title=f"Training record of {transcript.person}",
        author=transcript.practice,
        foot=f"{transcript.practice}: training record of {transcript.name}",
    )


def _front(transcript: Transcript) -> Iterator[Flowable]:
    yield _paragraph("Training record", _TITLE)
    work = [transcript.role] if transcript.role else []
    work += [f"first day of work {transcript.hired_on}"] if transcript.hired_on else []
    work += [f"last day of work {transcript.left_on}"] if transcript.left_on else []
    yield _paragraph(f"{transcript.name} ({transcript.person}), {transcript.practice}", _HEAD)
    if work:
        yield _paragraph("; ".join(work), _TEXT)
    yield _paragraph(f"Made on {_moment(transcript.made_at)}, from {len(transcript.lines)} entries.", _TEXT)
    yield _paragraph("What the check of the ledger found", _HEAD)
    yield _paragraph(transcript.checked, _TEXT)
    yield _paragraph("How long to keep this", _HEAD)
    yield _paragraph(RETENTION, _TEXT)
    yield _paragraph(CALM_LINE, _TEXT)
    yield Spacer(1, 8)
    if not transcript.lines:
        yield _paragraph("Nothing is on record yet.", _TEXT)


def _lines(transcript: Transcript) -> Iterator[Flowable]:
    for line in transcript.lines:
        yield KeepTogether(list(_line(line)))


def _line(line: Line) -> Iterator[Flowable]:
    told = line.told
    head = " · ".join(part for part in (told.what, told.title, told.score) if part)
    yield _paragraph(f"{_moment(line.entry.at.astimezone())} · {head}", _HEAD)
    if told.question:
        yield _paragraph(f"Question {told.question}, version {told.version}: {told.stem}", _TEXT)
        for option in told.options:
            yield _paragraph(f"– {option}", _INSET)
        yield _paragraph(f"Answer: {told.answer} ({'right' if told.right else 'wrong'})", _TEXT)
    if told.detail:
        yield _paragraph(told.detail, _TEXT)
    yield _paragraph(f"Entry {line.entry.number}, hash {line.entry.hash}, keep until {line.kept}", _SMALL)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(typeface.markup(text, style.fontName), style)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S UTC%z")
