"""Take everything out of a picture file that is not the picture, and prove it.

The coded picture is copied as it is, so nothing is lost; what stays beside it is an allow-list: the colour profile
and the orientation. The result is read again with the same readers an audit uses, and compared pixel by pixel,
before it is given out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..containers import ContainerError
from ..opening import decode
from ..refusal import PictureError
from . import gif, heif, jpeg, png, webp
from .encoded_anew import Box, lossless, masked
from .proof import found_in, prove

__all__ = ["Box", "Cleaned", "clean"]

_BY_FORMAT: Mapping[str, Callable[[bytes], bytes]] = {
    "JPEG": jpeg.without_metadata,
    "MPO": jpeg.without_metadata,
    "PNG": png.without_metadata,
    "WEBP": webp.without_metadata,
    "GIF": gif.without_metadata,
    "HEIF": heif.without_metadata,
    "AVIF": heif.without_metadata,
    "TIFF": partial(lossless, format_name="TIFF"),
    "BMP": partial(lossless, format_name="BMP"),
}
_SUFFIXES = {"MPO": ".jpg", "JPEG": ".jpg", "PNG": ".png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """A cleaned picture file, and what was taken out of it."""

    data: bytes
    format: str  # as ``Picture.format`` names it
    removed: tuple[str, ...]  # in words: "date: DateTimeOriginal (EXIF)", "thumbnail (EXIF)"
    masks: int
    suffix: str | None = None  # set where the file's kind has changed: ".png"


def clean(data: bytes, masks: Sequence[Box] = ()) -> Cleaned:
    """A picture file without anything but its picture, colour profile and orientation.

    With ``masks`` (pixels of the upright picture) the file is written anew with solid boxes over it; without, every
    pixel stays what it was. Raises PictureError, saying why, for a file that cannot be opened, cannot be cleaned
    without loss, or would not be clean.
    """
    picture = decode(data)
    removed = found_in(data)
    if masks:
        data_after, kind = masked(picture, masks)
        prove(data_after, shows=None)
        changed = _SUFFIXES[kind] if kind != picture.format.replace("MPO", "JPEG") else None
        return Cleaned(data=data_after, format=kind, removed=removed, masks=len(masks), suffix=changed)
    strip = _BY_FORMAT.get(picture.format)
    if strip is None:
        raise PictureError(f"Files of the kind {picture.format} cannot be cleaned.")
    try:
        data_after = strip(data)
    except ContainerError as error:
        raise PictureError(f"The file is damaged and cannot be cleaned without loss: {error.reason}.") from None
    prove(data_after, shows=picture.pixels)
    return Cleaned(data=data_after, format=picture.format, removed=removed, masks=0)
