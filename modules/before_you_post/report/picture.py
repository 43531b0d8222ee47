"""What one picture file gives away, as fields of the JSON document: how much of it and where, never what it says.

A position, a name or a comment left in a file is the very thing that must not travel further, so the document says
that it is there and in which block; whoever has to see it opens the photo in the dashboard.
"""

from __future__ import annotations

from typing import Any

from ..records import EmbeddedPicture, Face, Look, MetadataItem, Outline, PhotoFacts

Fields = dict[str, Any]


def picture_fields(photo: PhotoFacts) -> Fields:
    """One picture file; ``None`` = nobody looked, 0 or an empty list = looked, found none."""
    return {
        "sha256": photo.sha256,
        "byte_size": photo.byte_size,
        "problem": photo.problem,
        "format": photo.format,
        "width": photo.width,
        "height": photo.height,
        "gps_positions": _how_many(photo.gps),
        "metadata": None if photo.metadata is None else [_item(item) for item in photo.metadata],
        "embedded": None if photo.embedded is None else [_embedded(inside) for inside in photo.embedded],
        "faces": _faces(photo.faces),
        "text_lines": _how_many(photo.text),
        "codes": _how_many(photo.codes),
        "looks": [_look(look) for look in photo.looks],
    }


def rounded(outline: Outline) -> list[list[float]]:
    """The corners of an outline, to a tenth of a pixel."""
    return [[round(x, 1), round(y, 1)] for x, y in outline]


def _how_many(found: tuple[object, ...] | None) -> int | None:
    return None if found is None else len(found)


def _item(item: MetadataItem) -> Fields:
    return {"kind": item.kind.value, "name": item.name, "found_in": item.found_in}


def _faces(faces: tuple[Face, ...] | None) -> list[Fields] | None:
    return None if faces is None else [_face(face) for face in faces]


def _face(face: Face) -> Fields:
    return {
        "outline": rounded(face.outline),
        "confidence": round(face.confidence, 3),
        "extent": face.extent.value,
        "eyes_covered": face.eyes_covered,
    }


def _embedded(inside: EmbeddedPicture) -> Fields:
    return {
        "kind": inside.kind.value,
        "found_in": inside.found_in,
        "problem": inside.problem,
        "width": inside.width,
        "height": inside.height,
        "same_picture": inside.same_picture,
        "faces": _how_many(inside.faces),
        "text_lines": _how_many(inside.text),
    }


def _look(look: Look) -> Fields:
    return {"what": look.what.value, "by": look.by, "problem": look.problem}
