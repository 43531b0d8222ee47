"""The minutes of a staff session on paper, with a line for everybody's signature."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from ..records import AskedAloud, Minutes
from . import typeface
from .certificate import CALM_LINE
from .days import clock, in_words
from .paper import ACCENT, EDGE, INK, SOFT, pages

KEEP = (
    "Keep the signed list and these minutes for six years (45 CFR 164.530(j)). In Texas, people sign that the training "
    "took place, and that is kept for six years, too (Health & Safety Code 181.101(d))."
)
STATEMENT = "I took part in this training."
_LINE = HexColor("#c9cfd0")
_PADDING = 6  # points, that ReportLab leaves within the edges
_WIDE = letter[0] - 2 * (EDGE + _PADDING)
_TITLE = ParagraphStyle("title", fontName=typeface.SERIF, fontSize=20, leading=26, textColor=INK, spaceAfter=4)
_TEXT = ParagraphStyle("text", fontName=typeface.SANS, fontSize=10, leading=14, textColor=INK, spaceAfter=3)
_HEAD = ParagraphStyle(
    "head", parent=_TEXT, fontName=typeface.BOLD, textColor=ACCENT, spaceBefore=11, spaceAfter=3, keepWithNext=1
)
_SMALL = ParagraphStyle("small", parent=_TEXT, fontSize=8.5, leading=12, textColor=SOFT)
_GRID = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)
_SIGNED = TableStyle([("TOPPADDING", (0, 0), (-1, -1), 14)], parent=_GRID)


def minutes_pdf(minutes: Minutes) -> bytes:
    """The minutes, letter size. The same minutes always give the same bytes."""
    held = in_words(minutes.held_on)
    return pages(
        [*_front(minutes), *_signatures(minutes), *_told(minutes)],
        title=f"Minutes of {held}",
        author=minutes.practice,
        foot=f"{minutes.practice}: staff session of {held}",
        foot_left=EDGE + _PADDING,
    )


def file_name(minutes: Minutes) -> str:
    """A name for the file that every system accepts, and that names nobody."""
    return f"minutes-{minutes.held_on.isoformat()}-{minutes.session[:4]}.pdf"


def _front(minutes: Minutes) -> Iterator[Flowable]:
    yield _paragraph("Minutes of a staff session on patient photos", _TITLE)
    when = f"{in_words(minutes.held_on)}, {clock(minutes.began_at)} to {clock(minutes.ended_at)}"
    if minutes.began_at.date() != minutes.held_on:
        when = f"{in_words(minutes.held_on)}; written on {in_words(minutes.began_at.date())}"
    led = f" Led by {minutes.led_by}." if minutes.led_by else ""
    yield _paragraph(f"{minutes.practice}. {when}.{led}", _TEXT)
    yield _paragraph(f"{minutes.title}.", _TEXT)


def _signatures(minutes: Minutes) -> Iterator[Flowable]:
    yield _paragraph(f"Present: {len(minutes.present)}", _HEAD)
    if minutes.present:
        yield _paragraph(f"By signing, each person says: “{STATEMENT}”", _SMALL)
        rows = [
            [_paragraph(one.name, _TEXT), _paragraph(one.role, _SMALL), _paragraph("Signature", _SMALL)]
            for one in minutes.present
        ]
        yield Table(rows, colWidths=[0.34 * _WIDE, 0.3 * _WIDE, 0.36 * _WIDE], style=_SIGNED)
    if minutes.away:
        yield _paragraph("Away, and the day on which each makes it up", _HEAD)
        yield Table(
            [[_paragraph(name, _TEXT), _paragraph("on", _SMALL)] for name in minutes.away],
            colWidths=[0.64 * _WIDE, 0.36 * _WIDE],
            style=_GRID,
        )


def _told(minutes: Minutes) -> Iterator[Flowable]:
    yield _paragraph("Agenda", _HEAD)
    for title, planned, reached in minutes.agenda:
        yield _paragraph(f"{title} ({planned} min planned{'' if reached else '; not reached'})", _TEXT)
    if minutes.lessons:
        yield _paragraph("Lessons touched", _HEAD)
        yield _paragraph("; ".join(title for _, title in minutes.lessons), _TEXT)
    if minutes.asked:
        yield _paragraph("Questions asked, and how many chose what", _HEAD)
    for one in minutes.asked:
        yield KeepTogether(list(_asked(one)))
    for label, text in minutes.notes:
        yield _paragraph(label, _HEAD)
        for line in text.splitlines():
            yield _paragraph(line, _TEXT)
    yield Spacer(1, 12)
    yield _paragraph(KEEP, _SMALL)
    yield _paragraph(CALM_LINE, _SMALL)


def _asked(asked: AskedAloud) -> Iterator[Flowable]:
    yield _paragraph(asked.stem, _TEXT)
    rows = [
        [
            _paragraph(str(option.own + option.hands), _TEXT),
            _paragraph(f"{option.text}{' (right)' if option.right else ''}", _TEXT),
        ]
        for option in asked.options
    ]
    yield Table(rows, colWidths=[0.07 * _WIDE, 0.93 * _WIDE], style=_GRID)
    hands = sum(option.hands for option in asked.options)
    yield _paragraph(f"{asked.answers} on own devices, {hands} by show of hands.", _SMALL)
    yield Spacer(1, 6)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(typeface.markup(text, style.fontName), style)
