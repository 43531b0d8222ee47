"""What is said of a file that cannot be opened as a picture, in plain words."""

from __future__ import annotations

_KNOWN = (
    (b"%PDF", 0, "The file is a PDF document, not a picture."),
    (b"PK\x03\x04", 0, "The file is a zip archive or an Office document, not a picture."),
    (b"<svg", 0, "The file is an SVG drawing; drawings are not compared with photos."),
    (b"<?xml", 0, "The file is an XML document (perhaps an SVG drawing), not a photo."),
    (b"<!DOCTYPE", 0, "The file is a web page saved under a picture's name."),
    (b"<html", 0, "The file is a web page saved under a picture's name."),
    (b"%!PS", 0, "The file is a PostScript document, not a picture."),
    (b"II+\0", 0, "The file is a BigTIFF picture, which is not read. Save it as JPEG."),
    (b"MM\0+", 0, "The file is a BigTIFF picture, which is not read. Save it as JPEG."),
    (b"\0\0\0\x0cJXL ", 0, "The file is a JPEG XL picture, which is not read. Save it as JPEG."),
    (b"\xff\x0a", 0, "The file is a JPEG XL picture, which is not read. Save it as JPEG."),
    (b"\0\0\0\x0cjP  ", 0, "The file is a JPEG 2000 picture, which is not read. Save it as JPEG."),
    (b"8BPS", 0, "The file is a Photoshop document. Save it as JPEG."),
)
_STARTS_OF_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM")
STILL_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2", b"avif", b"avis", b"hevc", b"msf1"})


class PictureError(Exception):
    """This file is no picture we can read; ``reason`` says why, in words for the person who has to mend it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def what_it_is(data: bytes) -> str:
    """One sentence on a file that no decoder knows: damaged, or something else than a picture."""
    for magic, offset, reason in _KNOWN:
        if data[offset : offset + len(magic)].lower() == magic.lower():
            return reason
    if data[4:8] == b"ftyp":
        return "The file is damaged." if data[8:12] in STILL_BRANDS else "The file is a video, not a picture."
    if data.startswith(_STARTS_OF_PICTURES):
        return "The file is damaged."
    return "The file is not a picture in a format that is read."
