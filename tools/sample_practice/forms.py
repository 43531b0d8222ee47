"""How the signed papers of the sample practice are drawn: one page each, as a scanner would bring them in.

What a page says is in form_words.py, how it is signed in signature.py. The print is as large as the version's row
says. The same data give the same bytes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import form_words
import signature
from pictures import draw_quill, font
from PIL import Image, ImageDraw

DPI = 150
SIZE = (1275, 1650)  # pixels; US Letter
LEFT, RIGHT, WORDS = 110, 1165, 400
INK, GREY, PAPER = 25, 110, 255
MARK = "SYNTHETIC SAMPLE: no real patient"  # Pillow's own font has no dash
DAY = (2026, 11, 1, 14, 0, 0, 0, 0, 0)  # the day of the export; a form's own dates stand on the page
_USUAL_POINTS = 12

Row = Mapping[str, Any]


def draw(form: Row, patient: Row, practice: str) -> Image.Image:
    """The page of one paper, in grey; ``form`` holds its own row and that of its version."""
    page = Image.new("L", SIZE, PAPER)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, SIZE[0], 58), fill=INK)
    pen.text((SIZE[0] / 2, 29), MARK, font=font(28), fill=PAPER, anchor="mm")
    draw_quill(page, (RIGHT - 64, 96), 88, (INK,), (PAPER,))
    pen.text((LEFT, 108), practice, font=font(26), fill=GREY)
    pen.text((LEFT, 148), form_words.title(form), font=font(44), fill=INK)
    about = f"Form {form['authorization']}, version {form['form_version']}"
    pen.text((LEFT, 210), about, font=font(22), fill=GREY)
    pen.line((LEFT, 252, RIGHT, 252), fill=INK, width=3)
    size = round((form.get("font_points") or _USUAL_POINTS) * DPI / 72)
    y = _print(pen, form_words.parts(form, patient, practice), 282, size)
    _sign(pen, form, max(y + 90, 1240))
    pen.text((SIZE[0] / 2, SIZE[1] - 44), MARK, font=font(24), fill=GREY, anchor="mm")
    return _stamped(page, form) if form.get("revoked_on") else page


def save(page: Image.Image, path: Path) -> None:
    """A PDF of black and white, or a smaller PNG in a few greys, put on the glass a little askew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".pdf":
        moment = time.struct_time(DAY)
        black_and_white = page.point(lambda grey: 255 if grey > 150 else 0).convert("1", dither=Image.Dither.NONE)
        black_and_white.save(path, resolution=DPI, title=path.stem, creationDate=moment, modDate=moment)
        return
    askew = page.rotate(0.7, Image.Resampling.BICUBIC, fillcolor=PAPER)
    small = askew.resize((SIZE[0] * 2 // 3, SIZE[1] * 2 // 3), Image.Resampling.LANCZOS)
    small.quantize(6, dither=Image.Dither.NONE).save(path, optimize=True, dpi=(DPI * 2 // 3, DPI * 2 // 3))


def _print(pen: ImageDraw.ImageDraw, parts: list[form_words.Part], y: int, size: int) -> int:
    """Every part with its heading, in letters ``size`` pixels high; the height below the last one."""
    for heading, words in parts:
        pen.text((LEFT, y), heading, font=font(size), fill=GREY)
        if words is None:  # left blank
            pen.line((WORDS, y + size, RIGHT, y + size), fill=INK, width=2)
            y += round(size * 1.4)
        for line in _lines(words or "", size):
            pen.text((WORDS, y), line, font=font(size), fill=INK)
            y += round(size * 1.4)
        y += round(size * 0.6)
    return y


def _lines(words: str, size: int) -> Iterator[str]:
    """The words in lines that fit between their margin and that of the page."""
    line = ""
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if font(size).getlength(longer) > RIGHT - WORDS and line:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _sign(pen: ImageDraw.ImageDraw, form: Row, y: int) -> None:
    if form["signed"]:
        signature.scribble(pen, form["signed_by"], (LEFT + 24, y + 48), ink=INK)
    role = form["signer_role"] + (f": {form['authority']}" if form.get("authority") else "")
    day = form.get("signed_on", "") if form["signed"] else ""
    for x, label, words in ((LEFT, "Signature", form.get("signed_by") or ""), (620, "Day", str(day))):
        pen.line((x, y + 60, x + (460 if x == LEFT else 200), y + 60), fill=INK, width=2)
        pen.text((x, y + 70), label, font=font(20), fill=GREY)
        pen.text((x, y + 98), words, font=font(22), fill=INK)
    pen.text((LEFT, y + 150), "Signed as", font=font(20), fill=GREY)
    pen.text((LEFT + 130, y + 148), role if form["signed"] else "", font=font(22), fill=INK)


def _stamped(page: Image.Image, form: Row) -> Image.Image:
    words = f"REVOKED IN WRITING  {form['revoked_on']}"
    stamp = Image.new("L", (640, 90), 0)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((3, 3, 636, 86), outline=255, width=5)
    pen.text((320, 45), words, font=font(32), fill=255, anchor="mm")
    stamp = stamp.rotate(7, Image.Resampling.BICUBIC, expand=True)
    page.paste(GREY, (500, 1080), stamp)
    return page
