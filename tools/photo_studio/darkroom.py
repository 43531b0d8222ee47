# SPDX-License-Identifier: GPL-3.0-or-later
"""From a render to a photo file: a phone's softness, grain and white balance, then JPEG with true camera metadata."""

from __future__ import annotations

import io
import struct
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
from PIL import ExifTags, Image, ImageFilter

AREA = 900 * 1200  # pixels of a finished picture, whatever its shape
GRAIN = 2.6
EXIF_TAGS = {tag.name for tag in ExifTags.Base if tag >= 0x829A}  # what belongs into the second directory
Degrees = tuple[float, float]


def develop(render: Path, seed: int, how: dict) -> Image.Image:
    """The finished picture. ``warmth`` shifts the white balance: 0.02 is a warm room; ``softness`` blurs, in pixels."""
    random = np.random.default_rng(seed)
    picture = Image.open(render).convert("RGB")
    scale = (AREA / (picture.width * picture.height)) ** 0.5
    picture = picture.resize((round(picture.width * scale), round(picture.height * scale)), Image.Resampling.LANCZOS)
    sharp = picture.filter(ImageFilter.UnsharpMask(1.2, 60, 2))
    pixels = np.asarray(sharp.filter(ImageFilter.GaussianBlur(how.get("softness", 0.0))), np.float32)
    y, x = np.mgrid[-1 : 1 : picture.height * 1j, -1 : 1 : picture.width * 1j]
    warmth = how.get("warmth", 0.0)
    pixels = pixels * np.array([1 + warmth, 1, 1 - warmth]) * (1 - 0.10 * (x * x + y * y))[..., None]
    noise = random.standard_normal((*pixels.shape[:2], 1)) + 0.45 * random.standard_normal(pixels.shape)
    pixels += noise * how["device"].get("grain", GRAIN) * (1 - 0.5 * pixels / 255)
    return Image.fromarray(np.clip(pixels + 0.5, 0, 255).astype(np.uint8))


def exif(how: dict) -> Image.Exif:
    """What the device writes about a photo taken at ``how["taken"]``: every tag of its description, times, a place."""
    out = Image.Exif()
    detail = out.get_ifd(ExifTags.IFD.Exif)
    for name, value in how["device"]["writes"].items():
        (detail if name in EXIF_TAGS else out)[ExifTags.Base[name]] = value
    taken: datetime = how["taken"]
    stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
    offset = taken.replace(tzinfo=ZoneInfo(how["zone"])).strftime("%z")
    out[ExifTags.Base.Orientation] = 1
    out[ExifTags.Base.DateTime] = stamp
    detail[ExifTags.Base.DateTimeOriginal] = detail[ExifTags.Base.DateTimeDigitized] = stamp
    detail[ExifTags.Base.OffsetTime] = detail[ExifTags.Base.OffsetTimeOriginal] = f"{offset[:3]}:{offset[3:]}"
    if "place" in how:
        out.get_ifd(ExifTags.IFD.GPSInfo).update(_place(how["place"]))
    return out


def _place(degrees: Degrees) -> dict[int, object]:
    """Latitude and longitude, north and east positive, as EXIF writes them: degrees, minutes, seconds."""
    tags = (
        (ExifTags.GPS.GPSLatitudeRef, ExifTags.GPS.GPSLatitude, "NS"),
        (ExifTags.GPS.GPSLongitudeRef, ExifTags.GPS.GPSLongitude, "EW"),
    )
    out: dict[int, object] = {}
    for value, (reference, at, names) in zip(degrees, tags, strict=True):
        whole, minutes = divmod(abs(value) * 60, 60)
        out[reference] = names[value < 0]
        out[at] = (whole, float(int(minutes)), round(minutes % 1 * 60, 2))
    return out


def thumbnail(render: Path) -> bytes:
    """A small JPEG, as cameras embed one in every photo."""
    out = io.BytesIO()
    Image.open(render).convert("RGB").save(out, "JPEG", quality=82)
    return out.getvalue()


def with_thumbnail(block: bytes, small: bytes) -> bytes:
    """An EXIF block with a thumbnail in a directory after the first (Exif 2.32, section 4.5.5); Pillow writes none."""
    head = len(b"Exif\0\0")
    tiff = bytearray(block[head:])
    order = "<" if tiff[:2] == b"II" else ">"
    first = struct.unpack_from(f"{order}I", tiff, 4)[0]
    count = struct.unpack_from(f"{order}H", tiff, first)[0]
    tiff += b"\0" * (len(tiff) % 2)
    entries = [(259, 3, 1, 6), (513, 4, 1, len(tiff) + 2 + 3 * 12 + 4), (514, 4, 1, len(small))]
    struct.pack_into(f"{order}I", tiff, first + 2 + count * 12, len(tiff))
    tiff += struct.pack(f"{order}H", len(entries))
    for tag, kind, number, value in entries:
        tiff += struct.pack(f"{order}HHI", tag, kind, number)
        tiff += struct.pack(f"{order}HH" if kind == 3 else f"{order}I", *((value, 0) if kind == 3 else (value,)))
    return block[:head] + bytes(tiff) + struct.pack(f"{order}I", 0) + small


def save(picture: Image.Image, out: Path, how: dict, small: bytes | None = None) -> None:
    """JPEG of at most 200 kB: quality 87, less where the picture is busy."""
    out.parent.mkdir(parents=True, exist_ok=True)
    block = exif(how).tobytes()
    if small:
        block = with_thumbnail(block, small)
    for quality in (87, 84, 80, 76):
        picture.save(out, quality=quality, optimize=True, exif=block)
        if out.stat().st_size <= 200_000:
            return
