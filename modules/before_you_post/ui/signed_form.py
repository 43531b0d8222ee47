"""The scan of a signed form, made ready for the page: only the bytes the audit read, and only what is safe to show.

The file is read once, checked against the checksum in the audit, and told by its first bytes, never by its name. A
picture is written anew, so that nothing but the picture reaches the browser; a PDF goes as it is and is opened by the
browser's own viewer, which gives it no access to the page. No path ever comes from the page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from ..photos.refusal import PictureError
from ..practice.settings import meant
from ..records import Authorization, JudgedPhoto
from .pictures import MEDIA, shrink_bytes

PDF = "application/pdf"
LARGEST = 30 * 1024 * 1024  # bytes; below what one message to the page may hold
_LONG_SIDE = 2400  # pixels of a picture: a page of paper at 200 dots an inch stays readable
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*")


class FormError(Exception):
    """The scan cannot be shown; ``reason`` says why, in a sentence for the reader."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SignedForm:
    """A scan as the page may have it."""

    data: bytes
    media: str  # "application/pdf" or "image/jpeg"
    ending: str  # of a file name


def form_of(judged: JudgedPhoto, form: str) -> Authorization | None:
    """The form of that id, if it is on file for somebody in the photo."""
    panels = judged.evidence.panels or ()
    return next((one for panel in panels for one in panel.authorizations or () if one.id == form), None)


def open_form(form: Authorization, folder: Path) -> SignedForm:
    """The scan of a form, whose path is told from the practice's ``folder``. Raises FormError."""
    if form.document is None or form.document_sha256 is None:
        raise FormError("No file with the signed form was read when this was checked.")
    path = meant(folder, form.document.replace("\\", "/"))
    if path is None:
        raise FormError("The file lies outside of the practice folder.")
    data = _read(path)
    if hashlib.sha256(data).hexdigest() != form.document_sha256:
        raise FormError("The file has changed since it was checked. Check again; then it can be opened.")
    if data.startswith(b"%PDF-"):
        return SignedForm(data, PDF, "pdf")
    if not data.startswith(_PICTURES) and not (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise FormError("Only PDF, JPEG, PNG, TIFF and WebP files can be opened here. Open this one from its folder.")
    try:
        picture = shrink_bytes(data, _LONG_SIDE)
    except PictureError as error:
        raise FormError(error.reason) from error
    if (pages := _pages(data)) > 1:
        raise FormError(f"The scan has {pages} pages, of which only one could be shown. Open it from its folder.")
    return SignedForm(picture.jpeg, MEDIA, "jpg")


def _pages(data: bytes) -> int:
    """How many pictures a file holds that was opened as one before; a TIFF may be a whole form."""
    with Image.open(BytesIO(data)) as image:
        return int(getattr(image, "n_frames", 1))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FormError("The file is not there any more. Put it back, or correct the table and check again.") from None
    except OSError as error:
        raise FormError(f"The file cannot be read ({error.strerror}).") from error
    if len(data) > LARGEST:
        raise FormError("The file is larger than 30 MB. Open it from its folder.")
    return data
