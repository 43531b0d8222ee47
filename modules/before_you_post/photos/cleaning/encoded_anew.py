"""A picture written anew from its pixels: where its file cannot be cleaned part by part, or masks are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps

from ..opening import Picture
from ..refusal import PictureError

Box = tuple[int, int, int, int]  # left, top, width, height in pixels of the upright picture

_MASK = (24, 24, 26)  # one colour, and not black: a black bar is often taken for a fault


def lossless(data: bytes, format_name: str) -> bytes:
    """The first page of a TIFF, or a BMP, with the same pixels and colour profile, upright, in a new file."""
    with Image.open(BytesIO(data), formats=(format_name,)) as image:
        image.load()
        upright = ImageOps.exif_transpose(image)
        profile = image.info.get("icc_profile")
    clean = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if upright.mode == "P" and upright.palette is not None:
        clean.putpalette(upright.palette)
    written = BytesIO()
    if format_name == "TIFF":
        clean.save(written, "TIFF", compression="tiff_adobe_deflate", **({"icc_profile": profile} if profile else {}))
    else:
        clean.save(written, format_name)
    return written.getvalue()


def masked(picture: Picture, boxes: Sequence[Box]) -> tuple[bytes, str]:
    """The picture in sRGB with solid boxes drawn over it, as a new file, and the format it has.

    A JPEG stays a JPEG (quality 95, full colour resolution); everything else becomes a PNG. Raises PictureError
    for a box that lies outside the picture.
    """
    pixels = picture.pixels.copy()
    height, width = pixels.shape[:2]
    for left, top, wide, high in boxes:
        if not (wide > 0 and high > 0 and 0 <= left < width and 0 <= top < height):
            raise PictureError(f"The mask {left},{top},{wide},{high} lies outside the picture of {width} x {height}.")
        pixels[top : top + high, left : left + wide] = np.array(_MASK, np.uint8)
    written, image = BytesIO(), Image.fromarray(pixels)
    if picture.format in ("JPEG", "MPO"):
        image.save(written, "JPEG", quality=95, subsampling=0, optimize=True)
        return written.getvalue(), "JPEG"
    image.save(written, "PNG", optimize=True)
    return written.getvalue(), "PNG"
