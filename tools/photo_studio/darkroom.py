# SPDX-License-Identifier: GPL-3.0-or-later
"""From a render to a photo file: a phone's softness, grain and white balance, then JPEG with true camera metadata."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np
from PIL import ExifTags, Image, ImageFilter

SIZE = (900, 1200)
CAMERA = {"Make": "Larkfield", "Model": "Larkfield CL-4", "Software": "CL-4 2.1"}  # no such maker


def develop(render: Path, seed: int, warmth: float = 0.0, grain: float = 2.6) -> Image.Image:
    """The finished 900 x 1200 picture. ``warmth`` shifts the white balance: 0.02 is a warm room."""
    random = np.random.default_rng(seed)
    picture = Image.open(render).convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
    pixels = np.asarray(picture.filter(ImageFilter.UnsharpMask(1.2, 60, 2)), np.float32)
    y, x = np.mgrid[-1 : 1 : SIZE[1] * 1j, -1 : 1 : SIZE[0] * 1j]
    pixels = pixels * np.array([1 + warmth, 1, 1 - warmth]) * (1 - 0.10 * (x * x + y * y))[..., None]
    noise = random.standard_normal((*pixels.shape[:2], 1)) + 0.45 * random.standard_normal(pixels.shape)
    pixels += noise * grain * (1 - 0.5 * pixels / 255)
    return Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8))


def exif(taken: datetime, gps: tuple[float, float] | None) -> Image.Exif:
    """What the practice's camera writes; ``gps`` in degrees, north and east positive."""
    out = Image.Exif()
    for name, value in CAMERA.items():
        out[ExifTags.Base[name]] = value
    stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
    out[ExifTags.Base.Orientation] = 1
    out[ExifTags.Base.DateTime] = stamp
    detail = out.get_ifd(ExifTags.IFD.Exif)
    detail[ExifTags.Base.DateTimeOriginal] = detail[ExifTags.Base.DateTimeDigitized] = stamp
    detail[ExifTags.Base.FocalLength], detail[ExifTags.Base.ISOSpeedRatings] = 6.9, 125
    if gps:
        place = out.get_ifd(ExifTags.IFD.GPSInfo)
        for value, reference, at, names in (
            (gps[0], ExifTags.GPS.GPSLatitudeRef, ExifTags.GPS.GPSLatitude, "NS"),
            (gps[1], ExifTags.GPS.GPSLongitudeRef, ExifTags.GPS.GPSLongitude, "EW"),
        ):
            degrees, minutes = divmod(abs(value) * 60, 60)
            place[reference] = names[value < 0]
            place[at] = (degrees, float(int(minutes)), round(minutes % 1 * 60, 2))
    return out


def save(picture: Image.Image, out: Path, taken: datetime, gps: tuple[float, float] | None) -> None:
    """JPEG of at most 200 kB: quality 87, less where the picture is busy."""
    out.parent.mkdir(parents=True, exist_ok=True)
    for quality in (87, 84, 80, 76):
        picture.save(out, quality=quality, optimize=True, exif=exif(taken, gps))
        if out.stat().st_size <= 200_000:
            return
