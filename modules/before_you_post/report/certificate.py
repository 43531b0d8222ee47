"""A certificate on one page of paper, with everything needed to check it against the records later."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import landscape, letter
from reportlab.pdfgen.canvas import Canvas

from ..records import Certificate
from . import typeface
from .days import in_words

CALM_LINE = (
    "Training material. It records what was taught and answered; it is not legal advice, and no ruling on any photo."
)
_INK, _SOFT, _ACCENT, _LINE = HexColor("#20282d"), HexColor("#58626a"), HexColor("#0b6470"), HexColor("#c9cfd0")
_WIDE, _HIGH = landscape(letter)  # points
_EDGE = 36
_ROOM = _WIDE - 2 * (_EDGE + 40)


def certificate_pdf(certificate: Certificate) -> bytes:
    """One page, letter size, landscape. The same certificate always gives the same bytes."""
    typeface.register()
    file = BytesIO()
    canvas = Canvas(file, pagesize=(_WIDE, _HIGH), invariant=True, lang="en-US")
    canvas.setTitle(f"Certificate {certificate.id}")
    canvas.setAuthor(certificate.practice)
    canvas.setSubject(certificate.title)
    canvas.setCreator("Before You Post")
    _frame(canvas)
    _body(canvas, certificate)
    _foot(canvas, certificate)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def file_name(certificate: Certificate) -> str:
    """A name for the file that every system accepts, and that names nobody."""
    return f"certificate-{certificate.lesson}-{certificate.id[4:9].lower()}.pdf"


def _frame(canvas: Canvas) -> None:
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(1)
    canvas.roundRect(_EDGE, _EDGE, _WIDE - 2 * _EDGE, _HIGH - 2 * _EDGE, 10)
    canvas.setFillColor(_ACCENT)
    canvas.rect(_EDGE + 40, _HIGH - _EDGE - 3, _ROOM, 3, stroke=0, fill=1)


def _body(canvas: Canvas, certificate: Certificate) -> None:
    def line(text: str, y: float, size: float, *, font: str = typeface.SANS, colour: HexColor = _SOFT) -> None:
        canvas.setFillColor(colour)
        fits = typeface.fitting(text, font, size, _ROOM)
        typeface.centred(canvas, text, font=font, size=fits, middle=_WIDE / 2, y=y)

    line(certificate.practice, 496, 15, font=typeface.BOLD, colour=_ACCENT)
    line("Certificate of training", 436, 34, font=typeface.SERIF, colour=_INK)
    line("This records that", 392, 13)
    line(certificate.name, 346, 30, font=typeface.SERIF, colour=_INK)
    line("passed the lesson", 310, 13)
    line(certificate.title, 272, 22, font=typeface.BOLD, colour=_INK)
    line("and signed that they have read and understood it,", 242, 13)
    on = in_words(certificate.issued_at.date())
    line(f"on {on}, with {certificate.right} of {certificate.asked} answers right.", 222, 13)


def _foot(canvas: Canvas, certificate: Certificate) -> None:
    canvas.setStrokeColor(_LINE)
    canvas.line(_EDGE + 40, 178, _WIDE - _EDGE - 40, 178)
    facts = (
        ("Certificate", certificate.id),
        ("Person", certificate.person),
        ("Issued", certificate.issued_at.strftime("%Y-%m-%d, %H:%M:%S, UTC%z")),
        ("Content of the lesson", certificate.content),
        ("Ledger before it", certificate.ledger),
    )
    for row, (label, value) in enumerate(facts):
        y = 158 - 15 * row
        canvas.setFillColor(_SOFT)
        typeface.drawn(canvas, label, font=typeface.SANS, size=9, x=_EDGE + 40, y=y)
        canvas.setFillColor(_INK)
        typeface.drawn(canvas, value, font=typeface.SANS, size=9, x=_EDGE + 150, y=y)
    canvas.setFillColor(_SOFT)
    typeface.centred(canvas, CALM_LINE, font=typeface.SANS, size=9, middle=_WIDE / 2, y=62)
