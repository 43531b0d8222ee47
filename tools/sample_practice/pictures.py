"""How published photos are made from originals: resized, cropped, mirrored, labelled, put together.

Each recipe is a function of this module, named in quillfeather.yaml. Nothing is random, so the same originals give
the same pictures. Lettering is Pillow's own, so that no font has to be installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

PAPER, INK = (255, 255, 255), (38, 42, 54)
QUALITY = 84


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _to_width(picture: Image.Image, width: int) -> Image.Image:
    height = round(picture.height * width / picture.width)
    return picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def _open(path: Path) -> Image.Image:
    return ImageOps.exif_transpose(Image.open(path))


def resized(paths: Sequence[Path], width: int) -> Image.Image:
    return _to_width(_open(paths[0]), width)


def mirrored(paths: Sequence[Path], width: int) -> Image.Image:
    return ImageOps.mirror(resized(paths, width))


def cropped(paths: Sequence[Path], *, left: float, top: float, width: float, height: float, to: int) -> Image.Image:
    """A part of the photo, given in shares of its sides, ``to`` so many pixels wide."""
    picture = _open(paths[0])
    box = (left * picture.width, top * picture.height, (left + width) * picture.width, (top + height) * picture.height)
    if box[2] > picture.width or box[3] > picture.height:
        raise ValueError(f"the crop {box} leaves the photo")
    return _to_width(picture.crop([round(side) for side in box]), to)


def labelled(paths: Sequence[Path], width: int, lines: Sequence[str], corner: str) -> Image.Image:
    """The white label that a camera system burns into a corner: "upper left", "lower right"."""
    picture = resized(paths, width)
    draw, font = ImageDraw.Draw(picture), _font(28)
    wide = max(draw.textlength(line, font=font) for line in lines) + 28
    high = 38 * len(lines) + 14
    x = 14 if "left" in corner else picture.width - wide - 14
    y = 14 if "upper" in corner else picture.height - high - 14
    draw.rectangle((x, y, x + wide, y + high), fill=(250, 250, 246))
    for number, line in enumerate(lines):
        draw.text((x + 14, y + 8 + 38 * number), line, font=font, fill=(15, 15, 15))
    return picture


def side_by_side(
    paths: Sequence[Path], height: int, labels: Sequence[str] = ("Before", "After"), gutter: int = 16
) -> Image.Image:
    """Photos of one height with a white gutter and a line of labels above."""
    panels = [_to_width(_open(path), round(height * 0.75)) for path in paths]
    above = 56 if labels else 0
    page = Image.new("RGB", (sum(p.width for p in panels) + gutter * (len(panels) - 1), height + above), PAPER)
    x = 0
    for number, panel in enumerate(panels):
        page.paste(panel, (x, above))
        if labels:
            ImageDraw.Draw(page).text((x + panel.width / 2, above / 2), labels[number], INK, _font(32), anchor="mm")
        x += panel.width + gutter
    return page


def stacked(
    paths: Sequence[Path], width: int, labels: Sequence[str] = ("Before", "After"), gutter: int = 16
) -> Image.Image:
    """Photos one under the other, each cut to a landscape and with its label above."""
    panels = [_landscape(_to_width(_open(path), width)) for path in paths]
    above = 48
    page = Image.new("RGB", (width, sum(p.height + above for p in panels) + gutter * (len(panels) - 1)), PAPER)
    y = 0
    for panel, label in zip(panels, labels, strict=True):
        ImageDraw.Draw(page).text((width / 2, y + above / 2), label, INK, _font(30), anchor="mm")
        page.paste(panel, (0, y + above))
        y += panel.height + above + gutter
    return page


def _landscape(picture: Image.Image) -> Image.Image:
    high = round(picture.width * 0.8)
    top = (picture.height - high) // 2
    return picture.crop((0, top, picture.width, top + high))


def logo(paths: Sequence[Path], words: str) -> Image.Image:
    """The practice's logo: a quill and its name."""
    page = Image.new("RGB", (640, 200), (247, 245, 240))
    draw, teal = ImageDraw.Draw(page), (28, 96, 104)
    draw.polygon([(60, 160), (92, 62), (150, 34), (140, 92), (84, 138)], fill=teal)
    draw.line([(52, 174), (146, 38)], fill=(247, 245, 240), width=4)
    draw.text((186, 100), words, teal, _font(62), anchor="lm")
    return page


def save(picture: Image.Image, out: Path, quality: int = QUALITY, metadata_of: Path | None = None) -> None:
    """Write a JPEG or PNG without metadata, or with that of ``metadata_of`` left in."""
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.suffix == ".png":
        picture.save(out, optimize=True)
    elif metadata_of is None:
        picture.save(out, quality=quality, optimize=True)
    else:
        picture.save(out, quality=quality, optimize=True, exif=Image.open(metadata_of).getexif())
