"""Open a picture so that it looks as it does in a browser, or say in plain words why it cannot be opened.

Every other room works on upright sRGB pixels, so a phone's sideways photo and a camera's wide-gamut one are
compared as people see them. Files come from outside: formats are an allow-list (Pillow also reads EPS, which would
start a PostScript interpreter), and what a file claims is checked before a small file can unfold into all of the
memory or keep a processor busy for hours.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import pi_heif  # type: ignore[import-untyped]
from numpy.typing import NDArray
from PIL import Image, ImageCms, UnidentifiedImageError

from ..inputs.tree import open_location, size_of
from .containers import ContainerError
from .containers.heif_items import plainly_named
from .containers.jpeg import SCAN, segments
from .parts import PartKind, parts
from .parts.directories import structure
from .parts.tiff import is_hostile
from .refusal import STILL_BRANDS, PictureError, what_it_is

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")  # by Pillow; MPO opens as JPEG, HEIF by libheif
MAX_BYTES = 256 * 2**20
MAX_PIXELS = 160_000_000  # below Pillow's own limit of 179 million, above any phone's 108-megapixel mode
_MOST_SCANS = 100  # of a progressive JPEG; usual are ten, and each takes as long as a whole picture
_MOST_SEGMENTS = 20_000  # of a JPEG; the largest extended XMP has some thousand

Pixels = NDArray[np.uint8]

# Only the picture itself is asked for here (``embedded`` brings out the others one by one): less to stumble over.
pi_heif.options.THUMBNAILS = pi_heif.options.DEPTH_IMAGES = pi_heif.options.AUX_IMAGES = False


@dataclass(frozen=True, slots=True)
class Picture:
    """An opened picture. ``width`` and ``height`` are of the whole file; ``pixels`` may be a reduced copy."""

    pixels: Pixels  # height x width x 3, uint8, red-green-blue, upright, sRGB
    format: str  # "JPEG", as Pillow names it; "HEIF" for HEIC and HEIF
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

    ``long_side`` (pixels) permits a reduced copy whose longer side is at least that, which saves most of the work on
    a large picture. Raises PictureError, and nothing else, on any file.
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
            _refuse_traps(data)
            image, kind, orientation = _heif(data) if _is_heif(data) else _by_pillow(data, long_side)
            return _upright(image, kind, orientation, long_side)
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError(_TOO_LARGE) from None
    except UnidentifiedImageError:
        raise PictureError(what_it_is(data)) from None
    except MemoryError:
        raise PictureError("The picture is too large for this machine's memory.") from None
    except Exception as error:  # a damaged file makes decoders raise almost anything: SyntaxError, struct.error, ...
        words = str(error).lower()
        cut_short = "truncated" in words or "end of file" in words
        cut = "The file is cut short: it ends before the picture does." if cut_short else "The file is damaged."
        raise PictureError(cut) from None


_TOO_LARGE = f"The picture has more than {MAX_PIXELS // 1_000_000} million pixels."
_TRAP = "The file is built so that opening it would fill the memory or never end."


def _refuse_traps(data: bytes) -> None:
    """What decoders would run into: entries that all claim the same megabytes, tiles of gigabytes, endless scans."""
    for part in parts(data):
        if part.kind is PartKind.EXIF and is_hostile(part.data):
            raise PictureError(_TRAP)
    block = structure(data)
    if block:
        entries, _ = block.directory(int.from_bytes(data[4:8], "little" if block.order == "<" else "big"))
        width, length = (entries[tag].number if entries and tag in entries else 0 for tag in (0x0142, 0x0143))
        if width * length > MAX_PIXELS:
            raise PictureError(_TOO_LARGE)
    scans = 0
    try:
        for number, segment in enumerate(segments(data)):
            scans += segment.marker == SCAN
            if scans > _MOST_SCANS or number > _MOST_SEGMENTS:
                raise PictureError(_TRAP)
    except ContainerError:
        return  # no JPEG, or a damaged one: the decoder will say so


def _is_heif(data: bytes) -> bool:
    """A HEIC or HEIF file, and not AVIF, which is built in the same way and coded in another."""
    brands = {data[at : at + 4] for at in range(8, min(len(data), int.from_bytes(data[:4], "big"), 256), 4)}
    return data[4:8] == b"ftyp" and bool(brands & STILL_BRANDS) and not brands & {b"avif", b"avis"}


def _heif(data: bytes) -> tuple[Image.Image, str, int]:
    if not plainly_named(data):
        raise PictureError("The file is damaged.")  # such names end pi-heif's process
    file = pi_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=True)
    picture = file[file.primary_index]
    if picture.size[0] * picture.size[1] > MAX_PIXELS:
        raise PictureError(_TOO_LARGE)
    image = picture.to_pillow()
    image.info = {key: picture.info[key] for key in ("icc_profile",) if picture.info.get(key)}
    return image, "HEIF", 1  # libheif has turned it already; what EXIF says about that does not count in HEIF


def _by_pillow(data: bytes, long_side: int | None) -> tuple[Image.Image, str, int]:
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.size[0] * image.size[1] > MAX_PIXELS:
        raise PictureError(_TOO_LARGE)
    image.info["whole"] = image.size
    if long_side and image.format in ("JPEG", "MPO"):
        shrink = min(1.0, long_side / max(image.size))
        image.draft(None, (max(1, round(image.width * shrink)), max(1, round(image.height * shrink))))
    image.load()
    return image, str(image.format), image.getexif().get(0x0112, 1)


# EXIF's numbers for how a camera was held: mirror left to right first, then quarter turns counter-clockwise.
_TURNS = {
    1: (False, 0),
    2: (True, 0),
    3: (False, 2),
    4: (True, 2),
    5: (True, 1),
    6: (False, 3),
    7: (True, 3),
    8: (False, 1),
}


def turned(pixels: Pixels, orientation: int) -> Pixels:
    """Pixels as EXIF's orientation (1 to 8) says they are to be shown; any other number leaves them as they are."""
    mirrored, quarters = _TURNS.get(orientation, (False, 0))
    return np.ascontiguousarray(np.rot90(pixels[:, ::-1] if mirrored else pixels, quarters))


def _upright(image: Image.Image, kind: str, orientation: int, long_side: int | None) -> Picture:
    width, height = image.info.pop("whole", image.size)
    factor = max(image.size) // long_side if long_side and image.mode in ("RGB", "L", "CMYK") else 1
    if factor > 1:
        reduced = image.reduce(factor)
        reduced.info = image.info
        image = reduced
    pixels = turned(np.asarray(_to_srgb(image), dtype=np.uint8), orientation)
    return Picture(pixels, kind, *((height, width) if orientation in (5, 6, 7, 8) else (width, height)))


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
    values = np.asarray(image)
    if image.mode.startswith("I"):
        return Image.fromarray(np.clip(values // 257, 0, 255).astype(np.uint8))
    scaled = np.nan_to_num(values) * np.float32(255 / max(1.0, float(np.nanmax(values, initial=0))))
    return Image.fromarray(np.clip(scaled, 0, 255).astype(np.uint8))


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
