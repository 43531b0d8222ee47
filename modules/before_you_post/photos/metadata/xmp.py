"""Read an XMP packet: the XML in which programs keep captions, people, places, edit history and identifiers."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from ...records import Camera, MetadataKind
from . import places
from .found import LONGEST, Found
from .xmp_names import GRAMMAR, PICTURES, PREFIXES, SETTINGS, kind_of

FOUND_IN = "XMP"
_MOST_PROPERTIES = 5_000
_RESOURCE, _ABOUT = f"{{{GRAMMAR[0]}}}resource", f"{{{GRAMMAR[0]}}}about"
_LATITUDE, _LONGITUDE = "gpslatitude", ("gpslongitude", "gpslongtitude")  # one maker spells it so


def read(packet: bytes) -> Found:
    """Everything a packet says about somebody; never raises. No entity is expanded, nothing is fetched."""
    found = Found()
    root = _root(packet, found)
    latitude: str | None = None
    camera: dict[str, str] = {}
    aside: Counter[str] = Counter()
    for prefix, name, value in _properties(root):
        lower = name.lower()
        if lower == _LATITUDE:
            latitude = value
        elif lower in _LONGITUDE and latitude is not None:
            place = places.from_words(latitude, value)
            latitude = None
            if place:
                found.places.append((*place, FOUND_IN))
        kind = None if lower == _LATITUDE or lower in _LONGITUDE else kind_of(prefix, name)
        if kind is MetadataKind.UNREAD:
            aside[prefix] += 1
        elif kind:
            found.add(kind, f"{prefix}:{name}", FOUND_IN, value)
            camera.setdefault(f"{prefix}:{name}", value)
    for prefix, count in aside.items():
        settings = prefix in SETTINGS
        kind = MetadataKind.SOFTWARE if settings else MetadataKind.UNREAD
        found.add(kind, prefix, FOUND_IN, f"{count} {'settings' if settings else 'properties nobody here knows'}")
    _camera(camera, found)
    return found


def pictures(packet: bytes) -> Iterator[bytes]:
    """The pictures a packet holds as base64: thumbnails, and the unedited or depth picture of a phone's camera."""
    for prefix, name, value in _properties(_root(packet, Found())):
        if (prefix, name) in PICTURES:
            try:
                yield base64.b64decode(value)
            except (binascii.Error, ValueError):
                yield b""


def _root(packet: bytes, found: Found) -> etree._Element | None:
    """The root of the XML, mended as well as can be; what needed mending is told as partly unread."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
    )
    try:
        root = etree.fromstring(packet.strip(b"\0 \r\n\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        found.unread("XMP", FOUND_IN, f"{len(packet)} bytes that are no XMP")
        return None
    if root.getroottree().docinfo.internalDTD is not None:
        found.unread("XMP", FOUND_IN, "a packet with a document type, which XMP never has")
        return None
    if any(error.level >= etree.ErrorLevels.ERROR for error in parser.error_log):
        found.unread("XMP", FOUND_IN, "a packet that is damaged, read as far as it goes")
    return root


def _properties(root: etree._Element | None) -> Iterator[tuple[str, str, str]]:
    """Prefix, name and value of everything that has a value; the members of a list have the name of their list."""
    left = _MOST_PROPERTIES
    for element in root.iter(etree.Element) if root is not None else ():
        for key, value in element.attrib.items():
            word = str(value)
            if key == _RESOURCE or (key == _ABOUT and word.strip() and not word.startswith("uuid:")):
                yield _named(element, word)
            elif not str(key).startswith(tuple(f"{{{uri}}}" for uri in GRAMMAR)):
                yield *_split(str(key)), word
        text = element.text or ""
        if text.strip():
            yield _named(element, text)
        left -= 1
        if not left:
            yield "", "more properties than any photo has", "unread"
            return


def _named(element: etree._Element, value: str) -> tuple[str, str, str]:
    """A value under the name of the property it belongs to, which in a list or a structure is further up."""
    each: etree._Element | None = element
    while each is not None and str(each.tag).startswith(tuple(f"{{{uri}}}" for uri in GRAMMAR)):
        each = each.getparent()
    prefix, name = _split(str(each.tag)) if each is not None else ("rdf", "about")
    return prefix, name, value if (prefix, name) in PICTURES else value[: 4 * LONGEST]


def _split(name: str) -> tuple[str, str]:
    """``{namespace}name`` as prefix and name; a prefix nobody declared is taken as it stands."""
    if name.startswith("{"):
        uri, _, local = name[1:].partition("}")
        return PREFIXES.get(uri, uri), local
    prefix, _, local = name.rpartition(":")
    return prefix, local


def _camera(values: dict[str, str], found: Found) -> None:
    serials = ("aux:SerialNumber", "exifEX:BodySerialNumber", "exif:BodySerialNumber")
    serial = next((values[name] for name in serials if name in values), None)
    make, model = values.get("tiff:Make"), values.get("tiff:Model")
    if make or model or serial:
        found.cameras.append(Camera(make=make, model=model, serial=serial))
