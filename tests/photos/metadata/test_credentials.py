"""Content credentials are read without a network and without trusting anybody; what they give away is told.

``signed.jpg`` was signed for these tests with a certificate made up for it (see files/README.md).
"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from before_you_post.photos.metadata import credentials, read_metadata
from before_you_post.records import MetadataItem, MetadataKind
from seeded_files import in_jpeg, packet, segment

SIGNED = (Path(__file__).parent.parent / "files" / "signed.jpg").read_bytes()


def told(data: bytes) -> list[MetadataItem]:
    return [item for item in read_metadata(data).items if item.found_in == "C2PA"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (MetadataKind.CREDENTIALS, "Valid (whether its signer can be trusted was not asked)"),
        (MetadataKind.CREDENTIALS, "Fern Camera 7"),
        (MetadataKind.CREDENTIALS, "Quillfeather Dermatology, Invented Signer"),
        (MetadataKind.DOCUMENT, "nose of Ottoline.jpg"),
        (MetadataKind.DOCUMENT, "uncropped Ottoline.jpg"),
        (MetadataKind.SOFTWARE, "c2pa.created, c2pa.cropped"),
        (MetadataKind.DATE, "2026-03-04T05:06:07Z"),
        (MetadataKind.PERSON, "Wilhelmina Croft"),
        (MetadataKind.SERIAL, "C2-SERIAL-9"),
    ],
)
def test_what_credentials_say_is_told(kind: MetadataKind, words: str) -> None:
    assert (kind, words) in {(item.kind, item.value) for item in told(SIGNED)}


def test_a_place_in_credentials_is_a_place() -> None:
    [place] = read_metadata(SIGNED).gps
    assert (place.latitude, place.longitude, place.found_in) == (34.0736, -118.40042, "C2PA")


def test_a_changed_picture_is_no_longer_valid() -> None:
    changed = bytearray(SIGNED)
    changed[-20] ^= 1
    [state] = [item.value for item in told(bytes(changed)) if item.name == "validity"]
    assert state.startswith("Invalid")


def test_a_spoilt_manifest_is_unread_and_not_nothing() -> None:
    at = SIGNED.index(b"c2pa.claim")
    spoilt = SIGNED[:at] + bytes(200) + SIGNED[at + 200 :]
    kinds = {item.kind for item in told(spoilt)}
    assert kinds & {MetadataKind.UNREAD, MetadataKind.CREDENTIALS}


def test_a_manifest_that_lies_elsewhere_is_not_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/manifest.c2pa"
        words = packet(f'xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="{address}"')
        data = in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + words))
        [unread] = credentials.read(data).items
        with pytest.raises(TimeoutError):
            server.accept()
    assert unread.kind is MetadataKind.UNREAD
    [link] = read_metadata(data).items
    assert (link.kind, link.value) == (MetadataKind.DOCUMENT, address)
