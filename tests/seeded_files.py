"""Picture files with metadata that tests put there by hand, byte by byte, so that no writer decides what is in them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from types import MappingProxyType

from PIL import Image

from before_you_post.records import MetadataKind
from painted_skin import encoded, skin

SKIN = skin(1, 48, 64)
JPEG = encoded(SKIN, "JPEG", quality=80)

Entries = Mapping[int, object]


NOTHING: Entries = MappingProxyType({})


def tiff(
    ifd0: Entries, exif: Entries = NOTHING, gps: Entries = NOTHING, thumbnail: bytes = b"", order: str = "<"
) -> bytes:
    """A TIFF structure. Values: str = text, bytes = undefined, int = long, tuple of float = rationals."""
    directories = [dict(ifd0)]
    for tag, entries in ((0x8769, exif), (0x8825, gps)):
        if entries:
            directories[0][tag] = 0  # the place is filled in below
            directories.append(dict(entries))
    if thumbnail:
        directories.append({0x0103: 6, 0x0201: 0, 0x0202: len(thumbnail)})
    starts, at = [], 8
    for entries in directories:
        starts.append(at)
        at += len(_directory(entries, at, 0, order))
    for number, tag in enumerate((tag for tag in (0x8769, 0x8825) if tag in directories[0]), start=1):
        directories[0][tag] = starts[number]
    if thumbnail:
        directories[-1][0x0201] = at
    following = [starts[-1] if thumbnail else 0] + [0] * len(directories)
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 8)
    parts = [_directory(e, s, n, order) for e, s, n in zip(directories, starts, following, strict=False)]
    return head + b"".join(parts) + thumbnail


def _directory(entries: Entries, start: int, following: int, order: str) -> bytes:
    table, values = struct.pack(order + "H", len(entries)), b""
    for tag, value in sorted(entries.items()):
        kind, count, raw = _coded(value, order)
        if len(raw) > 4:
            place = start + 2 + 12 * len(entries) + 4 + len(values)
            values += raw + b"\0" * (len(raw) % 2)
            raw = struct.pack(order + "I", place)
        table += struct.pack(order + "HHI", tag, kind, count) + raw.ljust(4, b"\0")
    return table + struct.pack(order + "I", following) + values


def _coded(value: object, order: str) -> tuple[int, int, bytes]:
    if isinstance(value, str):
        raw = value.encode() + b"\0"
        return 2, len(raw), raw
    if isinstance(value, bytes):
        return 7, len(value), value
    if isinstance(value, int):
        return 4, 1, struct.pack(order + "I", value)
    assert isinstance(value, tuple)
    rationals = [struct.pack(order + "II", round(number * 10_000), 10_000) for number in value]
    return 5, len(rationals), b"".join(rationals)


PLACE: Entries = {1: "N", 2: (34.0, 4.0, 25.0), 3: "W", 4: (118.0, 24.0, 1.5), 0x1D: "2026:03:04"}
OUTSIDE: Entries = {
    0x010E: "nose of Ottoline",
    0x010F: "Larkfield",
    0x0110: "L-200",
    0x0112: 1,
    0x0131: "Fern Studio 4",
    0x0132: "2026:03:05 08:00:00",
    0x013B: "Wilhelmina Croft",
    0x013C: "Fern Desk 2",
    0x8298: "Somebody and Sons",
    0x9C9C: "MRN QF-300417".encode("utf-16-le"),
    0x9C9E: "rhinoplasty".encode("utf-16-le"),
}
INSIDE: Entries = {
    0x829A: (0.01,),
    0x9003: "2026:03:04 05:06:07",
    0x9286: b"UNICODE\0" + "after six weeks".encode("utf-16-le"),
    0xA420: "ABCDEF0123456789",
    0xA430: "Barnaby Thistledown",
    0xA431: "SN-2290417",
    0xA435: "LENS-77",
}
BLOCK = tiff(OUTSIDE, INSIDE, PLACE)
IN_EXIF = {
    ("ImageDescription", MetadataKind.WORDS): "nose of Ottoline",
    ("Make", MetadataKind.CAMERA): "Larkfield",
    ("Model", MetadataKind.CAMERA): "L-200",
    ("Software", MetadataKind.SOFTWARE): "Fern Studio 4",
    ("DateTime", MetadataKind.DATE): "2026:03:05 08:00:00",
    ("Artist", MetadataKind.PERSON): "Wilhelmina Croft",
    ("HostComputer", MetadataKind.SOFTWARE): "Fern Desk 2",
    ("Copyright", MetadataKind.PERSON): "Somebody and Sons",
    ("XPComment", MetadataKind.WORDS): "MRN QF-300417",
    ("XPKeywords", MetadataKind.WORDS): "rhinoplasty",
    ("DateTimeOriginal", MetadataKind.DATE): "2026:03:04 05:06:07",
    ("UserComment", MetadataKind.WORDS): "after six weeks",
    ("ImageUniqueID", MetadataKind.DOCUMENT): "ABCDEF0123456789",
    ("CameraOwnerName", MetadataKind.PERSON): "Barnaby Thistledown",
    ("BodySerialNumber", MetadataKind.SERIAL): "SN-2290417",
    ("LensSerialNumber", MetadataKind.SERIAL): "LENS-77",
    ("GPSDateStamp", MetadataKind.DATE): "2026:03:04",
}

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stEvt": "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "aux": "http://ns.adobe.com/exif/1.0/aux/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "crs": "http://ns.adobe.com/camera-raw-settings/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "MPReg": "http://ns.microsoft.com/photo/1.2/t/Region#",
    "xmpGImg": "http://ns.adobe.com/xap/1.0/g/img/",
    "acme": "http://acme.example/ns/",
}


def packet(attributes: str = "", elements: str = "") -> bytes:
    """An XMP packet with these attributes and elements."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return (
        f'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {declared}>'
        f'<rdf:Description rdf:about="" {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


XMP = packet(
    'xmp:CreateDate="2026-03-04T05:06:07" xmp:CreatorTool="Fern Studio" xmpMM:DocumentID="xmp.did:1234" xmp:Rating="5" '
    'aux:SerialNumber="SN-9" photoshop:City="Quillfeather Bay" plus:ModelReleaseID="MR-77" crs:Exposure="+0.5" '
    'crs:RawFileName="Ottoline.raw" photoshop:ColorMode="3"',
    "<dc:creator><rdf:Seq><rdf:li>Wilhelmina Croft</rdf:li></rdf:Seq></dc:creator>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">six weeks after</rdf:li></rdf:Alt></dc:description>'
    "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ottoline Featherstone</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>"
    '<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description '
    'mwg-rs:Name="Ottoline F." mwg-rs:Type="Face"/></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>'
    '<xmpMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:instanceID="xmp.iid:5" stEvt:when="2026-03-05"/>'
    "</rdf:Seq></xmpMM:History><acme:Mystery>42</acme:Mystery><acme:PatientName>O. F.</acme:PatientName>",
)
IN_XMP = {
    ("xmp:CreateDate", MetadataKind.DATE): "2026-03-04T05:06:07",
    ("xmp:CreatorTool", MetadataKind.SOFTWARE): "Fern Studio",
    ("xmpMM:DocumentID", MetadataKind.DOCUMENT): "xmp.did:1234",
    ("aux:SerialNumber", MetadataKind.SERIAL): "SN-9",
    ("photoshop:City", MetadataKind.PLACE): "Quillfeather Bay",
    ("plus:ModelReleaseID", MetadataKind.RELEASE): "MR-77",
    ("crs", MetadataKind.SOFTWARE): "1 settings",
    ("crs:RawFileName", MetadataKind.DOCUMENT): "Ottoline.raw",
    ("dc:creator", MetadataKind.PERSON): "Wilhelmina Croft",
    ("dc:description", MetadataKind.WORDS): "six weeks after",
    ("Iptc4xmpExt:PersonInImage", MetadataKind.PERSON): "Ottoline Featherstone",
    ("mwg-rs:Name", MetadataKind.PERSON): "Ottoline F.",
    ("stEvt:action", MetadataKind.SOFTWARE): "saved",
    ("stEvt:instanceID", MetadataKind.DOCUMENT): "xmp.iid:5",
    ("stEvt:when", MetadataKind.DATE): "2026-03-05",
    ("http://acme.example/ns/", MetadataKind.UNREAD): "1 properties nobody here knows",
    ("http://acme.example/ns/:PatientName", MetadataKind.PERSON): "O. F.",
}


def record(number: int, value: bytes) -> bytes:
    """One IPTC record of the application part."""
    return bytes([0x1C, 2, number]) + struct.pack(">H", len(value)) + value


IPTC = (
    b"\x1c\x01\x5a\x00\x03\x1b%G"
    + record(80, b"Wilhelmina Croft")
    + record(120, "Ottoline’s nose".encode())
    + record(25, b"rhinoplasty")
    + record(92, b"12 Harbour Lane")
    + record(55, b"20260304")
    + record(100, b"USA")
)
IN_IPTC = {
    ("By-line", MetadataKind.PERSON): "Wilhelmina Croft",
    ("Caption", MetadataKind.WORDS): "Ottoline’s nose",
    ("Keywords", MetadataKind.WORDS): "rhinoplasty",
    ("Sub-location", MetadataKind.PLACE): "12 Harbour Lane",
    ("DateCreated", MetadataKind.DATE): "20260304",
}


def resource(number: int, data: bytes) -> bytes:
    """One of Photoshop's image resources."""
    return b"8BIM" + struct.pack(">H", number) + b"\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)


def segment(marker: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def in_jpeg(*segments: bytes, picture: bytes = JPEG) -> bytes:
    """The picture with segments put in behind its first marker."""
    return picture[:2] + b"".join(segments) + picture[2:]


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def in_png(*chunks: bytes) -> bytes:
    """The picture as PNG with chunks put in before its pixels."""
    plain = encoded(SKIN, "PNG")
    return plain[:33] + b"".join(chunks) + plain[33:]


def in_webp(*chunks: tuple[bytes, bytes]) -> bytes:
    """The picture as WebP with chunks put behind it."""
    body = encoded(SKIN, "WEBP")[12:]
    for name, content in chunks:
        body += name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def in_gif(*extensions: bytes) -> bytes:
    """The picture as GIF with extensions put before its first frame."""
    plain = encoded(SKIN, "GIF")
    at = 13 + 3 * 2 ** ((plain[10] & 7) + 1)
    return plain[:at] + b"".join(extensions) + plain[at:]


def multi_picture(pictures: Sequence[Image.Image]) -> bytes:
    """A file of several JPEGs with an index (MPO)."""
    file = BytesIO()
    pictures[0].save(file, "MPO", save_all=True, append_images=list(pictures[1:]))
    return file.getvalue()
