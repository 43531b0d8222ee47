"""Photos made small for the page: shrunk, and written anew so that no metadata travels with them.

A picture is asked for by the published photo's id and, for an original, the original's id; both must belong to the
audit that is shown. No path ever comes from the page.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock

from PIL import Image

from ..inputs.tree import stamp_of
from ..photos.embedded import embedded_pictures
from ..photos.opening import Picture, decode, open_picture, read_bytes
from ..photos.refusal import PictureError
from ..records import JudgedPhoto

THUMBNAIL = 160  # pixels, longer side
SHOWN = 1200
MEDIA = "image/jpeg"
_REMEMBERED = 2_000  # thumbnails of about 5 kB


@dataclass(frozen=True, slots=True)
class Shown:
    """A small copy of a picture, and the size of the whole file, in whose pixels outlines are given."""

    jpeg: bytes
    width: int
    height: int


def path_of(judged: JudgedPhoto, which: str, name: str = "") -> Path | None:
    """The file of a "published", "thumbnail", "embedded" or (by name) "original" picture; ``None`` = none such."""
    if which in ("published", "thumbnail", "embedded"):
        return Path(judged.evidence.published.path)
    if which == "original":
        for panel in judged.evidence.panels or ():
            for original in panel.originals:
                if original.id == name:
                    return Path(original.path)
    return None


def shrink_embedded(path: Path, number: str, long_side: int) -> Shown:
    """A copy of a picture that lies inside a file, by its place among them ("0" is the first).

    Made from the file each time it is asked for, and never written down. Raises PictureError where there is none.
    """
    if number.isdecimal():
        for place, inside in enumerate(embedded_pictures(read_bytes(path))):
            if place == int(number) and inside.pixels is not None:
                high, wide = inside.pixels.shape[:2]
                picture = Picture(inside.pixels, "embedded", inside.width or wide, inside.height or high)
                return written_anew(picture, long_side)
    raise PictureError("There is no such picture inside the file.")


def shrink(path: Path, long_side: int) -> Shown:
    """A JPEG copy whose longer side is at most ``long_side`` pixels. Raises PictureError where it cannot be opened."""
    return written_anew(open_picture(path, long_side=long_side), long_side)


def shrink_bytes(data: bytes, long_side: int) -> Shown:
    """As ``shrink``, for the bytes of a file already read."""
    return written_anew(decode(data, long_side=long_side), long_side)


def written_anew(picture: Picture, long_side: int) -> Shown:
    """A picture already opened, as a JPEG copy without metadata whose longer side is at most ``long_side`` pixels."""
    image = Image.fromarray(picture.pixels)
    image.thumbnail((long_side, long_side), Image.Resampling.LANCZOS)
    written = BytesIO()
    image.save(written, "JPEG", quality=82, optimize=True)
    return Shown(written.getvalue(), picture.width, picture.height)


class Thumbnails:
    """Thumbnails already made, the last used kept longest; a file that changed is made anew."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[str, int, int], Shown] = OrderedDict()
        self._lock = Lock()  # pictures are made on several threads

    def get(self, path: Path) -> Shown:
        """The thumbnail of a picture file. Raises PictureError where it cannot be opened."""
        try:
            stamp = stamp_of(str(path))
        except OSError:
            raise PictureError("The file is not there.") from None
        key = (str(path), *stamp)
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = shrink(path, THUMBNAIL)
        with self._lock:
            self._made[key] = made
            while len(self._made) > _REMEMBERED:
                self._made.popitem(last=False)
        return made
