"""A HEIC, HEIF or AVIF file cut into its items: pictures, Exif, XMP, and boxes nobody here can read."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...records import EmbeddedKind
from .part import MOST_PARTS, Part, PartKind, credentials, picture, unread

_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_HARMLESS = frozenset({b"ftyp", b"meta", b"mdat", b"free", b"skip", b"wide", b"mini", b"moov"})
_CODED = frozenset({b"hvc1", b"av01", b"grid", b"iden", b"iovl", b"jpeg", b"j2k1", b"avc1", b"vvc1"})
_TONE_MAP = b"tmap"  # the picture and its gain map together; both are items of their own
_ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", b"urn:mpeg:hevc:2015:auxid:1")
_PIECE, _AUXILIARY, _THUMBNAIL = b"dimg", b"auxl", b"thmb"


@dataclass(slots=True)
class _Items:
    """What the meta box says: what each item is, where it lies, and what it is to another item."""

    primary: int = 0
    kinds: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)  # item -> four letters, media type
    places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # item -> offset and length in the file
    roles: dict[int, set[bytes]] = field(default_factory=dict)  # item -> how it refers to others, or is referred to
    alpha: set[int] = field(default_factory=set)  # items that say which part of the picture is transparent
    pitm: tuple[int, int] = (0, 0)  # offset of the primary item's number, and its size
    references: list[tuple[int, int]] = field(default_factory=list)  # offset of a reference's name, item it is from


def boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of the content of each box; stops where a size makes no sense."""
    for _ in range(MOST_PARTS):
        if at + 8 > end:
            return
        size, name = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if size == 1 and at + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, at + 8)
            start = at + 16
        stop = end if size == 0 else at + size
        if stop < start or stop > end:
            return
        yield name, start, stop
        at = stop


def parts(data: bytes) -> Iterator[Part]:
    """Every part of the file; never raises."""
    items = _Items()
    for name, start, stop in boxes(data, 0, len(data)):
        if name == b"meta":
            _read(data, start + 4, stop, items)
        elif name == b"uuid":
            known = data[start : start + 16] == _C2PA
            yield credentials(data[start:stop]) if known else unread(data[start:stop], "HEIF", "uuid box")
        elif name not in _HARMLESS:
            yield unread(data[start:stop], "HEIF", f"box {name.decode('ascii', 'replace')}")
        elif name == b"moov":
            yield Part(kind=PartKind.VIDEO, data=data[start:stop], found_in="HEIF", name="an image sequence")
    for item, (kind, media_type) in items.kinds.items():
        yield from _item(data, items, item, kind, media_type)


def _item(data: bytes, items: _Items, item: int, kind: bytes, media_type: bytes) -> Iterator[Part]:
    content = b"".join(data[start : start + length] for start, length in items.places.get(item, ()))
    if kind == b"Exif":
        skipped = int.from_bytes(content[:4], "big")
        yield Part(kind=PartKind.EXIF, data=content[4 + skipped :].removeprefix(b"Exif\0\0"), found_in="EXIF")
    elif kind == b"mime" and b"rdf+xml" in media_type:
        yield Part(kind=PartKind.XMP, data=content, found_in="XMP")
    elif kind in _CODED:
        role = _role(items, item)
        if role:
            yield picture(data, "AVIF" if data[8:11] == b"avi" else "HEIC", role, item=item)
    elif kind != _TONE_MAP:
        words = (media_type or kind).decode("ascii", "replace")
        yield unread(content, "HEIF", f"item {words}")


def _role(items: _Items, item: int) -> EmbeddedKind | None:
    """What a coded item is to the viewer; ``None`` for the picture itself, its tiles and its transparency."""
    roles = items.roles.get(item, set())
    if item == items.primary or _PIECE in roles or item in items.alpha:
        return None
    if _THUMBNAIL in roles:
        return EmbeddedKind.THUMBNAIL
    return EmbeddedKind.AUXILIARY if _AUXILIARY in roles else EmbeddedKind.FRAME


def showing(data: bytes, item: int) -> bytes:
    """The same file with another item named as its picture, so that a decoder shows that one."""
    items = _Items()
    for name, start, stop in boxes(data, 0, len(data)):
        if name == b"meta":
            _read(data, start + 4, stop, items)
    at, size = items.pitm
    changed = bytearray(data)
    changed[at : at + size] = item.to_bytes(size, "big") if size else b""
    for place, source in items.references:
        if source == item and changed[place : place + 4] in (_THUMBNAIL, _AUXILIARY):
            changed[place : place + 4] = b"skip"  # a decoder shows no item that is said to belong to another
    return bytes(changed)


def _read(data: bytes, start: int, end: int, items: _Items) -> None:
    found = {name: (at, stop) for name, at, stop in boxes(data, start, end)}
    readers = {b"pitm": _read_primary, b"iinf": _read_kinds, b"iref": _read_roles}
    try:
        for name, reader in readers.items():
            if name in found:
                reader(data, *found[name], items)
        if b"iprp" in found:
            _read_alpha(data, *found[b"iprp"], items)
        if b"iloc" in found:
            _read_places(data, found[b"iloc"][0], found.get(b"idat", (0, 0))[0], items)
    except (struct.error, IndexError):
        return  # what was read so far is what there is; the decoder will refuse the file


def _read_primary(data: bytes, at: int, _: int, items: _Items) -> None:
    size = 2 if data[at] == 0 else 4
    items.pitm = (at + 4, size)
    items.primary = int.from_bytes(data[at + 4 : at + 4 + size], "big")


def _read_kinds(data: bytes, at: int, end: int, items: _Items) -> None:
    for name, start, stop in boxes(data, at + (6 if data[at] == 0 else 8), end):
        wide = data[start] == 3
        if name == b"infe" and data[start] in (2, 3):
            item = int.from_bytes(data[start + 4 : start + (8 if wide else 6)], "big")
            rest = data[start + (10 if wide else 8) : stop]
            words = rest[4:].split(b"\0")
            items.kinds[item] = (rest[:4], words[1] if rest[:4] == b"mime" and len(words) > 1 else b"")


def _read_roles(data: bytes, at: int, end: int, items: _Items) -> None:
    size = 2 if data[at] == 0 else 4
    for name, start, _ in boxes(data, at + 4, end):
        source = int.from_bytes(data[start : start + size], "big")
        (count,) = struct.unpack_from(">H", data, start + size)
        items.references.append((start - 4, source))
        if name != _PIECE:
            items.roles.setdefault(source, set()).add(name)
            continue
        role = _AUXILIARY if items.kinds.get(source, (b"", b""))[0] == _TONE_MAP else name
        for number in range(count):  # the pieces are the items that are referred to
            place = start + size + 2 + number * size
            items.roles.setdefault(int.from_bytes(data[place : place + size], "big"), set()).add(role)


def _read_alpha(data: bytes, at: int, end: int, items: _Items) -> None:
    found = {name: (start, stop) for name, start, stop in boxes(data, at, end)}
    properties = list(boxes(data, *found.get(b"ipco", (0, 0))))
    alpha = {
        number
        for number, (name, start, stop) in enumerate(properties, start=1)
        if name == b"auxC" and data[start + 4 : stop].startswith(_ALPHA)
    }
    if not alpha or b"ipma" not in found:
        return
    start, _ = found[b"ipma"]
    wide_items, wide_numbers = data[start] > 0, data[start + 3] & 1
    reader = _Reader(data, start + 4)
    for _ in range(min(MOST_PARTS, reader.number(4))):
        item = reader.number(4 if wide_items else 2)
        for _ in range(reader.number(1)):
            number = reader.number(2) & 0x7FFF if wide_numbers else reader.number(1) & 0x7F
            if number in alpha:
                items.alpha.add(item)


def _read_places(data: bytes, at: int, idat: int, items: _Items) -> None:
    version, sizes = data[at], data[at + 4 : at + 6]
    widths = (sizes[0] >> 4, sizes[0] & 15, sizes[1] >> 4, sizes[1] & 15 if version else 0)
    reader = _Reader(data, at + 6)
    for _ in range(min(MOST_PARTS, reader.number(4 if version == 2 else 2))):
        item = reader.number(4 if version == 2 else 2)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)
        base = reader.number(widths[2])
        for _ in range(min(MOST_PARTS, reader.number(2))):
            reader.number(widths[3])
            start = reader.number(widths[0]) + base + (idat if method == 1 else 0)
            length = reader.number(widths[1])
            if method in (0, 1):
                items.places.setdefault(item, []).append((start, length))


class _Reader:
    """Big-endian numbers one after the other."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data, self._at = data, at

    def number(self, size: int) -> int:
        """The next number of ``size`` bytes; IndexError past the end."""
        if self._at + size > len(self._data):
            raise IndexError
        self._at += size
        return int.from_bytes(self._data[self._at - size : self._at], "big")
