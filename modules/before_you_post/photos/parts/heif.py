"""A HEIC, HEIF or AVIF file cut into its items: pictures, Exif, XMP, and boxes nobody here can read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...records import EmbeddedKind
from ..containers import ContainerError
from ..containers.boxes import boxes
from ..containers.heif_items import Item, Store, is_alpha, read_store
from .part import MOST_PARTS, Part, PartKind, credentials, picture, unread

_C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_HARMLESS = frozenset({"ftyp", "meta", "mdat", "free", "skip", "wide"})
_CODED = frozenset({b"hvc1", b"av01", b"grid", b"iden", b"iovl", b"jpeg", b"j2k1", b"avc1", b"vvc1"})
_TONE_MAP = b"tmap"  # the picture and its gain map together; both are items of their own
_PIECE, _AUXILIARY, _THUMBNAIL = "dimg", "auxl", "thmb"


def parts(data: bytes) -> Iterator[Part]:
    """Every part of the file; never raises."""
    try:
        for box in islice(boxes(data), MOST_PARTS):
            content = data[box.start + 8 : box.start + 8 + 64]
            if box.kind == "uuid":
                yield credentials() if content.startswith(_C2PA) else unread(content, "HEIF", "uuid box")
            elif box.kind == "moov":
                yield Part(
                    kind=PartKind.VIDEO, data=data[box.inside : box.end], found_in="HEIF", name="an image sequence"
                )
            elif box.kind not in _HARMLESS:
                yield unread(content, "HEIF", f"box {box.kind}")
        store = read_store(data)
    except ContainerError as error:
        yield unread(b"", "HEIF", f"rest of the file ({error.reason})")
        return
    found_in = "AVIF" if data[8:11] == b"avi" else "HEIC"
    roles = _roles(store)
    for item in store.items.values():
        yield from _item(data, item, roles[item.number], found_in)


def _item(data: bytes, item: Item, role: EmbeddedKind | None, found_in: str) -> Iterator[Part]:
    if item.kind == b"Exif":
        start = 4 + int.from_bytes(item.data[:4])
        yield Part(kind=PartKind.EXIF, data=item.data[start:].removeprefix(b"Exif\0\0"), found_in="EXIF")
    elif item.kind == b"mime" and b"<rdf:RDF" in item.data:
        yield Part(kind=PartKind.XMP, data=item.data, found_in="XMP")
    elif item.kind in _CODED:
        if role:
            yield picture(data, found_in, role, item=item.number)
    elif item.kind != _TONE_MAP:
        yield unread(item.data, "HEIF", f"item {item.kind.decode('ascii', 'replace')}")


def _roles(store: Store) -> dict[int, EmbeddedKind | None]:
    """What each coded item is to the viewer; ``None`` for the picture itself, its tiles and its transparency."""
    roles: dict[int, EmbeddedKind | None] = dict.fromkeys(store.items, EmbeddedKind.FRAME)
    for kind, of, others in store.references:
        if kind == _THUMBNAIL:
            roles[of] = EmbeddedKind.THUMBNAIL
        elif kind == _AUXILIARY:
            roles[of] = EmbeddedKind.AUXILIARY
        elif kind == _PIECE:
            toned = of in store.items and store.items[of].kind == _TONE_MAP
            roles |= dict.fromkeys(others, EmbeddedKind.AUXILIARY if toned else None)
    transparency = [number for number, item in store.items.items() if is_alpha(store, item)]
    return roles | dict.fromkeys((store.primary, *transparency))


def showing(data: bytes, number: int) -> bytes:
    """The same file with another item named as its picture, so that a decoder shows that one."""
    changed = bytearray(data)
    try:
        meta = next(box for box in boxes(data) if box.kind == "meta")
        for box in boxes(data, meta.inside + 4, meta.end):
            if box.kind == "pitm":
                size = 2 if data[box.inside] == 0 else 4
                changed[box.inside + 4 : box.inside + 4 + size] = number.to_bytes(size)
            elif box.kind == "iref":
                size = 2 if data[box.inside] == 0 else 4
                for reference in boxes(data, box.inside + 4, box.end):
                    of = int.from_bytes(data[reference.inside : reference.inside + size])
                    if of == number and reference.kind in (_THUMBNAIL, _AUXILIARY):
                        # a decoder shows no item that is said to belong to another
                        changed[reference.start + 4 : reference.start + 8] = b"skip"
    except (ContainerError, StopIteration, OverflowError):
        return b""
    return bytes(changed)
