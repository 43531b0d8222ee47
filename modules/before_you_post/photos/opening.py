"""Open a picture so that it looks as it does in a browser, or say in plain words why it cannot be opened.

Every other room works on upright sRGB pixels, so a phone's sideways photo and a camera's wide-gamut one are
compared as people see them. Files come from outside: formats are an allow-list (Pillow also reads EPS, which would
start a PostScript interpreter), and sizes are capped before a small file can unfold into all of the memory.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from ..inputs.tree import open_location, size_of

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")  # multi-picture files (MPO) open as JPEG
MAX_BYTES = 256 * 2**20
MAX_PIXELS = 160_000_000  # below Pillow's own limit of 179 million, above any phone's 108-megapixel mode

Pixels = NDArray[np.uint8]


class PictureError(Exception):
    """This file is no picture we can read; ``reason`` says why, in words for the person who has to mend it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Picture:
    """An opened picture. ``width`` and ``height`` are of the whole file; ``pixels`` may be a reduced copy."""

    pixels: Pixels  # height x width x 3, uint8, red-green-blue, upright, sRGB
    format: str  # "JPEG", as Pillow names it
    width: int
    height: int


def read_bytes(path: Path) -> bytes:
    """Read a whole picture file, also one inside a zip.

    Raises PictureError when it is missing, cannot be read or is larger than MAX_BYTES.
    """
    try:
        size = size_of(str(path))
        if size > MAX_BYTES:
            raise PictureError(f"The file has {size // 2**20} MB; pictures up to {MAX_BYTES // 2**20} MB are read.")
        with open_location(str(path)) as file:
            return file.read(MAX_BYTES)
    except FileNotFoundError:
        raise PictureError("The file is not there.") from None
    except OSError as error:
        raise PictureError(f"The file could not be read ({error.strerror or type(error).__name__}).") from None


def open_picture(path: Path, *, long_side: int | None = None) -> Picture:
    """Open a picture file as upright sRGB pixels; of an animation, the first frame.

    ``long_side`` (pixels) permits a reduced copy whose longer side is at least that, which for JPEG saves most of
    the decoding. Raises PictureError, and nothing else, on any file.
    """
    return decode(read_bytes(path), long_side=long_side)


def decode(data: bytes, *, long_side: int | None = None) -> Picture:
    """As ``open_picture``, for bytes already read."""
    if not data:
        raise PictureError("The file is empty (0 bytes).")
    try:
        # A bomb warning is no news: the size is checked against MAX_PIXELS before anything is unpacked.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _decode(data, long_side)
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError(_TOO_LARGE) from None
    except UnidentifiedImageError:
        raise PictureError(_what_it_is(data)) from None
    except MemoryError:
        raise PictureError("The picture is too large for this machine's memory.") from None
    except Exception as error:  # a damaged file makes decoders raise almost anything: SyntaxError, struct.error, ...
        truncated = "truncated" in str(error).lower()
        cut = "The file is cut short: it ends before the picture does." if truncated else "The file is damaged."
        raise PictureError(cut) from None


_TOO_LARGE = f"The picture has more than {MAX_PIXELS // 1_000_000} million pixels."


def _decode(data: bytes, long_side: int | None) -> Picture:
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise PictureError(_TOO_LARGE)
        if long_side and image.format in ("JPEG", "MPO"):
            shrink = min(1.0, long_side / max(width, height))
            image.draft(None, (max(1, round(width * shrink)), max(1, round(height * shrink))))
        image.load()
        upright = ImageOps.exif_transpose(image)
        turned = (upright.width > upright.height) != (image.width > image.height)
        size = (height, width) if turned else (width, height)
        pixels = np.ascontiguousarray(np.asarray(_to_srgb(upright), dtype=np.uint8))
        return Picture(pixels, str(image.format), *size)


def _to_srgb(image: Image.Image) -> Image.Image:
    """Bring any mode and any colour profile to 8-bit sRGB, transparent parts on white as a page shows them."""
    if image.mode.startswith(("I;16", "I", "F")):
        image = _to_eight_bit(image)
    profile = image.info.get("icc_profile")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colour = _through_profile(image.convert("RGB") if alpha else image, profile)
    if alpha is None:
        return colour
    white = Image.new("RGB", colour.size, "white")
    white.paste(colour, mask=alpha)
    return white


def _to_eight_bit(image: Image.Image) -> Image.Image:
    values = np.asarray(image).astype(np.float64)
    top = 65535.0 if image.mode.startswith("I") else max(1.0, float(values.max(initial=0)))
    return Image.fromarray(np.clip(values * (255.0 / top), 0, 255).astype(np.uint8))


def _through_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile and image.mode in ("RGB", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "srgb" not in ImageCms.getProfileDescription(source).lower():
                target = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
                if converted is not None:
                    return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # browsers show a picture with a broken profile too: without it
    return image.convert("RGB")


_KNOWN = (
    (b"%PDF", 0, "The file is a PDF document, not a picture."),
    (b"PK\x03\x04", 0, "The file is a zip archive or an Office document, not a picture."),
    (b"<svg", 0, "The file is an SVG drawing; drawings are not compared with photos."),
    (b"<?xml", 0, "The file is an XML document (perhaps an SVG drawing), not a photo."),
    (b"<!DOCTYPE", 0, "The file is a web page saved under a picture's name."),
    (b"<html", 0, "The file is a web page saved under a picture's name."),
    (b"ftypheic", 4, "The file is an HEIC photo, which is not read yet. Save it as JPEG."),
    (b"ftypheix", 4, "The file is an HEIC photo, which is not read yet. Save it as JPEG."),
    (b"ftypmif1", 4, "The file is an HEIF photo, which is not read yet. Save it as JPEG."),
    (b"ftyp", 4, "The file is a video, not a picture."),
    (b"%!PS", 0, "The file is a PostScript document, not a picture."),
)


def _what_it_is(data: bytes) -> str:
    for magic, offset, reason in _KNOWN:
        if data[offset : offset + len(magic)].lower() == magic.lower():
            return reason
    starts_as_picture = data.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*", b"BM"))
    return "The file is damaged." if starts_as_picture else "The file is not a picture in a format that is read."
