"""Where faces are in a picture. Faces are found here, never identified: nobody asks whose they are.

A full face, and "any comparable image", is one of the 18 identifiers (45 CFR 164.514(b)(2)(i)(Q)); a profile, a
reflection or a face with a bar over the eyes is one too. So the finder is set to find too much rather than too
little, and what it finds is for a person to look at. What it does not find proves nothing.

Nothing about a face is kept but its place: no template, no picture cut out of the photo.
"""

from __future__ import annotations

from ...records import Face
from .chosen import detector
from .detector import Detection, FaceDetector, Pixels
from .seen import as_face

__all__ = ["Detection", "FaceDetector", "find_faces", "name"]


def name() -> str:
    """The detector in use, program and version, in words a reviewer can quote."""
    try:
        return detector().name
    except Exception:  # one from elsewhere may fail in any way; ``find_faces`` then fails the same and is not silent
        return "no face detector"


def find_faces(pixels: Pixels, by: FaceDetector | None = None) -> tuple[Face, ...]:
    """Every face in a picture (height x width x 3, uint8, RGB, upright), surest first; () when none was found.

    ``by`` is the detector to ask; by default the one that is installed (``chosen.py``). Outlines are four corners in
    pixels of ``pixels``, clipped to the picture.
    """
    found = (as_face(one, pixels) for one in (by or detector()).detect(pixels))
    return tuple(face for face in found if face is not None)
