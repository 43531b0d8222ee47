"""The letters of printed records: fonts that come with the program and can write the names people have.

The fonts every PDF reader brings know only Western European letters; “Łukasz Nguyễn” would lose half of his name. A
name is never respelt: a letter that our fonts lack too is taken from the Chinese, Japanese or Korean font of the
reader.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SERIF, SANS, BOLD = "DejaVuSerif", "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"
_FONTS = Path(__file__).parent / "fonts"
_HAN, _KANA, _HANGUL = "STSong-Light", "HeiseiKakuGo-W5", "HYGothic-Medium"


@cache
def register() -> None:
    """Make the fonts known to ReportLab, once."""
    for name in (SERIF, SANS, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / f"{name}.ttf")))
    for name in (_HAN, _KANA, _HANGUL):
        pdfmetrics.registerFont(UnicodeCIDFont(name))


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """The text cut into runs of one font each: (font, run). Letters and their accents are joined where they can be."""
    register()
    here, run = font, ""
    for letter in unicodedata.normalize("NFC", text):
        wanted = _font_for(letter, font)
        if wanted != here and run:
            yield here, run
            run = ""
        here, run = wanted, run + letter
    if run:
        yield here, run


def width(text: str, font: str, size: float) -> float:
    """How wide the text is, in points."""
    return float(sum(pdfmetrics.stringWidth(run, name, size) for name, run in runs(text, font)))


def fitting(text: str, font: str, size: float, room: float) -> float:
    """The size, at most the given one, at which the text is no wider than the room; all in points."""
    wide = width(text, font, size)
    return size if wide <= room else size * room / wide


def centred(canvas: Canvas, text: str, *, font: str, size: float, middle: float, y: float) -> None:
    """Draw one line around the middle; lengths in points, from the lower left corner."""
    drawn(canvas, text, font=font, size=size, x=middle - width(text, font, size) / 2, y=y)


def drawn(canvas: Canvas, text: str, *, font: str, size: float, x: float, y: float) -> None:
    """Draw one line that begins at x; lengths in points, from the lower left corner."""
    for name, run in runs(text, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, run)
        x += pdfmetrics.stringWidth(run, name, size)


def markup(text: str, font: str) -> str:
    """The text for a ReportLab paragraph: nothing in it is taken for markup, and every run has its font."""
    return "".join(
        escape(run) if name == font else f'<font name="{name}">{escape(run)}</font>' for name, run in runs(text, font)
    )


def _font_for(letter: str, font: str) -> str:
    if ord(letter) in pdfmetrics.getFont(font).face.charToGlyph:
        return font
    kind = unicodedata.name(letter, "").split(" ")[0]
    return {"CJK": _HAN, "HIRAGANA": _KANA, "KATAKANA": _KANA, "HANGUL": _HANGUL}.get(kind, font)
