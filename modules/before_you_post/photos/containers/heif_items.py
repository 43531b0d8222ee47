"""The items of a HEIC, HEIF or AVIF file: what each is, what it needs, and its bytes (ISO/IEC 23008-12)."""

from __future__ import annotations

from dataclasses import dataclass

from .boxes import Box, boxes
from .broken import ContainerError

_MOST_ITEMS = 20_000
_MOST_TIMES = 2  # items may share bytes, but not all of them all
_ALPHA = (b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0", b"urn:mpeg:hevc:2015:auxid:1\0")
Reference = tuple[str, int, tuple[int, ...]]  # kind, from item, to items


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item: its number, its four-letter kind, its bytes, and its properties by number (with: is it essential)."""

    number: int
    kind: bytes
    hidden: int
    data: bytes
    properties: tuple[tuple[int, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """All items, how they refer to each other, and the properties they share (kind and content)."""

    primary: int
    items: dict[int, Item]
    references: tuple[Reference, ...]
    properties: tuple[tuple[str, bytes], ...]


class _Reader:
    """Numbers one after the other, never past the end."""

    def __init__(self, data: bytes, place: Box, skip: int = 0) -> None:
        self._data, self._at, self._end = data, place.inside + skip, place.end

    def number(self, size: int) -> int:
        return int.from_bytes(self.bytes(size))

    def bytes(self, size: int) -> bytes:
        if self._at + size > self._end:
            raise ContainerError(f"a box is cut short at byte {self._at}")
        self._at += size
        return self._data[self._at - size : self._at]


def read_store(data: bytes) -> Store:
    """Read the items of a file. Raises ContainerError where a part is missing or does not fit."""
    meta = _only(list(boxes(data)), "meta")
    inside = list(boxes(data, meta.inside + 4, meta.end))
    kinds = _kinds(data, _only(inside, "iinf"))
    held = next((data[one.inside : one.end] for one in inside if one.kind == "idat"), b"")
    places = _places(data, _only(inside, "iloc"), held)
    shared = list(boxes(data, _only(inside, "iprp").inside, _only(inside, "iprp").end))
    used = _associations(data, [one for one in shared if one.kind == "ipma"])
    store = _only(shared, "ipco")
    properties = tuple((one.kind, data[one.start + 8 : one.end]) for one in boxes(data, store.inside, store.end))
    for number, index in ((number, index) for number, own in used.items() for index, _ in own):
        if not 1 <= index <= len(properties):
            raise ContainerError(f"item {number} has a property that is not there")
    items = {
        number: Item(number=number, kind=kind, hidden=flags, data=places[number], properties=used.get(number, ()))
        for number, (kind, flags) in kinds.items()
        if number in places
    }
    references = tuple(ref for one in inside if one.kind == "iref" for ref in _references(data, one))
    return Store(
        primary=_primary(data, _only(inside, "pitm")), items=items, references=references, properties=properties
    )


def is_alpha(store: Store, item: Item) -> bool:
    """Whether an item is the transparency of a picture, and so a part of what a viewer shows."""
    kinds = [store.properties[index - 1] for index, _ in item.properties]
    return any(kind == "auxC" and content[4:].startswith(_ALPHA) for kind, content in kinds)


def plainly_named(data: bytes) -> bool:
    """Whether the kinds of all items are plain letters, as decoders take for granted; False also for a broken file."""
    try:
        meta = _only(list(boxes(data)), "meta")
        described = _only(list(boxes(data, meta.inside + 4, meta.end)), "iinf")
        skip = 6 if _version(data, described)[0] == 0 else 8
        entries = [data[one.inside + 8 : one.end] for one in boxes(data, described.inside + skip, described.end)]
    except ContainerError:
        return False
    # of version 3 the kind stands two bytes later; only "mime" and "uri " items have more letters that are read
    return all(words[:6].isascii() and (words.isascii() or words[:4] not in (b"mime", b"uri ")) for words in entries)


def _only(found: list[Box], kind: str) -> Box:
    fitting = [one for one in found if one.kind == kind]
    if len(fitting) != 1:
        raise ContainerError(f"the file has {len(fitting)} boxes of the kind {kind}, not one")
    return fitting[0]


def _version(data: bytes, one: Box) -> tuple[int, int]:
    head = _Reader(data, one)
    return head.number(1), head.number(3)


def _primary(data: bytes, one: Box) -> int:
    return _Reader(data, one, 4).number(2 if _version(data, one)[0] == 0 else 4)


def _kinds(data: bytes, one: Box) -> dict[int, tuple[bytes, int]]:
    skip = 6 if _version(data, one)[0] == 0 else 8
    kinds: dict[int, tuple[bytes, int]] = {}
    for entry in boxes(data, one.inside + skip, one.end):
        version, flags = _version(data, entry)
        if entry.kind != "infe" or version not in (2, 3):
            raise ContainerError(f"an item is described in a way that is not known ({entry.kind}, version {version})")
        reader = _Reader(data, entry, 4)
        number = reader.number(2 if version == 2 else 4)
        reader.number(2)
        kinds[number] = (reader.bytes(4), flags & 1)
    return kinds


def _places(data: bytes, one: Box, held: bytes) -> dict[int, bytes]:
    version = _version(data, one)[0]
    reader = _Reader(data, one, 4)
    sizes, more = reader.number(1), reader.number(1)
    count = reader.number(2 if version < 2 else 4)
    if count > _MOST_ITEMS:
        raise ContainerError(f"the file has {count} items")
    places, claimed = {}, 0
    for _ in range(count):
        number = reader.number(2 if version < 2 else 4)
        method = reader.number(2) & 15 if version else 0
        reader.number(2)
        base = reader.number(more >> 4)
        parts = []
        for _ in range(reader.number(2)):
            reader.number(more & 15 if version else 0)
            begins, length = base + reader.number(sizes >> 4), reader.number(sizes & 15)
            parts.append(_extent(data, held, method, begins, length))
            claimed += len(parts[-1])
            if claimed > _MOST_TIMES * len(data):
                raise ContainerError("its items claim far more than the file holds")
        places[number] = b"".join(parts)
    return places


def _extent(data: bytes, held: bytes, method: int, begins: int, length: int) -> bytes:
    if method not in (0, 1):
        raise ContainerError("an item is made of other items in a way that is not known")
    source = held if method else data
    if begins + length > len(source):
        raise ContainerError("an item lies outside the file")
    return source[begins : begins + length] if length else source[begins:]


def _associations(data: bytes, found: list[Box]) -> dict[int, tuple[tuple[int, bool], ...]]:
    used: dict[int, tuple[tuple[int, bool], ...]] = {}
    for one in found:
        version, flags = _version(data, one)
        reader = _Reader(data, one, 4)
        size = 2 if flags & 1 else 1
        for _ in range(reader.number(4)):
            number = reader.number(2 if version == 0 else 4)
            own = [reader.number(size) for _ in range(reader.number(1))]
            top = 1 << (8 * size - 1)
            used[number] = used.get(number, ()) + tuple((each & (top - 1), bool(each & top)) for each in own)
    return used


def _references(data: bytes, one: Box) -> list[Reference]:
    size = 2 if _version(data, one)[0] == 0 else 4
    found: list[Reference] = []
    for each in boxes(data, one.inside + 4, one.end):
        reader = _Reader(data, each)
        of = reader.number(size)
        found.append((each.kind, of, tuple(reader.number(size) for _ in range(reader.number(2)))))
    return found
