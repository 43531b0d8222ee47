"""What publishing does to a photo without anybody retouching it: the negatives, and the way on which edits travel too.

A ``Copy`` remembers how the original lies in it, so the truth about every place is known exactly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import cv2
import numpy as np
from edit_pictures import Pixels
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from before_you_post.matching import geometry as g
from before_you_post.photos.fingerprint import Laying
from before_you_post.photos.opening import decode

P3_TO_XYZ = np.array([[0.48657, 0.26567, 0.19822], [0.22897, 0.69174, 0.07929], [0.0, 0.04511, 1.04394]])
SRGB_TO_XYZ = np.array([[0.41239, 0.35758, 0.18048], [0.21264, 0.71517, 0.07219], [0.01933, 0.11919, 0.95053]])


@dataclass(frozen=True, slots=True)
class Copy:
    """An original on its way to the public."""

    pixels: Pixels
    matrix: g.Matrix  # 2 x 3, original pixels to pixels of the copy
    panel: g.Corners  # 4 x 2: where the picture lies in the copy


Step = Callable[[Copy, np.random.Generator], Copy]


def whole(pixels: Pixels) -> Copy:
    """The original itself."""
    return Copy(pixels, np.eye(2, 3), g.whole(pixels.shape[1], pixels.shape[0]))


def _mapped(copy: Copy, pixels: NDArray[Any], matrix: g.Matrix) -> Copy:
    corners = g.apply_to_edges(matrix, copy.panel)
    left, top, right, bottom = g.bounds(corners)
    inside = g.rectangle(max(0.0, left), max(0.0, top), min(pixels.shape[1], right), min(pixels.shape[0], bottom))
    return Copy(np.ascontiguousarray(pixels, np.uint8), g.then(copy.matrix, matrix), inside)


# ---------------------------------------------------------------- size and place


def sized(copy: Copy, long_side: float, way: Image.Resampling = Image.Resampling.LANCZOS) -> Copy:
    """Resized so that the longer side has this many pixels."""
    height, width = copy.pixels.shape[:2]
    scale = long_side / max(height, width)
    new = (max(1, round(width * scale)), max(1, round(height * scale)))
    return _mapped(copy, np.asarray(Image.fromarray(copy.pixels).resize(new, way)), g.resizing(width, height, *new))


def cut(copy: Copy, left: int, top: int, width: int, height: int) -> Copy:
    """A box of the picture."""
    part = copy.pixels[top : top + height, left : left + width]
    return _mapped(copy, part, np.array([[1.0, 0, -left], [0, 1.0, -top]]))


def cropped(copy: Copy, rng: np.random.Generator, share: float, aspect: float | None = None) -> Copy:
    """A part with this share of the area, about the middle; ``aspect`` = width over height, else as it was."""
    height, width = copy.pixels.shape[:2]
    if aspect:
        wide, high = (width, round(width / aspect)) if width / height < aspect else (round(height * aspect), height)
    else:
        wide, high = round(width * share**0.5), round(height * share**0.5)
    left, top = round((width - wide) * rng.uniform(0.4, 0.6)), round((height - high) * rng.uniform(0.4, 0.6))
    return cut(copy, left, top, wide, high)


def mirrored(copy: Copy) -> Copy:
    """Left for right."""
    return _mapped(copy, copy.pixels[:, ::-1], g.mirroring(copy.pixels.shape[1]))


def quarter_turned(copy: Copy) -> Copy:
    """A quarter turn."""
    height, width = copy.pixels.shape[:2]
    return _mapped(copy, np.rot90(copy.pixels), g.laying(Laying(False, 1), width, height))


def straightened(copy: Copy, degrees: float) -> Copy:
    """Turned by some degrees and cut to what has no empty corner, as phones do it."""
    height, width = copy.pixels.shape[:2]
    matrix = np.asarray(cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1), np.float64)
    turned = _mapped(copy, cv2.warpAffine(copy.pixels, matrix, (width, height), flags=cv2.INTER_CUBIC), matrix)
    keep = 1 - 1.5 * abs(np.sin(np.radians(degrees)))
    wide, high = round(width * keep), round(height * keep)
    return cut(replace(turned, panel=g.whole(width, height)), (width - wide) // 2, (height - high) // 2, wide, high)


def on_a_collage(copy: Copy, rng: np.random.Generator) -> Copy:
    """The right half of a collage beside another picture, with a label under both."""
    height, width = copy.pixels.shape[:2]
    canvas = np.full((height + 90, 2 * width + 12, 3), 255, np.uint8)
    canvas[:height, :width] = np.flipud(cv2.GaussianBlur(copy.pixels, (0, 0), 3))
    canvas[:height, width + 12 :] = copy.pixels
    for words, left in (("Before", 20), ("After", width + 32)):
        cv2.putText(canvas, words, (left, height + 62), cv2.FONT_HERSHEY_DUPLEX, 1.6, (30, 30, 30), 3, cv2.LINE_AA)
    return _mapped(copy, canvas, np.array([[1.0, 0, width + 12], [0, 1.0, 0]]))


# ---------------------------------------------------------------- files


def saved(copy: Copy, quality: int, kind: str = "JPEG", **options: object) -> Copy:
    """Written as a file of this kind and opened as the program opens it."""
    return replace(copy, pixels=through(copy.pixels, quality, kind, **options))


def through(pixels: Pixels, quality: int, kind: str = "JPEG", **options: object) -> Pixels:
    """Pixels as they come back out of a file."""
    file = BytesIO()
    chosen: Any = {"quality": quality, **options}
    Image.fromarray(pixels).save(file, kind, **chosen)
    return decode(file.getvalue()).pixels


def sharpened(copy: Copy, radius: float, percent: int) -> Copy:
    """As platforms sharpen after they reduced a photo."""
    image = Image.fromarray(copy.pixels).filter(ImageFilter.UnsharpMask(radius, percent, 0))
    return replace(copy, pixels=np.asarray(image, np.uint8))


# ---------------------------------------------------------------- colour profiles


def as_p3(pixels: Pixels) -> Pixels:
    """The numbers that a Display P3 file holds for these sRGB colours (Apple's primaries, sRGB's curve)."""
    return _converted(pixels, np.linalg.inv(P3_TO_XYZ) @ SRGB_TO_XYZ)


def from_p3(pixels: Pixels) -> Pixels:
    """Display P3 numbers as sRGB; what lies outside is cut off."""
    return _converted(pixels, np.linalg.inv(SRGB_TO_XYZ) @ P3_TO_XYZ)


def _converted(pixels: Pixels, matrix: NDArray[np.float64]) -> Pixels:
    values = pixels.astype(np.float64) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4) @ matrix.T
    linear = np.clip(linear, 0, 1)
    curved = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.clip(np.rint(curved * 255), 0, 255).astype(np.uint8)


# ---------------------------------------------------------------- what is published unretouched


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """One way to the public. ``master`` is what the library holds, where that is not the picture itself."""

    name: str
    step: Step
    master: Callable[[Pixels], Pixels] | None = None


def _twice(copy: Copy, first: int, second: int) -> Copy:
    return saved(sized(saved(sized(copy, 1080), first), 1000, Image.Resampling.BICUBIC), second)


def _stripped(copy: Copy) -> Copy:
    """A Display P3 photo whose profile a tool removed: its numbers are shown as if they were sRGB."""
    return replace(copy, pixels=as_p3(copy.pixels))


NEGATIVES: tuple[Publishing, ...] = (
    Publishing(name="as it is, q92", step=lambda c, r: saved(c, 92)),
    *(Publishing(name=f"JPEG q{q}", step=lambda c, r, q=q: saved(c, q)) for q in (60, 75, 90)),  # type: ignore[misc]
    Publishing(name="JPEG twice q85 q60", step=lambda c, r: _twice(c, 85, 60)),
    Publishing(name="JPEG twice q75 q90", step=lambda c, r: _twice(c, 75, 90)),
    *(
        Publishing(name=f"resize {side}", step=lambda c, r, side=side: saved(sized(c, side), 80))  # type: ignore[misc]
        for side in (1080, 800, 640, 320)
    ),
    Publishing(name="WebP 1024", step=lambda c, r: saved(sized(c, 1024), 78, "WEBP")),
    Publishing(name="resize 800 bilinear", step=lambda c, r: saved(sized(c, 800, Image.Resampling.BILINEAR), 82)),
    Publishing(name="sharpened 1080", step=lambda c, r: saved(sharpened(sized(c, 1080), 1.0, 80), 80)),
    Publishing(name="sharpened 800 q70", step=lambda c, r: saved(sharpened(sized(c, 800), 0.8, 120), 70)),
    Publishing(name="P3 to sRGB", step=lambda c, r: saved(sized(c, 1080), 82), master=lambda p: from_p3(as_p3(p))),
    Publishing(name="P3, profile lost", step=lambda c, r: saved(sized(_stripped(c), 1080), 82)),
    Publishing(name="HEIC (as AVIF) to JPEG", step=lambda c, r: saved(c, 88), master=lambda p: through(p, 60, "AVIF")),
    Publishing(name="JPEG to AVIF", step=lambda c, r: saved(sized(c, 1080), 55, "AVIF")),
    Publishing(name="crop 75 %", step=lambda c, r: saved(cropped(c, r, 0.75), 82)),
    Publishing(name="crop 50 % 800", step=lambda c, r: saved(sized(cropped(c, r, 0.5), 800), 80)),
    Publishing(name="mirror 1080", step=lambda c, r: saved(sized(mirrored(c), 1080), 82)),
    Publishing(name="quarter turn", step=lambda c, r: saved(sized(quarter_turned(c), 1080), 82)),
    Publishing(name="straightened 3 degrees", step=lambda c, r: saved(sized(straightened(c, 3), 1000), 82)),
    Publishing(name="WordPress 1024", step=lambda c, r: saved(sharpened(sized(c, 1024), 0.6, 40), 82)),
    Publishing(name="WordPress 300", step=lambda c, r: saved(sized(c, 300), 82)),
    Publishing(name="WordPress 150 square", step=lambda c, r: saved(sized(cropped(c, r, 1, 1), 150), 82)),
    Publishing(name="Instagram square", step=lambda c, r: _instagram(cropped(c, r, 1, 1), 1080)),
    Publishing(name="Instagram 4:5", step=lambda c, r: _instagram(cropped(c, r, 1, 0.8), 1350)),
    Publishing(name="collage panel", step=lambda c, r: saved(on_a_collage(sized(cropped(c, r, 0.8), 900), r), 80)),
)


def _instagram(copy: Copy, long_side: int) -> Copy:
    """Reduced or enlarged to the size of the feed, sharpened and saved tightly."""
    return saved(sharpened(sized(copy, long_side), 0.8, 60), 74, subsampling=2)


def on_the_way(rng: np.random.Generator, pixels: Pixels) -> tuple[Step, float]:
    """How an edited photo is published, and published pixels per original pixel: 800 to 1080 pixels, q65 to q88."""
    long_side = min(int(rng.choice([800, 960, 1080])), max(pixels.shape[:2]))
    share, quality = float(rng.choice([1.0, 1.0, 0.8])), int(rng.integers(65, 89))
    mirror, sharpen = bool(rng.random() < 0.15), bool(rng.random() < 0.3)

    def step(copy: Copy, dice: np.random.Generator) -> Copy:
        copy = sized(cropped(copy, dice, share) if share < 1 else copy, long_side)
        copy = mirrored(copy) if mirror else copy
        return saved(sharpened(copy, 0.8, 60) if sharpen else copy, quality)

    return step, long_side / (max(pixels.shape[:2]) * share**0.5)
