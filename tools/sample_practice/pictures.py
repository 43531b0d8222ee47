"""What can be done to one picture before it is published: resized, cropped, mirrored, filtered.

Each step is a function from picture to picture, named in the YAML of a channel. Nothing is random, so the same
originals give the same pictures.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageEnhance, ImageFont, ImageOps

PAPER, INK, TEAL = (255, 255, 255), (38, 42, 54), (28, 96, 104)


def opened(path: Path) -> Image.Image:
    """The picture upright and in colour."""
    return ImageOps.exif_transpose(Image.open(path)).convert("RGB")


def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Lettering is Pillow's own, so that no font has to be installed."""
    return ImageFont.load_default(size)


def resized(picture: Image.Image, width: int) -> Image.Image:
    """The whole picture, so many pixels wide."""
    height = round(picture.height * width / picture.width)
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def mirrored(picture: Image.Image) -> Image.Image:
    """Left and right changed, as a front camera shows it."""
    return ImageOps.mirror(picture)


def cropped(picture: Image.Image, *, left: float, top: float, width: float, height: float) -> Image.Image:
    """A part of the picture, given in shares of its sides. Raises ValueError when it leaves the picture."""
    box = (left * picture.width, top * picture.height, (left + width) * picture.width, (top + height) * picture.height)
    if box[2] > picture.width + 0.5 or box[3] > picture.height + 0.5:
        raise ValueError(f"the crop {box} leaves the photo")
    return picture.crop([round(side) for side in box])


def turned(picture: Image.Image, *, degrees: float) -> Image.Image:
    """Straightened by a few degrees, and cut so that no empty corner shows."""
    whole = picture.rotate(degrees, Image.Resampling.BICUBIC)
    lost = abs(degrees) / 57.3
    return cropped(whole, left=lost, top=lost, width=1 - 2 * lost, height=1 - 2 * lost)


def black_and_white(picture: Image.Image) -> Image.Image:
    """Without its colours, with a little more contrast."""
    return ImageOps.autocontrast(ImageOps.grayscale(picture), cutoff=1).convert("RGB")


def filtered(picture: Image.Image, *, warmth: float = 0.0, contrast: float = 1.0, fade: float = 0.0) -> Image.Image:
    """A filter of an app over the whole picture: warmer or cooler, harder or softer, blacks lifted."""
    red, green, blue = picture.split()
    tinted = Image.merge(
        "RGB",
        (
            red.point(lambda value: value * (1 + warmth)),
            green.point(lambda value: value * (1 + warmth / 4)),
            blue.point(lambda value: value * (1 - warmth)),
        ),
    )
    hard = ImageEnhance.Contrast(tinted).enhance(contrast)
    return Image.blend(hard, Image.new("RGB", picture.size, (96, 92, 90)), fade)


def bordered(picture: Image.Image, *, wide: int, colour: tuple[int, int, int] = PAPER) -> Image.Image:
    """A plain border around the picture, as social media templates have it."""
    return ImageOps.expand(picture, wide, tuple(colour))


def logo(*, words: str) -> Image.Image:
    """The practice's logo: a quill and its name."""
    page = Image.new("RGB", (640, 200), (247, 245, 240))
    draw_quill(page, (52, 34), 140, TEAL, (247, 245, 240))
    ImageDraw.Draw(page).text((186, 100), words, TEAL, font(62), anchor="lm")
    return page


def draw_quill(
    page: Image.Image, at: tuple[int, int], size: int, colour: tuple[int, ...], shaft: tuple[int, ...]
) -> None:
    """The practice's quill, ``size`` pixels high."""
    draw, unit = ImageDraw.Draw(page), size / 140
    points = [(8, 126), (40, 28), (98, 0), (88, 58), (32, 104)]
    draw.polygon([(at[0] + x * unit, at[1] + y * unit) for x, y in points], fill=colour)
    ends = [(at[0], at[1] + 140 * unit), (at[0] + 94 * unit, at[1] + 4 * unit)]
    draw.line(ends, fill=shaft, width=max(1, round(4 * unit)))
