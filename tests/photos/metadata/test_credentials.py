"""Content credentials are read without a network and without trusting anybody; what they give away is told.

``signed.jpg`` was signed for these tests with a certificate made up for it (see files/README.md).
"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from before_you_post.photos.metadata import read_metadata
from before_you_post.records import MetadataItem, MetadataKind

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


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    remote = SIGNED.replace(b"xmp.iid", b"xmp.iid")
    assert told(remote)
