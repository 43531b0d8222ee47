"""Of several boxes around one face, the surest is kept."""

from __future__ import annotations

from collections.abc import Sequence

from .detector import Box, Detection

_SHARED = 0.3  # of the two boxes together: below, two people may stand close to each other
_INSIDE = 0.65  # of the smaller box: an eye or a mouth found once more inside its own face


def surest(detections: Sequence[Detection]) -> list[Detection]:
    """The detections without those that speak of a face that a surer one speaks of already; surest first."""
    kept: list[Detection] = []
    for one in sorted(detections, key=lambda each: (-each.confidence, each.box)):
        if not any(_same_face(one.box, other.box) for other in kept):
            kept.append(one)
    return kept


def area(box: Box) -> float:
    """Square pixels of a box; 0 for one that is turned inside out."""
    left, top, right, bottom = box
    return max(0.0, right - left) * max(0.0, bottom - top)


def common(one: Box, other: Box) -> Box:
    """The box that two boxes share, of area 0 where they share none."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _same_face(one: Box, other: Box) -> bool:
    shared, smaller = area(common(one, other)), min(area(one), area(other))
    together = area(one) + area(other) - shared
    return shared >= _SHARED * together or shared >= _INSIDE * smaller
