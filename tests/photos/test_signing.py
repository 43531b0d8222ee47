"""Content credentials say what was done and prove that nothing changed since; they carry no picture."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO

import c2pa
import numpy as np
import pytest
from PIL import Image

from before_you_post.photos.opening import decode
from before_you_post.photos.refusal import PictureError
from before_you_post.photos.signing import DRAWN, METADATA_REMOVED, Action, Identity, new_identity, signed

NAME = "Quillfeather Dermatology & Aesthetics"
DONE = (
    Action(name=METADATA_REMOVED, description="Everything in the file but the picture was taken out."),
    Action(name=DRAWN, description="1 solid box was drawn to hide parts."),
)


@pytest.fixture(scope="module")
def identity() -> Identity:
    return new_identity(NAME)


def picture(kind: str) -> bytes:
    written = BytesIO()
    Image.radial_gradient("L").convert("RGB").save(written, kind)
    return written.getvalue()


def read(data: bytes, media: str) -> dict[str, object]:
    # the reader's own setting, so that no certificate has to be known to it
    context = c2pa.Context(settings=c2pa.Settings.from_dict({"verify": {"verify_trust": False}}))
    return dict(json.loads(c2pa.Reader(media, BytesIO(data), context=context).json()))


@pytest.mark.parametrize(("kind", "media"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_a_signed_photo_says_what_was_done_and_shows_the_same(kind: str, media: str, identity: Identity) -> None:
    before = picture(kind)
    after = signed(before, kind, DONE, identity)
    assert np.array_equal(decode(before).pixels, decode(after).pixels)
    told = read(after, media)
    assert told["validation_state"] == "Valid"
    [manifest] = told["manifests"].values()  # type: ignore[attr-defined]
    [actions] = [each for each in manifest["assertions"] if each["label"].startswith("c2pa.actions")]
    assert [each["action"] for each in actions["data"]["actions"]] == ["c2pa.opened", METADATA_REMOVED, DRAWN]
    assert manifest["signature_info"]["issuer"] == NAME


def test_a_signed_photo_holds_no_second_picture(identity: Identity) -> None:
    before = picture("JPEG")
    after = signed(before, "JPEG", DONE, identity)
    assert len(after) - len(before) < 10_000
    assert after.count(b"\xff\xd8\xff") == 1
    assert b"thumbnail" not in after


def test_a_photo_changed_after_signing_is_told(identity: Identity) -> None:
    after = bytearray(signed(picture("JPEG"), "JPEG", DONE, identity))
    after[-20] ^= 1
    assert read(bytes(after), "image/jpeg")["validation_state"] == "Invalid"


def test_a_kind_of_file_that_cannot_carry_credentials_is_refused_in_words(identity: Identity) -> None:
    with pytest.raises(PictureError, match="BMP cannot carry"):
        signed(picture("BMP"), "BMP", DONE, identity)


def test_a_broken_key_is_refused_in_words(identity: Identity) -> None:
    broken = Identity(certificates=identity.certificates, key=b"no key")
    with pytest.raises(PictureError, match="could not be written"):
        signed(picture("JPEG"), "JPEG", DONE, broken)


@pytest.mark.parametrize("name", ["", "Ä" * 200, "Quill, feather = O"])
def test_any_name_fits_into_a_certificate(name: str) -> None:
    made = new_identity(name, datetime(2026, 11, 22, tzinfo=UTC))
    assert made.certificates.count(b"BEGIN CERTIFICATE") == 2
    assert signed(picture("PNG"), "PNG", DONE, made)
