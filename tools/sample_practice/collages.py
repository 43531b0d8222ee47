"""How several photos become one picture: side by side, one above the other, four together."""

from __future__ import annotations

from collections.abc import Sequence

from pictures import INK, PAPER, font
from PIL import Image, ImageDraw, ImageOps

LABELS = ("Before", "After")


def side_by_side(
    pictures: Sequence[Image.Image],
    *,
    height: int,
    labels: Sequence[str] = LABELS,
    gutter: int = 16,
    shares: Sequence[float] | None = None,
) -> Image.Image:
    """Photos of one height beside each other, with a line of labels above.

    ``shares`` are the widths of the panels as shares of their height; without them every photo keeps its own shape.
    """
    shapes = shares or [picture.width / picture.height for picture in pictures]
    panels = [_cut(picture, round(height * shape), height) for picture, shape in zip(pictures, shapes, strict=True)]
    above = 56 if labels else 0
    page = Image.new("RGB", (sum(p.width for p in panels) + gutter * (len(panels) - 1), height + above), PAPER)
    x = 0
    for number, panel in enumerate(panels):
        page.paste(panel, (x, above))
        if labels:
            ImageDraw.Draw(page).text((x + panel.width / 2, above / 2), labels[number], INK, font(32), anchor="mm")
        x += panel.width + gutter
    return page


def stacked(
    pictures: Sequence[Image.Image],
    *,
    width: int,
    labels: Sequence[str] = LABELS,
    gutter: int = 16,
    shapes: Sequence[float] | None = None,
) -> Image.Image:
    """Photos of one width one above the other, each with its label above it.

    ``shapes`` are the heights of the panels as shares of their width; without them every panel is 0.8.
    """
    heights = [round(width * shape) for shape in shapes or [0.8] * len(pictures)]
    panels = [_cut(picture, width, high) for picture, high in zip(pictures, heights, strict=True)]
    above = 48 if labels else 0
    page = Image.new("RGB", (width, sum(p.height + above for p in panels) + gutter * (len(panels) - 1)), PAPER)
    y = 0
    for number, panel in enumerate(panels):
        if labels:
            ImageDraw.Draw(page).text((width / 2, y + above / 2), labels[number], INK, font(30), anchor="mm")
        page.paste(panel, (0, y + above))
        y += panel.height + above + gutter
    return page


def four_together(pictures: Sequence[Image.Image], *, width: int, labels: Sequence[str] = LABELS) -> Image.Image:
    """Two pairs, one above the other: before on the left, after on the right."""
    half = (width - 12) // 2
    rows = [side_by_side(pictures[at : at + 2], height=half, labels=(), gutter=12, shares=(1, 1)) for at in (0, 2)]
    above = 52
    page = Image.new("RGB", (rows[0].width, above + 2 * half + 12), PAPER)
    for number, label in enumerate(labels):
        ImageDraw.Draw(page).text(((half + 12) * number + half / 2, above / 2), label, INK, font(30), anchor="mm")
    page.paste(rows[0], (0, above))
    page.paste(rows[1], (0, above + half + 12))
    return page


def _cut(picture: Image.Image, width: int, height: int) -> Image.Image:
    """The middle of a picture in another shape, nearer its top than its bottom as people crop portraits."""
    return ImageOps.fit(picture, (width, height), Image.Resampling.LANCZOS, centering=(0.5, 0.45))
