"""Bring out the pictures inside a picture file: what a viewer does not show and a download carries along.

A camera's thumbnail still shows the face that was cropped away; so may a second frame, a depth map, a credential's
thumbnail, or a picture behind the end of the file. Each is opened here like any other picture, one at a time.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from ..records import EmbeddedKind
from .metadata import credentials, xmp
from .opening import FORMATS, Picture, Pixels, decode, turned
from .parts import Part, PartKind, parts, picture_file
from .parts.directories import UPRIGHT, orientation
from .refusal import PictureError
from .resemblance import same_picture

__all__ = ["NAME", "Inside", "embedded_pictures", "same_picture"]

NAME = "our own reader of pictures inside files, Pillow, libheif, c2pa"
LONG_SIDE = 1600  # pixels; as large as faces and words are looked for
_MOST_PICTURES = 16  # in each, faces and words will be looked for, which takes seconds
_MOST_FRAMES, _MOST_PIXELS = 12, 400_000_000  # of an animation: frames, and pixels of them all
_DEEPEST = 2  # a picture in a picture
_NOT_A_PICTURE = "It is {}, not a picture; nobody looked at it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """A picture inside a file. ``problem`` set = it could not be opened, and the rest is not known."""

    kind: EmbeddedKind
    found_in: str  # "EXIF", "MPO", "HEIC", "C2PA", "GIF", "file"
    problem: str | None = None
    width: int | None = None  # of the whole picture, upright
    height: int | None = None
    pixels: Pixels | None = None  # upright sRGB, height x width x 3 uint8, long side about LONG_SIDE at most


def embedded_pictures(data: bytes) -> Iterator[Inside]:
    """Every picture in a file besides the one it shows, one at a time; nothing = looked, found none. Never raises.

    Of more than a bounded number the rest is one ``Inside`` that says so.
    """
    for number, inside in enumerate(_inside(data, 0)):
        if number == _MOST_PICTURES:
            yield Inside(kind=inside.kind, found_in=inside.found_in, problem="There are more; nobody looked at them.")
            break
        yield inside
    yield from _frames(data)


def _inside(data: bytes, depth: int) -> Iterator[Inside]:
    held, signed = UPRIGHT, False
    for part in parts(data):
        match part.kind:
            case PartKind.EXIF:
                held = orientation(part.data)
            case PartKind.PICTURE:
                camera_thumbnail = part.found_in == "EXIF"  # stored as the camera was held, like the photo itself
                yield _opened(part, held if camera_thumbnail else UPRIGHT)
                if depth < _DEEPEST and not part.item:
                    yield from _inside(part.data, depth + 1)
            case PartKind.XMP:
                for file in xmp.pictures(part.data):
                    yield _opened(replace(part, data=file, picture=EmbeddedKind.THUMBNAIL))
            case PartKind.CREDENTIALS if not signed:
                signed = True
                for file in credentials.thumbnails(data):
                    yield _opened(replace(part, data=file, picture=EmbeddedKind.THUMBNAIL))
            case _ if part.picture:
                problem = _NOT_A_PICTURE.format(part.name)
                yield Inside(kind=part.picture, found_in=part.found_in, problem=problem)


def _opened(part: Part, held: int = UPRIGHT) -> Inside:
    kind = part.picture or EmbeddedKind.AUXILIARY
    try:
        picture = decode(picture_file(part), long_side=LONG_SIDE)
    except PictureError as error:
        return Inside(kind=kind, found_in=part.found_in, problem=error.reason)
    return _upright(picture, kind, part.found_in, held)


def _upright(picture: Picture, kind: EmbeddedKind, found_in: str, held: int) -> Inside:
    size = (picture.width, picture.height)
    width, height = size[::-1] if held in (5, 6, 7, 8) else size
    pixels = turned(picture.pixels, held)
    return Inside(kind=kind, found_in=found_in, width=width, height=height, pixels=pixels)


def _frames(data: bytes) -> Iterator[Inside]:
    """The frames of an animation after the first, each as it is shown."""
    kind = EmbeddedKind.FRAME
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=FORMATS) as image:
            warnings.simplefilter("ignore")
            name = str(image.format)
            if name in ("JPEG", "MPO", "TIFF") or not getattr(image, "is_animated", False):
                return
            most = max(1, min(_MOST_FRAMES, _MOST_PIXELS // (image.width * image.height)))
            for number in range(1, most + 2):
                image.seek(number)
                if number > most:
                    yield Inside(kind=kind, found_in=name, problem="There are more frames; nobody looked at them.")
                    return
                yield _frame(image, name)
    except (EOFError, UnidentifiedImageError):
        return  # that was the last frame, or the file is of a kind without frames
    except Exception:
        yield Inside(kind=kind, found_in="animation", problem="A frame is damaged; nobody looked at it and the rest.")


def _frame(image: Image.Image, name: str) -> Inside:
    """One frame, through a file of its own: so that every picture is opened in the same way."""
    file = BytesIO()
    image.convert("RGBA").save(file, "PNG", compress_level=0)
    return _upright(decode(file.getvalue(), long_side=LONG_SIDE), EmbeddedKind.FRAME, name, UPRIGHT)
