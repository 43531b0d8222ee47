"""How the signed forms of the sample practice are drawn: one page each, as a scanner would bring them in.

The page says in plain words what 45 CFR 164.508(c) asks of an authorization. The signature is a scribble made from
the letters of a name; nobody's hand wrote it. The same data give the same bytes.
"""

from __future__ import annotations

import math
import textwrap
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

DPI = 150
SIZE = (1275, 1650)  # pixels; US Letter
LEFT, RIGHT = 110, 1165
INK, GREY, PAPER = 25, 110, 255
MARK = "SYNTHETIC SAMPLE: no real patient"  # Pillow's own font has no dash
RIGHTS = (
    "You may take this permission back at any time by writing to our privacy officer; what was shared until then "
    "cannot be recalled. We treat you the same whether you sign or not. What is public may be copied by others and is "
    "then no longer protected by this form. You get a copy of it."
)
DAY = (2026, 11, 1, 14, 0, 0, 0, 0, 0)  # the day of the export; a form's own dates stand on the page

Row = Mapping[str, Any]


def draw(form: Row, patient: Row, practice: str) -> Image.Image:
    """The page of one authorization, in grey."""
    page = Image.new("L", SIZE, PAPER)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, SIZE[0], 64), fill=INK)
    pen.text((SIZE[0] / 2, 32), MARK, font=_font(30), fill=PAPER, anchor="mm")
    pen.text((LEFT, 112), practice, font=_font(26), fill=GREY)
    pen.text((LEFT, 154), "Authorization to use and share my photos", font=_font(44), fill=INK)
    about = f"Form {form['authorization']}, version {form['form_version']}"
    pen.text((LEFT, 218), about, font=_font(24), fill=GREY)
    y = 290
    for heading, words in _paragraphs(form, patient, practice):
        pen.text((LEFT, y), heading, font=_font(24), fill=INK)
        for line in textwrap.wrap(words, 62):
            pen.text((LEFT + 330, y), line, font=_font(24), fill=INK)
            y += 36
        y += 22
    _sign(pen, form, y + 90)
    pen.text((SIZE[0] / 2, SIZE[1] - 50), MARK, font=_font(24), fill=GREY, anchor="mm")
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


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _paragraphs(form: Row, patient: Row, practice: str) -> list[tuple[str, str]]:
    name = f"{patient['given_name']} {patient['family_name']}"
    ends = f"on {form['expires_on']}" if form.get("expires_on") else f"when {form['expires_when']}"
    naming = "My name may be published with them." if form["may_name"] else "My name must not be published."
    return [
        ("Patient", f"{name}, born {patient['birth_date']}, record {patient['medical_record_number']}"),
        ("Which photos", f"{form['photos']}. No others."),
        ("Who may share them", f"{practice} and its staff"),
        ("Where, with the public", form["channels"]),
        ("What for", "To show people who think about a treatment what it can do"),
        ("This ends", ends),
        ("My name", naming),
        ("My rights", RIGHTS),
    ]


def _sign(pen: ImageDraw.ImageDraw, form: Row, y: int) -> None:
    if form["signed"]:
        _scribble(pen, form["signed_by"], LEFT + 30, y)
    role = form["signer_role"] + (f": {form['authority']}" if form.get("authority") else "")
    columns = ((LEFT, "Signature", form.get("signed_by", "")), (620, "Day", str(form.get("signed_on", ""))))
    for x, label, words in (*columns, (850, "Signed as", role)):
        pen.line((x, y + 60, min(x + 460, RIGHT) if x == LEFT else min(x + 200, RIGHT), y + 60), fill=INK, width=2)
        pen.text((x, y + 70), label, font=_font(20), fill=GREY)
        pen.text((x, y + 98), words, font=_font(22), fill=INK)


def _scribble(pen: ImageDraw.ImageDraw, name: str, x: float, y: float) -> None:
    """A line that loops once for every letter, higher for those that rise above the others."""
    points = []
    for letter in name:
        if letter == " ":
            x += 14
            continue
        high = 44 if letter.isupper() else 30 if letter in "bdfhklt" else 15
        wide = 15 + ord(letter) % 7
        for step in range(12):
            turn = 2 * math.pi * step / 12
            points.append((x + wide * step / 12 + 6 * math.sin(turn), y + 30 - high * (1 - math.cos(turn)) / 2))
        x += wide
    pen.line(points, fill=INK, width=4, joint="curve")
    pen.line((points[-1], (x + 60, y + 12)), fill=INK, width=4)


def _stamped(page: Image.Image, form: Row) -> Image.Image:
    words = f"REVOKED IN WRITING  {form['revoked_on']}"
    stamp = Image.new("L", (640, 90), 0)
    pen = ImageDraw.Draw(stamp)
    pen.rectangle((3, 3, 636, 86), outline=255, width=5)
    pen.text((320, 45), words, font=_font(32), fill=255, anchor="mm")
    stamp = stamp.rotate(7, Image.Resampling.BICUBIC, expand=True)
    page.paste(GREY, (470, 1330), stamp)
    return page
