"""Say in a cleaned photo who cleaned it and what was done, so that anybody can check that it was not changed since.

Content credentials (C2PA) are a signed note inside the file. It is written last, because cleaning takes every such
note out; and without pictures of its own, because a note may otherwise carry the photo as it was before the mask. A
certificate made here proves that the same practice signed, not who that is: viewers show its name as not verified.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from .. import __version__
from .refusal import PictureError

METADATA_REMOVED = "c2pa.edited.metadata"
DRAWN = "c2pa.drawing"
_YEARS = 10
_LONGEST_NAME = 64  # bytes a certificate has room for
_MEDIA: Mapping[str, str] = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "TIFF": "image/tiff",
    "HEIF": "image/heic",
    "AVIF": "image/avif",
}
# No pictures in the note; nothing is asked of the network, neither for notes kept elsewhere nor for revoked keys.
_SETTINGS = {
    "builder": {"thumbnail": {"enabled": False}},
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_trust": False},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who signs: a certificate with those that vouch for it (PEM, the signer's first) and its private key (PEM)."""

    certificates: bytes
    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that was done to the photo: its C2PA name, and in words."""

    name: str
    description: str


def new_identity(organisation: str, today: datetime | None = None) -> Identity:
    """A certificate in an organisation's name, vouched for by one made with it, good for ten years."""
    now = today or datetime.now(UTC)
    root_key, own_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, own_name = _name(organisation, "its own signing root"), _name(organisation, "photo signing")
    root = (
        _begun(root_name, root_name, root_key, now)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    own = (
        _begun(own_name, root_name, own_key, now)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    return Identity(
        certificates=own.public_bytes(pem) + root.public_bytes(pem),
        key=own_key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
    )


def signed(data: bytes, format_name: str, actions: Sequence[Action], identity: Identity) -> bytes:
    """The photo with content credentials that list what was done; ``format_name`` as ``Picture.format`` has it.

    Raises PictureError, with the reason, for a format that cannot carry them or a certificate that cannot sign.
    """
    media = _MEDIA.get(format_name)
    if media is None:
        raise PictureError(f"Files of the kind {format_name} cannot carry content credentials.")
    done = [{"action": action.name, "description": action.description} for action in actions]
    manifest = {
        "claim_generator_info": [{"name": "Before You Post", "version": __version__}],
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": done}}],
    }
    written = BytesIO()
    try:
        context = c2pa.Context(settings=c2pa.Settings.from_dict(_SETTINGS))
        builder = c2pa.Builder(json.dumps(manifest), context)
        builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
        builder.sign(_signer(identity), media, BytesIO(data), written)
        state = json.loads(c2pa.Reader(media, BytesIO(written.getvalue()), context=context).json())
    except c2pa.C2paError as error:
        raise PictureError(f"The content credentials could not be written ({error}).") from None
    if state.get("validation_state") not in ("Valid", "Trusted"):
        raise PictureError("The content credentials were written, but reading them again did not bear them out.")
    return written.getvalue()


def _signer(identity: Identity) -> c2pa.Signer:
    info = c2pa.C2paSignerInfo(alg=b"es256", sign_cert=identity.certificates, private_key=identity.key, ta_url=None)
    return c2pa.Signer.from_info(info)


def _name(organisation: str, part: str) -> x509.Name:
    whose = organisation.strip() or "Unnamed practice"
    common = f"{_shortened(whose, _LONGEST_NAME - len(part) - 2)}, {part}"
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _shortened(whose, _LONGEST_NAME)),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _shortened(words: str, length: int) -> str:
    return words.encode()[:length].decode(errors="ignore")


def _begun(
    name: x509.Name, voucher: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(voucher)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # clocks differ
        .not_valid_after(now + timedelta(days=365 * _YEARS))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
