"""Which way up a picture is to be shown: the one line of metadata that has to stay.

Phones store a picture as the sensor lay and write beside it how to turn it. Dropping that line would lay half of all
phone photos on their side, so a block that holds nothing else is written back.
"""

from __future__ import annotations


def only_orientation(value: int) -> bytes:
    """The smallest EXIF block: a TIFF header and one entry (without the leading "Exif")."""
    entry = bytes.fromhex("0112 0003 00000001") + value.to_bytes(2) + b"\0\0"
    return b"MM\0*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + (0).to_bytes(4)
