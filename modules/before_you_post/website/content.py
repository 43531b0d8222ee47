"""What the bytes of an answer are, by the bytes themselves: a website's word for it is only a hint.

Nothing is executed here and no picture is opened: the first bytes tell a photo from a page.
"""

from __future__ import annotations

import re
import zlib
from email.message import Message

_BEGINNINGS = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"BM", ".bmp"),
)
_BRANDS = {b"avif": ".avif", b"avis": ".avif", b"heic": ".heic", b"heix": ".heic", b"mif1": ".heic", b"msf1": ".heic"}
_PAGE = re.compile(
    rb"\s*(<!--|<!doctype\s+html|<html|<head|<body|<meta|<title|<div|<p\b|<h1|<\?xml[^>]*>\s*<(!doctype )?html)", re.I
)
_DRAWING = re.compile(rb"\s*(<\?xml[^>]*>)?\s*((?><!--.*?-->)\s*+)*+(<!doctype svg[^>]*>)?\s*<svg\b", re.I | re.S)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.I)
_HEAD = 4096  # bytes in which a page says what it is
_GZIP = b"\x1f\x8b"


class TooLargeError(Exception):
    """An answer that unpacks to more than the limit."""


def unpacked(data: bytes, encoding: str, most: int) -> bytes:
    """The bytes behind a Content-Encoding, at most so many.

    Raises TooLargeError as soon as they are more (a bomb is never unpacked), ValueError when they cannot be unpacked.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name in ("gzip", "x-gzip"):
            data = gunzipped(data, most)
        elif name == "deflate":
            data = _inflated(data, zlib.MAX_WBITS if data[:1] == b"\x78" else -zlib.MAX_WBITS, most)
        elif name != "identity":
            raise ValueError(f"packed as {name}")
    return data


def gunzipped(data: bytes, most: int) -> bytes:
    """The bytes of a gzip file, also of several in a row, at most so many; other bytes as they are."""
    parts: list[bytes] = []
    while data.startswith(_GZIP):
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        part = _run(unpacker, data, most)
        most -= len(part)
        parts.append(part)
        data = unpacker.unused_data
    return b"".join(parts) if parts else data


def _inflated(data: bytes, bits: int, most: int) -> bytes:
    return _run(zlib.decompressobj(bits), data, most)


def _run(unpacker: zlib._Decompress, data: bytes, most: int) -> bytes:
    try:
        part = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise ValueError("damaged") from error
    if len(part) > most:
        raise TooLargeError
    return part


def photo_ending(data: bytes) -> str | None:
    """The usual ending for a file that begins like this; None when it is no photo."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12])
    return next((ending for beginning, ending in _BEGINNINGS if data.startswith(beginning)), None)


def is_drawing(data: bytes) -> bool:
    """Whether the bytes are an SVG drawing."""
    return bool(_DRAWING.match(data[:_HEAD]))


def is_page(data: bytes, media_type: str) -> bool:
    """Whether the bytes are an HTML page."""
    if photo_ending(data) or b"\0" in data[:_HEAD] or is_drawing(data):
        return False
    return media_type in ("text/html", "application/xhtml+xml") or bool(_PAGE.match(data[:_HEAD]))


def media_type(content_type: str) -> str:
    """The type of a Content-Type header, without its parameters."""
    return content_type.partition(";")[0].strip().lower()[:100]


def charset(data: bytes, content_type: str) -> str:
    """The encoding of a page: its byte order mark, the header's word, the page's word, else UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    header = _message("Content-Type", content_type).get_content_charset()
    found = _META_CHARSET.search(data[:_HEAD])
    for name in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else None, header, found and found[1].decode("ascii")):
        if name and _known(name):
            # What calls itself Latin-1 on the web is read by browsers as Windows-1252.
            return "cp1252" if name.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    return "utf-8"


def _known(name: str) -> bool:
    try:
        return isinstance(b"<p>".decode(name), str)
    except (LookupError, ValueError):
        return False


def offered_name(disposition: str) -> str | None:
    """The file name in a Content-Disposition header."""
    return _message("Content-Disposition", disposition).get_filename() if disposition else None


def _message(name: str, value: str) -> Message:
    message = Message()
    message[name] = value.replace("\r", " ").replace("\n", " ")
    return message
