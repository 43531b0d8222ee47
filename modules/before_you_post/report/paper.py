"""Printed records of several pages: letter size, one edge, and a line at the foot of every page."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate

from . import typeface

INK, SOFT, ACCENT = HexColor("#20282d"), HexColor("#58626a"), HexColor("#0b6470")
EDGE = 54  # points
_FOOT = 30  # points from the bottom


def pages(parts: Iterable[Flowable], *, title: str, author: str, foot: str, foot_left: float = EDGE) -> bytes:
    """The PDF. The same parts always give the same bytes. ``foot`` stands before the number of each page."""
    typeface.register()
    file = BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=letter,
        leftMargin=EDGE,
        rightMargin=EDGE,
        topMargin=EDGE,
        bottomMargin=EDGE,
        title=title,
        author=author,
        creator="Before You Post",
        lang="en-US",
        invariant=True,
    )

    def numbered(canvas: Canvas, _: object) -> None:
        canvas.setFillColor(SOFT)
        text = f"{foot}, page {canvas.getPageNumber()}"
        typeface.drawn(canvas, text, font=typeface.SANS, size=8, x=foot_left, y=_FOOT)

    document.build(list(parts), onFirstPage=numbered, onLaterPages=numbered)
    return file.getvalue()
