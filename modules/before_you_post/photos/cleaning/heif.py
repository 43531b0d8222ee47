"""A HEIC, HEIF or AVIF without anything beside its picture.

Such a file is a store of numbered items: the picture, often cut into tiles, beside thumbnails, depth maps, EXIF and
XMP. The picture and what it is put together from are copied as they are into a new store; nothing else is.
"""

from __future__ import annotations

from ..containers.boxes import box, boxes, full_box
from ..containers.broken import ContainerError
from ..containers.heif_items import Item, Store, is_alpha, read_store

# What a viewer needs to show the pixels: size, depth, colours, coding, turning, cropping, brightness.
_PROPERTIES = frozenset(
    {"ispe", "pixi", "colr", "hvcC", "av1C", "irot", "imir", "clap", "pasp", "auxC", "a1op", "a1lx", "lsel"}
    | {"clli", "mdcv", "cclv", "amve"}
)
_MOVING = (b"avis", b"hevc", b"msf1")  # brands of a picture that moves; only the still one is kept


def without_metadata(data: bytes) -> bytes:
    """The primary picture with its tiles, transparency, colours and turning, in a new file.

    Raises ContainerError where the file is not built so, or the picture needs a property that is not known.
    """
    store = read_store(data)
    kept = _needed(store)
    properties = sorted({number for item in kept for number, _ in item.properties if _stays(store, number, item)})
    brands = next((data[one.inside : one.end] for one in boxes(data) if one.kind == "ftyp"), b"")
    head = box(b"ftyp", _still(brands))
    # the places of the items depend on the length of the box that states them, which is the same for any places
    length = len(_meta(store, kept, properties, 0))
    meta = _meta(store, kept, properties, len(head) + length + 8)
    return head + meta + box(b"mdat", b"".join(item.data for item in kept))


def _needed(store: Store) -> list[Item]:
    """The picture, the tiles it is made of, and its transparency, in the order of their numbers."""
    wanted, found = [store.primary], set()
    while wanted:
        number = wanted.pop()
        if number in found:
            continue
        if number not in store.items:
            raise ContainerError(f"item {number} is missing")
        found.add(number)
        wanted += [to for kind, of, tos in store.references if kind == "dimg" and of == number for to in tos]
        beside = [of for kind, of, tos in store.references if kind == "auxl" and number in tos and of in store.items]
        wanted += [of for of in beside if is_alpha(store, store.items[of])]
    return [store.items[number] for number in sorted(found)]


def _stays(store: Store, number: int, item: Item) -> bool:
    kind, _ = store.properties[number - 1]
    if kind not in _PROPERTIES and (number, True) in item.properties:
        raise ContainerError(f"the picture cannot be shown without a property that is not known here ({kind})")
    return kind in _PROPERTIES


def _still(brands: bytes) -> bytes:
    major, version, others = brands[:4], brands[4:8], [brands[at : at + 4] for at in range(8, len(brands), 4)]
    still = [brand for brand in others if brand not in _MOVING]
    return (still[0] if major in _MOVING and still else major) + version + b"".join(still)


def _meta(store: Store, kept: list[Item], properties: list[int], data_begins: int) -> bytes:
    """The box that says what the items are and where, in the versions of its parts that every viewer knows."""
    if max(item.number for item in kept) >= 2**16:
        raise ContainerError("its items have numbers that few viewers can read")
    numbers = {item.number for item in kept}
    position, places, entries = data_begins, b"", b""
    for item in kept:
        places += item.number.to_bytes(2) + bytes(2) + (1).to_bytes(2)
        places += position.to_bytes(4) + len(item.data).to_bytes(4)
        entries += full_box(b"infe", 2, item.hidden, item.number.to_bytes(2) + bytes(2) + item.kind + b"\0")
        position += len(item.data)
    references = b"".join(
        box(kind.encode("latin-1"), b"".join(number.to_bytes(2) for number in (of, len(tos), *tos)))
        for kind, of, tos in store.references
        if kind in ("dimg", "auxl", "prem") and of in numbers and numbers.issuperset(tos)
    )
    parts = (
        full_box(b"hdlr", 0, 0, bytes(4) + b"pict" + bytes(13)),
        full_box(b"pitm", 0, 0, store.primary.to_bytes(2)),
        full_box(b"iloc", 0, 0, b"\x44\x00" + len(kept).to_bytes(2) + places),
        full_box(b"iinf", 0, 0, len(kept).to_bytes(2) + entries),
        full_box(b"iref", 0, 0, references) if references else b"",
        box(b"iprp", _property_box(store, properties) + _associations(kept, properties)),
    )
    return full_box(b"meta", 0, 0, b"".join(parts))


def _property_box(store: Store, numbers: list[int]) -> bytes:
    pairs = (store.properties[number - 1] for number in numbers)
    return box(b"ipco", b"".join(box(kind.encode("latin-1"), payload) for kind, payload in pairs))


def _associations(kept: list[Item], numbers: list[int]) -> bytes:
    renumbered = {number: place for place, number in enumerate(numbers, start=1)}
    rows = b""
    for item in kept:
        own = [(renumbered[number], essential) for number, essential in item.properties if number in renumbered]
        rows += item.number.to_bytes(2) + bytes([len(own)])
        rows += b"".join((place | (0x8000 if essential else 0)).to_bytes(2) for place, essential in own)
    return full_box(b"ipma", 0, 1, len(kept).to_bytes(4) + rows)
