"""Read content credentials (C2PA): a signed note in the file on how the picture was made and from what.

Nothing is fetched, neither a manifest that lies elsewhere nor a list of trusted signers, so a signature that fits is
called valid and never trusted. Credentials may hold names, serial numbers, places, and thumbnails of the pictures
before they were cropped or masked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import c2pa

from ...records import MetadataKind as Kind
from . import places
from .found import Found
from .xmp_names import kind_of

FOUND_IN = "C2PA"
_OFFLINE = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_trust": False},
    "trust": {"trust_anchors": None, "user_anchors": None},
}
_HARMLESS = ("c2pa.hash.", "c2pa.thumbnail.", "c2pa.ingredient", "c2pa.training-mining", "cawg.training-mining")
_ACTIONS = "c2pa.actions"
_PEOPLE = frozenset({"author", "creator", "name", "givenName", "familyName", "username", "credential"})
_GRAMMAR = ("@", "alg", "hash", "url", "pad", "identifier")
_MOST_LEAVES, _DEEPEST = 500, 12


def read(data: bytes) -> Found:
    """What the credentials of a whole picture file say; never raises."""
    found = Found()
    try:
        with _reader(data) as reader:
            store = json.loads(reader.json())
            state = reader.get_validation_state()
        found.add(Kind.CREDENTIALS, "validity", FOUND_IN, f"{state} (whether its signer can be trusted was not asked)")
        for manifest in store["manifests"].values():
            _manifest(manifest, found)
    except (c2pa.C2paError, ValueError, TypeError, KeyError, AttributeError) as error:
        found.unread("C2PA manifest", FOUND_IN, f"it cannot be read: {error}")
    return found


def thumbnails(data: bytes) -> Iterator[bytes]:
    """The pictures that the credentials of a file hold; ``b""`` for one that cannot be read out. Never raises."""
    try:
        with _reader(data) as reader:
            for name in _thumbnail_names(json.loads(reader.json())):
                out = BytesIO()
                try:
                    reader.resource_to_stream(name, out)
                except c2pa.C2paError:
                    yield b""
                else:
                    yield out.getvalue()
    except (c2pa.C2paError, ValueError, TypeError, KeyError, AttributeError):
        return  # ``read`` tells that the manifest cannot be read


@cache
def _offline() -> c2pa.Context:
    return c2pa.Context(settings=c2pa.Settings.from_dict(_OFFLINE))


def _reader(data: bytes) -> c2pa.Reader:
    return c2pa.Reader(None, BytesIO(data), context=_offline())


def _thumbnail_names(store: dict[str, Any]) -> Iterator[str]:
    for manifest in store["manifests"].values():
        for holder in (manifest, *manifest.get("ingredients", ())):
            name = (holder.get("thumbnail") or {}).get("identifier")
            if name:
                yield name


def _manifest(manifest: dict[str, Any], found: Found) -> None:
    generators = manifest.get("claim_generator_info") or [{"name": manifest.get("claim_generator", "")}]
    made_by = ", ".join(f"{each.get('name', '')} {each.get('version', '')}".strip() for each in generators)
    signature = manifest.get("signature_info") or {}
    signer = ", ".join(str(signature[key]) for key in ("issuer", "common_name", "time") if signature.get(key))
    found.add(Kind.CREDENTIALS, "claim generator", FOUND_IN, made_by)
    found.add(Kind.CREDENTIALS, "signed by", FOUND_IN, signer)
    found.add(Kind.DOCUMENT, "title", FOUND_IN, str(manifest.get("title") or ""))
    # Made up anew at every signing: it leads to this file only.
    found.add(Kind.CREDENTIALS, "instance_id", FOUND_IN, str(manifest.get("instance_id") or ""))
    for ingredient in manifest.get("ingredients", ()):
        title = str(ingredient.get("title") or "")
        found.add(Kind.DOCUMENT if title else Kind.CREDENTIALS, "ingredient", FOUND_IN, title or "without a title")
    for assertion in manifest.get("assertions", ()):
        label = str(assertion.get("label", ""))
        if label.startswith(_ACTIONS):
            _actions(assertion.get("data") or {}, found)
        elif not label.startswith(_HARMLESS):
            _assertion(label, assertion.get("data"), found)


def _actions(data: dict[str, Any], found: Found) -> None:
    actions = [each for each in data.get("actions", ()) if isinstance(each, dict)]
    found.add(Kind.SOFTWARE, "actions", FOUND_IN, ", ".join(str(each.get("action", "")) for each in actions))
    for each in actions:
        found.add(Kind.DATE, "when", FOUND_IN, str(each.get("when") or ""))
        found.add(Kind.SOFTWARE, "digitalSourceType", FOUND_IN, str(each.get("digitalSourceType") or ""))


def _assertion(label: str, data: object, found: Found) -> None:
    """An assertion by the names of its values; one that no name explains is unread."""
    before, unknown, latitude = len(found.items) + len(found.places), 0, ""
    for number, (name, value) in enumerate(_leaves(data)):
        if number >= _MOST_LEAVES:
            break
        prefix, _, local = name.rpartition(":")
        if local == "GPSLatitude":
            latitude = value
        elif local == "GPSLongitude":
            place = places.from_words(latitude, value)
            found.places += [(*place, FOUND_IN)] if place else []
        elif local in _PEOPLE:
            found.add(Kind.PERSON, f"{label} {name}", FOUND_IN, value)
        elif not local.startswith(_GRAMMAR):
            kind = kind_of(prefix, local)
            unknown += kind is Kind.UNREAD
            if kind and kind is not Kind.UNREAD:
                found.add(kind, f"{label} {name}", FOUND_IN, value)
    if unknown or len(found.items) + len(found.places) == before:
        found.unread(label, FOUND_IN, "an assertion that is not known here")


def _leaves(data: object, name: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Every value with the name it stands under, in the order of the names, which puts latitude first."""
    if depth > _DEEPEST:
        yield name, "too deep"
    elif isinstance(data, dict):
        for key in sorted(data, key=str):
            if not str(key).startswith("@"):
                yield from _leaves(data[key], str(key), depth + 1)
    elif isinstance(data, list):
        for each in data:
            yield from _leaves(each, name, depth + 1)
    elif data is not None:
        yield name, str(data)
