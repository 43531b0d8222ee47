"""Read IPTC records: the captions, bylines and places that picture agencies and older programs write.

Numbers and names are those of the IPTC Information Interchange Model, version 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...records import MetadataKind as Kind
from .exif import plain
from .found import Found

FOUND_IN = "IPTC"
_TAGS: Mapping[int, tuple[str, Kind]] = {
    5: ("ObjectName", Kind.WORDS),
    12: ("SubjectReference", Kind.WORDS),
    15: ("Category", Kind.WORDS),
    20: ("SupplementalCategory", Kind.WORDS),
    22: ("FixtureIdentifier", Kind.DOCUMENT),
    25: ("Keywords", Kind.WORDS),
    26: ("ContentLocationCode", Kind.PLACE),
    27: ("ContentLocationName", Kind.PLACE),
    30: ("ReleaseDate", Kind.DATE),
    37: ("ExpirationDate", Kind.DATE),
    40: ("SpecialInstructions", Kind.WORDS),
    47: ("ReferenceDate", Kind.DATE),
    50: ("ReferenceNumber", Kind.DOCUMENT),
    55: ("DateCreated", Kind.DATE),
    62: ("DigitalCreationDate", Kind.DATE),
    65: ("OriginatingProgram", Kind.SOFTWARE),
    80: ("By-line", Kind.PERSON),
    85: ("By-lineTitle", Kind.PERSON),
    90: ("City", Kind.PLACE),
    92: ("Sub-location", Kind.PLACE),
    103: ("OriginalTransmissionReference", Kind.DOCUMENT),
    105: ("Headline", Kind.WORDS),
    110: ("Credit", Kind.PERSON),
    115: ("Source", Kind.PERSON),
    116: ("CopyrightNotice", Kind.PERSON),
    118: ("Contact", Kind.PERSON),
    120: ("Caption", Kind.WORDS),
    121: ("LocalCaption", Kind.WORDS),
    122: ("Writer", Kind.PERSON),
    184: ("JobID", Kind.DOCUMENT),
    185: ("MasterDocumentID", Kind.DOCUMENT),
    187: ("UniqueDocumentID", Kind.DOCUMENT),
    188: ("OwnerID", Kind.PERSON),
    230: ("DocumentNotes", Kind.WORDS),
    231: ("DocumentHistory", Kind.SOFTWARE),
}
# Versions, urgency, cycles, times without a day, shape and language; a state (95) or a country (100, 101) alone.
_HARMLESS = frozenset({0, 3, 4, 7, 8, 10, 35, 38, 42, 45, 60, 63, 70, 75, 95, 100, 101, 125, 130, 131, 135, 221})
_MARKER, _APPLICATION_RECORD = 0x1C, 2
_PLATFORM = b"FBMD"  # Facebook and Instagram stamp their own number into these two
_STAMPED = (40, 103)


def read(data: bytes) -> Found:
    """Everything the records say; never raises."""
    found, unknown = Found(), set[str]()
    rows = list(_rows(data, found))
    stamped = any(number == 40 and value.startswith(_PLATFORM) for _, number, value in rows)
    for record, number, value in rows:
        if record == _APPLICATION_RECORD and number in _TAGS:
            name, kind = _TAGS[number]
            kind = Kind.SOFTWARE if stamped and number in _STAMPED else kind
            found.add(kind, name, FOUND_IN, plain(value))
        elif record != 1 and not (record == _APPLICATION_RECORD and number in _HARMLESS):  # 1 is about transmission
            unknown.add(f"{record}:{number}")
    if unknown:
        found.unread("records of unknown meaning", FOUND_IN, ", ".join(sorted(unknown)))
    return found


def _rows(data: bytes, found: Found) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 5 <= len(data) and data[at] == _MARKER:
        length = int.from_bytes(data[at + 3 : at + 5], "big")
        start = at + 5
        if length & 0x8000:  # the length itself is as long as these bits say
            size = min(4, length & 0x7FFF)
            length = int.from_bytes(data[start : start + size], "big")
            start += size
        yield data[at + 1], data[at + 2], data[start : start + length]
        at = start + length
    if data[at:].strip(b"\0 "):
        found.unread("IPTC", FOUND_IN, f"{len(data) - at} bytes that are no record")
