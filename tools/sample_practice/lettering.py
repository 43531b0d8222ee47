"""What is written into published pictures: labels of a camera system, watermarks, headlines, square codes, an app."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from pictures import INK, PAPER, TEAL, draw_quill, font, resized
from PIL import Image, ImageDraw, ImageOps

WATERMARK = "Quillfeather Dermatology & Aesthetics"
HANDLE = "quillfeather"
_SCREEN = (720, 1280)  # pixels of a phone's screenshot


def labelled(picture: Image.Image, *, lines: Sequence[str], corner: str, size: int = 28) -> Image.Image:
    """The white label that a camera system burns into a corner: "upper left", "lower right"."""
    page, letters = picture.copy(), font(size)
    draw = ImageDraw.Draw(page)
    wide = max(draw.textlength(line, font=letters) for line in lines) + size
    step = round(size * 1.36)
    high = step * len(lines) + size // 2
    x = 14 if "left" in corner else page.width - wide - 14
    y = 14 if "upper" in corner else page.height - high - 14
    draw.rectangle((x, y, x + wide, y + high), fill=(250, 250, 246))
    for number, line in enumerate(lines):
        draw.text((x + size / 2, y + size / 3.5 + step * number), line, font=letters, fill=(15, 15, 15))
    return page


def stamped(picture: Image.Image, *, words: str, size: int = 22) -> Image.Image:
    """The orange line that an old camera writes into the lower left corner."""
    page = picture.copy()
    edge = {"stroke_width": 1, "stroke_fill": (60, 30, 10)}
    ImageDraw.Draw(page).text((24, page.height - 24), words, (250, 150, 50), font(size), anchor="ls", **edge)
    return page


def watermarked(picture: Image.Image, *, words: str = WATERMARK, opacity: float = 0.62) -> Image.Image:
    """The practice's quill and name over the lower edge, half transparent."""
    layer = Image.new("RGBA", picture.size, (255, 255, 255, 0))
    size = max(18, round(picture.width / 27))
    white = (255, 255, 255, round(255 * opacity))
    draw = ImageDraw.Draw(layer)
    wide = draw.textlength(words, font=font(size))
    x, y = round((picture.width - wide + size * 1.4) / 2), picture.height - round(size * 1.8)
    draw.text((x, y), words, white, font(size), anchor="lm")
    draw_quill(layer, (x - round(size * 1.4), y - round(size * 0.7)), round(size * 1.3), white, (60, 60, 60, 90))
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def headed(picture: Image.Image, *, words: str, size: int = 40) -> Image.Image:
    """Large words over the upper part of the picture, as a social media template sets them."""
    page = picture.copy()
    shade = Image.new("L", (1, page.height), 0)
    reach = round(page.height * 0.24)
    for y in range(reach):
        shade.putpixel((0, y), round(150 * (1 - y / reach)))
    page.paste((20, 40, 44), (0, 0), shade.resize(page.size))
    ImageDraw.Draw(page).text((page.width / 2, size * 1.4), words, PAPER, font(size), anchor="mm")
    return page


def captioned(picture: Image.Image, *, words: str, size: int = 30) -> Image.Image:
    """One line in a white strip below the picture."""
    page = Image.new("RGB", (picture.width, picture.height + size * 2), PAPER)
    page.paste(picture)
    ImageDraw.Draw(page).text((page.width / 2, picture.height + size), words, INK, font(size), anchor="mm")
    return page


def with_code(picture: Image.Image, *, address: str, corner: str = "lower right", side: int = 168) -> Image.Image:
    """A square code that leads to an address, on a white patch in a corner."""
    modules = np.asarray(cv2.QRCodeEncoder.create().encode(address))
    code = Image.fromarray(modules).resize((side, side), Image.Resampling.NEAREST)
    patch = ImageOps.expand(code.convert("RGB"), 16, PAPER)
    page = picture.copy()
    x = 18 if "left" in corner else page.width - patch.width - 18
    y = 18 if "upper" in corner else page.height - patch.height - 18
    page.paste(patch, (x, y))
    return page


def in_a_story(picture: Image.Image, *, handle: str = HANDLE) -> Image.Image:
    """A phone's screenshot of a story: the picture between the lines of the app."""
    page = Image.new("RGB", _SCREEN, (18, 18, 20))
    shown = resized(picture, _SCREEN[0])
    page.paste(shown, (0, (_SCREEN[1] - shown.height) // 2 + 20))
    draw = ImageDraw.Draw(page)
    for part in range(3):
        left = 16 + part * 232
        draw.rounded_rectangle((left, 22, left + 222, 27), 3, fill=(235, 235, 235) if part == 0 else (120, 120, 124))
    draw.ellipse((20, 46, 84, 110), fill=(247, 245, 240))
    draw_quill(page, (36, 58), 40, TEAL, (247, 245, 240))
    draw.text((102, 78), handle, PAPER, font(30), anchor="lm")
    draw.rounded_rectangle((24, _SCREEN[1] - 96, 580, _SCREEN[1] - 28), 34, outline=(150, 150, 152), width=2)
    heart = [(640, 1218), (612, 1190), (606, 1172), (618, 1160), (640, 1174), (662, 1160), (674, 1172), (668, 1190)]
    draw.polygon(heart, outline=(235, 235, 235), width=3)
    return page
