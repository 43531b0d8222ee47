"""What lies or hangs in view when a photo is taken in a hurry: papers, cards, stickers, somebody else's picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

from pictures import font, opened, resized
from PIL import Image, ImageDraw, ImageFilter, ImageOps

_GREY = (178, 178, 174)


def with_paper(
    picture: Image.Image,
    *,
    lines: Sequence[str],
    at: Sequence[float] = (0.74, 0.86),
    turn: float = 6,
    size: int = 24,
    colour: Sequence[int] = (248, 247, 242),
) -> Image.Image:
    """A paper or card lying in view; its middle is ``at`` a place in shares of the sides, ``turn`` degrees askew.

    Only ``lines`` can be read; everything else on it is out of focus.
    """
    letters = font(size)
    wide = round(max(letters.getlength(line) for line in lines) + 3 * size)
    step = round(size * 1.5)
    paper = Image.new("RGBA", (wide, step * len(lines) + 5 * size), (*colour, 255))
    draw = ImageDraw.Draw(paper)
    _out_of_focus(draw, (size, size), wide - 3 * size, size // 3)
    for number, line in enumerate(lines):
        draw.text((size * 1.5, 2.2 * size + step * number), line, (30, 32, 40), letters)
    for number in (0, 1):
        _out_of_focus(draw, (size, paper.height - (2 - number) * size), wide * (0.7 - 0.2 * number), size // 4)
    lying = paper.rotate(turn, Image.Resampling.BICUBIC, expand=True)
    return _laid(picture, lying, at)


def with_frame(picture: Image.Image, *, shows: str, at: Sequence[float], width: float) -> Image.Image:
    """A framed photo of somebody else on the wall, a little out of focus; ``shows`` is a file beside this module."""
    size = round(width * picture.width)
    inner = resized(opened(Path(__file__).parent / shows), size)
    framed = ImageOps.expand(ImageOps.expand(inner, size // 12, (244, 242, 236)), size // 16, (88, 66, 48))
    return _laid(picture, framed.filter(ImageFilter.GaussianBlur(0.6)).convert("RGBA"), at)


def _out_of_focus(draw: ImageDraw.ImageDraw, at: tuple[float, float], wide: float, high: int) -> None:
    """A grey wave where a line of print is too small to read."""
    steps = range(0, max(1, round(wide)), 6)
    draw.line([(at[0] + x, at[1] + math.sin(x / 5) * high / 3) for x in steps], fill=_GREY, width=max(2, high))


def _laid(picture: Image.Image, thing: Image.Image, at: Sequence[float]) -> Image.Image:
    page = picture.convert("RGBA")
    x = round(at[0] * page.width - thing.width / 2)
    y = round(at[1] * page.height - thing.height / 2)
    shadow = Image.new("RGBA", page.size, (0, 0, 0, 0))
    shadow.paste((20, 16, 14, 110), (x + 6, y + 9), thing.getchannel("A"))
    page = Image.alpha_composite(page, shadow.filter(ImageFilter.GaussianBlur(8)))
    page.paste(thing, (x, y), thing)
    return page.convert("RGB")
